"""The frozen weights of a hunch: for each column a number a feature, and from which sum it speaks.

``evals.hunches`` trains them; here they are integer sums, the same on every machine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import isqrt
from pathlib import Path

FOLDER = Path(__file__).parent / "hunches"

ZERO = ord("O")
"""A weight is one printable character; this one stands for 0."""

SIGN_SHARE = 6
"""A sign counts one part in so many, however long the text; a feature, one in the root of their number."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The weights of each column, its bias, the score from which it speaks, and the one below which it is calm.

    ``weights`` has a byte a column for each feature, ``ZERO`` too high.
    """

    columns: tuple[str, ...]
    biases: tuple[int, ...]
    limits: tuple[int, ...]
    floors: tuple[int, ...]
    weights: dict[str, bytes]

    def sums(self, names: Iterable[str]) -> list[int]:
        """For each column the weights of these features together; those it does not know count nothing."""
        known = list(filter(None, map(self.weights.get, names)))
        return [sum(column) - ZERO * len(known) for column in zip(*known, strict=True)] or [0] * len(
            self.columns
        )


def scores(names: Sequence[str], table: Table, signs: Iterable[str] = ()) -> tuple[int, ...]:
    """One score a column: the weights of the features over the root of their number, and those of the signs."""
    root = isqrt(10_000 * max(1, len(names)))
    said, heard = table.sums(names), table.sums(signs)
    return tuple(
        bias + one * 1000 // root + other * 10 // SIGN_SHARE
        for bias, one, other in zip(table.biases, said, heard, strict=True)
    )


@cache  # each is asked for in every turn
def table(name: str) -> Table:
    """The frozen table of this name; raises ``ValueError`` when it is damaged."""
    return read_table((FOLDER / f"{name}.tsv").read_text("utf-8"))


def read_table(frozen: str) -> Table:
    """A table from the text that ``evals.hunches`` writes.

    Raises:
        ValueError: a line is not of its form.
    """
    lines = frozen.split("\n")
    heads = [line.split("\t") for line in lines[: lines.index("")]]
    rows = [line.split("\t") for line in lines[lines.index("") + 1 : -1]]
    if not heads or any(len(codes) != len(heads) for _, codes in rows):
        raise ValueError("hunch table: a feature without one weight a column")
    return Table(
        columns=tuple(head[0] for head in heads),
        biases=tuple(int(head[1]) for head in heads),
        limits=tuple(int(head[2]) for head in heads),
        floors=tuple(int(head[3]) for head in heads),
        weights={name: codes.encode("ascii") for name, codes in rows},
    )
