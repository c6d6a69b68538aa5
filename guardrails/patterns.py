"""Patterns of rule files: slots written out, translated for both views, run by RE2 in linear time."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from guardrails.folding import fold
from guardrails.text import Text, View
from guardrails.words import reading

_MAX_MEM = 64 << 20  # with less, RE2 falls back to its slow engine without a word
_SHORTEST_READ = 3  # kana of any hit in the reading view: 凹 is read おう, which is in 応援 too

_SLOT = re.compile(r"\{([A-Z][A-Z0-9_]*)\}")
_FORBIDDEN = re.compile(r"\\[bBwWdDsS]|\(\?[=!<]|(?<!\\)\.\*|(?<!\\)\.\+")
_PART = re.compile(
    r"(?P<slot>\{[A-Z][A-Z0-9_]*\})|(?P<keep>\\.|\(\?(?:P<\w+>|:|[ims]+\))|\{\d+(?:,\d*)?\}|[()|*+?^$.])"
    r"|(?P<set>\[[^\]]*\])|(?P<word>[^\\()|*+?^$.\[\]{}]+)"
)
_KANJI = re.compile(r"[一-龠々]")
_READ_ALOUD = re.compile(r"[一-龠々0-9]")


class Lexicon:
    """The shared slots: ``{NAME}`` in a pattern stands for any of the spellings listed under NAME."""

    def __init__(self, slots: Mapping[str, Sequence[str]] | None = None) -> None:
        self._slots = {name: tuple(values) for name, values in (slots or {}).items()}
        self._folded: dict[str, str] = {}
        self._read: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """All slots, as the file has them."""
        return tuple(self._slots)

    def translate(self, pattern: str) -> tuple[str, str]:
        """The pattern for the folded and for the reading view; raises ``ValueError`` saying what is wrong."""
        if _FORBIDDEN.search(pattern):
            raise ValueError(
                f"「{pattern}」 uses \\b, \\w, \\d, \\s, lookaround or an unbounded .* (write .{{0,8}})"
            )
        folded = _translate(pattern, _fold_word, lambda name: self._slot(name, _fold_word, self._folded, ()))
        read = _translate(pattern, _read_word, lambda name: self._slot(name, _read_word, self._read, ()))
        return folded, read

    def _slot(
        self, name: str, form: Callable[[str], str], done: dict[str, str], inside: tuple[str, ...]
    ) -> str:
        if name not in done:
            if name not in self._slots:
                raise ValueError(f"the lexicon has no slot {{{name}}}")
            if name in inside:
                raise ValueError(f"slot {{{name}}} contains itself")
            within = (*inside, name)
            values = [
                _translate(v, form, lambda inner: self._slot(inner, form, done, within))
                for v in self._slots[name]
            ]
            done[name] = "(?:" + "|".join(dict.fromkeys(values)) + ")"
        return done[name]


def _translate(pattern: str, form: Callable[[str], str], slot: Callable[[str], str]) -> str:
    """A pattern with its literal runs put into ``form`` (folded or read aloud), its syntax kept."""
    out: list[str] = []
    at = 0
    while at < len(pattern):
        part = _PART.match(pattern, at)
        if part is None:
            raise ValueError(f"cannot read the pattern from 「{pattern[at : at + 10]}」 on")
        at = part.end()
        if part["slot"] is not None:
            out.append(slot(part["slot"][1:-1]))
        elif part["keep"] is not None:
            out.append(part["keep"])
        elif part["set"] is not None:
            out.append("".join(c if c in "[]^-" else _fold_word(c) or c for c in part["set"]))
        else:
            quantified = at < len(pattern) and pattern[at] in "?*+{"
            out.append(_literal(part["word"], form, quantified))
    return "".join(out)


def _literal(word: str, form: Callable[[str], str], quantified: bool) -> str:
    """A literal run; when a quantifier follows, its last character alone is what is quantified."""
    if not quantified:
        return _escape(form(word))
    whole, last = form(word), form(word[-1])
    if last and whole.endswith(last):
        head = whole[: len(whole) - len(last)]
    else:
        head = form(word[:-1]) if word[:-1] else ""
    return _escape(head) + (_escape(last) if len(last) == 1 else f"(?:{_escape(last)})")


_ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in "\\?.*+^$()[]{}|"})


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)


@cache
def _fold_word(word: str) -> str:
    return fold(word)


@cache
def _read_word(word: str) -> str:
    return reading(word) if _READ_ALOUD.search(word) else _fold_word(word)


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
