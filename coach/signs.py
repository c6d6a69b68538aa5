"""The signs in one reply of the other person, each with the words it is read from."""

import re
from dataclasses import dataclass
from functools import cache

from coach.lexicon import Family, fold, lexicon
from coach.situation import Reason, ReasonKind, Sign, SignId
from guardrails.vocabulary import Span

NO_REASON = Reason()
_CLAUSE = re.compile(r"[^。!?\n、,…♪☆]+[。!?…♪☆]*")
_CONTENT = re.compile(r"[一-龠々ァ-ヶーa-z0-9]|[ぁ-ん]{2,}")
_MOOD = re.compile(r"[😭😢🥲🥹🥺😿]")


@dataclass(frozen=True, slots=True)
class Reply:
    """What one reply says: its signs, the reason given, the day or plan they offered."""

    signs: tuple[Sign, ...] = ()
    reason: Reason = NO_REASON
    offered: Span | None = None
    refuses: bool = False


@cache
def _families() -> dict[str, Family]:
    return lexicon("signs")


def _blank(text: str, *names: str) -> str:
    """The text with the words of these families blanked out, length kept."""
    for name in names:
        text = _families()[name].pattern.sub(lambda m: "\0" * len(m.group()), text)
    return text


def _clause(text: str, at: int) -> tuple[int, int]:
    """The clause of a folded text that holds this offset."""
    for m in _CLAUSE.finditer(text):
        if m.start() <= at < m.end():
            return m.span()
    return at, len(text)


def _concrete(text: str) -> tuple[int, int] | None:
    """Where a reply tells something of its own, beyond formulas: the first clause with content left."""
    left = _blank(text, "offer", "apology", "refusal", "busy", "postponed", "regret", "stock")
    for m in _CLAUSE.finditer(text):
        content = sum(len(c.group()) for c in _CONTENT.finditer(left[m.start() : m.end()]))
        if content >= 2:
            return m.span()
    return None


def _kind(text: str) -> ReasonKind:
    for name, family in lexicon("reasons").items():
        if family.find(text):
            return ReasonKind(name)
    return ReasonKind.OTHER


def read_reply(text: str, *, asked_again: bool = False) -> Reply:
    """Read one reply.

    Args:
        text: their words, without quotation marks. Spans count in this text.
        asked_again: whether the user had already proposed another day, so that a vague answer dodges it (A-4).
    """
    folded = fold(text)
    words = folded.text
    families = _families()
    hit = {name: family.find(words) for name, family in families.items()}
    closed = hit["closed"]
    if closed:
        start, end = _clause(words, closed.start())
        reason = Reason(ReasonKind.RELATIONSHIP, folded.span(start, end))
        return Reply((Sign(SignId.CLOSED, folded.span(start, max(end, closed.end()))),), reason, refuses=True)
    signs: list[Sign] = []

    def add(sign: SignId, start: int, end: int) -> None:
        signs.append(Sign(sign, folded.span(start, end)))

    offer, group, postponed = hit["offer"], hit["group"], hit["postponed"]
    if offer and asked_again and hit["dodge"]:
        offer = None
    offered = None
    if offer:
        start, end = _clause(words, offer.start())
        offered = folded.span(start, max(end, offer.end()))
        if not (group and start <= group.start() < end):
            add(SignId.OTHER_DAY, start, max(end, offer.end()))
    reason_at = _concrete(words)
    kind = ReasonKind.NONE
    if reason_at:
        kind = _kind(words[reason_at[0] : reason_at[1]])
    apology = hit["apology"]
    if apology and reason_at:
        add(SignId.REASON_AND_APOLOGY, *reason_at)
    regrets = list(families["regret"].every(words))
    if len(regrets) >= 2:
        add(SignId.REGRET, *_clause(words, regrets[0].start()))
    if group:
        add(SignId.GROUP, *_clause(words, group.start()))
    if hit["busy"] and not reason_at:
        add(SignId.BARE_BUSY, *_clause(words, hit["busy"].start()))
        kind = _kind(words)
    if postponed and not offer:
        add(SignId.POSTPONED, *_clause(words, postponed.start()))
    if asked_again and hit["dodge"] and not offer:
        add(SignId.DODGED, *_clause(words, hit["dodge"].start()))
    if hit["place"] and not (apology or offer or group or signs):
        add(SignId.PLACE_ONLY, *_clause(words, hit["place"].start()))
    refuses = bool(hit["refusal"] or apology or hit["busy"] or postponed or signs)
    span = folded.span(*reason_at) if reason_at and refuses else None
    reason = Reason(kind if span or hit["busy"] else ReasonKind.NONE, span)
    return Reply(tuple(signs), reason, offered, refuses)
