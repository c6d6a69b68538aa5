"""The `python -m evals` command."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from rich.console import Console

from evals.batch import BatchError
from evals.gate import Exit
from evals.result import RunError
from evals.suite import CaseError
from evals.tape import TapeError
from evals.written import SheetError

RESULTS = Path(__file__).parent / "results"
LAST, PREVIOUS = RESULTS / "last.jsonl", RESULTS / "previous.jsonl"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code (0 fine, 1 regression, 2 bad call, 3 not decidable)."""
    options = _parser().parse_args(arguments)
    console = Console(highlight=False)
    try:
        return int(options.command(options, console))
    except (CaseError, TapeError, RunError, SheetError, BatchError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return Exit.BAD_CALL


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    run = commands.add_parser("run", help="run the suites, from recorded answers unless told otherwise")
    run.add_argument("--suite", action="append", default=[], help="only this suite (may be given again)")
    run.add_argument("--tag", action="append", default=[], help="only cases with this tag")
    run.add_argument("--case", action="append", default=[], help="only the case with this id")
    run.add_argument("--epochs", type=_positive, default=1, help="answers a slot")
    run.add_argument("--json", type=Path, default=None, metavar="OUT", help="where the run is written")
    run.add_argument(
        "--stale", choices=("fail", "warn"), default="fail", help="whether undecided ends with 3"
    )
    how = run.add_mutually_exclusive_group()
    how.add_argument("--replay", action="store_true", help="from recorded answers (what happens anyway)")
    how.add_argument("--live", action="store_true", help="ask the model and forget its answers")
    how.add_argument(
        "--record", action="store_true", help="ask for what is not fresh and keep it on the tape"
    )
    run.add_argument(
        "--model", action="append", default=[], help="instead of YOHAKU_MODEL; --live takes several"
    )
    run.add_argument(
        "--only", choices=("stale", "missing", "aged", "error"), default=None, help="only such answers"
    )
    run.add_argument("--again", action="store_true", help="ask anew for fresh ones too; marked as rerolled")
    run.add_argument(
        "--workers",
        type=_positive,
        default=None,
        help="answers at once (4); in replay, processes (a core each)",
    )
    run.add_argument("--max-calls", type=_positive, default=None, help="requests at most")
    run.add_argument("--max-cost", type=float, default=None, help="money at most, in the prices' currency")
    run.add_argument("--price-in", type=float, default=0.0, help="a million tokens sent")
    run.add_argument("--price-out", type=float, default=0.0, help="a million tokens answered")
    run.add_argument("--estimate", action="store_true", help="say what it would take and ask nothing")
    run.add_argument("--quiet", action="store_true", help="no figures")
    run.set_defaults(command=_run)

    record = commands.add_parser(
        "record", help="put hand-written answers on the tape, keyed for today's prompts"
    )
    record.add_argument("--suite", action="append", default=[], help="only this suite (may be given again)")
    record.add_argument(
        "--written", type=Path, default=None, metavar="SHEET", help="JSON lines of answers by slot"
    )
    record.add_argument("--prune", action="store_true", help="drop written answers that no case asks for")
    record.set_defaults(command=_record)

    batch = commands.add_parser(
        "batch", help="what is not fresh as an OpenAI Batch file, and its answers back"
    )
    batch.add_argument("direction", choices=("out", "in"))
    batch.add_argument("file", type=Path)
    batch.add_argument("--model", required=True)
    batch.add_argument("--suite", action="append", default=[], help="only this suite (may be given again)")
    batch.add_argument("--epochs", type=_positive, default=1, help="answers a slot")
    batch.set_defaults(command=_batch)

    diff = commands.add_parser("diff", help="what changed from one run to another, harmful flips first")
    diff.add_argument("before", type=Path, nargs="?", default=PREVIOUS)
    diff.add_argument("after", type=Path, nargs="?", default=LAST)
    diff.set_defaults(command=_small("command_diff"))

    report = commands.add_parser("report", help="a run as HTML, JUnit XML, Markdown")
    report.add_argument("run", type=Path, nargs="?", default=LAST)
    report.add_argument("--against", type=Path, default=None, help="another run instead of the baselines")
    for name in ("html", "junit", "markdown"):
        report.add_argument(f"--{name}", type=Path, default=None, metavar="OUT")
    report.set_defaults(command=_small("command_report"))

    lint = commands.add_parser(
        "lint", help="volatile prompts, orphaned answers, unheard rules, doubled cases"
    )
    lint.add_argument("run", type=Path, nargs="?", default=LAST)
    lint.set_defaults(command=_small("command_lint"))

    bless = commands.add_parser("bless", help="make a run the baseline: the only way a baseline changes")
    bless.add_argument("run", type=Path, nargs="?", default=LAST)
    bless.add_argument("--suite", action="append", default=[], help="only this suite (may be given again)")
    bless.add_argument("--reason", required=True)
    bless.set_defaults(command=_small("command_bless"))

    selftest = commands.add_parser("selftest", help="planted faults that must be seen")
    selftest.set_defaults(command=_selftest)

    mutate = commands.add_parser(
        "mutate", help="break the product in many ways: how many breaks do the suites see?"
    )
    mutate.set_defaults(command=_mutate)

    bench = commands.add_parser("bench", help="speed, as ratios measured in one run")
    bench.set_defaults(command=_bench)
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _run(options: argparse.Namespace, console: Console) -> int:
    if options.live or options.record:
        from evals.command_live import command_live

        return command_live(options, console, results=RESULTS, now=datetime.now(UTC), clock=monotonic)
    from evals.command_run import command_run

    return command_run(options, console, results=RESULTS, now=datetime.now(UTC))


def _record(options: argparse.Namespace, console: Console) -> int:
    from evals.command_record import command_record

    return command_record(options, console, now=datetime.now(UTC))


def _batch(options: argparse.Namespace, console: Console) -> int:
    from evals.command_record import command_batch

    return command_batch(options, console, now=datetime.now(UTC))


def _small(name: str) -> Callable[[argparse.Namespace, Console], int]:
    def command(options: argparse.Namespace, console: Console) -> int:
        from evals import commands

        return int(getattr(commands, name)(options, console))

    return command


def _selftest(options: argparse.Namespace, console: Console) -> int:
    from evals.selftest import command_selftest

    return command_selftest(console)


def _mutate(options: argparse.Namespace, console: Console) -> int:
    from evals.command_mutate import command_mutate

    return command_mutate(console)


def _bench(options: argparse.Namespace, console: Console) -> int:
    from evals.bench import command_bench

    return command_bench(console)


if __name__ == "__main__":
    sys.exit(main())
