"""JSON lines in, JSON lines out. A bad line is named by its number and does not stop the rest."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import typer


class BadLineError(ValueError):
    """What is wrong with one line, in a few words."""


def field(row: dict[str, Any], *names: str, default: str | None = None) -> str:
    """The first of these fields that the row has, as text. Raises `BadLineError`."""
    for name in names:
        if name in row:
            value = row[name]
            if not isinstance(value, str):
                raise BadLineError(f"{name} must be a text")
            return value
    if default is None:
        raise BadLineError(f"{' or '.join(names)} is missing")
    return default


def run_lines(source: str, judge: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """Judge every line of a file, or of standard input for "-"; 0, or 2 when any line was bad."""
    bad = 0
    for number, line in enumerate(_lines(source), 1):
        if not line.strip():
            continue
        try:
            row = _row(line)
            out = {"id": row.get("id", number), **judge(row)}
        except BadLineError as problem:
            bad += 1
            out = {"line": number, "error": str(problem)}
            typer.echo(f"line {number}: {problem}", err=True)
        typer.echo(json.dumps(out, ensure_ascii=False))
    return 2 if bad else 0


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        raise BadLineError("not a JSON object") from None
    if not isinstance(row, dict):
        raise BadLineError("not a JSON object")
    return row


def _lines(source: str) -> Iterator[str]:
    if source == "-":
        yield from _decoded(sys.stdin.buffer)
        return
    with Path(source).open("rb") as file:
        yield from _decoded(file)


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    for line in lines:
        yield line.decode("utf-8-sig", "replace")
