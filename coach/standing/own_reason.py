"""What a reply says of its own beyond formulas of refusing, and which kind of reason that is."""

import re
from functools import cache

from coach.lexicon import RULES, Folded, lexicon
from coach.situation import ReasonKind
from guardrails.text import Token, view

_FORMULAS = ("offer", "apology", "refusal", "busy", "postponed", "regret", "stock")
_KANJI = re.compile(r"[一-龠々]")
_WORDLY = ("名詞", "動詞", "形容詞", "形状詞")


def kind_of(text: str) -> ReasonKind:
    """The kind of a reason, from folded words; asked of a no that is not for good."""
    for name, family in lexicon("reasons").items():
        if name != ReasonKind.RELATIONSHIP and family.find(text):
            return ReasonKind(name)
    return ReasonKind.OTHER


def own_words_in(folded: Folded, offer: re.Match[str] | None) -> list[Token]:
    """The words of a reply that tell something of its own, beyond formulas of refusing and excusing."""
    claimed = [False] * (len(folded.original) + 1)
    spans = [
        m.span() for name in _FORMULAS if name != "offer" for m in lexicon("signs")[name].every(folded.text)
    ]
    if offer:
        spans.append(offer.span())
    for start, end in spans:
        for i in range(folded.at[start], folded.at[end]):
            claimed[i] = True
    out = []
    for sentence in view(folded.original).sentences:
        for t in sentence.tokens:
            if (
                t.pos[0] not in _WORDLY
                or t.pos[1] in ("数詞", "非自立可能", "助動詞語幹")
                or t.pos[2] in ("助数詞", "副詞可能")
            ):
                continue
            if t.lemma in _empty() or _covered(folded.original, claimed, t):
                continue
            if len(t.surface) == 1 and not _KANJI.match(t.surface):
                continue
            out.append(t)
    return out


def _covered(text: str, claimed: list[bool], token: Token) -> bool:
    """Whether formulas hold the stem of a word: its kanji, or its first two letters."""
    stem = [i for i in range(token.start, token.end) if _KANJI.match(text[i])]
    return all(claimed[i] for i in stem or range(token.start, min(token.start + 2, token.end)))


@cache
def _empty() -> frozenset[str]:
    """Dictionary forms that tell nothing of one's own: going, asking, days, thanks, plans without a name."""
    return frozenset((RULES / "empty_words.txt").read_text(encoding="utf-8").split())
