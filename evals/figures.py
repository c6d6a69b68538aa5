"""What a report is made of: figures under a heading, and the matrix of what was taken for what."""

from dataclasses import dataclass

from evals.statistics import Rate

Value = Rate | str


@dataclass(frozen=True, slots=True)
class Figure:
    """One named figure: a rate, or a value said as text; ``beside`` are those of the table's further columns."""

    name: str
    value: Value
    beside: tuple[Value, ...] = ()

    @property
    def values(self) -> tuple[Value, ...]:
        """The figure of each column."""
        return (self.value, *self.beside)


@dataclass(frozen=True, slots=True)
class Table:
    """Figures under a heading; ``columns`` are named where there are several."""

    title: str
    figures: tuple[Figure, ...]
    columns: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Matrix:
    """How often each wanted label was read as which; ``cells`` counts (wanted, given)."""

    title: str
    labels: tuple[str, ...]
    cells: dict[tuple[str, str], int]

    def recall(self, label: str) -> Rate:
        """How many of a label were read as it."""
        n = sum(count for (want, _), count in self.cells.items() if want == label)
        return Rate(self.cells.get((label, label), 0), n)
