"""The words of `python -m evals`: every command with its options."""

import argparse
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
LAST, PREVIOUS = RESULTS / "last.jsonl", RESULTS / "previous.jsonl"


def parser(about: str) -> argparse.ArgumentParser:
    """The whole command line; ``command`` of what it gives names the command."""
    whole = argparse.ArgumentParser(prog="python -m evals", description=about)
    commands = whole.add_subparsers(required=True, metavar="command", dest="command")
    _run(commands.add_parser("run", help="run the suites, from recorded answers unless told otherwise"))

    record = commands.add_parser(
        "record", help="put hand-written answers on the tape, keyed for today's prompts"
    )
    _suites(record)
    record.add_argument(
        "--written", type=Path, default=None, metavar="SHEET", help="JSON lines of answers by slot"
    )
    record.add_argument("--prune", action="store_true", help="drop written answers that no case asks for")

    diff = commands.add_parser("diff", help="what changed from one run to another, harmful flips first")
    diff.add_argument("before", type=Path, nargs="?", default=PREVIOUS)
    diff.add_argument("after", type=Path, nargs="?", default=LAST)
    diff.add_argument("--brief", action="store_true", help="a line each instead of both sides")

    report = commands.add_parser("report", help="a run as HTML, JUnit XML, Markdown")
    report.add_argument("run", type=Path, nargs="?", default=LAST)
    report.add_argument("--against", type=Path, default=None, help="another run instead of the baselines")
    for name in ("html", "junit", "markdown"):
        report.add_argument(f"--{name}", type=Path, default=None, metavar="OUT")

    matrix = commands.add_parser("matrix", help="runs of several models or prompt versions in one table")
    matrix.add_argument("runs", type=Path, nargs="+", metavar="RUN")

    lint = commands.add_parser(
        "lint", help="volatile prompts, orphaned answers, unheard rules, doubled cases"
    )
    lint.add_argument("run", type=Path, nargs="?", default=LAST)

    bless = commands.add_parser("bless", help="make a run the baseline: the only way a baseline changes")
    bless.add_argument("run", type=Path, nargs="?", default=LAST)
    _suites(bless)
    bless.add_argument("--reason", required=True)

    settle = commands.add_parser("settle", help="take the `known` mark from cases that hold in a run")
    settle.add_argument("run", type=Path, nargs="?", default=LAST)

    commands.add_parser("selftest", help="planted faults that must be seen")
    commands.add_parser("mutate", help="break the product in many ways: how many breaks do the suites see?")
    commands.add_parser("bench", help="speed, as ratios measured in one run")
    return whole


def _run(run: argparse.ArgumentParser) -> None:
    _suites(run)
    run.add_argument("--tag", action="append", default=[], help="only cases with this tag")
    run.add_argument("--case", action="append", default=[], help="only the case with this id")
    run.add_argument(
        "--epochs", type=_positive, default=1, help="answers a slot (in replay at least those that are kept)"
    )
    run.add_argument("--json", type=Path, default=None, metavar="OUT", help="where the run is written")
    run.add_argument(
        "--stale", choices=("fail", "warn"), default="fail", help="whether undecided ends with 3"
    )
    run.add_argument("--quiet", action="store_true", help="no figures")
    run.add_argument(
        "--workers",
        type=_positive,
        default=None,
        help="answers at once (4); in replay, processes (a core each)",
    )
    how = run.add_mutually_exclusive_group()
    how.add_argument("--replay", action="store_true", help="from recorded answers (what happens anyway)")
    how.add_argument("--live", action="store_true", help="ask the model and forget its answers")
    how.add_argument(
        "--record", action="store_true", help="ask for what is not fresh and keep it on the tape"
    )
    how.add_argument(
        "--batch", nargs=2, default=None, metavar=("out|in", "FILE"),
        help="write what is not fresh as an OpenAI Batch file, or put the file of its answers on the tape",
    )  # fmt: skip
    asking = run.add_argument_group("asking a model (--live, --record, --batch)")
    asking.add_argument(
        "--model", action="append", default=[], help="instead of YOHAKU_MODEL; --live takes several"
    )
    asking.add_argument(
        "--prompts", action="append", default=[], type=Path, metavar="FOLDER",
        help="another version of the prompts beside ours (may be given again; --live only)",
    )  # fmt: skip
    asking.add_argument(
        "--only", choices=("stale", "missing", "aged", "error"), default=None, help="only such answers"
    )
    asking.add_argument(
        "--again", action="store_true", help="ask anew for fresh ones too; marked as rerolled"
    )
    asking.add_argument("--max-calls", type=_positive, default=None, help="requests at most")
    asking.add_argument(
        "--max-cost",
        type=float,
        default=None,
        help="money at most, in the prices' currency; needs the prices",
    )
    asking.add_argument("--price-in", type=float, default=0.0, help="a million tokens sent")
    asking.add_argument("--price-out", type=float, default=0.0, help="a million tokens answered")
    asking.add_argument("--estimate", action="store_true", help="say what it would take and ask nothing")


def _suites(command: argparse.ArgumentParser) -> None:
    command.add_argument("--suite", action="append", default=[], help="only this suite (may be given again)")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
