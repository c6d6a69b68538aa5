"""A text and its views, folded and read aloud, cut into sentences, each with a way back to the original."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from guardrails.vocabulary import Span
from guardrails.writing.folding import fold
from guardrails.writing.letters import Letters, squash
from guardrails.writing.running_on import joined, opens
from guardrails.writing.sentences import asks, split
from guardrails.writing.views import View, folded_view, read_view
from guardrails.writing.words import BREAK, Token, reading, tokens

__all__ = ["MAX_CHARS", "Sentence", "Text", "Token", "View", "fold", "reading", "view"]

MAX_CHARS = 20_000
"""Longer texts are cut here before anything else: no message is, and the tokenizer has a limit."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence: ``original[start:end]``; ``fold`` and ``reading`` are line ``line`` of the two views.

    Equal to itself only, as its text.
    """

    start: int
    end: int
    fold: str
    reading: str
    question: bool
    tokens: tuple[Token, ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A text with all its views. In ``fold`` and ``reading`` every sentence is one line.

    It is equal to itself only, so that what was worked out of it can be remembered by it.
    """

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


@lru_cache(maxsize=64)  # more would not stay in the processor's cache, and slow down all that is new
def view(text: str) -> Text:
    """The text with all its views. Any ``str`` will do; lone surrogates are dropped.

    >>> t = view("返事まだ？\\nなんでダメなの")
    >>> [s.fold for s in t.sentences]
    ['返事まだ?', 'なんでだめなの']
    """
    lines, spans = _lines(squash(text[:MAX_CHARS]))
    words = tokens(lines)
    fold_view, reading_view = folded_view(lines, words), read_view(words)
    cut = zip(spans, fold_view.lines, reading_view.lines, _by_line(words), strict=True) if spans else ()
    sentences = [
        Sentence(start, end, line, read, asks(line), own, number)
        for number, ((start, end), line, read, own) in enumerate(cut)
        if line
    ]
    return Text(text, tuple(sentences), fold_view, reading_view)


def _lines(letters: Letters) -> tuple[Letters, list[tuple[int, int]]]:
    """The letters with one sentence a line, and each sentence's original offsets."""
    found = split(letters.chars, joined=joined, opens=opens)
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
