"""Trains the hunches of ``guardrails.hunch`` from ``evals/hunch_texts/*.tsv``: ``python -m evals.hunches``.

A line of a file is source, label, text (a line break as backslash n). Sources ``other`` and ``hard`` only teach;
the false alarms that set the limits are counted on the rest.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guardrails.hunch import FOLDER, WINDOW, ZERO, features
from guardrails.quotes import framed
from guardrails.text import view

SOURCES = Path(__file__).parent / "hunch_texts"
_UNCOUNTED = ("other", "hard")
_FOLDS = 5
_STEPS = 400
_STRENGTH = 30.0  # the inverse of the penalty on large weights
_RAREST = 3  # a feature seen in fewer texts teaches nothing
_CALM = 0.01  # the share of what should be heard that may sound calm
_SPAN = 44  # the largest weight, in characters from ZERO

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One text: its label, whether it counts for the limit, and its features."""

    label: str
    counts: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights (features by columns) and biases."""

    names: tuple[str, ...]
    weights: Matrix
    biases: Matrix


def lessons(path: Path, *, cut_quotes: bool) -> list[Lesson]:
    """Read a file of texts."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        source, label, text = line.split("\t")
        text = text.replace("\\n", "\n")
        seen = features(view(framed(text).frame if cut_quotes else text))
        found.append(Lesson(label, source not in _UNCOUNTED, tuple(seen)))
    return found


def fit(taught: Sequence[Lesson], columns: Sequence[frozenset[str]]) -> Model:
    """One logistic regression a column, by accelerated gradient steps: no randomness."""
    often = Counter(n for one in taught for n in one.names)
    names = tuple(sorted(n for n, times in often.items() if times >= _RAREST))
    x = matrix(taught, names)
    y = np.array([[one.label in column for column in columns] for one in taught], dtype=np.float32)
    share = np.where(y > 0, 0.5 / np.maximum(y.mean(0), 1e-6), 0.5 / np.maximum(1 - y.mean(0), 1e-6)).astype(
        np.float32
    )
    weights = np.zeros((len(names), len(columns)), np.float32)
    biases = np.zeros(len(columns), np.float32)
    ahead, ahead_bias = weights.copy(), biases.copy()
    penalty, step = np.float32(1 / (_STRENGTH * len(taught))), np.float32(2.0)
    for i in range(_STEPS):
        wrong = (1 / (1 + np.exp(-(x @ ahead + ahead_bias))) - y) * share / len(taught)
        new = ahead - step * (x.T @ wrong + penalty * ahead)
        new_bias = ahead_bias - step * wrong.sum(0)
        pull = np.float32(i / (i + 3))
        ahead, ahead_bias = new + pull * (new - weights), new_bias + pull * (new_bias - biases)
        weights, biases = new.astype(np.float32), new_bias.astype(np.float32)
    return Model(names, weights, biases)


def matrix(taught: Sequence[Lesson], names: Sequence[str]) -> Matrix:
    """Rows of length one; features that are not known count for the length."""
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(taught), len(names)), np.float32)
    for row, one in enumerate(taught):
        known = [place[n] for n in one.names if n in place]
        x[row, known] = 1 / np.sqrt(max(1, len(one.names)))
    return x


def unseen_scores(taught: Sequence[Lesson], columns: Sequence[frozenset[str]]) -> Matrix:
    """The score of each text by a model that did not see it."""
    out = np.zeros((len(taught), len(columns)), np.float32)
    for fold in range(_FOLDS):
        held = [i for i in range(len(taught)) if i % _FOLDS == fold]
        model = fit([one for i, one in enumerate(taught) if i % _FOLDS != fold], columns)
        out[held] = matrix([taught[i] for i in held], model.names) @ model.weights + model.biases
    return out


def freeze(model: Model, limits: Sequence[tuple[float, float]], columns: Sequence[str]) -> str:
    """The table as text: a line a column, an empty line, a line a feature with one character a column."""
    scale = _SPAN / float(np.abs(model.weights).max())
    codes = np.rint(model.weights * scale).astype(int)
    unit = scale * 10  # a sum of weights over the root of 10,000 n, times 1,000
    heads = [
        f"{name}\t{round(float(bias) * unit)}\t{round(limit * unit)}\t{round(floor * unit)}"
        for name, bias, (limit, floor) in zip(columns, model.biases, limits, strict=True)
    ]
    rows = [
        name + "\t" + "".join(chr(ZERO + int(c)) for c in row)
        for name, row in zip(model.names, codes, strict=True)
        if any(row)
    ]
    return "\n".join([*heads, "", *rows, ""])


def teach(name: str, columns: dict[str, frozenset[str]], *, alarms: float, cut_quotes: bool) -> str:
    """Train one table; returns a line that says how it does on texts it has not seen."""
    taught = lessons(SOURCES / f"{name}.tsv", cut_quotes=cut_quotes)
    sets = list(columns.values())
    marks = unseen_scores(taught, sets)
    limits, report = [], []
    for i, (column, labels) in enumerate(columns.items()):
        is_in = np.array([one.label in labels for one in taught])
        fair = np.array([one.counts for one in taught])
        limit = float(np.quantile(marks[~is_in & fair, i], 1 - alarms))
        limits.append((limit, float(np.quantile(marks[is_in, i], _CALM))))
        report.append(f"{column} {float((marks[is_in, i] >= limit).mean()):.0%}")
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.tsv").write_text(freeze(fit(taught, sets), limits, list(columns)), "utf-8")
    return f"{name}: at {alarms:.0%} false alarms heard " + ", ".join(report)


DANGERS = ("self_harm", "dv", "being_pursued", "about_to_pursue", "threat", "sextortion", "money_fraud")


def main() -> None:
    """Train both tables and say how they do."""
    dangers = {"any": frozenset(DANGERS)} | {d: frozenset([d]) for d in DANGERS}
    lines = [
        teach("danger", dangers, alarms=0.05, cut_quotes=False),
        teach("advice", {"ng": frozenset(["ng"])}, alarms=0.05, cut_quotes=True),
    ]
    print("\n".join(lines), f"(runs of {WINDOW} characters)")  # noqa: T201


if __name__ == "__main__":
    main()
