"""Runs a pattern over a line: short lines by Python's `re`, long ones by RE2, whose time no input can stretch.

RE2 builds its automaton along each new text, state by state: 440 µs a message, measured over the suites' drafts. The
same searches take `re` 47 µs. What may take `re` long, a long line or a repeated group, is left to RE2.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import re2

SHORT = 200
"""Letters of a line that `re` may search, in half a millisecond at worst; a sentence of a message has twenty."""

_MAX_MEM = 64 << 20  # with less, RE2 falls back to its slow engine without a word
_SLOW_OR_ODD = re.compile(r"\)(?:[*+]|\{\d+,\})|\[[^\]]*(?:\[|--|&&|~~|\|\|)")
"""A repeated group, which `re` may try in very many ways; and sets that later releases of it may read otherwise."""


def _anywhere(_: int) -> bool:
    return True


def hits(
    source: str, line: str, base: int = 0, *, begins: Callable[[int], bool] = _anywhere
) -> list[tuple[int, int]]:
    """The hits in a line, none inside another: those for whose first place ``begins`` holds, counted from ``base``."""
    if len(line) > SHORT or (pattern := _short(source)) is None:
        return list(_long_hits(source, line, base, begins))
    spans = []
    at = 0
    while match := pattern.search(line, at):
        start, end = match.span()
        if begins(base + start):
            spans.append((base + start, base + end))
            at = end
        else:  # another hit may begin inside this one
            at = start + 1
    return spans


def found(source: str, line: str) -> bool:
    """Whether a line has a hit."""
    if len(line) > SHORT or (pattern := _short(source)) is None:
        return _long(source).search(line.encode()) is not None
    return pattern.search(line) is not None


def validate(source: str) -> None:
    """Raises ``ValueError`` if RE2 cannot run the pattern or if it matches nothing at all."""
    if _long(source).search(b"") is not None:
        raise ValueError("the pattern matches the empty text")


@cache
def _short(source: str) -> re.Pattern[str] | None:
    """The pattern for `re`; None where it is for RE2 alone."""
    if _SLOW_OR_ODD.search(source):
        return None
    try:
        return re.compile(source, re.MULTILINE)
    except re.error:
        return None


@cache
def _long(source: str) -> Any:
    options = re2.Options()
    options.max_mem = _MAX_MEM
    options.log_errors = False
    try:
        return re2.compile(("(?m)" + source).encode(), options)
    except re2.error as error:
        raise ValueError(f"not a pattern RE2 can run: {error}") from None


def _long_hits(source: str, line: str, base: int, begins: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """As ``hits``. RE2 is handed bytes, which saves half the time of a call."""
    search, raw = _long(source).search, line.encode()
    at, first = 0, base
    while match := search(raw, at):
        start, end = match.span()
        first += len(raw[at:start].decode())
        if begins(first):
            size = len(raw[start:end].decode())
            yield first, first + size
            at, first = end, first + size
        else:
            at, first = start + len(raw[start : start + 4].decode(errors="ignore")[0].encode()), first + 1
