"""What the coach understands of where two people stand: the data that reading gives and the plan builds on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardrails.vocabulary import Alarm, Span, Stage


class Topic(StrEnum):
    """What the user's message is about."""

    SITUATION = "situation"
    DRAFT_CHECK = "draft_check"
    CRISIS = "crisis"
    OFF_TOPIC = "off_topic"
    OTHER = "other"


class SignId(StrEnum):
    """Signs in the other person's words or silence (DOMAIN.md, article A); ``CLOSED`` is a final no."""

    OTHER_DAY = "+1"
    REASON_AND_APOLOGY = "+2"
    REGRET = "+3"
    GROUP = "+4"
    NO_ANSWER = "-1"
    BARE_BUSY = "-2"
    POSTPONED = "-3"
    DODGED = "-4"
    PLACE_ONLY = "-5"
    CLOSED = "closed"


class ReasonKind(StrEnum):
    """The reason given for a no."""

    WORK = "work"
    STUDY = "study"
    ILLNESS = "illness"
    FAMILY = "family"
    PRIOR_PLAN = "prior_plan"
    MONEY = "money"
    DISTANCE = "distance"
    RELATIONSHIP = "relationship"
    OTHER = "other"
    NONE = "none"


class Register(StrEnum):
    """How the user writes to the other person; drafts follow it."""

    CASUAL = "casual"
    POLITE = "polite"


class Aim(StrEnum):
    """What the user would like to do next."""

    REPLY = "reply"
    INVITE = "invite"
    CHAT = "chat"
    SEND_MORE = "send_more"
    CHECK = "check"
    COMFORT = "comfort"
    FOR_ANOTHER = "for_another"
    NONE = "none"


class Writer(StrEnum):
    """Who wrote a message."""

    USER = "user"
    THEM = "them"


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign and the exact words of the user's message it was read from."""

    id: SignId
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """Why they said no, as they said it; ``until`` is the last day it holds, when it can be dated.

    ``formula`` says that a plan or an errand is named, but not a word of what it is: polite, and no concrete reason.
    ``over`` says that the user tells of its end: it has been done; ``past`` that its day has gone by.
    """

    kind: ReasonKind = ReasonKind.NONE
    span: Span | None = None
    until: date | None = None
    until_words: str = ""
    formula: bool = False
    over: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from the user's message. Every span is a real substring of that message, or of an earlier one
    of the same story (a liking, a day they offered that is not answered yet).

    ``stage`` is None when the message does not tell. ``days_since`` counts from their last no, or from the
    user's last unanswered message. ``accepted`` says that they said yes, ``undecided`` that they asked for time, ``unable`` holds the user's words that a day they offered is none for the user, ``warm`` that small talk goes well again, ``they_wrote`` that the other
    came back of their own accord, ``proposed`` that the stage is a guess from the wording,
    ``company`` that they offered company in an earlier message which is not answered yet, ``invited`` that an invitation of the user's is told of or quoted, ``asked_again`` that it went out after the no it stands beside,
    ``met`` that the two have met since,
    ``free`` that neither depends on the other, told outright, ``voiced`` that the register was told or heard in words of the two,
    ``twice`` that the end is only counted: two invitations were turned down, and neither answer wishes for nothing more. ``unsure`` holds short Japanese sentences about what is thin or
    contradictory; ``question`` is the one thing worth asking back, or "".
    """

    topic: Topic
    stage: Stage | None = None
    signs: tuple[Sign, ...] = ()
    incoming: Span | None = None
    offered_day: Span | None = None
    reason: Reason = Reason()
    register: Register = Register.POLITE
    last_writer: Writer | None = None
    replied: bool = False
    unanswered: int = 0
    days_since: int | None = None
    declines: int = 0
    interests: tuple[Span, ...] = ()
    own_draft: Span | None = None
    alarms: tuple[Alarm, ...] = ()
    dependent: bool = False
    wants_to_send: bool = False
    aim: Aim = Aim.NONE
    warm: bool = False
    they_wrote: bool = False
    accepted: bool = False
    undecided: bool = False
    unable: Span | None = None
    talked_days_ago: int | None = None
    user_age: int | None = None
    their_age: int | None = None
    proposed: bool = False
    twice: bool = False
    company: bool = False
    invited: bool = False
    asked_again: bool = False
    met: bool = False
    free: bool = False
    voiced: bool = False
    unsure: tuple[str, ...] = ()
    question: str = ""


class EventKind(StrEnum):
    """What happened between the two.

    ``REPLIED`` is the user's answer to their no; ``SMALL_TALK`` a light exchange; ``OFFERED`` a day or plan they
    named themselves; ``SILENCE`` says that the user's last message stands unanswered.
    """

    INVITED = "invited"
    DECLINED = "declined"
    REPLIED = "replied"
    SMALL_TALK = "small_talk"
    OFFERED = "offered"
    SILENCE = "silence"
    CLOSED = "closed"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, on a day (Japanese time), with their words where there were any."""

    kind: EventKind
    on: date
    words: str = ""


class Action(StrEnum):
    """What to do today."""

    REPLY_NOW = "reply_now"
    SCHEDULE = "schedule"
    DO_NOT_SEND = "do_not_send"
    WAIT_UNTIL = "wait_until"
    SMALL_TALK = "small_talk"
    INVITE_LIGHTLY = "invite_lightly"
    STOP_CONTACT = "stop_contact"
    SELF_CARE = "self_care"
    REFER_TO_HELP = "refer_to_help"
    CHECK_DRAFT = "check_draft"
    CLARIFY = "clarify"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do today and what to leave, in Japanese, with the days it rests on.

    ``wait_days`` counts from their no; ``not_before`` is the first day a next invitation may be considered;
    ``for_talk`` says that it is the first day of a light message instead. ``drafts`` says whether a message to them may be drafted at all. ``source`` names the article rules.
    """

    action: Action
    stage: Stage | None
    today: str
    leave: str
    why: str
    drafts: bool = False
    wait_days: tuple[int, int] | None = None
    not_before: date | None = None
    why_date: str = ""
    source: tuple[str, ...] = ()
    for_talk: bool = False
