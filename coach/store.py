"""Cases, turns and events on disk: one SQLite file by default, any SQLAlchemy address on request.

What was typed is committed before anything else is done with it, and what comes back out has passed today's guard.
An older file is brought up to date when it is opened (`coach/shape.py`).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, create_engine, delete, event, func, or_, select
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from coach.memory import Case, Note, Opinion, Turn
from coach.model import Usage
from coach.parts import Part
from coach.purse import Spent
from coach.shape import bring_up_to_date
from coach.shelf import restore, shelve
from coach.situation import Event, EventKind
from coach.tables import CaseRow, ChoiceRow, EventRow, SpentRow, TurnRow

FORGETTING = "sqlite://"
"""The address of a store that lives in memory alone and writes nothing."""


class Store:
    """The one owner of the database. Safe to share among threads: every call is a session of its own.

    Raises:
        TooNewError: when the database was written by a newer version.
    """

    def __init__(self, address: str) -> None:
        url = make_url(address)
        self.address = url.render_as_string(hide_password=True)
        """Where the stories lie, fit to be shown."""
        sqlite = url.get_backend_name() == "sqlite"
        self._on_disk = sqlite and bool(url.database) and url.database != ":memory:"
        if self._on_disk:
            _prepare_file(Path(url.database or ""))
        if sqlite and not self._on_disk:  # one connection is the whole database; threads take turns
            only = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
            self._engine = create_engine(url, connect_args={"check_same_thread": False}, **only)
        else:
            self._engine = create_engine(url)
        if sqlite:
            event.listen(self._engine, "connect", _tune_sqlite)
            event.listen(self._engine, "begin", _begin_sqlite)
        bring_up_to_date(self._engine)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def new_case(self, at: datetime, title: str = "") -> str:
        """A new story; gives its id."""
        case_id = uuid4().hex
        with self._session() as session:
            session.add(CaseRow(id=case_id, title=_storable(title), at=at))
        return case_id

    def case(self, case_id: str) -> Case | None:
        """The whole story, or None when there is no such id."""
        with self._session() as session:
            row = session.get(CaseRow, case_id)
            return None if row is None else _whole(session, row)

    def cases(self, containing: str = "") -> tuple[Case, ...]:
        """Every story without its turns, newest first; with words, those whose title or messages hold them."""
        found = select(CaseRow).order_by(CaseRow.at.desc(), CaseRow.id)
        if containing:
            words = _storable(containing)
            told = select(TurnRow.case_id).where(TurnRow.text.icontains(words, autoescape=True))
            found = found.where(or_(CaseRow.title.icontains(words, autoescape=True), CaseRow.id.in_(told)))
        with self._session() as session:
            return tuple(Case(id=r.id, title=r.title, at=_aware(r.at)) for r in session.scalars(found))

    def whole_cases(self) -> tuple[Case, ...]:
        """Every story with everything in it, newest first."""
        with self._session() as session:
            rows = session.scalars(select(CaseRow).order_by(CaseRow.at.desc(), CaseRow.id)).all()
            return tuple(_whole(session, row) for row in rows)

    def rename(self, case_id: str, title: str) -> None:
        """Give a story another title. A story deleted meanwhile stays deleted."""
        with self._session() as session:
            row = session.get(CaseRow, case_id)
            if row is not None:
                row.title = _storable(title)

    def begin(self, case_id: str, text: str, at: datetime) -> str:
        """See `Memory.begin`. The case is made if it is new; its title is never more than the first words."""
        turn_id = uuid4().hex
        with self._session() as session:
            if session.get(CaseRow, case_id) is None:
                session.add(CaseRow(id=case_id, title=_title(text), at=at))
                session.flush()
            session.add(
                TurnRow(id=turn_id, case_id=case_id, at=at, text=_storable(text), parts=[], finished=False)
            )
        return turn_id

    def keep(self, turn_id: str, parts: tuple[Part, ...], *, finished: bool) -> None:
        """See `Memory.keep`. A turn deleted meanwhile stays deleted."""
        with self._session() as session:
            row = session.get(TurnRow, turn_id)
            if row is not None:
                row.parts = [shelve(part) for part in parts]
                row.finished = finished

    def judge(self, turn_id: str, opinion: Opinion | None) -> None:
        """Keep what the user thinks of an answer, or forget it. It goes nowhere."""
        with self._session() as session:
            row = session.get(TurnRow, turn_id)
            if row is not None:
                row.good = opinion.good if opinion else None
                row.reason = _storable(opinion.reason) if opinion else ""

    def take_back(self, turn_id: str) -> None:
        """Take a turn out of its story, because what was typed is said anew."""
        with self._session() as session:
            session.execute(delete(TurnRow).where(TurnRow.id == turn_id))

    def choice(self, name: str) -> str:
        """What the user has chosen under this name, "" if nothing."""
        with self._session() as session:
            row = session.get(ChoiceRow, name)
            return row.value if row else ""

    def choose(self, name: str, value: str) -> None:
        """Keep a choice for all stories ("" takes it back)."""
        with self._session() as session:
            session.execute(delete(ChoiceRow).where(ChoiceRow.name == name))
            if value:
                session.add(ChoiceRow(name=name, value=_storable(value)))

    def enter(self, turn_id: str, spent: Spent) -> None:
        """See `Ledger.enter`."""
        usage = spent.usage
        row = SpentRow(
            turn_id=turn_id,
            at=spent.at.astimezone(UTC),
            prompt=usage.prompt,
            completion=usage.completion,
            estimated=usage.estimated,
        )
        with self._session() as session:
            session.merge(row)

    def spent_since(self, since: datetime) -> tuple[Spent, ...]:
        """See `Ledger.spent_since`."""
        found = select(SpentRow).where(SpentRow.at >= since.astimezone(UTC)).order_by(SpentRow.at.desc())
        with self._session() as session:
            return tuple(
                Spent(_aware(row.at), Usage(row.prompt, row.completion, row.estimated))
                for row in session.scalars(found)
            )

    def note(self, case_id: str, happened: Event, *, agreed: bool = True, turn_id: str = "") -> str:
        """Add an event to the story; gives its id. Events of one day keep the order in which they were noted."""
        note_id = uuid4().hex
        with self._session() as session:
            last = session.scalar(select(func.max(EventRow.number)).where(EventRow.case_id == case_id))
            session.add(
                EventRow(
                    id=note_id,
                    case_id=case_id,
                    kind=happened.kind.value,
                    on=happened.on,
                    words=_storable(happened.words),
                    number=(last or 0) + 1,
                    turn_id=turn_id,
                    agreed=agreed,
                )
            )
        return note_id

    def amend(self, note_id: str, happened: Event) -> None:
        """Say yes to an event as it is given here. An event removed meanwhile stays removed."""
        with self._session() as session:
            row = session.get(EventRow, note_id)
            if row is not None:
                row.kind = happened.kind.value
                row.on = happened.on
                row.words = _storable(happened.words)
                row.agreed = True

    def remove(self, note_id: str) -> None:
        """Take an event out of the story."""
        with self._session() as session:
            session.execute(delete(EventRow).where(EventRow.id == note_id))

    def delete_case(self, case_id: str) -> None:
        """Remove a story with everything in it; on SQLite nothing of it stays in the file."""
        with self._session() as session:
            session.execute(delete(TurnRow).where(TurnRow.case_id == case_id))
            session.execute(delete(EventRow).where(EventRow.case_id == case_id))
            session.execute(delete(CaseRow).where(CaseRow.id == case_id))
        self._compact()

    def delete_all(self) -> None:
        """Remove every story, every choice and every cost; on SQLite nothing of them stays in the file."""
        with self._session() as session:
            for table in (TurnRow, EventRow, CaseRow, ChoiceRow, SpentRow):
                session.execute(delete(table))
        self._compact()

    def _compact(self) -> None:
        if not self._on_disk:
            return
        raw = self._engine.raw_connection()
        try:
            cursor = raw.cursor()
            # The freed pages are overwritten already; a reader who holds the file only delays its shrinking.
            with suppress(self._engine.dialect.loaded_dbapi.OperationalError):
                cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with Session(self._engine) as session, session.begin():
            yield session


def _whole(session: Session, row: CaseRow) -> Case:
    turns = session.scalars(select(TurnRow).where(TurnRow.case_id == row.id).order_by(TurnRow.at, TurnRow.id))
    events = session.scalars(
        select(EventRow).where(EventRow.case_id == row.id).order_by(EventRow.on, EventRow.number, EventRow.id)
    )
    notes = tuple(_note(e) for e in events if e.kind in set(EventKind))
    return Case(
        id=row.id,
        title=row.title,
        at=_aware(row.at),
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
        at=_aware(row.at),
        text=row.text,
        parts=tuple(part for part in parts if part is not None),
        finished=row.finished,
        opinion=None if row.good is None else Opinion(row.good, row.reason),
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
    connection.isolation_level = (
        None  # transactions are begun below: the driver's own leave table changes out
    )
    for pragma in (
        "busy_timeout=5000",
        "journal_mode=WAL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # At once for writing: a reader that turns writer would fail where it may as well wait its turn.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
