"""What the voice has learned: one column of weights a stage for a message as a whole, one for each of its sentences alone.

``evals.voice`` trains it and writes ``voice.tsv``.
"""

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import isqrt
from operator import itemgetter

from guardrails.vocabulary import Stage

STAGES = (
    Stage.DECLINED,
    Stage.ALTERNATIVE,
    Stage.SILENCE,
    Stage.COOLDOWN,
    Stage.SECOND_INVITE,
    Stage.CLOSED,
)
"""The columns of the table, in order, first of messages, then of sentences. ``waiting`` has no drafts to learn from and is heard as ``cooldown``."""

ZERO = ord("O")
"""A weight is one printable character; this one stands for 0."""

STOPPED, OWN_STOPPED = 95, 97
"""Which limit of the table is used for people's messages and for our own drafts: the share of unseen NG, in percent,
that the voice alone stops. The table holds 80, 90, 95, 97, 98 and 99; figures in ``evals.voice report``."""

CALM, SURE = 98, 99
"""Below the limit that stops so many in a hundred of the unseen NG (of people, of models) the voice is calm; and so
calm that more than one rule may have misunderstood."""

CERTAIN = 80
"""From the limit on that stops only so many in a hundred of the unseen NG of people the voice is beyond doubt."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the frozen weights: a feature's is the character of ``codes`` at its number in ``rows`` (0: unknown)."""

    rows: dict[str, int]
    codes: bytes
    bias: int

    def weight(self, name: str) -> int:
        """The weight of a feature; 0 where it is not known."""
        return self.codes[self.rows.get(name, 0)] - ZERO

    def total(self, names: Set[str]) -> int:
        """The weights of these features together."""
        # Twice the unknown, which weighs nothing: an itemgetter of fewer than two gives no tuple.
        known = (0, 0, *filter(None, map(self.rows.get, names)))
        codes: tuple[int, ...] = itemgetter(*known)(self.codes)
        return sum(codes) - ZERO * len(known)

    def weigh(self, names: Set[str]) -> int:
        """The score: the sum of the known features' weights over the root of the number of all features."""
        return self.bias + self.total(names) * 1000 // isqrt(10_000 * max(1, len(names)))


@dataclass(frozen=True, slots=True)
class Table:
    """What one stage hears with, a message as a whole and a sentence alone, and its limits.

    A score from ``limit`` on is doubtful, below ``calm`` it is calm, below ``sure`` surely so, from ``certain`` on it is
    beyond doubt; those that begin with ``own`` are the limits of our own drafts.
    """

    whole: Column
    alone: Column
    limit: int
    own_limit: int
    calm: int
    own_calm: int
    sure: int
    own_sure: int
    certain: int


@dataclass(frozen=True, slots=True)
class Frozen:
    """All that ``voice.tsv`` holds; the stages share the numbers of the features, and have a column of codes each.

    Numbers and columns instead of an object a feature: less memory, and less of it copied into each process of a run.
    """

    heads: tuple[dict[str, str], ...]
    rows: dict[str, int]
    columns: tuple[bytes, ...]

    def table(self, stage: Stage) -> Table:
        """The table of one stage."""
        at = STAGES.index(stage)
        head = self.heads[at]
        shares = ((STOPPED, OWN_STOPPED), (CALM, CALM), (SURE, SURE))
        names = [name for people, own in shares for name in (f"people{people}", f"own{own}")]
        limits = [int(head[name]) for name in (*names, f"people{CERTAIN}")]
        whole = Column(self.rows, self.columns[at], int(head["bias"]))
        return Table(whole, Column(self.rows, self.columns[len(STAGES) + at], int(head["alone"])), *limits)


@lru_cache(maxsize=len(Stage))
def table_of(stage: Stage) -> Table:
    """What a stage hears with, loaded once.

    Raises:
        ValueError: the table is damaged.
    """
    return _frozen().table(Stage.COOLDOWN if stage is Stage.WAITING else stage)


@lru_cache(maxsize=1)
def _frozen() -> Frozen:
    return read((files("guardrails.hearing") / "voice.tsv").read_text("utf-8"))


def read(text: str) -> Frozen:
    """What ``voice.tsv`` holds: a line a stage (biases and limits), then a line a feature (two characters a stage).

    Raises:
        ValueError: the text is not what ``evals.voice`` writes.
    """
    width, lines = 2 * len(STAGES), text.split("\n")
    heads = tuple([dict(field.split("=", 1) for field in line.split("\t")) for line in lines[: len(STAGES)]])
    if [head.get("stage") for head in heads] != list(STAGES) or lines[-1] != "":
        raise ValueError("voice.tsv: damaged head or end")
    del lines[: len(STAGES)], lines[-1]
    codes = "".join([line[-1 - width :] for line in lines])
    if codes[:: width + 1] != "\t" * len(lines) or len(codes) != (width + 1) * len(lines):
        raise ValueError("voice.tsv: a feature without two weights a stage")
    unknown, end = chr(ZERO), -1 - width
    rows = {line[:end]: number for number, line in enumerate(lines, 1)}
    columns = [(unknown + codes[at :: width + 1]).encode("ascii") for at in range(1, width + 1)]
    return Frozen(heads, rows, tuple(columns))
