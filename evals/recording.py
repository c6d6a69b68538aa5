"""Recorded answers: one readable line each, found by slot, judged fresh or stale by what was sent for them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from coach.model import ModelTrouble, Usage
from evals.segments import Segment, changed, request_key

WRITTEN = "written"
"""The model's name of answers that a person wrote: played like any other, never counted as a model's quality."""

UNPAID = Usage(0, 0, estimated=True)

AGED_AFTER = 180
"""Days after which a model's answer says little about the model."""


class State(StrEnum):
    """How a recording stands to what would be sent today."""

    FRESH = "fresh"
    STALE = "stale"
    MISSING = "missing"
    ORPHAN = "orphan"
    AGED = "aged"
    ERROR = "error"


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """Which answer it is. ``attempt`` is ``answer`` or ``repair``; a slot outlives every edit of a prompt."""

    suite: str
    case: str
    turn: int
    attempt: str
    epoch: int = 0

    def __str__(self) -> str:
        epoch = f" epoch {self.epoch}" if self.epoch else ""
        return f"{self.suite}/{self.case} turn {self.turn} {self.attempt}{epoch}"


@dataclass(frozen=True, slots=True)
class Recording:
    """The whole result of one request. ``pieces`` are (milliseconds since the request, text) as they came.

    ``segments`` are the (name, digest) of what was sent. ``finish`` is ``stop``, ``left`` (we had what we needed)
    or ``error``; ``error`` is then the kind of trouble.
    """

    slot: Slot
    key: str
    segments: tuple[tuple[str, str], ...]
    asked: str
    answered: str
    pieces: tuple[tuple[int, str], ...]
    finish: str = "stop"
    usage: Usage = UNPAID
    error: ModelTrouble | None = None
    on: str = ""
    commit: str = ""
    rerolled: int = 0
    parameters: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The answer."""
        return "".join(text for _, text in self.pieces)

    @property
    def written(self) -> bool:
        """Whether a person wrote it."""
        return self.asked == WRITTEN


@dataclass(frozen=True, slots=True)
class Standing:
    """A recording's state and, when stale, the names of the segments that changed."""

    state: State
    changed: tuple[str, ...] = ()


def standing(
    recording: Recording | None, sent: Iterable[Segment], *, model: str = "", today: date | None = None
) -> Standing:
    """How a recording stands to what would be sent now.

    ``model`` is the model asked for now, if it matters; ``today`` lets answers of a model age.
    """
    if recording is None:
        return Standing(State.MISSING)
    now = tuple(sent)
    asked = model or recording.asked
    if recording.key != request_key(now, model=asked):
        names = changed(recording.segments, ((s.name, s.digest) for s in now))
        return Standing(State.STALE, names if asked == recording.asked else ("model", *names))
    if recording.error is not None and not recording.written:
        return Standing(State.ERROR)
    if today is not None and not recording.written and age(recording, today) > AGED_AFTER:
        return Standing(State.AGED)
    return Standing(State.FRESH)


def age(recording: Recording, today: date) -> int:
    """Days since it was recorded; 0 where that is not known."""
    return (today - date.fromisoformat(recording.on[:10])).days if recording.on else 0


def dump(recording: Recording) -> str:
    """One readable line."""
    slot = asdict(recording.slot)
    row = {
        "slot": {k: v for k, v in slot.items() if k != "suite"},
        "key": recording.key,
        "asked": recording.asked,
        "answered": recording.answered,
        "parameters": dict(recording.parameters),
        "finish": recording.finish,
        "error": recording.error.value if recording.error else None,
        "usage": asdict(recording.usage),
        "on": recording.on,
        "commit": recording.commit,
        "rerolled": recording.rerolled,
        "segments": dict(recording.segments),
        "pieces": recording.pieces,
    }
    return json.dumps(row, ensure_ascii=False)


def parse(line: str, *, suite: str) -> Recording:
    """A line back; raises KeyError, TypeError or ValueError."""
    row = json.loads(line)
    return Recording(
        slot=Slot(suite=suite, **row["slot"]),
        key=row["key"],
        segments=tuple(row["segments"].items()),
        asked=row["asked"],
        answered=row["answered"],
        pieces=tuple((int(ms), str(text)) for ms, text in row["pieces"]),
        finish=row["finish"],
        usage=Usage(**row["usage"]),
        error=ModelTrouble(row["error"]) if row["error"] else None,
        on=row["on"],
        commit=row["commit"],
        rerolled=row["rerolled"],
        parameters=row["parameters"],
    )
