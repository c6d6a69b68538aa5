"""Japanese national holidays by the law's own rules, for lines that answer on weekdays only."""

from datetime import date, timedelta
from functools import lru_cache

_FIXED = ((1, 1), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23))
_MONDAYS = ((1, 2), (7, 3), (9, 3), (10, 2))  # (month, which Monday)
_SUNDAY = 6


@lru_cache(maxsize=8)
def holidays(year: int) -> frozenset[date]:
    """All holidays of a year, with the days in lieu. Holds for 2022 to 2099, as the law stands in 2026.

    >>> date(2026, 9, 22) in holidays(2026)  # between two holidays
    True
    """
    days = {date(year, month, day) for month, day in _FIXED}
    days |= {_monday(year, month, nth) for month, nth in _MONDAYS}
    days |= {date(year, 3, _equinox(year, 20.8431)), date(year, 9, _equinox(year, 23.2488))}
    for day in sorted(days):
        if day.weekday() == _SUNDAY:
            days.add(next(d for d in (day + timedelta(n) for n in range(1, 8)) if d not in days))
    two = timedelta(days=2)
    days |= {day + timedelta(days=1) for day in tuple(days) if day + two in days}
    return frozenset(days)


def _monday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7 + 7 * (nth - 1))


def _equinox(year: int, base: float) -> int:
    return int(base + 0.242194 * (year - 1980) - (year - 1980) // 4)
