"""What lasts in a story beside its events: a danger once named, who depends on whom, ages, how the two talk, what they like.

A message is read by itself; a story is not. Who was told to be sixteen stays so when the next message only asks whether it is
time to invite, and whoever wrote of dying is not done with it by one 「大丈夫」.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from coach.parts import Asked, Helped, Read
from coach.situation import Reading
from coach.standing.doubts import THEIR_WORDS, TIMED, question, unsure
from coach.standing.years import ADULT
from coach.story.memory import Case
from coach.story.placing import placed
from coach.story.summary import told
from guardrails.vocabulary import Danger

_OF_SCHOOL_AGE = 6
"""A smaller number is no age of one of the two (社会人1年目)."""
A_NIGHT = timedelta(hours=12)
"""How long whoever spoke of dying is asked about nothing else; any answer to the other may wait that long."""


def lasting_danger(case: Case, now: datetime, reading: Reading | None = None) -> Danger | None:
    """The newest danger of the story that still holds, also for what is said now (``reading``), or None.

    It ends the drafts to this person for good (safety: pursuit, threats, money, a minor), except that speaking of dying is the
    user's own and holds for a night. An age that made a minor of somebody is taken back where both are told to be adults.
    """
    for turn in reversed(case.turns):
        for part in turn.parts:
            if isinstance(part, Helped) and not part.again and _holds(part.danger, turn.at, reading, now):
                return part.danger
    return None


def _holds(danger: Danger, named_at: datetime, reading: Reading | None, now: datetime) -> bool:
    match danger:
        case Danger.SELF_HARM:
            return now - named_at < A_NIGHT
        case Danger.MINOR:
            ages = (reading.user_age, reading.their_age) if reading else ()
            return not (ages and all(age is not None and age >= ADULT for age in ages))
        case _:
            return True


def remembered(reading: Reading, text: str, case: Case, today: date) -> Reading:
    """The reading of ``text`` with what earlier messages of the story told and this one is silent about.

    What is said now wins: a register heard in this message, an age, a liking. Who depends on the user does so until
    it is said that they do not (``reading.free``).
    """
    earlier = tuple(_readings(case))
    voiced = next((r.register for r in earlier if r.voiced), None)
    story = told([event for event in case.events if event.on <= today])
    reading = placed(reading, text, story, earlier, today, asked=asked_for_words(case))
    days = (today - story.no_on).days if story.no_on and reading.stage in TIMED else None
    whole = replace(
        reading,
        days_since=_known(reading.days_since, iter((days,))),
        register=voiced if voiced and not reading.voiced else reading.register,
        interests=reading.interests or next((r.interests for r in earlier if r.interests), ()),
        dependent=reading.dependent or (_depended(earlier) and not reading.free),
        user_age=_known(reading.user_age, (r.user_age for r in earlier)),
        their_age=_known(reading.their_age, (r.their_age for r in earlier)),
    )
    asks = question(whole)
    known = story.begun and asks == THEIR_WORDS[0]  # the story tells what went out and what came back
    return replace(whole, unsure=unsure(whole), question="" if known else asks)


def ages_apart(reading: Reading, *, alone: Reading) -> bool:
    """Whether one of the two is known to be under 18 and the other of age, and no message says both.

    ``alone`` is the message without what was told before it: what it says by itself the safety screen has judged.
    """
    return _apart(reading) and not _apart(alone)


def _apart(reading: Reading) -> bool:
    ages = (reading.user_age, reading.their_age)
    known = [age for age in ages if age is not None and age >= _OF_SCHOOL_AGE]
    return len(known) == len(ages) and min(known) < ADULT <= max(known)


def asked_for_words(case: Case) -> bool:
    """Whether the newest answer of the story ended with asking for the other's words."""
    last = case.turns[-1].parts if case.turns else ()
    return any(isinstance(part, Asked) and part.question in THEIR_WORDS for part in last)


def _readings(case: Case) -> Iterator[Reading]:
    """What was read before, the newest first."""
    for turn in reversed(case.turns):
        yield from (part.reading for part in turn.parts if isinstance(part, Read))


def _depended(earlier: tuple[Reading, ...]) -> bool:
    newest = next((r for r in earlier if r.dependent or r.free), None)
    return newest is not None and newest.dependent


def _known(now: int | None, before: Iterator[int | None]) -> int | None:
    return now if now is not None else next((age for age in before if age is not None), None)
