"""Reads a message: who wrote what, where the two stand, and the words it is read from.

message ── exchange.parse ──> what was said by whom, and the user's own telling
    their words ── heard.hear ──> replies, each with signs, reason, offered day
    telling ── telling.listen ──> what happened, how long ago, what the user wants
all of it ── stages.stand ──> topic and stage
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coach.drafting.register import register_of, voiced
from coach.said.exchange import Exchange, Voice, parse
from coach.said.heard import Heard, hear
from coach.said.narrated import narrated
from coach.said.voices import invites
from coach.situation import (
    Aim,
    Event,
    Plan,
    Reading,
    Sign,
    SignId,
    Topic,
    Writer,
)
from coach.standing.clues import Clues, Standing
from coach.standing.doubts import question, unsure
from coach.standing.given_reason import given_reason, kept_reason
from coach.standing.history import noes_in
from coach.standing.interests import interests
from coach.standing.repeated import has_invited, has_met
from coach.standing.signs import Reply
from coach.standing.stages import stand
from coach.standing.telling import Told, listen
from coach.standing.weighing import weigh
from coach.standing.years import years
from coach.times.unable import unable
from guardrails.vocabulary import Alarm, Span, Stage

_AFTER_NO = (Stage.DECLINED, Stage.COOLDOWN, Stage.SECOND_INVITE)
LONGEST = 6000
"""Letters of a message that are read; what is behind them is kept by the caller, not judged."""


def read(
    message: str,
    *,
    today: date,
    case: Sequence[Event] = (),
    corrected: Stage | None = None,
    alarms: tuple[Alarm, ...] = (),
) -> Reading:
    """Read one message of the user.

    Args:
        message: what they typed or pasted; a talk export is not for here.
        today: the day in Japan.
        case: what is known to have happened before.
        corrected: the stage the user chose instead of ours; it wins, except over danger and a final no.
        alarms: what ``guardrails.safety.screen`` found in the same message.

    Returns:
        The reading. Every span is a true substring of ``message``.
    """
    text = message[:LONGEST]
    exchange = parse(text)
    told = listen(text, exchange.telling, today)
    heard = hear(exchange, text, told, case=case)
    ages = years(text)
    clues = Clues(exchange, told, heard, alarms, tuple(case), ages)
    weighed = weigh(text, clues, stand(clues))
    standing, exchange, heard = weighed.standing, weighed.exchange, weighed.heard
    final = standing.topic is Topic.CRISIS or (standing.stage is Stage.CLOSED and not weighed.proposed)
    if corrected is not None and not final:
        standing = replace(standing, topic=Topic.SITUATION, stage=corrected)
    no = narrated(text, told, heard) if _asks_of_a_no(standing) else Reply()
    reason = given_reason(text, told, heard, no.reason, standing.days_since)
    if standing.plain and standing.stage is None:
        reason = kept_reason(case)
    if standing.stage is Stage.SECOND_INVITE and reason.until is not None and told.today <= reason.until:
        standing = replace(standing, stage=Stage.COOLDOWN)
    stage = standing.stage
    if stage is Stage.CLOSED and standing.aim is Aim.NONE and told.has("more_than_a_word"):
        standing = replace(standing, aim=Aim.SEND_MORE)
    drafts = exchange.of(Voice.DRAFT)
    offered = next((h.reply.offered for h in reversed(heard) if h.reply.offered), None)
    reading = Reading(
        topic=standing.topic,
        stage=stage,
        signs=_signs(heard, standing, no.signs),
        incoming=heard[-1].span if heard else None,
        offered_day=offered,
        unable=unable(exchange.own_telling, offered.text) if offered else None,
        reason=reason,
        register=register_of(exchange),
        last_writer=_last_writer(exchange, stage),
        replied=standing.replied,
        unanswered=standing.unanswered,
        days_since=standing.days_since,
        declines=standing.declines,
        interests=interests(text, _talk(heard)),
        own_draft=drafts[0].span if drafts else None,
        alarms=alarms,
        dependent=standing.dependent,
        wants_to_send=standing.aim in (Aim.SEND_MORE, Aim.INVITE, Aim.CHAT),
        aim=standing.aim,
        warm=standing.warm,
        they_wrote=standing.they_wrote,
        accepted=standing.accepted,
        undecided=standing.undecided,
        talked_days_ago=standing.talked_days_ago,
        user_age=ages.user,
        their_age=ages.them,
        proposed=(weighed.proposed or exchange.bare) and corrected is None,
        twice=standing.twice and stage is Stage.CLOSED,
        invited=has_invited(told) or any(invites(s.span.text) for s in exchange.of(Voice.USER)),
        asked_again=_asked_again(exchange, heard, told),
        met=has_met(told),
        free=told.has("not_held"),
        voiced=voiced(exchange) is not None,
    )
    return replace(reading, unsure=unsure(reading), question=question(reading))


def _asked_again(exchange: Exchange, heard: tuple[Heard, ...], told: Told) -> bool:
    """Whether the newest of the user's invitations stands behind a no of theirs, and no answer to it does."""
    asked = [s.span for s in exchange.of(Voice.USER) if invites(s.span.text)]
    noes = [h.span.end for h in noes_in(heard)] + [told.folded.at[end] for _, end in told.places("declined")]
    newest = heard[-1].span.start if heard else -1
    return bool(asked and noes) and asked[-1].start >= min(noes) and newest < asked[-1].start


