"""The Japanese names of our closed sets, and dates as people write them: what the terminal and the files show."""

from datetime import date

from coach.interface import section
from coach.situation import EventKind, SignId
from guardrails.vocabulary import Act, Category, Stage

STAGES = {Stage(name): said for name, said in section("stages").items()}
SIGNS = {SignId(name): said for name, said in section("signs").items()}
EVENTS = {EventKind(name): said for name, said in section("events").items()}
ACTS = {Act(name): said for name, said in section("acts").items()}
CATEGORIES = {Category(name): said for name, said in section("categories").items()}
_WEEKDAYS = "月火水木金土日"


def day(on: date) -> str:
    """A day as people write it: 12月5日（土）."""
    return f"{on.month}月{on.day}日（{_WEEKDAYS[on.weekday()]}）"
