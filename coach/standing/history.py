"""What has happened between the two, as a message tells it: noes and their days, answers, endings, warmth."""

import re
from bisect import bisect_left

from coach.planning.waiting import OPEN, STILL_FRESH
from coach.said.exchange import Exchange, Voice
from coach.said.heard import Heard
from coach.said.replying import accepts, closes, undecided
from coach.said.voices import invites
from coach.situation import SignId
from coach.standing.repeated import asked_anew, met, said_no_again, second_time
from coach.standing.telling import Told
from coach.times.dates import names_year, past_date
from coach.times.days import number
from guardrails.vocabulary import Span

_TAKEN_BACK = re.compile(r".{0,8}(?:って大騒ぎ|と思っ|かと思|わけ(?:じゃ|では)|のかも|かもしれ|んじゃないか)")


_NOT_ANSWERED = re.compile(
    r"告白(?:し(?:よう|たい|ます|ないで|たほう|た方|ちゃえ|ちゃお|ちゃって(?:も)?(?:い[いけ]|だめ|ダメ)|ろ|なよ|なさい|とけ|て(?:も)?(?:い[いけ]|ええ|よか|だめ|ダメ|みよう|みたい|みれば|みたら)|たら(?:どう|いい|だめ|ダメ|まず|迷惑|引か|振られ|嫌われ)|(?:な|て)(?:い|おらず|ません)|て(?:い)?ない)"
    r"|す(?:る|べき)|され|は|の返事|の(?:タイミング|仕方|言葉|練習)|って(?:文字|電話|直接|line|、?(?:失敗|どう|いつ|早|あり|した(?:ら|ほう)|する))|(?:まだ|いつ|早い))|考えさせて"
)
_COUNTED = re.compile(r"(?:今日|きょう|今)で(?:もう|ちょうど|丸)?(?P<n>\d+|[一二三四五六七八九十]+)日")
_FELL_THROUGH = re.compile(r"予定が合わ|都合が合わ|流れ(?:た|て|まし)|というか")


_LOVE_REFUSED = re.compile(
    r"(?:告白(?:し|って)[^。!?\n]{0,10}|好きだった[人子方]に)(?:振ら|ふら|フラ|フら|断ら|ことわら)れ"
)


def love_refused(told: Told) -> bool:
    """Whether a love that was told was refused (告白して振られた): more than an invitation was."""
    return bool(_LOVE_REFUSED.search(told.folded.text))


def ended(told: Told, heard: tuple[Heard, ...]) -> Span | None:
    """Words that tell of an end (a block, a partner, a confession refused), unless they are taken back."""
    for start, end in told.places("ended"):
        if not _TAKEN_BACK.match(told.folded.text, end):
            return told.folded.span(start, end)
    text = told.folded.text
    if love_refused(told):
        return told.span("confessed")
    fell_through = told.has("invited") or _FELL_THROUGH.search(text) or _NOT_ANSWERED.search(text)
    is_open = bool(heard) and undecided(heard[-1].span.text)
    return told.span("confessed") if told.has("confessed") and not (fell_through or is_open) else None


def noes_in(heard: tuple[Heard, ...]) -> list[Heard]:
    """Their replies that refuse; a word about a place beside a plain no (いいね, days before it) is talk, not another no."""
    refusing = [h for h in heard if h.reply.refuses and not {s.id for s in h.reply.signs} & OPEN]
    plain = [h for h in refusing if {s.id for s in h.reply.signs} != {SignId.PLACE_ONLY}]
    return plain or refusing[:1]


def newest_answer(heard: tuple[Heard, ...]) -> Heard | None:
    """The newest reply that answers an invitation."""
    answers = [h for h in heard if h.reply.refuses or h.reply.signs]
    return answers[-1] if answers else None


_DONE_NO = re.compile(
    r"(?:断|ことわ|ふ|振|フ)られ(?:た(?!ら|く)|て|まし|ちゃ|、)|お?断り(?:さ|を(?:いただ|受け)|でし)|(?:だめ|ダメ|駄目|無理)(?:だっ|でし)た"
)
_AND_AGAIN = re.compile(r"断られ[^。]{0,6}[、。][^。]{0,8}(?<![日朝晩夜う])も(?:「|『)?□")


def refused_again(noes: list[Heard], told: Told) -> bool:
    """Whether a no came back to another invitation than the first, and one is told of before it (断られた方をもう一度誘ったら「…」)."""
    if noes and (_leaves_open(noes[-1]) or accepts(noes[-1].span.text)):
        return False
    text = told.folded.text
    also = bool(noes and (_AND_AGAIN.search(text) or second_time(text, noes[-1].span.text)))
    return also or said_no_again([no.pieces for no in noes], told) or _no_behind_another(noes, told)


