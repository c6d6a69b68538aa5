"""A rule of a rule file: what it listens for, in which context, and the examples that must hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guardrails.vocabulary import Span


class RuleError(ValueError):
    """A rule file that cannot be used: says the file, the line and what is wrong."""

    def __init__(self, path: Path | str, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")
        self.path, self.line, self.problem = Path(path), line, problem


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the context in which a rule must (or must not) speak."""

    text: str
    context: Mapping[str, str]
    span: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One declarative rule; ``examples`` is keyed by ``ng``, ``ok``, ``todo_ng``, ``todo_ok``."""

    id: str
    category: str
    source: str
    why: str
    hint: str
    any: tuple[str, ...]
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    anti: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()
    draft_has: tuple[str, ...] = ()
    draft_lacks: tuple[str, ...] = ()
    their: tuple[str, ...] = ()
    their_not: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    question: bool | None = None
    examples: Mapping[str, tuple[Example, ...]] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    line: int = 0

    def applies(self, context: Mapping[str, str]) -> bool:
        """Whether what ``when`` asks for holds."""
        return all(str(context.get(key, "")) in allowed for key, allowed in self.when.items())


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that speaks, and the piece of the original it speaks of."""

    rule: Rule
    span: Span
