"""The lines of a file and what was made of them while reading, before it becomes a Talk."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import compress

from coach.line_export.clock import CLOCK
from coach.line_export.columns import Columns
from coach.line_export.kinds import kinds_of
from coach.line_export.messages import Messages
from coach.line_export.notices import unsent_by
from coach.line_export.parts import Caution, CautionClass, Notice

MINUTES = tuple(timedelta(minutes=minute) for minute in range(24 * 60))
RECORD = re.compile(rf"{CLOCK}\t")
TIMED = re.compile(rf"({CLOCK}) (?=[^ ])")
_RECORD_INSIDE = re.compile(rf"\n{CLOCK}\t")
_SHOWN = 20
_NEAR = 40  # units around a pasted title that are searched for its quotes


@dataclass(frozen=True, slots=True)
class Lines:
    """A file split for reading.

    With ``wrapped``, records end in CRLF and breaks inside a text are bare LF: a unit then holds a whole record.
    ``mixed`` says that records end both ways, so that the ends tell nothing.
    """

    units: list[str]
    wrapped: bool
    mixed: bool

    def numbers(self, units: list[int]) -> tuple[int, ...]:
        """Line numbers (1-based) of the first few of these units."""
        shown = sorted(units)[:_SHOWN]
        if not self.wrapped:
            return tuple(i + 1 for i in shown)
        numbers, before, done = [], 0, 0
        for i in shown:
            before += sum(unit.count("\n") for unit in self.units[done:i])
            done = i
            numbers.append(i + before + 1)
        return tuple(numbers)


def split_lines(text: str, *, spaced: bool) -> Lines:
    """Split at CRLF, LF and CR and nothing else: U+2028, VT, FF and NEL are part of a text."""
    returns = text.count("\r")
    if not returns:
        return Lines(text.rstrip("\n").split("\n"), wrapped=False, mixed=False)
    breaks = text.count("\r\n")
    if returns > breaks:
        text = re.sub("\r(?!\n)", "\n", re.sub("\r{2,}\n", "\r\n", text))
        breaks = text.count("\r\n")
    bare = text.count("\n") - breaks
    text = text.rstrip("\r\n")
    if not bare:
        return Lines(text.split("\r\n"), wrapped=False, mixed=False)
    mixed = False
    if breaks and not spaced:
        units = text.split("\r\n")
        broken = [unit for unit in units if "\n" in unit]
        inside = sum(len(_RECORD_INSIDE.findall(unit)) for unit in broken if not _in_quotes(unit))
        mixed = inside * 20 > len(units)
        if not mixed:
            return Lines(units, wrapped=True, mixed=False)
    return Lines(text.replace("\r\n", "\n").split("\n"), wrapped=False, mixed=mixed)


def _in_quotes(unit: str) -> bool:
    """Whether a pair of quotes explains the breaks in a unit."""
    return unit.endswith('"') and '\t"' in unit[: unit.index("\n")]


def has_record_inside(text: str) -> bool:
    """Whether a later line of this text looks like a record."""
    return _RECORD_INSIDE.search(text) is not None


def in_quote(units: Sequence[str], i: int) -> bool:
    """Whether a unit stands inside a quote that a text opened not far before it, and that is closed after it."""
    for unit in reversed(units[max(0, i - _NEAR) : i]):
        if "\t" in unit or unit.endswith('"'):
            opens = '\t"' in unit and not unit.endswith('"')
            return opens and any(later.endswith('"') for later in units[i : i + 4 * _NEAR])
    return False


@dataclass(slots=True)
class Sheet:
    """What one pass over the lines gathered: messages in columns, and what was odd.

    The lists of ints are unit indexes, for the cautions.
    """

    times: list[datetime] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    undated: list[int] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    typed_dates: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)

    def add(self, day: datetime, records: Columns) -> None:
        """The records of this day, its first minute given."""
        times, senders, texts = (
            [day + MINUTES[minute] for minute in records.minutes],
            records.senders,
            records.texts,
        )
        if not all(senders):
            rows = zip(times, senders, texts, strict=True)
            self.notices += [Notice(time, text, unsent_by(text)) for time, sender, text in rows if not sender]
            times, texts = list(compress(times, senders)), list(compress(texts, senders))
            senders = [sender for sender in senders if sender]
        self.times += times
        self.senders += senders
        self.texts += texts

    def messages(self, *, bare: bool) -> Messages:
        """The messages, in file order; ``bare`` as `kind_of` takes it."""
        kinds = kinds_of(self.texts, bare=bare)
        return Messages(tuple(self.times), tuple(self.senders), tuple(kinds), tuple(self.texts))

    def cautions(self, lines: Lines) -> list[Caution]:
        """What the user should know of this pass."""
        rows = (
            (CautionClass.UNDATED, self.undated, "日付より前にある{n}件は、いつのものか分からないので入れていません。"),
            (CautionClass.UNREADABLE_LINES, self.unreadable, "読めない行が{n}行あり、入れていません。"),
            (CautionClass.RECORDS_INSIDE_TEXT, self.inside, "履歴のような行{n}行を、メッセージの本文として読みました。"),
            (CautionClass.CLOCK_GOES_BACK, self.back, "時刻が大きく戻るところが{n}か所あります。日付の行が抜けているかもしれません。"),
            (CautionClass.LONE_QUOTE, self.quotes, "閉じない引用符が{n}か所あり、本文の一部として読みました。"),
            (CautionClass.DATE_INSIDE_TEXT, self.typed_dates, "日付のような行{n}行を、メッセージの本文として読みました。"),
            (CautionClass.TWO_EXPORTS, self.titles, "見出しが途中にもう{n}回あります。履歴をつないだファイルのようです。"),
        )  # fmt: skip
        return [
            Caution(kind, sentence.format(n=len(units)), len(units), lines.numbers(units))
            for kind, units, sentence in rows
            if units
        ]
