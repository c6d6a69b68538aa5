"""Where an open quote ends in a file whose line ends do not tell: the clock decides what is inside."""

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property

from coach.talk_clock import minute_of
from coach.talk_dates import DateLines
from coach.talk_sheet import RECORD

_SLACK = 5  # minutes: some phones write a minute that runs back a little


class Quotes:
    """Built over all units once, only when a quote is still open where a record begins.

    A pasted old export inside a quote makes the clock jump back; records that run on in time are records, and the
    quote was typed. Every question costs O(log n), so that a file of open quotes stays linear.
    """

    def __init__(self, units: list[str], dates: DateLines) -> None:
        self._units = units
        self._dates = dates

    def close(self, owner: int, record: int) -> tuple[int | None, bool]:
        """The unit that ends the quote opened in ``owner``, if the records from ``record`` on are inside it.

        The second value says whether there was a closing line at all.
        """
        places, breaks = self._places
        k = bisect_left(self._closers, record)
        if k == len(self._closers):
            return None, False
        end = self._closers[k]
        after = bisect_right(places, end)
        return (end if breaks[bisect_left(places, owner)] <= after else None), True

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Units that look like structure, and for each the number of the next one at which time runs back."""
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
        breaks = [len(places) + 1] * (len(places) + 1)
        for k in range(len(places) - 2, -1, -1):
            breaks[k] = k + 1 if moments[k + 1] < moments[k] - _SLACK else breaks[k + 1]
        return places, breaks

    @cached_property
    def _closers(self) -> list[int]:
        """Units that end in a quote with structure, or nothing, after them."""
        places, last = set(self._places[0]), len(self._units) - 1
        return [
            i
            for i, unit in enumerate(self._units)
            if unit.endswith('"')
            and (i == last or i + 1 in places or (not self._units[i + 1] and i + 2 in places))
        ]
