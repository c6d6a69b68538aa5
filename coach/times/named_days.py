"""Times that Japanese names (来月の10日, 木曜, 年内, お盆, クリスマス, あと2週間), and the last day of each.

``TIME`` is a piece of a pattern with named groups, for a folded text; ``last_day`` reads what it has matched.
"""

import re
from datetime import date, timedelta

from coach.times.dates import WEEKDAYS, on_day
from coach.times.days import number
from guardrails.holidays import holidays, named_holidays

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_FIXED = {
    "元日": (1, 1),
    "元旦": (1, 1),
    "三が日": (1, 3),
    "正月": (1, 3),
    "年末年始": (1, 3),
    "年明け": (1, 3),
    "冬休み": (1, 7),
    "節分": (2, 3),
    "バレンタイン": (2, 14),
    "ひな祭り": (3, 3),
    "ホワイトデー": (3, 14),
    "年度": (3, 31),
    "春休み": (4, 7),
    "七夕": (7, 7),
    "梅雨": (7, 20),
    "お盆": (8, 16),
    "夏休み": (8, 31),
    "ハロウィン": (10, 31),
    "クリスマスイブ": (12, 24),
    "クリスマス": (12, 25),
    "大晦日": (12, 31),
    "年末": (12, 31),
    "年内": (12, 31),
    "今年": (12, 31),
    "春": (3, 31),
    "夏": (6, 30),
    "秋": (9, 30),
    "冬": (12, 31),
}
"""The last day of a time that has a name, as a rule of thumb; of a season the end of its first month."""
_RUNS = {"gw": (5, 3), "ゴールデンウィーク": (5, 3), "シルバーウィーク": (9, 19)}
_HOLIDAYS = (
    "成人の日|建国記念の?日|天皇誕生日|春分の日|昭和の日|憲法記念日|みどりの日|こどもの日|海の日|山の日|敬老の日|秋分の日|スポーツの日"
    "|文化の日|勤労感謝の日"
)
_MONTHS = {"今月": 0, "来月": 1, "再来月": 2}
_WEEKS = {"今週": 0, "来週": 1, "再来週": 2, "この": 0, "次の": 0, "今度の": 0}
_PARTS = {"頭": 10, "初": 10, "はじ": 10, "上": 10, "前": 15, "半": 20, "なか": 20, "中": 20}
_NAMES = "|".join(sorted((*_FIXED, *_RUNS), key=len, reverse=True))

TIME = (
    r"(?:(?:(?P<month>再来月|来月|今月)|(?P<m>1[0-2]|(?<!\d)[1-9]|(?<![一二三四五六七八九十数何])(?:十[一二]?|[一二三四五六七八九]))月)(?:の)?"
    rf"(?:(?P<part>上旬|前半|中旬|半ば|なかば|下旬|後半|頭|初め|はじめ|終わり|おわり|末)|(?P<nth>第{_N}|最後の|最終)(?P<nthday>[{WEEKDAYS}])曜?日?"
    rf"|(?P<d>{_N})日)?"
    r"|(?P<sm>1[0-2]|[1-9])/(?P<sd>[0-3]?\d)"
    rf"|(?P<nth0>第{_N}|最後の|最終)(?P<nthday0>[{WEEKDAYS}])曜?日?"
    rf"|(?:(?P<week>再来週|来週|今週|この|次の|今度の)の?)?(?P<weekday>[{WEEKDAYS}])曜日?"
    r"|(?P<weeks>再来週|来週|今週)末?|(?P<weekend>週末)|(?P<monthend>月末)"
    rf"|(?P<holiday>{_HOLIDAYS})|(?P<long>三連休|連休)"
    rf"|(?<![一-龠])(?P<name>{_NAMES})(?:末)?"
    rf"|(?P<count>{_N}|数|ひと|半)(?P<unit>日間|週間|[かカヶケヵ個]月|年)"
    r"|(?P<few>数日)"
    rf"|(?P<bare>(?<!\d){_N})日)"
)
"""A time that has a name, in folded text."""
_SATURDAY = 5
_A_YEAR = 366


