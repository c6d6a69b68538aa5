"""The messages inside a text of the coach: between quotation marks, after a label, or set apart by nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guardrails.vocabulary import Span

STAND_IN = "龘"
"""The letter that stands for a quoted piece; no message has it."""

GAP = "\u200b"
"""What fills the rest of a piece's place in a frame."""


def _between(pairs: str) -> str:
    marks = zip(pairs[::2], pairs[1::2], strict=True)
    return "|".join(f"{a}[^{a}{b}]*(?:{a}[^{a}{b}]*{b}[^{a}{b}]*)*{b}" for a, b in marks)


_QUOTED = re.compile(_between("「」『』“”〝〟«»"))
_STRAIGHT = re.compile(r'"[^"\n]{2,200}"')
_HEADED = re.compile(_between("〈〉《》【】〔〕≪≫"))
"""Marks of headings, too, that may stand about a message."""

_COLON = "[:\uff1a=\uff1d→⇒➡]"  # wide ones, too
_BULLET = rf"(?:[・\-*●▪◆>\uff1e◇○■]|{_COLON}|[0-9]{{1,2}}[.)、\uff09]|[①-⑨])"
_LABEL = (
    r"(?:お?返事|返信|お?返し|送る|こちらの)?(?:の|する)?(?:下書き|文面|文章|文|例文?|案|メッセージ|一通|一言|ひと言|返信)"
    r"(?:の?(?:例|案))?(?:は(?:これ|こちら|次)(?:です)?)?[0-9一二三AB]?(?:です)?"
)
_LABELLED = re.compile(
    rf"^[ \t]*{_BULLET}?[ \t]*{_LABEL}[ \t]*{_COLON}[ \t]*(?P<draft>[^「『\n][^\n]*)$", re.MULTILINE
)
_SHOWN = (
    r"(?:こう|こんな|このよう|次の|以下|下の|これ)[^。\n]{0,20}(?:送|返|書|伝え|どう|いかが)[^。\n]{0,12}"
)
_TOLD = r"(?:と|って)(?:送|返|伝え|聞|尋|たず|書|打|言|答え)"
_BARE = (
    re.compile(rf"^[ \t]*[(\uff08\[]{_LABEL}[)\uff09\]][ \t]*(?P<draft>[^「『\n][^\n]*)$", re.MULTILINE),
    re.compile(rf"(?:^|[。\n])[^。\n]{{0,12}}(?:{_LABEL}|{_SHOWN})[。:\uff1a]?\n+(?P<draft>[^「『\n][^\n]*)"),
    re.compile(rf"(?:^|[。\n])[ \t]*{_LABEL}。(?P<draft>[^「『\n][^\n]*)"),
    re.compile(rf"{_LABEL}(?:です)?(?:→|⇒|➡)(?P<draft>[^「『\n][^\n]*)"),
    re.compile(
        rf"^[ \t]*{_BULLET}[ \t]*(?P<draft>[^「『\n][^\n]*)$(?=(?:\n[^\n]*)?\n[^\n]{{0,12}}(?:このまま|そのまま|どちらか|どれか|いずれか)[^\n]{{0,8}}(?:送|使|返))",
        re.MULTILINE,
    ),
    re.compile(  # …はどう?と送りましょう, …、と伝えてみては, …って聞いてみて
        rf"(?:^|[。\n、])(?P<draft>(?:[^。\n「『]{{3,80}}?[?!\uff1f\uff01 \u3000、]|[^。\n「『、]{{3,60}}?))[、]?(?={_TOLD}[^。\n]{{0,8}}(?:ましょ|くださ|みて|いかが))"
    ),
    re.compile(rf"[(\uff08](?P<draft>[^()\uff08\uff09\n]{{3,120}})[)\uff09](?={_TOLD})"),
)
"""Messages that no mark sets apart: below or behind what announces them, or before 'と送りましょう'."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A message inside a text: ``place`` is its own with its marks, ``words`` are the words alone.

    ``sure`` says that it is a message. What stands in a heading's marks, or in none, may be something else.
    """

    place: Span
    words: Span
    sure: bool

    @property
    def marked(self) -> bool:
        """Whether quotation marks stand about it."""
        return self.sure and self.place != self.words


@dataclass(frozen=True, slots=True)
class Framed:
    """A text with every sure piece replaced by ``STAND_IN``, place for place, and all pieces in order."""

    frame: str
    pieces: tuple[Piece, ...]

    def around(self, piece: Piece) -> str:
        """The frame with this piece cut out, too."""
        at = piece.place
        return self.frame[: at.start] + _cut(at) + self.frame[at.end :]


def framed(text: str) -> Framed:
    """Cut the quoted messages out of a text, keeping every place.

    >>> f = framed("『来週は?』と聞かれた")
    >>> f.pieces[0].words.text, len(f.frame)
    ('来週は?', 10)
    """
    frame, pieces, taken = text, list[Piece](), 0
    for piece in sorted(_sure(text), key=lambda p: p.place.start):
        if piece.place.start < taken:
            continue
        taken = piece.place.end
        frame = frame[: piece.place.start] + _cut(piece.place) + frame[piece.place.end :]
        pieces.append(piece)
    return Framed(frame, tuple(sorted((*pieces, *_bare(frame)), key=lambda p: p.place.start)))


def _cut(place: Span) -> str:
    return STAND_IN + GAP * (place.end - place.start - 1)


def _sure(text: str) -> Iterator[Piece]:
    for pattern in (_QUOTED, _STRAIGHT):
        yield from (_marked(text, m, sure=True) for m in pattern.finditer(text) if len(m[0]) > 2)
    yield from (_unmarked(text, m, sure=True) for m in _LABELLED.finditer(text))


def _bare(frame: str) -> Iterator[Piece]:
    """What may be a message, in what is left of the text; a piece with another in it is none."""
    yield from (_marked(frame, m, sure=False) for m in _HEADED.finditer(frame) if len(m[0]) > 2)
    for pattern in _BARE:
        for m in pattern.finditer(frame):
            if STAND_IN not in m["draft"]:
                yield _unmarked(frame, m, sure=False)


def _marked(text: str, match: re.Match[str], *, sure: bool) -> Piece:
    start, end = match.span()
    return Piece(Span(start, end, match[0]), Span(start + 1, end - 1, text[start + 1 : end - 1]), sure)


def _unmarked(text: str, match: re.Match[str], *, sure: bool) -> Piece:
    start, end = match.span("draft")
    words = Span(start, end, text[start:end])
    return Piece(words, words, sure)
