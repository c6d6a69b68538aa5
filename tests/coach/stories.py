"""A memory for tests that implements the real interface, and stories told through the real path."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from coach.answering.wanted import Desk
from coach.model import Model
from coach.parts import Asked, Draft, Drafted, Part, Planned, Read, Said
from coach.reply import respond, rewrite
from coach.situation import Event, Plan, Reading
from coach.story.memory import Case, Turn
from guardrails.vocabulary import Stage

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
"""23:00 on a Saturday in Japan."""


@dataclass
class Notebook:
    """Turns in a list, and what was there at the moment each was kept."""

    turns: list[Turn] = field(default_factory=list)
    kept: list[tuple[Part, ...]] = field(default_factory=list)

    def begin(self, case_id: str, text: str, at: datetime) -> str:
        self.turns.append(Turn(id=str(len(self.turns)), at=at, text=text))
        return self.turns[-1].id

    def keep(self, turn_id: str, parts: tuple[Part, ...], *, finished: bool) -> None:
        old = self.turns[int(turn_id)]
        self.turns[int(turn_id)] = Turn(old.id, old.at, old.text, parts, finished)
        self.kept.append(parts)


@dataclass
class Story:
    """One person's conversation with the coach."""

    model: Model | None = None
    events: tuple[Event, ...] = ()
    notebook: Notebook = field(default_factory=Notebook)
    now: datetime = NOW

    @property
    def case(self) -> Case:
        return Case("story", "", self.now, tuple(self.notebook.turns), self.events)

    @property
    def desk(self) -> Desk:
        return Desk(now=self.now, memory=self.notebook, model=self.model)

    def say(self, text: str, *, corrected: Stage | None = None) -> tuple[Part, ...]:
        return tuple(respond(text, case=self.case, desk=self.desk, corrected=corrected))

    def wish(self, draft: Draft, words: str) -> tuple[Part, ...]:
        return tuple(rewrite(draft, words, case=self.case, desk=self.desk))


def reading_in(parts: Iterable[Part]) -> Reading:
    return next(part.reading for part in parts if isinstance(part, Read))


def plan_in(parts: Iterable[Part]) -> Plan:
    return next(part.plan for part in parts if isinstance(part, Planned))


def drafts(parts: Iterable[Part]) -> list[Draft]:
    return [part.draft for part in parts if isinstance(part, Drafted)]


def questions(parts: Iterable[Part]) -> list[Asked]:
    return [part for part in parts if isinstance(part, Asked)]


def sentences(parts: Iterable[Part]) -> list[str]:
    return [part.sentence for part in parts if isinstance(part, Said)]
