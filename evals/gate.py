"""The gate: what makes a run red, what leaves it open, and which cases say so."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from evals.result import Harm, Result, Run, Status


class Exit(IntEnum):
    """What the command ends with."""

    FINE = 0
    REGRESSION = 1
    BAD_CALL = 2
    UNDECIDED = 3


@dataclass(frozen=True, slots=True)
class Complaint:
    """One reason against a run; ``red`` makes it fail, else it only cannot be decided."""

    red: bool
    suite: str
    id: str
    why: str


def complaints(run: Run) -> tuple[Complaint, ...]:
    """All reasons against a run by itself; what got worse than a baseline is ``evals.baseline``'s to say."""
    found: list[Complaint] = []
    for result in run.results:
        found += _of_result(result)
    return tuple(found)


def exit_of(found: Iterable[Complaint], *, stale_fails: bool = True) -> Exit:
    """The exit code for these complaints; without ``stale_fails`` what cannot be decided is let through."""
    reasons = tuple(found)
    if any(c.red for c in reasons):
        return Exit.REGRESSION
    return Exit.UNDECIDED if reasons and stale_fails else Exit.FINE


def _of_result(result: Result) -> list[Complaint]:
    if result.status in (Status.STALE, Status.MISSING):
        return [Complaint(False, result.suite, result.id, f"{result.status.value}: {_calls(result)}")]
    if result.status is Status.ERROR:
        return [Complaint(True, result.suite, result.id, told(result))]
    if result.status is Status.FIXED:
        why = "it holds: take the mark `known` away (evals settle), or it could fail again unseen"
        return [Complaint(True, result.suite, result.id, why)]
    if result.status is Status.FAIL and (result.gate == "cases" or result.must):
        return [Complaint(True, result.suite, result.id, told(result))]
    return []


def harmful(results: Iterable[Result], harm: Harm) -> tuple[Result, ...]:
    """Every result that does this harm, known or not: they are counted one by one."""
    return tuple(r for r in results if harm in r.harms)


def tolled(run: Run, harm: Harm) -> str:
    """How many did this harm, in a line: open ones, known ones, and those of suites that are only measured."""
    done = harmful(run.results, harm)
    gated = [r for r in done if r.gate == "cases" or r.must]
    known = sum(r.status is Status.KNOWN for r in gated)
    more = [f"{known} known"] * bool(known) + [f"{len(done) - len(gated)} measured"] * (
        len(done) > len(gated)
    )
    return f"{harm.value.replace('_', ' ')}s: {len(gated) - known}" + (
        f" (+{', +'.join(more)})" if more else ""
    )


def told(result: Result) -> str:
    """A result's failures in a line."""
    return " ".join("; ".join(f"{f.what}: want {f.want}, got {f.got}" for f in result.failures).split())[:400]


def _calls(result: Result) -> str:
    open_ = [c for c in result.calls if c.help]
    return "; ".join(
        f"turn {c.turn} {c.attempt}" + (f" ({', '.join(c.changed)})" if c.changed else "") for c in open_
    )
