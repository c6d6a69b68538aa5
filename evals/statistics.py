"""The few formulas of a comparison: Wilson's interval, the exact McNemar test, pass^k and pass@k."""

from dataclasses import dataclass
from math import comb, sqrt

_Z = 1.959963984540054  # the two-sided 95 % point of the normal distribution


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` of ``n``, with Wilson's 95 % interval. ``unknown`` more could have gone either way."""

    hits: float
    n: int
    unknown: int = 0

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.hits / self.n if self.n else None

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest share that the unknown ones allow."""
        total = self.n + self.unknown
        return (self.hits / total, (self.hits + self.unknown) / total) if total else (0.0, 1.0)

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval; with unknown ones, from the lowest case's lower end to the highest's upper end."""
        total = self.n + self.unknown
        return wilson(self.hits, total)[0], wilson(self.hits + self.unknown, total)[1]

    def __str__(self) -> str:
        if not self.n + self.unknown:
            return "–"
        low, high = self.interval
        least, most = self.bounds
        share = f"{least:.3f}–{most:.3f} ({self.unknown} unknown)" if self.unknown else f"{least:.3f}"
        return f"{share} (n={self.n + self.unknown}, {low:.3f}–{high:.3f})"


def wilson(hits: float, n: int) -> tuple[float, float]:
    """Wilson's score interval at 95 %; (0, 1) of nothing.

    >>> tuple(round(x, 4) for x in wilson(300, 300))
    (0.9874, 1.0)
    """
    if n == 0:
        return 0.0, 1.0
    share, square = hits / n, _Z * _Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _Z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def mcnemar(worse: int, better: int) -> float:
    """The exact two-sided p-value of so many flips one way and the other.

    >>> mcnemar(6, 0)
    0.03125
    """
    flips = worse + better
    if flips == 0:
        return 1.0
    tail = sum(comb(flips, k) for k in range(min(worse, better) + 1))
    return float(min(1.0, 2 * tail / 2**flips))


def pass_hat_k(passed: int, n: int, k: int) -> float:
    """The chance that k answers drawn from these n all pass."""
    return comb(passed, k) / comb(n, k) if 0 < k <= n else 0.0


def pass_at_k(passed: int, n: int, k: int) -> float:
    """The chance that at least one of k answers drawn from these n passes."""
    return 1 - comb(n - passed, k) / comb(n, k) if 0 < k <= n else 0.0


def macro_f1(matrix: dict[tuple[str, str], int]) -> float | None:
    """The mean F1 over the labels that were wanted; the matrix counts (wanted, given)."""
    labels = {want for want, _ in matrix}
    scores = []
    for label in labels:
        hit = matrix.get((label, label), 0)
        wanted = sum(n for (want, _), n in matrix.items() if want == label)
        given = sum(n for (_, got), n in matrix.items() if got == label)
        scores.append(2 * hit / (wanted + given) if wanted + given else 0.0)
    return sum(scores) / len(scores) if scores else None
