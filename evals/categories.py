"""Trains the hunch that consents to broad rules (``guardrails.hearing.suspicion``): ``python -m evals.categories``.

It learns from the labelled NG alone, so it knows what an NG is and not whether there is one. The lead a category must
have is the least by which ``RIGHT`` of the messages it leads in are of it, each heard by a model that has read nothing
of its author.
"""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.lesson import Lesson
from evals.regression import Matrix, Texts, fitted, freeze, unseen_scores
from evals.voice import DATA
from guardrails.hearing.suspicion import TABLE, signs
from guardrails.hearing.weights import FOLDER
from guardrails.hearing.wording import features
from guardrails.text import view
from guardrails.vocabulary import Category, Stage

CATEGORIES = [category.value for category in Category]
RIGHT = 0.9
LEAST = 0.7  # of a lead, in log odds: below it two categories are as likely

_RAREST = 8  # with four the table is twice as large and no better


def lessons(folder: Path) -> tuple[list[Lesson], Matrix]:
    """The NG of the folder, and for each (a row) the categories it is labelled with (a column each)."""
    taught, labels = [], []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            if case["label"] == "ng" and case["categories"]:
                names = tuple(features(view(case["draft"])))
                taught.append(Lesson(path.stem, "ng", names, signs(Stage(case["stage"]))))
                labels.append([category in case["categories"] for category in CATEGORIES])
    return taught, np.array(labels, dtype=np.float32)


def leads(marks: Matrix, labels: Matrix) -> tuple[list[float], NDArray[np.bool_]]:
    """The lead each category must have over the next, and which messages are heard clearly then."""
    first = marks.argmax(1)
    ordered = np.sort(marks, axis=1)
    lead = ordered[:, -1] - ordered[:, -2]
    right = labels[np.arange(len(labels)), first] > 0
    limits = []
    for column in range(marks.shape[1]):
        mine = np.flatnonzero(first == column)
        mine = mine[np.argsort(-lead[mine])]
        share = np.cumsum(right[mine]) / np.arange(1, len(mine) + 1)
        enough = np.flatnonzero(share >= RIGHT)
        limits.append(max(LEAST, float(lead[mine[enough[-1]]])) if len(enough) else float("inf"))
    return limits, lead >= np.array(limits)[first]


def main() -> None:
    """Write the table and say how it does on authors it has not read."""
    taught, labels = lessons(DATA)
    texts = Texts.of(taught, rarest=_RAREST)
    marks = unseen_scores(texts.rows, labels, np.array([one.source for one in taught]))
    limits, clear = leads(marks, labels)
    frozen = freeze(fitted(texts, labels), [(limit, 0.0) for limit in limits], CATEGORIES)
    (FOLDER / f"{TABLE}.tsv").write_text(frozen, "utf-8")
    first = marks.argmax(1)
    right = labels[np.arange(len(labels)), first] > 0
    for column, name in enumerate(CATEGORIES):
        mine = (first == column) & clear
        print(f"{name}: lead {limits[column]:.1f}, {right[mine].sum()} of {mine.sum()} right")  # noqa: T201
    print(f"{clear.mean():.1%} heard clearly, {right[clear].mean():.1%} of them right")  # noqa: T201


if __name__ == "__main__":
    main()
