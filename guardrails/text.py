"""A text and its views, folded and read aloud, cut into sentences, each with a way back to the original."""

import re
import threading
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import sudachipy

from guardrails.letters import Letters, fold, fold_run, squash
from guardrails.sentences import asks, split
from guardrails.vocabulary import Span

__all__ = ["MAX_CHARS", "Sentence", "Text", "Token", "View", "fold", "reading", "view"]

MAX_CHARS = 20_000
"""Longer texts are cut here before anything else: no message is, and the tokenizer has a limit."""

_CHUNK = 8_000  # the tokenizer takes 49,149 bytes a call
_BREAK = "\n"  # between two sentences of a view; ``.`` in a rule does not cross it


@dataclass(frozen=True, slots=True)
class View:
    """A derived text. Character ``i`` came from ``original[starts[i]:ends[i]]``.

    ``raw`` is ``text`` in UTF-8, as RE2 wants it. ``heads`` holds the indexes where a word begins; it is kept for
    the reading view only.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    raw: bytes
    heads: frozenset[int] = frozenset()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of ``text[start:end]`` (not empty)."""
        return self.starts[start], max(self.ends[start:end])


class Token(NamedTuple):
    """A morpheme with its place in the original; ``pos`` is Sudachi's (word class, sub-class, ..., form)."""

    surface: str
    reading: str
    lemma: str
    pos: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``original[start:end]``; ``fold`` and ``reading`` are its lines in the two views."""

    start: int
    end: int
    fold: str
    reading: str
    question: bool
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with all its views. In ``fold`` and ``reading`` every sentence is one line."""

    original: str
    sentences: tuple[Sentence, ...]
    fold: View
    reading: View

    def span(self, start: int, end: int) -> Span:
        """The piece of the original between two original offsets."""
        return Span(start, end, self.original[start:end])

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this original offset."""
        at = self.index_at(offset)
        return None if at is None else self.sentences[at]

    def index_at(self, offset: int) -> int | None:
        """Which sentence holds this original offset."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return at if at >= 0 and offset < self.sentences[at].end else None


@lru_cache(maxsize=256)
def view(text: str) -> Text:
    """The text with all its views. Any ``str`` will do; lone surrogates are dropped.

    >>> t = view("返事まだ？\\nなんでダメなの")
    >>> [s.fold for s in t.sentences]
    ['返事まだ?', 'なんでだめなの']
    """
    lines, spans = _lines(squash(text[:MAX_CHARS]))
    folded, kept = fold_run(lines.chars)
    fold_view = _picked(folded, kept, lines.starts, lines.ends)
    tokens = _tokenize(lines)
    reading_view = _read(tokens)
    words: list[list[Token]] = [[] for _ in spans]
    at = 0
    for token in tokens:
        if token.surface == _BREAK:
            at += 1
        else:
            words[at].append(token)
    sentences = (
        tuple(
            Sentence(start, end, fold_line, reading_line, asks(fold_line), tuple(own))
            for (start, end), fold_line, reading_line, own in zip(
                spans, folded.split(_BREAK), reading_view.text.split(_BREAK), words, strict=True
            )
            if fold_line
        )
        if spans
        else ()
    )
    return Text(text, sentences, fold_view, reading_view)


