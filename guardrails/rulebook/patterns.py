"""Patterns of rule files, in both the forms that a text is looked at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guardrails.rulebook.engine import found, hits, validate
from guardrails.rulebook.lexicon import Lexicon
from guardrails.text import Text

_KANJI = re.compile(r"[一-龠々]")
_SHORTEST_READ = 3  # kana of any hit in the reading view: 凹 is read おう, which is in 応援 too


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Alternatives for both views.

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
        validate(self.fold)
        validate(self.reading)

    def spans(self, text: Text, line: int | None = None) -> list[tuple[int, int]]:
        """Original offsets of all hits in either view, in a line or in all of the text, in order, each once."""
        return sorted({*self.folded_spans(text, line), *self.read_spans(text, line)})

    def folded_spans(self, text: Text, line: int | None = None) -> list[tuple[int, int]]:
        """Original offsets of the hits in the folded view."""
        words, base = text.fold.piece(line)
        return [text.fold.origin(*hit) for hit in hits(self.fold, words, base)]

    def read_spans(self, text: Text, line: int | None = None) -> list[tuple[int, int]]:
        """Original offsets of the hits in the reading view that are no homophones."""
        words, base = text.reading.piece(line)
        spans = []
        # うそ is also inside そうそう: read aloud, a hit must begin where a word does.
        for start, end in hits(self.reading, words, base, begins=text.reading.begins_word):
            if end - start < _SHORTEST_READ:
                continue
            span = text.reading.origin(start, end)
            # 合わない sounds like 会わない: kanji in the text must be kanji of the pattern.
            if self.kanji.issuperset(_KANJI.findall(text.original, *span)):
                spans.append(span)
        return spans

    def search(self, text: Text) -> bool:
        """Whether either view has a hit."""
        return self.search_fold(text.fold.text) or self.search_read(text.reading.text)

    def search_line(self, fold_line: str, reading_line: str) -> bool:
        """Whether one sentence's folded or read line has a hit."""
        return self.search_fold(fold_line) or self.search_read(reading_line)

    def search_fold(self, line: str) -> bool:
        """Whether a folded line has a hit."""
        return found(self.fold, line)

    def search_read(self, line: str) -> bool:
        """Whether a line read aloud has a hit that is long enough; what has no kanji the folded line tells."""
        if not self.kanji:
            return False
        return any(end - start >= _SHORTEST_READ for start, end in hits(self.reading, line))
