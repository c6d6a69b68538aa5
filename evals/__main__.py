"""The `python -m evals` command."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from evals.gate import Exit
from evals.suite import CaseError

RESULTS = Path(__file__).parent / "results"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code (0 fine, 1 regression, 2 bad call, 3 not decidable)."""
    options = _parser().parse_args(arguments)
    console = Console(highlight=False)
    try:
        return int(options.command(options, console))
    except CaseError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return Exit.BAD_CALL


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    run = commands.add_parser("run", help="run the suites, from recorded answers unless told otherwise")
    run.add_argument("--suite", action="append", default=[], help="only this suite (may be given again)")
    run.add_argument("--tag", action="append", default=[], help="only cases with this tag")
    run.add_argument("--case", action="append", default=[], help="only the case with this id")
    run.add_argument("--epochs", type=int, default=1, help="answers a slot")
    run.add_argument("--json", type=Path, default=None, metavar="OUT", help="where the run is written")
    run.add_argument(
        "--stale", choices=("fail", "warn"), default="fail", help="whether what is undecided ends with 3"
    )
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
    return parser


def _run(options: argparse.Namespace, console: Console) -> int:
    from evals.command_run import command_run

    return command_run(options, console, results=RESULTS, now=datetime.now(UTC))


def _record(options: argparse.Namespace, console: Console) -> int:
    from evals.command_record import command_record

    return command_record(options, console, now=datetime.now(UTC))


if __name__ == "__main__":
    sys.exit(main())
