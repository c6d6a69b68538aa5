"""`yohaku rules new`: adds a rule from words and examples, if the examples hold; no Python and no YAML needed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import typer
import yaml

from guardrails.rules import RULES_DIR, RuleError, RuleSet, read_rules
from guardrails.text import view
from guardrails.vocabulary import Category, Stage

FEWEST = 3
"""How many examples of each kind a rule needs."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person says of the rule: ``words`` are patterns (see docs/rules.md), plain words among them."""

    category: Category
    name: str
    stages: tuple[Stage, ...]
    words: tuple[str, ...]
    never: tuple[str, ...]
    why: str
    hint: str
    ng: tuple[str, ...]
    ok: tuple[str, ...]
    source: str


def add(wanted: Wanted, *, folder: Path = RULES_DIR) -> int:
    """Prove the rule and append it to its category's file; 0, or 1 with what is wrong and nothing written."""
    if min(len(wanted.ng), len(wanted.ok)) < FEWEST:
        typer.echo(f"だめな例と、だいじょうぶな例を、それぞれ{FEWEST}つ以上書いてください。", err=True)
        return 1
    path = folder / f"{wanted.category.value}.yaml"
    block = _block(wanted)
    try:
        rule = _proved(block, path, folder)
    except RuleError as error:
        typer.echo(f"この規則はまだ使えません: {error.problem}", err=True)
        return 1
    for text in _also_hit(rule, folder):
        typer.echo(f"だいじょうぶなはずの文にも反応します:「{text}」", err=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(block)
    typer.echo(
        f"{path.name}に{wanted.category.value}.{wanted.name}を加えました。make test で全体を確かめてください。"
    )
    return 0


def _block(wanted: Wanted) -> str:
    rule: dict[str, object] = {"id": f"{wanted.category.value}.{wanted.name}", "source": wanted.source}
    if wanted.stages:
        rule["when"] = {"stage": [stage.value for stage in wanted.stages]}
    rule["any"] = list(wanted.words)
    if wanted.never:
        rule["not"] = list(wanted.never)
    rule |= {"why": wanted.why, "hint": wanted.hint}
    rule["examples"] = {"ng": list(wanted.ng), "ok": list(wanted.ok)}
    text = yaml.safe_dump([rule], allow_unicode=True, sort_keys=False, width=1000)
    return "".join(f"  {line}\n" for line in text.splitlines())


def _proved(block: str, path: Path, folder: Path) -> RuleSet:
    """The new rule alone, its examples held; raises ``RuleError``."""
    head = path.read_text(encoding="utf-8").split("rules:", 1)[0] + "rules:\n"
    with TemporaryDirectory() as scratch:
        file = Path(scratch) / path.name
        file.write_text(head + block, encoding="utf-8")
        rule = RuleSet.load([file], lexicon=folder / "lexicon.yaml")
    taken = {known.id for known in read_rules(path)}
    for new in rule.rules:
        if new.id in taken:
            raise RuleError(path, new.line, f"{new.id}という名前はもう使われています")
    return rule


def _also_hit(rule: RuleSet, folder: Path) -> Iterable[str]:
    """Good examples of the other rules of messages that the new one speaks of: likely too wide."""
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in set(Category):
            continue
        for known in read_rules(path):
            for example in known.examples.get("ok", ()):
                context = dict(example.context)
                incoming = view(context.pop("incoming", ""))
                if rule.match(view(example.text), incoming=incoming, **context):
                    yield example.text


def asked(question: str, given: Sequence[str], *, least: int = 1) -> tuple[str, ...]:
    """The options as given; where there are none, one answer a line is asked for, an empty one ends it."""
    if given:
        return tuple(given)
    typer.echo(f"{question}(一行に一つ、空の行で終わり)")
    answers: list[str] = []
    while True:
        answer = typer.prompt(f"  {len(answers) + 1}", default="", show_default=False).strip()
        if answer:
            answers.append(answer)
        elif len(answers) >= least:
            return tuple(answers)
        else:
            typer.echo(f"  あと{least - len(answers)}つ、お願いします。")
