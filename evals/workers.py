"""Spreads cases over the machine's cores: every process runs slices of the suites, and results come back in order."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

from evals.case import Case
from evals.result import Result
from evals.runner import MakePort, Selection, chosen, run_case
from evals.suite import Suite

FEWEST = 100
"""So many cases run here first: what judges load and compile is then there once, before other processes are made."""
SLICE = 20
_SELDOM = 100_000  # objects made between two looks of the collector

Piece = tuple[int, int]
"""The number of a suite and of the first case of a slice of it."""


@dataclass(frozen=True, slots=True)
class Work:
    """The suites, those of their cases that run (each with its epoch), and who answers in them."""

    suites: Sequence[Suite]
    rows: Sequence[Sequence[tuple[Case, int]]]
    port_of: MakePort

    def pieces(self) -> list[Piece]:
        """All slices, in order."""
        return [
            (number, start) for number, rows in enumerate(self.rows) for start in range(0, len(rows), SLICE)
        ]

    def run(self, piece: Piece) -> list[Result]:
        """The results of a slice."""
        number, start = piece
        suite, rows = self.suites[number], self.rows[number][start : start + SLICE]
        return [run_case(suite, case, self.port_of(suite, case, epoch), epoch) for case, epoch in rows]


def run_suites(
    suites: Sequence[Suite], port_of: MakePort, selection: Selection, *, workers: int | None = None
) -> Generator[Result]:
    """Run all suites' cases; results come in the order of the suites and their cases, whoever ran them.

    ``workers`` is how many processes, this one among them; by default one a core.
    """
    work = Work(suites, [chosen(suite, selection) for suite in suites], port_of)
    pieces = work.pieces()
    first = -(-FEWEST // SLICE)
    with _seldom_collected():
        for piece in pieces[:first]:
            yield from work.run(piece)
        yield from _shared(work, pieces[first:], workers or cores())


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Cases and results live on and hold no cycles: looking for some among them took 15 µs of each case."""
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def cores() -> int:
    """The cores this process may use; 1 where a process cannot be forked safely."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _shared(work: Work, pieces: Sequence[Piece], workers: int) -> Iterator[Result]:
    """Every process takes each n-th slice, so that nothing is planned and the order is known."""
    with ExitStack() as stack:
        lines = [_forked(work, pieces[i::workers], stack) for i in range(1, workers) if pieces[i::workers]]
        for number, piece in enumerate(pieces):
            who = number % workers
            yield from lines[who - 1].recv() if who else work.run(piece)


def _forked(work: Work, pieces: Sequence[Piece], stack: ExitStack) -> Connection:
    """A process that has everything this one has and hands its results on, slice by slice."""
    gc.freeze()  # else the collector would write into, and so copy, all that is shared
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_serve, args=(work, pieces, theirs), name="evals", daemon=True)
    process.start()
    theirs.close()
    stack.callback(process.join)
    stack.callback(process.terminate)
    stack.enter_context(ours)
    return ours


def _serve(work: Work, pieces: Sequence[Piece], line: Connection) -> None:
    for piece in pieces:
        line.send(work.run(piece))
