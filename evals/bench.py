"""`evals bench`: speed, as ratios measured in one run; every part is a module of its own."""

from importlib.util import find_spec

from rich.console import Console

from evals import bench_guard, bench_runner
from evals.console import lines
from evals.gate import Exit


def command_bench(console: Console) -> int:
    """Measure the guard against its floor, the runner beside the guard, and the import of talk histories."""
    lines(bench_guard.rows(), console)
    lines([""], console)
    lines(bench_runner.rows(), console)
    if find_spec("evals.bench_talk"):
        from evals import bench_talk

        lines([""], console)
        bench_talk.talk()
    return Exit.FINE
