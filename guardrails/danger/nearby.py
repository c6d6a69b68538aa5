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


def holding(span: Span, runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs that hold these words whole; where they are longer than any run, those that touch them."""
    whole = tuple(run for run in runs if run.start <= span.start and span.end <= run.end)
    return whole or tuple(run for run in runs if run.start < span.end and span.start < run.end)


def calm(span: Span, danger: Danger, runs: Sequence[Run]) -> bool:
    """Whether all that stands around these words sounds calm of this danger."""
    return all(run.sounds[danger] is Sound.CALM for run in holding(span, runs))


def heard(message: str, span: Span, danger: Danger, runs: Sequence[Run]) -> bool:
    """Whether what stands around these words of a plain rule bears it out.

    What else the rule asks for may stand far away in a long telling: then the words must sound clearly of this danger.
    """
    return any(
        run.sounds[danger] is Sound.CLEAR
        or (run.sounds[danger] is Sound.FAINT and within(message, run, danger, Weight.PLAIN, runs))
        for run in holding(span, runs)
    )


def clear(message: str, span: Span, danger: Danger, runs: Sequence[Run]) -> bool:
    """Whether a run that holds these words sounds clearly of this danger, and a broad rule finds it in that run alone."""
    return any(
        run.sounds[danger] is Sound.CLEAR
        and run.sounds[ANY] is Sound.CLEAR
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
