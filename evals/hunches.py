"""Trains the hunches of ``guardrails.hearing.hunch`` from ``evals/hunch_texts/*.tsv``: ``python -m evals.hunches``.

A line of a file is source, label, text (a line break as backslash n); a label may end in @ and the stage. A source is one
author (or one kind of text of one); what is said of a text, limits included, is always by a model that has read nothing
of its source. Calm texts that were written to be mistaken only teach: false alarms are counted on the sources an `Ear`
names.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.ears import EARS, Ear
from evals.lesson import Lesson, lessons, sentence_lessons
from evals.regression import Texts, fitted, freeze, labelled, unseen_scores
from guardrails.hearing.weights import FOLDER

_FIRM = 5  # times counts a text that must be heard rightly
SOURCES = Path(__file__).parent / "hunch_texts"


def teach(ear: Ear) -> str:
    """Train one table; returns lines that say how it does on each source it has not read."""
    path = SOURCES / f"{ear.name}.tsv"
    taught = (
        sentence_lessons(path, hear=ear.signs, wording=ear.wording)
        if ear.each
        else lessons(path, hear=ear.signs, part=ear.part, wording=ear.wording, harmless=ear.harmless)
    )
    sets = list(ear.columns.values())
    texts, wanted = Texts.of(taught, heed_rare=ear.heed_rare), labelled(taught, sets)
    counts = np.array([_FIRM if one.source in ear.firm else 1 for one in taught], np.float32)
    marks = unseen_scores(texts.rows, wanted, np.array([one.source for one in taught]), counts)
    fair = np.array([one.source in ear.fair for one in taught])
    limits = []
    for i in range(len(sets)):
        is_in = wanted[:, i] > 0
        others = marks[~is_in & fair, i]
        limit = np.quantile(others, 1 - (ear.kind_alarms if i else ear.alarms))
        floor = np.quantile(marks[is_in, i], ear.calm)
        limits.append((float(limit), float(floor)))
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{ear.name}.tsv").write_text(
        freeze(fitted(texts, wanted, counts), limits, list(ear.columns)), "utf-8"
    )
    return "\n".join(told(ear.name, taught, marks[:, 0] >= limits[0][0], sets[0]))


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


def main(names: Sequence[str]) -> None:
    """Train the tables named, or all, and say how they do."""
    for ear in EARS:
        if not names or ear.name in names:
            print(teach(ear))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