def _talk(heard: tuple[Heard, ...]) -> Iterator[Span]:
    """Their words that refuse nothing, piece by piece."""
    noes = noes_in(heard)
    return (piece for h in heard if h not in noes for piece in h.pieces)


def _asks_of_a_no(standing: Standing) -> bool:
    return standing.stage in _AFTER_NO or standing.topic is Topic.DRAFT_CHECK


def _signs(heard: tuple[Heard, ...], standing: Standing, told: tuple[Sign, ...]) -> tuple[Sign, ...]:
    if standing.topic in (Topic.CRISIS, Topic.OFF_TOPIC, Topic.OTHER):
        return ()
    theirs = any(h.reply.signs for h in heard)
    if standing.stage is Stage.SILENCE or (standing.topic is Topic.DRAFT_CHECK and not theirs):
        return (Sign(SignId.NO_ANSWER, standing.silent),) if standing.silent else ()
    if standing.stage is Stage.WAITING or (standing.dependent and standing.stage is Stage.DECLINED):
        return ()  # in a dependent position polite words are no sign
    found: dict[SignId, Sign] = {}
    for h in heard[-1:] if heard and heard[-1].reply.agrees else heard:
        if h.reply.refuses or h.reply.signs:
            for sign in h.reply.signs:
                found.setdefault(sign.id, sign)
    for sign in told:
        found.setdefault(sign.id, sign)
    if standing.stage is Stage.CLOSED:
        kept = {k: s for k, s in found.items() if k in (SignId.CLOSED, SignId.GROUP, SignId.BARE_BUSY)}
        if SignId.CLOSED not in kept and standing.closed is not None:
            kept[SignId.CLOSED] = Sign(SignId.CLOSED, standing.closed)
        return tuple(kept.values())
    if standing.offered is not None and not found.keys() & {SignId.OTHER_DAY, SignId.GROUP}:
        found[SignId.OTHER_DAY] = Sign(SignId.OTHER_DAY, standing.offered)
    if standing.they_wrote:
        found.pop(SignId.PLACE_ONLY, None)
    return tuple(found.values())


def _last_writer(exchange: Exchange, stage: Stage | None) -> Writer | None:
    if stage is Stage.SILENCE:
        return Writer.USER
    for s in reversed(exchange.said):
        if s.voice is Voice.USER:
            return Writer.USER
        if s.voice is Voice.THEM:
            return Writer.THEM
    return None


def as_record(reading: Reading, plan: Plan) -> dict[str, object]:
    """What ``yohaku read`` prints of a message: stage, signs, action, waiting days, safety, what is unsure."""
    situation = reading.stage is not None and reading.topic is Topic.SITUATION
    stage = reading.stage.value if situation and reading.stage else reading.topic.value
    dangers = [a.danger.value for a in reading.alarms]
    return {
        "stage": stage,
        "signs": [
            {"id": s.id.value, "quote": s.span.text, "start": s.span.start, "end": s.span.end}
            for s in reading.signs
        ],
        "action": plan.action.value,
        "wait_days": list(plan.wait_days) if plan.wait_days else None,
        "safety": dangers[0] if dangers else None,
        "unsure": list(reading.unsure),
    }
