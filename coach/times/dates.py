"""Dates as they are typed (10/3, 2025/04/18, 今日は10/5): the day each means."""

import re
from datetime import date

WEEKDAYS = "月火水木金土日"
STAMP = re.compile(r"(?:(?P<y>\d{4})[/年.-])?(?P<m>\d{1,2})(?:[/月.-])(?P<d>\d{1,2})日?")
"""A date in figures, with or without the year."""
_MONTH_IS = re.compile(r"(?:今は?|いまは?)(?P<m>\d{1,2})月")
_TODAY_IS = re.compile(
    r"(?:今日|きょう|本日|現在|いま|今)(?:は|が|:|：|=|=)?\s*(?:(?P<m>\d{1,2})[/月])?(?P<d>\d{1,2})日?(?!時|分|:|歳|才|通|個|回|人|万|円|週|か月|ヶ月|年)"
    rf"|(?:(?P<m2>\d{{1,2}})[/月])(?P<d2>\d{{1,2}})日?(?:[(（][{WEEKDAYS}][)）])?\s*(?:←|<-|…)?\s*(?:いま|今日|今ここ|きょう|現在)"
)


def told_today(text: str, today: date) -> date | None:
    """The day the user says it is (「今日は10/5」), as the nearest such day; None when not said."""
    m = _TODAY_IS.search(text)
    if not m:
        only = _MONTH_IS.search(text)
        return on_day(today.year, int(only["m"]), 15) if only else None
    day = int(m["d"] or m["d2"])
    month = int(m["m"] or m["m2"] or 0)
    if not month:
        in_stamps = STAMP.findall(text)
        month = int(in_stamps[0][1]) if in_stamps else today.month
    return on_day(today.year, month, day)


def on_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar does not have it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def past_date(text: str, today: date) -> date | None:
    """The newest day not after ``today`` that a stamp such as 10/3 or 2025/04/18 means; None for a later one."""
    m = STAMP.search(text)
    if not m:
        return None
    month, day = int(m["m"]), int(m["d"])
    if m["y"]:
        found = on_day(int(m["y"]), month, day)
        return found if found and found <= today else None
    for year in (today.year, today.year - 1):
        found = on_day(year, month, day)
        if found and found <= today:
            return found
    return None


def names_year(text: str) -> bool:
    """Whether a stamp says the year, so that its day is no matter of guessing."""
    m = STAMP.search(text)
    return m is not None and m["y"] is not None
