"""The model's port in a case, and the one that plays recorded answers and never asks anybody."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from coach.model import Ending, ModelError, ModelTrouble, Pieces, Prompt, Usage
from evals.log import Log
from evals.recording import UNPAID, Recording, Slot, Standing, State, standing
from evals.result import Call
from evals.segments import Segment, segments
from evals.tape import Tape

QUESTION = frozenset({"user's words", "their words", "wish"})
"""The segments that are the question itself: an old answer may stand for another prompt, never for another one."""
_UNSAID = Ending()
_BEAT = 250  # milliseconds of silence after which the wire hands control back, as coach/wire/stream.py does


class UnpaidError(Exception):
    """A request that may not be made: the budget is spent. The case is then undecided."""


class Port(Protocol):
    """A model that knows which case it answers and remembers, in its log, what it was asked."""

    log: Log

    @property
    def name(self) -> str:
        """The model's name."""

    def stream(self, prompt: Prompt) -> Pieces:
        """Start answering."""


@dataclass(slots=True)
class Replay:
    """Plays what is on the tape and never asks anyone.

    An answer that is missing, or stale where ``stale_too`` is not set, ends as a failure of the model and is
    noted in the log: the case then cannot be decided, whatever was shown. An answer to another question is
    stale in any case.
    """

    tape: Tape
    log: Log
    stale_too: bool = False
    model: str = ""
    today: date | None = None

    @property
    def name(self) -> str:
        """What the page would say wrote the drafts."""
        return self.model or "recorded"

    def stream(self, prompt: Prompt) -> Pieces:
        """See ``Port``."""
        slot = self.log.note(prompt)
        now = segments(prompt)
        recording = self.tape.slots.get(slot)
        stands = standing(recording, now, model=self.model, today=self.today)
        same = self.stale_too and stands.state is State.STALE and not QUESTION & set(stands.changed)
        playable = stands.state in (State.FRESH, State.AGED) or same
        help_ = "" if playable else explained(slot, stands, now, self.tape)
        self.log.calls.append(call_of(slot, stands, recording, help_))
        if recording is None or not playable:
            return Played(self.log, (), error=ModelTrouble.UNREACHABLE)
        return played(self.log, recording)


def call_of(slot: Slot, stands: Standing, recording: Recording | None, help_: str = "") -> Call:
    """The row that a request leaves in a result."""
    call = Call(slot.turn, slot.attempt, stands.state.value, changed=stands.changed, help=help_)
    if recording is None:
        return call
    return replace(
        call,
        model=recording.answered or recording.asked,
        prompt_tokens=recording.usage.prompt,
        completion_tokens=recording.usage.completion,
        ms=recording.pieces[-1][0] if recording.pieces else 0,
        recorded_on=recording.on,
        rerolled=recording.rerolled,
    )


def explained(slot: Slot, stands: Standing, now: tuple[Segment, ...], tape: Tape) -> str:
    """Why there is no answer to play: the slot, what changed, and the nearest recording with the difference."""
    nearest = tape.slots.get(slot) or tape.nearest(slot)
    if nearest is None:
        return f"{slot}: nothing recorded for this suite"
    lines = [f"{slot}: {stands.state.value}" + (f" ({', '.join(stands.changed)})" if stands.changed else "")]
    if nearest.slot != slot:
        lines.append(f"nearest: {nearest.slot}")
    before = dict(nearest.segments)
    for segment in now:
        if before.get(segment.name) == segment.digest:
            continue
        old = tape.texts.get(before.get(segment.name, ""), "")
        lines += difflib.unified_diff(
            old.splitlines(),
            segment.text.splitlines(),
            f"recorded {segment.name}",
            f"now {segment.name}",
            "",
            "",
            1,
            "",
        )
    return "\n".join(lines[:60])


def played(log: Log, recording: Recording) -> "Played":
    """A recording as the answer it was."""
    ending = Ending(recording.answered, recording.finish)
    return Played(log, recording.pieces, error=recording.error, usage=recording.usage, ending=ending)


@dataclass(slots=True)
class Played:
    """Recorded pieces as they came, with an empty one where the wire was silent for long."""

    log: Log
    pieces: tuple[tuple[int, str], ...]
    error: ModelTrouble | None = None
    usage: Usage = UNPAID
    ending: Ending = _UNSAID
    _flow: Iterator[str] | None = None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._flow is None:
            self._flow = self._play()
        return next(self._flow)

    def close(self) -> None:
        """Nothing is open."""
        self._flow = iter(())

    def _play(self) -> Iterator[str]:
        start = last = self.log.elapsed
        for ms, text in self.pieces:
            if start + ms - last >= _BEAT:
                yield ""
            last = self.log.elapsed = start + ms
            yield text
        if self.error is not None:
            raise ModelError(self.error)
