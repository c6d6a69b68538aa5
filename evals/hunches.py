"""Trains the hunches of ``guardrails.hunch`` from ``evals/hunch_texts/*.tsv``: ``python -m evals.hunches``.

A line of a file is source, label, text (a line break as backslash n). A source is one author (or one kind of text of
one); what is said of a text, limits included, is always by a model that has read nothing of its source. Calm texts that
were written to be mistaken only teach: false alarms are counted on the sources an `Ear` names.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guardrails.advised import offered_drafts
from guardrails.hunch import WINDOW, Signs, no_signs
from guardrails.quotes import framed
from guardrails.signs import signs
from guardrails.text import view
from guardrails.weights import FOLDER, SIGN_SHARE, ZERO
from guardrails.wording import features

SOURCES = Path(__file__).parent / "hunch_texts"
_STEPS = 400
_STRENGTH = 30.0  # the inverse of the penalty on large weights
_RAREST = 4  # a feature seen in fewer texts teaches nothing
_GROUPS = 7  # of sources that are left out together
_SPAN = 44  # the largest weight, in characters from ZERO

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One text: who wrote it, its label, its features, and the signs in it."""

    source: str
    label: str
    names: tuple[str, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights (features by columns) and biases."""

    names: tuple[str, ...]
    weights: Matrix
    biases: Matrix


def lessons(path: Path, *, cut_quotes: bool, hear: Signs) -> list[Lesson]:
    """Read a file of texts.

    With ``cut_quotes`` only the words around a quoted message teach, and nothing where that message alone is wrong.
    """
    found = []
    for line in path.read_text("utf-8").splitlines():
        source, label, text = line.split("\t")
        text = text.replace("\\n", "\n")
        cut = framed(text)
        if cut_quotes and label == "ng" and any(offered_drafts(cut, None)):
            continue
        seen = view(cut.frame if cut_quotes else text)
        found.append(Lesson(source, label, tuple(features(seen)), tuple(hear(seen))))
    return found


@dataclass(frozen=True, slots=True)
class Likeness:
    """Texts as a learner sees them: a row a text over the features it knows, and how alike each two texts are."""

    names: tuple[str, ...]
    rows: Matrix
    alike: Matrix

    @classmethod
    def of(cls, taught: Sequence[Lesson]) -> "Likeness":
        """Over the features and signs that are there often enough to teach something."""
        often = Counter(n for one in taught for n in (*one.names, *one.signs))
        names = tuple(sorted(n for n, times in often.items() if times >= _RAREST))
        rows = matrix(taught, names)
        return cls(names, rows, rows @ rows.T)


def fit(taught: Sequence[Lesson], columns: Sequence[frozenset[str]]) -> Model:
    """One logistic regression a column."""
    return _fitted(Likeness.of(taught), _labels(taught, columns))


def _fitted(texts: Likeness, labels: Matrix) -> Model:
    shares, biases = _learned(texts.alike, labels)
    return Model(texts.names, texts.rows.T @ shares, biases)


def _labels(taught: Sequence[Lesson], columns: Sequence[frozenset[str]]) -> Matrix:
    return np.array([[one.label in column for column in columns] for one in taught], dtype=np.float32)


def _learned(alike: Matrix, labels: Matrix) -> tuple[Matrix, Matrix]:
    """What each text adds to the weights of each column, and the biases, from how alike the texts are.

    Accelerated gradient steps, no randomness. Every step is a sum of texts, so it is taken in shares of texts: they are
    a tenth of the features.
    """
    mean, count = labels.mean(0), len(labels)
    heed = np.where(labels > 0, 0.5 / np.maximum(mean, 1e-6), 0.5 / np.maximum(1 - mean, 1e-6)).astype(
        np.float32
    )
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
    """A row a text, as ``guardrails.weights.scores`` weighs it: features that are not known count for the length."""
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(taught), len(names)), np.float32)
    for row, one in enumerate(taught):
        known = [place[n] for n in one.names if n in place]
        x[row, known] = 1 / np.sqrt(max(1, len(one.names)))
        x[row, [place[n] for n in one.signs if n in place]] = 1 / SIGN_SHARE
    return x


def unseen_scores(alike: Matrix, labels: Matrix, sources: NDArray[np.str_]) -> Matrix:
    """The score of each text by a model that has read nothing of its source."""
    out = np.zeros_like(labels)
    for group in _groups(sources):
        held = np.isin(sources, group)
        rest = ~held
        shares, biases = _learned(alike[np.ix_(rest, rest)], labels[rest])
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


@dataclass(frozen=True, slots=True)
class Ear:
    """What a table is to hear: its columns with their labels, and how sharply.

    ``fair`` are the sources whose other texts nobody wrote to be mistaken; false alarms are counted on them. ``alarms``
    is the share of those that the first column may clearly take for one, ``kind_alarms`` the same for the columns that
    say what it is, ``calm`` the share of what should be heard that may sound calm. Where ``faint_alarms`` is given, so
    many of those may sound faint in the first column: of so many ordinary texts is the user asked for nothing.
    """

    name: str
    columns: dict[str, frozenset[str]]
    fair: tuple[str, ...]
    alarms: float
    calm: float
    kind_alarms: float = 0.0
    faint_alarms: float = 0.0
    cut_quotes: bool = False
    signs: Signs = no_signs


def teach(ear: Ear) -> str:
    """Train one table; returns lines that say how it does on each source it has not read."""
    taught = lessons(SOURCES / f"{ear.name}.tsv", cut_quotes=ear.cut_quotes, hear=ear.signs)
    sets = list(ear.columns.values())
    texts, wanted = Likeness.of(taught), _labels(taught, sets)
    marks = unseen_scores(texts.alike, wanted, np.array([one.source for one in taught]))
    fair = np.array([one.source in ear.fair for one in taught])
    limits = []
    for i in range(len(sets)):
        is_in = wanted[:, i] > 0
        others = marks[~is_in & fair, i]
        limit = np.quantile(others, 1 - (ear.kind_alarms if i else ear.alarms))
        if i == 0 and ear.faint_alarms:
            floor = np.quantile(others, 1 - ear.faint_alarms)
        else:
            floor = np.quantile(marks[is_in, i], ear.calm)
        limits.append((float(limit), float(floor)))
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{ear.name}.tsv").write_text(
        freeze(_fitted(texts, wanted), limits, list(ear.columns)), "utf-8"
    )
    return "\n".join(told(ear.name, taught, marks[:, 0] >= limits[0][1 if ear.faint_alarms else 0], sets[0]))


def told(
    name: str, taught: Sequence[Lesson], heard: NDArray[np.bool_], labels: frozenset[str]
) -> Iterator[str]:
    """For each source, how much of what should be heard was, and how much else."""
    for source in dict.fromkeys(one.source for one in taught):
        mine = [
            (one.label in labels, bool(h))
            for one, h in zip(taught, heard, strict=True)
            if one.source == source
        ]
        rightly = [h for wanted, h in mine if wanted]
        wrongly = [h for wanted, h in mine if not wanted]
        yield f"{name}, {source}: {sum(rightly)} of {len(rightly)} heard, {sum(wrongly)} of {len(wrongly)} by mistake"


DANGERS = (
    "self_harm",
    "dv",
    "being_pursued",
    "about_to_pursue",
    "threat",
    "sextortion",
    "money_fraud",
    "minor",
    "work_power",
)
EARS = (
    Ear(
        "danger",
        {"any": frozenset(DANGERS)} | {d: frozenset([d]) for d in DANGERS},
        fair=("round3", "product", "ordinary", "ordinary2", "ordinary3", "ordinary4", "stages"),
        alarms=0.03,
        faint_alarms=0.04,
        calm=0.06,
        kind_alarms=0.02,
        signs=signs,
    ),
    Ear(
        "advice",
        {"ng": frozenset(["ng"])},
        fair=("dev", "own", "product", "round1"),
        alarms=0.06,
        calm=0.01,
        cut_quotes=True,
    ),
)


def main(names: Sequence[str]) -> None:
    """Train the tables named, or all, and say how they do."""
    for ear in EARS:
        if not names or ear.name in names:
            print(teach(ear))  # noqa: T201
    print(f"(runs of {WINDOW} characters)")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
