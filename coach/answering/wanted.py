"""What an answer is to be made for: the reading, the plan, and what was said and shown before."""

from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from zoneinfo import ZoneInfo

from coach.model import Model
from coach.parts import Asked, Draft, Drafted, Kind, Planned, Read
from coach.purse import Purse
from coach.situation import Action, Plan, Reading, SignId
from coach.story.memory import Case, Memory
from guardrails.vocabulary import Stage, Verdict

JAPAN = ZoneInfo("Asia/Tokyo")


@dataclass(frozen=True, slots=True)
class Desk:
    """What an answer needs from outside: the clock's reading, where turns are kept, the model and what it may cost."""

    now: datetime
    memory: Memory
    model: Model | None = None
    purse: Purse | None = None

    @property
    def today(self) -> date:
        """The day in Japan."""
        return self.now.astimezone(JAPAN).date()

    @property
    def midnight(self) -> datetime:
        """When today began in Japan."""
        return datetime.combine(self.today, time.min, tzinfo=JAPAN)


_LIKE = {Action.INVITE_LIGHTLY: Stage.SECOND_INVITE, Action.SCHEDULE: Stage.ALTERNATIVE}
"""Where nobody has said no: a first invitation is as light as a second, a yes is answered like an offered day."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One answer's ground. ``draft`` and ``wish`` are set when a shown draft is to be written another way.

    ``judged`` is the verdict on the user's own line, once there is one, ``kept`` what of it is shown as drafts.
    """

    text: str
    reading: Reading
    plan: Plan
    case: Case
    today: date
    kinds: tuple[Kind, ...] = tuple(Kind)
    draft: Draft | None = None
    wish: str = ""
    judged: Verdict | None = None
    kept: tuple[Draft, ...] = ()

    @property
    def stage(self) -> Stage:
        """The stage a draft is judged by; where the plan names none, what it plans or their words say, else the strictest."""
        if self.plan.stage is not None:
            return self.plan.stage
        if self.plan.action in _LIKE:
            return _LIKE[self.plan.action]
        signs = {sign.id for sign in self.reading.signs}
        if SignId.NO_ANSWER in signs:
            return Stage.SILENCE
        return Stage.ALTERNATIVE if signs & {SignId.OTHER_DAY, SignId.GROUP} else Stage.DECLINED

    @property
    def incoming(self) -> str:
        """Their words, or ""."""
        return self.reading.incoming.text if self.reading.incoming else ""

    @property
    def own(self) -> str:
        """The user's own line, which drafts keep as much of as they can; "" where there is none."""
        line = self.reading.own_draft
        return line.text.strip('「」『』"“” ') if line and self.draft is None else ""

    @property
    def seed(self) -> str:
        """Other people get other drafts; the same story at the same point gets the same ones."""
        said = f"{len(self.case.turns)}\n{self.text}\n{self.wish}"
        return sha256(said.encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def shown(self) -> tuple[str, ...]:
        """The drafts shown in this story so far; none is shown twice."""
        before = (draft for turn in self.case.turns for draft in drafts_in(turn.parts))
        return tuple(draft.text for draft in (*before, *self.kept))

    def drafted(self, draft: Draft) -> Drafted:
        """A draft that has passed, with what it was judged by."""
        return Drafted(draft, self.stage, self.incoming, self.own)


def drafts_in(parts: tuple[object, ...]) -> tuple[Draft, ...]:
    """The drafts among parts, in order."""
    return tuple(part.draft for part in parts if isinstance(part, Drafted))


def questions_in(case: Case) -> tuple[str, ...]:
    """The ids of the questions asked in this story."""
    return tuple(part.id for turn in case.turns for part in turn.parts if isinstance(part, Asked))


def standing(case: Case) -> tuple[str, Reading, Plan] | None:
    """The newest turn of this story that was read: what was typed, the reading, the plan."""
    for turn in reversed(case.turns):
        reading = next((part.reading for part in turn.parts if isinstance(part, Read)), None)
        plan = next((part.plan for part in turn.parts if isinstance(part, Planned)), None)
        if reading and plan:
            return turn.text, reading, plan
    return None
