"""Signs the user tells of in their own words, where what is quoted gives none: 「平謝りだった」「忙しいしか言われてない」."""

import re

from coach.lexicon import fold
from coach.said.heard import Heard
from coach.situation import Reason, ReasonKind, Sign, SignId
from coach.standing.signs import NO_REASON, Reply, read_reply
from coach.standing.telling import Told
from guardrails.vocabulary import Span

_SENTENCE = re.compile(r"[^。!?！？\n]+")
_OF_THEIRS = re.compile(
    r"断(?!言)|ことわ|理由|謝|ごめ|すま|返事|返信|言われ|言ってくれ|だそう|とのこと|って(?:さ|こと)?(?:$|、)|って(?:言って|話)(?:い?た|て|まし)(?!ら)|だって|しか|のみ|だけ"
)
_OF_A_NO = re.compile(r"断(?!言)|ことわ|理由|って言って(?:い?た|て|まし)(?!ら)")
_CALLED_OFF = re.compile(r"ドタキャン|どたきゃん|当日キャンセル")
_HEARD = re.compile(r"(?:って|らしい(?:です)?|みたい(?:です)?|だそうです?|とか)$")
"""A reason that is only told of, in a sentence of its own behind what was called off: 当日ドタキャンされた。熱出たって."""
_ANSWERED_SO = re.compile(r"[!?！？。〜ー…]*(?:と|って)(?:だけ)?(?:返|送|言っておい)")
"""Behind words of the user's own that end a sentence: 「断られて、了解またね!と返した」."""
_LIKES = re.compile(r"好き|たいって|気にな|ハマっ|はまっ|楽しみ")
_TOLD = frozenset(
    {SignId.BARE_BUSY, SignId.POSTPONED, SignId.DODGED, SignId.REASON_AND_APOLOGY, SignId.REGRET}
)


def narrated(message: str, told: Told, heard: tuple[Heard, ...]) -> Reply:
    """The no as the telling puts it: its signs and its reason; nothing where a quoted no has signs of its own.

    A reason counts as sincere only where its kind is known: the telling is full of other words.
    """
    noes = [h.reply for h in heard if h.reply.refuses]
    if any(reply.signs for reply in noes):
        return Reply()
    quoted = next((r.reason for r in noes if r.reason.span is not None), None)
    if quoted is not None and quoted.span is not None and told.has("apologised"):
        return Reply((Sign(SignId.REASON_AND_APOLOGY, quoted.span),), quoted, refuses=True)
    signs: dict[SignId, Sign] = {}
    reason = NO_REASON
    for m in _SENTENCE.finditer(message):
        words = m.group()
        if _ANSWERED_SO.match(message, m.end()):
            words = words.rpartition("、")[0]
        called_off = bool(_CALLED_OFF.search(told.folded.text) and _HEARD.search(words))
        theirs = called_off or _OF_THEIRS.search(fold(words).text)
        if not theirs or "「" in words or "『" in words or _LIKES.search(words):
            continue
        no = told.has("apologised") or called_off or bool(_OF_A_NO.search(words))
        reply = read_reply(_HEARD.sub("", words) if called_off else words, refused=no)
        known = reply.reason.kind not in (ReasonKind.OTHER, ReasonKind.NONE)
        for sign in reply.signs:
            if sign.id in _TOLD and (known or sign.id is not SignId.REASON_AND_APOLOGY):
                signs.setdefault(sign.id, Sign(sign.id, _in(message, m.start(), sign.span)))
        if known and reason is NO_REASON and reply.reason.span is not None:
            reason = Reason(reply.reason.kind, _in(message, m.start(), reply.reason.span))
    if told.has("apologised") and reason.span is not None and SignId.BARE_BUSY not in signs:
        signs.setdefault(SignId.REASON_AND_APOLOGY, Sign(SignId.REASON_AND_APOLOGY, reason.span))
    return Reply(tuple(signs.values()), reason, refuses=bool(signs))


def _in(message: str, at: int, span: Span) -> Span:
    return Span(at + span.start, at + span.end, message[at + span.start : at + span.end])
