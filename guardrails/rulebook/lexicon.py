"""The shared words of rule files, and how a pattern made of them is written for both views of a text."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from guardrails.rulebook.hollow import hollow
from guardrails.writing.folding import fold
from guardrails.writing.words import reading

_FORBIDDEN = re.compile(r"\\[bBwWdDsS]|\(\?[=!<]|(?<!\\)\.\*|(?<!\\)\.\+")
_PART = re.compile(
    r"(?P<slot>\{[A-Z][A-Z0-9_]*\})|(?P<keep>\\.|\(\?(?:P<\w+>|:|[ims]+\))|\{\d+(?:,\d*)?\}|[()|*+?^$.])"
    r"|(?P<set>\[[^\]]*\])|(?P<word>[^\\()|*+?^$.\[\]{}]+)"
)
_QUANTIFIERS = frozenset("?*+{")
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
        if hollow(folded) or hollow(read):
            raise ValueError(
                f"「{pattern}」 has an empty alternative, as marks are folded away (write it with ?)"
            )
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
        match part.lastgroup:
            case "word":
                out.append(_literal(part[0], form, pattern[at : at + 1] in _QUANTIFIERS))
            case "slot":
                out.append(slot(part[0][1:-1]))
            case "set":
                out.append("".join(c if c in "[]^-" else _fold_word(c) or c for c in part[0]))
            case _:
                out.append(part[0])
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
