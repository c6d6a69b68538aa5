"""The closed sets and the findings that every judge here speaks in (DOMAIN.md has their ids)."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where the two people stand."""

    DECLINED = "declined"
    ALTERNATIVE = "alternative"
    SILENCE = "silence"
    COOLDOWN = "cooldown"
    SECOND_INVITE = "second_invite"
    WAITING = "waiting"
    CLOSED = "closed"


class Category(StrEnum):
    """What a message to them must never be."""

    PROBING = "probing"
    REPROPOSE = "repropose"
    EMOTIONAL = "emotional"
    LECTURING = "lecturing"
    SNS = "sns"
    CHASING = "chasing"
    PRESSURE = "pressure"
    VAGUE_INVITE = "vague_invite"
    CONTACT_AFTER_CLOSED = "contact_after_closed"


class AdviceCategory(StrEnum):
    """What the coach must never say to the user."""

    CERTAINTY = "certainty"
    PROMISE = "promise"
    BLAME = "blame"
    ADVISE_NG = "advise_ng"
    TRICK = "trick"
    MAGIC = "magic"
    GENDER_CLICHE = "gender_cliche"
    DIAGNOSIS = "diagnosis"
    SCORE = "score"
    INVENTED_NUMBER = "invented_number"
    FLATTERY = "flattery"
    QUOTED_DRAFT = "quoted_draft"


class Act(StrEnum):
    """What a sentence of a good message does."""

    THANKS = "thanks"
    ACCEPTANCE = "acceptance"
    FUTURE = "future"
    CARE = "care"
    INTEREST = "interest"
    LIGHT = "light"
    EXIT = "exit"
    GROUP = "group"
    DISCLOSURE = "disclosure"
    QUESTION = "question"
    ANSWER = "answer"
    GREETING = "greeting"


class Danger(StrEnum):
    """What a message to the coach speaks of when it is not about a message any more."""

    SELF_HARM = "self_harm"
    IDIOM = "idiom"
    DV = "dv"
    BEING_PURSUED = "being_pursued"
    ABOUT_TO_PURSUE = "about_to_pursue"
    THREAT = "threat"
    MINOR = "minor"
    WORK_POWER = "work_power"
    SEXTORTION = "sextortion"
    MONEY_FRAUD = "money_fraud"


class RequestKind(StrEnum):
    """What a user's wish for a rewrite would do to the message."""

    STYLE = "style"
    CONTENT_OK = "content_ok"
    CONTENT_NG = "content_ng"


class Outcome(StrEnum):
    """What a judge says of a text; only ``PASS`` is ever shown as ours."""

    PASS = "pass"
    REJECT = "reject"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the original text: ``text == original[start:end]``, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason against a text.

    ``rule`` is a stable id such as ``probing.why_no``; ``category`` is None when no rule knows the sentence and
    it is only not known to be good. ``why`` and ``hint`` are Japanese, for the user.
    """

    rule: str
    category: Category | AdviceCategory | None
    span: Span
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class ActSpan:
    """A sentence recognised as a known good act."""

    act: Act
    span: Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that a judge found. ``findings`` is empty exactly when ``outcome`` is ``PASS``."""

    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    acts: tuple[ActSpan, ...] = ()

    @property
    def categories(self) -> tuple[Category | AdviceCategory, ...]:
        """The categories found, each once, in order of appearance."""
        return tuple(dict.fromkeys(f.category for f in self.findings if f.category is not None))


@dataclass(frozen=True, slots=True)
class RequestVerdict:
    """What a wish for a rewrite is, and which NG categories it would bring into the message."""

    kind: RequestKind
    findings: tuple[Finding, ...] = ()

    @property
    def categories(self) -> tuple[Category, ...]:
        """The NG categories asked for, each once, in order of appearance."""
        found = (f.category for f in self.findings)
        return tuple(dict.fromkeys(c for c in found if isinstance(c, Category)))


@dataclass(frozen=True, slots=True)
class Alarm:
    """One danger that a message speaks of, with the words it was read from (never empty).

    ``on_user`` is for ``WORK_POWER``: the words say that the power is used on the user, who else may be the one with it.
    """

    danger: Danger
    evidence: tuple[Span, ...]
    on_user: bool = False
