"""What a reading adds to the story: the events it tells of that are not written down yet. Pure.

The user says yes to each, corrects it or takes it out; until then it counts, because forgetting a no is worse than
remembering one that can be taken back.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coach.parts import Part, Planned, Read
from coach.planning.footing import they_move
from coach.situation import Action, Aim, Event, EventKind, Plan, Reading, SignId, Topic
from coach.story.memory import Case
from coach.story.summary import A_FEW_DAYS, Story, is_another_no, told
from guardrails.vocabulary import Stage

_BETWEEN = (Stage.DECLINED, Stage.COOLDOWN, Stage.SECOND_INVITE)
_SENT = {
    Action.REPLY_NOW: EventKind.REPLIED,
    Action.SCHEDULE: EventKind.REPLIED,
    Action.SMALL_TALK: EventKind.SMALL_TALK,
    Action.INVITE_LIGHTLY: EventKind.INVITED,
    Action.STOP_CONTACT: EventKind.REPLIED,  # the one acceptance
}
"""What it means for the story that the user sent a draft made for this plan."""


def noted(parts: Sequence[Part], case: Case, today: date) -> tuple[Event, ...]:
    """The events that an answer's reading adds to what ``case`` holds, oldest first; none after a danger."""
    reading = next((part.reading for part in parts if isinstance(part, Read)), None)
    plan = next((part.plan for part in parts if isinstance(part, Planned)), None)
    if reading is None or plan is None:
        return ()
    return proposed(reading, plan, case.events, today)


def proposed(reading: Reading, plan: Plan, events: Sequence[Event], today: date) -> tuple[Event, ...]:
    """The events that ``reading`` tells of and ``events`` does not hold; ``plan`` is what was made of both."""
    if reading.topic not in (Topic.SITUATION, Topic.OTHER) or reading.aim is Aim.FOR_ANOTHER:
        return ()
    story = told([event for event in events if event.on <= today])
    if story.closed and not they_move(reading):
        return ()
    known = {
        (event.kind, event.on, event.words if event.kind is EventKind.DECLINED else "") for event in events
    }
    return tuple(
        event
        for event in _told(reading, plan, story, today)
        if (event.kind, event.on, event.words if event.kind is EventKind.DECLINED else "") not in known
    )


def sent(plan: Plan, text: str, today: date) -> Event | None:
    """What it adds to the story that the user sent ``text``, a draft made for ``plan``; None if nothing."""
    kind = _SENT.get(plan.action)
    return Event(kind, today, text) if kind else None


def _told(reading: Reading, plan: Plan, story: Story, today: date) -> tuple[Event, ...]:
    days = timedelta(days=reading.days_since or 0)
    if reading.asked_again and story.no_on is not None and not story.asked_again:
        return (Event(EventKind.INVITED, today),)
    if reading.met and (story.offered or story.waits):
        met = Event(EventKind.MET, today)
        after = Story(final=story.final, talked_on=today)
        return (met, *_told(replace(reading, met=False), plan, after, today))
    if reading.accepted and plan.action is Action.SCHEDULE and not story.offered:
        return (Event(EventKind.OFFERED, today, _words_of_no(reading)),)
    if story.offered and reading.stage is None and reading.replied and not story.replied:
        return (Event(EventKind.REPLIED, today),)
    match reading.stage:
        case Stage.CLOSED:
            return _end(reading, story, today - days)
        case Stage.ALTERNATIVE:
            return _offer(reading, story, today - days)
        case Stage.SILENCE:
            return () if story.silent else (Event(EventKind.SILENCE, today - days),)
        case Stage.DECLINED | Stage.COOLDOWN | Stage.SECOND_INVITE:
            no = _no(reading, story, today - days)
            since = replace(story, no_on=no[0].on, replied=False) if no else story
            anew = (Event(EventKind.INVITED, today),) if reading.asked_again and not story.asked_again else ()
            return (*no, *_since(reading, since, today), *anew)
        case None if plan.stage in _BETWEEN:
            return _since(reading, story, today)
        case _:
            return ()


def _no(reading: Reading, story: Story, on: date) -> tuple[Event, ...]:
    words = _words_of_no(reading)
    if story.declines and story.no_on is not None:
        if reading.stage is not Stage.DECLINED:
            return ()
        if not is_another_no(story, words=words, on=on, invited=reading.invited):
            near = words and not story.no_words and abs(on - story.no_on) <= A_FEW_DAYS
            return (Event(EventKind.DECLINED, story.no_on, words),) if near else ()
    fresh = reading.stage is Stage.DECLINED or (reading.replied and words)
    if not fresh and reading.days_since is None:
        return ()  # some no lies behind them, nobody said when
    return (Event(EventKind.DECLINED, on, words),)


def _words_of_no(reading: Reading) -> str:
    """Their newest words; where a sign was read from older ones alone, those: what came after may be no no."""
    words, signs = reading.incoming, [sign.span for sign in reading.signs]
    if words and signs and not any(words.start <= sign.start < words.end for sign in signs):
        words = signs[-1]
    return words.text.strip("「」『』") if words else ""


def _since(reading: Reading, story: Story, today: date) -> tuple[Event, ...]:
    """What has come after the no: the user's answer, small talk, a message of the other's own accord."""
    found: list[Event] = []
    if reading.replied and story.no_on is not None and not story.replied:
        on = max(story.no_on, today - timedelta(days=reading.days_since or 0))
        found.append(Event(EventKind.REPLIED, on))
    talked = reading.talked_days_ago
    answered = story.silent and reading.incoming is not None
    if talked is None and (reading.they_wrote or answered):
        talked = 0
    if talked is not None:
        on = today - timedelta(days=talked)
        if story.talked_on is None or abs(on - story.talked_on) > A_FEW_DAYS:
            found.append(Event(EventKind.SMALL_TALK, on))
    return tuple(found)


def _offer(reading: Reading, story: Story, on: date) -> tuple[Event, ...]:
    span = reading.offered_day or reading.incoming
    return (
        () if story.offered else (Event(EventKind.OFFERED, on, span.text.strip("「」『』") if span else ""),)
    )


def _end(reading: Reading, story: Story, on: date) -> tuple[Event, ...]:
    final = next((sign.span.text for sign in reading.signs if sign.id is SignId.CLOSED), None)
    if final is None and reading.incoming is not None and story.declines:
        return (Event(EventKind.DECLINED, on, reading.incoming.text.strip("「」『』")),)
    return (Event(EventKind.CLOSED, on, (final or "").strip("「」『』")),)
