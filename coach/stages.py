"""Where the two stand: topic and stage, from what was said, what is told, and what is known."""

import re
from dataclasses import dataclass, replace

from coach.exchange import Exchange, Voice
from coach.heard import Heard
from coach.situation import Aim, Event, SignId, Topic
from coach.telling import Told
from coach.voices import invites
from coach.waiting import OPEN, VAGUE
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
_MONTH = 30
_OURS = ("person", "partner", "longing", "warm", "confessed", "silent", "declined", "ended", "told_offer")


@dataclass(frozen=True, slots=True)
class Clues:
    """All that a standing is read from."""

    exchange: Exchange
    told: Told
    heard: tuple[Heard, ...]
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
    dependent: bool = False
    in_words: bool = False
    accepted: bool = False
    silent: Span | None = None
    closed: Span | None = None
    offered: Span | None = None


def stand(clues: Clues) -> Standing:
    """Decide topic and stage. Danger first, then a final no, then the newest words, then the telling."""
    told, heard, exchange = clues.told, clues.heard, clues.exchange
    dangers = {a.danger for a in clues.alarms}
    noes = _noes(heard)
    last = _newest_answer(heard)
    signs = {s.id for h in heard for s in h.reply.signs}
    aim = _aim(told, exchange)
    declines = _count(noes, told)
    days, in_words = _days(noes, told)
    they_wrote = _they_wrote(heard, noes, told) or (
        told.has("came") and aim is not Aim.INVITE and bool(heard or told.has("declined"))
    )
    own_last = bool(exchange.said) and exchange.log and exchange.said[-1].voice is Voice.USER
    base = Standing(
        topic=Topic.SITUATION,
        aim=aim,
        days_since=days,
        in_words=in_words,
        declines=declines,
        replied=_replied(told, exchange, noes),
        unanswered=_unanswered(exchange, told),
        warm=_warm(told, noes),
        they_wrote=they_wrote,
        talked_days_ago=_talked(told, they_wrote),
        dependent=told.has("held") or Danger.WORK_POWER in dangers,
    )

    if dangers & _CRISIS or (Danger.WORK_POWER in dangers and told.has("pressed")):
        return replace(base, topic=Topic.CRISIS)
    final = SignId.CLOSED in signs
    ended = _ended(told)
    if Danger.ABOUT_TO_PURSUE in dangers:
        return replace(base, stage=Stage.CLOSED, closed=ended or clues.alarms[0].evidence[0])
    if Danger.MINOR in dangers and not final:
        return replace(base, topic=Topic.CRISIS if _young_user(told) else Topic.OTHER)
    if told.has("go_between") and not heard:
        return replace(base, topic=Topic.OTHER, aim=Aim.FOR_ANOTHER)
    if _is_check(clues, aim):
        return replace(base, topic=Topic.DRAFT_CHECK, silent=told.span("silent"))
    if final or ended:
        return replace(base, stage=Stage.CLOSED, closed=ended)
    offers = bool(last and {s.id for s in last.reply.signs} & OPEN)
    refused = bool(noes) or told.has("declined") or offers
    if told.has("i_decline") and not told.has("invited"):
        return replace(base, topic=Topic.OTHER, aim=Aim.REPLY, they_wrote=True)
    if told.has("never_yet") and not noes:
        return replace(base, topic=Topic.OTHER, aim=Aim.INVITE)
    newest = not (refused or told.has("told_offer")) or _silence_is_newer(told, heard)
    if (told.has("silent") or exchange.read_mark) and newest:
        return _silent_or_waiting(base, told, exchange)
    if offers and last and not _moved_on(told, last.days if last.days is not None else days):
        return replace(base, stage=Stage.ALTERNATIVE)
    if told.has("told_offer") and not noes:
        return replace(base, stage=Stage.ALTERNATIVE, offered=told.span("told_offer"))
    if declines >= 2:
        return replace(base, stage=Stage.CLOSED, declines=2, closed=told.span("second_no") or noes[-1].span)
    if (
        refused
        and signs == {SignId.POSTPONED}
        and told.has("waiting")
        and not told.has("invited", "declined")
    ):
        return replace(base, stage=Stage.WAITING)  # they said they would write, and no invitation is in play
    if heard and told.has("invited") and not told.has("accepted") and not refused:
        refused = not heard[-1].answered  # an invitation, and words of theirs that do not accept it
    if refused:
        return replace(base, stage=_after_no(base, told, signs, clues))
    if own_last and told.has("waiting"):
        return replace(base, stage=Stage.SILENCE, silent=exchange.said[-1].span)
    if (told.has("off_topic") and not told.has("person")) or told.has("override"):
        return replace(base, topic=Topic.OFF_TOPIC)
    if told.has("thanks") and not told.has("waiting"):
        return replace(base, topic=Topic.OTHER, aim=Aim.REPLY, they_wrote=True)
    if told.has("waiting"):
        return replace(base, stage=Stage.WAITING)
    if told.has("accepted") and heard:
        return replace(base, topic=Topic.OTHER, aim=Aim.REPLY, accepted=True)
    if told.has("apart"):
        return replace(base, topic=Topic.OTHER, aim=Aim.COMFORT)
    foreign = not exchange.said and not told.has(*_OURS) and told.telling_words >= 3
    if told.has("off_topic") or foreign:
        return replace(base, topic=Topic.OFF_TOPIC)
    return replace(base, topic=Topic.SITUATION if clues.case else Topic.OTHER)  # the case may tell the stage


