"""`yohaku read`: where two people stand, read from one message, with the words it was read from."""

import json
from datetime import date
from typing import Any

import typer

from coach.commands.jsonl import field, run_lines
from coach.parts import Planned, Read
from coach.policy import plan
from coach.reading import as_record, read
from coach.terminal import lines
from guardrails.safety import screen


def record(text: str, *, today: date) -> dict[str, Any]:
    """The reading and the plan of one message as plain data."""
    reading = read(text, today=today, alarms=screen(text))
    return as_record(reading, plan(reading, (), today))


def one(text: str, *, today: date, as_json: bool) -> int:
    """Print the reading of one message."""
    if as_json:
        typer.echo(json.dumps(record(text, today=today), ensure_ascii=False, indent=2))
        return 0
    reading = read(text, today=today, alarms=screen(text))
    for part in (Read(reading), Planned(plan(reading, (), today))):
        for line in lines(part, today=today):
            typer.echo(line)
    return 0


def many(source: str, *, today: date) -> int:
    """Read JSON lines; see `run_lines`."""
    return run_lines(source, lambda row: record(field(row, "text"), today=today))
