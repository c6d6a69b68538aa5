"""`evals record`: hand-written answers onto the tape, or a live model's, bounded by an estimate and a budget."""

import argparse
from datetime import datetime

from rich.console import Console
from rich.text import Text

from evals.batch import open_requests, requests, take
from evals.gate import Exit
from evals.live import tasks
from evals.runner import Selection
from evals.suite import Depends, load_all
from evals.tape import Tape
from evals.written import of_tape, put, read_sheet


def command_record(options: argparse.Namespace, console: Console, *, now: datetime) -> int:
    """Put a sheet of written answers on the tape; without one, key those on it anew for today's prompts."""
    suites = load_all(only=options.suite)
    tape = Tape.load()
    answers = of_tape(tape)
    fresh = read_sheet(options.written) if options.written else {}
    answers.update(fresh)
    used = set(put(tape, suites, answers, on=now.date().isoformat()))
    names = {s.name for s in suites}
    unused = sorted(s for s in answers if s.suite in names and s not in used)
    for slot in unused:
        console.print(Text(f"never asked for: {slot}"))
        if slot in fresh or options.prune:
            tape.slots.pop(slot, None)
    tape.save()
    console.print(Text(f"{len(used)} written answers on the tape, {len(unused)} never asked for"))
    return Exit.UNDECIDED if unused and not options.prune else Exit.FINE


def command_batch(options: argparse.Namespace, console: Console, *, now: datetime) -> int:
    """Write the requests that have no fresh answer, or put a file of answers on the tape."""
    suites = [s for s in load_all(only=options.suite) if s.header.depends_on is Depends.GENERATION]
    tape = Tape.load()
    wanted = tasks(suites, Selection(epochs=options.epochs))
    found = tuple(open_requests(wanted, tape, model=options.model))
    if options.direction == "out":
        options.file.write_text("".join(f"{row}\n" for row in requests(found, model=options.model)), "utf-8")
        console.print(Text(f"{len(found)} requests in {options.file}"))
        return Exit.FINE
    lines = options.file.read_text("utf-8").splitlines()
    taken = take(lines, found, tape, model=options.model, on=now.date().isoformat())
    tape.save()
    console.print(Text(f"{taken} answers on the tape; run `batch out` again for the repairs they need"))
    return Exit.FINE if taken else Exit.UNDECIDED
