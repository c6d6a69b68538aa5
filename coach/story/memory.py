"""What the coach keeps of one story: the case, its turns and its events, as plain data."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import uuid4

from coach.parts import Part
from coach.situation import Event


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the user thinks of an answer, and why, in their words or ours."""

    good: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: what the user typed and what was shown. ``parts`` is empty while an answer is under way."""

    id: str
    at: datetime
    text: str
    parts: tuple[Part, ...] = ()
    finished: bool = False
    opinion: Opinion | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """An event as it is written down; ``agreed`` says that the user has seen it and said yes.

    ``turn_id`` is the turn it was read from, or "" when the user wrote it down.
    """

    id: str
    event: Event
    agreed: bool = True
    turn_id: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """The story with one other person, oldest turn first. ``notes`` are its events with what is kept of each."""

    id: str
    title: str
    at: datetime
    turns: tuple[Turn, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()


class Memory(Protocol):
    """Where turns are kept. The SQL store is one; tests and the terminal use one that forgets."""

    def begin(self, case_id: str, text: str, at: datetime) -> str:
        """Keep what was typed, before anything else happens; gives the turn's id."""
        ...

    def keep(self, turn_id: str, parts: tuple[Part, ...], *, finished: bool) -> None:
        """Keep what has been shown of the answer so far."""
        ...


class Forgetful:
    """A memory that keeps nothing: what is asked in the terminal leaves no trace."""

    def begin(self, case_id: str, text: str, at: datetime) -> str:
        """See `Memory.begin`."""
        return uuid4().hex

    def keep(self, turn_id: str, parts: tuple[Part, ...], *, finished: bool) -> None:
        """See `Memory.keep`."""
