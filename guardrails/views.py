"""Derived texts, folded and read aloud: what rules look at, one sentence a line, with a way back to the original."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guardrails.folding import folded, together
from guardrails.letters import Letters
from guardrails.words import BREAK, Token


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


def folded_view(letters: Letters, words: Sequence[Token]) -> View:
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


def read_view(words: Sequence[Token]) -> View:
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
