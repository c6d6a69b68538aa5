"""What to do today and not before when: ``plan(reading, events, today)``, pure.

Stage, waiting time and action are decided here from the whole story; the strictest of what the events and the
newest message say wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coach.lexicon import fold
from coach.signs import read_reply
from coach.situation import Action, Aim, Event, Plan, Reading, Reason, SignId, Topic, Writer
from coach.story import Story, told
from coach.until import until
from coach.waiting import AT_ONCE, SHORT, WEEK, earliest, wait_days
from coach.wording import Line, line, told_fact
from coach.years import ADULT
from guardrails.vocabulary import Danger, Stage

_HELP = frozenset(
    {
        Danger.SELF_HARM,
        Danger.DV,
        Danger.BEING_PURSUED,
        Danger.THREAT,
        Danger.SEXTORTION,
        Danger.MONEY_FRAUD,
    }
)
_STILL_FRESH = timedelta(days=3)  # so long after a no an answer to it is still in time


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where the two stand today, from events and message together."""

    stage: Stage | None
    story: Story
    declines: int
    no_on: date | None
    wait: tuple[int, int] | None
    invite_on: date | None
    theirs: bool  # a postponement: the next move is the other's, and they have not made it
    reason: Reason


def plan(reading: Reading, events: Sequence[Event], today: date) -> Plan:
    """Decide what to do today.

    Args:
        reading: what was read from the newest message.
        events: what is known to have happened, in any order; events after ``today`` are ignored.
        today: the day in Japan.

    Returns:
        One action with its reasons in Japanese. An invitation is never planned inside a waiting time, on top of
        a silence, a third time, or after a final no.
    """
    story = told([e for e in events if e.on <= today])
    if _retold(reading, story):
        reading = replace(reading, stage=None)
    here = _standing(reading, story, today)
    action, key = _decide(reading, here, today)
    return _worded(action, line(key), reading, here, today)


def _fresh_no(reading: Reading, story: Story) -> bool:
    """Whether the message tells of a no that the events do not hold yet."""
    if reading.stage is not Stage.DECLINED:
        return False
    if story.no_on is None:
        return True
    if reading.incoming is None:
        return False
    said, known = reading.incoming.text, story.no_words
    return not (known and (known in said or said in known))


def _retold(reading: Reading, story: Story) -> bool:
    """Whether the message tells once more of the no that the story holds: then the story says what comes next."""
    return (
        reading.stage is Stage.DECLINED
        and reading.incoming is not None
        and story.no_on is not None
        and reading.declines < 2
        and not _fresh_no(reading, story)
    )


def _standing(reading: Reading, story: Story, today: date) -> _Standing:
    fresh = _fresh_no(reading, story)
    declines = max(reading.declines, story.declines + fresh)
    signs, reason = _their_words(reading, story)
    stage = _stage(reading, story, declines, signs, today)
    told_on = today - timedelta(days=reading.days_since) if reading.days_since is not None else None
    if fresh and told_on is None:
        told_on = today
    no_on = max((d for d in (told_on, story.no_on) if d), default=None)
    wait = None
    if stage in (Stage.DECLINED, Stage.ALTERNATIVE, Stage.COOLDOWN, Stage.SECOND_INVITE) or (
        reading.topic is Topic.DRAFT_CHECK and stage is None and reading.incoming
    ):
        wait = wait_days(signs, reason)
        if stage is Stage.ALTERNATIVE:
            wait = AT_ONCE
    invite_on = earliest(no_on, wait, reason.until) if no_on and wait and wait != AT_ONCE else None
    theirs = SignId.POSTPONED in signs and not reading.they_wrote and stage is not Stage.ALTERNATIVE
    return _Standing(stage, story, declines, no_on, wait, invite_on, theirs, reason)


def _their_words(reading: Reading, story: Story) -> tuple[frozenset[SignId], Reason]:
    """Signs and reason of their last no: from the message, or else from the words noted with the event."""
    signs = frozenset(s.id for s in reading.signs)
    if reading.incoming is not None or not story.no_words or story.no_on is None:
        return signs, reading.reason
    noted = read_reply(story.no_words)
    end = until(fold(story.no_words).text, story.no_on)
    reason = Reason(noted.reason.kind, None, end.day if end else None, end.words if end else "")
    return signs | {s.id for s in noted.signs}, reason


