"""Rule files: declarative YAML to frozen rules, compiled into one RE2 set a view; docs/rules.md has the format."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

from guardrails.patterns import Lexicon, Pattern
from guardrails.sieve import Sieve
from guardrails.text import Sentence, Text, view
from guardrails.vocabulary import Span

RULES_DIR = Path(__file__).parent / "rules"
LEXICON = RULES_DIR / "lexicon.yaml"


_MOST_CONTEXTS = 64


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


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that speaks, and the piece of the original it speaks of."""

    rule: Rule
    span: Span


# --- the set ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    any: tuple[Pattern, ...]
    also: tuple[Pattern, ...]
    unless: Pattern | None
    anti: Pattern | None
    taken_back: Pattern | None
    draft_has: tuple[Pattern, ...]
    draft_lacks: Pattern | None
    their: tuple[Pattern, ...]
    their_not: Pattern | None


class RuleSet:
    """Rules compiled together. Immutable after building; ``match`` may run in any thread."""

    def __init__(self, rules: Iterable[Rule], lexicon: Lexicon) -> None:
        self.rules = tuple(rules)
        self._compiled = tuple(_compile_rule(rule, lexicon) for rule in self.rules)
        # every alternative of every rule: (rule, pattern); the sieves number them alike
        self._ways = tuple((i, p) for i, c in enumerate(self._compiled) for p in c.any)
        self._fold = Sieve(p.fold for _, p in self._ways)
        # what is written in kana alone the folded view finds; the reading view is for kanji people write in kana
        self._reading = Sieve(p.reading if p.kanji else None for _, p in self._ways)
        self._open: dict[tuple[tuple[str, str], ...], frozenset[int]] = {}

    @classmethod
    def load(cls, paths: Iterable[Path], *, lexicon: Path = LEXICON, prove: bool = False) -> "RuleSet":
        """Read rule files. Raises ``RuleError`` (file, line, problem) for anything that is not right.

        With ``prove``, every rule's own examples must hold too.
        """
        words = load_lexicon(lexicon)
        rules: list[Rule] = []
        seen: dict[str, str] = {}
        for path in paths:
            for rule in read_rules(path):
                if rule.id in seen:
                    raise RuleError(path, rule.line, f"the id {rule.id} is taken already in {seen[rule.id]}")
                seen[rule.id] = str(path)
                rules.append(rule)
        ruleset = cls(rules, words)
        if prove:
            ruleset.prove()
        return ruleset

    def match(self, text: Text, *, incoming: Text | None = None, **context: str) -> tuple[Match, ...]:
        """All rules that speak of this text, every hit, in order of place.

        ``incoming`` is the other side's message (``their`` and ``their_not`` look there); ``context`` holds
        what ``when`` asks for, such as ``stage="declined"``.
        """
        if not text.fold.text:
            return ()
        allowed = self._allowed(context)
        spans: dict[int, set[tuple[int, int]]] = {}
        seen: set[int] = set()
        for way in self._fold.candidates(text.fold.text) & allowed:
            index, pattern = self._ways[way]
            found = pattern.folded_spans(text)
            if found:
                seen.add(way)
                spans.setdefault(index, set()).update(found)
        for way in (self._reading.candidates(text.reading.text) & allowed) - seen:
            index, pattern = self._ways[way]
            found = pattern.read_spans(text)
            if found:
                spans.setdefault(index, set()).update(found)
        matches: list[Match] = []
        for index in sorted(spans):
            matches += _of_rule(self._compiled[index], sorted(spans[index]), text, incoming)
        matches.sort(key=lambda m: (m.span.start, m.span.end, m.rule.id))
        return tuple(matches)

    def _allowed(self, context: Mapping[str, str]) -> frozenset[int]:
        """The patterns of the rules whose ``when`` holds; remembered, as there are few contexts."""
        key = tuple(sorted(context.items()))
        allowed = self._open.get(key)
        if allowed is None:
            ways = enumerate(self._ways)
            allowed = frozenset(w for w, (i, _) in ways if _applies(self._compiled[i].rule, context))
            if len(self._open) < _MOST_CONTEXTS:
                self._open[key] = allowed
        return allowed

    def prove(self) -> None:
        """Every rule's ``ng`` and ``ok`` examples must hold; raises ``RuleError`` at the first that does not."""
        for failure in self.failures():
            raise failure

    def failures(self) -> list[RuleError]:
        """All patterns RE2 cannot run and all examples that do not hold."""
        found: list[RuleError] = []
        for compiled in self._compiled:
            rule = compiled.rule
            problem = _invalid(compiled)
            if problem:
                found.append(RuleError(rule.path, rule.line, f"{rule.id}, {problem}"))
                continue
            for kind in ("ng", "ok"):
                for example in rule.examples.get(kind, ()):
                    problem = self._problem(compiled, kind, example)
                    if problem:
                        found.append(RuleError(rule.path, example.line, f"{rule.id}: {problem}"))
        return found

    def _problem(self, compiled: _Compiled, kind: str, example: Example) -> str:
        context = dict(example.context)
        incoming = context.pop("incoming", None)
        their = view(incoming) if incoming is not None else None
        matches = [
            m for m in self.match(view(example.text), incoming=their, **context) if m.rule is compiled.rule
        ]
        if kind == "ok":
            return (
                f"speaks of its ok example 「{example.text}」 (at 「{matches[0].span.text}」)"
                if matches
                else ""
            )
        if not matches:
            return f"does not speak of its ng example 「{example.text}」"
        if example.span and all(m.span.text != example.span for m in matches):
            return f"marks 「{matches[0].span.text}」, not 「{example.span}」, in 「{example.text}」"
        return ""


