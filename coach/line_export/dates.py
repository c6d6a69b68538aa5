"""Which lines of a file are its date lines, decided once for the whole file and never guessed from today."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from coach.line_export.clock import LONGEST_DATE, DateShape, Order, date_shape
from coach.line_export.head import saved_at
from coach.line_export.order import day_order
from coach.line_export.parts import Caution, CautionClass
from coach.line_export.sheet import in_quote

_SHOWN = 20


@dataclass(slots=True)
class DateLines:
    """``days`` maps a line index to its day; ``doubtful`` the same for date-like lines that are text."""

    order: Order
    days: dict[int, date] = field(default_factory=dict)
    doubtful: dict[int, date] = field(default_factory=dict)
    cautions: list[Caution] = field(default_factory=list)


def date_lines(
    lines: Sequence[str],
    is_record: Callable[[str], bool],
    *,
    order: Order | None,
    spaced: bool,
    lenient: bool,
    saved: str | None,
) -> DateLines:
    """The date lines among ``lines``.

    A line counts when its weekday is that of its day, a record or another date follows, and days do not run
    back. ``order`` is the user's answer where the file cannot tell, ``saved`` the saved-on line. ``lenient`` (the file has a title) allows
    weekdays in an unknown language, as long as no line has a known one.
    """
    shapes = _shapes(lines, is_record)
    found = day_order(shapes.values(), told=order, saved=saved)
    verified = {i: shape for i, shape in shapes.items() if shape.fits(found[0])}
    result = DateLines(found[0])
    if verified:
        _add_mistyped(lines, shapes, verified, result, spaced=spaced)
        if found[1]:
            result.cautions.append(_ORDER_UNKNOWN)
    elif lenient:
        verified = {i: s for i, s in shapes.items() if s.weekday is None and s.day(found[0]) is not None}
        if verified:
            result.cautions.append(
                Caution(
                    CautionClass.WEEKDAY_UNKNOWN, "曜日が読めない日付の行を、そのまま日付として読みました。"
                )
            )
            if not all(s.year_first for s in verified.values()) and found[1]:
                result.cautions.append(_ORDER_UNKNOWN)
    _keep_forward(
        lines, verified, result, spaced=spaced, last=_last_day(lines, verified, result.order, saved)
    )
    return result


def _last_day(lines: Sequence[str], verified: dict[int, DateShape], order: Order, saved: str | None) -> date:
    """The day after which a date was typed: when the file was saved. Any, where it does not say, or was joined."""
    moment = saved_at(saved, order) if saved is not None else None
    if moment is None or all((shape.day(order) or date.min) <= moment.date() for shape in verified.values()):
        return date.max
    joined = any(line.startswith("[LINE]") for line in lines[min(verified) :])
    return date.max if joined else moment.date()


_ORDER_UNKNOWN = Caution(
    CautionClass.DAY_ORDER_UNKNOWN,
    "日付の「日」と「月」のどちらが先か決められません。日付がずれているかもしれません。",
)


def _shapes(lines: Sequence[str], is_record: Callable[[str], bool]) -> dict[int, DateShape]:
    known: dict[str, DateShape | None] = {}
    shapes: dict[int, DateShape] = {}
    # Cheap tests first: most lines are records, and most of the others hold nothing that parts a date.
    candidates = [
        i
        for i, line in enumerate(lines)
        if ":" not in line and "\t" not in line and 6 <= len(line) <= LONGEST_DATE and "\n" not in line
    ]
    for i in candidates:
        line = lines[i]
        if not ("/" in line or "." in line or "年" in line or "년" in line):
            continue
        if line in known:
            shape = known[line]
        else:
            shape = date_shape(line)
            if shape is not None:
                known[line] = shape
        if shape is not None:
            shapes[i] = shape
    return {i: shape for i, shape in shapes.items() if _followed(lines, i, shapes, is_record)}


def _followed(
    lines: Sequence[str], i: int, shapes: dict[int, DateShape], is_record: Callable[[str], bool]
) -> bool:
    following = i + 1
    while following < len(lines) and following < i + 4 and not lines[following].strip("\r"):
        following += 1
    return following >= len(lines) or following in shapes or is_record(lines[following])


def _blank_before(lines: Sequence[str], i: int) -> bool:
    return i == 0 or not lines[i - 1].strip("\r")


def _add_mistyped(
    lines: Sequence[str],
    shapes: dict[int, DateShape],
    verified: dict[int, DateShape],
    result: DateLines,
    *,
    spaced: bool,
) -> None:
    """A date line with the wrong weekday is one all the same where its place says so; it is reported either way."""
    wrong = [
        i for i, shape in shapes.items() if i not in verified and shape.worded and shape.weekday is not None
    ]
    if not wrong:
        return
    places = list(verified)
    days = [verified[i].day(result.order) or date.min for i in places]
    for i in wrong:
        day, k = shapes[i].day(result.order), bisect_left(places, i)
        if day is None or spaced or not _blank_before(lines, i):
            continue
        if (k == 0 or days[k - 1] <= day) and (k == len(days) or day <= days[k]):
            verified[i] = shapes[i]
    result.cautions.append(
        Caution(
            CautionClass.WEEKDAY_MISMATCH,
            "曜日が日付と合わない行があります。その前後の日付は確かめてください。",
            len(wrong),
            tuple(i + 1 for i in wrong[:_SHOWN]),
        )
    )


def _keep_forward(
    lines: Sequence[str], verified: dict[int, DateShape], result: DateLines, *, spaced: bool, last: date
) -> None:
    """Days run forward; one that runs back, or that lacks the file's usual blank line, was typed or pasted.

    So was one after ``last``, the day the file was saved, unless the file begins after it: then that day is wrong.
    """
    places = sorted(verified)
    blanks = sum(_blank_before(lines, i) for i in places)
    wants_blank = not spaced and blanks >= 2 and blanks * 2 >= len(places)
    current = date.min
    for i in places:
        day = verified[i].day(result.order)
        if day is None:
            continue
        blank = _blank_before(lines, i)
        slack = timedelta(days=2) if blank and not spaced else timedelta()
        back = current != date.min and day < current - slack
        ahead = current != date.min and current <= last < day
        if ((back or ahead) and not _starts_export(lines, i)) or (
            wants_blank and not blank and places[0] != i
        ):
            result.doubtful[i] = day
        else:
            result.days[i] = day
            current = day


def _starts_export(lines: Sequence[str], i: int) -> bool:
    titles = [k for k in range(max(0, i - 4), i) if lines[k].startswith("[LINE]")]
    return bool(titles) and not in_quote(lines, titles[0])
