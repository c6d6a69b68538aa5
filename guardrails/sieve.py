"""Tells which of many patterns can have a hit in a line at all.

One RE2 set over all rules was measured first: 10 µs on a text seen before, but 3 to 7 ms on a new one, because its
automaton is built along the text, state by state. Messages are always new.
"""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import add
from typing import Any

from guardrails.engine import SHORT
from guardrails.heads import GRAM, needs
from guardrails.patterns import Pattern

Way = tuple[Pattern, tuple[str, ...]]
"""A pattern that may match where one of these heads is in the line, too, or where there are none."""

_MOST_KNOWN = 2_000  # lines; drafts of one and the same situation share their sentences
_FEW = 64  # heads; of more one is nearly always there, and looking for them takes as long as the pattern


class Sieve:
    """An index of patterns of one view by the heads they need; never misses a pattern that has a hit."""

    def __init__(self, ways: dict[str, tuple[Way, ...]], always: tuple[Pattern, ...]) -> None:
        self._ways = ways
        self._always = always
        self._known: dict[str, tuple[Pattern, ...]] = {}

    @classmethod
    def of(cls, sources: Iterable[tuple[Pattern, str]]) -> "Sieve":
        """The index of these patterns, each with its source for the view."""
        ways: dict[str, list[Way]] = {}
        always: dict[Pattern, None] = {}
        for pattern, source in sources:
            for groups in needs(source):
                if not groups:
                    always[pattern] = None
                    continue
                rarest, *others = groups
                few = [sorted(group) for group in others if len(group) <= _FEW and not pattern.crosses]
                for head in rarest:  # where a pattern crosses, its other pieces may be in the next line
                    ways.setdefault(head, []).append((pattern, tuple(few[0]) if few else ()))
        return cls({head: tuple(found) for head, found in ways.items()}, tuple(always))

    def candidates(self, line: str, among: Container[Pattern]) -> list[Pattern]:
        """The patterns ``among`` these that may have a hit in a line."""
        found = self._known.get(line)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = self._known[line] = self._open(line)
        return [pattern for pattern in found if pattern in among]

    def _open(self, line: str) -> tuple[Pattern, ...]:
        """All patterns that may have a hit in a line."""
        edged = f"\n{line}\n"
        found = dict.fromkeys(self._always)
        for ways in filter(None, map(self._ways.get, _grams(edged))):
            for pattern, others in ways:
                if not others or any(map(edged.__contains__, others)):
                    found[pattern] = None
        return tuple(found)

    def press(self, numbers: Mapping[Pattern, int]) -> dict[str, Any]:
        """The index as plain data; what many heads have in common is there once."""
        shared: dict[tuple[Way, ...], list[str]] = {}
        groups: dict[tuple[str, ...], int] = {}
        for head, ways in self._ways.items():
            shared.setdefault(ways, []).append(head)
            for _, others in ways:
                groups.setdefault(others, len(groups))
        return {
            "always": [numbers[p] for p in self._always],
            "groups": list(groups),
            "ways": [[heads, [[numbers[p], groups[o]] for p, o in ways]] for ways, heads in shared.items()],
        }

    @classmethod
    def unpress(cls, plain: dict[str, Any], patterns: Sequence[Pattern]) -> "Sieve":
        """The index that was pressed."""
        groups = [tuple(group) for group in plain["groups"]]
        found: dict[str, tuple[Way, ...]] = {}
        for heads, ways in plain["ways"]:
            found.update(dict.fromkeys(heads, tuple((patterns[n], groups[group]) for n, group in ways)))
        return cls(found, tuple(patterns[n] for n in plain["always"]))


@lru_cache(maxsize=128)  # a message to the coach is looked at by several sieves
def _grams(text: str) -> Collection[str]:
    """All pieces of one to ``GRAM`` letters; of a long text each once, as it may say the same over and over."""
    grams = list(text)
    found = grams.copy()
    for n in range(1, GRAM):
        grams = list(map(add, grams, text[n:]))
        found += grams
    return found if len(text) <= SHORT else dict.fromkeys(found)
