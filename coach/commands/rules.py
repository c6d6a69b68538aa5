"""`yohaku rules`: what the judges know, each rule with its source, its reason, its examples and its known misses."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.text import Text

from coach.labels import CATEGORIES, STAGES
from guardrails.rulebook.rule import Example
from guardrails.rules import RULES_DIR, Rule, read_rules
from guardrails.structure import DOUBT
from guardrails.vocabulary import Category, Stage

_NOT_RULES = frozenset(("lexicon.yaml", "helplines.yaml"))
_EXAMPLES = {
    "ng": "だめな例",
    "ok": "だいじょうぶな例",
    "todo_ng": "まだ見つけられない例",
    "todo_ok": "誤って止める例",
}


def rule_files(folder: Path = RULES_DIR) -> list[Path]:
    """Every file that holds rules: of messages to them first, then of the other judges."""
    return [path for path in sorted(folder.rglob("*.yaml"), key=_depth) if path.name not in _NOT_RULES]


def _depth(path: Path) -> tuple[int, str]:
    return len(path.parts), str(path)


def shown(*, category: str = "", find: str = "") -> Iterator[Rule]:
    """The rules of a category (or whose category begins so), and of those the ones that speak of a word."""
    for path in rule_files():
        for rule in read_rules(path):
            if rule.category.startswith(category) and (not find or find in _said(rule)):
                yield rule


def _said(rule: Rule) -> str:
    shown = [example for examples in rule.examples.values() for example in examples]
    texts = [text for example in shown for text in (example.text, example.context.get("incoming", ""))]
    return "\n".join((rule.id, rule.source, rule.why, rule.hint, *rule.any, *texts))


def listing(*, category: str, find: str, as_json: bool) -> int:
    """Print the rules; 0, or 1 when none fits."""
    rules = list(shown(category=category, find=find))
    if as_json:
        typer.echo(json.dumps([as_record(rule) for rule in rules], ensure_ascii=False, indent=2))
    elif not rules:
        typer.echo("あてはまる規則はありません。")
    else:
        console = Console(highlight=False)
        for name, group in groupby(rules, key=lambda rule: rule.category):
            console.print(Text(f"\n{_title(name)}", style="bold"))
            for rule in group:
                _show(rule, console)
    return int(not rules)


def _title(category: str) -> str:
    if category == DOUBT:
        return f"よいと言い切れないもの ({category})"
    return f"{CATEGORIES[Category(category)]} ({category})" if category in set(Category) else category


def as_record(rule: Rule) -> dict[str, Any]:
    """The rule as plain data, with what a reader needs and where it is written."""
    return {
        "id": rule.id,
        "category": rule.category,
        "source": rule.source,
        "when": {key: list(values) for key, values in rule.when.items()},
        "why": rule.why,
        "hint": rule.hint,
        "patterns": list(rule.any),
        "grammar": str(rule.data.get("grammar", "")),
        "examples": {
            kind: [{"text": example.text, **example.context} for example in examples]
            for kind, examples in rule.examples.items()
        },
        "file": str(Path(rule.path).relative_to(RULES_DIR)),
        "line": rule.line,
    }


def _show(rule: Rule, console: Console) -> None:
    console.print(Text.assemble((f"  {rule.id}", "underline"), f"  出典 {rule.source}"), soft_wrap=True)
    stages = rule.when.get("stage", ())
    if stages and len(stages) < len(Stage):
        console.print(
            Text(f"    場面: {'、'.join(STAGES[Stage(stage)] for stage in stages)}"), soft_wrap=True
        )
    for line in (rule.why, rule.hint):
        if line:
            console.print(Text(f"    {line}"), soft_wrap=True)
    if "grammar" in rule.data:
        console.print(Text(f"    見つけ方: 文のかたちと場面から ({rule.data['grammar']})"), soft_wrap=True)
    for kind, examples in rule.examples.items():
        texts = "".join(_quoted(example) for example in examples)
        console.print(Text(f"    {_EXAMPLES[kind]}: {texts}"), soft_wrap=True)


def _quoted(example: Example) -> str:
    incoming = example.context.get("incoming", "")
    return f"「{incoming}」→「{example.text}」" if incoming else f"「{example.text}」"
