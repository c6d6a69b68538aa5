"""Days in which nothing is odd, read by columns: nearly all days of nearly all files."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

Begin = tuple[int, str]  # minutes after midnight, and who sent it
ODD: Begin = (-1, "")


@dataclass(frozen=True, slots=True)
class Columns:
    """The records of a day: minutes after midnight, senders ("" for a notice), and texts with the lines after them."""

    minutes: list[int]
    senders: list[str]
    texts: list[str]


class _Begins(dict[str, Begin]):
    """What the words before a text say; a file writes the same few again and again."""

    def __init__(self, begin_of: Callable[[str], Begin]) -> None:
        super().__init__()
        self._begin_of = begin_of

    def __missing__(self, words: str) -> Begin:
        begin = self[words] = self._begin_of(words)
        return begin


class Days:
    """The days of one file, whose units ``end`` parts.

    ``before`` matches what may stand before a text, and ``begin_of`` reads it: ``ODD`` (or no minute) where it is
    not the beginning of a record. A day that holds one of the ``odd`` words is left alone.
    """

    def __init__(
        self, end: str, before: str, begin_of: Callable[[str], Begin], *, odd: Collection[str]
    ) -> None:
        self._end, self._odd = end, odd
        self._split = re.compile(f"{end}({before})", re.MULTILINE).split
        self._match = re.compile(before).match
        self._begins = _Begins(begin_of)

    def begin(self, unit: str) -> tuple[Begin, int]:
        """What this unit begins with, and how many letters that takes; ``ODD`` where it may be anything."""
        found = self._match(unit)
        return (ODD, 0) if found is None else (self._begins[found[0]], found.end())

    def columns(self, units: Sequence[str]) -> Columns | None:
        """The records under the date line ``units`` begin with; None where one is not a record in its turn."""
        last = len(units)
        while not units[last - 1]:
            last -= 1
        whole = self._end.join(units[:last])
        if any(word in whole for word in self._odd):
            return None
        pieces = self._split(whole)
        if pieces[0] != units[0]:
            return None
        begins = list(map(self._begins.__getitem__, pieces[1::2]))
        minutes = [minute for minute, _ in begins]
        if minutes and (minutes[0] < 0 or minutes != sorted(minutes)):
            return None
        return Columns(minutes, [sender for _, sender in begins], pieces[2::2])
