"""The desktop layout: ``TIME NAME TEXT`` with single spaces, raw line breaks and no header."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from itertools import pairwise

from coach.talk_clock import minute_of
from coach.talk_dates import DateLines
from coach.talk_names import owner_form
from coach.talk_notices import is_notice, unsent_by
from coach.talk_parts import Caution, Notice
from coach.talk_pasted import pasted
from coach.talk_person import clean_name
from coach.talk_sheet import MINUTES, TIMED, Lines, Sheet
from coach.talk_speakers import speakers

_TAILS = frozenset(
    {
        "unsent a message.",
        "unsent a message",
        "left the chat.",
        "left the group.",
        "joined the chat.",
        "joined the group.",
    }
)


def read_spaced(
    lines: Lines, dates: DateLines, *, hints: Sequence[str], names: Sequence[str]
) -> tuple[Sheet, list[Caution]]:
    """Read every unit. ``hints`` are names the file name suggests, ``names`` those the user gave.

    Raises Refusal: not_a_talk, names_unclear, group.
    """
    known, cautions = speakers(lines.units, sorted(dates.days), hints=hints, names=names)
    return _by_day(lines.units, dates, _records(lines.units, known)), cautions


@dataclass(frozen=True, slots=True)
class _Records:
    """The records of a file in columns: unit, minute, sender ("" for a notice), and the first line of the text.

    ``broken`` are records of an impossible minute, ``others`` the lines that begin with a time and are text.
    """

    places: list[int] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    others: set[int] = field(default_factory=set)


def _records(units: Sequence[str], names: Sequence[str]) -> _Records:
    found, owner = _Records(), owner_form(names).match
    shown = {name: clean_name(name) for name in names}
    clock: dict[str, int] = {}
    places, minutes, senders, texts = found.places, found.minutes, found.senders, found.texts
    for i, unit in enumerate(units):
        head, _, rest = unit.partition(" ")
        minute = clock.get(head)
        name = owner(rest) if minute is not None else None
        if (
            minute is None or name is None
        ):  # a new clock, one whose half of the day stands apart, or no record
            if (timed := TIMED.match(unit)) is None:
                continue
            head, rest = timed[1], unit[timed.end() :]
            minute = clock.setdefault(head, minute_of(head))
            name = owner(rest)
        text = rest[name.end() :] if name is not None else ""
        spoken = name is not None and text not in _TAILS
        if not spoken and not is_notice(rest):
            found.others.add(i)
        elif minute < 0:
            found.broken.append(i)
        else:
            places.append(i)
            minutes.append(minute)
            senders.append(shown[name[1]] if name is not None and spoken else "")
            texts.append(text if spoken else rest)
    return found


def _by_day(units: Sequence[str], dates: DateLines, found: _Records) -> Sheet:
    """Put the records under their date lines; what lies between two structural lines is the rest of a text."""
    sheet, starts = Sheet(), sorted(dates.days)
    begin, failed = bisect_left(found.places, starts[0]), bisect_left(found.broken, starts[0])
    sheet.undated += found.places[:begin]
    sheet.unreadable += found.broken
    lost = {*sheet.undated, *sheet.unreadable}
    sheet.unreadable += [i for i in range(starts[0]) if units[i] and i not in lost]
    for start, end in pairwise([*starts, len(units)]):
        after, until = bisect_left(found.places, end, begin), bisect_left(found.broken, end, failed)
        kept = _in_time(found, range(begin, after), sheet)
        spoken = [k for k in kept if found.senders[k]]
        day, first = datetime.combine(dates.days[start], time(0)), len(sheet.texts)
        sheet.times += [day + MINUTES[found.minutes[k]] for k in spoken]
        sheet.senders += [found.senders[k] for k in spoken]
        sheet.texts += [found.texts[k] for k in spoken]
        owners = [found.places[k] for k in spoken]
        stops, silent = owners, {start, *found.broken[failed:until]}
        if len(spoken) < len(kept):
            notices = [k for k in kept if not found.senders[k]]
            silent.update(found.places[k] for k in notices)
            sheet.notices += [_notice(found.texts[k], day + MINUTES[found.minutes[k]]) for k in notices]
        if len(silent) > 1:
            stops = sorted({*owners, *silent} - {start})
        for i, following in pairwise([start, *stops, end]):
            if following == i + 1:
                continue
            if i in silent:
                sheet.unreadable += [j for j in range(i + 1, following) if units[j]]
            else:
                k = first + bisect_left(owners, i)
                sheet.texts[k] = "\n".join((sheet.texts[k], *units[i + 1 : following])).rstrip("\n")
                sheet.typed_dates += [j for j in range(i + 1, following) if j in dates.doubtful]
                sheet.inside += [j for j in range(i + 1, following) if j in found.others]
        begin, failed = after, until
    return sheet


def _notice(words: str, at: datetime) -> Notice:
    return Notice(at, words, unsent_by(words))


def _in_time(found: _Records, records: range, sheet: Sheet) -> Sequence[int]:
    """The records of a day without those that were pasted into a message; a notice holds nothing pasted."""
    odd = pasted(found.minutes[records.start : records.stop])
    if odd is None:
        return records
    inside = {records[k] for k in odd}
    if not inside or any(k - 1 not in inside and not found.senders[k - 1] for k in inside):
        sheet.back.append(found.places[records.start])
        return records
    found.others.update(found.places[k] for k in inside)
    return [k for k in records if k not in inside]
