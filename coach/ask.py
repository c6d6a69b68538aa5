"""All that a prompt is made of, and which shape of answer it asks for."""

from dataclasses import dataclass

from coach.parts import Kind
from coach.shapes import Answer, AnswerWithoutDrafts, Repair
from coach.situation import ReasonKind, Register, SignId
from guardrails.vocabulary import Act, Stage

ACTS = {
    Stage.DECLINED: (Act.THANKS, Act.ACCEPTANCE, Act.CARE, Act.FUTURE),
    Stage.ALTERNATIVE: (Act.ANSWER, Act.THANKS, Act.CARE, Act.QUESTION, Act.FUTURE),
    Stage.COOLDOWN: (Act.GREETING, Act.DISCLOSURE, Act.QUESTION, Act.CARE, Act.FUTURE),
    Stage.SECOND_INVITE: (Act.GREETING, Act.INTEREST, Act.LIGHT, Act.GROUP, Act.EXIT),
    Stage.CLOSED: (Act.THANKS, Act.ACCEPTANCE),
}
"""What a line of a draft may do (DOMAIN.md, OK). A stage that is not here is answered without drafts."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One earlier turn of this story."""

    user: str
    coach: str


@dataclass(frozen=True, slots=True)
class Note:
    """Why something may not be shown, as the rule says it, and what works instead. Never the text itself."""

    why: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """All that a prompt is made of, masked already.

    ``today``, ``leave`` and ``why`` are the plan's own sentences: they stand in the system prompt, so nothing
    the user or the other wrote may be quoted in them. ``notes`` makes it a second try: of the ``kinds`` alone,
    or of the whole answer when ``again`` is True.
    """

    stage: Stage | None
    today: str
    leave: str
    why: str
    message: str
    drafts: bool
    incoming: str = ""
    signs: tuple[SignId, ...] = ()
    unsure: bool = False
    reason: ReasonKind = ReasonKind.NONE
    interests: tuple[str, ...] = ()
    register: Register = Register.POLITE
    emoji: bool = True
    kinds: tuple[Kind, ...] = tuple(Kind)
    history: tuple[Exchange, ...] = ()
    style_samples: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    own_line: str = ""
    request: str = ""
    notes: tuple[Note, ...] = ()
    again: bool = False

    @property
    def shape(self) -> type[Answer] | type[AnswerWithoutDrafts] | type[Repair]:
        """The agreed shape of the answer."""
        if not self.drafts or self.stage not in ACTS:
            return AnswerWithoutDrafts
        return Repair if self.notes and not self.again else Answer
