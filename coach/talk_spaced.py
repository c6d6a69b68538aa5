"""The desktop layout: ``TIME NAME TEXT`` with single spaces, raw line breaks and no header."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, time

from coach.talk_clock import minute_of
from coach.talk_dates import DateLines
from coach.talk_names import learn_names
from coach.talk_parts import Caution, CautionClass, Message, Notice, Refusal, RefusalClass
from coach.talk_sheet import TIMED, Lines, Sheet, moment
from coach.talk_words import GONE, clean_name, is_notice, kind_of, same_name, unsent_by

_SLACK = 5
_COVER = 0.8  # of the timed lines, what the names must explain
_TAILS = frozenset(
    {"unsent a message.", "unsent a message", "left the chat.", "left the group.", "joined the chat.", "joined the group."}
)


def read_spaced(
    lines: Lines, dates: DateLines, *, hints: Sequence[str], names: Sequence[str]
) -> tuple[Sheet, list[Caution]]:
    """Read every unit. ``hints`` are names the file name suggests, ``names`` those the user gave.

    Raises Refusal: not_a_talk, names_unclear, group.
    """
    timed = _timed(lines.units)
    places = sorted(timed)
    spoken = [i for i in places if not is_notice(timed[i][1])]
    known, cautions = _names(timed, spoken, _moments(timed, spoken, dates), dates, hints=hints, names=names)
    owned = {i: name for i in spoken if (name := _owner(timed[i][1], known)) is not None}
    sheet = Sheet()
    pasted = _pasted(owned, timed, dates, sheet)
    _walk(lines.units, dates, timed, {i: name for i, name in owned.items() if i not in pasted}, sheet)
    return sheet, cautions


def _timed(units: Sequence[str]) -> dict[int, tuple[int, str]]:
    clock: dict[str, int] = {}
    timed = {}
    for i, unit in enumerate(units):
        if unit[:1].isspace() or (found := TIMED.match(unit)) is None:
            continue
        head = found[1]
        minute = clock.get(head)
        if minute is None:
            minute = clock[head] = minute_of(head)
        timed[i] = minute, clean_name(unit[found.end() :])
    return timed


def _moments(timed: dict[int, tuple[int, str]], spoken: list[int], dates: DateLines) -> list[int]:
    """Minutes since the first day, for comparing one line with the next."""
    starts = sorted(dates.days)
    first = dates.days[starts[0]].toordinal() if starts else 0
    moments = []
    for i in spoken:
        k = bisect_right(starts, i)
        day = dates.days[starts[k - 1]].toordinal() - first if k else -1
        moments.append(day * 24 * 60 + timed[i][0])
    return moments


def _names(
    timed: dict[int, tuple[int, str]],
    spoken: list[int],
    moments: list[int],
    dates: DateLines,
    *,
    hints: Sequence[str],
    names: Sequence[str],
) -> tuple[list[str], list[Caution]]:
    rests = [timed[i][1] for i in spoken]
    taught = {name for _, rest in timed.values() if len(rest) < 90 and (name := unsent_by(rest))}
    told = [name for name in (*names, *_hinted(rests, hints), *sorted(taught)) if name]
    told = [name for name in dict.fromkeys(told) if any(rest.startswith(name) for rest in rests)]
    if len(names) == 2:
        found, guessed, covered = list(names), False, 1.0
    else:
        learned = learn_names(rests, moments, told)
        found, guessed, covered = list(learned.names), learned.guessed, learned.covered
    present = [name for name in found if name not in GONE]
    if len(present) > 2:
        _refuse_third(rests, present)
        found = [name for name in found if name in GONE or name in present[:2]]
    if covered < _COVER:
        raise Refusal(RefusalClass.NAMES_UNCLEAR if hints or told else RefusalClass.NOT_A_TALK)
    if len(found) + bool(hints and not _hinted(rests, hints)) < 2:
        raise Refusal(RefusalClass.NAMES_UNCLEAR)
    cautions = []
    if guessed:
        named = "」「".join(found)
        sentence = f"名前と本文の境目を「{named}」と推し量りました。違うときは表示名を教えてください。"
        cautions.append(Caution(CautionClass.NAMES_GUESSED, sentence))
    return found, cautions


def _hinted(rests: Sequence[str], hints: Sequence[str]) -> list[str]:
    """The hint as the lines spell it (a file system may have changed the spelling)."""
    for hint in hints:
        words = hint.count(" ") + 1
        for rest in rests:
            head = " ".join(rest.split(" ", words)[:words])
            if same_name(head, hint):
                return [head]
    return []


def _refuse_third(rests: Sequence[str], names: Sequence[str]) -> None:
    third = sum(rest.startswith(names[2] + " ") for rest in rests)
    if third >= max(3, 0.02 * len(rests)):
        raise Refusal(RefusalClass.GROUP)


def _owner(rest: str, names: Sequence[str]) -> str | None:
    fitting = [n for n in names if rest.startswith(n) and rest[len(n) : len(n) + 1] in (" ", "")]
    return max(fitting, key=len) if fitting else None


def _pasted(
    owned: dict[int, str], timed: dict[int, tuple[int, str]], dates: DateLines, sheet: Sheet
) -> set[int]:
    """Records that lie between others of their day and fit no time there: an old talk pasted into a message."""
    starts, pasted = sorted(dates.days), set[int]()
    day: list[int] = []
    places = sorted(owned)
    for n, i in enumerate(places):
        day.append(i)
        if n + 1 == len(places) or bisect_right(starts, places[n + 1]) != bisect_right(starts, i):
            minutes = [timed[k][0] for k in day]
            if any(two < one - _SLACK for one, two in zip(minutes, minutes[1:], strict=False)):
                odd = _misfits(minutes)
                inner = bool(odd) and odd[0] > 0 and odd[-1] < len(day) - 1
                if inner and len(odd) * 3 <= len(day):
                    pasted.update(day[k] for k in odd)
                else:
                    sheet.back.append(day[0])
            day = []
    return pasted


def _misfits(minutes: Sequence[int]) -> list[int]:
    """Positions outside the longest run of minutes that never goes back."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, minute in enumerate(minutes):
        k = bisect_right(tails, minute)
        before.append(ends[k - 1] if k else -1)
        tails[k : k + 1] = [minute]
        ends[k : k + 1] = [i]
    kept, i = set[int](), ends[-1] if ends else -1
    while i >= 0:
        kept.add(i)
        i = before[i]
    return [i for i in range(len(minutes)) if i not in kept]


