"""Records of one day that run against the clock: an old talk, pasted into a message."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

_SLACK = 5  # minutes a record may run back
_TYPED = 8  # typed dates of a day that are looked at


def pasted(minutes: Sequence[int], dated: Sequence[int] = ()) -> list[int] | None:
    """Positions of the records of a day that lie between others and fit no time there.

    ``dated`` are positions with a date typed right before them: what follows is that day's, as far as the clock
    then steps back to where it was. None when the clock runs forward; empty when it runs back but a date line may
    as well be missing.
    """
    if minutes == sorted(minutes) or all(two >= one - _SLACK for one, two in pairwise(minutes)):
        return None
    for begin in dated[:_TYPED]:
        back = _step_back(minutes, begin)
        if back is not None and pasted([*minutes[:begin], *minutes[back:]]) is None:
            return list(range(begin, back))
    kept = _forward(minutes)
    odd, latest = [], 0
    for i, minute in enumerate(minutes):
        if i in kept:
            latest = minute
        elif minute < latest - _SLACK:
            odd.append(i)
    return odd if odd and odd[-1] < len(minutes) - 1 and len(odd) * 2 < len(minutes) else []


def _step_back(minutes: Sequence[int], begin: int) -> int | None:
    """Where the clock, after ``begin``, first steps back to between the minute before it and its own."""
    floor = minutes[begin - 1] - _SLACK if begin else 0
    steps = (k for k in range(begin + 1, len(minutes)) if minutes[k] < minutes[k - 1] - _SLACK)
    return next((k for k in steps if floor <= minutes[k] < minutes[begin]), None)


def _forward(minutes: Sequence[int]) -> set[int]:
    """Positions of the longest run of minutes that begins with the first one and never goes back."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, minute in enumerate(minutes):
        k = bisect_right(tails, minute)
        if i and not k:  # earlier than the first
            before.append(-1)
            continue
        before.append(ends[k - 1] if k else -1)
        tails[k : k + 1] = [minute]
        ends[k : k + 1] = [i]
    kept, i = set[int](), ends[-1]
    while i >= 0:
        kept.add(i)
        i = before[i]
    return kept
