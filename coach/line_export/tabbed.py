"""The phone's layout: ``TIME⇥NAME⇥TEXT``, texts of several lines mostly in one pair of quotes."""

from bisect import bisect_left, bisect_right
from datetime import datetime, time
from functools import lru_cache
from itertools import pairwise

from coach.line_export.clock import IMPOSSIBLE, NO_CLOCK
from coach.line_export.dates import DateLines
from coach.line_export.head import is_saved_line
from coach.line_export.notices import is_payment, unsent_by
from coach.line_export.parts import Notice
from coach.line_export.person import clean_name
from coach.line_export.plain import Plain, tabbed_minute
from coach.line_export.quotes import Quotes
from coach.line_export.sheet import MINUTES, Lines, Sheet, has_record_inside, in_quote

_BACK = 60  # minutes the clock may run back before it is worth a word


def read_tabbed(lines: Lines, dates: DateLines, *, begin: int) -> Sheet:
    """Read the units from ``begin`` (after the header) on, in one pass."""
    return _Tabbed(lines, dates).read(begin)


class _Tabbed:
    """The state of the pass: the day, the message that is still open, and the lines that follow it."""

    def __init__(self, lines: Lines, dates: DateLines) -> None:
        self.lines, self.dates = lines, dates
        self.sheet = Sheet()
        self.quotes = Quotes(lines.units, dates)
        self.typed = sorted(dates.doubtful)
        self.plain = Plain(wrapped=lines.wrapped)
        self.shown = lru_cache(clean_name)  # a file has two names, again and again
        self.day: datetime | None = None
        self.last = 0  # the minute of the last record of the day
        self.floor = -1  # the minute before which records are the text under a typed date
        self.opened = False  # whether the last message opened a quote
        self.extra: list[str] = []  # lines after the first of the last message
        self.owner: int | None = None  # its unit; None while there is no message to continue

    def read(self, begin: int) -> Sheet:
        """One pass, from date line to date line."""
        starts = sorted(i for i in self.dates.days if i >= begin)
        stops = [*starts, len(self.lines.units)]
        at = self._until(begin, stops[0])
        for start, stop in pairwise(stops):
            if at == start:
                at = self._begin_day(start, stop)
            at = self._until(at, stop)
        self._finish(None)
        return self.sheet

    def _begin_day(self, start: int, stop: int) -> int:
        """What stands under a date line, where it is plain; the unit to go on from."""
        end = self._finish(start)
        if end is not None:
            return end + 1
        self.floor, self.owner, self.last = -1, None, 0
        self.day = day = datetime.combine(self.dates.days[start], time(0))
        if bisect_right(self.typed, start) < bisect_left(self.typed, stop):
            return start + 1
        found = self.plain.day(self.lines.units[start:stop])
        if found is None:
            return start + 1
        self.sheet.add(day, found)
        return stop

    def _until(self, at: int, stop: int) -> int:
        """Line by line; the unit to go on from, which is past ``stop`` where a quote goes on for so long."""
        while at < stop:
            at = self._lines(at, stop)
        return at

    def _lines(self, at: int, stop: int) -> int:
        """Line by line, up to ``stop`` or the end of a quote with records in it."""
        units, sheet = self.lines.units, self.sheet
        for i in range(at, stop):
            unit = units[i]
            head, tab, rest = unit.partition("\t")
            minute = tabbed_minute(head) if tab else NO_CLOCK
            if minute == NO_CLOCK:
                if i in self.dates.doubtful:
                    sheet.typed_dates.append(i)
                    self.floor = self.last if self.owner is not None else -1
                self._continue(i, unit)
                continue
            if 0 <= minute < self.floor:
                sheet.inside.append(i)
                self.extra.append(unit)
                continue
            end = self._finish(i)
            if end is not None:
                return end + 1
            self.floor, self.owner = -1, None
            if minute == IMPOSSIBLE:
                sheet.unreadable.append(i)
            elif self.day is None:
                sheet.undated.append(i)
            else:
                if minute < self.last - _BACK and not head.startswith("24"):
                    sheet.back.append(i)
                self.last = minute
                self._record(i, self.day + MINUTES[minute], *rest.partition("\t"))
        return stop

    def _record(self, i: int, moment: datetime, name: str, tab: str, text: str) -> None:
        """A message, or a notice where nobody is named."""
        sender = self.shown(name)
        if not tab or not sender:
            notice = text if tab else name
            self.sheet.notices.append(Notice(moment, notice, unsent_by(notice)))
            return
        self.opened = text[:1] == '"'
        if self.lines.wrapped and "\n" in text:
            text = self._unwrap(i, text)
        self.sheet.times.append(moment)
        self.sheet.senders.append(sender)
        self.sheet.texts.append(text)
        self.owner = i

    def _continue(self, i: int, unit: str) -> None:
        units = self.lines.units
        titled = unit.startswith("[LINE]") and any(map(is_saved_line, units[i + 1 : i + 2]))
        if titled and not in_quote(units, i):
            self._finish(None)
            self.sheet.titles.append(i)
            self.owner = None
        elif self.day is not None and is_payment(unit) and not self._quoting():
            self._finish(None)
            self.sheet.notices.append(Notice(self.day + MINUTES[self.last], unit.rstrip("\r"), None))
            self.owner = None
        elif self.owner is not None:
            self.extra.append(unit)
        elif unit and not is_saved_line(unit):
            self.sheet.unreadable.append(i)

    def _quoting(self) -> bool:
        """Whether the quote that the last message opened is still open."""
        if not self.opened:
            return False
        last = next(filter(None, reversed(self.extra)), self.sheet.texts[-1][1:])
        return last[-1:] != '"'

    def _unwrap(self, i: int, text: str) -> str:
        """A unit with breaks in it: whole, and without its quotes where it has the pair."""
        if self.opened and text[-1] == '"':
            self.opened = False
            return text[1:-1]
        if not self.opened and has_record_inside(text):
            self.sheet.inside.append(i)
        return text

    def _finish(self, record: int | None) -> int | None:
        """Close the last message. Where its quote is still open at ``record``: the unit that ends the quote."""
        extra, opened = self.extra, self.opened
        self.opened = False
        while extra and not extra[-1]:
            extra.pop()
        if self.owner is None or not (extra or opened):
            extra.clear()
            return None
        texts = self.sheet.texts
        first = texts[-1]
        ends = (extra[-1] if extra else first[1:])[-1:] == '"'
        end = None
        if opened and not ends and record is not None and not self.lines.wrapped:
            found = self.quotes.close(self.owner, record)
            if found is not None and found[0]:
                extra.extend(self.lines.units[record : found[1] + 1])
                self.sheet.inside.extend(found[0])
                end, ends = found[1], True
            elif found is not None:
                self.sheet.quotes.append(self.owner)
        if extra:
            text = "\n".join((first, *extra))
            texts[-1] = text[1:-1] if first[:1] == '"' and ends else text
            extra.clear()
        return end
