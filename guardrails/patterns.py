"""Patterns of rule files, run by RE2 in linear time over both views of a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from guardrails.lexicon import Lexicon
from guardrails.text import Text
from guardrails.views import View

_MAX_MEM = 64 << 20  # with less, RE2 falls back to its slow engine without a word
_KANJI = re.compile(r"[一-龠々]")
_SHORTEST_READ = 3  # kana of any hit in the reading view: 凹 is read おう, which is in 応援 too


def _options() -> Any:
    chosen = re2.Options()
    chosen.max_mem = _MAX_MEM
    chosen.log_errors = False
    return chosen


@cache
def _compiled(source: str) -> Any:
    try:
        return re2.compile(("(?m)" + source).encode(), _options())
    except re2.error as error:
        raise ValueError(f"not a pattern RE2 can run: {error}") from None


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Alternatives for both views; compiled when first used.

    ``crosses``: a hit may begin in one line and end in the next, as a negated set takes a line end too.
    """

    fold: str
    reading: str
    kanji: frozenset[str]
    crosses: bool

    @classmethod
    def of(cls, sources: Sequence[str], lexicon: Lexicon) -> "Pattern":
        """Translate alternatives; raises ``ValueError`` saying what is wrong."""
        both = [lexicon.translate(source) for source in sources]
        folded = "|".join(f"(?:{f})" for f, _ in both)
        read = "|".join(f"(?:{r})" for _, r in both)
        return cls(folded, read, frozenset(_KANJI.findall(folded)), "[^" in folded)

    def validate(self) -> None:
        """Raises ``ValueError`` if RE2 cannot run it or if it matches nothing at all."""
        for source in (self.fold, self.reading):
            if _compiled(source).search(b"") is not None:
                raise ValueError("the pattern matches the empty text")

    def spans(self, text: Text) -> list[tuple[int, int]]:
        """Original offsets of all hits in either view, in order, each once."""
        return sorted({*self.folded_spans(text), *self.read_spans(text)})

    def folded_spans(self, text: Text, lines: Iterable[int] | None = None) -> list[tuple[int, int]]:
        """Original offsets of the hits in the folded view: in these of its lines, or in all of it."""
        origin = text.fold.origin
        return [origin(start, end) for start, end in _hits(self.fold, text.fold, lines)]

    def read_spans(self, text: Text, lines: Iterable[int] | None = None) -> list[tuple[int, int]]:
        """Original offsets of the hits in the reading view that are no homophones."""
        found = []
        # うそ is also inside そうそう: read aloud, a hit must begin where a word does.
        for start, end in _hits(self.reading, text.reading, lines, at_words=True):
            if end - start < _SHORTEST_READ:
                continue
            span = text.reading.origin(start, end)
            # 合わない sounds like 会わない: kanji in the text must be kanji of the pattern.
            if self.kanji.issuperset(_KANJI.findall(text.original[span[0] : span[1]])):
                found.append(span)
        return found

    def search(self, text: Text) -> bool:
        """Whether either view has a hit."""
        return self.search_line(text.fold.text, text.reading.text)

    def search_line(self, fold_line: str, reading_line: str) -> bool:
        """Whether one sentence's folded or read line has a hit."""
        if _compiled(self.fold).search(fold_line.encode()):
            return True
        hits = _in_line(self.reading, reading_line.encode()) if self.kanji else ()
        return any(end - start >= _SHORTEST_READ for start, end in hits)


def _hits(
    source: str, view: View, lines: Iterable[int] | None, *, at_words: bool = False
) -> list[tuple[int, int]]:
    """Character offsets of the hits in these lines of a view, or in all of it; ``at_words``: that begin words."""
    words = view if at_words else None
    if lines is None:
        return list(_in_line(source, view.text.encode(), words))
    found: list[tuple[int, int]] = []
    for at in lines:
        _, raw, base = view.lines[at]
        found += _in_line(source, raw, words, base)
    return found


def _in_line(source: str, raw: bytes, words: View | None = None, base: int = 0) -> Iterator[tuple[int, int]]:
    """Character offsets of the hits in encoded letters that begin at ``base``; with ``words``, that begin one of its.

    Handing RE2 bytes saves half the time of a call.
    """
    search = _compiled(source).search
    at, first = 0, base
    while match := search(raw, at):
        start, end = match.span()
        first += len(raw[at:start].decode())
        if words is None or first in words.places.heads:
            size = len(raw[start:end].decode())
            yield first, first + size
            at, first = end, first + size
        else:  # another hit may begin inside this one
            at, first = start + len(raw[start : start + 4].decode(errors="ignore")[0].encode()), first + 1
