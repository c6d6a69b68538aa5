"""The bench of the wire measures what it says: a sentence shown after it was whole, pieces that came in vain."""

import pytest

from evals.bench_wire import ANSWERS, PIECE, Served


@pytest.mark.wire
def test_one_run_of_each_fault_is_measured() -> None:
    with Served(0.002) as served:
        served.run("draft")
        for fault, answer in ANSWERS.items():
            run = served.run(fault)
            assert 0 < run.whole <= run.said
            assert run.said - run.whole < 1
            assert 0 <= run.after < len(answer) / PIECE / 4
