"""Baselines: what each case came to when a person last agreed to it; `bless` is the only way they change."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.compare import Change, Difference, Mark, compare, marks
from evals.gate import Complaint
from evals.problem import ProblemError
from evals.result import Harm, Run, Status
from evals.suite import Suite

BASELINES = Path(__file__).parent / "baselines"


class BlessError(ProblemError):
    """A run that may not become a baseline."""


def load(suite: str, folder: Path = BASELINES) -> dict[tuple[str, str, int], Mark] | None:
    """A suite's baseline, or None where nothing was blessed yet."""
    path = folder / f"{suite}.json"
    if not path.exists():
        return None
    rows = json.loads(path.read_text("utf-8"))["cases"]
    return {
        (suite, name.partition("#")[0], int(name.partition("#")[2] or 0)): Mark(
            good=row["good"], harms=frozenset(Harm(h) for h in row.get("harms", ())), brief=row["seen"]
        )
        for name, row in rows.items()
    }


def bless(run: Run, suites: Sequence[Suite], reason: str, folder: Path = BASELINES) -> tuple[Path, ...]:
    """Write the suites' baselines from a run.

    Raises:
        BlessError: the run is not whole, not of these cases, or undecided; or no reason is given.
    """
    if not reason.strip():
        raise BlessError("a baseline changes for a reason: --reason")
    selection = run.about.get("selection", {})
    if selection.get("tags") or selection.get("ids"):
        raise BlessError("the run is of a selection; bless a whole one")
    for suite in suites:
        _refuse(run, suite)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for suite in suites:
        path = folder / f"{suite.name}.json"
        path.write_text(_text(run, suite.name, reason.strip()), "utf-8")
        written.append(path)
    return tuple(written)


def differences(run: Run, folder: Path = BASELINES) -> dict[str, Difference]:
    """What changed against the baselines, by suite; suites without one are left out."""
    found = {}
    for suite in run.suites:
        before = load(suite, folder)
        if before is not None:
            found[suite] = compare(before, marks(run, suite))
    return found


def complaints(run: Run, found: dict[str, Difference]) -> Iterable[Complaint]:
    """What got worse than the baseline: lost cases, graver harm, or rates that fell."""
    selection = run.about.get("selection", {})
    whole = not (selection.get("tags") or selection.get("ids"))
    for suite, difference in found.items():
        for flip in difference.flips:
            if flip.change is Change.REMOVED and whole:
                yield Complaint(
                    True, suite, flip.key[1], "removed: a case that is gone is a regression until blessed"
                )
            elif flip.grave and flip.change in (Change.HARMFUL, Change.VERDICT):
                yield Complaint(
                    True, suite, flip.key[1], f"now does harm: {flip.after.brief if flip.after else ''}"
                )
        if difference.regressed:
            told = f"{difference.count(Change.HARMFUL)} worse, {difference.count(Change.BENEFICIAL)} better"
            yield Complaint(True, suite, "", f"{suite}: {told} of {difference.pairs}, p = {difference.p:.3g}")


def _refuse(run: Run, suite: Suite) -> None:
    results = run.of(suite.name)
    if run.about.get("suites", {}).get(suite.name) != suite.digest:
        raise BlessError(f"{suite.name}: the run is of other cases than the file's; run again")
    if {r.id for r in results} != {c.id for c in suite.cases}:
        raise BlessError(f"{suite.name}: the run is incomplete")
    hindered = [r.id for r in results if r.status in (Status.STALE, Status.MISSING, Status.ERROR)]
    if hindered:
        raise BlessError(f"{suite.name}: undecided: {', '.join(hindered[:5])}")


def _text(run: Run, suite: str, reason: str) -> str:
    rows = {}
    for (_, case, epoch), mark in sorted(marks(run, suite).items()):
        row: dict[str, object] = {"good": mark.good, "seen": mark.brief}
        if mark.harms:
            row["harms"] = sorted(mark.harms)
        rows[case + (f"#{epoch}" if epoch else "")] = row
    lines = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in rows.items())
    return f'{{"reason": {json.dumps(reason, ensure_ascii=False)}, "cases": {{\n{lines}\n}}}}\n'
