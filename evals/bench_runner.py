"""What the runner costs beside the guard, a thousand and ten thousand cases with the real guard, and pytest beside it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from unittest.mock import patch

from evals.case import DraftCase
from evals.gate import complaints
from evals.metrics import tables
from evals.result import Run
from evals.run_file import save
from evals.runner import Selection, replaying
from evals.suite import Header, load, load_all, written
from evals.tape import Tape
from evals.workers import run_suites
from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage, Verdict

SIZES = (1_000, 10_000)
REFERENCE = 0.5
"""Seconds that pytest's thousand trivial cases take on the machine that the limits in seconds were set on."""

ROOT = Path(__file__).parent.parent
_TRIVIAL = """import pytest
@pytest.mark.parametrize("n", range(1000))
def test_trivial(n):
    assert "ok" in f"ok {n}" and len(str(n)) < 9
"""


def rows() -> Iterator[str]:
    """Lines of the table; each size runs in processes of its own."""
    yield f"{'runner':<40}{'s':>9}{'CPU µs':>9}{'MB more':>9}"
    trivial, real = _pytest(), dict.fromkeys(SIZES, 0.0)
    for guard in ("none", "real"):
        for size in SIZES:
            command = [sys.executable, "-m", "evals.bench_runner", str(size), guard]
            told, _ = _watched(command, beat=1)
            watched, peak = _watched(command, beat=0.05)  # looking at a process's memory slows it down
            name = f"{size:,} cases, {'no guard' if guard == 'none' else 'the real guard'}"
            more = peak - watched["mb"]
            real[size] = told["seconds"]  # the guard's run comes last
            yield f"{name:<40}{told['seconds']:>9.2f}{told['cpu'] / size * 1e6:>9.0f}{more:>9.0f}"
    yield "(no guard: at most 60 µs a case; the real guard: 0.5 s and 3 s; at most 150 MB more)"
    yield f"{'1,000 trivial cases, pytest':<40}{trivial:>9.2f}"
    yield f"(as fast as where they take {REFERENCE} s, the real guard's runs would take"
    yield " and ".join(f"{real[size] / trivial * REFERENCE:.2f} s" for size in SIZES) + ")"


def measure(size: int, *, guard: bool) -> dict[str, float]:
    """Load, run, gate, count and write so many cases; the seconds beyond the start, and the megabytes before."""
    with TemporaryDirectory() as folder:
        path = suite_file(Path(folder), size)
        check("あ", stage=Stage.DECLINED)
        before, worked, begun = _megabytes("self"), _worked(), perf_counter()
        if guard:
            _whole(path, workers=None)
        else:
            # In one process: what the runner itself costs a case, and nothing shared out.
            with patch("evals.judge_text.check", lambda *_, **__: Verdict(Outcome.PASS)):
                _whole(path, workers=1)
        return {"seconds": perf_counter() - begun, "cpu": _worked() - worked, "mb": before}


def suite_file(folder: Path, size: int) -> Path:
    """A suite of so many drafts, no two alike."""
    drafts = [c for s in load_all() for c in s.cases if isinstance(c, DraftCase)]
    cases = (
        {
            "id": f"bench-{i}",
            "stage": c.stage,
            "incoming": c.incoming,
            "draft": f"{c.draft}\n({i})",
            "outcome": c.outcome,
        }
        for i, c in enumerate(islice(cycle(drafts), size))
    )
    path = folder / "bench.jsonl"
    path.write_text(written(Header(suite="bench", kind="draft", about="speed"), cases), "utf-8")
    return path


def _whole(path: Path, *, workers: int | None) -> None:
    suite = load(path)
    run = Run({}, tuple(run_suites([suite], replaying(Tape()), Selection(), workers=workers)))
    complaints(run)
    tables(run)
    save(run, path.with_suffix(".run"))


def _worked() -> float:
    """Processor seconds of this process and of those it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _watched(command: list[str], *, beat: float) -> tuple[dict[str, float], float]:
    """What the process tells in the end, and the most megabytes that it and its children were seen to hold."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(_megabytes(pid) for pid in (str(process.pid), *_children(process.pid))))
        sleep(beat)
    if process.returncode or process.stdout is None:
        raise subprocess.CalledProcessError(process.returncode, command)
    return json.loads(process.stdout.read()), peak


def _children(pid: int) -> list[str]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return listed.read_text().split()
    except OSError:
        return []


def _megabytes(pid: str) -> float:
    """A process's memory on Linux, what it shares with others counted in shares; 0 elsewhere, or when it is gone."""
    try:
        rows = dict(
            line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
        )
    except OSError:
        return 0.0
    return int(rows["Pss"].split()[0]) / 1024


def _pytest() -> float:
    """Seconds of a whole pytest process, without plugins, with a thousand cases that do next to nothing."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "test_trivial.py"
        path.write_text(_TRIVIAL, "utf-8")
        begun = perf_counter()
        quiet = ["-q", "-p", "no:cacheprovider", "--rootdir", folder, "-c", "/dev/null"]
        command = [sys.executable, "-m", "pytest", *quiet, str(path)]
        bare = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        subprocess.run(command, capture_output=True, check=True, env=bare)
        return perf_counter() - begun


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), guard=sys.argv[2] == "real")))  # noqa: T201
