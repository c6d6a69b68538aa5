"""`evals run`: load, run with a progress bar, write the run, show it, and end as the gate says."""

import argparse
import platform
import subprocess
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from evals import baseline
from evals.compare import told
from evals.console import lines, show
from evals.gate import complaints, exit_of
from evals.result import Result, Run
from evals.run_file import save
from evals.runner import MakePort, Selection, chosen, replaying
from evals.suite import Suite, load_all, recorded
from evals.tape import Tape
from evals.workers import run_suites

ROOT = Path(__file__).parent.parent
_EARLIER = 6  # runs before the last two


def command_run(options: argparse.Namespace, console: Console, *, results: Path, now: datetime) -> int:
    """Run the wanted suites and end with the gate's code."""
    loaded = load_all(only=options.suite)
    tape = Tape.load(suites=[s.name for s in loaded])
    suites = recorded(loaded, (slot.suite for slot in tape.slots))
    lines((f"{s.name}: nothing recorded yet (run --record)" for s in loaded if s not in suites), console)
    selection = Selection(tuple(options.tag), tuple(options.case), options.epochs, tape.epochs)
    port = replaying(tape, today=now.date())
    run = Run(
        about(suites, now, selection), tuple(_with_bar(suites, port, selection, console, options.workers))
    )
    if options.json is None:
        rotate(results)
    save(run, options.json or results / "last.jsonl")
    differences = baseline.differences(run)
    worse = tuple(baseline.complaints(run, differences))
    show(run, worse, console, figures=not options.quiet)
    lines((f"changed: {line}" for d in differences.values() for line in list(told(d.flips))[:20]), console)
    return exit_of((*complaints(run), *worse), stale_fails=options.stale == "fail")


def about(suites: Iterable[Suite], now: datetime, selection: Selection) -> dict[str, Any]:
    """What a run is of: the commit, the suites by digest, what was selected."""
    return {
        "at": now.isoformat(timespec="seconds"),
        "commit": commit(),
        "python": platform.python_version(),
        "suites": {s.name: s.digest for s in suites},
        "selection": {"tags": selection.tags, "ids": selection.ids, "epochs": selection.epochs},
    }


def commit() -> str:
    """The commit that is checked out, with a + when files differ from it; "" outside a repository."""
    try:
        told = subprocess.run(
            ["git", "describe", "--always", "--dirty=+", "--abbrev=10"],
            cwd=ROOT, capture_output=True, text=True, timeout=5, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.strip()


def rotate(results: Path) -> None:
    """Keep the run before this one for `evals diff`, and some earlier ones for the page."""
    last, previous = results / "last.jsonl", results / "previous.jsonl"
    if previous.exists():
        previous.replace(results / f"earlier-{previous.stat().st_mtime_ns}.jsonl")
    for old in sorted(results.glob("earlier-*.jsonl"))[:-_EARLIER]:
        old.unlink()
    if last.exists():
        last.replace(previous)


def _with_bar(
    suites: Sequence[Suite], port: MakePort, selection: Selection, console: Console, workers: int | None
) -> Iterable[Result]:
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("cases", total=sum(len(chosen(s, selection)) for s in suites))
        for result in run_suites(suites, port, selection, workers=workers):
            yield result
            bar.update(task, advance=1, description=result.suite)
