"""A sieve may let a pattern through in vain, and never holds one back that has a hit."""

import pytest

from guardrails import check
from guardrails.advising import rules as advice
from guardrails.danger import words as dangers
from guardrails.rulebook.heads import needs
from guardrails.rules import RuleSet
from guardrails.text import view
from tests.guardrails.strings import strings


@pytest.mark.parametrize("judge", [check, dangers, advice], ids=["draft", "danger", "advice"])
def test_no_hit_is_held_back(judge: object) -> None:
    rules: RuleSet = judge.rules()  # type: ignore[attr-defined]
    patterns = [pattern for compiled in rules.compiled for pattern in compiled.any]
    written = [example.text for rule in rules.rules[::3] for example in rule.examples["ng"]]
    hits = 0
    for text in map(view, [*written[:60], *strings(30, 3)]):
        for line, (folded, read) in enumerate(zip(text.fold.lines, text.reading.lines, strict=True)):
            fold = set(rules.fold.candidates(folded, patterns))
            reading = set(rules.reading.candidates(read, patterns))
            for pattern in patterns:
                if pattern not in fold and not pattern.crosses:
                    assert not pattern.folded_spans(text, line), (pattern.fold, folded)
                if pattern.kanji and pattern not in reading and not pattern.crosses:
                    assert not pattern.read_spans(text, line), (pattern.reading, read)
            hits += len(fold | reading)
    assert hits


_MANY = [chr(code) for code in range(0x4E00, 0x4E00 + 100)]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("返事(?:は|も)?まだ", [{"返事はま", "返事もま", "返事まだ"}]),
        ("(?:電話|通話.{0,4}短く)して", [{"して"}, {"電話", "通話"}]),
        ("(?:電話|.{2,4}).{0,4}です", [{"です"}]),
        (f"(?:{'|'.join(_MANY)})(?:あ|い|う|え|お|か|き)ね", [{*_MANY}]),
    ],
    ids=["one piece", "a gap in one of its ways", "a way that says nothing", "more heads than are kept"],
)
def test_what_a_pattern_needs(source: str, wanted: list[set[str]]) -> None:
    assert needs(source) == [tuple(map(frozenset, wanted))]
