"""How a wish for a rewrite sounds: what it would bring into the message, and whether it is one of style alone."""

from collections.abc import Sequence
from functools import lru_cache, partial

from guardrails.hearing.hunch import Signs, Sound, hearing, suspect
from guardrails.hearing.weights import table
from guardrails.hearing.wording import phrased
from guardrails.rulebook.rule import Rule
from guardrails.text import Text
from guardrails.vocabulary import Category, Finding, Span, Stage
from guardrails.wishes.dictated import OFFERS
from guardrails.wishes.parts import NOTHING
from guardrails.wishes.rules import rules

_ANY = "any"
STYLE = "style"
"""The column of the wishes of style; the first says whether a wish is NG, the others by which category."""


def sounds_like(text: str, kept: str, stage: Stage) -> tuple[Finding, ...]:
    """What ``kept``, the part of the wish ``text`` that is no taking out, clearly sounds like bringing in, or nothing.

    ``kept`` has the places of ``text``.
    """
    heard = (
        suspect(kept, table("request"), signs=_AT[stage], wording=phrased) if kept.strip(NOTHING) else None
    )
    if heard is None or heard.column == STYLE or (heard.column == Category.REPROPOSE and stage in OFFERS):
        return ()
    sounds = _sounds(kept, stage)
    also = [c for c in Category if sounds[c] is Sound.CLEAR and c != heard.column]
    start, end = heard.span.start, heard.span.end
    place = Span(start, end, text[start:end])
    return tuple(
        Finding("request.hunch", one, place, _spoken(one).why, _spoken(one).hint)
        for one in (Category(heard.column), *also)
    )


def is_style(kept: str, stage: Stage) -> bool:
    """Whether ``kept`` clearly sounds like a wish of style alone."""
    return _sounds(kept, stage)[STYLE] is Sound.CLEAR


def is_calm(kept: str, stage: Stage) -> bool:
    """Whether ``kept`` sounds like nothing that would be NG: words that a rule hits are spoken of, not wished for."""
    return _sounds(kept, stage)[_ANY] is Sound.CALM


def stage_sign(stage: str) -> str:
    """The sign that a wish is for a message at this stage."""
    return f"@{stage}"


def _heard_at(stage: Stage, _: Text) -> Sequence[str]:
    return (stage_sign(stage),)


_AT: dict[Stage, Signs] = {stage: partial(_heard_at, stage) for stage in Stage}


def _sounds(kept: str, stage: Stage) -> dict[str, Sound]:
    return hearing(kept, table("request"), signs=_AT[stage], wording=phrased)


@lru_cache(maxsize=16)
def _spoken(category: Category) -> Rule:
    """The rule that says what is to be said of a category: the first that has it."""
    return next(one for one in rules().rules if one.category == category.value)
