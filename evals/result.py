"""What became of one case: the row that every table, report and comparison is made from."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from evals.problem import ProblemError

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode

SHAPE = 1
"""Version of the rows; a file of another one is not comparable."""


class Status(StrEnum):
    """The end of a case. ``known`` fails for a written reason, ``fixed`` no longer does."""

    PASS = "pass"
    FAIL = "fail"
    KNOWN = "known"
    FIXED = "fixed"
    STALE = "stale"
    MISSING = "missing"
    ERROR = "error"

    @property
    def good(self) -> bool | None:
        """Whether it holds; None where that cannot be said."""
        if self in (Status.STALE, Status.MISSING, Status.ERROR):
            return None
        return self in (Status.PASS, Status.FIXED)


class Harm(StrEnum):
    """What a failure would have done to somebody. The first two are counted one by one and must be 0."""

    LEAK = "leak"
    MISSED_DANGER = "missed_danger"
    OVER_BLOCK = "over_block"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that is not as wanted; ``mark`` is the piece of text it is about."""

    what: str
    want: str
    got: str
    harm: Harm = Harm.WRONG
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One request to the model in a case: which answer it took and how that stands to today's prompt."""

    turn: int
    attempt: str
    state: str
    model: str = ""
    changed: tuple[str, ...] = ()
    prompt_tokens: int = 0
    completion_tokens: int = 0
    ms: int = 0
    recorded_on: str = ""
    rerolled: int = 0
    help: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One case in one epoch. ``want`` and ``seen`` hold the same keys where they are compared."""

    suite: str
    kind: str
    id: str
    status: Status
    epoch: int = 0
    must: bool = False
    known: str = ""
    gate: str = "cases"
    tags: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    want: Mapping[str, Any] = field(default_factory=dict)
    seen: Mapping[str, Any] = field(default_factory=dict)
    shows: Mapping[str, str] = field(default_factory=dict)
    calls: tuple[Call, ...] = ()
    micros: int = 0

    @property
    def key(self) -> tuple[str, str, int]:
        """What two runs are aligned by."""
        return self.suite, self.id, self.epoch

    @property
    def harms(self) -> frozenset[Harm]:
        """What it would have done."""
        return frozenset(f.harm for f in self.failures)


@dataclass(frozen=True, slots=True)
class Run:
    """A whole run: where it came from, and a result for each case."""

    about: Mapping[str, Any]
    results: tuple[Result, ...]

    def of(self, suite: str) -> tuple[Result, ...]:
        """The results of one suite."""
        return tuple(r for r in self.results if r.suite == suite)

    @property
    def suites(self) -> tuple[str, ...]:
        """The suites that ran, in order."""
        return tuple(dict.fromkeys(r.suite for r in self.results))


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
        lines = path.read_text(encoding="utf-8").splitlines()
        about = json.loads(lines[0]) if lines else {}
        if not isinstance(about, dict) or about.get("shape") != SHAPE:
            raise RunError(f"{path}: not a run of shape {SHAPE}")
        return Run({k: v for k, v in about.items() if k != "shape"}, tuple(_results(lines[1:])))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise RunError(f"{path}: {error}") from None


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
    return {
        k: v
        for k, v in row.items()
        if k in ("suite", "kind", "id", "status") or v not in ((), [], {}, "", 0, False)
    }


def _failure(failure: Failure) -> dict[str, str]:
    row = {"what": failure.what, "want": failure.want, "got": failure.got, "harm": failure.harm.value}
    return {**row, "mark": failure.mark} if failure.mark else row
