"""`evals bench`: speed, as ratios measured in one run; every part is a module of its own."""

from rich.console import Console

from evals import bench_guard, bench_runner, bench_talk, bench_wire
from evals.console import lines
from evals.gate import Exit


def command_bench(console: Console) -> int:
    """Measure the guard against its floor, the runner beside the guard, the wire, and the import of talk histories."""
    for part in (bench_guard, bench_runner, bench_wire, bench_talk):
        lines(part.rows(), console)
        lines([""], console)
    return Exit.FINE
