"""The frozen statistical voice: hears what no rule names, and may turn a pass into a doubt, never the other way.

Where it hears nothing of the kind at all it is calm: then a single rule that accuses a message only doubts it.

A linear model over ``guardrails.hearing.features``: ``table.py`` holds what it has learned, here it is integer sums, so a
verdict is the same on every machine.
"""

from dataclasses import dataclass
from functools import lru_cache

from guardrails.hearing.features import places, relation_names, sentence_names
from guardrails.hearing.table import table_of
from guardrails.text import Text
from guardrails.vocabulary import Span, Stage

_MAX_PIECES = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """What the voice makes of a message.

    ``score`` is comparable within a stage only, higher is worse. ``calm`` messages are never ``doubtful``, ``sure``
    ones are ``calm``; hardly any good message sounds so that the voice is ``certain``: of what is stopped already a
    broad rule may then say what it is.
    """

    score: int
    doubtful: bool
    certain: bool
    calm: bool
    sure: bool


@lru_cache(maxsize=4)  # one message is asked about for several reasons, one after the other
def hear(text: Text, *, stage: Stage, incoming: Text, own: bool = False) -> Heard:
    """Weighs a message against the ones the voice has learned from.

    Args:
        text: the message about to be sent.
        stage: where the two people stand.
        incoming: their last message; the view of "" where there is none.
        own: the message is a draft of ours and not a person's. Such drafts have their own limit, and the worst of their
            sentences is heard alone, too: a model's slip is one soft sentence among good ones.

    Raises:
        ValueError: the table is damaged. The caller fails closed.
    """
    table = table_of(stage)
    parts = [sentence_names(sentence) for sentence in text.sentences]
    score = table.whole.weigh(set(relation_names(text, incoming)).union(*parts))
    certain = score >= table.certain
    if own and parts:
        score += max([table.alone.weigh(set(part)) for part in parts])
    limit, calm, sure = (
        (table.own_limit, table.own_calm, table.own_sure) if own else (table.limit, table.calm, table.sure)
    )
    doubtful = score >= limit
    return Heard(
        score, doubtful, certain, not doubtful and score < calm, not doubtful and score < min(calm, sure)
    )


def pieces(text: Text, *, stage: Stage, own: bool = False) -> tuple[Span, ...]:
    """The parts of the original that moved the voice, worst first, at least one: in each sentence the run of tokens whose
    features weigh most.
    """
    table = table_of(stage)
    columns = (table.whole, table.alone) if own else (table.whole,)
    found: dict[str, tuple[int, int]] = {}
    for sentence, where in zip(text.sentences, places(text), strict=True):
        found.update(zip(sentence_names(sentence), where, strict=True))
    load = [0] * (len(text.original) + 1)
    for name, (start, end) in found.items():
        weight = sum(column.weight(name) for column in columns)
        if weight and end > start:
            share = weight * 60 // (end - start)
            for i in range(start, end):
                load[i] += share
    runs: list[tuple[int, int, int]] = []
    for sentence in text.sentences:
        best, current, start = (0, 0, 0), 0, sentence.start
        for token in sentence.tokens:
            if current <= 0:
                current, start = 0, token.start
            current += sum(load[token.start : token.end])
            best = max(best, (current, start, token.end))
        if best[0] > 0:
            runs.append(best)
    runs.sort(key=lambda run: (-run[0], run[1]))
    runs = [run for run in runs if run[0] * 4 >= runs[0][0]][:_MAX_PIECES]
    if not runs:
        return (text.span(0, len(text.original)),)
    return tuple(text.span(start, end) for _, start, end in runs)
