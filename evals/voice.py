"""The frozen voice: `python -m evals.voice train` writes it, `report` says honestly how far it carries.

Every figure comes from authors the fitted model had not seen, at limits that still other authors set. Both take some
minutes: a model for every few authors.
"""

import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.minimum import Floats
from evals.voice_fit import Model, Row, fit, rows
from guardrails.hearing import table

DATA = Path(__file__).parent / "data"
TABLE = Path(table.__file__).with_name("voice.tsv")

PEOPLE = frozenset(
    (
        "drafts",
        "people-c",
        "people-d",
        "people-e",
        "people-f",
        "people-g",
        "people-h",
        "people-i",
        "people-j",
        "people-k",
        "people-l",
        "people-m",
        "people-n",
        "ta",
        "tb",
        "tc",
        "te",
        "th",
        "ti",
        "tw",
        "tz",
        "ua",
        "ue",
        "uh",
        "uj",
        "uk",
        "uq",
    )
)
"""Authors who write as people do; the others write as chat models do (``rounds``: blind sets, once used)."""

TAUGHT = frozenset(("own", "composed"))
"""Only ever trained on: written after seeing errors, or put together from our own phrases."""

PAIRS = frozenset(
    ("te", "tj", "uf", "hostile-a", "uo", "up", "ur", "us", "vq", "vr", "vs", "vt", "wf", "wg", "wh", "wi")
) | frozenset(("wx", "wy", "wz", "xf", "xg"))
"""Authors of minimal pairs, of hostile drafts, of one slip in ten kind lines and of lines put together: on purpose harder
than anything sent; they set no limit."""

AIMS = (0.80, 0.90, 0.95, 0.97, 0.98, 0.99)
"""The shares of unseen NG, pairs aside, that the limits of the table stop."""

LEFT_OUT = 12  # authors of a hundred that a model does not know
FAINT = 4  # a feature that weighs no more than this in any stage is left out
LARGEST = 46  # of a weight, in both directions: 93 printable characters


def scores(model: Model, row: Row) -> tuple[float, float]:
    """What the model makes of a message by a person, and of the same message as a draft of ours."""
    whole = model.hear(model.whole, row.stage, row.features)
    worst = max((model.hear(model.alone, row.stage, part) for part in row.sentences), default=0.0)
    return whole, whole + worst


