"""The rules for what the coach says to the user, and what of their hits is said and not only spoken of."""

import re
from functools import lru_cache
from pathlib import Path

from guardrails.advising.turned import explained, turned
from guardrails.rules import RULES_DIR, Match, RuleSet
from guardrails.text import Text
from guardrails.vocabulary import AdviceCategory

_FOLDER = RULES_DIR / "advice"
_LEXICON = _FOLDER / "lexicon.yaml"

_THOUGHT = re.compile(
    r"[^。\n?\uff1f、]{0,40}(?:[?\uff1f]|か(?:な|も|しら)?|の?では|んじゃ)、?(?:と(?:いう|の)?|って(?:いう)?)、?ご?"
    r"(?:考え|思[いうっ](?!ます)|感じ|不安|悩|自問|心配|疑|迷|気にな|頭)"
)
"""A question that goes on as a thought: 断られたのは自分のせい?と考え始めたら, 病気なのかな、というご心配ですね."""

_STEPS = (AdviceCategory.ADVISE_NG, AdviceCategory.TRICK)
"""What one is told to do; a reason against it tells nobody to."""


def rule_files() -> list[Path]:
    """The files with the rules for advice."""
    return sorted(p for p in _FOLDER.glob("*.yaml") if p != _LEXICON)


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The rules for advice, compiled."""
    return RuleSet.load(rule_files(), lexicon=_LEXICON)


def spoken(own: Text) -> list[Match]:
    """What the rules find in the coach's words; a phrase or a sentence that says the opposite is left out (``turned``)."""
    against, reasons = turned(own), explained(own)
    return [
        m
        for m in rules().match(own)
        if not _THOUGHT.match(own.original, m.span.start)
        and own.index_at(m.span.start) not in against
        and not (m.rule.category in _STEPS and own.index_at(m.span.start) in reasons)
    ]
