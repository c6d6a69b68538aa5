"""What the runner costs beside the guard, and a thousand and ten thousand cases with the real guard."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from unittest.mock import patch

from evals.case import DraftCase
from evals.gate import complaints
from evals.metrics import tables
from evals.result import Run, dump
from evals.runner import replaying, run_suite
from evals.suite import Header, load, load_all, written
from evals.tape import Tape
from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage, Verdict

SIZES = (1_000, 10_000)


def rows() -> Iterator[str]:
    """Lines of the table; each size runs in a process of its own."""
    yield f"{'runner':<40}{'s':>9}{'CPU µs':>9}{'MB more':>9}"
    for guard in ("none", "real"):
        for size in SIZES:
            told = subprocess.run(
                [sys.executable, "-m", "evals.bench_runner", str(size), guard],
                cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=True,
            ).stdout  # fmt: skip
            row = json.loads(told)
            name = f"{size:,} cases, {'no guard' if guard == 'none' else 'the real guard'}"
            yield f"{name:<40}{row['seconds']:>9.2f}{row['cpu'] / size * 1e6:>9.0f}{row['mb']:>9.0f}"
    yield "(no guard: at most 60 µs a case; the real guard: 0.5 s and 3 s; at most 150 MB more)"


def measure(size: int, *, guard: bool) -> dict[str, float]:
    """Load, run, gate, count and write so many cases; seconds and megabytes beyond the start."""
    with TemporaryDirectory() as folder:
        path = suite_file(Path(folder), size)
        check("あ", stage=Stage.DECLINED)
        before = _megabytes("VmRSS")
        begun, worked = perf_counter(), process_time()
        if guard:
            _whole(path)
        else:
            with patch("evals.judge_text.check", lambda *_, **__: Verdict(Outcome.PASS)):
                _whole(path)
        return {
            "seconds": perf_counter() - begun,
            "cpu": process_time() - worked,
            "mb": _megabytes("VmHWM") - before,
        }


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


def _whole(path: Path) -> None:
    suite = load(path)
    run = Run({}, tuple(run_suite(suite, replaying(Tape()))))
    complaints(run)
    tables(run.results)
    path.with_suffix(".run").write_text(dump(run), "utf-8")


def _megabytes(name: str) -> float:
    """A figure of this process from Linux; elsewhere the highest use so far, which a parent's may hide."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(rows[name].split()[0]) / 1024


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), guard=sys.argv[2] == "real")))  # noqa: T201
