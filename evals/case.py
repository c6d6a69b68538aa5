"""One case of each kind: what is put in and what must come of it. A case that asserts nothing is refused.

A suite may have ten thousand: slots take a fifth of the memory of models, and are read in a third of the time.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, TypeAdapter, field_validator, model_validator
from pydantic.dataclasses import dataclass

from coach.situation import EventKind
from evals.expect import Shown, Situation, Strict, TalkFacts
from guardrails.vocabulary import AdviceCategory, Category, Outcome, RequestKind, Stage

TODAY = date(2026, 11, 21)
"""The day on which a case happens unless it says another (a Saturday)."""


class Wanted(StrEnum):
    """What a judge must say: an outcome, or either of two (``stopped``: not passed; ``allowed``: not rejected)."""

    PASS = "pass"
    REJECT = "reject"
    UNSURE = "unsure"
    STOPPED = "stopped"
    ALLOWED = "allowed"

    def holds(self, outcome: Outcome) -> bool:
        """Whether the outcome is one of those wanted."""
        match self:
            case Wanted.STOPPED:
                return outcome is not Outcome.PASS
            case Wanted.ALLOWED:
                return outcome is not Outcome.REJECT
        return outcome.value == self.value

    @property
    def bad(self) -> bool:
        """Whether a text so labelled may never pass."""
        return self in (Wanted.REJECT, Wanted.STOPPED)


_STRICT = ConfigDict(extra="forbid", hide_input_in_errors=True)


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Base:
    """What every case has. ``known`` is the reason why it may fail for now; it is shown in every report."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$", max_length=60)]
    tags: tuple[str, ...] = ()
    note: str = ""
    known: str = ""
    must: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class DraftCase(Base):
    """A message about to be sent, as the guard must judge it.

    ``categories`` must all be found; ``only`` says that no others may be. ``marks`` is text that a finding's
    span must overlap; ``rule`` is a rule that must speak.
    """

    stage: Stage
    incoming: str = ""
    draft: str
    outcome: Wanted
    categories: tuple[Category, ...] = ()
    only: bool = False
    marks: str = ""
    rule: str = ""
    register_: Annotated[str, Field(alias="register")] = ""

    @model_validator(mode="after")
    def _sound(self) -> Self:
        _judged_soundly(self.outcome, bool(self.categories), self.marks, self.draft)
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class AdviceCase(Base):
    """A sentence of the coach to the user, as the guard must judge it."""

    text: str
    outcome: Wanted
    categories: tuple[AdviceCategory | Category, ...] = ()
    only: bool = False
    marks: str = ""
    rule: str = ""

    @model_validator(mode="after")
    def _sound(self) -> Self:
        _judged_soundly(self.outcome, bool(self.categories), self.marks, self.text)
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class RequestCase(Base):
    """A wish for a rewrite: its kind, and the NG categories it would bring in."""

    stage: Stage
    request: str
    kind: RequestKind
    categories: tuple[Category, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.categories and self.kind is not RequestKind.CONTENT_NG:
            raise ValueError("categories belong to a content_ng wish")
        return self


class Happened(Strict):
    """An event of the story so far."""

    kind: EventKind
    on: date
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class SituationCase(Base):
    """What a user types, and what must be understood and planned."""

    text: str
    today: date = TODAY
    events: tuple[Happened, ...] = ()
    corrected: Stage | None = None
    expect: Situation

    @field_validator("expect")
    @classmethod
    def _asserts(cls, expect: Situation) -> Situation:
        if not expect.written:
            raise ValueError("asserts nothing")
        return expect


class Say(Strict):
    """One turn: what is typed, or a wish for the n-th draft shown last (``rewrite``); ``at`` is when."""

    say: str
    at: datetime | None = None
    rewrite: int | None = None
    corrected: Stage | None = None
    note_events: tuple[Happened, ...] = ()
    expect: Shown

    @field_validator("expect")
    @classmethod
    def _asserts(cls, expect: Shown) -> Shown:
        if not expect.written:
            raise ValueError("asserts nothing")
        return expect


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class ConversationCase(Base):
    """Several turns through ``respond`` with a clock; ``model`` says whether recorded answers are played."""

    model: bool = False
    events: tuple[Happened, ...] = ()
    turns: Annotated[tuple[Say, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class TalkCase(Base):
    """A talk history as pasted text or as a file beside the cases, and the facts it must give."""

    file: str = ""
    text: str = ""
    me: str = ""
    today: date = TODAY
    expect: TalkFacts

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if bool(self.file) == bool(self.text):
            raise ValueError("needs either file or text")
        if not self.expect.model_fields_set:
            raise ValueError("asserts nothing")
        return self


Case = DraftCase | AdviceCase | RequestCase | SituationCase | ConversationCase | TalkCase
Kind = Literal["draft", "advice", "request", "situation", "conversation", "talk"]
KINDS: dict[Kind, TypeAdapter[Any]] = {
    "draft": TypeAdapter(DraftCase),
    "advice": TypeAdapter(AdviceCase),
    "request": TypeAdapter(RequestCase),
    "situation": TypeAdapter(SituationCase),
    "conversation": TypeAdapter(ConversationCase),
    "talk": TypeAdapter(TalkCase),
}


def _judged_soundly(outcome: Wanted, categories: bool, marks: str, text: str) -> None:
    if categories and outcome in (Wanted.PASS, Wanted.ALLOWED):
        raise ValueError(f"a text that must be judged {outcome.value} can have no categories")
    if marks not in text:
        raise ValueError("marks is not a part of the text")
