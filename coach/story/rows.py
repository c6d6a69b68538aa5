"""Rows of the database as the frozen data that everyone else works with, and text as it can be written."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from coach.situation import Event, EventKind
from coach.story.memory import Case, Note, Opinion, Turn
from coach.story.shelf import restore
from coach.story.tables import CaseRow, EventRow, TurnRow


def whole(session: Session, row: CaseRow) -> Case:
    """A story with everything in it; its parts have passed today's guard."""
    turns = session.scalars(select(TurnRow).where(TurnRow.case_id == row.id).order_by(TurnRow.at, TurnRow.id))
    events = session.scalars(
        select(EventRow).where(EventRow.case_id == row.id).order_by(EventRow.on, EventRow.number, EventRow.id)
    )
    notes = tuple(_note(e) for e in events if e.kind in set(EventKind))
    return Case(
        id=row.id,
        title=row.title,
        at=aware(row.at),
        turns=tuple(_turn(t) for t in turns),
        events=tuple(note.event for note in notes),
        notes=notes,
    )


def _note(row: EventRow) -> Note:
    happened = Event(kind=EventKind(row.kind), on=row.on, words=row.words)
    return Note(id=row.id, event=happened, agreed=row.agreed, turn_id=row.turn_id)


def _turn(row: TurnRow) -> Turn:
    parts = (restore(kept) for kept in row.parts)
    return Turn(
        id=row.id,
        at=aware(row.at),
        text=row.text,
        parts=tuple(part for part in parts if part is not None),
        finished=row.finished,
        opinion=None if row.good is None else Opinion(row.good, row.reason),
    )


def aware(at: datetime) -> datetime:
    """A time with its zone."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)  # SQLite drops the zone; everything is written in UTC


def storable(text: str) -> str:
    """The text as every database takes it."""
    # Half a surrogate pair cannot be written as UTF-8; a visible mark loses less than the whole turn.
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
