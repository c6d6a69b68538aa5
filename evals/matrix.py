"""Runs of several models or prompt versions side by side in one table."""

from collections.abc import Sequence
from pathlib import Path

from evals.figures import Figure, Table, Value
from evals.gate import tolled
from evals.metrics import prices_of, rate_of
from evals.path_metrics import epochs, path
from evals.result import Harm, Run


def matrix(runs: Sequence[Run]) -> Table:
    """A column a run: how many cases hold, every figure of the path, steadiness, and the harms counted one by one."""
    columns = [_column(run) for run in runs]
    names = dict.fromkeys(name for column in columns for name in column)
    rows = [[column.get(name, "") for column in columns] for name in names]
    figures = (Figure(name, row[0], tuple(row[1:])) for name, row in zip(names, rows, strict=True))
    return Table("", tuple(figures), tuple(title(run) for run in runs))


def title(run: Run) -> str:
    """Who answered, and from which prompts: the folder's name, or the commit."""
    prompts = Path(str(run.about.get("prompts", ""))).name or str(run.about.get("commit", ""))
    return " · ".join(filter(None, (str(run.about.get("model") or "recorded"), prompts)))


def _column(run: Run) -> dict[str, Value]:
    conversations = [r for r in run.results if r.kind == "conversation"]
    decided = [r for r in conversations if r.status.good is not None]
    undecided = len(conversations) - len(decided)
    column: dict[str, Value] = {"as wanted": rate_of(decided)}
    if undecided:
        column["undecided"] = str(undecided)
    column |= {f.name: f.value for f in (*path(conversations, prices_of(run)), *epochs(conversations))}
    return column | {
        harm.value: tolled(run, harm).split(": ", 1)[1] for harm in (Harm.LEAK, Harm.MISSED_DANGER)
    }
