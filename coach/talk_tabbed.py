"""The phone's layout: ``TIME⇥NAME⇥TEXT``, texts of several lines mostly in one pair of quotes."""

from collections import deque
from datetime import datetime, time
from itertools import islice

from coach.talk_clock import IMPOSSIBLE, LONGEST_CLOCK, NO_CLOCK, minute_of
from coach.talk_dates import DateLines
from coach.talk_head import is_saved_line
from coach.talk_notices import unsent_by
from coach.talk_parts import Notice
from coach.talk_person import clean_name
from coach.talk_quotes import Quotes
from coach.talk_sheet import MINUTES, Lines, Sheet, has_record_inside, in_quote

_BACK = 60  # minutes the clock may run back before it is worth a word


def read_tabbed(lines: Lines, dates: DateLines, *, begin: int) -> Sheet:
    """Read the units from ``begin`` (after the header) on, in one pass."""
    return _Tabbed(lines, dates).read(begin)


class _Tabbed:
    """The state of the pass: the message that is still open, and the lines that follow it."""

    def __init__(self, lines: Lines, dates: DateLines) -> None:
        self.lines, self.dates = lines, dates
        self.sheet = Sheet()
        self.quotes = Quotes(lines.units, dates)
        self.extra: list[str] = []  # lines after the first of the last message
        self.owner: int | None = None  # its unit; None while there is no message to continue

    def read(self, begin: int) -> Sheet:
        """One pass. The common case, a whole record in one unit, stays in this loop."""
        days, sheet, extra, wrapped = self.dates.days, self.sheet, self.extra, self.lines.wrapped
        clock, names = dict[str, int](), dict[str, str]()
        times, senders, texts = sheet.times, sheet.senders, sheet.texts
        day: datetime | None = None
        last, floor, opened = 0, -1, False
        walk = islice(enumerate(self.lines.units), begin, None)
        for i, unit in walk:
            head, tab, rest = unit.partition("\t")
            minute = clock.get(head, NO_CLOCK) if tab else NO_CLOCK
            if minute < 0:
                if tab and len(head) <= LONGEST_CLOCK:
                    minute = clock[head] = minute_of(head)
                if minute == NO_CLOCK and i not in days:
                    if i in self.dates.doubtful:
                        sheet.typed_dates.append(i)
                        floor = last if self.owner is not None else -1
                    self._continue(i, unit)
                    continue
            if 0 <= minute < floor:
                sheet.inside.append(i)
                extra.append(unit)
                continue
            if opened or extra:
                end = self._finish(i, opened=opened)
                if end is not None:
                    deque(islice(walk, end - i), maxlen=0)  # they are inside the quote
                    self._finish(None, opened=False)
                    opened = False
                    continue
            floor, self.owner = -1, None
            if minute < 0 or day is None:
                opened = False
                if minute == NO_CLOCK:
                    day, last = datetime.combine(days[i], time(0)), 0
                else:
                    (sheet.unreadable if minute == IMPOSSIBLE else sheet.undated).append(i)
                continue
            if minute < last - _BACK and not head.startswith("24"):
                sheet.back.append(i)
            last = minute
            name, tab, text = rest.partition("\t")
            sender = names.get(name)
            if sender is None:
                sender = names[name] = clean_name(name)
            if not tab or not sender:
                notice = text if tab else name
                sheet.notices.append(Notice(day + MINUTES[minute], notice, unsent_by(notice)))
                opened = False
                continue
            opened = text[:1] == '"'
            if wrapped and "\n" in text:
                opened, text = self._unwrap(i, text, opened=opened)
            times.append(day + MINUTES[minute])
            senders.append(sender)
            texts.append(text)
            self.owner = i
        self._finish(None, opened=False)
        return sheet

    def _continue(self, i: int, unit: str) -> None:
        units = self.lines.units
        titled = unit.startswith("[LINE]") and any(map(is_saved_line, units[i + 1 : i + 2]))
        if titled and not in_quote(units, i):
            self._finish(None, opened=False)
            self.sheet.titles.append(i)
            self.owner = None
        elif self.owner is not None:
            self.extra.append(unit)
        elif unit and not is_saved_line(unit):
            self.sheet.unreadable.append(i)

    def _unwrap(self, i: int, text: str, *, opened: bool) -> tuple[bool, str]:
        """A unit with breaks in it: whole, and without its quotes where it has the pair."""
        if opened and text[-1] == '"':
            return False, text[1:-1]
        if not opened and has_record_inside(text):
            self.sheet.inside.append(i)
        return opened, text

    def _finish(self, record: int | None, *, opened: bool) -> int | None:
        """Close the last message. Where its quote is still open at ``record``: the unit that ends the quote."""
        extra, texts = self.extra, self.sheet.texts
        while extra and not extra[-1]:
            extra.pop()
        if self.owner is None or not (extra or opened):
            extra.clear()
            return None
        first = texts[-1]
        ends = (extra[-1] if extra else first[1:])[-1:] == '"'
        if opened and not ends and record is not None and not self.lines.wrapped:
            found = self.quotes.close(self.owner, record)
            if found is not None and found[0]:
                extra.extend(self.lines.units[record : found[1] + 1])
                self.sheet.inside.extend(found[0])
                return found[1]
            if found is not None:
                self.sheet.quotes.append(self.owner)
        if extra:
            text = "\n".join((first, *extra))
            texts[-1] = text[1:-1] if first[:1] == '"' and ends else text
            extra.clear()
        return None
