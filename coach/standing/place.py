"""Words about the shop or the event alone, which kindly skip the "with you" (A-5)."""

import re

from coach.lexicon import lexicon
from coach.situation import ReasonKind
from coach.standing.own_reason import kind_of

CLAUSE = re.compile(r"[^。!?\n、,…♪☆]+[。!?…♪☆]*")
BECAUSE = re.compile(r"(?:から|ので|て|で|し|[いりきちにびみえけせれめ])、?$")
"""A clause that goes on in the next: a cause, or a verb left open (なってしまい、)."""
_EXPLAINS = re.compile(r"(?:なん(?:だ|です)|やねん)よ?(?:ね|な)")  # 試験なんだよね: what fills the day
_RETORT = re.compile(r"じゃな|ではな|言った|いったよ|だけ(?:押|見)")  # about the asking, not about the place
_SEND_OFF = re.compile(
    r"楽しんで|たのしんで|行ってらっしゃ|いってらっしゃ|気をつけて|召し上が|行ってきて|いらして"
)
_ANSWERING = ("refusal", "busy", "postponed", "apology", "dodge")


def place_spoken_of(words: str, reason: tuple[int, int] | None, kind: ReasonKind) -> tuple[int, int] | None:
    """The first clause that speaks of the shop or the event and neither refuses nor puts off.

    A good time that is wished behind a reason of a known kind, told as one, is only kind (娘の引っ越しの手伝いがありまして。
    楽しんでいらしてくださいね).
    """
    families = lexicon("signs")
    for m in CLAUSE.finditer(words):
        clause = m.group()
        if (
            families["place"].find(clause)
            and not _RETORT.search(clause)
            and not (_EXPLAINS.search(clause) and kind_of(clause) is not ReasonKind.OTHER)
            and not any(families[name].find(clause) for name in _ANSWERING)
        ):
            told = reason is not None and m.start() >= reason[1] and _is_told(words[slice(*reason)], kind)
            return None if told and _SEND_OFF.search(clause) else m.span()
    return None


def _is_told(why: str, kind: ReasonKind) -> bool:
    """Whether words are a reason of a known kind, in the grammar of one."""
    said = why.rstrip("。!…♪☆〜ー ")
    known = kind not in (ReasonKind.OTHER, ReasonKind.NONE)
    return known and bool(BECAUSE.search(said) or _EXPLAINS.search(said))
