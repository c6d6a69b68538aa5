"""Live answers: cases asked of a model, several at once, each answer kept on the tape as soon as it has ended."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from coach.model import Model, Usage
from evals.budget import Budget, Estimate, Prices, guess
from evals.case import ConversationCase
from evals.judge_conversation import judge_conversation
from evals.log import Log
from evals.port import Replay
from evals.recorder import Recorder
from evals.recording import Recording, State, dump
from evals.result import Result
from evals.runner import Selection, chosen, run_case
from evals.segments import Segment
from evals.suite import Depends, Suite, load_all
from evals.tape import Tape


@dataclass(frozen=True, slots=True)
class Task:
    """One case in one epoch."""

    suite: Suite
    case: ConversationCase
    epoch: int

    def log(self) -> Log:
        """Where its requests are noted."""
        return Log(self.suite.name, self.case.id, self.epoch)


@dataclass(slots=True)
class Keeper:
    """Puts finished recordings on the tape, and each at once on disk where there is a folder."""

    tape: Tape
    folder: Path | None
    _lock: Lock

    def keep(self, recording: Recording, sent: tuple[Segment, ...]) -> None:
        """Append one line, so that a run that breaks off is taken up where it ended."""
        with self._lock:
            self.tape.add(recording, sent)
            if self.folder is not None:
                self.folder.mkdir(parents=True, exist_ok=True)
                with (self.folder / f"{recording.slot.suite}.jsonl").open("a", encoding="utf-8") as file:
                    file.write(dump(recording) + "\n")


def generation(names: Iterable[str]) -> tuple[Suite, ...]:
    """The suites that measure a model, of these names or all: written answers elsewhere stay written."""
    return tuple(s for s in load_all(only=names) if s.header.depends_on is Depends.GENERATION)


def tasks(suites: Iterable[Suite], selection: Selection) -> tuple[Task, ...]:
    """The cases that ask a model, in every epoch."""
    return tuple(
        Task(suite, case, epoch)
        for suite in suites
        for case, epoch in chosen(suite, selection)
        if isinstance(case, ConversationCase) and case.model
    )


def estimate(
    wanted: Iterable[Task], tape: Tape, *, model: str, prices: Prices, again: bool = False
) -> Estimate:
    """What is not fresh on the tape, asked once at least and mended once at most."""
    calls = prompt = completion = 0
    for task in wanted:
        port = Replay(tape, task.log(), model=model)
        judge_conversation(task.case, port)
        for sent, call in zip(port.log.sent, port.log.calls, strict=True):
            if call.state != State.FRESH or again:
                usage = guess(sent)
                calls, prompt, completion = calls + 1, prompt + usage.prompt, completion + usage.completion
    most = Usage(2 * prompt, 2 * completion, estimated=True)
    return Estimate(calls, 2 * calls, most, prices.of(most))


def ask(
    wanted: Iterable[Task],
    model: Model,
    keeper: Keeper,
    budget: Budget,
    *,
    workers: int,
    clock: Callable[[], float],
    on: str,
    commit: str,
    again: bool = False,
) -> Iterator[Result]:
    """Run the tasks with the live model, so many at once; results come in the tasks' order."""

    def run(task: Task) -> Result:
        port = Recorder(
            tape=keeper.tape,
            log=task.log(),
            ask=model,
            budget=budget,
            keep=keeper.keep,
            clock=clock,
            on=on,
            commit=commit,
            again=again,
        )
        return run_case(task.suite, task.case, port, task.epoch)

    with ThreadPoolExecutor(max_workers=workers, thread_name_prefix="evals") as pool:
        yield from pool.map(run, wanted)


def to_do(wanted: Iterable[Task], tape: Tape, *, model: str, only: frozenset[State]) -> tuple[Task, ...]:
    """The tasks one of whose answers stands so to today's prompt."""
    found = []
    for task in wanted:
        port = Replay(tape, task.log(), model=model)
        judge_conversation(task.case, port)
        if any(call.state in only for call in port.log.calls):
            found.append(task)
    return tuple(found)
