"""A frozen statistical guess of where the two stand, from the wording of the message and what the rules found.

It only proposes: `settling` decides what it may decide. `evals.stages` trains the table.
"""

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from coach.said.exchange import Exchange, Voice
from coach.said.heard import Heard
from coach.standing.telling import Told
from guardrails.hearing.weights import Table, read_table, scores
from guardrails.hearing.wording import features
from guardrails.text import view
from guardrails.vocabulary import Span

TABLE = Path(__file__).with_name("stage.tsv")
_STEPS = (0, 1, 2, 4, 6, 7, 10, 13, 14, 20, 30, 60)  # days that make a difference


@dataclass(frozen=True, slots=True)
class Proposal:
    """The likeliest label (a stage or a topic) and the sentence that weighs most for it.

    ``standing`` holds every label with its score, likeliest first; scores only compare within one message.
    """

    label: str
    standing: tuple[tuple[str, int], ...]
    span: Span


def clues(exchange: Exchange, told: Told, heard: tuple[Heard, ...]) -> frozenset[str]:
    """What the rules found, as names: families of words, signs, voices, days; each alone and every two together."""
    found = {f"F:{name}" for name in told.found}
    found |= {f"S:{sign.id.value}" for h in heard for sign in h.reply.signs}
    found |= {f"{voice.value}:{min(3, n)}" for voice in Voice if (n := len(exchange.of(voice)))}
    found |= {f"last:{exchange.said[-1].voice.value}"} if exchange.said else set()
    found |= {f"days:{_step(told.longest())}", "log" if exchange.log else "prose"}
    if exchange.labelled:
        found.add("labelled")
    if heard:
        newest = heard[-1]
        found |= {name for name, holds in (
            ("refuses", newest.reply.refuses), ("offers", newest.reply.offered), ("answered", newest.answered),
        ) if holds}  # fmt: skip
    return frozenset(found | {f"{a}&{b}" for a, b in combinations(sorted(found), 2)})


def _step(days: int | None) -> str:
    return "never" if days is None else str(next((s for s in _STEPS if days <= s), "long"))


def names(message: str, found: frozenset[str]) -> frozenset[str]:
    """All that a message is known by: the features of its wording and what the rules ``found``."""
    return frozenset(features(view(message))) | found


def propose(message: str, found: frozenset[str]) -> Proposal:
    """The stage or topic whose messages are most like this one."""
    table = _table()
    wording = features(view(message))
    marks = scores([*wording, *found], table)
    standing = sorted(zip(table.columns, marks, strict=True), key=lambda pair: -pair[1])
    label = standing[0][0]
    return Proposal(label, tuple(standing), _weightiest(message, table.columns.index(label)))


def _weightiest(message: str, column: int) -> Span:
    """The sentence whose wording speaks most for a label."""
    pieces = [(s.start, s.end) for s in view(message).sentences]
    load = {(a, b): _table().sums(features(view(message[a:b])))[column] for a, b in pieces}
    start, end = max(load, key=load.__getitem__, default=(0, len(message)))
    return Span(start, end, message[start:end])


@cache
def _table() -> Table:
    return read_table(TABLE.read_text("utf-8"))