_TAKEN_BACK = re.compile(r".{0,8}(?:って大騒ぎ|と思っ|かと思|わけ(?:じゃ|では)|のかも|かもしれ|んじゃないか)")


_FELL_THROUGH = re.compile(r"予定が合わ|都合が合わ|流れ(?:た|て|まし)|というか")


def _ended(told: Told) -> Span | None:
    """Words that tell of an end (a block, a partner, a confession refused), unless they are taken back."""
    for start, end in told.places("ended"):
        if not _TAKEN_BACK.match(told.folded.text, end):
            return told.folded.span(start, end)
    fell_through = told.has("invited") or _FELL_THROUGH.search(told.folded.text)
    return told.span("confessed") if told.has("confessed") and not fell_through else None


def _noes(heard: tuple[Heard, ...]) -> list[Heard]:
    """Their replies that refuse; a word about a place after an earlier no is talk, not another no."""
    out: list[Heard] = []
    for h in heard:
        signs = {s.id for s in h.reply.signs}
        if h.reply.refuses and not signs & OPEN and not (out and signs == {SignId.PLACE_ONLY}):
            out.append(h)
    return out


def _newest_answer(heard: tuple[Heard, ...]) -> Heard | None:
    """The newest reply that answers an invitation."""
    answers = [h for h in heard if h.reply.refuses or h.reply.signs]
    return answers[-1] if answers else None


_AND_AGAIN = re.compile(r"断られ[^。]{0,6}[、。][^。]{0,8}も(?:「|『)?□")


def _count(noes: list[Heard], told: Told) -> int:
    """How many times they said no, one exchange counted once."""
    again = any("今回も" in h.span.text for h in noes) or (noes and _AND_AGAIN.search(told.folded.text))
    if told.has("second_no") or again:
        return 2
    times = {h.days for h in noes}
    if None in times and len(times) > 1:
        times.discard(None)
    count = max(len(times), 1 if noes else 0)
    return max(count, 1 if told.has("declined") else 0)


def _days(noes: list[Heard], told: Told) -> tuple[int | None, bool]:
    """Days since their last no, and whether the user says so in words (a stamp may only be an old paste)."""
    spans = noes[-1].pieces if noes else ()
    stated = told.since("declined", beside=spans)
    beside = noes[-1].days if noes else None
    dated = told.said_today
    if noes and noes[-1].stamped:
        if beside is not None and (dated or stated is None):
            return beside, dated
        return stated, stated is not None
    days = max((d for d in (beside, stated) if d is not None), default=None)
    if days is None and (noes or told.has("declined")):
        days = told.only_time()
    if days is None and told.has("silent"):
        days = told.since("silent", "sent")
    return days, days is not None


