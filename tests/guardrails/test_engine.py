"""Both engines find the same; what could stall the quick one is the other's."""

from time import thread_time

import pytest

from guardrails.check import rules
from guardrails.rulebook import engine
from guardrails.rulebook.heads import needs

SOURCES = [pattern.fold for compiled in rules().compiled for pattern in compiled.any]
LINES = [
    example.text
    for compiled in rules().compiled
    for kind in compiled.rule.examples.values()
    for example in kind
]
LONGEST = 0.25  # seconds of processor time for a line of the longest that the quick engine may search


def test_short_and_long_lines_have_the_same_hits(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = LINES[::60]
    short = [engine.hits(source, line) for source in SOURCES for line in lines]
    monkeypatch.setattr(engine, "SHORT", -1)
    assert short == [engine.hits(source, line) for source in SOURCES for line in lines]
    assert any(short)


@pytest.mark.parametrize("source", ["(?:あ|ああ)+い", "[あ-う]え(?:お){2,}か"])
def test_a_repeated_group_is_left_to_re2(source: str) -> None:
    line = "あ" * engine.SHORT
    begun = thread_time()
    assert not engine.found(source, line)
    assert thread_time() - begun < LONGEST


def test_no_pattern_stalls_on_its_own_pieces_over_and_over() -> None:
    for source in SOURCES:
        heads = set().union(*(group for groups in needs(source) for group in groups))
        pieces = "".join(sorted(heads, key=len)[:40])
        line = (pieces * engine.SHORT)[: engine.SHORT].replace("\n", "あ")
        begun = thread_time()
        engine.hits(source, line)
        assert thread_time() - begun < LONGEST, source
