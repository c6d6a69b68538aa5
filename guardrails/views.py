"""Derived texts, folded and read aloud: what rules look at, one sentence a line, with a way back to the original."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from guardrails.folding import folded, together
from guardrails.letters import Letters
from guardrails.words import BREAK, Token


@dataclass(frozen=True, slots=True)
class Places:
    """Character ``i`` of a view came from ``original[starts[i]:ends[i]]``; a word begins at each of ``heads``."""

    starts: Sequence[int]
    ends: Sequence[int]
    heads: frozenset[int]


class View:
    """A derived text; where its characters came from is worked out when it is first asked for."""

    __slots__ = ("_bases", "_find", "_places", "lines", "text")

    def __init__(self, text: str, find: Callable[[], Places]) -> None:
        self.text = text
        self.lines = text.split(BREAK)
        self._bases = [0, *accumulate([len(line) + 1 for line in self.lines])]
        self._find = find
        self._places: Places | None = None

    @property
    def places(self) -> Places:
        """Where its characters came from."""
        if self._places is None:
            self._places = self._find()
        return self._places

    def piece(self, line: int | None) -> tuple[str, int]:
        """A line and the place of its first character, or all of the text."""
        if line is None:
            return self.text, 0
        return self.lines[line], self._bases[line]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of ``text[start:end]`` (not empty)."""
        places = self.places
        return places.starts[start], places.ends[end - 1]


def folded_view(letters: Letters, words: Sequence[Token]) -> View:
    """The letters, folded."""
    text = together([word.fold for word, _, _ in words])
    kept: Sequence[int] | None = None
    if text is None:
        text, kept, _ = folded(letters.chars)

    def places() -> Places:
        at = kept if kept is not None else _kept([(word.surface, word.written.kept) for word, _, _ in words])
        starts, ends = letters.starts, letters.ends
        return Places([starts[i] for i in at], [ends[i] for i in at], frozenset())

    return View(text, places)


def read_view(words: Sequence[Token]) -> View:
    """What the words sound like, folded."""
    text = together([word.heard for word, _, _ in words])
    kept: Sequence[int] | None = None
    if text is None:
        text, kept, _ = folded("".join([word.sound for word, _, _ in words]))

    def places() -> Places:
        starts: list[int] = []
        ends: list[int] = []
        for word, start, end in words:
            n = len(word.sound)
            if end - start == n == len(word.surface):
                starts += range(start, end)
                ends += range(start + 1, end + 1)
            else:
                starts += [start] * n
                ends += [end] * n
        begins = {0, *accumulate([len(word.sound) for word, _, _ in words])}
        at = kept if kept is not None else _kept([(word.sound, word.spoken.kept) for word, _, _ in words])
        heads = frozenset([i for i, place in enumerate(at) if place in begins])
        return Places([starts[i] for i in at], [ends[i] for i in at], heads)

    return View(text, places)


def _kept(pieces: Sequence[tuple[str, Sequence[int]]]) -> list[int]:
    """Which letters stay, of pieces that were folded one by one."""
    found: list[int] = []
    base = 0
    for letters, kept in pieces:
        size = len(letters)
        found += range(base, base + size) if len(kept) == size else [base + i for i in kept]
        base += size
    return found