def _talked(told: Told, they_wrote: bool) -> int | None:
    """Days since small talk; daily messages are talk of today."""
    if told.has("daily"):
        return 0
    return told.since("warm") if told.has("warm") and not they_wrote else None


def _replied(told: Told, exchange: Exchange, noes: list[Heard]) -> bool:
    """Whether the user has answered the no: told so, or words of theirs stand behind it."""
    if told.has("not_replied"):
        return False
    if told.has("replied") or (noes and noes[-1].answered and exchange.log):
        return True
    after = [h.span.end for h in noes] + [told.folded.at[end] for _, end in told.places("declined")]
    own = exchange.of(Voice.USER)
    return bool(after and own) and own[-1].span.start > min(after) and not invites(own[-1].span.text)


def _warm(told: Told, noes: list[Heard]) -> bool:
    """Whether talk is told to go well after the no (what was warm before it does not count)."""
    after = [h.span.end for h in noes] or [told.folded.at[end] for _, end in told.places("declined")[:1]]
    return any(told.folded.at[start] >= min(after, default=0) for start, _ in told.places("warm"))


def _they_wrote(heard: tuple[Heard, ...], noes: list[Heard], told: Told) -> bool:
    """Whether they came back of their own accord after the no."""
    if not heard or heard[-1] in noes or heard[-1].reported:
        return False
    if not noes:
        return told.has("declined")
    return heard[-1].span.start > min(h.span.end for h in noes)


def _unanswered(exchange: Exchange, told: Told) -> int:
    count = 0
    for s in reversed(exchange.said):
        if s.voice is Voice.THEM:
            break
        count += s.voice is Voice.USER
    m = re.search(r"(\d+)通(?:も)?(?:送|LINE|line)", told.folded.text)
    return int(m.group(1)) if m else max(count, 1 if told.has("silent") else 0)


def _moved_on(told: Told, days: int | None) -> bool:
    """Whether an offer they once made lies in the past."""
    return bool(days is not None and days >= 14 and told.has("invite_again"))


def _silence_is_newer(told: Told, heard: tuple[Heard, ...]) -> bool:
    """Whether the silence came after their words: it is told of behind them, with something sent in between."""
    silent = told.places("silent")
    before = [h.span.end for h in heard] + [
        told.folded.at[e] for _, e in told.places("declined", "told_offer")
    ]
    newest = told.folded.at[silent[-1][0]] if silent else 0
    return bool(silent) and newest > max(before, default=0) and told.has("sent", "invited")


def _silent_or_waiting(base: Standing, told: Told, exchange: Exchange) -> Standing:
    """Silence when something of the user's own stands unanswered; waiting when it is longing for contact."""
    span = told.span("silent") or (exchange.said[-1].span if exchange.said else None)
    mine = told.has("invited", "sent") or exchange.log or bool(exchange.of(Voice.USER))
    marked = bool(re.search(r"既読|未読|きどく|みどく|スルー|無視", told.folded.text))
    stands = marked and bool(told.since("silent"))  # read or unread for a day or more
    if mine or stands or (marked and not told.has("partner", "longing")):
        return replace(base, stage=Stage.SILENCE, silent=span)
    return replace(
        base, stage=Stage.WAITING if told.has("longing", "partner") else Stage.SILENCE, silent=span
    )


