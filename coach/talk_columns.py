"""Days in which nothing is odd, read by columns: nearly all days of nearly all files."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

Begin = tuple[int, str]  # minutes after midnight, and who sent it
ODD: Begin = (-1, "")


@dataclass(frozen=True, slots=True)
class Columns:
    """The records of a day: minutes after midnight, senders, and texts with the lines that follow them."""

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

    ``before`` matches what may stand before a text, and ``begin_of`` reads it: ``ODD`` (or no minute, or no sender)
    where it is anything but the beginning of a message. A day that holds one of the ``odd`` words is left alone.
    """

    def __init__(
        self, end: str, before: str, begin_of: Callable[[str], Begin], *, odd: Collection[str]
    ) -> None:
        self._end, self._odd = end, odd
        self._split = re.compile(f"{end}({before})", re.MULTILINE).split
        self._begins = _Begins(begin_of)

    def columns(self, units: Sequence[str]) -> Columns | None:
        """The records under the date line ``units`` begin with; None where one is anything but a message in its turn."""
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
        senders = [sender for _, sender in begins]
        if minutes and (minutes[0] < 0 or minutes != sorted(minutes) or not all(senders)):
            return None
        return Columns(minutes, senders, pieces[2::2])