def unseen(data: Sequence[Row]) -> tuple[Floats, Floats]:
    """Every row's two scores from a model that saw nothing of its author (0 where only taught).

    Authors are left out a few at a time, on every core: far fewer models, and each knows hardly less.
    """
    authors = sorted({row.author for row in data} - TAUGHT)
    models = -(-len(authors) // LEFT_OUT)
    left_out = [frozenset(authors[i::models]) for i in range(models)]
    out = np.zeros((2, len(data)))
    with ProcessPoolExecutor() as pool:
        for held in pool.map(partial(_held, data), left_out):
            for i, both in held:
                out[:, i] = both
    return out[0], out[1]


def _held(data: Sequence[Row], authors: frozenset[str]) -> list[tuple[int, tuple[float, float]]]:
    model = fit([row for row in data if row.author not in authors])
    return [(i, scores(model, row)) for i, row in enumerate(data) if row.author in authors]


def limits(data: Sequence[Row], heard: Floats, authors: Iterable[str], stopped: float) -> Floats:
    """A limit a stage that stops this share of these authors' NG (``heard`` from ``unseen``, pairs aside).

    Halfway between the limit of all stages and the stage's own: a stage alone has too few NG to set its own well.
    """
    wanted = set(authors) - PAIRS
    ng = np.array([row.ng and row.author in wanted for row in data])
    stage = np.array([row.stage for row in data])

    def lowest(chosen: npt.NDArray[np.bool_]) -> float:
        ordered = np.sort(heard[chosen])
        return float(ordered[int(len(ordered) * (1 - stopped) + 1e-9)])

    every = lowest(ng)
    own = [ng & (stage == i) for i in range(len(table.STAGES))]
    return np.array([(every + (lowest(mine) if mine.any() else every)) / 2 for mine in own])


def area(data: Sequence[Row], heard: Floats) -> float:
    """The chance that an NG scores higher than an OK (AUC)."""
    ng = np.array([h for row, h in zip(data, heard, strict=True) if row.ng])
    ok = np.sort([h for row, h in zip(data, heard, strict=True) if not row.ng])
    return float((np.searchsorted(ok, ng, "left") + np.searchsorted(ok, ng, "right")).mean() / 2 / len(ok))


def frozen(model: Model, data: Sequence[Row], by_people: Floats, by_us: Floats) -> str:
    """The text of ``voice.tsv``: integer weights, a stage's bias and limits in the same unit."""
    both = np.concatenate((model.whole.weights, model.alone.weights))
    unit = LARGEST / float(np.quantile(np.abs(both), 0.999))
    weights = np.clip(np.rint(both * unit), -LARGEST, LARGEST).astype(int)
    biases = [np.rint(heard.bias * unit * 10).astype(int) for heard in (model.whole, model.alone)]
    heads = [
        [f"stage={stage}", f"bias={whole}", f"alone={alone}"]
        for stage, whole, alone in zip(table.STAGES, *biases, strict=True)
    ]
    for name, people, heard in (("people", True, by_people), ("own", False, by_us)):
        for aim in AIMS:
            found = limits(data, heard, _authors(data, people=people), aim)
            for head, limit in zip(heads, found, strict=True):
                head.append(f"{name}{aim * 100:.0f}={round(float(limit) * unit * 10)}")
    lines = ["\t".join(head) for head in heads]
    for name, column in zip(model.names, weights.T, strict=True):
        if np.abs(column).max() > FAINT:
            lines.append(f"{name}\t{''.join(chr(table.ZERO + int(w)) for w in column)}")
    return "\n".join(lines) + "\n"


def train(data: Sequence[Row], by_people: Floats, by_us: Floats) -> None:
    """Writes the table next to ``guardrails/hearing/table.py``."""
    TABLE.write_text(frozen(fit(data), data, by_people, by_us), "utf-8")


def report(data: Sequence[Row], by_people: Floats, by_us: Floats) -> str:
    """Figures on unseen authors, each at limits that the other authors of the kind set."""
    lines = []
    for people, heard, shown in ((True, by_people, table.STOPPED), (False, by_us, table.OWN_STOPPED)):
        authors = _authors(data, people=people)
        lines.append(f"{'people' if people else 'as chat models write'}, at {shown}%")
        lines.append("          NG stopped  OK flagged    AUC")
        for author in authors:
            held = [i for i, row in enumerate(data) if row.author == author]
            ng, ok = _stopped(data, heard, authors, author, shown / 100)
            curve = area([data[i] for i in held], heard[held])
            lines.append(f"{author + '*' * (author in PAIRS):8}{_share(ng):>12}{_share(ok):>12}{curve:7.3f}")
        others = [i for i, row in enumerate(data) if row.author in set(authors) - PAIRS]
        lines.append(f"all but *: AUC {area([data[i] for i in others], heard[others]):.4f}")
        for aim in AIMS:
            both = [_stopped(data, heard, authors, author, aim) for author in authors if author not in PAIRS]
            ng, ok = [hit for ng, _ in both for hit in ng], [hit for _, ok in both for hit in ok]
            lines.append(f"  at {aim:.0%}: {_share(ng)} of NG stopped, {_share(ok)} of OK flagged")
    return "\n".join([*lines, "* minimal pairs"])


def _authors(data: Sequence[Row], *, people: bool) -> list[str]:
    return sorted({row.author for row in data if (row.author in PEOPLE) == people} - TAUGHT)


def _stopped(
    data: Sequence[Row], heard: Floats, authors: Sequence[str], author: str, aim: float
) -> tuple[list[bool], list[bool]]:
    """Which NG and which OK of an author the limits of the other authors stop."""
    limit = limits(data, heard, [a for a in authors if a != author], aim)
    held = [
        (row.ng, bool(h >= limit[row.stage]))
        for row, h in zip(data, heard, strict=True)
        if row.author == author
    ]
    return [hit for ng, hit in held if ng], [hit for ng, hit in held if not ng]


def _share(hits: Sequence[bool]) -> str:
    return f"{sum(hits) / len(hits):.1%}"


def main(arguments: Sequence[str]) -> int:
    """Run ``train`` (which reports too) or ``report``; 2 for anything else."""
    if list(arguments) not in (["train"], ["report"]):
        print("usage: python -m evals.voice train|report", file=sys.stderr)  # noqa: T201
        return 2
    data = rows(DATA)
    heard = unseen(data)
    if list(arguments) == ["train"]:
        train(data, *heard)
    print(report(data, *heard))  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
