"""A text and its views, folded and read aloud, cut into sentences, each with a way back to the original."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from guardrails.folding import fold, folded, together
from guardrails.letters import Letters, squash
from guardrails.sentences import asks, split
from guardrails.vocabulary import Span
from guardrails.words import BREAK, Token, joined, reading, tokens

__all__ = ["MAX_CHARS", "Sentence", "Text", "Token", "View", "fold", "reading", "view"]

MAX_CHARS = 20_000
"""Longer texts are cut here before anything else: no message is, and the tokenizer has a limit."""


@dataclass(frozen=True, slots=True)
class Places:
    """Character ``i`` of a view came from ``original[starts[i]:ends[i]]``; a word begins at each of ``heads``."""

    starts: Sequence[int]
    ends: Sequence[int]
    heads: frozenset[int]


class Line(NamedTuple):
    """A line of a view, which begins at its character ``base``; ``raw`` is UTF-8, as RE2 wants it."""

    text: str
    raw: bytes
    base: int


class View:
    """A derived text; where its characters came from is worked out when it is first asked for."""

    __slots__ = ("_find", "_places", "lines", "text")

    def __init__(self, text: str, find: Callable[[], Places]) -> None:
        self.text = text
        self.lines = _cut(text)
        self._find = find
        self._places: Places | None = None

    @property
    def places(self) -> Places:
        """Where its characters came from."""
        if self._places is None:
            self._places = self._find()
        return self._places

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of ``text[start:end]`` (not empty)."""
        return self.places.starts[start], self.places.ends[end - 1]


def _cut(text: str) -> tuple[Line, ...]:
    """The lines of a view, one a sentence."""
    base, lines = 0, []
    for line in text.split(BREAK):
        lines.append(Line(line, line.encode(), base))
        base += len(line) + 1
    return tuple(lines)


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
        at = bisect_right(self.sentences, offset, key=_start) - 1
        return at if at >= 0 and offset < self.sentences[at].end else None


_start = attrgetter("start")


@lru_cache(maxsize=256)
def view(text: str) -> Text:
    """The text with all its views. Any ``str`` will do; lone surrogates are dropped.

    >>> t = view("返事まだ？\\nなんでダメなの")
    >>> [s.fold for s in t.sentences]
    ['返事まだ?', 'なんでだめなの']
    """
    lines, spans = _lines(squash(text[:MAX_CHARS]))
    words = tokens(lines)
    fold_view, reading_view = _folded(lines, words), _read(words)
    cut = zip(spans, fold_view.lines, reading_view.lines, _by_line(words), strict=True) if spans else ()
    sentences = [
        Sentence(start, end, line.text, read.text, asks(line.text), own)
        for (start, end), line, read, own in cut
        if line.text
    ]
    return Text(text, tuple(sentences), fold_view, reading_view)


def _lines(letters: Letters) -> tuple[Letters, list[tuple[int, int]]]:
    """The letters with one sentence a line, and each sentence's original offsets."""
    found = split(letters.chars, joined=joined)
    if len(found) == 1 and found[0] == [(0, len(letters.chars))]:
        return letters, [(letters.starts[0], letters.ends[-1])]
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    spans: list[tuple[int, int]] = []
    for pieces in found:
        if chars:
            chars.append(BREAK)
            starts.append(ends[-1])
            ends.append(ends[-1])
        first = len(starts)
        for start, end in pieces:
            chars.append(letters.chars[start:end])
            starts += letters.starts[start:end]
            ends += letters.ends[start:end]
        spans.append((starts[first], ends[-1]))
    return Letters("".join(chars), starts, ends), spans


def _by_line(words: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The words of each sentence."""
    found = []
    first = 0
    for at, (word, _, _) in enumerate(words):
        if word.surface == BREAK:
            found.append(tuple(words[first:at]))
            first = at + 1
    found.append(tuple(words[first:]))
    return found


def _folded(letters: Letters, words: Sequence[Token]) -> View:
    """The letters, folded."""
    text = together([word.written for word, _, _ in words])
    if text is None:
        text, kept, _ = folded(letters.chars)
    else:
        kept = None

    def places() -> Places:
        at = kept if kept is not None else _kept([(word.surface, word.written.kept) for word, _, _ in words])
        starts, ends = letters.starts, letters.ends
        return Places([starts[i] for i in at], [ends[i] for i in at], frozenset())

    return View(text, places)


def _read(words: Sequence[Token]) -> View:
    """What the words sound like, folded."""
    text = together([word.spoken for word, _, _ in words])
    if text is None:
        text, kept, _ = folded("".join([word.sound for word, _, _ in words]))
    else:
        kept = None

    def places() -> Places:
        starts: list[int] = []
        ends: list[int] = []
        begins = set()
        for word, start, end in words:
            begins.add(len(starts))
            n = len(word.sound)
            if end - start == n == len(word.surface):
                starts += range(start, end)
                ends += range(start + 1, end + 1)
            else:
                starts += [start] * n
                ends += [end] * n
        at = kept if kept is not None else _kept([(word.sound, word.spoken.kept) for word, _, _ in words])
        heads = frozenset([i for i, place in enumerate(at) if place in begins])
        return Places([starts[i] for i in at], [ends[i] for i in at], heads)

    return View(text, places)


def _kept(pieces: Iterable[tuple[str, Sequence[int]]]) -> list[int]:
    """Which letters stay, of pieces that were folded one by one."""
    found: list[int] = []
    base = 0
    for letters, kept in pieces:
        found += [base + i for i in kept]
        base += len(letters)
    return found