def _stage(
    reading: Reading, story: Story, declines: int, signs: frozenset[SignId], today: date
) -> Stage | None:
    if story.closed or reading.stage is Stage.CLOSED or SignId.CLOSED in signs:
        return Stage.CLOSED
    if reading.stage is Stage.ALTERNATIVE:
        return Stage.ALTERNATIVE
    if declines >= 2:
        return Stage.CLOSED
    answered = reading.incoming is not None or reading.they_wrote
    if story.silent and not answered and reading.stage is not Stage.DECLINED:
        return Stage.SILENCE
    if reading.stage is not None or reading.topic is not Topic.SITUATION:
        return reading.stage
    if story.offered:
        return Stage.ALTERNATIVE
    if story.declines and story.no_on is not None:
        answered = story.replied or today > story.no_on + _STILL_FRESH
        return Stage.COOLDOWN if answered else Stage.DECLINED
    return None


def _decide(reading: Reading, here: _Standing, today: date) -> tuple[Action, str]:
    """The action and the key of its words in ``rules/plan.yaml``."""
    danger = _danger(reading)
    if danger:
        return danger
    if here.stage is Stage.CLOSED and reading.topic is not Topic.DRAFT_CHECK:
        return _closed(reading, here)
    match reading.topic:
        case Topic.DRAFT_CHECK:
            return Action.CHECK_DRAFT, "check"
        case Topic.OFF_TOPIC:
            return Action.CLARIFY, "off_topic"
        case Topic.OTHER:
            return _other(reading, here)
        case _:
            pass
    if reading.dependent and here.stage in (Stage.DECLINED, Stage.COOLDOWN, Stage.SECOND_INVITE):
        return Action.STOP_CONTACT, "stop_dependent"
    match here.stage:
        case Stage.ALTERNATIVE:
            group = {s.id for s in reading.signs} & {SignId.OTHER_DAY, SignId.GROUP} == {SignId.GROUP}
            return Action.SCHEDULE, "schedule_group" if group else "schedule"
        case Stage.SILENCE:
            upset = reading.aim is Aim.COMFORT
            return (Action.SELF_CARE, "silence_care") if upset else (Action.DO_NOT_SEND, "silence")
        case Stage.DECLINED:
            return _declined(reading, here)
        case Stage.COOLDOWN | Stage.SECOND_INVITE:
            return _between(reading, here, today)
        case Stage.WAITING:
            wants = reading.aim is Aim.SEND_MORE
            return (Action.DO_NOT_SEND, "hold") if wants else (Action.SELF_CARE, "care")
        case _:
            return Action.CLARIFY, "clarify"


def _danger(reading: Reading) -> tuple[Action, str] | None:
    dangers = {a.danger for a in reading.alarms}
    if dangers & _HELP:
        return Action.REFER_TO_HELP, "help"
    if Danger.ABOUT_TO_PURSUE in dangers:
        return Action.STOP_CONTACT, "pursue"
    if Danger.MINOR in dangers:
        adult = reading.user_age is not None and reading.user_age >= ADULT
        asks = reading.topic is Topic.OTHER
        return (Action.STOP_CONTACT, "stop_minor") if adult or asks else (Action.REFER_TO_HELP, "help")
    if reading.topic is Topic.CRISIS:
        return Action.REFER_TO_HELP, "help"
    return None


def _closed(reading: Reading, here: _Standing) -> tuple[Action, str]:
    if reading.aim is Aim.COMFORT and reading.stage is Stage.CLOSED:
        return Action.SELF_CARE, "stop_care"
    final = SignId.CLOSED in {s.id for s in reading.signs}
    return Action.STOP_CONTACT, "stop_second" if here.declines >= 2 and not final else "stop"


def _other(reading: Reading, here: _Standing) -> tuple[Action, str]:
    known = here.stage is not None or here.story.invitations
    if reading.aim is Aim.INVITE and not known and reading.incoming is None:
        return Action.INVITE_LIGHTLY, "first_invite"
    theirs = reading.last_writer is Writer.THEM or reading.they_wrote
    if reading.aim is Aim.REPLY and theirs and not known:
        return Action.REPLY_NOW, "thanks"
    if reading.accepted and not known:
        return Action.SCHEDULE, "accepted"
    if reading.aim is Aim.FOR_ANOTHER:
        return Action.DO_NOT_SEND, "hands_off"
    if reading.aim is Aim.COMFORT and not known:
        return Action.SELF_CARE, "rest"
    return Action.CLARIFY, "clarify"