def _lines(letters: Letters) -> tuple[Letters, list[tuple[int, int]]]:
    """The letters with one sentence a line, and each sentence's original offsets."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    spans: list[tuple[int, int]] = []
    for pieces in split(letters.chars, joined=_joined):
        if chars:
            chars.append(_BREAK)
            starts.append(ends[-1])
            ends.append(ends[-1])
        first = len(starts)
        for start, end in pieces:
            chars.append(letters.chars[start:end])
            starts += letters.starts[start:end]
            ends += letters.ends[start:end]
        spans.append((starts[first], ends[-1]))
    return Letters("".join(chars), starts, ends), spans


def _picked(text: str, kept: list[int], starts: list[int], ends: list[int]) -> View:
    return View(text, tuple([starts[i] for i in kept]), tuple([ends[i] for i in kept]), text.encode())


# --- tokens -----------------------------------------------------------------------------------------------

# Where the dictionary reads a common word otherwise than people do on LINE.
_SPOKEN = {
    "明日": "アシタ",
    "私": "ワタシ",
    "今日": "キョウ",
    "昨日": "キノウ",
    "一日": "イチニチ",
    "行った": "イッタ",
}
_KATAKANA = re.compile(r"[ァ-ヶー]+")
_LOCAL = threading.local()  # one Dictionary is shared; a Tokenizer must not be
_ONCE = threading.Lock()
_POS: dict[int, tuple[str, ...]] = {}


@lru_cache(maxsize=1)
def _dictionary() -> sudachipy.Dictionary:
    return sudachipy.Dictionary(dict="core")


def _tokenizer() -> sudachipy.Tokenizer:
    tokenizer = getattr(_LOCAL, "tokenizer", None)
    if tokenizer is None:
        with _ONCE:
            tokenizer = _LOCAL.tokenizer = _dictionary().tokenizer()
    return tokenizer


def _tokenize(letters: Letters) -> list[Token]:
    tokens: list[Token] = []
    chars, starts, ends = letters.chars, letters.starts, letters.ends
    tokenize = _tokenizer().tokenize
    for base in range(0, len(chars), _CHUNK):
        for m in tokenize(chars[base : base + _CHUNK]):
            begin, end = base + m.begin(), base + m.end()
            if begin == end:  # … is three tokens to it, two of them empty
                continue
            pos_id = m.part_of_speech_id()
            pos = _POS.get(pos_id)
            if pos is None:
                pos = _POS[pos_id] = tuple(m.part_of_speech())
            surface = chars[begin:end]
            if pos[0] in ("空白", "補助記号") or surface.isascii() or _is_number(m, pos):
                sound = surface
            else:
                sound = _SPOKEN.get(surface) or m.reading_form() or surface
            tokens.append(Token(surface, sound, m.normalized_form(), pos, starts[begin], ends[end - 1]))
    return tokens


def _joined(left: str, right: str, whole: bool) -> bool:
    """Whether a word (or, unless ``whole``, a word and its ending) runs from ``left`` into ``right``."""
    edge = len(left)
    for m in _tokenizer().tokenize(left + right):
        if m.begin() < edge < m.end():
            return not m.is_oov()
        if m.begin() >= edge:
            return (
                not whole
                and m.part_of_speech()[0] in ("助詞", "助動詞", "接尾辞")
                and m.surface() not in _OPENERS
            )
    return False


_OPENERS = frozenset(
    ("でも", "で", "なら", "と", "だけど", "けど", "なので", "だから", "じゃ", "では", "ね", "な", "よ")
)


def _is_number(morpheme: sudachipy.Morpheme, pos: tuple[str, ...]) -> bool:
    return pos[1] == "数詞" and bool(morpheme.is_oov())


def _read(tokens: list[Token]) -> View:
    """What the tokens sound like, folded, with the indexes where a word begins."""
    sounds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    begins: set[int] = set()
    for token in tokens:
        begins.add(len(starts))
        surface, sound, start, end = token.surface, token.reading, token.start, token.end
        if "ー" in sound and not _KATAKANA.fullmatch(surface):
            sound = sound.replace("ー", "")
        sounds.append(sound)
        n = len(sound)
        if end - start == n == len(surface):
            starts += range(start, end)
            ends += range(start + 1, end + 1)
        else:
            starts += [start] * n
            ends += [end] * n
    text, kept = fold_run("".join(sounds))
    found = _picked(text, kept, starts, ends)
    heads = frozenset([i for i, at in enumerate(kept) if at in begins])
    return View(text, found.starts, found.ends, found.raw, heads)


def reading(text: str) -> str:
    """A literal read aloud and folded, as rules are compiled with it.

    >>> reading("既読ついた")
    'きどくついた'
    """
    plain = squash(text).chars
    sounds = (_SPOKEN.get(m.surface()) or _sound(m) for m in _tokenizer().tokenize(plain)) if plain else ()
    return fold_run("".join(sounds))[0]


def _sound(morpheme: sudachipy.Morpheme) -> str:
    surface = str(morpheme.surface())
    if surface.isascii():
        return surface
    sound = morpheme.reading_form() or surface
    return sound if _KATAKANA.fullmatch(surface) else sound.replace("ー", "")
