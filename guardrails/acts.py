"""What a message does, sentence by sentence: its known good acts and the marks that mean something at a stage."""

from dataclasses import dataclass

from guardrails.kinds.moods import moods
from guardrails.rules import Match
from guardrails.text import Sentence, Text
from guardrails.vocabulary import Act

ACTS = frozenset(a.value for a in Act)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a message with what was found in it."""

    sentence: Sentence
    acts: frozenset[Act]
    marks: frozenset[str]

    @property
    def question(self) -> bool:
        """Whether it asks."""
        return self.sentence.question


def lines(text: Text, matches: tuple[Match, ...]) -> tuple[Line, ...]:
    """The sentences of ``text`` with the acts and marks among ``matches`` that begin in each."""
    acts: list[set[Act]] = [set() for _ in text.sentences]
    marks: list[set[str]] = [set() for _ in text.sentences]
    for match in matches:
        at = text.index_at(match.span.start)
        if at is None:
            continue
        if match.rule.category in ACTS:
            acts[at].add(Act(match.rule.category))
        else:
            marks[at].add(match.rule.category)
    return tuple(
        Line(sentence, frozenset(a), frozenset(m | moods(sentence)))
        for sentence, a, m in zip(text.sentences, acts, marks, strict=True)
    )
