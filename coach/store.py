"""Cases, turns and events on disk: one SQLite file by default, any SQLAlchemy address on request.

What was typed is committed before anything else is done with it, and what comes back out has passed today's guard.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, Date, DateTime, ForeignKey, String, Text, create_engine, delete, event, select
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from coach.memory import Case, Turn
from coach.parts import Part
from coach.shelf import restore, shelve
from coach.situation import Event, EventKind


class _Base(DeclarativeBase):
    """The schema."""


class _Case(_Base):
    __tablename__ = "cases"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    title: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class _Turn(_Base):
    __tablename__ = "turns"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    text: Mapped[str] = mapped_column(Text)
    parts: Mapped[list[Any]] = mapped_column(JSON, default=list)
    finished: Mapped[bool] = mapped_column(default=False)


class _Event(_Base):
    __tablename__ = "events"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    on: Mapped[date] = mapped_column(Date)
    words: Mapped[str] = mapped_column(Text, default="")


class Store:
    """The one owner of the database. Safe to share among threads: every call is a session of its own."""

    def __init__(self, address: str) -> None:
        url = make_url(address)
        self.address = url.render_as_string(hide_password=True)
        """Where the stories lie, fit to be shown."""
        if url.get_backend_name() == "sqlite" and url.database:
            _prepare_file(Path(url.database))
        self._engine = create_engine(url)
        if url.get_backend_name() == "sqlite":
            event.listen(self._engine, "connect", _tune_sqlite)
        _Base.metadata.create_all(self._engine)

    def new_case(self, at: datetime, title: str = "") -> str:
        """A new story; gives its id."""
        case_id = uuid4().hex
        with self._session() as session:
            session.add(_Case(id=case_id, title=title, at=at))
        return case_id

    def case(self, case_id: str) -> Case | None:
        """The whole story, or None when there is no such id."""
        with self._session() as session:
            row = session.get(_Case, case_id)
            if row is None:
                return None
            turns = session.scalars(
                select(_Turn).where(_Turn.case_id == case_id).order_by(_Turn.at, _Turn.id)
            )
            events = session.scalars(
                select(_Event).where(_Event.case_id == case_id).order_by(_Event.on, _Event.id)
            )
            return Case(
                id=row.id,
                title=row.title,
                at=_aware(row.at),
                turns=tuple(_turn(t) for t in turns),
                events=tuple(Event(kind=EventKind(e.kind), on=e.on, words=e.words) for e in events),
            )

    def cases(self) -> tuple[Case, ...]:
        """Every story without its turns, newest first."""
        with self._session() as session:
            rows = session.scalars(select(_Case).order_by(_Case.at.desc(), _Case.id))
            return tuple(Case(id=r.id, title=r.title, at=_aware(r.at)) for r in rows)

    def begin(self, case_id: str, text: str, at: datetime) -> str:
        """See `Memory.begin`. The case is made if it is new; its title is never more than the first words."""
        turn_id = uuid4().hex
        with self._session() as session:
            if session.get(_Case, case_id) is None:
                session.add(_Case(id=case_id, title=_title(text), at=at))
                session.flush()
            session.add(
                _Turn(id=turn_id, case_id=case_id, at=at, text=_storable(text), parts=[], finished=False)
            )
        return turn_id

    def keep(self, turn_id: str, parts: tuple[Part, ...], *, finished: bool) -> None:
        """See `Memory.keep`. A turn deleted meanwhile stays deleted."""
        with self._session() as session:
            row = session.get(_Turn, turn_id)
            if row is not None:
                row.parts = [shelve(part) for part in parts]
                row.finished = finished

    def note(self, case_id: str, happened: Event) -> None:
        """Add an event to the story."""
        with self._session() as session:
            session.add(
                _Event(
                    id=uuid4().hex,
                    case_id=case_id,
                    kind=happened.kind.value,
                    on=happened.on,
                    words=_storable(happened.words),
                )
            )

    def delete_case(self, case_id: str) -> None:
        """Remove a story with everything in it; on SQLite the freed pages are overwritten too."""
        with self._session() as session:
            session.execute(delete(_Turn).where(_Turn.case_id == case_id))
            session.execute(delete(_Event).where(_Event.case_id == case_id))
            session.execute(delete(_Case).where(_Case.id == case_id))

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with Session(self._engine) as session, session.begin():
            yield session


def _turn(row: _Turn) -> Turn:
    parts = (restore(kept) for kept in row.parts)
    return Turn(
        id=row.id,
        at=_aware(row.at),
        text=row.text,
        parts=tuple(part for part in parts if part is not None),
        finished=row.finished,
    )


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)  # SQLite drops the zone; everything is written in UTC


def _title(text: str) -> str:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return _storable(first[:24])


def _storable(text: str) -> str:
    # Half a surrogate pair cannot be written as UTF-8; a visible mark loses less than the whole turn.
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")


def _prepare_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _tune_sqlite(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")
