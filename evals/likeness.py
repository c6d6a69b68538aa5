"""Logistic regression learned from how alike the texts are: they are far fewer than their features."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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
class Model:
    """Weights (features by columns) and biases."""

    names: tuple[str, ...]
    weights: Matrix
    biases: Matrix


@dataclass(frozen=True, slots=True)
class Likeness:
    """Texts as a learner sees them: a row a text over the features it knows, and how alike each two texts are."""

    names: tuple[str, ...]
    rows: Matrix
    alike: Matrix
    scales: Matrix

    @classmethod
    def of(cls, taught: Sequence[Lesson], *, rarest: int = RAREST, heed_rare: bool = False) -> "Likeness":
        """Over the features and signs that at least ``rarest`` of the texts have.

        With ``heed_rare`` a feature counts the more, the fewer texts have it (inverse document frequency).
        """
        often = Counter(n for one in taught for n in (*one.names, *one.signs))
        names = tuple(sorted(n for n, times in often.items() if times >= rarest))
        scales = _rarity(names, often, len(taught)) if heed_rare else np.ones(len(names), np.float32)
        rows = matrix(taught, names)
        rows *= scales
        return cls(names, rows, rows @ rows.T, scales)


def fit(taught: Sequence[Lesson], columns: Sequence[frozenset[str]]) -> Model:
    """One logistic regression a column."""
    return fitted(Likeness.of(taught), labelled(taught, columns))


def fitted(texts: Likeness, labels: Matrix, counts: Matrix | None = None) -> Model:
    """The model of these texts: a column of ``labels`` each, as `labelled` makes them; a text counts ``counts`` times."""
    shares, biases = _learned(texts.alike, labels, counts)
    weights = np.asarray(texts.scales[:, None] * (texts.rows.T @ shares), np.float32)
    return Model(texts.names, weights, biases)


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


def _learned(alike: Matrix, labels: Matrix, counts: Matrix | None) -> tuple[Matrix, Matrix]:
    """What each text adds to the weights of each column, and the biases, from how alike the texts are.

    Accelerated gradient steps, no randomness. Every step is a sum of texts, so it is taken in shares of texts: they are
    a tenth of the features.
    """
    mean, count = labels.mean(0), len(labels)
    heed = np.where(labels > 0, 0.5 / np.maximum(mean, 1e-6), 0.5 / np.maximum(1 - mean, 1e-6)).astype(
        np.float32
    )
    if counts is not None:
        heed *= counts[:, None]
    shares, biases = np.zeros_like(labels), np.zeros(labels.shape[1], np.float32)
    ahead, ahead_bias = shares, biases
    penalty, step = np.float32(1 / (_STRENGTH * count)), np.float32(2.0)
    for i in range(_STEPS):
        wrong = (1 / (1 + np.exp(-(alike @ ahead + ahead_bias))) - labels) * heed / np.float32(count)
        new, new_bias = ahead - step * (wrong + penalty * ahead), ahead_bias - step * wrong.sum(0)
        pull = np.float32(i / (i + 3))
        ahead, ahead_bias = new + pull * (new - shares), new_bias + pull * (new_bias - biases)
        shares, biases = new, new_bias
    return shares, biases


def matrix(taught: Sequence[Lesson], names: Sequence[str]) -> Matrix:
    """A row a text, as ``guardrails.hearing.weights.scores`` weighs it: features that are not known count for the length."""
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(taught), len(names)), np.float32)
    for row, one in enumerate(taught):
        known = [place[n] for n in one.names if n in place]
        x[row, known] = 1 / np.sqrt(max(1, len(one.names)))
        x[row, [place[n] for n in one.signs if n in place]] = 1 / SIGN_SHARE
    return x


def unseen_scores(
    alike: Matrix, labels: Matrix, sources: NDArray[np.str_], counts: Matrix | None = None
) -> Matrix:
    """The score of each text by a model that has read nothing of its source."""
    out = np.zeros_like(labels)
    for group in _groups(sources):
        held = np.isin(sources, group)
        rest = ~held
        shares, biases = _learned(
            alike[np.ix_(rest, rest)], labels[rest], None if counts is None else counts[rest]
        )
        out[held] = alike[np.ix_(held, rest)] @ shares + biases
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
