"""Where an open quote ends in a file whose line ends do not tell: the clock decides what is inside."""

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property

from coach.line_export.clock import minute_of
from coach.line_export.dates import DateLines
from coach.line_export.sheet import RECORD

_SLACK = 5  # minutes: some phones write a minute that runs back a little


class Quotes:
    """Built over all units once, only when a quote is still open where a record begins.

    A pasted old talk makes the clock jump back, where it begins or where it ends; records that run on in time are
    records, and the quote was typed. Every question costs O(log n), so that a file of open quotes stays linear.
    """

    def __init__(self, units: list[str], dates: DateLines) -> None:
        self._units = units
        self._dates = dates

    def close(self, owner: int, record: int) -> tuple[list[int], int] | None:
        """What is inside the quote opened in ``owner``: lines that look like structure, and the unit that ends it.

        ``record`` is the first of these lines. None when no line ends the quote; an empty list when the lines up
        to the one that could are records of their own.
        """
        places, moments = self._places
        k = bisect_left(self._closers, record)
        if k == len(self._closers):
            return None
        end = self._closers[k]
        first, after = bisect_left(places, record), bisect_right(places, end)
        enters_back = moments[first] < moments[first - 1] - _SLACK
        leaves_back = after < len(places) and moments[after] < moments[after - 1] - _SLACK
        return (places[first:after] if enters_back or leaves_back else []), end

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Units that look like structure, and the minute each would stand for."""
        days: dict[int, date] = {**self._dates.days, **self._dates.doubtful}
        places, moments, today = [], [], 0
        for i, unit in enumerate(self._units):
            if i in days:
                today = days[i].toordinal() * 24 * 60
                moments.append(today)
            elif RECORD.match(unit):
                moments.append(today + max(0, minute_of(unit.partition("\t")[0])))
            else:
                continue
            places.append(i)
        return places, moments

    @cached_property
    def _closers(self) -> list[int]:
        """Units that end in a quote with structure, or nothing, after them."""
        units, places, last = self._units, set(self._places[0]), len(self._units) - 1
        return [
            i
            for i, unit in enumerate(units)
            if unit.endswith('"') and (i == last or i + 1 in places or (not units[i + 1] and i + 2 in places))
        ]
