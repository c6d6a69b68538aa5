"""How long a reason lasts, as Japanese says it (来月の10日まで, お盆明け, 連休明け), relative to a day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from coach.days import WEEKDAYS, number, on_day
from guardrails.holidays import holidays


@dataclass(frozen=True, slots=True)
class Until:
    """How long a reason lasts: the words, and the last day of it when that can be told."""

    start: int
    end: int
    words: str
    day: date | None


_NTH = re.compile(
    r"(?:(?P<next>来月|再来月|今月)の?)?(?:(?P<m>\d{1,2})[/月])?(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})日?"
)
_ENDS = re.compile(
    r"(?P<words>(?P<when>(?:(?:来月|再来月|今月)の?)?(?:\d{1,2}[/月])?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
    r"|再来月|来月末|今月末|来月|今月|再来週|来週|今週|年内|今年|年度末|年度|月末|週末|お盆|正月|年末年始|年末|年明け|gw"
    r"|ゴールデンウィーク|三連休|連休|春休み|夏休み|冬休み)(?P<in>[^。!?、\n]{0,10}?)"
    r"(?P<end>いっぱい|まで|迄|明け|あけ|過ぎ|すぎ|が終わ|中は|中|に終わ|締切|〆切|締め切))",
    re.I,
)
_NTH_DAY = re.compile(
    r"(?P<words>(?:(?P<m>\d{1,2})月(?:の)?)?(?P<n>第[1-5一二三四五]|最後の|最終)(?P<day>[月火水木金土日])曜日?"
    r"(?:まで|が終わ|の[^。、]{0,6}まで|だから)?)"
)
_PART = re.compile(
    r"(?P<words>(?P<month>1[0-2]|[1-9])月(?:の)?(?P<part>上旬|中旬|下旬|半ば|なかば|頭|初め|はじめ|末)?"
    r"(?:の[^。、!?\n]{1,8})?(?:いっぱい|まで|迄|中は|明けまで))"
)
_MONTHS = ("今月", "来月", "再来月")
_EARLY = {"頭": 10, "上": 10, "初": 10, "は": 10, "半": 20, "中": 20, "な": 20}  # 来月頭まで, 来月半ばまで
_SATURDAY = 5
_A_YEAR = 366
_UNDATED = re.compile(
    r"(?P<words>[^。!?、,\n「」]{0,14}?(?:試験|テスト|受験|繁忙期|決算|締切|締め切り|納期|出張|旅行|実習|研修|卒論|合宿|発表|就活"
    r"|大会|ライブ|本番|千秋楽|入稿|引っ越し|治療|手術|退院|検査)(?:が|の)?"
    r"(?:まで|終わ(?:る|った|り|ら)|明け|おわ(?:る|った)|すむ|済む)[^。!?、,\n「」]{0,4})"
)


def _month_end(day: date, ahead: int) -> date:
    month = day.month + ahead + 1
    return date(day.year + (month - 1) // 12, (month - 1) % 12 + 1, 1) - timedelta(days=1)


def _named(when: str, today: date) -> date | None:
    sunday = today + timedelta(days=6 - today.weekday())
    fixed = {
        "今週": sunday,
        "週末": sunday,
        "来週": sunday + timedelta(days=7),
        "再来週": sunday + timedelta(days=14),
        "今月": _month_end(today, 0),
        "月末": _month_end(today, 0),
        "今月末": _month_end(today, 0),
        "来月": _month_end(today, 1),
        "来月末": _month_end(today, 1),
        "再来月": _month_end(today, 2),
        "年内": date(today.year, 12, 31),
        "今年": date(today.year, 12, 31),
        "年末": date(today.year, 12, 31),
        "年度": _next(today, 3, 31),
        "年度末": _next(today, 3, 31),
        "お盆": _next(today, 8, 16),
        "正月": _next(today, 1, 3),
        "年明け": _next(today, 1, 3),
        "年末年始": _next(today, 1, 3),
        "gw": _run_end(_next(today, 5, 3) or today),
        "ゴールデンウィーク": _run_end(_next(today, 5, 3) or today),
        "連休": _long_weekend(today),
        "三連休": _long_weekend(today),
    }
    if when.lower() in fixed:
        return fixed[when.lower()]
    m = _NTH.fullmatch(when)
    if not m:
        return None
    day = number(m["d"])
    if day is None:
        return None
    if m["m"]:
        return _next(today, int(m["m"]), day)
    ahead = {"来月": 1, "再来月": 2, "今月": 0}.get(m["next"] or "")
    first = _month_end(today, (ahead or 0) - 1) + timedelta(days=1)
    found = on_day(first.year, first.month, day)
    if ahead is None and found is not None and found < today:
        first = _month_end(today, 0) + timedelta(days=1)
        found = on_day(first.year, first.month, day)
    return found


def _next(today: date, month: int, day: int) -> date | None:
    for year in (today.year, today.year + 1):
        found = on_day(year, month, day)
        if found and found >= today:
            return found
    return None


def _free(day: date) -> bool:
    return day.weekday() >= _SATURDAY or day in holidays(day.year)


def _run_end(day: date) -> date:
    """The last of the free days in a row that begin with this one."""
    while _free(day + timedelta(days=1)):
        day += timedelta(days=1)
    return day


def _long_weekend(today: date) -> date | None:
    """The last day of the next three or more free days in a row."""
    for ahead in range(_A_YEAR):
        day = today + timedelta(days=ahead)
        if _free(day) and _free(day + timedelta(days=1)) and _free(day + timedelta(days=2)):
            return _run_end(day)
    return None


def _part(m: re.Match[str], today: date) -> date | None:
    """The end of a month or of a third of it: 「11月半ばまで」「2月いっぱい」."""
    first = _next(today, int(m["month"]), 28)
    if first is None:
        return None
    end = _month_end(first, 0)
    part = m["part"] or ""
    if part in ("上旬", "頭", "初め", "はじめ"):
        return end.replace(day=10)
    return end.replace(day=20) if part in ("中旬", "半ば", "なかば") else end


def _nth(m: re.Match[str], today: date) -> date | None:
    """The n-th or last weekday of a month, the next one from today."""
    month = int(m["m"] or today.month)
    year = today.year + (month < today.month)
    first = on_day(year, month, 1)
    if first is None:
        return None
    ahead = (WEEKDAYS.index(m["day"]) - first.weekday()) % 7
    days = [first + timedelta(days=ahead + 7 * i) for i in range(5)]
    days = [d for d in days if d.month == month]
    if not m["n"].startswith("第"):
        return days[-1]
    n = number(m["n"][1:]) or 1
    return days[n - 1] if n <= len(days) else None


def until(text: str, today: date) -> Until | None:
    """How long the reason in a reply lasts, as they put it (「来月の10日まで」「お盆明け」).

    The day counts from ``today``, the day the reply is read. None when nothing is said; ``day`` is None when
    what is said has no date (「試験が終わるまで」).
    """
    m = _ENDS.search(text)
    if m:
        day = _named(m["when"], today)
        if day is not None and m["when"] in _MONTHS and m["in"].strip("の")[:1] in _EARLY:
            day = day.replace(day=_EARLY[m["in"].strip("の")[:1]])
        return Until(m.start("words"), m.end("words"), m["words"], day)
    m = _PART.search(text)
    if m:
        return Until(m.start("words"), m.end("words"), m["words"], _part(m, today))
    m = _NTH_DAY.search(text)
    if m:
        return Until(m.start("words"), m.end("words"), m["words"], _nth(m, today))
    m = _UNDATED.search(text)
    if m:
        return Until(m.start("words"), m.end("words"), m["words"], None)
    return None
