"""The order of strictness of plans, and what another's reading may change of ours: it fills or tightens, never loosens."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coach.planning.waiting import OPEN
from coach.policy import plan
from coach.situation import Action, Event, Plan, Reading, Sign, SignId, Topic
from coach.standing.doubts import question, unsure
from guardrails.vocabulary import Danger, Span, Stage

_ORDER = (
    (Action.REFER_TO_HELP,),
    (Action.STOP_CONTACT,),
    (Action.DO_NOT_SEND, Action.SELF_CARE),
    (Action.WAIT_UNTIL,),
    (Action.CLARIFY, Action.CHECK_DRAFT),
    (Action.SMALL_TALK,),
    (Action.REPLY_NOW,),
    (Action.SCHEDULE,),
    (Action.INVITE_LIGHTLY,),
)
"""From the strictest on; actions on one step ask for no less of the user."""
_RANK = {action: rank for rank, actions in enumerate(_ORDER) for action in actions}
_NOTHING_TO_WAIT_FOR = _RANK[Action.DO_NOT_SEND]


def no_looser(new: Plan, old: Plan) -> bool:
    """Whether ``new`` lets the user do nothing, and nothing sooner, that ``old`` would not have."""
    if _RANK[new.action] > _RANK[old.action] or (new.drafts and not old.drafts):
        return False
    if _RANK[new.action] <= _NOTHING_TO_WAIT_FOR:
        return True  # without a date the next move is the other's: longer than any wait
    sooner = old.not_before is not None and (new.not_before is None or new.not_before < old.not_before)
    shorter = old.wait_days is not None and (new.wait_days is None or new.wait_days < old.wait_days)
    return not (sooner or shorter)


def is_open(reading: Reading, planned: Plan) -> bool:
    """Whether the rules left open where the two stand: nothing was found, or only guessed from the wording."""
    dangers = {alarm.danger for alarm in reading.alarms} - {Danger.IDIOM}
    if dangers or reading.topic not in (Topic.SITUATION, Topic.OTHER):
        return False
    return reading.proposed or (planned.stage is None and planned.action is Action.CLARIFY)


def completed(
    reading: Reading,
    stage: Stage,
    evidence: Span,
    signs: Sequence[Sign],
    *,
    events: Sequence[Event],
    today: date,
) -> Reading:
    """The reading with what somebody else has read, as far as that may count; else as it was.

    Args:
        reading: what the rules have read and left open (``is_open``); any other is given back as it is.
        stage: what the other one has read.
        evidence: the words of the message it was read from.
        signs: signs in their words, each with its words.
        events: the story, which wins over any reading.
        today: the day in Japan.
    """
    ours = plan(reading, events, today)
    if not is_open(reading, ours) or stage is Stage.SECOND_INVITE:
        return reading  # a second invitation takes days and warmth that can be shown
    found = {sign.id: sign for sign in (*signs, *_meant(stage, evidence), *reading.signs)}
    if stage is Stage.ALTERNATIVE and not found.keys() & OPEN:
        return reading
    candidate = replace(
        reading,
        topic=Topic.SITUATION,
        stage=stage,
        signs=tuple(found.values()),
        declines=max(reading.declines, 1) if stage is Stage.DECLINED else reading.declines,
        proposed=True,
    )
    theirs = plan(candidate, events, today)
    silent = ours.action is Action.CLARIFY and ours.stage is None
    may = theirs.action is not Action.INVITE_LIGHTLY if silent else no_looser(theirs, ours)
    return replace(candidate, unsure=unsure(candidate), question=question(candidate)) if may else reading


def _meant(stage: Stage, evidence: Span) -> tuple[Sign, ...]:
    """The sign that a stage rests on."""
    sign = {Stage.CLOSED: SignId.CLOSED, Stage.SILENCE: SignId.NO_ANSWER}.get(stage)
    return (Sign(sign, evidence),) if sign else ()
