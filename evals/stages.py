"""Trains the stage proposal of ``coach.standing.proposal``: ``python -m evals.stages`` (some minutes; ``held`` only measures).

It learns from the situation cases whose expectation names a stage or a topic, and from ``stage_texts.tsv``
(label, text, author; a line break as backslash n): whose author is ``own`` nothing is measured on.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from coach.said.exchange import parse
from coach.said.heard import hear
from coach.standing.proposal import TABLE, clues, names
from coach.standing.telling import listen
from evals.lesson import Lesson
from evals.regression import Rows, fit, freeze

HERE = Path(__file__).parent
TEXTS = HERE / "stage_texts.tsv"
CASES = ("dev-situations", "used-situations", "situations")
_TODAY = date(2026, 11, 21)
LABELS = (
    "declined", "alternative", "silence", "cooldown", "second_invite", "waiting", "closed",
    "draft_check", "off_topic", "other", "crisis",
)  # fmt: skip
COLUMNS = [frozenset([label]) for label in LABELS]
OWN = "own"  # written to teach, never measured


def lesson(source: str, label: str, text: str) -> Lesson:
    """One message as the proposal hears it."""
    exchange = parse(text)
    told = listen(text, exchange.telling, _TODAY)
    found = clues(exchange, told, hear(exchange, text, told))
    return Lesson(source, label, tuple(sorted(names(text, found))), ())


def lessons() -> Iterator[Lesson]:
    """Every labelled message; its source is its author."""
    for line in TEXTS.read_text("utf-8").splitlines():
        label, text, author = line.split("\t")
        yield lesson(author, label, text.replace("\\n", "\n"))
    for suite in CASES:
        for line in (HERE / "cases" / f"{suite}.jsonl").read_text("utf-8").splitlines()[1:]:
            case = json.loads(line)
            label = case["expect"].get("stage") or case["expect"].get("topic")
            if label in LABELS and not case.get("events"):
                yield lesson(case["id"].split("-")[0], label, case["text"])


def held_out(taught: Sequence[Lesson]) -> Iterator[str]:
    """For each author, how often the model of all others proposes the right label (dangers left out)."""
    for author in sorted({one.source for one in taught} - {OWN}):
        mine = [one for one in taught if one.source == author and one.label != "crisis"]
        if not mine:
            continue
        model = fit([one for one in taught if one.source != author], COLUMNS)
        marks = (Rows.of(mine, model.names).times(model.weights) + model.biases)[:, : LABELS.index("crisis")]
        right = sum(LABELS[i] == one.label for i, one in zip(marks.argmax(1), mine, strict=True))
        yield f"{author}: {right} of {len(mine)} ({right / len(mine):.1%})"


def main() -> None:
    """Train and write the table, or measure it on authors it has not learned from."""
    taught = list(lessons())
    if sys.argv[1:] == ["held"]:
        for line in held_out(taught):
            print(line, flush=True)  # noqa: T201
        return
    no_limits = [(0.0, 0.0)] * len(LABELS)
    TABLE.write_text(freeze(fit(taught, COLUMNS), no_limits, LABELS), "utf-8")


if __name__ == "__main__":
    main()