def _applies(rule: Rule, context: Mapping[str, str]) -> bool:
    return all(str(context.get(key, "")) in allowed for key, allowed in rule.when.items())


def _of_rule(
    compiled: _Compiled, spans: list[tuple[int, int]], text: Text, incoming: Text | None
) -> list[Match]:
    """Which of a rule's hits stand, given the rest of the text and their message."""
    rule = compiled.rule
    if compiled.their and not (incoming and all(p.search(incoming) for p in compiled.their)):
        return []
    if compiled.their_not and incoming and compiled.their_not.search(incoming):
        return []
    if not all(p.search(text) for p in compiled.draft_has):
        return []
    if compiled.draft_lacks and compiled.draft_lacks.search(text):
        return []
    immune = compiled.anti.spans(text) if compiled.anti else []
    reach = list(accumulate((end for _, end in immune), max))  # how far the antipatterns up to here go
    matches = []
    taken = 0
    for start, end in spans:
        before = bisect_left(immune, (end,))  # antipatterns that begin before the hit ends
        if end <= taken or (before and reach[before - 1] > start):
            continue
        sentence = text.sentence_at(start)
        if sentence is None or (rule.question is not None and sentence.question != rule.question):
            continue
        lines = sentence.fold, sentence.reading
        if not all(p.search_line(*lines) for p in compiled.also):
            continue
        if compiled.unless and compiled.unless.search_line(*lines):
            continue
        if compiled.taken_back and compiled.taken_back.search(_what_follows(text, end, sentence)):
            continue
        taken = end
        matches.append(Match(rule, text.span(start, end)))
    return matches


def _invalid(compiled: _Compiled) -> str:
    """What is wrong with a rule's patterns, or ""."""
    parts = {
        "any": compiled.any,
        "also": compiled.also,
        "unless": (compiled.unless,),
        "not": (compiled.anti,),
        "taken_back": (compiled.taken_back,),
        "draft_has": compiled.draft_has,
        "draft_lacks": (compiled.draft_lacks,),
        "their": compiled.their,
        "their_not": (compiled.their_not,),
    }
    for key, patterns in parts.items():
        for pattern in patterns:
            try:
                if pattern:
                    pattern.validate()
            except ValueError as error:
                return f"{key}: {error}"
    return ""


_CLAUSE_END = re.compile(r"(?:けれど|けど|ので|から|[るたすいん]が|[るたすい]し)[、,]")


def _what_follows(text: Text, at: int, sentence: Sentence) -> Text:
    """The rest of the clause after a hit: 「来る」という話に根拠はない takes back what the hit says."""
    rest = text.original[at : sentence.end]
    end = _CLAUSE_END.search(rest)
    return view(rest[: end.start()] if end else rest)


def _compile_rule(rule: Rule, lexicon: Lexicon) -> _Compiled:
    def of(key: str, sources: Sequence[str]) -> Pattern:
        try:
            return Pattern.of(sources, lexicon)
        except ValueError as error:
            raise RuleError(rule.path, rule.line, f"{rule.id}, {key}: {error}") from None

    def maybe(key: str, sources: Sequence[str]) -> Pattern | None:
        return of(key, sources) if sources else None

    def each(key: str, sources: Sequence[str]) -> tuple[Pattern, ...]:
        return tuple(of(key, [s]) for s in sources)

    return _Compiled(
        rule,
        any=each("any", rule.any),
        also=each("also", rule.also),
        unless=maybe("unless", rule.unless),
        anti=maybe("not", rule.anti),
        taken_back=maybe("taken_back", rule.taken_back),
        draft_has=each("draft_has", rule.draft_has),
        draft_lacks=maybe("draft_lacks", rule.draft_lacks),
        their=each("their", rule.their),
        their_not=maybe("their_not", rule.their_not),
    )


# --- reading files ----------------------------------------------------------------------------------------

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
    if not lists["any"]:
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


_CONSTRUCTOR = yaml.constructor.SafeConstructor


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
