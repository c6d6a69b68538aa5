"""The next steps as an iCalendar file: whole days without a clock time, so that no calendar can shift them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from unicodedata import category

from icalendar import Calendar
from icalendar import Event as Entry

from coach.planning.waiting import WEEK
from coach.policy import plan
from coach.situation import Event, EventKind, Reading, Topic
from coach.story.summary import told
from guardrails.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Step:
    """One entry: ``first`` to ``last``, both days included. ``key`` tells the steps of a story apart."""

    key: str
    title: str
    first: date
    last: date


def steps(events: Sequence[Event], today: date) -> tuple[Step, ...]:
    """What is worth writing into a calendar: until when not to invite, and when one light message is fine.

    Empty when the next move is the other's, or when there is no date to wait for.
    """
    past = [event for event in events if event.on <= today]
    without_talk = [event for event in past if event.kind is not EventKind.SMALL_TALK]
    waiting = plan(Reading(Topic.SITUATION), without_talk, today)
    if waiting.not_before is None or waiting.stage not in (Stage.DECLINED, Stage.COOLDOWN):
        return ()
    found = []
    if waiting.not_before > today:
        found.append(Step("wait", "この日までは誘わない", today, waiting.not_before - timedelta(days=1)))
    story = told(past)
    talk = max(day + WEEK for day in (story.no_on, story.talked_on) if day is not None)
    if talk > today or found:
        first = max(talk, today)
        found.append(Step("talk", "軽い雑談を1通まで", first, first + WEEK - timedelta(days=1)))
    return tuple(found)


def calendar(found: tuple[Step, ...], *, case_id: str, now: datetime, name: str = "") -> bytes:
    """The steps as an ``.ics`` file for Apple, Google and Outlook.

    Args:
        found: what `steps` gave; an end in the file is the day after the last one, as the format has it.
        case_id: a story's entries keep their identity, so that a later file replaces what an earlier one put in.
        now: the clock's reading.
        name: the title's addition when the user wants one; a calendar on a lock screen shows it.
    """
    shown = "".join(
        c for c in name if c in "\t\n" or category(c) != "Cc"
    )  # the format has no place for others
    file = Calendar()
    file.add("prodid", "-//yohaku//next steps//JA")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-timezone", "Asia/Tokyo")
    for step in found:
        entry = Entry()
        entry.add("uid", sha256(f"{case_id}/{step.key}".encode()).hexdigest()[:32] + "@yohaku")
        entry.add("dtstamp", now.astimezone(UTC))
        entry.add("sequence", int(now.timestamp()) // 60)
        entry.add("summary", f"{step.title}（{shown}）" if shown else step.title)
        entry.add("dtstart", step.first)
        entry.add("dtend", step.last + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        entry.add("class", "PRIVATE")
        file.add_component(entry)
    written: bytes = file.to_ical()
    return written
