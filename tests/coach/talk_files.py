"""Writes talks as LINE's phones and its desktop app do, for tests and for the bench."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

Row = tuple[datetime, str, str]
WEEKDAYS = "月火水木金土日"
HEADER = "[LINE] ゆいとのトーク履歴\n保存日時：2031/12/31 08:00\n\n"


def clock_ampm(at: datetime) -> str:
    return f"{'午前' if at.hour < 12 else '午後'}{at.hour % 12 or 12:02}:{at.minute:02}"


def clock_en(at: datetime) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02}{'AM' if at.hour < 12 else 'PM'}"


def clock_24(at: datetime) -> str:
    return f"{at.hour:02}:{at.minute:02}"


def date_ja(day: date) -> str:
    return f"{day:%Y/%m/%d}({WEEKDAYS[day.weekday()]})"


def date_era(day: date) -> str:
    return f"R{day.year - 2018}/{day:%m/%d}({WEEKDAYS[day.weekday()]})"


def date_us(day: date) -> str:
    return f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[day.weekday()]}, {day:%m/%d/%Y}"


def date_de(day: date) -> str:
    return f"{('Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So')[day.weekday()]}., {day.day}.{day.month}.{day.year}"


def date_tw(day: date) -> str:
    return f"{day.year}/{day.month}/{day.day}（{'一二三四五六日'[day.weekday()]}）"


def date_buddhist(day: date) -> str:
    return (
        f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[day.weekday()]}, {day:%d/%m}/{day.year + 543} BE"
    )


def date_desktop(day: date) -> str:
    return f"{day:%Y.%m.%d} {WEEKDAYS[day.weekday()]}曜日"


def tabbed(
    rows: Iterable[Row],
    *,
    header: str = HEADER,
    date_line: object = date_ja,
    clock: object = clock_24,
    eol: str = "\n",
    quoted: bool = True,
) -> str:
    """A phone's file; with CRLF the breaks inside a text stay LF."""
    assert callable(date_line)
    assert callable(clock)
    lines = [header.replace("\n", eol)]
    day: date | None = None
    for at, sender, text in rows:
        if at.date() != day:
            lines.append(("" if day is None else eol) + date_line(at.date()) + eol)
            day = at.date()
        whole = f'"{text}"' if quoted and "\n" in text else text
        lines.append(f"{clock(at)}\t{sender}\t{whole}{eol}")
    return "".join(lines)


def spaced(rows: Iterable[Row], *, eol: str = "\r\n") -> str:
    """A desktop file."""
    lines = []
    day: date | None = None
    for at, sender, text in rows:
        if at.date() != day:
            lines.append(date_desktop(at.date()) + eol)
            day = at.date()
        lines.append(f"{clock_24(at)} {sender} {text}".replace("\n", eol) + eol)
    return "".join(lines)


def two_days(*texts: str, names: Sequence[str] = ("ゆい", "けん")) -> list[Row]:
    """These texts in turn, an hour apart, over two days."""
    start = (datetime(2024, 10, 12, 9), datetime(2024, 10, 13, 9))
    half = (len(texts) + 1) // 2
    return [
        (start[i // half].replace(hour=9 + i % half), names[i % len(names)], text)
        for i, text in enumerate(texts)
    ]