def _declined(reading: Reading, here: _Standing) -> tuple[Action, str]:
    if reading.replied or (here.story.replied and reading.incoming is None):
        return Action.DO_NOT_SEND, "wait"
    return Action.REPLY_NOW, "reply_then_theirs" if here.theirs else "reply"


def _between(reading: Reading, here: _Standing, today: date) -> tuple[Action, str]:
    """Cooling down, or about to ask a second time: the days decide, and whether talk is warm."""
    due = here.invite_on is None or today >= here.invite_on
    asks_early = reading.aim is Aim.INVITE and (here.invite_on is None or today < here.invite_on)
    asked_twice = here.story.invitations >= 2
    ripe = reading.stage is Stage.SECOND_INVITE or (
        reading.stage is None and reading.aim is Aim.INVITE and here.invite_on is not None
    )
    if ripe and due and not asked_twice and not here.theirs:
        return Action.INVITE_LIGHTLY, "invite"
    if reading.aim is Aim.COMFORT:
        return Action.SELF_CARE, "care"
    talked = _talked_on(reading, here.story, today)
    if talked == today or (reading.aim is Aim.SEND_MORE and here.no_on is None):
        return Action.WAIT_UNTIL, "wait_talk"
    if asks_early:
        return Action.WAIT_UNTIL, "wait"
    if reading.they_wrote:
        return Action.SMALL_TALK, "small_talk_answer"
    if talked is not None and today < talked + WEEK:
        return Action.WAIT_UNTIL, "wait_talk"
    early = here.no_on is not None and today < here.no_on + WEEK
    if here.theirs and reading.aim not in (Aim.INVITE, Aim.CHAT, Aim.SEND_MORE):
        return Action.WAIT_UNTIL, "wait_theirs"
    undated = here.no_on is None and reading.aim is not Aim.CHAT
    if early or undated or (not due and reading.aim is Aim.NONE):
        return Action.WAIT_UNTIL, "wait_theirs" if here.theirs else "wait"
    return Action.SMALL_TALK, "small_talk_theirs" if here.theirs else "small_talk"


def _talked_on(reading: Reading, story: Story, today: date) -> date | None:
    days = []
    if story.talked_on and (story.no_on is None or story.talked_on >= story.no_on):
        days.append(story.talked_on)
    if reading.talked_days_ago is not None:
        days.append(today - timedelta(days=reading.talked_days_ago))
    return max(days, default=None)


_DRAFTED = frozenset({Action.REPLY_NOW, Action.SCHEDULE, Action.SMALL_TALK, Action.INVITE_LIGHTLY})


def _worded(action: Action, words: Line, reading: Reading, here: _Standing, today: date) -> Plan:
    stopped = action in (Action.STOP_CONTACT, Action.REFER_TO_HELP)
    wait = None if stopped else here.wait
    when = None if stopped or here.theirs else here.invite_on
    why_date = ""
    if action is Action.WAIT_UNTIL and words.key == "wait_talk":
        talked = _talked_on(reading, here.story, today)
        when = talked + WEEK if talked else when
        why_date = "前の雑談から一週間あけて、軽く一通だけなら。日数は目安です。" if when else ""
    elif when is not None and wait is not None:
        why_date = _why_date(here, when, wait)
    fact = told_fact(reading)
    return Plan(
        action=action,
        stage=here.stage,
        today=words.today,
        leave=words.leave,
        why="".join(part for part in (fact, words.can, words.cannot) if part),
        drafts=action in _DRAFTED,
        wait_days=wait,
        not_before=when,
        why_date=why_date,
        source=words.source,
    )


def _why_date(here: _Standing, when: date, wait: tuple[int, int]) -> str:
    least, most = wait
    vague = "理由がはっきりしない断り" if least > SHORT[0] else "理由のある断り"
    if here.reason.until is not None and here.no_on and when > here.no_on + timedelta(days=least):
        return f"「{here.reason.until_words}」が過ぎてからにするためです。日数は目安です。"
    return f"{vague}のあとは、{least}〜{most}日あけるのが目安です。"
