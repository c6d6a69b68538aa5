"""Whether rules do what their own examples say."""

from collections.abc import Iterable
from typing import Protocol

from guardrails.rulebook.compiled import CompiledRule
from guardrails.rulebook.rule import Example, Match, RuleError
from guardrails.text import Text, view


class Judge(Protocol):
    """Says which rules speak of a text, as ``RuleSet.match`` does."""

    def __call__(self, text: Text, *, incoming: Text | None = None, **context: str) -> tuple[Match, ...]:
        """Every hit of every rule."""


def failures(rules: Iterable[CompiledRule], judge: Judge) -> list[RuleError]:
    """All patterns RE2 cannot run and all ``ng`` and ``ok`` examples that do not hold."""
    found: list[RuleError] = []
    for compiled in rules:
        rule = compiled.rule
        problem = _invalid(compiled)
        if problem:
            found.append(RuleError(rule.path, rule.line, f"{rule.id}, {problem}"))
            continue
        for kind in ("ng", "ok"):
            for example in rule.examples.get(kind, ()):
                problem = _problem(compiled, kind, example, judge)
                if problem:
                    found.append(RuleError(rule.path, example.line, f"{rule.id}: {problem}"))
    return found


def _invalid(compiled: CompiledRule) -> str:
    """What is wrong with a rule's patterns, or ""."""
    for key, pattern in compiled.patterns():
        try:
            pattern.validate()
        except ValueError as error:
            return f"{key}: {error}"
    return ""


def _problem(compiled: CompiledRule, kind: str, example: Example, judge: Judge) -> str:
    """What an example shows to be wrong, or ""."""
    context = dict(example.context)
    incoming = context.pop("incoming", None)
    their = view(incoming) if incoming is not None else None
    spoken = judge(view(example.text), incoming=their, **context)
    matches = [m for m in spoken if m.rule is compiled.rule]
    if kind == "ok":
        return (
            f"speaks of its ok example 「{example.text}」 (at 「{matches[0].span.text}」)" if matches else ""
        )
    if not matches:
        return f"does not speak of its ng example 「{example.text}」"
    if example.span and all(m.span.text != example.span for m in matches):
        return f"marks 「{matches[0].span.text}」, not 「{example.span}」, in 「{example.text}」"
    return ""
