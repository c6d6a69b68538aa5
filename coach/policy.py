"""What to do today and not before when: ``plan(reading, events, today)``, pure.

``footing`` says where the two stand, this module what follows for the day, ``wording`` how it is said.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coach.planning.ending import ended, unanswered
from coach.planning.footing import Footing, footing, retold
from coach.planning.waiting import WEEK
from coach.planning.wording import ACCEPT_SOFT, worded
from coach.situation import Action, Aim, Event, Plan, Reading, SignId, Topic, Writer
from coach.standing.answered_day import declines_the_day
from coach.standing.years import ADULT
from coach.story.summary import told
from guardrails.vocabulary import Danger, Stage

_PAUSE = (Stage.COOLDOWN, Stage.SECOND_INVITE)
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
    if retold(reading, story, today):
        reading = replace(reading, stage=None, days_since=None)
    here = footing(reading, story, today)
    action, key = _decide(reading, here, today)
    if here.stage in _PAUSE:  # a draft is made and judged for what is done today, not for what was in mind
        here = replace(here, stage=_PAUSE[0] if action is not Action.INVITE_LIGHTLY else _PAUSE[1])
    return worded(action, key, reading, here)


def _decide(reading: Reading, here: Footing, today: date) -> tuple[Action, str]:
    """The action and the key of its words in ``rules/plan.yaml``."""
    danger = _danger(reading)
    if danger:
        return danger
    if here.stage is Stage.CLOSED and reading.topic is not Topic.DRAFT_CHECK:
        return ended(reading, here, today)
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
        asks_how = reading.aim in (Aim.REPLY, Aim.NONE)
        answer = here.stage is Stage.DECLINED and asks_how and unanswered(reading)
        return Action.STOP_CONTACT, ACCEPT_SOFT if answer else "stop_dependent"
    match here.stage:
        case Stage.ALTERNATIVE:
            if declines_the_day(reading):
                return Action.SCHEDULE, "schedule_decline"
            if reading.accepted and reading.offered_day is None and not (reading.signs or reading.company):
                return Action.SCHEDULE, "accepted"
            signs = {s.id for s in reading.signs}
            group = reading.company or signs & {SignId.OTHER_DAY, SignId.GROUP} == {SignId.GROUP}
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
        case None if here.story.offered or (here.story.waits and reading.met):
            return _arranged(reading)
        case None if reading.aim is Aim.INVITE and here.story.at_ease:
            return Action.INVITE_LIGHTLY, "first_invite"
        case None if here.story.at_ease:
            return Action.CLARIFY, "at_ease"
        case _:
            return Action.CLARIFY, "clarify"


def _arranged(reading: Reading) -> tuple[Action, str]:
    """A day of theirs has been answered: until it comes nothing is to be sent, and once they have met a word of thanks."""
    return (Action.REPLY_NOW, "after_meeting") if reading.met else (Action.WAIT_UNTIL, "arranged")


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


def _other(reading: Reading, here: Footing) -> tuple[Action, str]:
    known = here.stage is not None or here.story.invitations
    if reading.aim is Aim.INVITE and not known and reading.incoming is None:
        return Action.INVITE_LIGHTLY, "first_invite"
    theirs = reading.last_writer is Writer.THEM or reading.they_wrote
    if reading.undecided:
        fresh = reading.aim is Aim.REPLY and not reading.replied and not reading.days_since
        return (Action.REPLY_NOW, "thanks") if fresh else (Action.DO_NOT_SEND, "undecided")
    if reading.accepted and not known:
        return Action.SCHEDULE, "accepted"
    if reading.aim is Aim.REPLY and theirs and not known:
        return Action.REPLY_NOW, "thanks"
    if reading.aim is Aim.FOR_ANOTHER:
        return Action.DO_NOT_SEND, "hands_off"
    if reading.aim is Aim.COMFORT and not known:
        return Action.SELF_CARE, "rest"
    return Action.CLARIFY, "clarify"


_THEY_WILL_WRITE = re.compile(r"から(?:また)?(?:ご?連絡|お?声|誘|LINE|ライン)|連絡(?:する|します|いたします)")


def _will_write(reading: Reading) -> bool:
    """Whether they said that they would be the ones to write: who asks to invite is told to leave it to them."""
    return any(s.id is SignId.POSTPONED and _THEY_WILL_WRITE.search(s.span.text) for s in reading.signs)


def _declined(reading: Reading, here: Footing) -> tuple[Action, str]:
    if reading.replied or (here.story.replied and reading.incoming is None):
        return Action.DO_NOT_SEND, "wait"
    return Action.REPLY_NOW, "reply_then_theirs" if here.theirs else "reply"


def _between(reading: Reading, here: Footing, today: date) -> tuple[Action, str]:
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
    talked = here.talked_on
    if (talked == today and not reading.they_wrote) or (reading.aim is Aim.SEND_MORE and here.no_on is None):
        return Action.WAIT_UNTIL, "wait_talk"
    if asks_early:
        return Action.WAIT_UNTIL, "wait"
    if reading.they_wrote:
        return Action.SMALL_TALK, "small_talk_answer"
    if talked is not None and today < talked + WEEK:
        return Action.WAIT_UNTIL, "wait_talk"
    early = here.no_on is not None and today < here.no_on + WEEK
    wishes = (Aim.CHAT, Aim.SEND_MORE) if _will_write(reading) else (Aim.INVITE, Aim.CHAT, Aim.SEND_MORE)
    if here.theirs and reading.aim not in wishes:
        return Action.WAIT_UNTIL, "wait_theirs"
    undated = here.no_on is None and reading.aim is not Aim.CHAT
    if early or undated or (not due and reading.aim is Aim.NONE):
        return Action.WAIT_UNTIL, "wait_theirs" if here.theirs else "wait"
    return Action.SMALL_TALK, "small_talk_theirs" if here.theirs else "small_talk"
