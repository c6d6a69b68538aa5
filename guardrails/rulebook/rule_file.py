"""Rule files: declarative YAML to rules, with the file and the line of every mistake; docs/rules.md has the format."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from guardrails.rulebook.lexicon import Lexicon
from guardrails.rulebook.rule import Example, Rule, RuleError

_LISTS = ("any", "also", "unless", "not", "taken_back", "draft_has", "draft_lacks", "their", "their_not")
_KEYS = frozenset({"id", "category", "source", "why", "hint", "when", "require", "examples", "data", *_LISTS})
_EXAMPLE_KINDS = ("ng", "ok", "todo_ng", "todo_ok")


def load_lexicon(path: Path) -> Lexicon:
    """Read a lexicon file; raises ``RuleError``."""
    nodes = _mapping(path, _compose(path))
    lexicon = Lexicon({name: _strings(path, values) for name, values in nodes.items()})
    for name, values in nodes.items():
        try:
            lexicon.translate(f"{{{name}}}")
        except ValueError as error:
            raise RuleError(path, _line(values), str(error)) from None
    return lexicon


def read_rules(path: Path) -> list[Rule]:
    """The rules of one file, not compiled; raises ``RuleError``."""
    top = _mapping(path, _compose(path))
    for key, node in top.items():
        if key not in ("category", "when", "source", "rules"):
            raise RuleError(
                path, _line(node), f"unknown key 「{key}」 (known: category, when, source, rules)"
            )
    if "rules" not in top or not isinstance(top["rules"], yaml.SequenceNode):
        raise RuleError(path, 1, "the file needs a list under 「rules:」")
    defaults = {k: _plain(v) for k, v in top.items() if k != "rules"}
    return [_rule(path, node, defaults) for node in top["rules"].value]


def _rule(path: Path, node: yaml.Node, defaults: Mapping[str, Any]) -> Rule:
    raw = _mapping(path, node)
    for key, value in raw.items():
        if key not in _KEYS:
            raise RuleError(
                path, _line(value), f"unknown key 「{key}」 in a rule (known: {', '.join(sorted(_KEYS))})"
            )
    plain = {**defaults, **{k: _plain(v) for k, v in raw.items() if k not in _LISTS and k != "examples"}}
    for key in ("id", "category", "source"):
        if not plain.get(key):
            raise RuleError(path, _line(node), f"a rule needs 「{key}」")
    lists = {key: tuple(_strings(path, raw[key])) if key in raw else () for key in _LISTS}
    if not lists["any"] and "grammar" not in (plain.get("data") or {}):
        raise RuleError(path, _line(node), f"{plain['id']} needs at least one pattern under 「any」")
    require = plain.get("require") or {}
    if not isinstance(require, dict) or set(require) - {"question"}:
        raise RuleError(path, _line(raw["require"]), "「require」 knows only 「question: true|false」")
    when = plain.get("when") or {}
    if not isinstance(when, dict):
        raise RuleError(path, _line(node), "「when」 is a mapping such as {stage: [declined]}")
    conditions = {k: tuple(map(str, v)) if isinstance(v, list) else (str(v),) for k, v in when.items()}
    return Rule(
        id=str(plain["id"]),
        category=str(plain["category"]),
        source=str(plain["source"]),
        why=str(plain.get("why") or ""),
        hint=str(plain.get("hint") or ""),
        any=lists["any"],
        also=lists["also"],
        unless=lists["unless"],
        anti=lists["not"],
        taken_back=lists["taken_back"],
        draft_has=lists["draft_has"],
        draft_lacks=lists["draft_lacks"],
        their=lists["their"],
        their_not=lists["their_not"],
        when=conditions,
        question=require.get("question"),
        examples=_examples(path, raw["examples"], conditions) if "examples" in raw else {},
        data=plain.get("data") or {},
        path=str(path),
        line=_line(node),
    )


def _examples(
    path: Path, node: yaml.Node, when: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[Example, ...]]:
    base = {key: values[0] for key, values in when.items()}
    out: dict[str, tuple[Example, ...]] = {}
    for kind, items in _mapping(path, node).items():
        if kind not in _EXAMPLE_KINDS:
            raise RuleError(path, _line(items), f"examples are {', '.join(_EXAMPLE_KINDS)}, not 「{kind}」")
        if not isinstance(items, yaml.SequenceNode):
            raise RuleError(path, _line(items), f"「{kind}」 is a list")
        found = []
        for item in items.value:
            raw = _plain(item)
            fields = {"text": raw} if not isinstance(raw, dict) else dict(raw)
            if not isinstance(fields.get("text"), str):
                raise RuleError(path, _line(item), "an example is a text, or a mapping with 「text」")
            text, span = fields.pop("text"), str(fields.pop("span", ""))
            found.append(Example(text, {**base, **{k: str(v) for k, v in fields.items()}}, span, _line(item)))
        out[kind] = tuple(found)
    return out


def _compose(path: Path) -> yaml.Node:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(path, line, f"not YAML: {error.problem}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(path, 1, f"cannot be read: {error}") from None
    if node is None:
        raise RuleError(path, 1, "the file is empty")
    return node


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _mapping(path: Path, node: yaml.Node) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise RuleError(path, _line(node), "a mapping (key: value) belongs here")
    out: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in out:
            raise RuleError(path, _line(key), f"「{name}」 is written twice")
        out[name] = value
    return out


def _strings(path: Path, node: yaml.Node) -> list[str]:
    if isinstance(node, yaml.ScalarNode) and node.value:
        return [str(node.value)]
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise RuleError(path, _line(node), "a list of texts belongs here")
    for item in node.value:
        if not isinstance(item, yaml.ScalarNode) or not item.value:
            raise RuleError(path, _line(item), "each entry is a text")
    return [str(item.value) for item in node.value]


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if node.tag == "tag:yaml.org,2002:bool":
        return node.value.lower() in ("true", "yes", "on")
    if node.tag == "tag:yaml.org,2002:null":
        return None
    if node.tag == "tag:yaml.org,2002:int":
        return int(node.value)
    return str(node.value)
