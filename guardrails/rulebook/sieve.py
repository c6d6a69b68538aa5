"""Tells which of many patterns can have a hit in a line at all.

One RE2 set over all rules was measured first: 10 µs on a text seen before, but 3 to 7 ms on a new one, because its
automaton is built along the text, state by state. Messages are always new.
"""

from collections.abc import Container, Iterable, Mapping, Sequence, Set
from functools import lru_cache
from operator import add
from typing import Any

from guardrails.rulebook.heads import GRAM, needs
from guardrails.rulebook.patterns import Pattern

Group = frozenset[str]
"""Heads of which one must be in the line; an empty group asks for nothing."""

Way = tuple[Pattern, Group]
"""A pattern that may match where its group, too, is met."""

_MOST_KNOWN = 500  # lines; drafts of one and the same situation share their sentences
_FEW = 200  # heads; of more one is nearly always there


class Sieve:
    """An index of patterns of one view by the heads they need; never misses a pattern that has a hit."""

    def __init__(self, ways: dict[str, tuple[Way, ...]], always: tuple[Pattern, ...]) -> None:
        self._ways = ways
        self._heads = frozenset(ways)  # it knows the hashes of its strings, a dict asks each: half the time
        self._always = always
        self._opened = lru_cache(maxsize=_MOST_KNOWN)(self._open)

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
                few = [group for group in others if len(group) <= _FEW and not pattern.crosses]
                for head in rarest:  # where a pattern crosses, its other pieces may be in the next line
                    ways.setdefault(head, []).append((pattern, few[0] if few else frozenset()))
        return cls({head: tuple(found) for head, found in ways.items()}, tuple(always))

    def candidates(self, line: str, among: Container[Pattern]) -> list[Pattern]:
        """The patterns ``among`` these that may have a hit in a line."""
        return [pattern for pattern in self._opened(line) if pattern in among]

    def _open(self, line: str) -> tuple[Pattern, ...]:
        """All patterns that may have a hit in a line."""
        grams, ways = _grams(f"\n{line}\n"), self._ways
        met = {
            pattern
            for head in grams & self._heads
            for pattern, group in ways[head]
            if not (group and group.isdisjoint(grams))
        }
        return tuple(met.union(self._always))

    def press(self, numbers: Mapping[Pattern, int]) -> dict[str, Any]:
        """The index as plain data; what many heads have in common is there once."""
        shared: dict[tuple[Way, ...], list[str]] = {}
        groups: dict[Group, int] = {}
        for head, ways in self._ways.items():
            shared.setdefault(ways, []).append(head)
            for _, group in ways:
                groups.setdefault(group, len(groups))
        return {
            "always": [numbers[p] for p in self._always],
            "groups": list(map(sorted, groups)),
            "ways": [[heads, [[numbers[p], groups[g]] for p, g in ways]] for ways, heads in shared.items()],
        }

    @classmethod
    def unpress(cls, plain: dict[str, Any], patterns: Sequence[Pattern]) -> "Sieve":
        """The index that was pressed."""
        groups = list(map(frozenset, plain["groups"]))
        found: dict[str, tuple[Way, ...]] = {}
        for heads, ways in plain["ways"]:
            found.update(dict.fromkeys(heads, tuple((patterns[n], groups[group]) for n, group in ways)))
        return cls(found, tuple(patterns[n] for n in plain["always"]))


@lru_cache(maxsize=8)  # a message to the coach is looked at by several sieves
def _grams(text: str) -> Set[str]:
    """All pieces of one to ``GRAM`` letters."""
    pieces: Iterable[str] = text
    grams = set(text)
    for n in range(1, GRAM):
        pieces = list(map(add, pieces, text[n:]))
        grams.update(pieces)
    return grams
