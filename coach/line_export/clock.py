"""Clock times and date lines as phones in several languages write them."""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

NO_CLOCK = -2
IMPOSSIBLE = -1

_BEFORE_NOON = ("午前", "上午", "凌晨", "早上", "오전", "AM", "am", "a.m.", "A.M.")
_AFTER_NOON = ("午後", "下午", "中午", "晚上", "오후", "PM", "pm", "p.m.", "P.M.")
HALF = "|".join(re.escape(words) for words in (*_BEFORE_NOON, *_AFTER_NOON))
_GAP = "[ \u00a0\u202f]?"
# An explicit digit class: \d would also take digits of other scripts.
CLOCK = rf"(?:(?:{HALF}){_GAP})?[0-9]{{1,2}}[:：.][0-9]{{2}}(?:{_GAP}(?:{HALF}))?"
_CLOCK = re.compile(rf"(?:({HALF}){_GAP})?([0-9]{{1,2}})[:：.]([0-9]{{2}})(?:{_GAP}({HALF}))?")
LONGEST_CLOCK = 12


@lru_cache(maxsize=4096)  # a file writes the same minutes again and again
def minute_of(words: str) -> int:
    """Minutes after midnight; ``IMPOSSIBLE`` for a clock such as 25:99, ``NO_CLOCK`` for anything else.

    24:05 is 00:05 of the same date line's day; both 午後0:30 and 午後12:30 are half past noon.
    """
    found = _CLOCK.fullmatch(words.strip("\u200b\u200e\u200f\u2066\u2067\u2068\u2069"))
    if found is None:
        return NO_CLOCK
    half, hour, minute = found[1] or found[4], int(found[2]), int(found[3])
    if minute > 59 or hour > (12 if half else 24) or (found[1] and found[4]):
        return IMPOSSIBLE
    if half:
        hour = hour % 12 + (12 if half in _AFTER_NOON else 0)
    return hour % 24 * 60 + minute


class Order(StrEnum):
    """Which number of a date that ends in the year comes first."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def _weekdays() -> dict[str, int]:
    """Monday is 0."""
    rows = (
        "月 火 水 木 金 土 日",
        "月曜 火曜 水曜 木曜 金曜 土曜 日曜",
        "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
        "一 二 三 四 五 六 日",
        "週一 週二 週三 週四 週五 週六 週日",
        "周一 周二 周三 周四 周五 周六 周日",
        "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
        "禮拜一 禮拜二 禮拜三 禮拜四 禮拜五 禮拜六 禮拜日",
        "一 二 三 四 五 六 天",
        "星期一 星期二 星期三 星期四 星期五 星期六 星期天",
        "mon tue wed thu fri sat sun",
        "mon tues wed thurs fri sat sun",
        "monday tuesday wednesday thursday friday saturday sunday",
        "mo di mi do fr sa so",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "월 화 수 목 금 토 일",
        "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
        "จ อ พ พฤ ศ ส อา",
        "จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์",
        "จันทร์ อังคาร พุธ พฤหัส ศุกร์ เสาร์ อาทิตย์",
        "วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์",
        "sen sel rab kam jum sab min",
        "senin selasa rabu kamis jumat sabtu minggu",
    )
    return {word: day for row in rows for day, word in enumerate(row.split())}


_WEEKDAYS = _weekdays()
_ERAS = {"R": 2018, "令和": 2018, "H": 1988, "平成": 1988, "S": 1925, "昭和": 1925, "民國": 1911}
_DATE = re.compile(
    r"[\u200b\u200e\u200f\u2066-\u2069]*"
    r"(?:(?P<before>[^0-9/\n\t]{1,20}?)[ ,\u00a0\u202f]+)?"
    r"(?P<era>[RHS]|令和|平成|昭和|民國)?"
    r"(?P<a>[0-9]{1,4})(?:[/年]|\. ?|년 ?)(?P<b>[0-9]{1,2})(?:[/月]|\. ?|월 ?)(?P<c>[0-9]{1,4})[日일.]?"
    r"(?P<buddhist> ?(?:BE|พ\.ศ\.))?"
    r"(?:[ ,\u00a0\u202f]*[(（]?(?P<after>[^0-9()（）\n\t]{1,20}?)[)）]?)?"
    r"[\u200b\u200e\u200f\u2066-\u2069 ]*"
)
LONGEST_DATE = 48
# LINE was born in 2011: an older date is not one of its date lines.
_YEARS = range(2011, 2100)
_BUDDHIST_YEARS = range(_YEARS.start + 543, _YEARS.stop + 543)
_MINGUO_YEARS = range(100, 189)


class DateShape(NamedTuple):
    """A line that looks like a date line, before anyone decided the order of day and month.

    A day is None when there is no such day or LINE did not exist yet. ``weekday`` is Monday = 0, or None when the
    line has none or one in a language not known here (``worded``). A NamedTuple, because a long talk has thousands.
    """

    day_first: date | None
    month_first: date | None
    year_first: bool
    weekday: int | None
    worded: bool

    def day(self, order: Order) -> date | None:
        """The day under this order."""
        return self.day_first if order is Order.DAY_FIRST else self.month_first

    def fits(self, order: Order) -> bool:
        """Whether the weekday in the line is that of the day."""
        day = self.day(order)
        return day is not None and day.weekday() == self.weekday


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def date_shape(line: str) -> DateShape | None:
    """The date in a line that holds a date and nothing else but a weekday; None otherwise."""
    found = _DATE.fullmatch(line)
    if found is None:
        return None
    before, era, a, b, c, buddhist, after = found.groups(default="")
    first, second, third = int(a), int(b), int(c)
    year_first = bool(era) or third < 1000
    if year_first:
        day_first = month_first = _day(_year(first, era, bool(buddhist)), second, third)
    else:
        year = _year(third, "", bool(buddhist))
        day_first, month_first = _day(year, second, first), _day(year, first, second)
    word = (before or after).strip(" .,()（）").lower()
    return DateShape(day_first, month_first, year_first, _WEEKDAYS.get(word), bool(word))


def _year(number: int, era: str, buddhist: bool) -> int:
    if era:
        return _ERAS[era] + number
    if buddhist or number in _BUDDHIST_YEARS:
        return number - 543
    return number + 1911 if number in _MINGUO_YEARS else number
