"""All that a prompt is made of, and which parts of an answer it asks for."""

from dataclasses import dataclass, replace

from coach.answering.outline import Outline
from coach.parts import Kind
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
    the user or the other wrote may be quoted in them. ``judged`` is what the guard has against the user's own line,
    empty where it has nothing. ``unable`` says that the user can come on "none" of the days they offered, or only on "some". ``twice`` that the end is no word of theirs but a second no, ``ends`` that inviting ends with this answer, as one of
    the two depends on the other: no door is held open. ``care`` is where a kind word goes (``coach/standing/care.py``). ``notes`` makes it a second try, for the parts of the
    ``outline`` alone; ``said`` are the words that the first one got as far as.
    """

    stage: Stage | None
    today: str
    leave: str
    why: str
    message: str
    outline: Outline
    incoming: str = ""
    signs: tuple[SignId, ...] = ()
    unsure: bool = False
    care: str = ReasonKind.NONE.value
    interests: tuple[str, ...] = ()
    register: Register = Register.POLITE
    emoji: bool = True
    unable: str = ""
    twice: bool = False
    ends: bool = False
    history: tuple[Exchange, ...] = ()
    style_samples: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    own_line: str = ""
    judged: tuple[Note, ...] | None = None
    request: str = ""
    notes: tuple[Note, ...] = ()
    said: str = ""

    @property
    def acts(self) -> tuple[Act, ...]:
        """What a line of a draft may do here."""
        acts = ACTS.get(self.stage, ()) if self.stage else ()
        return tuple(act for act in acts if not (self.ends and act is Act.FUTURE))

    @property
    def asked(self) -> Outline:
        """The outline without what its stage has no place for; a last acceptance is one line alone."""
        if self.stage not in ACTS:
            return replace(self.outline, kinds=())
        if self.stage is Stage.CLOSED and self.outline.kinds:
            return replace(self.outline, kinds=(Kind.SHORT,))
        return self.outline
