"""The danger rules, and how much the words that each finds count."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from guardrails.rules import RULES_DIR, Match, RuleSet
from guardrails.text import view

FOLDER = RULES_DIR / "safety"
_LEXICON = FOLDER / "lexicon.yaml"
_CLOSE_UP = dict.fromkeys(map(ord, " \u3000"), "\u200b")  # words written apart, with every place kept


def rule_files() -> list[Path]:
    """The files with the danger rules."""
    return sorted(p for p in FOLDER.glob("*.yaml") if p != _LEXICON)


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The danger rules, compiled."""
    return RuleSet.load(rule_files(), lexicon=_LEXICON)


class Weight(StrEnum):
    """How much a rule's word counts; ``data: {weight: ...}`` in its file, ``PLAIN`` where nothing is said."""

    CERTAIN = "certain"  # names whatever it sounds like
    PLAIN = "plain"  # names unless it sounds calm
    BROAD = "broad"  # names only where the hunch hears the same danger
    SLIGHT = "slight"  # names where at most a broad one does and it hears the same danger beyond doubt


def found(message: str) -> Iterator[tuple[Match, Weight]]:
    """What the rules find in a message, however its words are set apart, with the weight of each."""
    for reading in {message, message.translate(_CLOSE_UP)}:
        for match in rules().match(view(reading)):
            yield match, Weight(match.rule.data.get("weight", Weight.PLAIN))
