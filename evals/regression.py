"""Logistic regression over texts as bags of features, one a column, in numpy alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from evals.lesson import Lesson
from guardrails.hearing.weights import SIGN_SHARE, ZERO

_STEPS = 400
_STRENGTH = 30.0  # the inverse of the penalty on large weights
RAREST = 4  # a feature seen in fewer texts teaches nothing
_COMMON = 0.3  # what is in every text counts a little all the same
_SIGNS = "&@"  # signs begin with one of these, words do not
_GROUPS = 7  # of sources that are left out together
_SPAN = 44  # the largest weight, in characters from ZERO

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Rows:
    """Texts as rows of a sparse matrix: of row i the features and their values from ``starts[i]`` to ``starts[i + 1]``.

    A text has a hundred of a hundred thousand features: as a full matrix 25,000 texts take 13 GB.
    """

    starts: NDArray[np.int64]
    features: NDArray[np.int64]
    values: Matrix
    width: int

    @classmethod
    def of(cls, taught: Sequence[Lesson], names: Sequence[str]) -> "Rows":
        """As ``guardrails.hearing.weights.scores`` weighs a text: features that are not known count for its length."""
        place = {name: i for i, name in enumerate(names)}
        heard = [
            {place[n]: 1 / np.sqrt(max(1, len(one.names))) for n in one.names if n in place}
            | {place[n]: 1 / SIGN_SHARE for n in one.signs if n in place}
            for one in taught
        ]
        return cls(
            np.array([0, *accumulate(map(len, heard))], np.int64),
            np.array(list(chain.from_iterable(heard)), np.int64),
            np.array([value for row in heard for value in row.values()], np.float32),
            len(names),
        )

    def scaled(self, scales: Matrix) -> "Rows":
        """The rows with each feature's value times its scale."""
        return Rows(self.starts, self.features, self.values * scales[self.features], self.width)

    def only(self, wanted: NDArray[np.bool_]) -> "Rows":
        """The rows that are wanted, in order."""
        sizes = np.diff(self.starts)
        kept = np.repeat(wanted, sizes)
        starts = np.concatenate([[0], np.cumsum(sizes[wanted])])
        return Rows(starts, self.features[kept], self.values[kept], self.width)

    def transposed(self) -> "Rows":
        """The features as rows, of the texts that have them."""
        texts = len(self.starts) - 1
        order = np.argsort(self.features, kind="stable")
        starts = np.concatenate([[0], np.cumsum(np.bincount(self.features, minlength=self.width))])
        text_of = np.repeat(np.arange(texts), np.diff(self.starts))
        return Rows(starts, text_of[order], self.values[order], texts)

    def times(self, weights: Matrix) -> Matrix:
        """Texts by columns, from weights (features by columns)."""
        filled = np.flatnonzero(np.diff(self.starts))
        out = np.zeros((len(self.starts) - 1, weights.shape[1]), np.float32)
        for column, mine in enumerate(np.ascontiguousarray(weights.T)):
            out[filled, column] = np.add.reduceat(self.values * mine.take(self.features), self.starts[filled])
        return out


