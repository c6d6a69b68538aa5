"""A rule made ready to run: its patterns, and which of its hits stand given the rest of the text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from guardrails.rulebook.lexicon import Lexicon
from guardrails.rulebook.patterns import Pattern
from guardrails.rulebook.rule import Match, Rule, RuleError
from guardrails.text import Sentence, Text, view


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its patterns; ``any`` finds, the others decide whether what is found stands."""

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

    @classmethod
    def of(cls, rule: Rule, lexicon: Lexicon) -> "CompiledRule":
        """Translate its patterns; raises ``RuleError`` saying which cannot be."""

        def of(key: str, sources: Sequence[str]) -> Pattern:
            try:
                return Pattern.of(sources, lexicon)
            except ValueError as error:
                raise RuleError(rule.path, rule.line, f"{rule.id}, {key}: {error}") from None

        def maybe(key: str, sources: Sequence[str]) -> Pattern | None:
            return of(key, sources) if sources else None

        def each(key: str, sources: Sequence[str]) -> tuple[Pattern, ...]:
            return tuple(of(key, [s]) for s in sources)

        return cls(
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

    def patterns(self) -> Iterator[tuple[str, Pattern]]:
        """All its patterns with the keys they are written under."""
        keyed: tuple[tuple[str, tuple[Pattern | None, ...]], ...] = (
            ("any", self.any),
            ("also", self.also),
            ("unless", (self.unless,)),
            ("not", (self.anti,)),
            ("taken_back", (self.taken_back,)),
            ("draft_has", self.draft_has),
            ("draft_lacks", (self.draft_lacks,)),
            ("their", self.their),
            ("their_not", (self.their_not,)),
        )
        for key, patterns in keyed:
            yield from ((key, pattern) for pattern in patterns if pattern)

    def matches(self, spans: list[tuple[int, int]], text: Text, incoming: Text | None) -> list[Match]:
        """Which hits stand, given the rest of the text and their message."""
        if self.their and not (incoming and all(p.search(incoming) for p in self.their)):
            return []
        if self.their_not and incoming and self.their_not.search(incoming):
            return []
        if not all(p.search(text) for p in self.draft_has):
            return []
        if self.draft_lacks and self.draft_lacks.search(text):
            return []
        placed = [(*span, sentence) for span in spans if (sentence := text.sentence_at(span[0]))]
        sentences = {sentence.line: sentence for _, _, sentence in placed}
        lines = {line for line, sentence in sentences.items() if self._stands(sentence)}
        immune = self._immune(text, lines)
        reach = list(accumulate((end for _, end in immune), max))  # how far the antipatterns up to here go
        found = []
        taken = 0
        for start, end, sentence in placed:
            if sentence.line not in lines:
                continue
            before = bisect_left(immune, (end,))  # antipatterns that begin before the hit ends
            if end <= taken or (before and reach[before - 1] > start):
                continue
            if self.taken_back and self.taken_back.search(_what_follows(text, end, sentence)):
                continue
            taken = end
            found.append(Match(self.rule, text.span(start, end)))
        return found

    def _immune(self, text: Text, lines: Iterable[int]) -> list[tuple[int, int]]:
        """What the antipatterns take away, in these lines; a hit is in one line unless its pattern crosses."""
        if self.anti is None:
            return []
        if self.anti.crosses or any(p.crosses for p in self.any):
            return self.anti.spans(text)
        return sorted(span for line in lines for span in self.anti.spans(text, line))

    def _stands(self, sentence: Sentence) -> bool:
        """Whether hits in this sentence count."""
        if self.rule.question is not None and sentence.question != self.rule.question:
            return False
        lines = sentence.fold, sentence.reading
        if not all(p.search_line(*lines) for p in self.also):
            return False
        return not (self.unless and self.unless.search_line(*lines))


_CLAUSE_END = re.compile(  # あなたが重いから、ではありません: what denies or quotes the clause is no new one
    r"(?:けれど|けど|ので|から|[るたすいん]が|[るたすい]し)[、,](?!(?:では|じゃ|と(?!て)|って|なんて))"
)


def _what_follows(text: Text, at: int, sentence: Sentence) -> Text:
    """The rest of the clause after a hit: 「来る」という話に根拠はない takes back what the hit says."""
    rest = text.original[at : sentence.end]
    end = _CLAUSE_END.search(rest)
    return view(rest[: end.start()] if end else rest)
