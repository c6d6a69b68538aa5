"""Reads a message: who wrote what, where the two stand, and the words it is read from.

message ── exchange.parse ──> what was said by whom, and the user's own telling
    their words ── signs.read_reply ──> signs, reason, offered day
    telling ── telling.listen ──> what happened, how long ago, what the user wants
all of it ── stages.stand ──> topic and stage
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coach.days import past_date, until
from coach.exchange import Exchange, Said, Voice, parse
from coach.lexicon import fold
from coach.signs import Reply, read_reply
from coach.situation import (
    Aim,
    Event,
    Plan,
    Reading,
    Reason,
    Register,
    Sign,
    SignId,
    Topic,
    Writer,
)
from coach.stages import Clues, stand
from coach.telling import listen
from guardrails.vocabulary import Alarm, Danger, Span, Stage

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
    told = listen(exchange.telling, today)
    replies = _replies(exchange, text)
    clues = Clues(exchange, told, tuple(r for _, r in replies), alarms, tuple(case))
    standing = stand(clues)
    stage = standing.stage
    final = stage is Stage.CLOSED or standing.topic is Topic.CRISIS
    if corrected is not None and not final:
        standing = replace(standing, topic=Topic.SITUATION, stage=corrected)
        stage = corrected
    signs = _signs(replies, standing.silent if stage is Stage.SILENCE else None, standing.closed)
    incoming = replies[-1][0].span if replies else None
    reason, offered = _reason(replies, today, standing.days_since), _offered(replies)
    drafts = exchange.of(Voice.DRAFT)
    own = drafts[0].span if drafts else standing.own_draft
    return Reading(
        topic=standing.topic,
        stage=stage,
        signs=signs,
        incoming=incoming,
        offered_day=offered,
        reason=reason,
        register=_register(exchange, text),
        last_writer=_last_writer(exchange, stage),
        replied=standing.replied,
        unanswered=standing.unanswered,
        days_since=standing.days_since,
        declines=standing.declines,
        interests=standing.interests,
        own_draft=own,
        alarms=alarms,
        dependent=standing.dependent,
        wants_to_send=standing.aim in (Aim.SEND_MORE, Aim.INVITE, Aim.CHAT),
        aim=standing.aim,
        warm=standing.warm,
        they_wrote=standing.they_wrote,
        talked_days_ago=standing.talked_days_ago,
        unsure=standing.unsure,
        question=standing.question,
    )


def _replies(exchange: Exchange, text: str) -> list[tuple[Said, Reply]]:
    """Each thing they said with what it says; lines in a row are one reply."""
    out: list[tuple[Said, Reply]] = []
    before_day = False
    said = list(exchange.said)
    for i, s in enumerate(said):
        if s.voice is Voice.UNKNOWN:
            reply = read_reply(s.span.text)
            if not reply.refuses and not reply.signs:
                continue
        elif s.voice is not Voice.THEM:
            before_day = before_day or any(t.voice is Voice.THEM for t in said[:i])
            continue
        out.append((s, read_reply(s.span.text, asked_again=before_day)))
    return out


def _moved(sign: Sign, by: int) -> Sign:
    return Sign(sign.id, Span(sign.span.start + by, sign.span.end + by, sign.span.text))


def _signs(replies: list[tuple[Said, Reply]], silent: Span | None, closed: Span | None) -> tuple[Sign, ...]:
    found: dict[SignId, Sign] = {}
    for said, reply in replies:
        for sign in reply.signs:
            found.setdefault(sign.id, _moved(sign, said.span.start))
    if silent is not None:
        return (Sign(SignId.NO_ANSWER, silent),)
    if closed is not None and SignId.CLOSED not in found:
        found[SignId.CLOSED] = Sign(SignId.CLOSED, closed)
    return tuple(found.values())


def _reason(replies: list[tuple[Said, Reply]], today: date, days_since: int | None) -> Reason:
    for said, reply in reversed(replies):
        reason = reply.reason
        span = reason.span
        if span is None and not reply.refuses:
            continue
        moved = Span(span.start + said.span.start, span.end + said.span.start, span.text) if span else None
        written = past_date(said.stamp, today) if said.stamp else None
        heard = written or today - timedelta(days=days_since or 0)
        end = until(fold(said.span.text).text, heard)
        return Reason(reason.kind, moved, end.day if end else None, end.words if end else "")
    return Reason()


def _offered(replies: list[tuple[Said, Reply]]) -> Span | None:
    for said, reply in reversed(replies):
        if reply.offered is not None:
            at = reply.offered
            return Span(at.start + said.span.start, at.end + said.span.start, at.text)
    return None


def _register(exchange: Exchange, text: str) -> Register:
    own = "".join(s.span.text for s in (*exchange.of(Voice.USER), *exchange.of(Voice.DRAFT)))
    words = own or exchange.telling
    polite = sum(words.count(w) for w in ("です", "ます", "ました", "ません", "でしょう", "ください"))
    return Register.POLITE if polite else Register.CASUAL


def _last_writer(exchange: Exchange, stage: Stage | None) -> Writer | None:
    if stage is Stage.SILENCE:
        return Writer.USER
    for s in reversed(exchange.said):
        if s.voice is Voice.USER:
            return Writer.USER
        if s.voice is Voice.THEM:
            return Writer.THEM
    return None


_CONTACT = frozenset({Danger.ABOUT_TO_PURSUE})


def as_record(reading: Reading, plan: Plan) -> dict[str, object]:
    """What ``yohaku read`` prints of a message: stage, signs, action, waiting days, safety, what is unsure."""
    stage = reading.stage.value if reading.stage and reading.topic is Topic.SITUATION else reading.topic.value
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
