"""What a run looks like in a terminal: a table a suite, the figures, and every case that is not as it should be."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Column
from rich.table import Table as Grid
from rich.text import Text

from evals.figures import Matrix, Table
from evals.gate import Complaint, told, tolled
from evals.metrics import counts, suite_table, tables
from evals.reading_metrics import stages
from evals.result import Harm, Result, Run, Status

_MOST = 40  # cases of one sort that are listed; the report has all of them


def show(run: Run, worse: Sequence[Complaint], console: Console, *, figures: bool = True) -> None:
    """Print a run: suites, harms one by one, failing and known cases, figures, what is worse than the baseline."""
    console.print(_suites(run))
    for harm in (Harm.LEAK, Harm.MISSED_DANGER):
        console.print(Text(tolled(run, harm)))
    for status in (Status.FAIL, Status.ERROR, Status.MISSING, Status.STALE, Status.FIXED, Status.KNOWN):
        _listed(status, [r for r in run.results if r.status is status], console)
    if figures:
        for table in (*(suite_table(run, s) for s in run.suites), *tables(run)):
            console.print(grid_of(table))
        matrix = stages(run.results)
        if matrix.cells:
            console.print(_matrix(matrix))
    for complaint in worse:
        console.print(Text(f"worse than the baseline: {complaint.suite}/{complaint.id}  {complaint.why}"))


def _suites(run: Run) -> Grid:
    grid = Grid(
        Column("suite", no_wrap=True),
        "gate",
        "cases",
        *(s.value for s in Status),
        "ms",
        box=None,
        pad_edge=False,
    )
    for suite in run.suites:
        results = run.of(suite)
        tally = counts(results)
        grid.add_row(
            suite,
            results[0].gate,
            str(len(results)),
            *(str(tally[s] or "") for s in Status),
            f"{sum(r.micros for r in results) / 1000:.0f}",
        )
    tally = counts(run.results)
    millis = f"{sum(r.micros for r in run.results) / 1000:.0f}"
    grid.add_row(
        "all", "", str(len(run.results)), *(str(tally[s] or "") for s in Status), millis, style="bold"
    )
    return grid


def _listed(status: Status, results: Sequence[Result], console: Console) -> None:
    if not results:
        return
    console.print(Text(f"\n{status.value}: {len(results)}", style="bold"))
    # A measured suite may fail as it does; what cannot be decided is told of every suite.
    gated = [r for r in results if r.gate == "cases" or r.must or status.good is None]
    for result in gated[:_MOST]:
        line = f"  {result.suite}/{result.id}  {told(result)}"
        if result.known:
            line += f"  [known: {result.known}]"
        console.print(Text(line), soft_wrap=True)
        for help_ in (c.help for c in result.calls if c.help):
            console.print(Text("    " + help_.replace("\n", "\n    ")), soft_wrap=True)
    if len(gated) > _MOST:
        console.print(Text(f"  … and {len(gated) - _MOST} more"))
    if len(results) > len(gated):
        console.print(
            Text(f"  and {len(results) - len(gated)} in suites that are measured, not gated by case")
        )


def grid_of(table: Table) -> Grid:
    """A table of figures for the terminal."""
    heads = (Column(title, overflow="fold") for title in table.columns)
    grid = Grid(Column(Text(f"\n{table.title}"), min_width=32), *heads, box=None, pad_edge=False)
    for figure in table.figures:
        grid.add_row(Text(f"  {figure.name}"), *(Text(str(value)) for value in figure.values))
    return grid


def _matrix(matrix: Matrix) -> Grid:
    grid = Grid("wanted ↓ read →", *matrix.labels, "recall", box=None, pad_edge=False)
    for want in matrix.labels:
        row = [str(matrix.cells.get((want, got), "") or "") for got in matrix.labels]
        grid.add_row(want, *row, str(matrix.recall(want)))
    return grid


def lines(rows: Iterable[str], console: Console) -> None:
    """Print plain lines, never as markup."""
    for row in rows:
        console.print(Text(row), soft_wrap=True)
