"""The dated catalogue of helplines: who may be named, since when that is known, and who answers right now."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from guardrails.holidays import holidays
from guardrails.rules import RULES_DIR
from guardrails.vocabulary import Danger

CATALOGUE = RULES_DIR / "helplines.yaml"
JAPAN = timezone(timedelta(hours=9))

_SATURDAY = 5
_YEAR_END = ("12-29..01-03",)  # offices rest then; a source that only says 平日 does not tell


@dataclass(frozen=True, slots=True)
class Window:
    """One stretch of opening: minutes after midnight; ``until`` may pass 1440. ``day`` is a day of the month."""

    start: int
    until: int
    weekdays: bool = False
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Helpline:
    """One entry. ``number`` or ``web`` is set; ``windows`` is empty where the hours are not known."""

    id: str
    name: str
    number: str
    web: str
    hours: str
    note: str
    also: tuple[str, ...]
    dangers: tuple[Danger, ...]
    grade: str
    source_url: str
    verified_on: date
    windows: tuple[Window, ...] = ()
    closed: tuple[str, ...] = ()
    young: bool = False
    sexual: bool = False
    emergency: bool = False

    @property
    def contact(self) -> str:
        """The number to dial or the address to open."""
        return self.number or self.web


@lru_cache(maxsize=1)
def catalogue() -> tuple[Helpline, ...]:
    """All lines, in the order of the file."""
    return load(CATALOGUE)


def load(path: Path) -> tuple[Helpline, ...]:
    """Read a catalogue; raises ``ValueError`` naming the entry that cannot be used."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    lines = []
    for entry in raw["lines"]:
        try:
            lines.append(_line(dict(entry)))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path.name}, {entry.get('id', '?')}: {error!r}") from error
    return tuple(lines)


def lines_for(danger: Danger, *, young: bool = False) -> tuple[Helpline, ...]:
    """The lines for a danger; those for people under 18 only where one is concerned."""
    return tuple(line for line in catalogue() if danger in line.dangers and (young or not line.young))


@lru_cache(maxsize=1)
def known_numbers() -> frozenset[str]:
    """Every number that may be printed, digits (and a leading #) only.

    >>> "0120279338" in known_numbers(), "#9110" in known_numbers()
    (True, True)
    """
    return frozenset(dialled(n) for line in catalogue() for n in (line.number, *line.also) if n)


def dialled(number: str) -> str:
    """A number as it is dialled: no hyphens, spaces or brackets.

    >>> dialled("0120-279-338")
    '0120279338'
    """
    return re.sub(r"[^0-9#]", "", number)


def open_now(line: Helpline, at: datetime) -> bool | None:
    """Whether somebody answers at that moment (an aware datetime); None where the catalogue does not know."""
    if not line.windows:
        return None
    local = at.astimezone(JAPAN)
    if _within(local.date(), line.closed):
        return False
    unsure = False
    for back in (0, 1):
        day = local.date() - timedelta(days=back)
        minute = local.hour * 60 + local.minute + back * 1440
        for window in line.windows:
            if window.start <= minute < window.until and _runs(window, day):
                if window.weekdays and _within(day, _YEAR_END):
                    unsure = True
                else:
                    return True
    return None if unsure else False


def _runs(window: Window, day: date) -> bool:
    if window.day is not None and day.day != window.day:
        return False
    return not (window.weekdays and (day.weekday() >= _SATURDAY or day in holidays(day.year)))


def _within(day: date, parts: tuple[str, ...]) -> bool:
    here = f"{day:%m-%d}"
    for part in parts:
        first, last = part.split("..")
        if (first <= here <= last) if first <= last else (here >= first or here <= last):
            return True
    return False


def _line(raw: dict[str, Any]) -> Helpline:
    line = Helpline(
        id=raw.pop("id"),
        name=raw.pop("name"),
        number=str(raw.pop("number", "")),
        web=raw.pop("web", ""),
        hours=raw.pop("hours"),
        note=raw.pop("note", ""),
        also=tuple(map(str, raw.pop("also", ()))),
        dangers=tuple(Danger(d) for d in raw.pop("for")),
        grade=raw.pop("grade"),
        source_url=raw.pop("source_url"),
        verified_on=raw.pop("verified_on"),
        windows=tuple(_window(w) for w in raw.pop("open", ())),
        closed=tuple(raw.pop("closed", ())),
        young=raw.pop("young", False),
        sexual=raw.pop("sexual", False),
        emergency=raw.pop("emergency", False),
    )
    if raw:
        raise ValueError(f"unknown keys {sorted(raw)}")
    if (
        bool(line.number) == bool(line.web)
        or line.grade not in ("A", "B")
        or not isinstance(line.verified_on, date)
    ):
        raise ValueError("needs either number or web, grade A or B, and a date in verified_on")
    return line


def _window(raw: dict[str, Any]) -> Window:
    if raw.get("days", "daily") not in ("daily", "weekdays"):
        raise ValueError(f"days is daily or weekdays, not {raw['days']!r}")
    return Window(_minutes(raw["from"]), _minutes(raw["to"]), raw.get("days") == "weekdays", raw.get("day"))


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)
