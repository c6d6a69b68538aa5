"""`evals record`: hand-written answers onto the tape, keyed for today's prompts."""

import argparse
from datetime import datetime

from rich.console import Console
from rich.text import Text

from evals.gate import Exit
from evals.suite import load_all
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
