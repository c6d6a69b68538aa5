"""Where the two stand: topic and stage, from what was said, what is told, and what is known."""

from dataclasses import dataclass

from coach.exchange import Exchange, Voice
from coach.signs import Reply
from coach.situation import Aim, Event, SignId, Topic
from coach.telling import Told
from coach.waiting import VAGUE
from guardrails.vocabulary import Alarm, Danger, Span, Stage

_CRISIS = frozenset(
    {
        Danger.SELF_HARM,
        Danger.DV,
        Danger.BEING_PURSUED,
        Danger.THREAT,
        Danger.SEXTORTION,
        Danger.MONEY_FRAUD,
    }
)


@dataclass(frozen=True, slots=True)
class Clues:
    """All that a standing is read from."""

    exchange: Exchange
    told: Told
    replies: tuple[Reply, ...]
    alarms: tuple[Alarm, ...]
    case: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Topic and stage, with the facts beside them (see ``situation.Reading``)."""

    topic: Topic
    stage: Stage | None = None
    aim: Aim = Aim.NONE
    days_since: int | None = None
    declines: int = 0
    replied: bool = False
    unanswered: int = 0
    warm: bool = False
    they_wrote: bool = False
    talked_days_ago: int | None = None
    interests: tuple[Span, ...] = ()
    own_draft: Span | None = None
    dependent: bool = False
    silent: Span | None = None
    closed: Span | None = None
    unsure: tuple[str, ...] = ()
    question: str = ""


def stand(clues: Clues) -> Standing:
    """Decide topic and stage. Danger first, then a final no, then the newest words, then the telling."""
    told, exchange = clues.told, clues.exchange
    dangers = {a.danger for a in clues.alarms}
    signs = {s.id for r in clues.replies for s in r.signs}
    last = clues.replies[-1] if clues.replies else Reply()
    last_signs = {s.id for s in last.signs}
    aim = _aim(told, exchange)
    refused = last.refuses or told.has("declined")
    days = (
        told.since("declined")
        if told.has("declined")
        else told.any_time()
        if refused
        else told.since("silent")
    )
    likes = told.span("likes")
    common = Standing(
        topic=Topic.SITUATION,
        aim=aim,
        days_since=days,
        declines=1 if refused else 0,
        replied=told.has("replied"),
        warm=told.has("warm"),
        interests=(likes,) if likes else (),
        dependent=Danger.WORK_POWER in dangers,
        silent=told.span("silent"),
        unanswered=1 if told.has("silent") and not clues.replies else 0,
    )

    def at(stage: Stage | None, topic: Topic = Topic.SITUATION) -> Standing:
        from dataclasses import replace

        return replace(common, topic=topic, stage=stage)

    if dangers & _CRISIS:
        return at(None, Topic.CRISIS)
    if aim is Aim.CHECK:
        return at(None, Topic.DRAFT_CHECK)
    if SignId.CLOSED in signs:
        return at(Stage.CLOSED)
    if last_signs & {SignId.OTHER_DAY, SignId.GROUP} and (days or 0) < 7:
        return at(Stage.ALTERNATIVE)
    if refused:
        late = (days is not None and days >= 1) or common.replied
        if not late:
            return at(Stage.DECLINED)
        ready = days is not None and days >= (14 if signs & VAGUE or not signs else 7)
        if (
            told.has("invite_again")
            and not told.has("no_invite")
            and ready
            and (not signs & VAGUE or told.has("warm") or (days or 0) >= 30)
        ):
            return at(Stage.SECOND_INVITE)
        return at(Stage.COOLDOWN)
    if told.has("silent"):
        return at(Stage.SILENCE)
    if told.has("waiting"):
        return at(Stage.WAITING)
    if told.has("off_topic", "override") and not told.has("person"):
        return at(None, Topic.OFF_TOPIC)
    return at(None, Topic.OTHER)


def _aim(told: Told, exchange: Exchange) -> Aim:
    if told.has("check") and exchange.of(Voice.DRAFT):
        return Aim.CHECK
    if told.has("invite_again") and not told.has("no_invite"):
        return Aim.INVITE
    if told.has("chat"):
        return Aim.CHAT
    if told.has("reply_aim"):
        return Aim.REPLY
    if told.has("send_more") or exchange.of(Voice.DRAFT):
        return Aim.SEND_MORE
    return Aim.NONE
