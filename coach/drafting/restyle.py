"""A shown draft with one thing changed, which needs no LLM: pictographs out, a way out added or out, a dialect, a name."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from coach.answering.wanted import Wanted
from coach.drafting.dialect import named_in, sounds_of, spoken
from coach.drafting.phrases import phrases
from coach.drafting.style import Style
from coach.parts import Draft, Kind, Piece
from coach.situation import Register
from coach.standing.answered_day import declines_the_day
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
            return without_emoji(draft)
        case Style.DIALECT:
            return in_dialect(draft, named_in(wanted.wish))
        case Style.WAY_OUT:
            return with_way_out(draft, wanted)
    return draft


def in_dialect(draft: Draft, dialect: str, *, own: Sequence[str] = ()) -> Draft:
    """The draft as it is said there; lines that are already, or that hold words in ``own``, the user's, stay as they are."""
    kept = [
        sounds_of(piece.text, dialect) or any(words in piece.text for words in own) for piece in draft.pieces
    ]
    pieces = zip(draft.pieces, kept, strict=True)
    return _with_texts(draft, [p.text if stays else spoken(p.text, dialect) for p, stays in pieces])


def without_emoji(draft: Draft) -> Draft:
    """The draft without pictographs; every word is kept."""
    return _with_texts(draft, [_plain(piece.text) for piece in draft.pieces])


def with_way_out(draft: Draft, wanted: Wanted) -> Draft:
    """The draft with a way out at its end, where there is something to refuse and it has none."""
    choices = phrases().choices(wanted.stage, wanted.reading.register, Act.EXIT, fit="any")
    if not choices or declines_the_day(wanted.reading) or has_way_out(draft):
        return draft
    text = Random(wanted.seed).choice(choices)
    return replace(draft, pieces=(*draft.pieces, Piece(Act.EXIT, text, draft.kind is not Kind.SHORT)))


def has_way_out(draft: Draft) -> bool:
    """Whether a line of it makes a no easy."""
    return any(piece.act is Act.EXIT for piece in draft.pieces)


def without_way_out(draft: Draft) -> Draft:
    """The draft without the lines that make a no easy."""
    return replace(draft, pieces=tuple(piece for piece in draft.pieces if piece.act is not Act.EXIT))


def with_line(draft: Draft, words: str, register: Register, *, literal: bool) -> Draft:
    """The draft with words of the user's: in place of its kind word, else before its last line.

    Words that were not quoted are closed as the draft's own lines are, and made polite where it is.
    """
    if words.rstrip("。！!") in draft.text:
        return draft
    said = words if literal else _suited(words, register)
    line = Piece(Act.CARE, _closed(said, register), draft.kind is not Kind.SHORT)
    cares = [i for i, piece in enumerate(draft.pieces) if piece.act is Act.CARE]
    at = cares[0] if cares else max(len(draft.pieces) - (draft.pieces[-1].act in _LAST), 0)
    behind = draft.pieces[at + bool(cares) :]
    return replace(draft, pieces=(*draft.pieces[:at], line, *behind))


def with_piece(draft: Draft, piece: Piece) -> Draft:
    """The draft with one of its former lines, or another of ours, before its last one."""
    at = max(len(draft.pieces) - (draft.pieces[-1].act in _LAST), 0)
    line = replace(piece, break_before=draft.kind is not Kind.SHORT)
    return replace(draft, pieces=(*draft.pieces[:at], line, *draft.pieces[at:]))


def addressed(draft: Draft, name: str) -> Draft:
    """The draft with a name in front; the same where it begins with it."""
    first = draft.pieces[0]
    if first.text.startswith(name):
        return draft
    return replace(draft, pieces=(replace(first, text=f"{name}、{first.text}"), *draft.pieces[1:]))


def swapped(draft: Draft, old: str, new: str) -> Draft:
    """The draft with words in another's place."""
    return _with_texts(draft, [piece.text.replace(old, new) for piece in draft.pieces])


_LAST = (Act.FUTURE, Act.EXIT)
_EXCLAIMED = re.compile(r"(?:とう|[てでにろ])$")
_POLITELY = (
    (re.compile(r"(?<=って)$|(?<=んで)$|(?<=きて)$|(?<=つけて)$|(?<=して)$|(?<=いて)$"), "ください"),
    (re.compile(r"(?<=おめでとう)$|(?<=ありがとう)$"), "ございます"),
    (re.compile(r"(?<=疲れさま)$|(?<=疲れ様)$|(?<=つかれさま)$"), "です"),
    (re.compile(r"^(?:お)?返[事信](?:は|も)?(?:いら|要ら)ない(?:よ|から(?:ね)?)?$"), "お返事はお気遣いなく"),
    (re.compile(r"大丈夫(?:だよ)?$"), "大丈夫です"),
    (re.compile(r"(?<=ない)$"), "です"),
)


def _suited(words: str, register: Register) -> str:
    if register is Register.CASUAL:
        return words
    return next((pattern.sub(polite, words) for pattern, polite in _POLITELY if pattern.search(words)), words)


def _closed(words: str, register: Register) -> str:
    """The words with a mark at their end, where they have none."""
    end = unicodedata.category(words[-1])
    if end.startswith(("P", "S")):
        return words
    return words + ("！" if register is Register.CASUAL and _EXCLAIMED.search(words) else "。")


def _with_texts(draft: Draft, texts: list[str]) -> Draft:
    pieces = (replace(piece, text=text) for piece, text in zip(draft.pieces, texts, strict=True))
    return replace(draft, pieces=tuple(piece for piece in pieces if piece.text))


def _plain(text: str) -> str:
    kept = (
        c for c in text if not (unicodedata.category(c) in ("So", "Sk") or ord(c) in (0x200D, 0xFE0E, 0xFE0F))
    )
    return "".join(kept).rstrip(" ")
