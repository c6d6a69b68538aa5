"""Which of the days they offered the answer takes, and whether it can only decline."""

from coach.situation import Reading
from coach.times.offered import day_in, days_left

UNABLE = "unable"
"""How the phrases of an answer are called that takes none of the days."""


def answered_day(reading: Reading) -> str:
    """The first day they offered on which the user can come, in their words; "" where there is none."""
    return next(iter(_left(reading)), "")


def declines_the_day(reading: Reading) -> bool:
    """Whether the user can come on none of the days: it is said kindly, and the next one is left to the other."""
    return reading.unable is not None and not _left(reading)


def declined_day(reading: Reading) -> str:
    """The day that is declined, in their words; where it has no name or there are several, その日."""
    said = reading.offered_day.text if reading.offered_day else ""
    return day_in(said) if len(days_left(said, "")) == 1 else "その日"


def _left(reading: Reading) -> tuple[str, ...]:
    said = reading.offered_day.text if reading.offered_day else ""
    return days_left(said, reading.unable.text if reading.unable else "")