def _after_no(base: Standing, told: Told, signs: set[SignId], clues: Clues) -> Stage:
    """Declined, cooling down, or time for a second invitation."""
    if base.dependent:
        return Stage.DECLINED
    days = base.days_since
    later = days is not None and days >= 1 and base.in_words
    if (told.has("not_replied") and (days or 0) < 5) or (
        days == 0 and not base.replied and not base.they_wrote
    ):
        return Stage.DECLINED
    if base.aim is Aim.REPLY and not base.replied and not base.they_wrote and (not later or (days or 0) < 3):
        return Stage.DECLINED
    soft = (
        base.they_wrote
        or told.has("daily")
        or (base.aim is not Aim.REPLY and (_long_ago(told) or (told.has("over") and told.has("declined"))))
    )
    if base.warm and (base.aim in (Aim.INVITE, Aim.CHAT) or (told.longest() or 0) >= 7):
        soft = True
    if not base.replied and not later and not soft:
        return Stage.DECLINED
    return Stage.SECOND_INVITE if _ready(base, told, signs) else Stage.COOLDOWN


_EARLIER = re.compile(
    r"前に|以前|この前|こないだ|先日|最初|[一1]回目|あのとき|あの時|その後|あれから|それから|の時期|の頃|のころ|(?:もう|今は?|いま)(?:梅雨|春|夏|秋|冬)|第二弾|二(?:回|度)目|2回目"
)


def _long_ago(told: Told) -> bool:
    return bool(_EARLIER.search(told.folded.text))


def _ready(base: Standing, told: Told, signs: set[SignId]) -> bool:
    """Whether a second, light invitation may be considered: asked for, long enough ago, and not coldly refused."""
    days = base.days_since
    friendly = base.warm or base.they_wrote or told.has("likes", "over")
    drifting = (
        base.aim not in (Aim.INVITE, Aim.CHAT) and (days or 0) >= 14 and (friendly or base.aim is Aim.NONE)
    )
    if not (base.aim is Aim.INVITE or drifting) or told.has("no_invite"):
        return False
    if days is None:
        return friendly and (_long_ago(told) or told.has("over"))
    if SignId.POSTPONED in signs and not (base.they_wrote or base.warm):
        return False
    least = 14 if signs & VAGUE or not signs else 7
    if days < least:
        return False
    return friendly or days >= _MONTH or not signs & VAGUE


def _is_check(clues: Clues, aim: Aim) -> bool:
    """Whether the message asks for a look at the user's own draft."""
    told = clues.told
    if clues.exchange.labelled:
        return True
    if not told.has("check"):
        return False
    voices = (Voice.DRAFT,) if told.has("invited") else (Voice.DRAFT, Voice.UNKNOWN)
    drafts = [s for s in clues.exchange.said if s.voice in voices]
    return bool(drafts)


_ASKS_LEAVE = re.compile(
    r"(?:いい|だめ|ダメ|あり|アリ|大丈夫|平気|あかん|ワンチャン)(?:です|かな|よね|と思う|…)?\?"
)


def _aim(told: Told, exchange: Exchange) -> Aim:
    if told.has("resting") and "?" not in told.folded.text:
        return Aim.COMFORT
    if told.has("invite_again") and not told.has("no_invite"):
        return Aim.INVITE
    if told.has("chat") or told.has("no_invite"):
        return Aim.CHAT
    if told.has("reply_aim") and not told.has("send_more"):
        return Aim.REPLY
    if told.has("send_more") or exchange.of(Voice.DRAFT):
        return Aim.SEND_MORE
    if told.has("reply_aim"):
        return Aim.REPLY
    return Aim.COMFORT if told.has("grief") and not _ASKS_LEAVE.search(told.folded.text) else Aim.NONE


_YOUNG = re.compile(
    r"(?:^|[^一-龠])(?:1[0-7])(?:歳|才|です|女|男|♀|♂|、|。)|(?:高|中)[1-3一二三](?:です|の|女|男|。|、|$)|(?:高校|中学)生です"
)


def _young_user(told: Told) -> bool:
    """Whether the user is the one under 18, and somebody older comes near."""
    if not _YOUNG.search(told.folded.text):
        return False
    return not (
        told.has("confessed", "invite_again", "never_yet")
        or re.search(r"好きです|好きにな", told.folded.text)
    )
