"""The `python -m evals` command."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from time import monotonic

from rich.console import Console

from evals.arguments import RESULTS, parser
from evals.gate import Exit
from evals.problem import ProblemError

_WIDTH = 140  # columns where there is no terminal to ask: a table that is cut off tells nothing


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code (0 fine, 1 regression, 2 bad call, 3 not decidable)."""
    options = parser(__doc__ or "").parse_args(arguments)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)
    try:
        return int(_command(options, console))
    except ProblemError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return Exit.BAD_CALL


def _command(options: argparse.Namespace, console: Console) -> int:
    """Each command is loaded when it is called: a replay needs no client of a model, a report no judge."""
    match options.command:
        case "run" if options.batch:
            from evals.command_batch import command_batch

            return command_batch(options, console, now=datetime.now(UTC))
        case "run" if options.live or options.record:
            from evals.command_live import command_live

            return command_live(options, console, results=RESULTS, now=datetime.now(UTC), clock=monotonic)
        case "run":
            from evals.command_run import command_run

            return command_run(options, console, results=RESULTS, now=datetime.now(UTC))
        case "record":
            from evals.command_record import command_record

            return command_record(options, console, now=datetime.now(UTC))
        case "selftest":
            from evals.selftest import command_selftest

            return command_selftest(console)
        case "mutate":
            from evals.command_mutate import command_mutate

            return command_mutate(console)
        case "bench":
            from evals.bench import command_bench

            return command_bench(console)
    from evals.commands import COMMANDS

    return COMMANDS[options.command](options, console)


if __name__ == "__main__":
    sys.exit(main())
