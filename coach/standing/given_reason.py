"""The reason they gave for their no: from their own words, from the telling, and how long it lasts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coach.lexicon import fold, lexicon
from coach.planning.waiting import VAGUE
from coach.said.heard import Heard
from coach.situation import Event, EventKind, Reason, ReasonKind, SignId
from coach.standing.signs import read_reply
from coach.standing.telling import Told
from coach.times.until import until

_A_WEEK = 7
_OF_A_DAY = re.compile(
    r"その(?:日|ひ|夜|晩|週|時間|とき|時)|当日|当夜|今[日夜晩]|明日|明後日|あした|あさって|きょう|今週|[月火水木金土日]曜|土日|週末|祝日|平日|\d{1,2}[/月]\d{1,2}|\d{1,2}日(?!間)"
    r"|結婚式|披露宴|発表会|運動会|試合|大会|法事|法要|命日|墓参り|同窓会|飲み会|送別会|歓迎会|打ち上げ|面接|会議|歯医者|検診|健診|予防接種|ライブ|コンサート|公演|当番|夜勤|当直|先約|約束"
)
"""What fills one day, or the days of one week."""
_LASTS = re.compile(
    r"ずっと|しばらく|当分|当面|毎[日週晩]|続[きいく]|つづ|期間|シーズン|繁忙|まで|今月|来月|今年|年内|このところ|最近|入院|療養|介護(?!の?(?:資格|試験)|福祉|士)|看病|治療|通院|骨折"
)
_FAR_AHEAD = re.compile(
    r"来月|再来|来年|年末|年明け|[夏冬春]休み|連休|クリスマス|正月|(?:\d+|[一二三四五六])(?:週間|[ヶか]月)(?:先|後)"
)
"""In front of a no: they were asked for a day that may still lie ahead."""
_BEFORE = 40


def given_reason(
    message: str, told: Told, heard: tuple[Heard, ...], narrated: Reason, days_since: int | None
) -> Reason:
    """The reason as their words give it, or else as it is ``narrated``, with its end and whether it has gone by."""
    reason = _said(heard, told.today, days_since)
    if reason.kind is ReasonKind.NONE and narrated.span is not None:
        reason = replace(narrated, until=reason.until, until_words=reason.until_words)
    reason = _with_its_end(reason, told, days_since)
    return replace(reason, past=_gone_by(reason, message, told.today, days_since))


def kept_reason(case: Sequence[Event]) -> Reason:
    """The reason of the last no of a story, which words that refuse nothing leave as it was; a vague no gives none."""
    no = max((e for e in case if e.kind is EventKind.DECLINED and e.words), key=lambda e: e.on, default=None)
    if no is None:
        return Reason()
    noted = read_reply(no.words)
    if {sign.id for sign in noted.signs} & VAGUE:
        return Reason()
    end = until(fold(no.words).text, no.on)
    ends = (end.day, end.words) if end else (None, "")
    return Reason(noted.reason.kind, None, *ends, formula=noted.reason.formula)


def _said(heard: tuple[Heard, ...], today: date, days_since: int | None) -> Reason:
    plain = [h for h in heard if {s.id for s in h.reply.signs} != {SignId.PLACE_ONLY}]
    for h in reversed(plain or heard):  # a word about a thing beside a no is talk, and gives no reason
        reason = h.reply.reason
        if reason.span is None and not h.reply.refuses:
            continue
        days = h.days if h.days is not None else days_since
        words = "\n".join(p.text for p in h.pieces)
        end = until(fold(words).text, today - timedelta(days=days or 0))
        return replace(reason, until=end.day if end else None, until_words=end.words if end else "")
    return Reason()


def _with_its_end(reason: Reason, told: Told, days_since: int | None) -> Reason:
    """The reason, with the end the user tells of: a date the reply does not name, or that it is over by now."""
    if told.has("over"):
        ended = reason.kind is ReasonKind.STUDY and lexicon("cares")["exam_over"].find(told.folded.text)
        return replace(reason, until=None, over=bool(ended))
    if reason.until is not None or not (told.has("declined") or reason.span is not None):
        return reason
    end = until(told.folded.text, told.today - timedelta(days=days_since or 0), told=True)
    if end is None or end.day is None:
        return reason
    kind = ReasonKind.OTHER if reason.kind is ReasonKind.NONE else reason.kind
    return replace(reason, kind=kind, until=end.day, until_words=end.words, formula=False)


def _gone_by(reason: Reason, message: str, today: date, days_since: int | None) -> bool:
    """Whether what kept them lies behind them: its end has passed, or it was of a day of a week ago or more."""
    if reason.until is not None:
        return reason.until < today
    if reason.span is None or (days_since or 0) < _A_WEEK:
        return False
    words = reason.span.text
    ahead = _FAR_AHEAD.search(message, max(0, reason.span.start - _BEFORE), reason.span.start)
    return bool(_OF_A_DAY.search(words)) and not (_LASTS.search(words) or ahead)
