"""What is heard around words of danger: in the sentences they stand among, not somewhere else in a long telling.

Somebody who cannot sleep writes of an ex, of medicine, of a photograph and of waiting in one message. Each rule finds its word
somewhere, and over many sentences the hunch hears something somewhere: together they are no danger. So a word counts by
what is heard in the runs of sentences that hold it, and what a rule asks for besides must stand in the same run.
"""

from collections.abc import Sequence
from functools import lru_cache

from guardrails.danger.words import Weight, found
from guardrails.hearing.hunch import Run, Sound
from guardrails.vocabulary import Danger, Span

OTHER_WAY = {
    Danger.BEING_PURSUED: Danger.ABOUT_TO_PURSUE,
    Danger.ABOUT_TO_PURSUE: Danger.BEING_PURSUED,
}
"""Who comes near whom."""

ANY = "any"
"""The column that says whether there is any danger."""


_EACH_RUN = 20
_MOST = 40
"""How much clearer a danger must sound for each further run of sentences: each is one more chance to be heard by mistake.

Of 216 harmless long tellings by authors no model had read 55 were named without it, and 46 of 54 crises; with it NEW_FALSE and NEW_RIGHT.
"""


def least(runs: Sequence[Run]) -> int:
    """How far above its limits a danger must be heard in a message of so many runs."""
    return min(_MOST, _EACH_RUN * (len(runs) - 1))


def holding(span: Span, runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs that hold these words whole; where they are longer than any run, those that touch them."""
    whole = tuple(run for run in runs if run.start <= span.start and span.end <= run.end)
    return whole or tuple(run for run in runs if run.start < span.end and span.start < run.end)


def calm(span: Span, danger: Danger, runs: Sequence[Run]) -> bool:
    """Whether all that stands around these words sounds calm of this danger."""
    return all(run.sounds[danger] is Sound.CALM for run in holding(span, runs))


def heard(message: str, span: Span, danger: Danger, runs: Sequence[Run]) -> bool:
    """Whether what stands around these words of a plain rule bears it out.

    In a long telling it must sound of danger there, and what else the rule asks for may stand far away: then the words
    must sound clearly of this one.
    """
    if len(runs) == 1:
        return runs[0].sounds[danger] is not Sound.CALM
    return any(
        run.sounds[ANY] is Sound.CLEAR
        and (
            run.sounds[danger] is Sound.CLEAR
            or (run.sounds[danger] is Sound.FAINT and within(message, run, danger, Weight.PLAIN, runs))
        )
        for run in holding(span, runs)
    )


def doubtful(span: Span, danger: Danger, runs: Sequence[Run]) -> bool:
    """Whether words of a plain rule that name nothing are asked about: always in a short message and of dying.

    In a long telling what stands around them must not sound calm.
    """
    return (
        len(runs) == 1
        or danger is Danger.SELF_HARM
        or any(
            run.sounds[ANY] is not Sound.CALM and run.sounds[danger] is not Sound.CALM
            for run in holding(span, runs)
        )
    )


def clear(message: str, span: Span, danger: Danger, runs: Sequence[Run]) -> bool:
    """Whether a run that holds these words sounds clearly of this danger, and a broad rule finds it in that run alone."""
    return any(
        min(run.above[danger], run.above[ANY]) >= least(runs)
        and within(message, run, danger, Weight.BROAD, runs)
        for run in holding(span, runs)
    )


def within(message: str, run: Run, danger: Danger, weight: Weight, runs: Sequence[Run]) -> bool:
    """Whether a rule of this weight finds this danger in a run alone; the only run is the message."""
    if len(runs) == 1:
        return True
    names = {danger, OTHER_WAY.get(danger, danger)}  # whom it is about may be said outside the run
    return any((name, weight) in _found(message[run.start : run.end]) for name in names)


@lru_cache(maxsize=32)
def _found(words: str) -> frozenset[tuple[str, str]]:
    return frozenset((match.rule.category, weight) for match, weight in found(words))
