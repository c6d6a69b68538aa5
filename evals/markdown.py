"""A run as Markdown for a pull request: the count, the harms, what changed, the figures."""

from collections.abc import Mapping

from evals.compare import Difference
from evals.compare import told as flips_told
from evals.figures import Table
from evals.gate import told, tolled
from evals.metrics import counts, tables
from evals.result import Harm, Run, Status

_MOST = 30


def markdown(run: Run, differences: Mapping[str, Difference]) -> str:
    """The page."""
    tally = counts(run.results)
    lines = [
        "# Evals",
        "",
        f"{len(run.results)} cases: " + ", ".join(f"{n} {s.value}" for s, n in tally.items()),
        "",
    ]
    lines += [f"- {tolled(run, harm)}" for harm in (Harm.LEAK, Harm.MISSED_DANGER)]
    lines += [
        "",
        "| suite | cases | pass | fail | known | fixed | undecided |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for suite in run.suites:
        here = counts(run.of(suite))
        undecided = here[Status.STALE] + here[Status.MISSING] + here[Status.ERROR]
        cells = (here[Status.PASS], here[Status.FAIL], here[Status.KNOWN], here[Status.FIXED], undecided)
        lines.append(f"| {suite} | {here.total()} | " + " | ".join(str(c) for c in cells) + " |")
    flips = [line for d in differences.values() for line in flips_told(d.flips)]
    if flips:
        lines += ["", "## Changed against the baseline", "", *(f"- {_plain(f)}" for f in flips[:_MOST])]
    for status in (Status.FAIL, Status.ERROR, Status.KNOWN):
        found = [r for r in run.results if r.status is status and (r.gate == "cases" or r.must)]
        if found:
            lines += ["", f"## {status.value} ({len(found)})", ""]
            reason = {r.key: f" — {r.known}" if r.known else "" for r in found}
            lines += [_plain(f"- {r.suite}/{r.id}: {told(r)}{reason[r.key]}") for r in found[:_MOST]]
    for table in tables(run):
        lines += ["", f"## {table.title}", "", *figures_told(table)]
    return "\n".join(lines) + "\n"


def figures_told(table: Table) -> list[str]:
    """A table of figures as Markdown."""
    rows = [("", *table.columns), ("---",) * (1 + len(table.columns))]
    rows += ((_plain(f.name), *(_plain(str(value)) for value in f.values)) for f in table.figures)
    return [f"| {' | '.join(row)} |" for row in rows]


def _plain(line: str) -> str:
    """Text from a case can be no Markdown: line ends go, and what would open a link, a tag or a table is escaped."""
    flat = " ".join(line.split())
    return "".join("\\" + c if c in "[]<>|`*_" else c for c in flat)
