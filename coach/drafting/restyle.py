"""A shown draft with one thing changed, which needs no LLM: pictographs out, a way out added, a dialect."""

import unicodedata
from dataclasses import replace
from random import Random

from coach.answering.wanted import Wanted
from coach.drafting.dialect import named_in, spoken
from coach.drafting.phrases import phrases
from coach.drafting.style import Style
from coach.parts import Draft, Kind, Piece
from guardrails.vocabulary import Act

UNCHANGED: dict[Style, str] = {
    Style.NO_EMOJI: "この案には、はじめから絵文字が入っていません。",
    Style.WAY_OUT: "この案には断り道がもうあるか、足さないほうがいい場面です。",
    Style.DIALECT: "この案には、方言にできる言い回しがありません。",
}
"""What is said when there was nothing to change; its keys are the styles that need no LLM."""


def restyled(draft: Draft, style: Style, wanted: Wanted) -> Draft:
    """The draft with the change; the same draft where there is nothing to change. Not guarded yet."""
    match style:
        case Style.NO_EMOJI:
            return _with_texts(draft, [_plain(piece.text) for piece in draft.pieces])
        case Style.DIALECT:
            dialect = named_in(wanted.wish)
            return _with_texts(draft, [spoken(piece.text, dialect) for piece in draft.pieces])
        case Style.WAY_OUT:
            return _with_way_out(draft, wanted)
    return draft


def _with_texts(draft: Draft, texts: list[str]) -> Draft:
    pieces = (replace(piece, text=text) for piece, text in zip(draft.pieces, texts, strict=True))
    return replace(draft, pieces=tuple(piece for piece in pieces if piece.text))


def _with_way_out(draft: Draft, wanted: Wanted) -> Draft:
    choices = phrases().choices(wanted.stage, wanted.reading.register, Act.EXIT, fit="any")
    if not choices or any(piece.act is Act.EXIT for piece in draft.pieces):
        return draft
    text = Random(wanted.seed).choice(choices)
    return replace(draft, pieces=(*draft.pieces, Piece(Act.EXIT, text, draft.kind is not Kind.SHORT)))


def _plain(text: str) -> str:
    kept = (
        c for c in text if not (unicodedata.category(c) in ("So", "Sk") or ord(c) in (0x200D, 0xFE0E, 0xFE0F))
    )
    return "".join(kept).rstrip(" ")
