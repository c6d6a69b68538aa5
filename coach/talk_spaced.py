"""The desktop layout: ``TIME NAME TEXT`` with single spaces, raw line breaks and no header."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise

from coach.talk_clock import minute_of
from coach.talk_dates import DateLines
from coach.talk_kinds import BARE_KINDS, FIRST_SIGNS, kind_of
from coach.talk_names import learn_names, owner_form
from coach.talk_notices import NOTICE_LAST, is_notice, unsent_by
from coach.talk_parts import Caution, CautionClass, MessageKind, Notice, Refusal, RefusalClass
from coach.talk_person import GONE, clean_name, same_name
from coach.talk_sheet import MINUTES, TIMED, Lines, Sheet

_HALF_OR_GAP = frozenset(" AaPp午上凌早下中晚오") | {
    ""
}  # after a time: may be the half of its day, or no record
_SLACK = 5  # minutes a record may run back
_FEW = 6  # timed lines, in which even a true talk shows no names
_COVER = 0.8  # of the timed lines, what the names must explain
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


@dataclass(frozen=True, slots=True)
class _Timed:
    """The lines that begin with a time, in columns: unit, minute, the rest, and the number of its day."""

    places: list[int]
    minutes: list[int]
    rests: list[str]
    days: list[int]


def read_spaced(
    lines: Lines, dates: DateLines, *, hints: Sequence[str], names: Sequence[str]
) -> tuple[Sheet, list[Caution]]:
    """Read every unit. ``hints`` are names the file name suggests, ``names`` those the user gave.

    Raises Refusal: not_a_talk, names_unclear, group.
    """
    timed = _timed(lines.units, sorted(dates.days))
    known, cautions = _names(timed, hints=hints, names=names)
    match = owner_form(known).match
    owned = [found[1] if (found := match(rest)) else None for rest in timed.rests]
    sheet = Sheet()
    for k in _pasted(owned, timed, sheet):
        owned[k] = None
    _walk(lines.units, dates, timed, owned, sheet)
    return sheet, cautions


def _timed(units: Sequence[str], starts: Sequence[int]) -> _Timed:
    clock: dict[str, int] = {}
    timed = _Timed([], [], [], [])
    day, match = 0, TIMED.match
    ends = [*starts, len(units)]
    for i, unit in enumerate(units):
        if i >= ends[day]:
            day += 1
        head, _, rest = unit.partition(" ")
        minute = clock.get(head)
        if minute is None or rest[:1] in _HALF_OR_GAP:
            if (found := match(unit)) is None:
                continue
            head, rest = found[1], unit[found.end() :]
            minute = clock.setdefault(head, minute_of(head))
        timed.places.append(i)
        timed.minutes.append(minute)
        timed.rests.append(rest)
        timed.days.append(day)
    return timed


def _names(timed: _Timed, *, hints: Sequence[str], names: Sequence[str]) -> tuple[list[str], list[Caution]]:
    notices = {k for k, rest in enumerate(timed.rests) if rest[-1:] in NOTICE_LAST and is_notice(rest)}
    spoken = [k for k in range(len(timed.rests)) if k not in notices] if notices else range(len(timed.rests))
    rests = [timed.rests[k] for k in spoken]
    if len(names) == 2:
        return list(names), []
    taught = {name for k in notices if (name := unsent_by(timed.rests[k]))}
    told = [name for name in (*names, *_hinted(rests, hints), *sorted(taught)) if name]
    told = [name for name in dict.fromkeys(told) if any(rest.startswith(name) for rest in rests)]
    learned = learn_names(rests, lambda i: timed.days[spoken[i]] * 24 * 60 + timed.minutes[spoken[i]], told)
    found = list(learned.names)
    present = [name for name in found if name not in GONE]
    if len(present) > 2:
        third = sum(rest.startswith(present[2] + " ") for rest in rests)
        if third >= max(3, 0.02 * len(rests)):
            raise Refusal(RefusalClass.GROUP)
        found = [name for name in found if name in GONE or name in present[:2]]
    if learned.covered < _COVER:
        raise Refusal(
            RefusalClass.NAMES_UNCLEAR if hints or told or len(rests) < _FEW else RefusalClass.NOT_A_TALK
        )
    if len(found) + bool(hints and not _hinted(rests, hints)) < 2:
        raise Refusal(RefusalClass.NAMES_UNCLEAR)
    if not learned.guessed:
        return found, []
    sentence = (
        f"名前と本文の境目を「{'」「'.join(found)}」と推し量りました。違うときは表示名を教えてください。"
    )
    return found, [Caution(CautionClass.NAMES_GUESSED, sentence)]


def _hinted(rests: Sequence[str], hints: Sequence[str]) -> list[str]:
    """The hint as the lines spell it (a file system may have changed the spelling)."""
    for hint in hints:
        words = hint.count(" ") + 1
        heads = dict.fromkeys(" ".join(rest.split(" ", words)[:words]) for rest in rests)
        if spelled := [head for head in heads if same_name(head, hint)]:
            return spelled[:1]
    return []


def _pasted(owned: Sequence[str | None], timed: _Timed, sheet: Sheet) -> list[int]:
    """Records that lie between others of their day and fit no time there: an old talk pasted into a message."""
    pasted: list[int] = []
    minutes, days = timed.minutes, timed.days
    spoken = [k for k, name in enumerate(owned) if name is not None]
    odd_days = {
        days[two]
        for one, two in pairwise(spoken)
        if minutes[two] < minutes[one] - _SLACK and days[one] == days[two]
    }
    for number in sorted(odd_days):
        begin = bisect_left(spoken, number, key=days.__getitem__)
        end = bisect_right(spoken, number, key=days.__getitem__)
        odd = _inside([minutes[k] for k in spoken[begin:end]])
        if odd:
            pasted += [spoken[begin + i] for i in odd]
        else:
            sheet.back.append(timed.places[spoken[begin]])
    return pasted


def _inside(minutes: Sequence[int]) -> list[int]:
    """Positions of pasted records: those a step back begins, fewer than half, and others of the day after them.

    Empty when it may as well be a date line that is missing.
    """
    kept = _forward(minutes)
    odd, latest = [], 0
    for i, minute in enumerate(minutes):
        if i in kept:
            latest = minute
        elif minute < latest - _SLACK:
            odd.append(i)
    return odd if odd and odd[-1] < len(minutes) - 1 and len(odd) * 2 < len(minutes) else []


def _forward(minutes: Sequence[int]) -> set[int]:
    """Positions of the longest run of minutes that begins with the first one and never goes back."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, minute in enumerate(minutes):
        k = bisect_right(tails, minute)
        if i and not k:  # earlier than the first
            before.append(-1)
            continue
        before.append(ends[k - 1] if k else -1)
        tails[k : k + 1] = [minute]
        ends[k : k + 1] = [i]
    kept, i = set[int](), ends[-1]
    while i >= 0:
        kept.add(i)
        i = before[i]
    return kept


