"""Cases, turns and events on disk: one SQLite file by default, any SQLAlchemy address on request.

What was typed is committed before anything else is done with it, and what comes back out has passed today's guard.
An older file is brought up to date when it is opened (`coach/story/shape.py`).
"""

from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import delete, func, or_, select

from coach.model import Usage
from coach.parts import Part
from coach.purse import Spent
from coach.situation import Event
from coach.story.database import Database
from coach.story.memory import Case, Opinion
from coach.story.rows import aware, storable, whole
from coach.story.shelf import shelve
from coach.story.tables import CaseRow, ChoiceRow, EventRow, SpentRow, TurnRow


class Store:
    """The one owner of the database. Safe to share among threads: every call is a session of its own.

    Raises:
        TooNewError: when the database was written by a newer version.
    """

    def __init__(self, address: str) -> None:
        self._database = Database(address)
        self.address = self._database.address
        """Where the stories lie, fit to be shown."""

    def close(self) -> None:
        """Let go of every connection."""
        self._database.close()

    def new_case(self, at: datetime, title: str = "") -> str:
        """A new story; gives its id."""
        case_id = uuid4().hex
        with self._database.session() as session:
            session.add(CaseRow(id=case_id, title=storable(title), at=at))
        return case_id

    def case(self, case_id: str) -> Case | None:
        """The whole story, or None when there is no such id."""
        with self._database.session() as session:
            row = session.get(CaseRow, case_id)
            return None if row is None else whole(session, row)

    def cases(self, containing: str = "") -> tuple[Case, ...]:
        """Every story without its turns, newest first; with words, those whose title or messages hold them."""
        found = select(CaseRow).order_by(CaseRow.at.desc(), CaseRow.id)
        if containing:
            words = storable(containing)
            told = select(TurnRow.case_id).where(TurnRow.text.icontains(words, autoescape=True))
            found = found.where(or_(CaseRow.title.icontains(words, autoescape=True), CaseRow.id.in_(told)))
        with self._database.session() as session:
            return tuple(Case(id=r.id, title=r.title, at=aware(r.at)) for r in session.scalars(found))

    def whole_cases(self) -> tuple[Case, ...]:
        """Every story with everything in it, newest first."""
        with self._database.session() as session:
            rows = session.scalars(select(CaseRow).order_by(CaseRow.at.desc(), CaseRow.id)).all()
            return tuple(whole(session, row) for row in rows)

    def rename(self, case_id: str, title: str) -> None:
        """Give a story another title. A story deleted meanwhile stays deleted."""
        with self._database.session() as session:
            row = session.get(CaseRow, case_id)
            if row is not None:
                row.title = storable(title)

    def begin(self, case_id: str, text: str, at: datetime) -> str:
        """See `Memory.begin`. The case is made if it is new; its title is never more than the first words."""
        turn_id = uuid4().hex
        with self._database.session() as session:
            if session.get(CaseRow, case_id) is None:
                session.add(CaseRow(id=case_id, title=_title(text), at=at))
                session.flush()
            session.add(
                TurnRow(id=turn_id, case_id=case_id, at=at, text=storable(text), parts=[], finished=False)
            )
        return turn_id

    def keep(self, turn_id: str, parts: tuple[Part, ...], *, finished: bool) -> None:
        """See `Memory.keep`. A turn deleted meanwhile stays deleted."""
        with self._database.session() as session:
            row = session.get(TurnRow, turn_id)
            if row is not None:
                row.parts = [shelve(part) for part in parts]
                row.finished = finished

    def judge(self, turn_id: str, opinion: Opinion | None) -> None:
        """Keep what the user thinks of an answer, or forget it. It goes nowhere."""
        with self._database.session() as session:
            row = session.get(TurnRow, turn_id)
            if row is not None:
                row.good = opinion.good if opinion else None
                row.reason = storable(opinion.reason) if opinion else ""

    def take_back(self, turn_id: str) -> None:
        """Take a turn out of its story, because what was typed is said anew."""
        with self._database.session() as session:
            session.execute(delete(TurnRow).where(TurnRow.id == turn_id))

    def choice(self, name: str) -> str:
        """What the user has chosen under this name, "" if nothing."""
        with self._database.session() as session:
            row = session.get(ChoiceRow, name)
            return row.value if row else ""

    def choose(self, name: str, value: str) -> None:
        """Keep a choice for all stories ("" takes it back)."""
        with self._database.session() as session:
            session.execute(delete(ChoiceRow).where(ChoiceRow.name == name))
            if value:
                session.add(ChoiceRow(name=name, value=storable(value)))

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
        with self._database.session() as session:
            session.merge(row)

    def spent_since(self, since: datetime) -> tuple[Spent, ...]:
        """See `Ledger.spent_since`."""
        found = select(SpentRow).where(SpentRow.at >= since.astimezone(UTC)).order_by(SpentRow.at.desc())
        with self._database.session() as session:
            return tuple(
                Spent(aware(row.at), Usage(row.prompt, row.completion, row.estimated))
                for row in session.scalars(found)
            )

    def note(self, case_id: str, happened: Event, *, agreed: bool = True, turn_id: str = "") -> str:
        """Add an event to the story; gives its id. Events of one day keep the order in which they were noted."""
        note_id = uuid4().hex
        with self._database.session() as session:
            last = session.scalar(select(func.max(EventRow.number)).where(EventRow.case_id == case_id))
            session.add(
                EventRow(
                    id=note_id,
                    case_id=case_id,
                    kind=happened.kind.value,
                    on=happened.on,
                    words=storable(happened.words),
                    number=(last or 0) + 1,
                    turn_id=turn_id,
                    agreed=agreed,
                )
            )
        return note_id

    def amend(self, note_id: str, happened: Event, *, agreed: bool = True) -> None:
        """Write an event as it is given here, with a yes to it or none yet. An event removed meanwhile stays removed."""
        with self._database.session() as session:
            row = session.get(EventRow, note_id)
            if row is not None:
                row.kind = happened.kind.value
                row.on = happened.on
                row.words = storable(happened.words)
                row.agreed = agreed

    def remove(self, note_id: str) -> None:
        """Take an event out of the story."""
        with self._database.session() as session:
            session.execute(delete(EventRow).where(EventRow.id == note_id))

    def delete_case(self, case_id: str) -> None:
        """Remove a story with everything in it; on SQLite nothing of it stays in the file."""
        with self._database.session() as session:
            session.execute(delete(TurnRow).where(TurnRow.case_id == case_id))
            session.execute(delete(EventRow).where(EventRow.case_id == case_id))
            session.execute(delete(CaseRow).where(CaseRow.id == case_id))
        self._database.compact()

    def delete_all(self) -> None:
        """Remove every story, every choice and every cost; on SQLite nothing of them stays in the file."""
        with self._database.session() as session:
            for table in (TurnRow, EventRow, CaseRow, ChoiceRow, SpentRow):
                session.execute(delete(table))
        self._database.compact()


def _title(text: str) -> str:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return storable(first[:24])
