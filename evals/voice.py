"""Trains the frozen voice and says honestly how far it carries: `python -m evals.voice train` or `report`.

Logistic regression with one base weight and one stage weight a feature, fitted with L-BFGS in numpy: no seed, no
sampling, the same table from the same texts. Every figure comes from authors the fitted model had not seen.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from guardrails import voice
from guardrails.text import view
from guardrails.vocabulary import Stage

DATA = Path(__file__).parent / "data"
TABLE = Path(voice.__file__).with_suffix(".tsv")

PEOPLE = frozenset(("drafts", "ta", "tb", "tc", "te", "th", "ti"))
"""Authors who write as people do; the others write as chat models do. ``own`` is only ever trained on."""

PAIRS = frozenset(("te", "tj"))
"""Authors of minimal pairs: the two halves differ by a word, on purpose harder than anything sent."""

STOPPED_PEOPLE, STOPPED_OWN = 0.98, 0.98
"""The share of unseen NG, pairs aside, that the two limits of a stage are set to stop."""

MIN_TEXTS, MIN_AUTHORS = 3, 3  # a feature that only one author has says who wrote, not what is meant
COST = 40.0
LARGEST = 46  # of a weight, in both directions: 93 printable characters

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled message with its features."""

    author: str
    stage: int
    ng: bool
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Rows as numbers: entry ``k`` says that row ``row[k]`` has feature ``column[k]`` with ``value[k]``."""

    names: tuple[str, ...]
    idf: Floats
    row: Ints
    column: Ints
    value: Floats
    stage: Ints
    sign: Floats
    scale: float


@dataclass(frozen=True, slots=True)
class Model:
    """Weights a stage (stages x features, on raw counts over the root of the number of features) and biases."""

    names: tuple[str, ...]
    weights: Floats
    bias: Floats


def rows(folder: Path = DATA) -> list[Row]:
    """All labelled messages of the folder, in the order of file name and line."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            text, incoming = view(case["draft"]), view(case["incoming"])
            features = tuple(voice.features(text, incoming))
            stage = voice.STAGES.index(Stage(case["stage"]))
            found.append(Row(path.stem, stage, case["label"] == "ng", features))
    return found


def problem(data: Sequence[Row]) -> Problem:
    """The rows in numbers, rare features gone, common ones weighing less."""
    texts: Counter[str] = Counter()
    authors: defaultdict[str, set[str]] = defaultdict(set)
    for row in data:
        texts.update(row.features)
        for name in row.features:
            authors[name].add(row.author)
    names = tuple(sorted(n for n, k in texts.items() if k >= MIN_TEXTS and len(authors[n]) >= MIN_AUTHORS))
    number = {name: i for i, name in enumerate(names)}
    idf = np.log(len(data) / np.array([texts[name] for name in names]))
    known = [[number[n] for n in row.features if n in number] for row in data]
    place = np.repeat(np.arange(len(data)), [len(k) for k in known])
    column = np.array([n for k in known for n in k], dtype=np.int64)
    root = np.sqrt(np.array([len(row.features) for row in data]))
    value = idf[column] / root[place]
    scale = float(np.sqrt(np.sum(value**2) / len(data)))
    return Problem(
        names=names,
        idf=idf,
        row=place,
        column=column,
        value=value / scale,
        stage=np.array([row.stage for row in data]),
        sign=np.array([1.0 if row.ng else -1.0 for row in data]),
        scale=scale,
    )


def fit(data: Sequence[Row], cost: float = COST) -> Model:
    """The model of these rows."""
    p = problem(data)
    stages, width, n = len(voice.STAGES), len(p.names), len(data)
    cell = p.stage[p.row] * width + p.column

    def loss(w: Floats) -> tuple[float, Floats]:
        base, own = w[:width], w[width : width * (stages + 1)]
        bias, stage_bias = w[-stages - 1], w[-stages:]
        score = np.bincount(p.row, p.value * (base[p.column] + own[cell]), n) + bias + stage_bias[p.stage]
        away = -p.sign * score
        slope = -p.sign * np.exp(-np.logaddexp(0.0, -away))
        at = np.bincount(cell, p.value * slope[p.row], stages * width)
        bias_at = np.bincount(p.stage, slope, stages)
        gradient = np.concatenate((at.reshape(stages, width).sum(0), at, [bias_at.sum()], bias_at))
        return float(cost * np.logaddexp(0.0, away).sum() + w @ w / 2), cost * gradient + w

    w = minimise(loss, np.zeros((stages + 1) * (width + 1)))
    own = w[width : width * (stages + 1)].reshape(stages, width)
    return Model(p.names, (w[:width] + own) * p.idf / p.scale, w[-stages - 1] + w[-stages:])


def minimise(loss: Callable[[Floats], tuple[float, Floats]], start: Floats, steps: int = 200) -> Floats:
    """The minimum of a smooth convex function by L-BFGS with a halving line search."""
    x, (value, gradient) = start, loss(start)
    past: list[tuple[Floats, Floats, float]] = []
    for _ in range(steps):
        way = gradient.copy()
        kept = []
        for moved, bent, curve in reversed(past):
            share = float(moved @ way) / curve
            way -= share * bent
            kept.append(share)
        if past:
            moved, bent, curve = past[-1]
            way *= curve / float(bent @ bent)
        else:
            way /= max(1.0, float(np.linalg.norm(gradient)))
        for (moved, bent, curve), share in zip(past, reversed(kept), strict=True):
            way += (share - float(bent @ way) / curve) * moved
        fall, size = float(gradient @ way), 1.0
        while True:
            there = x - size * way
            new_value, new_gradient = loss(there)
            if new_value <= value - 1e-4 * size * fall or size < 1e-9:
                break
            size /= 2
        moved, bent = there - x, new_gradient - gradient
        done = value - new_value <= 1e-7 * abs(value)
        x, value, gradient = there, new_value, new_gradient
        curve = float(moved @ bent)
        if curve > 0:
            past = [*past[-9:], (moved, bent, curve)]
        if done:
            break
    return x