def last_day(m: re.Match[str], today: date) -> date | None:
    """The last day of the time that ``TIME`` has matched, today or later; None when the calendar does not have it."""
    if m["month"] or m["m"]:
        return _in_month(m, today)
    if m["sm"]:
        return _next(today, int(m["sm"]), int(m["sd"]))
    if m["nth0"]:
        return _nth(m["nth0"], m["nthday0"], today, ahead=1)
    if m["weekday"]:
        return _weekday(m["week"], m["weekday"], today)
    if m["weeks"] or m["weekend"]:
        sunday = today + timedelta(days=6 - today.weekday())
        return sunday + timedelta(days=7 * _WEEKS[m["weeks"] or "今週"])
    if m["monthend"]:
        return month_end(today, 0)
    if m["holiday"]:
        return _holiday(m["holiday"], today)
    if m["long"]:
        return _long_weekend(today)
    if m["name"]:
        return _named(m["name"], today)
    if m["count"]:
        return _counted(m["count"], m["unit"], today)
    if m["few"]:
        return _counted("数", "日", today)
    return _bare(number(m["bare"]), today)


def month_end(day: date, ahead: int) -> date:
    """The last day of the month so many months ahead."""
    month = day.month + ahead + 1
    return date(day.year + (month - 1) // 12, (month - 1) % 12 + 1, 1) - timedelta(days=1)


def _in_month(m: re.Match[str], today: date) -> date | None:
    if m["month"]:
        end = month_end(today, _MONTHS[m["month"]])
    else:
        month = number(m["m"]) or 0
        if m["d"]:
            return _next(today, month, number(m["d"]) or 0)
        end = month_end(_next(today, month, 28) or today, 0)
    if m["nth"]:
        return _nth(m["nth"], m["nthday"], end.replace(day=1), ahead=0)
    if m["d"]:
        return on_day(end.year, end.month, number(m["d"]) or 0)
    part = next((day for head, day in _PARTS.items() if (m["part"] or "").startswith(head)), None)
    return end.replace(day=part) if part else end


def _bare(day: int | None, today: date) -> date | None:
    """A day without a month: of this one, or of the next where it has gone by."""
    for ahead in (0, 1):
        end = month_end(today, ahead)
        found = on_day(end.year, end.month, day or 0)
        if found and found >= today:
            return found
    return None


def _weekday(week: str | None, day: str, today: date) -> date:
    at = WEEKDAYS.index(day)
    if week in ("来週", "再来週"):
        return today + timedelta(days=at - today.weekday() + 7 * _WEEKS[week])
    return today + timedelta(days=(at - today.weekday()) % 7)


def _nth(nth: str, day: str, today: date, *, ahead: int) -> date | None:
    """The n-th or last weekday of this month, or of the next ones where it has gone by."""
    for later in range(ahead + 1):
        end = month_end(today, later)
        days = [d for d in (end.replace(day=i + 1) for i in range(end.day)) if WEEKDAYS[d.weekday()] == day]
        n = number(nth[1:]) if nth.startswith("第") else 0
        found = days[n - 1] if n is not None and n <= len(days) else None
        if found and found >= today:
            return found
    return None


def _named(name: str, today: date) -> date | None:
    if name in _RUNS:
        start = _next(today, *_RUNS[name])
        return run_end(start) if start else None
    return _next(today, *_FIXED[name])


def _holiday(name: str, today: date) -> date | None:
    days = (d for y in (today.year, today.year + 1) for n, d in named_holidays(y).items() if n == name)
    return min((d for d in days if d >= today), default=None)


def _counted(count: str, unit: str, today: date) -> date | None:
    if count == "半":
        days = 182 if unit == "年" else 15
    else:
        days = (number(count) or 0) * {"日": 1, "週": 7, "年": 365}.get(unit[0], 30)
    return today + timedelta(days=days)


def _next(today: date, month: int, day: int) -> date | None:
    for year in (today.year, today.year + 1):
        found = on_day(year, month, day)
        if found and found >= today:
            return found
    return None


def _free(day: date) -> bool:
    return day.weekday() >= _SATURDAY or day in holidays(day.year)


def run_end(day: date) -> date:
    """The last of the free days in a row that begin with this one."""
    while _free(day + timedelta(days=1)):
        day += timedelta(days=1)
    return day


def _long_weekend(today: date) -> date | None:
    """The last day of the next three or more free days in a row."""
    for ahead in range(_A_YEAR):
        day = today + timedelta(days=ahead)
        if all(_free(day + timedelta(days=i)) for i in range(3)):
            return run_end(day)
    return None
