"""The desktop layout: ``TIME NAME TEXT`` with single spaces, raw line breaks and no header."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from itertools import compress, pairwise
from operator import not_

from coach.line_export.clock import CLOCK, LONGEST_CLOCK, minute_of
from coach.line_export.columns import ODD, Begin, Columns, Days
from coach.line_export.dates import DateLines
from coach.line_export.names import any_of, owner_form
from coach.line_export.notices import is_notice
from coach.line_export.parts import Caution
from coach.line_export.pasted import pasted
from coach.line_export.person import clean_name
from coach.line_export.sheet import TIMED, Lines, Sheet
from coach.line_export.speakers import speakers

_TAILS = (
    "unsent a message",
    "unsent a message.",
    "left the chat.",
    "left the group.",
    "joined the chat.",
    "joined the group.",
)


def read_spaced(
    lines: Lines, dates: DateLines, *, hints: Sequence[str], names: Sequence[str]
) -> tuple[Sheet, list[Caution]]:
    """Read every unit. ``hints`` are names the file name suggests, ``names`` those the user gave.

    Raises Refusal: not_a_talk, names_unclear, group.
    """
    known, cautions = speakers(lines.units, sorted(dates.days), hints=hints, names=names)
    return _Spaced(lines.units, dates, known).read(), cautions


@dataclass(slots=True)
class _Record:
    """A record: its unit, its minute, its sender ("" for a notice), and the first line of the text."""

    place: int
    minute: int
    sender: str
    text: str


@dataclass(frozen=True, slots=True)
class _Records:
    """What begins with a time: records, those of an impossible minute, and what is text all the same."""

    found: list[_Record] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    others: set[int] = field(default_factory=set)


class _Spaced:
    """One pass, from date line to date line; what lies between two structural lines is the rest of a text."""

    def __init__(self, units: Sequence[str], dates: DateLines, names: Sequence[str]) -> None:
        self.units, self.dates, self.sheet = units, dates, Sheet()
        self.typed = sorted(dates.doubtful)
        self.owner = owner_form(names).match
        self.shown = {name: clean_name(name) for name in names}
        before = rf"[^\n]{{4,{LONGEST_CLOCK}}}? (?:{any_of(names)})(?: |$)|{CLOCK} (?=[^ ])"
        self.days = Days("\n", before, self._begin_of, odd=_TAILS)

    def read(self) -> Sheet:
        """Whatever stands before the first date line, and every day."""
        starts = sorted(self.dates.days)
        self._undated(starts[0])
        for start, stop in pairwise([*starts, len(self.units)]):
            self._day(start, stop)
        return self.sheet

    def _begin_of(self, words: str) -> Begin:
        line = f"{words}…"  # as any text may follow: a name that is a word of the clock shows then
        timed = TIMED.match(line)
        if timed is None:
            return ODD
        owner = self.owner(line, timed.end())
        sender, end = (self.shown[owner[1]], owner.end()) if owner is not None else ("", timed.end())
        return (minute_of(timed[1]), sender) if end == len(words) else ODD

    def _plain(self, units: Sequence[str]) -> Columns | None:
        """The records under the date line ``units`` begin with; None where that is not all there is."""
        columns = self.days.columns(units)
        if columns is None:
            return None
        senders, texts = columns.senders, columns.texts
        for i in [i for i, text in enumerate(texts) if "\n" in text]:
            texts[i] = texts[i].rstrip("\n")
        sure = all(senders) or all(map(is_notice, compress(texts, map(not_, senders))))
        return columns if sure else None

    def _undated(self, first: int) -> None:
        self.sheet.undated = [record.place for record in self._records(0, first).found]
        lost = set(self.sheet.undated)
        self.sheet.unreadable = [i for i in range(first) if self.units[i] and i not in lost]

    def _day(self, start: int, stop: int) -> None:
        day = datetime.combine(self.dates.days[start], time(0))
        typed = self.typed[bisect_right(self.typed, start) : bisect_left(self.typed, stop)]
        columns = None if typed else self._plain(self.units[start:stop])
        if columns is None:
            self._odd_day(day, start, stop)
        else:
            self.sheet.add(day, columns)

    def _odd_day(self, day: datetime, start: int, stop: int) -> None:
        """Line by line: times and dates in a text, an old talk pasted into one, a clock that runs back."""
        units, sheet, records = self.units, self.sheet, self._records(start + 1, stop)
        self._set_pasted_apart(records)
        sheet.unreadable += records.broken
        written = {record.place: record for record in records.found}
        for i, following in pairwise(sorted([start, *written, *records.broken, stop])):
            between = range(i + 1, following)
            record = written.get(i)
            if record is None or not record.sender:
                sheet.unreadable += [j for j in between if units[j]]
            elif between:
                record.text = "\n".join((record.text, *units[i + 1 : following])).rstrip("\n")
                sheet.typed_dates += [j for j in between if j in self.dates.doubtful]
                sheet.inside += [j for j in between if j in records.others]
        found = records.found
        sheet.add(day, Columns([r.minute for r in found], [r.sender for r in found], [r.text for r in found]))

    def _records(self, first: int, stop: int) -> _Records:
        records = _Records()
        for i in range(first, stop):
            unit = self.units[i]
            (minute, sender), length = self.days.begin(unit)
            text = unit[length:]
            if not sender:
                if (timed := TIMED.match(unit)) is None:
                    continue
                minute, text = minute_of(timed[1]), unit[timed.end() :]
                if (owner := self.owner(text)) is not None:
                    sender, text = self.shown[owner[1]], text[owner.end() :]
                elif not is_notice(text):
                    records.others.add(i)
                    continue
            if sender and text in _TAILS:  # a name that only says what somebody did begins a notice
                sender, text = "", f"{sender} {text}"
            if minute < 0:
                records.broken.append(i)
            else:
                records.found.append(_Record(i, minute, sender, text))
        return records

    def _set_pasted_apart(self, records: _Records) -> None:
        """Records that were pasted into a message are text; a notice holds nothing pasted."""
        found, doubtful = records.found, self.dates.doubtful
        dated = [k for k, record in enumerate(found) if k and record.place - 1 in doubtful]
        odd = pasted([record.minute for record in found], dated)
        if odd is None:
            return
        inside = set(odd)
        if not inside or any(k - 1 not in inside and not found[k - 1].sender for k in inside):
            self.sheet.back.append(found[0].place)
        else:
            records.others.update(found[k].place for k in inside)
            records.found[:] = [record for k, record in enumerate(found) if k not in inside]