def _walk(
    units: Sequence[str],
    dates: DateLines,
    timed: dict[int, tuple[int, str]],
    owned: dict[int, str],
    sheet: Sheet,
) -> None:
    messages, day = sheet.messages, None
    extra: list[str] = []
    open_record = False
    for i, unit in enumerate(units):
        name = owned.get(i)
        if name is None and i not in dates.days and not (i in timed and is_notice(timed[i][1])):
            if open_record:
                extra.append(unit)
                if i in timed:
                    sheet.inside.append(i)
                if i in dates.doubtful:
                    sheet.typed_dates.append(i)
            elif unit:
                sheet.unreadable.append(i)
            continue
        if extra:
            _finish(messages, extra)
        open_record = False
        if i in dates.days:
            day = datetime.combine(dates.days[i], time(0))
            continue
        minute, rest = timed[i]
        if minute < 0:
            sheet.unreadable.append(i)
        elif day is None:
            sheet.undated.append(i)
        elif name is None or rest[len(name) + 1 :] in _TAILS:
            sheet.notices.append(Notice(moment(day, minute), rest, unsent_by(rest)))
        else:
            text = rest[len(name) + 1 :]
            messages.append(Message(moment(day, minute), name, kind_of(text, bare=True), text))
            open_record = True
    if extra:
        _finish(messages, extra)


def _finish(messages: list[Message], extra: list[str]) -> None:
    while extra and not extra[-1]:
        extra.pop()
    if extra:
        text = "\n".join((messages[-1].text, *extra))
        messages[-1] = messages[-1]._replace(text=text, kind=kind_of(text, bare=True))
        extra.clear()
