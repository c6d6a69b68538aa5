"""Answers that a person wrote: put on the tape in their slots, and keyed anew when the prompts have changed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coach.model import ModelTrouble, Pieces, Prompt
from evals.case import ConversationCase
from evals.judge_conversation import judge_conversation
from evals.log import Log
from evals.port import Played, call_of, explained, played
from evals.problem import ProblemError
from evals.recording import WRITTEN, Recording, Slot, Standing, State
from evals.segments import request_key, segments
from evals.suite import Suite
from evals.tape import Tape


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person wrote for a slot: pieces with their milliseconds, or a failure of the model."""

    pieces: tuple[tuple[int, str], ...]
    error: ModelTrouble | None = None


class SheetError(ProblemError):
    """A sheet of answers that cannot be used: file, line, problem."""


def read_sheet(path: Path) -> dict[Slot, Answer]:
    """A sheet: JSON lines of suite, case, turn, attempt and ``text`` (in three pieces), ``pieces`` or ``error``.

    Raises:
        SheetError: with file and line.
    """
    found: dict[Slot, Answer] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            slot = Slot(
                row["suite"],
                row["case"],
                int(row.get("turn", 0)),
                row.get("attempt", "answer"),
                row.get("epoch", 0),
            )
            error = ModelTrouble(row["error"]) if row.get("error") else None
            pieces = tuple((int(ms), str(t)) for ms, t in row.get("pieces", ())) or _cut(row.get("text", ""))
            found[slot] = Answer(pieces, error)
        except (KeyError, TypeError, ValueError) as problem:
            raise SheetError(f"{path.name}:{number}: {problem!r}") from None
    return found


def of_tape(tape: Tape) -> dict[Slot, Answer]:
    """The answers a person wrote that are on the tape already."""
    return {s: Answer(r.pieces, r.error) for s, r in tape.slots.items() if r.written}


def put(tape: Tape, suites: Iterable[Suite], answers: Mapping[Slot, Answer], *, on: str) -> tuple[Slot, ...]:
    """Walk every case that has answers and put each on the tape with what was sent for it; gives the slots used."""
    used: list[Slot] = []
    for suite in suites:
        for case in suite.cases:
            if not isinstance(case, ConversationCase) or not case.model:
                continue
            epochs = {s.epoch for s in answers if (s.suite, s.case) == (suite.name, case.id)}
            for epoch in sorted(epochs):
                scribe = Scribe(tape, Log(suite.name, case.id, epoch), answers, on)
                judge_conversation(case, scribe)
                used += scribe.used
    return tuple(used)


@dataclass(slots=True)
class Scribe:
    """A model's port that answers from what a person wrote and puts it on the tape."""

    tape: Tape
    log: Log
    answers: Mapping[Slot, Answer]
    on: str
    used: list[Slot] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Who answers."""
        return WRITTEN

    def stream(self, prompt: Prompt) -> Pieces:
        """See ``evals.port.Port``."""
        slot = self.log.note(prompt)
        now = segments(prompt)
        answer = self.answers.get(slot)
        if answer is None:
            missing = Standing(State.MISSING)
            self.log.calls.append(call_of(slot, missing, None, explained(slot, missing, now, self.tape)))
            return Played(self.log, (), error=ModelTrouble.UNREACHABLE)
        recording = Recording(
            slot=slot,
            key=request_key(now, model=WRITTEN),
            segments=tuple((s.name, s.digest) for s in now),
            asked=WRITTEN,
            answered=WRITTEN,
            pieces=answer.pieces,
            finish="error" if answer.error else "stop",
            error=answer.error,
            on=self.on,
        )
        self.used.append(slot)
        self.log.calls.append(call_of(slot, Standing(State.FRESH), recording))
        self.tape.add(recording, now)
        return played(self.log, recording)


def _cut(text: str) -> tuple[tuple[int, str], ...]:
    third = max(1, -(-len(text) // 3))
    return tuple((400 + 300 * i, text[at : at + third]) for i, at in enumerate(range(0, len(text), third)))
