"""How long replies took, and whether that changed in the newer half of a talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from statistics import median_low

_ENOUGH = 8  # replies in each half before a change is spoken of


class Trend(StrEnum):
    """How reply times of the newer half compare with those of the older half."""

    FASTER = "faster"
    STEADY = "steady"
    SLOWER = "slower"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReplyTimes:
    """From the other person's last message to the first one back; medians are None without replies."""

    count: int
    median: timedelta | None
    older: timedelta | None
    newer: timedelta | None
    trend: Trend


def reply_times(delays: Sequence[timedelta]) -> ReplyTimes:
    """A clock that runs back (it happens in real files) gives no delay."""
    at_once = timedelta()
    forward = [delay for delay in delays if delay >= at_once]
    if not forward:
        return ReplyTimes(0, None, None, None, Trend.UNKNOWN)
    half = len(forward) // 2
    if half < _ENOUGH:
        return ReplyTimes(len(forward), median_low(forward), None, None, Trend.UNKNOWN)
    older, newer = median_low(forward[:half]), median_low(forward[-half:])
    return ReplyTimes(len(forward), median_low(forward), older, newer, _trend(older, newer))


def _trend(older: timedelta, newer: timedelta) -> Trend:
    """Twice as long, and by ten minutes at least, is a change; less is everyday noise."""
    if abs(newer - older) < timedelta(minutes=10):
        return Trend.STEADY
    if newer >= 2 * older:
        return Trend.SLOWER
    return Trend.FASTER if older >= 2 * newer else Trend.STEADY
