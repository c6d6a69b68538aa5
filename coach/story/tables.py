"""The tables that stories and the user's choices lie in."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, DateTime, ForeignKey, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The schema."""


class CaseRow(Base):
    """A story."""

    __tablename__ = "cases"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    title: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class TurnRow(Base):
    """One exchange of a story, and what the user thought of the answer."""

    __tablename__ = "turns"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    text: Mapped[str] = mapped_column(Text)
    parts: Mapped[list[Any]] = mapped_column(JSON, default=list)
    finished: Mapped[bool] = mapped_column(default=False)
    good: Mapped[bool | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(Text, default="", server_default="")


class EventRow(Base):
    """Something that happened between the two."""

    __tablename__ = "events"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    on: Mapped[date] = mapped_column(Date)
    words: Mapped[str] = mapped_column(Text, default="")
    number: Mapped[int] = mapped_column(server_default="0")
    turn_id: Mapped[str] = mapped_column(String(32), server_default="")
    agreed: Mapped[bool] = mapped_column(server_default="1")


class ChoiceRow(Base):
    """What the user has chosen for all stories, by name."""

    __tablename__ = "choices"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class SpentRow(Base):
    """What the model has cost in one turn; numbers alone, which stay when the story is deleted."""

    __tablename__ = "spent"

    turn_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
    prompt: Mapped[int] = mapped_column()
    completion: Mapped[int] = mapped_column()
    estimated: Mapped[bool] = mapped_column()
