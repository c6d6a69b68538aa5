"""The Japanese words of a plan, from ``rules/plan.yaml``, with the fact they rest on quoted in front."""

from dataclasses import dataclass
from functools import cache

import yaml

from coach.lexicon import RULES
from coach.situation import Reading
from guardrails.vocabulary import Stage

_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """What is said with one kind of plan: what can be said, what cannot, one thing to do, one to leave."""

    key: str
    can: str
    cannot: str
    today: str
    leave: str
    source: tuple[str, ...]


@cache
def _lines() -> dict[str, Line]:
    entries = yaml.safe_load((RULES / "plan.yaml").read_text(encoding="utf-8"))
    return {
        key: Line(key, e["can"], e["cannot"], e["today"], e["leave"], tuple(e["source"]))
        for key, e in entries.items()
    }


def line(key: str) -> Line:
    """The words of one kind of plan. Raises KeyError for a key the file does not hold."""
    return _lines()[key]


def told_fact(reading: Reading) -> str:
    """The fact a plan rests on: their words, quoted from the message; "" when there are none."""
    span = reading.signs[0].span if reading.signs else reading.incoming
    if span is None:
        return ""
    words = span.text.replace("\n", " ").strip('「」『』"”“ ')
    if len(words) > _LONGEST_QUOTE:
        words = words[:_LONGEST_QUOTE] + "…"
    if reading.stage is Stage.SILENCE:
        return f"書いてくれた事実は「{words}」。"
    return f"言葉として確かなのは「{words}」。"