@dataclass(frozen=True, slots=True)
class Model:
    """Weights (features by columns) and biases."""

    names: tuple[str, ...]
    weights: Matrix
    biases: Matrix


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as a learner sees them: the features it knows, a row a text, and how much each feature counts."""

    names: tuple[str, ...]
    rows: Rows
    scales: Matrix

    @classmethod
    def of(cls, taught: Sequence[Lesson], *, rarest: int = RAREST, heed_rare: bool = False) -> "Texts":
        """Over the features and signs that at least ``rarest`` of the texts have.

        With ``heed_rare`` a feature counts the more, the fewer texts have it (inverse document frequency).
        """
        often = Counter(n for one in taught for n in (*one.names, *one.signs))
        names = tuple(sorted(n for n, times in often.items() if times >= rarest))
        scales = _rarity(names, often, len(taught)) if heed_rare else np.ones(len(names), np.float32)
        return cls(names, Rows.of(taught, names).scaled(scales), scales)


def fit(taught: Sequence[Lesson], columns: Sequence[frozenset[str]]) -> Model:
    """One logistic regression a column."""
    return fitted(Texts.of(taught), labelled(taught, columns))


def fitted(texts: Texts, labels: Matrix, counts: Matrix | None = None) -> Model:
    """The model of these texts: a column of ``labels`` each, as `labelled` makes them; a text counts ``counts`` times."""
    weights, biases = _learned(texts.rows, labels, counts)
    return Model(texts.names, texts.scales[:, None] * weights, biases)


def _rarity(names: Sequence[str], often: Counter[str], texts: int) -> Matrix:
    """How much each feature counts: the logarithm of one over the share of texts that have it; 1 in the mean, and for signs."""
    counts = np.array([often[name] for name in names], np.float32)
    rare = np.log((texts + 1) / (counts + 1)) + _COMMON
    rare /= float((rare * counts).sum() / counts.sum())
    is_sign = np.array([name[0] in _SIGNS for name in names])
    return np.where(is_sign, np.float32(1), rare).astype(np.float32)


def labelled(taught: Sequence[Lesson], columns: Sequence[frozenset[str]]) -> Matrix:
    """Texts by columns: 1 where the text's label is one of the column's."""
    return np.array([[one.label in column for column in columns] for one in taught], dtype=np.float32)


def _learned(rows: Rows, labels: Matrix, counts: Matrix | None) -> tuple[Matrix, Matrix]:
    """The weights of each column, and the biases: accelerated gradient steps, no randomness."""
    mean, count = labels.mean(0), len(labels)
    heed = np.where(labels > 0, 0.5 / np.maximum(mean, 1e-6), 0.5 / np.maximum(1 - mean, 1e-6)).astype(
        np.float32
    )
    if counts is not None:
        heed = heed * counts[:, None]
    weights: Matrix = np.zeros((rows.width, labels.shape[1]), np.float32)
    biases: Matrix = np.zeros(labels.shape[1], np.float32)
    ahead, ahead_bias = weights, biases
    features = rows.transposed()
    penalty, step = np.float32(1 / (_STRENGTH * count)), np.float32(2.0)
    for i in range(_STEPS):
        sure = 1 / (1 + np.exp(-(rows.times(ahead) + ahead_bias)))
        wrong: Matrix = (sure - labels) * heed / np.float32(count)
        slope: Matrix = features.times(wrong) + penalty * ahead
        new: Matrix = ahead - step * slope
        new_bias: Matrix = ahead_bias - step * wrong.sum(0)
        pull = np.float32(i / (i + 3))
        ahead, ahead_bias = new + pull * (new - weights), new_bias + pull * (new_bias - biases)
        weights, biases = new, new_bias
    return weights, biases


def unseen_scores(
    rows: Rows, labels: Matrix, sources: NDArray[np.str_], counts: Matrix | None = None
) -> Matrix:
    """The score of each text by a model that has read nothing of its source."""
    out = np.zeros_like(labels)
    for group in _groups(sources):
        held = np.isin(sources, group)
        rest = ~held
        weights, biases = _learned(rows.only(rest), labels[rest], None if counts is None else counts[rest])
        out[held] = rows.only(held).times(weights) + biases
    return out


def _groups(sources: NDArray[np.str_]) -> list[list[str]]:
    """The sources in a few groups of about as many texts: with each one left out alone, training takes half an hour."""
    groups: list[list[str]] = [[] for _ in range(_GROUPS)]
    sizes = [0] * _GROUPS
    for source, texts in Counter(sources.tolist()).most_common():
        least = sizes.index(min(sizes))
        groups[least].append(source)
        sizes[least] += texts
    return [group for group in groups if group]


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
