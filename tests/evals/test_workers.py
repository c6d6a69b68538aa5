"""Cases shared out among processes: the same results in the same order, whoever ran them."""

from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from evals.runner import Selection, replaying
from evals.suite import Header, Suite, load, written
from evals.tape import Tape
from evals.workers import FEWEST, SLICE, cores, run_suites


def suites(folder: Path, *sizes: int) -> list[Suite]:
    found = []
    for number, size in enumerate(sizes):
        path = folder / f"s{number}.jsonl"
        cases = (
            {"id": f"c{i}", "stage": "declined", "draft": f"了解！{i}", "outcome": "pass"}
            for i in range(size)
        )
        path.write_text(written(Header(suite=path.stem, kind="draft", about="x"), cases), "utf-8")
        found.append(load(path))
    return found


@pytest.mark.skipif(cores() == 1, reason="one core, or no safe fork")
@pytest.mark.parametrize("workers", [2, 3])
def test_other_processes_change_nothing(tmp_path: Path, workers: int) -> None:
    some = suites(tmp_path, FEWEST + SLICE + 1, 1, 2 * SLICE)
    alone = [replace(r, micros=0) for r in run_suites(some, replaying(Tape()), Selection(), workers=1)]
    shared = [replace(r, micros=0) for r in run_suites(some, replaying(Tape()), Selection(), workers=workers)]
    assert [(r.suite, r.id) for r in alone] == [(s.name, c.id) for s in some for c in s.cases]
    assert shared == alone


def test_a_run_that_is_left_leaves_no_process(tmp_path: Path) -> None:
    flow = run_suites(suites(tmp_path, FEWEST + 10 * SLICE), replaying(Tape()), Selection())
    for _ in range(FEWEST + 2 * SLICE + 1):
        next(flow)
    flow.close()
    assert active_children() == []


def test_a_selection_is_kept_to(tmp_path: Path) -> None:
    some = suites(tmp_path, 3, 3)
    assert [r.id for r in run_suites(some, replaying(Tape()), Selection(ids=("c1",)))] == ["c1", "c1"]