def scores(model: Model, data: Sequence[Row]) -> Floats:
    """The log odds of NG that the model gives each row."""
    number = {name: i for i, name in enumerate(model.names)}
    out = np.zeros(len(data))
    for i, row in enumerate(data):
        known = [number[n] for n in row.features if n in number]
        out[i] = model.bias[row.stage] + model.weights[row.stage, known].sum() / np.sqrt(len(row.features))
    return out


def unseen(data: Sequence[Row]) -> Floats:
    """Every row's score from a model that saw nothing of its author."""
    out = np.full(len(data), np.nan)
    for author in sorted({row.author for row in data} - {"own"}):
        held = [i for i, row in enumerate(data) if row.author == author]
        model = fit([row for row in data if row.author != author])
        out[held] = scores(model, [data[i] for i in held])
    return out


def limits(data: Sequence[Row], heard: Floats, authors: Iterable[str], stopped: float) -> Floats:
    """A limit a stage that stops this share of the NG of these authors (``heard`` from ``unseen``)."""
    wanted = set(authors) - PAIRS
    out = np.zeros(len(voice.STAGES))
    every = sorted(h for row, h in zip(data, heard, strict=True) if row.ng and row.author in wanted)
    for stage in range(len(voice.STAGES)):
        rows_ = zip(data, heard, strict=True)
        ng = sorted(h for row, h in rows_ if row.ng and row.stage == stage and row.author in wanted)
        ng = ng or every
        out[stage] = ng[int(len(ng) * (1 - stopped) + 1e-9)]
    return out


def area(data: Sequence[Row], heard: Floats) -> float:
    """The chance that an NG scores higher than an OK (AUC)."""
    ng = np.array([h for row, h in zip(data, heard, strict=True) if row.ng])
    ok = np.sort([h for row, h in zip(data, heard, strict=True) if not row.ng])
    return float((np.searchsorted(ok, ng, "left") + np.searchsorted(ok, ng, "right")).mean() / 2 / len(ok))


def frozen(model: Model, limit: Floats, own_limit: Floats) -> str:
    """The text of ``voice.tsv``: integer weights, a stage's bias and limits in the same unit."""
    unit = LARGEST / float(np.quantile(np.abs(model.weights), 0.999))
    weights = np.clip(np.rint(model.weights * unit), -LARGEST, LARGEST).astype(int)
    lines = []
    for i, stage in enumerate(voice.STAGES):
        values = (model.bias[i], limit[i], own_limit[i])
        lines.append("\t".join((f"stage={stage}", *(str(round(float(v) * unit * 10)) for v in values))))
    for name, column in zip(model.names, weights.T, strict=True):
        if column.any():
            lines.append(f"{name}\t{''.join(chr(voice.ZERO + int(w)) for w in column)}")
    return "\n".join(lines) + "\n"


def train() -> None:
    """Writes the table next to ``guardrails/voice.py``."""
    data = rows()
    heard = unseen(data)
    people = limits(data, heard, PEOPLE, STOPPED_PEOPLE)
    own = limits(data, heard, {row.author for row in data} - PEOPLE - {"own"}, STOPPED_OWN)
    TABLE.write_text(frozen(fit(data), people, own), "utf-8")


def report() -> str:
    """Figures on unseen authors: for each, at its kind's limits set on the other authors alone."""
    data = rows()
    heard = unseen(data)
    lines = ["author      NG stopped   OK flagged     AUC"]
    authors = sorted({row.author for row in data} - {"own"})
    sums = {True: [0, 0, 0, 0], False: [0, 0, 0, 0]}
    for author in authors:
        kin = [a for a in authors if (a in PEOPLE) == (author in PEOPLE) and a != author]
        limit = limits(data, heard, kin, STOPPED_PEOPLE if author in PEOPLE else STOPPED_OWN)
        held = [i for i, row in enumerate(data) if row.author == author]
        hit = [bool(heard[i] >= limit[data[i].stage]) for i in held]
        ng = [h for h, i in zip(hit, held, strict=True) if data[i].ng]
        ok = [h for h, i in zip(hit, held, strict=True) if not data[i].ng]
        curve = area([data[i] for i in held], heard[held])
        lines.append(f"{author:8}{sum(ng):6}/{len(ng):<4}{sum(ok):8}/{len(ok):<4}{curve:10.3f}")
        if author not in PAIRS:
            sums[author in PEOPLE] = [
                a + b
                for a, b in zip(sums[author in PEOPLE], (sum(ng), len(ng), sum(ok), len(ok)), strict=True)
            ]
    for people, (ng_hit, ng_all, ok_hit, ok_all) in sums.items():
        kind = "people" if people else "as LLMs"
        lines.append(
            f"{kind}, pairs aside: {ng_hit / ng_all:.1%} of NG stopped, {ok_hit / ok_all:.1%} of OK flagged"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Run ``train`` or ``report``; 2 for anything else."""
    match list(arguments):
        case ["train"]:
            train()
        case ["report"]:
            print(report())  # noqa: T201
        case _:
            print("usage: python -m evals.voice train|report", file=sys.stderr)  # noqa: T201
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
