"""The model's port that asks a live model for what is not on the tape, and writes down what it says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from coach.model import Ending, Model, ModelError, ModelTrouble, Pieces, Prompt, Usage
from evals.log import Log
from evals.port import call_of, played
from evals.recording import Recording, Slot, Standing, State, standing
from evals.segments import Segment, request_key, segments
from evals.tape import Tape


class Payer(Protocol):
    """Whoever pays: asked before each live request, told after it."""

    def allow(self, prompt: Prompt) -> None:
        """Raise ``UnpaidError`` when the request may not be made."""

    def paid(self, prompt: Prompt, usage: Usage) -> None:
        """The request has ended and cost this much."""


@dataclass(slots=True)
class Recorder:
    """Takes a fresh answer from the tape, and asks the model only for what is not there.

    ``ask`` is the live model; ``budget`` is told of each request before it is paid for, and of what it cost;
    ``keep`` gets each finished recording at once, so that a broken run is taken up where it ended.
    """

    tape: Tape
    log: Log
    ask: Model
    budget: Payer
    keep: Callable[[Recording, tuple[Segment, ...]], None]
    clock: Callable[[], float]
    on: str
    commit: str = ""
    again: bool = False

    @property
    def name(self) -> str:
        """The live model's name."""
        return self.ask.name

    def stream(self, prompt: Prompt) -> Pieces:
        """See ``Port``."""
        slot = self.log.note(prompt)
        now = segments(prompt)
        recording = self.tape.slots.get(slot)
        stands = standing(recording, now, model=self.name)
        if recording is not None and stands.state is State.FRESH and not self.again:
            self.log.calls.append(call_of(slot, stands, recording))
            return played(self.log, recording)
        self.budget.allow(prompt)
        rerolled = recording.rerolled + 1 if recording is not None and stands.state is State.FRESH else 0
        return _Listening(self, slot, prompt, now, self.ask.stream(prompt), self.clock(), rerolled)

    def heard(self, recording: Recording, sent: tuple[Segment, ...]) -> None:
        """One answer has ended."""
        failed = recording.error is not None
        stands = Standing(State.ERROR if failed else State.FRESH)
        help_ = f"{recording.slot}: the model failed ({recording.error})" if failed else ""
        self.log.calls.append(call_of(recording.slot, stands, recording, help_))
        self.keep(recording, sent)


@dataclass(slots=True)
class _Listening:
    """A live answer on its way, written down as it comes; kept once, when it ends in whatever way."""

    recorder: Recorder
    slot: Slot
    prompt: Prompt
    sent: tuple[Segment, ...]
    live: Pieces
    since: float
    rerolled: int
    _heard: list[tuple[int, str]] = field(default_factory=list)
    _over: bool = False

    @property
    def usage(self) -> Usage:
        """Tokens so far."""
        return self.live.usage

    @property
    def ending(self) -> Ending:
        """As the endpoint says it."""
        return self.live.ending

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            piece = next(self.live)
        except StopIteration:
            self._end(self.live.ending.finish or "stop")
            raise
        except ModelError as error:
            self._end("error", error.kind)
            raise
        ms = round((self.recorder.clock() - self.since) * 1000)
        self.recorder.log.elapsed = ms
        if piece:
            self._heard.append((ms, piece))
        return piece

    def close(self) -> None:
        """We have what we need."""
        self.live.close()
        self._end("left")

    def _end(self, finish: str, error: ModelTrouble | None = None) -> None:
        if self._over:
            return
        self._over = True
        name = self.recorder.name
        recording = Recording(
            slot=self.slot,
            key=request_key(self.sent, model=name),
            segments=tuple((s.name, s.digest) for s in self.sent),
            asked=name,
            answered=self.live.ending.model or name,
            pieces=tuple(self._heard),
            finish=finish,
            usage=self.live.usage,
            error=error,
            on=self.recorder.on,
            commit=self.recorder.commit,
            rerolled=self.rerolled,
            parameters={"stream": True, "schema": self.prompt.name},
        )
        self.recorder.budget.paid(self.prompt, self.live.usage)
        self.recorder.heard(recording, self.sent)
