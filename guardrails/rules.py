"""Rules that are asked together: which of them speak of a text, and where."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path

from guardrails.rulebook.compiled import CompiledRule
from guardrails.rulebook.kept import digest, keep, recall
from guardrails.rulebook.lexicon import Lexicon
from guardrails.rulebook.patterns import Pattern
from guardrails.rulebook.pressed import press, unpress
from guardrails.rulebook.proof import failures
from guardrails.rulebook.rule import Match, Rule, RuleError
from guardrails.rulebook.rule_file import load_lexicon, read_rules
from guardrails.rulebook.sieve import Sieve
from guardrails.text import Text

RULES_DIR = Path(__file__).parent / "rules"
LEXICON = RULES_DIR / "lexicon.yaml"

__all__ = ["LEXICON", "RULES_DIR", "Match", "Rule", "RuleError", "RuleSet", "load_lexicon", "read_rules"]

_MOST_CONTEXTS = 64
_MOST_RECENT = 64  # what was just judged is judged again: as ours, when it is redrawn, for unease


class RuleSet:
    """Rules compiled together. Immutable after building; ``match`` may run in any thread."""

    def __init__(self, compiled: Iterable[CompiledRule], fold: Sieve, reading: Sieve) -> None:
        self.compiled = tuple(compiled)
        self.rules = tuple(compiled.rule for compiled in self.compiled)
        self._found_by = {pattern: i for i, c in enumerate(self.compiled) for pattern in c.any}
        self.fold, self.reading = fold, reading
        self._recent: dict[object, tuple[Match, ...]] = {}
        self._allowed: dict[tuple[tuple[str, str], ...], frozenset[Pattern]] = {}

    @classmethod
    def of(cls, rules: Iterable[Rule], lexicon: Lexicon) -> "RuleSet":
        """Compile rules that were read; raises ``RuleError``."""
        compiled = tuple(CompiledRule.of(rule, lexicon) for rule in rules)
        finding = [pattern for c in compiled for pattern in c.any]
        # what is written in kana alone the folded view finds; the reading view is for kanji people write in kana
        reading = Sieve.of((p, p.reading) for p in finding if p.kanji)
        return cls(compiled, Sieve.of((p, p.fold) for p in finding), reading)

    @classmethod
    def load(cls, paths: Iterable[Path], *, lexicon: Path = LEXICON) -> "RuleSet":
        """Read rule files. Raises ``RuleError`` (file, line, problem) for anything that is not right.

        Every rule's own examples hold: they were proved now, or on this machine since the files last changed.
        """
        paths = tuple(paths)
        return cls.kept((*paths, lexicon), lambda: cls._proved(paths, lexicon))

    @classmethod
    def kept(cls, files: Iterable[Path], build: Callable[[], "RuleSet"]) -> "RuleSet":
        """The rule set that ``build`` makes of these files: now, or on this machine since they last changed."""
        files = tuple(files)
        try:
            state = digest(files)
        except OSError:
            return build()  # which says what is wrong, and with which file
        plain = recall(state)
        if plain is not None:
            return cls(*unpress(plain, files))
        ruleset = build()
        keep(state, press(ruleset.compiled, ruleset.fold, ruleset.reading))
        return ruleset

    @classmethod
    def _proved(cls, paths: Iterable[Path], lexicon: Path) -> "RuleSet":
        """Read, compile and prove."""
        words = load_lexicon(lexicon)
        rules: list[Rule] = []
        seen: dict[str, str] = {}
        for path in paths:
            for rule in read_rules(path):
                if rule.id in seen:
                    raise RuleError(path, rule.line, f"the id {rule.id} is taken already in {seen[rule.id]}")
                seen[rule.id] = str(path)
                rules.append(rule)
        ruleset = cls.of(rules, words)
        for failure in ruleset.failures():
            raise failure
        return ruleset

    def failures(self) -> list[RuleError]:
        """All patterns that cannot be run and all examples that do not hold."""
        return failures(self.compiled, self.match)

    def match(self, text: Text, *, incoming: Text | None = None, **context: str) -> tuple[Match, ...]:
        """All rules that speak of this text, every hit, in order of place.

        ``incoming`` is the other side's message (``their`` and ``their_not`` look there); ``context`` holds
        what ``when`` asks for, such as ``stage="declined"``.
        """
        asked = text.original, incoming and incoming.original, tuple(sorted(context.items()))
        known = self._recent.get(asked)
        if known is None:
            known = self._match(text, incoming, context)
            if len(self._recent) >= _MOST_RECENT:
                self._recent.clear()
            self._recent[asked] = known
        return known

    def _match(self, text: Text, incoming: Text | None, context: Mapping[str, str]) -> tuple[Match, ...]:
        if not text.fold.text:
            return ()
        among = self._among(context)
        spans: dict[int, set[tuple[int, int]]] = {}
        seen = set()
        for pattern, line in _candidates(self.fold, text.fold.lines, among):
            if found := pattern.folded_spans(text, line):
                seen.add(pattern)
                spans.setdefault(self._found_by[pattern], set()).update(found)
        for pattern, line in _candidates(self.reading, text.reading.lines, among):
            if pattern not in seen and (found := pattern.read_spans(text, line)):
                spans.setdefault(self._found_by[pattern], set()).update(found)
        matches: list[Match] = []
        for index in sorted(spans):
            matches += self.compiled[index].matches(sorted(spans[index]), text, incoming)
        matches.sort(key=lambda m: (m.span.start, m.span.end, m.rule.id))
        return tuple(matches)

    def _among(self, context: Mapping[str, str]) -> frozenset[Pattern]:
        """The patterns of the rules whose ``when`` holds; remembered, as there are few contexts."""
        key = tuple(sorted(context.items()))
        allowed = self._allowed.get(key)
        if allowed is None:
            allowed = frozenset(p for c in self.compiled if c.rule.applies(context) for p in c.any)
            if len(self._allowed) < _MOST_CONTEXTS:
                self._allowed[key] = allowed
        return allowed


def _candidates(
    sieve: Sieve, lines: Iterable[str], among: Container[Pattern]
) -> Iterator[tuple[Pattern, int | None]]:
    """Each pattern that may have a hit, with each line it may have it in; None for all of the text, once."""
    whole = set()
    for number, line in enumerate(lines):
        for pattern in sieve.candidates(line, among):
            if not pattern.crosses:
                yield pattern, number
            elif pattern not in whole:
                whole.add(pattern)
                yield pattern, None
