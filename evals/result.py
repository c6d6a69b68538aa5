"""What became of one case: the row that every table, report and comparison is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


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