def _walk(
    units: Sequence[str], dates: DateLines, timed: _Timed, owned: Sequence[str | None], sheet: Sheet
) -> None:
    """Go from one structural line to the next; what lies between is the rest of a text."""
    places, rests = timed.places, timed.rests
    structural = [k for k, name in enumerate(owned) if name is not None or is_notice(rests[k])]
    stops = sorted([*dates.days, *(places[k] for k in structural)])
    following = dict(zip(stops, [*stops[1:], len(units)], strict=True))
    days = [None, *(datetime.combine(dates.days[i], time(0)) for i in sorted(dates.days))]
    names = {name: clean_name(name) for name in set(owned) if name is not None}
    sheet.unreadable += [i for i in range(stops[0]) if units[i]]
    for i in dates.days:
        sheet.unreadable += [j for j in range(i + 1, following[i]) if units[j]]
    for k in structural:
        i, name, rest, minute, day = places[k], owned[k], rests[k], timed.minutes[k], days[timed.days[k]]
        text = "" if name is None else rest[len(name) + 1 :]
        end = following[i]
        if day is None or minute < 0:
            (sheet.unreadable if minute < 0 else sheet.undated).append(i)
            sheet.unreadable += [j for j in range(i + 1, end) if units[j]]
        elif name is None or text in _TAILS:
            sheet.notices.append(Notice(day + MINUTES[minute], rest, unsent_by(rest)))
            sheet.unreadable += [j for j in range(i + 1, end) if units[j]]
        else:
            if end > i + 1:
                text = _extend(text, units, range(i + 1, end), dates, timed, sheet)
            special = text[:1] in FIRST_SIGNS or "album" in text or text in BARE_KINDS
            sheet.times.append(day + MINUTES[minute])
            sheet.senders.append(names[name])
            sheet.texts.append(text)
            sheet.kinds.append(kind_of(text, bare=True) if special else MessageKind.TEXT)


def _extend(
    text: str, units: Sequence[str], more: range, dates: DateLines, timed: _Timed, sheet: Sheet
) -> str:
    """The text with the lines that continue it; those that look like structure are noted."""
    for j in more:
        if j in dates.doubtful:
            sheet.typed_dates.append(j)
        k = bisect_left(timed.places, j)
        if k < len(timed.places) and timed.places[k] == j:
            sheet.inside.append(j)
    return "\n".join((text, *units[more.start : more.stop])).rstrip("\n")
