"""`evals run --live` and `--record`: an estimate, a budget, several answers at once, a table of models."""

import argparse
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock

from rich.console import Console
from rich.progress import Progress
from rich.table import Table as Grid
from rich.text import Text

from coach.endpoint import model_from
from coach.model import Model
from coach.settings import Settings
from evals import command_run
from evals.budget import Budget, Prices
from evals.console import show
from evals.gate import Exit, complaints, exit_of, tolled
from evals.live import Keeper, ask, estimate, tasks, to_do
from evals.path_metrics import path
from evals.recording import State
from evals.result import Harm, Result, Run, save
from evals.runner import Selection
from evals.suite import Depends, load_all
from evals.tape import RECORDINGS, Tape


def command_live(
    options: argparse.Namespace,
    console: Console,
    *,
    results: Path,
    now: datetime,
    clock: Callable[[], float],
    model_of: Callable[[str], Model | None] | None = None,
) -> int:
    """Ask every model; with ``--record`` its answers stay on the tape, else they are forgotten."""
    models = [m for name in options.model or [""] if (m := (model_of or named)(name))]
    if not models:
        console.print(Text("no model: set OPENAI_BASE_URL or OPENAI_API_KEY, and YOHAKU_MODEL or --model"))
        return Exit.BAD_CALL
    if options.record and len(models) > 1:
        console.print(Text("one model at a time stays on the tape; --live compares several"))
        return Exit.BAD_CALL
    suites = load_all(only=options.suite)
    if options.record:
        # Written answers stay written: only suites that measure a model are recorded from one.
        suites = tuple(s for s in suites if s.header.depends_on is Depends.GENERATION)
    selection = Selection(tuple(options.tag), tuple(options.case), options.epochs)
    prices = Prices(options.price_in, options.price_out)
    runs: list[Run] = []
    for model in models:
        tape = Tape.load() if options.record else Tape()
        wanted = tasks(suites, selection)
        if options.only:
            wanted = to_do(wanted, tape, model=model.name, only=frozenset({State(options.only)}))
        told = estimate(wanted, tape, model=model.name, prices=prices, again=options.again)
        console.print(Text(f"{model.name}: {len(wanted)} cases, {told}"))
        if options.estimate:
            continue
        budget = Budget(prices, options.max_calls, options.max_cost)
        keeper = Keeper(tape, RECORDINGS if options.record else None, Lock())
        rows: list[Result] = []
        with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
            asked = ask(
                wanted, model, keeper, budget, workers=options.workers or 4, clock=clock,
                on=now.date().isoformat(), commit=command_run.commit(), again=options.again,
            )  # fmt: skip
            for result in bar.track(asked, total=len(wanted), description=model.name):
                rows.append(result)
        if options.record:
            tape.save()
        runs.append(Run({**command_run.about(suites, now, selection), "model": model.name}, tuple(rows)))
        console.print(Text(f"{model.name}: {budget.calls} requests, cost {budget.cost:.4f}"))
    if options.estimate:
        return Exit.FINE
    for run in runs:
        if options.json is None and len(runs) == 1:
            command_run.rotate(results)
        save(run, _place(options.json or results / "last.jsonl", run, single=len(runs) == 1))
        show(run, (), console, figures=not options.quiet)
    if len(runs) > 1:
        console.print(matrix(runs))
    return max(exit_of(complaints(run)) for run in runs)


def matrix(runs: Sequence[Run]) -> Grid:
    """The models side by side."""
    grid = Grid("", *(str(run.about["model"]) for run in runs), box=None, pad_edge=False)
    columns = [{f.name: str(f.value) for f in path(run.results)} for run in runs]
    for name in dict.fromkeys(name for column in columns for name in column):
        grid.add_row(name, *(column.get(name, "") for column in columns))
    for harm in (Harm.LEAK, Harm.MISSED_DANGER):
        grid.add_row(harm.value, *(tolled(run, harm).split(": ", 1)[1] for run in runs))
    return grid


def named(name: str) -> Model | None:
    """The model of the settings, or another of the same endpoint."""
    settings = Settings()
    return model_from(settings.model_copy(update={"model": name}) if name else settings)


def _place(path: Path, run: Run, *, single: bool) -> Path:
    name = "".join(c if c.isalnum() or c in "-._" else "-" for c in str(run.about["model"]))
    return path if single else path.with_name(f"{path.stem}.{name}{path.suffix}")
