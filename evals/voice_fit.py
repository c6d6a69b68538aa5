"""Fits the frozen voice: logistic regression with one base weight and one stage weight a feature, of messages and of
sentences.

A message is as bad as the worst of its sentences, but nobody says which that is (multiple-instance learning): the
sentences of a message are heard together, softly the worst. L-BFGS in numpy, no seed and no sampling: the same model
from the same texts.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.minimum import Floats, minimise
from guardrails.hearing.features import relation_names, sentence_names
from guardrails.hearing.table import STAGES
from guardrails.text import view
from guardrails.vocabulary import Stage

SENTENCE_OK, SENTENCE_NG = 0.05, 0.1
"""What a single sentence of a longer message weighs in training: all of a good one are good, the worst of an NG is NG."""

MIN_TEXTS, MIN_AUTHORS = 3, 3  # a feature that only one author has says who wrote, not what is meant
COST = 40.0
STAGE = 1.5  # how much freer a weight of one stage is than one of all stages
SHARP = 3.0  # how nearly the sentences of a message are heard as their worst
STEPS = 100  # enough for sentences: on unseen authors more makes no difference

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled message with its features."""

    author: str
    stage: int
    ng: bool
    features: tuple[str, ...]
    sentences: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The features the model may weigh, and how much less a common one counts."""

    names: tuple[str, ...]
    number: dict[str, int]
    rarity: Floats


@dataclass(frozen=True, slots=True)
class Problem:
    """Texts as numbers: entry ``k`` says that text ``row[k]`` has feature ``column[k]`` with ``value[k]``.

    ``example`` says of each text which example it is part of; ``sign`` and ``weight`` belong to examples.
    """

    row: Ints
    column: Ints
    value: Floats
    stage: Ints
    example: Ints
    sign: Floats
    weight: Floats


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights a stage (stages x features, on raw counts over the root of the number of features) and biases."""

    weights: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """What is heard of a message as a whole, and of each sentence alone."""

    names: tuple[str, ...]
    number: dict[str, int]
    whole: Linear
    alone: Linear

    def hear(self, heard: Linear, stage: int, features: Sequence[str]) -> float:
        """The log odds of NG of a text with these features."""
        known = [self.number[n] for n in features if n in self.number]
        root = math.sqrt(max(1, len(features)))
        return float(heard.bias[stage] + heard.weights[stage, known].sum() / root)


