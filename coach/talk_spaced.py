"""The desktop layout: ``TIME NAME TEXT`` with single spaces, raw line breaks and no header."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from itertools import compress, pairwise

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
    return _written(lines.units, dates, _records(lines.units, known)), cautions


@dataclass(slots=True)
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

    def drop(self, gone: Collection[int]) -> None:
        """Take rows out of the columns."""
        kept = [k not in gone for k in range(len(self.places))]
        self.places, self.minutes = list(compress(self.places, kept)), list(compress(self.minutes, kept))
        self.senders, self.texts = list(compress(self.senders, kept)), list(compress(self.texts, kept))


def _records(units: Sequence[str], names: Sequence[str]) -> _Records:
    found, owner = _Records(), owner_form(names).match
    shown = {name: clean_name(name) for name in names}
    # What stands before a text, clock and name, is met again and again; its length is one of a few.
    begins: dict[str, tuple[int, str]] = {}
    cuts: list[int] = []
    nested = any(one != two and two.startswith(one) for one in names for two in names)
    places, texts, known = found.places, found.texts, list[tuple[int, str]]()
    for i, unit in enumerate(units):
        for cut in cuts:
            if (begin := begins.get(unit[:cut])) is not None:
                break
        else:
            if (timed := TIMED.match(unit)) is None:
                continue
            rest, minute = unit[timed.end() :], minute_of(timed[1])
            if (name := owner(rest)) is None:
                if not is_notice(rest):
                    found.others.add(i)
                    continue
                begin, cut = (minute, ""), timed.end()
            else:
                begin, cut = (minute, shown[name[1]]), timed.end() + name.end()
                if minute >= 0 and unit[cut - 1] == " " and not nested:
                    begins[unit[:cut]] = begin
                    if cut not in cuts:
                        cuts.append(cut)
            if begin[0] < 0:
                found.broken.append(i)
                continue
        places.append(i)
        known.append(begin)
        texts.append(unit[cut:])
    found.minutes, found.senders = [minute for minute, _ in known], [sender for _, sender in known]
    if not _TAILS.isdisjoint(texts):
        _set_tails_apart(found)
    return found


def _set_tails_apart(found: _Records) -> None:
    """A name that only says what somebody did begins a notice."""
    for k, text in enumerate(found.texts):
        if text in _TAILS:
            found.senders[k], found.texts[k] = "", f"{found.senders[k]} {text}"


def _written(units: Sequence[str], dates: DateLines, found: _Records) -> Sheet:
    """Put the records under their date lines; what lies between two structural lines is the rest of a text."""
    sheet, starts = Sheet(), sorted(dates.days)
    _set_undated_apart(units, found, starts[0], sheet)
    _set_pasted_apart(found, dates, starts, sheet)
    times = _times(found, dates, starts)
    notices = [k for k, sender in enumerate(found.senders) if not sender]
    silent = {*starts, *found.broken, *(found.places[k] for k in notices)}
    sheet.notices += [Notice(times[k], found.texts[k], unsent_by(found.texts[k])) for k in notices]
    if notices:
        times = list(compress(times, found.senders))
        found.drop(set(notices))
    sheet.times, sheet.senders, sheet.texts = times, found.senders, found.texts
    stops = sorted([*found.places, *silent, len(units)])
    for i, following in pairwise(stops):
        if following == i + 1 or i < starts[0]:
            continue
        if i in silent:
            sheet.unreadable += [j for j in range(i + 1, following) if units[j]]
        else:
            k = bisect_left(found.places, i)
            sheet.texts[k] = "\n".join((sheet.texts[k], *units[i + 1 : following])).rstrip("\n")
            sheet.typed_dates += [j for j in range(i + 1, following) if j in dates.doubtful]
            sheet.inside += [j for j in range(i + 1, following) if j in found.others]
    return sheet


def _set_undated_apart(units: Sequence[str], found: _Records, first: int, sheet: Sheet) -> None:
    """Whatever stands before the first date line."""
    undated = bisect_left(found.places, first)
    sheet.undated = found.places[:undated]
    sheet.unreadable = found.broken.copy()
    lost = {*sheet.undated, *sheet.unreadable}
    sheet.unreadable += [i for i in range(first) if units[i] and i not in lost]
    if undated:
        found.drop(range(undated))


def _set_pasted_apart(found: _Records, dates: DateLines, starts: Sequence[int], sheet: Sheet) -> None:
    """Records of a day that were pasted into a message are text; a notice holds nothing pasted."""
    inside: set[int] = set()
    dated = (
        [k for k, place in enumerate(found.places) if place - 1 in dates.doubtful] if dates.doubtful else []
    )
    for begin, end in pairwise([*(bisect_left(found.places, start) for start in starts), len(found.places)]):
        typed = dated[bisect_right(dated, begin) : bisect_left(dated, end)]
        odd = pasted(found.minutes[begin:end], [k - begin for k in typed])
        if odd is None:
            continue
        within = {begin + k for k in odd}
        if not within or any(k - 1 not in within and not found.senders[k - 1] for k in within):
            sheet.back.append(found.places[begin])
        else:
            inside |= within
    if inside:
        found.others.update(found.places[k] for k in inside)
        found.drop(inside)


def _times(found: _Records, dates: DateLines, starts: Sequence[int]) -> list[datetime]:
    times: list[datetime] = []
    for start, end in pairwise([*starts, None]):
        assert start is not None
        until = len(found.places) if end is None else bisect_left(found.places, end)
        day = datetime.combine(dates.days[start], time(0))
        times += [day + MINUTES[minute] for minute in found.minutes[len(times) : until]]
    return times
