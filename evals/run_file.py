"""A run as a file: a line that says what it is of, then one line a case."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evals.problem import ProblemError
from evals.result import Call, Failure, Harm, Result, Run, Status

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode

_ALWAYS = frozenset(("suite", "kind", "id", "status"))

SHAPE = 1
"""Version of the rows; a file of another one is not comparable."""


class RunError(ProblemError):
    """A file that is no run, or one of another shape."""


def dump(run: Run) -> str:
    """A run as JSON lines: what it is, then one line a case."""
    return "".join(_lines(run))


def save(run: Run, path: Path) -> None:
    """Write a run; a half-written file never stands under its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(path.suffix + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.writelines(_lines(run))
    fresh.replace(path)


def _lines(run: Run) -> Iterator[str]:
    yield _ENCODE({"shape": SHAPE, **run.about}) + "\n"
    yield from (_ENCODE(_plain(r)) + "\n" for r in run.results)


def load(path: Path) -> Run:
    """Read a run.

    Raises:
        RunError: it is not one, or of a shape this version does not compare.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            return Run(_about(lines), tuple(_results(lines)))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise RunError(f"{path}: {error}") from None


def load_about(path: Path) -> Mapping[str, Any]:
    """What a run is of, without its results. Raises as ``load`` does."""
    try:
        with path.open(encoding="utf-8") as lines:
            return _about(lines)
    except (OSError, ValueError) as error:
        raise RunError(f"{path}: {error}") from None


def _about(lines: Iterator[str]) -> Mapping[str, Any]:
    about = json.loads(next(lines, "{}"))
    if not isinstance(about, dict) or about.pop("shape", None) != SHAPE:
        raise ValueError(f"not a run of shape {SHAPE}")
    return about


def _results(lines: Iterable[str]) -> Iterator[Result]:
    for line in lines:
        row = json.loads(line)
        row["status"] = Status(row["status"])
        row["tags"] = tuple(row.get("tags", ()))
        row["failures"] = tuple(
            Failure(**{**f, "harm": Harm(f.get("harm", "wrong"))}) for f in row.get("failures", ())
        )
        row["calls"] = tuple(
            Call(**{**c, "changed": tuple(c.get("changed", ()))}) for c in row.get("calls", ())
        )
        yield Result(**row)


def _plain(result: Result) -> dict[str, Any]:
    row: dict[str, Any] = {
        "suite": result.suite,
        "kind": result.kind,
        "id": result.id,
        "status": result.status.value,
        "epoch": result.epoch,
        "must": result.must,
        "known": result.known,
        "gate": result.gate,
        "tags": result.tags,
        "failures": [_failure(f) for f in result.failures],
        "want": result.want,
        "seen": result.seen,
        "shows": result.shows,
        "calls": [asdict(c) for c in result.calls],
        "micros": result.micros,
    }
    # Empty fields are left out: most rows are passes, and a row is read by people too.
    return {key: value for key, value in row.items() if value or key in _ALWAYS}


def _failure(failure: Failure) -> dict[str, str]:
    row = {"what": failure.what, "want": failure.want, "got": failure.got, "harm": failure.harm.value}
    return {**row, "mark": failure.mark} if failure.mark else row
