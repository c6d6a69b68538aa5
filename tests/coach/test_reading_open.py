"""The list of open readings in the document is the list of development situations that we read otherwise."""

import json
import re
from datetime import date
from pathlib import Path

from coach.policy import plan
from coach.reading import as_record, read
from coach.situation import Topic
from guardrails.safety import screen

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
_ID = re.compile(r"(?:dv-s|ts-|tl-)\d{3}")


def _misses() -> set[str]:
    out = set()
    for line in (ROOT / "evals/cases/dev-situations.jsonl").read_text("utf-8").splitlines()[1:]:
        case = json.loads(line)
        reading = read(case["text"], today=TODAY, alarms=screen(case["text"]))
        record = as_record(reading, plan(reading, (), TODAY))
        expected = case["expect"]
        label = expected.get("stage") or expected.get("topic")
        if label != Topic.CRISIS and (record["stage"], record["action"]) != (label, expected["action"]):
            out.add(case["id"])
    return out


def test_the_document_lists_what_we_read_otherwise() -> None:
    rows = (ROOT / "docs/reading-open.md").read_text("utf-8").split("## Every development situation")[1]
    listed = {id for row in rows.splitlines() if row.startswith("|") for id in _ID.findall(row.split("|")[1])}
    assert _misses() == listed
