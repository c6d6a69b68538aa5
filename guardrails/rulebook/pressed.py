"""A rule set as plain data, and back: everything that was made of its files, so that they need not be read again."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from guardrails.rulebook.compiled import CompiledRule
from guardrails.rulebook.patterns import Pattern
from guardrails.rulebook.rule import Example, Rule
from guardrails.rulebook.sieve import Sieve

Plain = dict[str, Any]
"""What JSON can hold."""

_EACH = ("any", "also", "draft_has", "their")
_ONE = ("unless", "anti", "taken_back", "draft_lacks", "their_not")
"""The fields of a compiled rule with patterns, many or at most one. Under the same names a rule has what they are of."""


def press(compiled: Iterable[CompiledRule], fold: Sieve, reading: Sieve) -> Plain:
    """The rules with their patterns by number, and the sieves."""
    compiled = tuple(compiled)
    numbers = {pattern: n for n, pattern in enumerate(p for c in compiled for _, p in c.patterns())}
    return {
        "patterns": [[p.fold, p.reading, "".join(sorted(p.kanji)), p.crosses] for p in numbers],
        "rules": [_pressed(c, numbers) for c in compiled],
        "fold": fold.press(numbers),
        "reading": reading.press(numbers),
    }


def unpress(plain: Plain, paths: Iterable[Path]) -> tuple[tuple[CompiledRule, ...], Sieve, Sieve]:
    """What was pressed; the rules are said to be from the files of the same name among ``paths``."""
    files = {path.name: str(path) for path in paths}
    patterns = [
        Pattern(fold, read, frozenset(kanji), crosses) for fold, read, kanji, crosses in plain["patterns"]
    ]
    compiled = tuple(_unpressed(row, patterns, files) for row in plain["rules"])
    return compiled, Sieve.unpress(plain["fold"], patterns), Sieve.unpress(plain["reading"], patterns)


def _pressed(compiled: CompiledRule, numbers: Mapping[Pattern, int]) -> Plain:
    rule = compiled.rule
    return {
        "rule": {**asdict(rule), "path": Path(rule.path).name},
        "each": {key: [numbers[p] for p in getattr(compiled, key)] for key in _EACH},
        "one": {key: numbers[p] for key in _ONE if (p := getattr(compiled, key))},
    }


def _unpressed(row: Plain, patterns: list[Pattern], files: Mapping[str, str]) -> CompiledRule:
    made: dict[str, Any] = {key: tuple(patterns[n] for n in numbers) for key, numbers in row["each"].items()}
    made |= {key: patterns[row["one"][key]] if key in row["one"] else None for key in _ONE}
    return CompiledRule(_rule(row["rule"], files), **made)


def _rule(raw: Plain, files: Mapping[str, str]) -> Rule:
    examples = {
        kind: tuple(Example(**example) for example in given) for kind, given in raw["examples"].items()
    }
    when = {key: tuple(allowed) for key, allowed in raw["when"].items()}
    sources = {key: tuple(raw[key]) for key in (*_EACH, *_ONE)}
    return Rule(**{**raw, **sources, "when": when, "examples": examples, "path": files.get(raw["path"], "")})
