"""What the maintainers' page shows: the runs that are kept, their figures, and what changed from one to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from evals.arguments import RESULTS
from evals.compare import Change, compare, marks
from evals.gate import tolled
from evals.metrics import counts, tables
from evals.result import Harm, Result, Run, Status
from evals.run_file import RunError, load, load_about


@dataclass(frozen=True, slots=True)
class Changed:
    """One case that is not as it was; ``grave`` ones now leak or miss a danger."""

    name: str
    change: str
    grave: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Board:
    """The runs of a folder, found by the names of their files. A file that is no run is passed over."""

    folder: Path = RESULTS

    def names(self) -> tuple[str, ...]:
        """The runs, the newest first."""
        found = {path.stem: about for path in self.folder.glob("*.jsonl") if (about := _about(path))}
        return tuple(sorted(found, key=lambda name: str(found[name].get("at", "")), reverse=True))

    def about(self, name: str) -> tuple[str, ...]:
        """When and of what it is, and the harms counted one by one."""
        run = self._load(name)
        tally = counts(run.results)
        told = (str(run.about.get(key) or "") for key in ("at", "commit", "model", "prompts"))
        return (
            " · ".join(filter(None, told)),
            ", ".join(f"{n} {s.value}" for s in Status if (n := tally[s])),
            *(tolled(run, harm) for harm in (Harm.LEAK, Harm.MISSED_DANGER)),
        )

    def suites(self, name: str) -> list[dict[str, str | int]]:
        """A row a suite: its name, its cases, and how many have which status."""
        run = self._load(name)
        rows: list[dict[str, str | int]] = []
        for suite in run.suites:
            tally = counts(run.of(suite))
            rows.append({"suite": suite, "cases": tally.total(), **{s.value: tally[s] for s in Status}})
        return rows

    def figures(self, name: str) -> list[tuple[str, list[dict[str, str]]]]:
        """Every table of figures: its title, and a row a figure."""
        found = []
        for table in tables(self._load(name)):
            heads = ["", *(title or "value" for title in table.columns)]
            rows = [dict(zip(heads, (f.name, *map(str, f.values)), strict=True)) for f in table.figures]
            found.append((table.title, rows))
        return found

    def changes(self, before: str, after: str) -> tuple[str, list[Changed]]:
        """How much changed and how surely, and each case that did, harmful ones first."""
        old, new = self._load(before), self._load(after)
        difference = compare(marks(old), marks(new))
        told = ", ".join(f"{n} {c.value}" for c in Change if (n := difference.count(c)))
        sides = [{r.key: r for r in run.results} for run in (old, new)]
        rows = [
            Changed(
                "/".join(f.key[:2]) + (f" epoch {f.key[2]}" if f.key[2] else ""),
                f.change.value,
                f.grave,
                *(_told(side.get(f.key)) for side in sides),
            )
            for f in difference.flips
        ]
        return f"{difference.pairs} pairs: {told or 'no change'} (McNemar p = {difference.p:.3g})", rows

    def _load(self, name: str) -> Run:
        path = self.folder / f"{name}.jsonl"
        return _kept(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _kept(path: Path, _changed_at: int) -> Run:
    return load(path)


def _about(path: Path) -> Mapping[str, Any] | None:
    try:
        return load_about(path)
    except RunError:
        return None


def _told(result: Result | None) -> str:
    if result is None:
        return "–"
    failed = (f"{f.what}: want {f.want}, got {f.got}" for f in result.failures)
    return "\n".join((result.status.value, *failed, "", *(t for t in result.shows.values() if t)))
