"""`evals bench`: speed, as ratios measured in one run; every part is a module of its own."""

from importlib.util import find_spec

from rich.console import Console

from evals import bench_guard, bench_runner, bench_wire
from evals.console import lines
from evals.gate import Exit


def command_bench(console: Console) -> int:
    """Measure the guard against its floor, the runner beside the guard, the wire, and the import of talk histories."""
    for part in (bench_guard, bench_runner, bench_wire):
        lines(part.rows(), console)
        lines([""], console)
    if find_spec("evals.bench_talk"):
        from evals import bench_talk

        bench_talk.talk()
    return Exit.FINE
