"""Derived texts, folded and read aloud: what rules look at, one sentence a line, with a way back to the original."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from guardrails.writing.folding import Folded, folded, together
from guardrails.writing.letters import Letters
from guardrails.writing.words import BREAK, Token

Piece = tuple[str, Folded]
"""A word before it was folded, as it is written or as it sounds, and after."""


class Place(NamedTuple):
    """Where a character of a view came from: ``original[start:end]``; ``head`` where a word begins with it."""

    start: int
    end: int
    head: bool


class View:
    """A derived text; where its characters came from is worked out for those that are asked for."""

    __slots__ = ("_bases", "_cuts", "_kept", "_pieces", "_place", "lines", "text")

    def __init__(
        self, text: str | None, pieces: Callable[[], list[Piece]], place: Callable[..., Place]
    ) -> None:
        """A view of these words.

        Args:
            text: what the pieces fold to; None where only folding them as one can tell.
            pieces: the words before and after folding.
            place: tells where a letter came from: its word, its number in the word, its number among all letters.
        """
        self._kept: Sequence[int] | None = None
        if text is None:
            text, self._kept, _ = folded("".join([raw for raw, _ in pieces()]))
        self.text = text
        self.lines = text.split(BREAK)
        self._bases = [0, *accumulate([len(line) + 1 for line in self.lines])]
        self._pieces, self._place = pieces, place
        self._cuts: tuple[list[int], list[int], list[Piece]] | None = None

    def piece(self, line: int | None) -> tuple[str, int]:
        """A line and the number of its first character, or all of the text."""
        if line is None:
            return self.text, 0
        return self.lines[line], self._bases[line]

    def place(self, at: int) -> Place:
        """Where a character came from."""
        if self._cuts is None:
            pieces = self._pieces()
            letters = [0, *accumulate([len(raw) for raw, _ in pieces])]
            self._cuts = letters, [0, *accumulate([len(piece.text) for _, piece in pieces])], pieces
        letters, begins, pieces = self._cuts
        if self._kept is not None:
            letter = self._kept[at]
            word = bisect_right(letters, letter) - 1
        else:
            word = bisect_right(begins, at) - 1
            letter = letters[word] + pieces[word][1].kept[at - begins[word]]
        return self._place(word, letter - letters[word], letter)

    def begins_word(self, at: int) -> bool:
        """Whether a word begins with a character."""
        return self.place(at).head

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of ``text[start:end]`` (not empty)."""
        return self.place(start).start, self.place(end - 1).end


def folded_view(letters: Letters, words: Sequence[Token]) -> View:
    """The letters, folded."""

    def place(_word: int, number: int, letter: int) -> Place:
        return Place(letters.starts[letter], letters.ends[letter], number == 0)

    text = together([word.fold for word, _, _ in words])
    return View(text, lambda: [(word.surface, word.written) for word, _, _ in words], place)


def read_view(words: Sequence[Token]) -> View:
    """What the words sound like, folded; a letter of a word that is not written as it sounds is all of the word."""

    def place(word: int, number: int, _letter: int) -> Place:
        known, start, end = words[word]
        if end - start == len(known.sound) == len(known.surface):
            start, end = start + number, start + number + 1
        return Place(start, end, number == 0)

    text = together([word.heard for word, _, _ in words])
    return View(text, lambda: [(word.sound, word.spoken) for word, _, _ in words], place)
