"""`yohaku talk`: the facts of an exported talk history, or the reason why it is not taken in."""

import json
import sys
from pathlib import Path

import typer

from coach.line_export.facts import facts
from coach.line_export.json import as_record, error_record, json_lines
from coach.line_export.parts import Refusal
from coach.talk import read_talk


def facts_of(path: Path, *, as_json: bool, messages: bool) -> int:
    """Print the facts; 0, or 2 when the file is refused."""
    try:
        talk = read_talk(path.read_bytes(), filename=path.name)
    except Refusal as refusal:
        error = json.dumps(error_record(refusal), ensure_ascii=False)
        typer.echo(error if as_json else refusal.sentence, err=not as_json)
        return 2
    found = facts(talk)
    if as_json:
        sys.stdout.writelines(f"{line}\n" for line in json_lines(talk, found, messages=messages))
        return 0
    for name, value in as_record(talk, found, messages=messages).items():
        typer.echo(f"{name}: {json.dumps(value, ensure_ascii=False)}")
    return 0
