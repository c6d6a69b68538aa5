"""`evals mutate`: how many breaks in the product the suites see, and which they do not."""

from collections import defaultdict
from unittest.mock import patch

from rich.console import Console

from evals.compare import Change, compare, marks
from evals.console import lines
from evals.gate import Exit
from evals.mutants import GUARD, mutants
from evals.result import Result, Run, Status
from evals.runner import Selection, replaying
from evals.selftest import Without
from evals.suite import Suite, load_all
from evals.tape import Tape
from evals.workers import run_suites
from evals.written import of_tape, put
from guardrails import check as guard
from guardrails.vocabulary import Category

_CATEGORIES = frozenset(c.value for c in Category)


def command_mutate(console: Console) -> int:
    """Break the product in every way in turn; 1 when a break goes unseen."""
    suites = {s.name: s for s in load_all()}
    tape = Tape.load()
    put(tape, suites.values(), of_tape(tape), on="")
    asked = dict.fromkeys(name for mutant in mutants() for name in mutant.suites)
    whole = {name: _run(suites[name], tape) for name in asked}
    unseen = total = 0
    for mutant in mutants():
        with mutant.broken():
            broken = {name: _run(suites[name], tape) for name in mutant.suites}
        seen = sum(_noticed(whole[name], after) for name, after in broken.items())
        total, unseen = total + 1, unseen + (not seen)
        lines(
            [f"{'seen  ' if seen else 'UNSEEN'} {mutant.name}" + (f" ({seen} cases)" if seen else "")],
            console,
        )
    lines([f"{total - unseen} of {total} breaks seen"], console)
    lines(_each_rule(suites, tape), console)
    return Exit.REGRESSION if unseen else Exit.FINE


def _each_rule(suites: dict[str, Suite], tape: Tape) -> list[str]:
    """Every rule of messages removed alone: only the cases that hear it are run again."""
    names = [*GUARD, "dev-drafts"]
    results = [r for name in names for r in _run(suites[name], tape).results]
    heard: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        for rule in result.seen.get("rules", ()):
            heard[rule].append(result)
    ids = sorted({rule.id for rule in guard.rules().rules if rule.category in _CATEGORIES})
    unseen = [rule for rule in ids if rule in heard and not _rule_noticed(rule, heard[rule], suites, tape)]
    unheard = [rule for rule in ids if rule not in heard]
    told = [f"{len(ids) - len(unseen) - len(unheard)} of {len(ids)} single rules seen when removed"]
    told += [f"hidden behind another rule: {', '.join(unseen)}"] * bool(unseen)
    return told + [f"heard by no case: {', '.join(unheard)}"] * bool(unheard)


def _rule_noticed(rule: str, results: list[Result], suites: dict[str, Suite], tape: Tape) -> bool:
    less = Without(guard.rules(), rule=rule)
    by_suite: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_suite[result.suite].append(result)
    with patch("guardrails.check.rules", lambda: less):
        for name, before in by_suite.items():
            after = _run(suites[name], tape, ids=tuple(r.id for r in before))
            if _noticed(Run({}, tuple(before)), after):
                return True
    return False


def _noticed(before: Run, after: Run) -> int:
    """Flips that a person would be told of as bad or as a changed verdict with harm.

    A break that merely makes the product raise proves nothing about the cases: what raised does not count.
    """
    raised = {r.key for r in after.results if r.status is Status.ERROR or _failed_closed(r)}
    flips = (f for f in compare(marks(before), marks(after)).flips if f.key not in raised)
    bad = (Change.HARMFUL, Change.UNDECIDED, Change.REMOVED)
    return sum(f.change in bad or f.grave for f in flips)


def _failed_closed(result: Result) -> bool:
    return any(".error." in rule for rule in result.seen.get("rules", ()))


def _run(suite: Suite, tape: Tape, ids: tuple[str, ...] = ()) -> Run:
    return Run({}, tuple(run_suites([suite], replaying(tape), Selection(ids=ids))))
