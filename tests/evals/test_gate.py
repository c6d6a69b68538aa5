"""The gate of the committed suites from within pytest: one test a suite, the same code as `make eval`."""

import pytest

from evals.gate import complaints
from evals.mutant import Mutant
from evals.mutants import mutants
from evals.result import Run
from evals.runner import replaying, run_suite
from evals.selftest import FAULTS, Fault
from evals.suite import Gate, Suite, load_all
from evals.tape import Tape


@pytest.mark.parametrize(
    "suite", [s for s in load_all() if s.header.gate is Gate.CASES], ids=lambda s: s.name
)
def test_suite(suite: Suite) -> None:
    tape = Tape.load(suites=[suite.name])
    run = Run({}, tuple(run_suite(suite, replaying(tape))))
    assert [f"{c.id}: {c.why}" for c in complaints(run)] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.name)
def test_planted_faults_are_seen(fault: Fault) -> None:
    assert fault.plant()


@pytest.mark.parametrize("mutant", mutants(), ids=lambda m: m.name)
def test_every_break_still_fits_the_product(mutant: Mutant) -> None:
    with mutant.broken():
        assert set(mutant.suites) <= {s.name for s in load_all(only=mutant.suites)}
