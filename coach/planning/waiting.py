"""How long to wait after a no before a next invitation may be considered (DOMAIN.md, waiting times)."""

from datetime import date, timedelta

from coach.situation import Reason, ReasonKind, SignId

AT_ONCE = (0, 0)
SHORT = (7, 14)
LONG = (14, 30)
WEEK = timedelta(days=7)
STILL_FRESH = timedelta(days=3)
"""So long after a no an answer to it is still in time."""
OPEN = frozenset({SignId.OTHER_DAY, SignId.GROUP})
VAGUE = frozenset({SignId.BARE_BUSY, SignId.POSTPONED, SignId.DODGED, SignId.PLACE_ONLY})


def wait_days(signs: frozenset[SignId], reason: Reason) -> tuple[int, int] | None:
    """Days from their no: least and most. None where the next move is theirs for good or nothing was refused.

    A day or group they offered needs no wait; a concrete reason 7-14; a vague one, or none given, 14-30 (A). What is of
    no known kind counts as concrete where they are sorry for it.
    """
    if signs & {SignId.CLOSED, SignId.NO_ANSWER}:
        return None
    if signs & OPEN:
        return AT_ONCE
    if signs & VAGUE:
        return LONG
    sincere = SignId.REASON_AND_APOLOGY in signs or reason.until is not None
    vague = reason.formula or (reason.kind is ReasonKind.OTHER and not sincere)
    return LONG if reason.kind is ReasonKind.NONE or vague else SHORT


def earliest(no_on: date, wait: tuple[int, int], until: date | None) -> date:
    """The first day a next invitation may be considered: after the wait and after their reason has ended."""
    day = no_on + timedelta(days=wait[0])
    return max(day, until + timedelta(days=1)) if until else day
