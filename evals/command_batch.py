"""`evals run --batch`: what is not fresh goes out as an OpenAI Batch file, and its answers come back onto the tape."""

import argparse
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.text import Text

from coach.settings import Settings
from evals.batch import open_requests, requests, take
from evals.gate import Exit
from evals.live import generation, tasks
from evals.runner import Selection
from evals.tape import RECORDINGS, Tape


def command_batch(
    options: argparse.Namespace, console: Console, *, now: datetime, recordings: Path = RECORDINGS
) -> int:
    """Write the requests that have no fresh answer (``out``), or take a file of answers (``in``)."""
    direction, file = options.batch
    models = options.model or [Settings().model]
    if direction not in ("out", "in") or len(models) != 1 or not models[0] or options.prompts:
        console.print(
            Text("--batch out FILE or --batch in FILE, with one --model (or YOHAKU_MODEL), our prompts")
        )
        return Exit.BAD_CALL
    model = models[0]
    tape = Tape.load(recordings)
    selection = Selection(tuple(options.tag), tuple(options.case), options.epochs)
    found = tuple(open_requests(tasks(generation(options.suite), selection), tape, model=model))
    if direction == "out":
        rows = tuple(requests(found, model=model))
        with Path(file).open("w", encoding="utf-8") as out:
            out.writelines(f"{row}\n" for row in rows)
        console.print(Text(f"{len(rows)} requests in {file}"))
        return Exit.FINE
    try:
        with Path(file).open(encoding="utf-8") as answers:
            taken = take(answers, found, tape, model=model, on=now.date().isoformat())
    except OSError as error:
        console.print(Text(str(error)))
        return Exit.BAD_CALL
    tape.save(recordings)
    left = sum(1 for _ in open_requests(tasks(generation(options.suite), selection), tape, model=model))
    console.print(
        Text(f"{taken} answers on the tape; {left} requests are open (repairs too): --batch out again")
    )
    return Exit.UNDECIDED if left else Exit.FINE
