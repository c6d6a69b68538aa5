"""Japanese national holidays, as the jpholiday library keeps them, for lines and plans that ask whether a day is free."""

from datetime import date
from functools import lru_cache

import jpholiday


@lru_cache(maxsize=8)
def holidays(year: int) -> frozenset[date]:
    """All holidays of a year, with the days in lieu and those between two holidays.

    >>> date(2026, 9, 22) in holidays(2026)  # between two holidays
    True
    """
    return frozenset(day for day, _ in jpholiday.year_holidays(year))


@lru_cache(maxsize=8)
def named_holidays(year: int) -> dict[str, date]:
    """The holidays of a year by their names, without the days in lieu of them.

    >>> named_holidays(2026)["海の日"]
    datetime.date(2026, 7, 20)
    """
    return {name: day for day, name in jpholiday.year_holidays(year) if "休" not in name}