def rows(folder: Path) -> list[Row]:
    """All labelled messages of the folder, in the order of file name and line."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            text, incoming = view(case["draft"]), view(case["incoming"])
            parts = [dict.fromkeys(sentence_names(sentence)) for sentence in text.sentences]
            whole = dict.fromkeys(relation_names(text, incoming))
            for part in parts:
                whole.update(part)
            stage = Stage(case["stage"])
            column = STAGES.index(Stage.COOLDOWN if stage is Stage.WAITING else stage)  # as ``hear`` hears it
            sentences = tuple(tuple(part) for part in parts)
            found.append(Row(path.stem, column, case["label"] == "ng", tuple(whole), sentences))
    return found


def vocabulary(data: Sequence[Row]) -> Vocabulary:
    """The features that enough texts of enough authors have, scaled so that a text has length 1 on average."""
    texts: Counter[str] = Counter()
    authors: defaultdict[str, set[str]] = defaultdict(set)
    for row in data:
        texts.update(row.features)
        for name in row.features:
            authors[name].add(row.author)
    names = tuple(sorted(n for n, k in texts.items() if k >= MIN_TEXTS and len(authors[n]) >= MIN_AUTHORS))
    number = {name: i for i, name in enumerate(names)}
    rarity = np.log(len(data) / np.array([texts[name] for name in names]))
    squares = [
        (rarity[[number[n] for n in row.features if n in number]] ** 2).sum() / len(row.features)
        for row in data
    ]
    return Vocabulary(names, number, rarity / np.sqrt(np.mean(squares)))


def problem(known: Vocabulary, data: Sequence[tuple[Row, Sequence[Sequence[str]], float]]) -> Problem:
    """The rows in numbers, each with the features of its texts and the weight of the example."""
    texts = [(i, row, features) for i, (row, several, _) in enumerate(data) for features in several]
    lists = [[known.number[n] for n in features if n in known.number] for _, _, features in texts]
    place = np.repeat(np.arange(len(texts)), [len(k) for k in lists])
    column = np.array([n for k in lists for n in k], dtype=np.int64)
    root = np.sqrt(np.array([max(1, len(features)) for _, _, features in texts]))
    return Problem(
        row=place,
        column=column,
        value=known.rarity[column] / root[place],
        stage=np.array([row.stage for _, row, _ in texts]),
        example=np.array([i for i, _, _ in texts]),
        sign=np.array([1.0 if row.ng else -1.0 for row, _, _ in data]),
        weight=np.array([weight for _, _, weight in data]),
    )


def fit(data: Sequence[Row]) -> Model:
    """The model of these messages, then of the messages and what they teach of sentences; and that of sentences alone."""
    known = vocabulary(data)
    wholes = [(row, (row.features,), 1.0) for row in data]
    nothing = np.zeros((len(STAGES) + 1) * (len(known.names) + 1))
    first = solve(known, problem(known, wholes), nothing)
    model = Model(known.names, known.number, _linear(known, first), _linear(known, nothing))
    parts: list[tuple[Row, tuple[tuple[str, ...], ...], float]] = []
    for row in data:
        if len(row.sentences) < 2:
            continue
        if row.ng:
            worst = max(row.sentences, key=lambda part: model.hear(model.whole, row.stage, part))
            parts.append((row, (worst,), SENTENCE_NG))
        else:
            parts += [(row, (part,), SENTENCE_OK) for part in row.sentences]
    whole = solve(known, problem(known, [*wholes, *parts]), first)
    sentences = [(row, row.sentences, 1.0) for row in data if row.sentences]
    alone = solve(known, problem(known, sentences), nothing, STEPS)
    return replace(model, whole=_linear(known, whole), alone=_linear(known, alone))


def solve(known: Vocabulary, p: Problem, start: Floats, steps: int = 200) -> Floats:
    """The weights of all stages, of each stage, and the biases, that make the log loss least."""
    stages, width, n, texts = len(STAGES), len(known.names), len(p.sign), len(p.stage)
    cell = p.stage[p.row] * width + p.column

    def loss(w: Floats) -> tuple[float, Floats]:
        base, own = w[:width], w[width : width * (stages + 1)]
        bias, stage_bias = w[-stages - 1], w[-stages:]
        score = np.bincount(p.row, p.value * (base[p.column] + STAGE * own[cell]), texts) + bias
        score += STAGE * stage_bias[p.stage]
        worst = np.full(n, -np.inf)
        np.maximum.at(worst, p.example, score)
        share = np.exp(SHARP * (score - worst[p.example]))
        every = np.bincount(p.example, share, n)
        away = -p.sign * (worst + np.log(every) / SHARP)
        slope = -p.sign * p.weight * np.exp(-np.logaddexp(0.0, -away))
        slopes = slope[p.example] * share / every[p.example]
        at = np.bincount(cell, p.value * slopes[p.row], stages * width)
        bias_at = np.bincount(p.stage, slopes, stages)
        gradient = np.concatenate(
            (at.reshape(stages, width).sum(0), STAGE * at, [bias_at.sum()], STAGE * bias_at)
        )
        return float(COST * (p.weight * np.logaddexp(0.0, away)).sum() + w @ w / 2), COST * gradient + w

    return minimise(loss, start, steps)


def _linear(known: Vocabulary, w: Floats) -> Linear:
    stages, width = len(STAGES), len(known.names)
    own = STAGE * w[width : width * (stages + 1)].reshape(stages, width)
    bias = w[-stages - 1] + STAGE * w[-stages:]
    return Linear((w[:width] + own) * known.rarity, bias)