def _no_behind_another(noes: list[Heard], told: Told) -> bool:
    text = told.folded.text
    quoted = [bisect_left(told.folded.at, no.span.end) for no in noes if not accepts(no.span.text)]
    places = [*(m.end() for m in _DONE_NO.finditer(text)), *quoted]
    first, last = min(places, default=0), max(places, default=0)
    asked = any(first < end < last for _, end in told.places("asked_again"))
    return asked and not met(text, first, last)


def count_noes(noes: list[Heard], told: Told) -> int:
    """How many times they said no, one exchange counted once."""
    again = any("今回も" in no.span.text for no in noes) or (len(noes) >= 2 and told.has("numbered"))
    if told.has("second_no") or again or refused_again(noes, told):
        return 2
    times = {h.days for h in noes}
    if None in times and len(times) > 1:
        times.discard(None)
    count = max(len(times), 1 if noes else 0)
    return max(count, 1 if told.has("declined") else 0)


def _leaves_open(no: Heard) -> bool:
    return bool({s.id for s in no.reply.signs} & (OPEN | {SignId.DODGED}))


def days_since(
    exchange: Exchange, noes: list[Heard], newest: Heard | None, told: Told
) -> tuple[int | None, bool]:
    """Days since their last no, and whether they have surely gone by: said so, or dated with the year.

    Where nothing was refused, the newest answer or the user's own last message of a dated paste counts. A stamp without
    a year may only be an old paste; and a no of these days is fresh, whatever its date.
    """
    counted = _COUNTED.search(told.folded.text)
    if counted and told.has("declined") and (days := number(counted["n"])) is not None:
        return days, True
    stated = told.since("declined", beside=noes[-1].pieces if noes else ())
    answered = None if told.has("not_replied") else told.since("replied", close=True)
    stated = max((d for d in (stated, answered) if d is not None), default=None)
    answer = noes[-1] if noes else newest
    if stated is None and answer is not None and answer.dated:
        return answer.days, answer.days is not None and answer.days > STILL_FRESH.days
    if stated is None and answer is None and (sent := _last_sent(exchange, told)) is not None:
        return sent, True
    beside = noes[-1].days if noes else None
    if noes and beside is not None and asked_anew(told, noes[-1].pieces[0].start):
        return beside, True  # the other time is that of the no before
    if noes and noes[-1].stamped:
        if beside is not None and (told.said_today or stated is None):
            return beside, told.said_today
        return stated, stated is not None
    days = max((d for d in (beside, stated) if d is not None), default=None)
    if days is None and (noes or told.has("declined")):
        days = told.only_time()
    if days is None and told.has("silent"):
        days = told.since("silent", "sent")
    return days, days is not None


def _last_sent(exchange: Exchange, told: Told) -> int | None:
    """Days since the user's own message that ends a paste with dates; None where nothing ends so."""
    last = exchange.said[-1] if exchange.said else None
    if last is None or last.voice is not Voice.USER or not names_year(last.stamp):
        return None
    day = past_date(last.stamp, told.today)
    return (told.today - day).days if day else None


def talked_days_ago(told: Told, they_wrote: bool) -> int | None:
    """Days since small talk; daily messages are talk of today."""
    if told.has("daily"):
        return 0
    return told.since("warm") if told.has("warm") and not they_wrote else None


def has_replied(told: Told, exchange: Exchange, noes: list[Heard]) -> bool:
    """Whether the user has answered the no: told so, or words of theirs stand behind it."""
    if told.has("not_replied"):
        return False
    if told.has("replied") or (noes and noes[-1].answered and exchange.log):
        return True
    after = [h.span.end for h in noes[-1:]] + [told.folded.at[end] for _, end in told.places("declined")]
    own = exchange.of(Voice.USER)
    return bool(after and own) and own[-1].span.start > min(after) and not invites(own[-1].span.text)


def is_warm(told: Told, noes: list[Heard]) -> bool:
    """Whether talk is told to go well after the no (what was warm before it does not count)."""
    after = [h.span.end for h in noes] or [told.folded.at[end] for _, end in told.places("declined")[:1]]
    return any(told.folded.at[start] >= min(after, default=0) for start, _ in told.places("warm"))


def came_back(heard: tuple[Heard, ...], noes: list[Heard], told: Told) -> bool:
    """Whether they came back of their own accord after the no."""
    if not heard or heard[-1] in noes or heard[-1].reported or closes(heard[-1].span.text):
        return False
    if not noes:
        return told.has("declined") and told.has("came")
    return heard[-1].span.start > min(h.span.end for h in noes)


def unanswered(exchange: Exchange, told: Told) -> int:
    """How many messages of the user stand without an answer."""
    count = 0
    for s in reversed(exchange.said):
        if s.voice is Voice.THEM:
            break
        count += s.voice is Voice.USER
    m = re.search(r"(\d+)通(?:も)?(?:送|LINE|line)", told.folded.text)
    return int(m.group(1)) if m else max(count, 1 if told.has("silent") else 0)
