"""What a case may expect of a reading and a plan, of an answer, of a talk history: only what it writes counts."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from coach.parts import Source
from coach.situation import Action, Aim, ReasonKind, Register, SignId, Topic
from guardrails.vocabulary import Act, Category, Danger, Outcome, Stage


class Strict(BaseModel):
    """Frozen, and nothing but what is known."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Situation(Strict):
    """What must be read and planned; only the fields that are written count, and null is a value.

    ``signs`` is the exact set; ``evidence`` are substrings each of which some sign's words must overlap.
    ``action`` may list several that are right. ``dangers`` is the exact set of alarms that end the path or not.
    """

    topic: Topic | None = None
    stage: Stage | tuple[Stage | None, ...] | None = None
    signs: tuple[SignId, ...] | None = None
    has_signs: tuple[SignId, ...] = ()
    lacks_signs: tuple[SignId, ...] = ()
    evidence: tuple[str, ...] = ()
    action: Action | tuple[Action, ...] | None = None
    wait_days: tuple[int, int] | None = None
    not_before: date | None = None
    drafts: bool | None = None
    dangers: tuple[Danger, ...] | None = None
    has_danger: tuple[Danger, ...] = ()
    reason: ReasonKind | None = None
    until: date | None = None
    register_: Annotated[Register | None, Field(alias="register")] = None
    replied: bool | None = None
    unanswered: int | None = None
    days_since: int | None = None
    declines: int | None = None
    incoming: str | None = None
    offered_day: str | None = None
    own_draft: str | None = None
    interest: str | None = None
    dependent: bool | None = None
    aim: Aim | None = None
    plan_has: tuple[str, ...] = ()
    plan_lacks: tuple[str, ...] = ()

    @property
    def written(self) -> frozenset[str]:
        """The fields that the case writes."""
        return frozenset(self.model_fields_set)


class Shown(Situation):
    """What one turn's answer must show, beside what was read and planned.

    ``count`` is how many drafts (or the least and the most); ``drafts_have`` are regular expressions, each of
    which some draft must match, ``drafts_lack`` ones that none may; ``acts`` are what every draft's parts must
    hold, ``spoken`` how many sentences the coach says. ``said_has`` and ``said_lacks`` (regular expressions, too) look at all the coach's own sentences.
    ``never`` is text that may not be shown anywhere: a leak when it is. ``sent_has`` are expressions that a prompt
    must match, ``masked`` text that none may hold.
    """

    count: int | tuple[int, int] | None = None
    drafts_have: tuple[str, ...] = ()
    drafts_lack: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    spoken: tuple[int, int] | None = None
    said_has: tuple[str, ...] = ()
    said_lacks: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    asked: str | None = None
    helped: Danger | None = None
    lines: int | None = None
    judged: Outcome | None = None
    judged_categories: tuple[Category, ...] = ()
    refused: tuple[Category, ...] | None = None
    unusable: bool | None = None
    trouble: str | None = None
    source: Source | None = None
    order: tuple[str, ...] = ()
    calls: int | None = None
    masked: tuple[str, ...] = ()
    sent_has: tuple[str, ...] = ()


class TalkFacts(Strict):
    """What must be known of an imported talk history; ``stage`` and ``signs`` are read from its newest messages."""

    refused: str | None = None
    messages: int | None = None
    participants: tuple[str, ...] | None = None
    last_writer: str | None = None
    trailing: int | None = None
    first_text: str | None = None
    last_text: str | None = None
    last_on: date | None = None
    stage: Stage | None = None
    signs: tuple[SignId, ...] | None = None
