"""`evals run --live` and `--record`: an estimate, a budget, several answers at once, a table of models and prompts."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from coach.model import Model
from coach.settings import Settings
from coach.wire.endpoint import model_from
from evals import command_run
from evals.budget import Budget, Prices
from evals.console import grid_of, show
from evals.gate import Exit, complaints, exit_of
from evals.live import Keeper, Task, ask, estimate, generation, tasks, to_do
from evals.matrix import matrix
from evals.prompt_version import version
from evals.recording import State
from evals.result import Result, Run
from evals.run_file import save
from evals.runner import Selection
from evals.suite import Suite
from evals.tape import RECORDINGS, Tape


def command_live(
    options: argparse.Namespace,
    console: Console,
    *,
    results: Path,
    now: datetime,
    clock: Callable[[], float],
    model_of: Callable[[str], Model | None] | None = None,
    recordings: Path = RECORDINGS,
) -> int:
    """Ask every model with every version of the prompts; with ``--record`` the answers stay on the tape."""
    models = [m for name in options.model or [""] if (m := (model_of or named)(name))]
    if wrong := _wrong(options, models):
        console.print(Text(wrong))
        return Exit.BAD_CALL
    asking = Asking(options, console, generation(options.suite), now, clock, recordings)
    runs: list[Run] = []
    for folder in [None, *options.prompts]:
        with version(folder):
            runs += [run for model in models for run in asking.runs(model, folder)]
    if options.estimate:
        return Exit.FINE
    for run in runs:
        if options.json is None and len(runs) == 1:
            command_run.rotate(results)
        save(run, _place(options.json or results / "last.jsonl", run, single=len(runs) == 1))
        show(run, (), console, figures=not options.quiet)
    if len(runs) > 1:
        console.print(grid_of(matrix(runs)))
    return max((exit_of(complaints(run)) for run in runs), default=Exit.FINE)


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked, and how: the same for every model and every version of the prompts."""

    options: argparse.Namespace
    console: Console
    suites: tuple[Suite, ...]
    now: datetime
    clock: Callable[[], float]
    recordings: Path

    def runs(self, model: Model, folder: Path | None) -> Iterator[Run]:
        """The run of one model with one version of the prompts; none where only an estimate is wanted."""
        options = self.options
        selection = Selection(tuple(options.tag), tuple(options.case), options.epochs)
        prices = Prices(options.price_in, options.price_out)
        tape = Tape.load(self.recordings) if options.record else Tape()
        wanted = tasks(self.suites, selection)
        if options.only:
            wanted = to_do(wanted, tape, model=model.name, only=frozenset({State(options.only)}))
        who = model.name + (f" · {folder.name}" if folder else "")
        told = estimate(wanted, tape, model=model.name, prices=prices, again=options.again)
        self.console.print(Text(f"{who}: {len(wanted)} cases, {told}"))
        if options.estimate:
            return
        budget = Budget(prices, options.max_calls, options.max_cost)
        rows = self._answers(model, wanted, tape, budget, who)
        about = command_run.about(self.suites, self.now, selection)
        about |= {"model": model.name, "prices": [prices.prompt, prices.completion]}
        yield Run(about | ({"prompts": str(folder)} if folder else {}), rows)
        cost = f", cost {budget.cost:.4f}" if budget.cost else ""
        self.console.print(Text(f"{who}: {budget.calls} requests{cost}"))

    def _answers(
        self, model: Model, wanted: tuple[Task, ...], tape: Tape, budget: Budget, who: str
    ) -> tuple[Result, ...]:
        keeper = Keeper(tape, self.recordings if self.options.record else None, Lock())
        quiet = not self.console.is_terminal
        with ExitStack() as stack:
            bar = stack.enter_context(Progress(console=self.console, transient=True, disable=quiet))
            if self.options.record:
                stack.callback(tape.save, self.recordings)  # also when the run is broken off
            asked = ask(
                wanted, model, keeper, budget, workers=self.options.workers or 4, clock=self.clock,
                on=self.now.date().isoformat(), commit=command_run.commit(), again=self.options.again,
            )  # fmt: skip
            return tuple(bar.track(asked, total=len(wanted), description=who))


def named(name: str) -> Model | None:
    """The model of the settings, or another of the same endpoint."""
    settings = Settings()
    return model_from(settings.model_copy(update={"model": name}) if name else settings)


def _wrong(options: argparse.Namespace, models: list[Model]) -> str:
    if not models:
        return "no model: set OPENAI_BASE_URL or OPENAI_API_KEY, and YOHAKU_MODEL or --model"
    if options.record and (len(models) > 1 or options.prompts):
        return "one model with our prompts at a time stays on the tape; --live compares several"
    if options.max_cost is not None and not (options.price_in or options.price_out):
        return "--max-cost needs --price-in and --price-out: without prices nothing costs anything"
    return ""


def _place(path: Path, run: Run, *, single: bool) -> Path:
    name = f"{run.about['model']}.{Path(run.about.get('prompts', '')).name}".rstrip(".")
    fit = "".join(c if c.isalnum() or c in "-._" else "-" for c in name)
    return path if single else path.with_name(f"{path.stem}.{fit}{path.suffix}")
