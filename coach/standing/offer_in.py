"""The offer of a day or a plan that is meant in a reply: not what would have been possible, nor when something of theirs is."""

import re

from coach.lexicon import lexicon
from coach.standing.meeting import as_ever
from coach.standing.place import CLAUSE

_UNREAL = re.compile(
    r"(?:[行い]け|会え|来[られ]*れ|出[られ]*れ|[飲遊][べめ]|でき|[空あ]いて|だっ|かっ)た(?:のに|ん(?:だ|や|です)|けど)|(?:か|かな|やろ|だろう)と思(?:った|ってた|うた)"
)  # what would have been possible, or was thought so (水曜なら行けたのに)
_WHEN_IT_IS = re.compile(
    r"(?:試験|検定|大会|発表会?|式|本番|締め?切り?|引っ越し|手術|出産|面接|[一-龠ァ-ヶ]{2,})[がは][^。!?、]{0,6}$"
)
"""In front of a day that ends in で: it is said when something of theirs is (資格試験が12月13日で)."""


def unit(pattern: re.Pattern[str], text: str, at: int) -> tuple[int, int]:
    """The clause or sentence of a folded text that holds this offset."""
    for m in pattern.finditer(text):
        if m.start() <= at < m.end():
            return m.span()
    return at, len(text)


def offer_in(text: str) -> re.Match[str] | None:
    """The first offer that is meant, begun as late as it can be: the day nearest to the offer, not the refused one."""
    family = lexicon("signs")["offer"]
    for found in family.every(text):
        while later := family.pattern.search(text, found.start() + 1, found.end()):
            if later.end() < found.end():
                break
            found = later
        kept = as_ever(text)
        nothing_new = kept is not None and kept.start() <= found.end() - 1 < kept.end()
        told_of = _WHEN_IT_IS.search(text, 0, found.start()) and found[0].endswith("で")
        if not (nothing_new or told_of) and not _UNREAL.search(
            text, found.start(), unit(CLAUSE, text, found.end() - 1)[1]
        ):
            return found
    return None
