"""The smaller commands, about runs that have been made: diff, report, matrix, lint, bless, settle."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from rich.console import Console

from evals import baseline
from evals.compare import Change, compare, marks, told
from evals.console import grid_of, lines
from evals.gate import Exit
from evals.html import html
from evals.junit import junit
from evals.known import settle
from evals.lint import lint, rules_unheard, rules_without_edge
from evals.markdown import markdown
from evals.matrix import matrix
from evals.result import Run
from evals.run_file import load
from evals.sides import sides
from evals.suite import load_all
from evals.tape import Tape
from guardrails.check import rules, their_rules
from guardrails.vocabulary import Category

_MOST = 200


def command_diff(options: argparse.Namespace, console: Console) -> int:
    """Only what changed from one run to another, harmful flips first; 1 when something got worse."""
    before, after = load(options.before), load(options.after)
    difference = compare(marks(before), marks(after))
    if options.brief:
        lines(list(told(difference.flips))[:_MOST], console)
    else:
        old, new = ({r.key: r for r in run.results} for run in (before, after))
        for flip in difference.flips[:_MOST]:
            console.print(sides(flip, old, new))
    if len(difference.flips) > _MOST:
        lines([f"… and {len(difference.flips) - _MOST} more"], console)
    counts = ", ".join(f"{n} {c.value}" for c in Change if (n := difference.count(c)))
    told_p = f"McNemar p = {difference.p:.3g}" if difference.flips else "nothing changed"
    lines([f"{difference.pairs} pairs: {counts or 'no change'}; {told_p}"], console)
    if any(f.grave for f in difference.flips) or difference.count(Change.HARMFUL):
        return Exit.REGRESSION
    return Exit.UNDECIDED if difference.count(Change.REMOVED) or not difference.pairs else Exit.FINE


def command_report(options: argparse.Namespace, console: Console) -> int:
    """Write the wanted projections of a run."""
    run = load(options.run)
    before = load(options.against) if options.against else None
    differences = {"": compare(marks(before), marks(run))} if before else baseline.differences(run)
    if options.html:
        _write(options.html, html(run, differences, before), console)
    if options.junit:
        _write(options.junit, junit(run), console)
    if options.markdown:
        _write(options.markdown, markdown(run, differences), console)
    if not (options.html or options.junit or options.markdown):
        console.print(markdown(run, differences), markup=False)
    return Exit.FINE


def _write(path: Path, text: str, console: Console) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    lines([str(path)], console)


def command_matrix(options: argparse.Namespace, console: Console) -> int:
    """Several runs in one table."""
    console.print(grid_of(matrix([load(path) for path in options.runs])))
    return Exit.FINE


def command_settle(options: argparse.Namespace, console: Console) -> int:
    """Take the `known` mark from what holds."""
    names = list(settle(load(options.run), load_all()))
    lines([*names, f"{len(names)} marks taken away; run again"], console)
    return Exit.FINE


def command_lint(options: argparse.Namespace, console: Console) -> int:
    """Check suites and recordings; with a run, also which rules no case hears."""
    suites = load_all()
    notes = list(lint(suites, Tape.load()))
    lines((f"{'wrong' if n.wrong else 'note '} {n.where}: {n.what}" for n in notes), console)
    judging = [rule.id for rule in rules().rules if rule.category in set(Category)]
    if options.run.exists():
        lines(
            (f"note  rule {rule}: no case hears it" for rule in rules_unheard(load(options.run), judging)),
            console,
        )
    edges = rules_without_edge(suites, (*judging, *(rule.id for rule in their_rules().rules)))
    lines((f"note  rule {rule}: no case stands at its edge (a tag of its id)" for rule in edges), console)
    total = sum(len(s.cases) for s in suites)
    lines([f"{len(suites)} suites, {total} cases, {sum(n.wrong for n in notes)} wrong"], console)
    return Exit.REGRESSION if any(n.wrong for n in notes) else Exit.FINE


def command_bless(options: argparse.Namespace, console: Console) -> int:
    """Make a run the baseline of its suites. Raises ``BlessError`` when it may not be."""
    run: Run = load(options.run)
    suites = [s for s in load_all() if (s.name in options.suite if options.suite else s.name in run.suites)]
    lines((path.name for path in baseline.bless(run, suites, options.reason)), console)
    return Exit.FINE


COMMANDS: Mapping[str, Callable[[argparse.Namespace, Console], int]] = {
    "diff": command_diff,
    "report": command_report,
    "matrix": command_matrix,
    "lint": command_lint,
    "bless": command_bless,
    "settle": command_settle,
}
