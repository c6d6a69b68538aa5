"""The rules for wishes, and what they find."""

from functools import lru_cache
from pathlib import Path

from guardrails.rules import Match, RuleSet
from guardrails.text import Text
from guardrails.vocabulary import AdviceCategory, Category, Finding, Span, Stage
from guardrails.wishes.slots import FOLDER, LEXICON


def rule_files() -> list[Path]:
    """The files with the rules for wishes."""
    return sorted(p for p in FOLDER.glob("*.yaml") if p != LEXICON)


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The rules for wishes, compiled."""
    return RuleSet.load(rule_files(), lexicon=LEXICON)


def findings(text: str, seen: Text, stage: Stage, act: str) -> tuple[Finding, ...]:
    """What the rules find in ``seen``, the part of a wish that does ``act`` ("add", "remove" or "rest").

    ``seen`` has the places of ``text``.
    """
    matches = rules().match(seen, stage=stage.value, act=act)
    return tuple(finding(text, match) for match in matches)


def finding(text: str, match: Match) -> Finding:
    """The finding of a match in ``text``."""
    start, end = match.span.start, match.span.end
    category: Category | AdviceCategory = Category(match.rule.category)
    return Finding(
        match.rule.id, category, Span(start, end, text[start:end]), match.rule.why, match.rule.hint
    )
