"""The shape of the database: numbered, and brought up to date when an older file is opened."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, inspect, select, text

from coach.story.tables import CaseRow

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

NEWEST = "spent"
"""The last of the steps in `coach/migrations`; a database that has it is opened without loading Alembic."""
_UNNUMBERED = "first"  # the shape of files made before shapes had a number
_UPGRADE_LOCK = 20_261_121  # any number, the same in every process


class TooNewError(Exception):
    """The database was written by a newer version; the message is one Japanese sentence for the user."""

    def __init__(self) -> None:
        super().__init__(
            "保存データが、この版より新しい余白で作られています。余白を新しい版にしてから開いてください。データはそのまま残っています。"
        )


def bring_up_to_date(engine: Engine) -> None:
    """Run the steps that this database has not seen, all or none; two processes take turns.

    Raises:
        TooNewError: when the database was written by a newer version.
    """
    with engine.connect() as connection:
        if _number(connection) == NEWEST:
            return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "coach:migrations")
    steps = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        _refuse_newer(connection, steps)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_UPGRADE_LOCK)))
        here = _refuse_newer(connection, steps)  # another process may have been first
        config.attributes["connection"] = connection
        if here is None and inspect(connection).has_table(CaseRow.__tablename__):
            command.stamp(config, _UNNUMBERED)
        command.upgrade(config, "head")


def _number(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    number: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return number


def _refuse_newer(connection: Connection, steps: "ScriptDirectory") -> str | None:
    here = _number(connection)
    if here is not None and here not in {step.revision for step in steps.walk_revisions()}:
        raise TooNewError
    return here
