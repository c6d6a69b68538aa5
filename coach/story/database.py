"""The database behind the store: where it lies, who may read it, how its transactions begin, how it shrinks."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from coach.story.shape import bring_up_to_date

FORGETTING = "sqlite://"
"""The address of a database that lives in memory alone and writes nothing."""
_PATIENCE = 5  # seconds in which somebody else's writing may end


class Database:
    """One SQLite file by default, any SQLAlchemy address on request; safe to share among threads.

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

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction of its own, written down when the block ends well."""
        with Session(self._engine) as session, session.begin():
            yield session

    def compact(self) -> None:
        """Give back what deleting has freed; on SQLite nothing of it stays in the file."""
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


def _prepare_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _tune_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = (
        None  # transactions are begun below: the driver's own leave table changes out
    )
    for pragma in (
        f"busy_timeout={_PATIENCE * 1000}",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    _write_ahead(connection)


def _write_ahead(connection: Any) -> None:
    # The one statement that SQLite's own patience is not for: it reads, then wants to write, and gives up at once where
    # somebody else is writing, as two are who open a new file together. So the turn is awaited where SQLite can wait.
    give_up = monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > give_up:
                raise
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    # At once for writing: a reader that turns writer would fail where it may as well wait its turn.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
