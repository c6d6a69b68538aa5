"""What one answer is made of, in the order the page draws it. Drafts in here have passed the guard, always.

Part
├── Unusable   the input cannot be read; one sentence says why
├── Helped     danger: calm words and helplines, and nothing after it
├── Read       what was read, with evidence
├── Planned    what to do today, what to leave, not before when
├── Said       one sentence of the coach
├── Drafted    one draft
├── Judged     the user's own draft, judged
├── Declined   a wish that would make the draft NG: why not, and what works instead
├── Asked      one question back
├── Sending, Attempted, Withheld, Troubled   what happened with the model (``coach.answering.attempt``)
└── Finished   who wrote the drafts
"""

from dataclasses import dataclass
from enum import StrEnum

from coach.answering.attempt import Attempted, Sending, Troubled, Waiting, Withheld
from coach.situation import Plan, Reading
from guardrails.vocabulary import Act, Category, Danger, Stage, Verdict


class Source(StrEnum):
    """Who wrote it."""

    COMPOSED = "composed"
    MODEL = "model"


class Kind(StrEnum):
    """The three kinds of draft (the values are what the page shows)."""

    BRISK = "あっさり"
    WARM = "あたたかく"
    SHORT = "ひとこと"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a draft and what it does; ``break_before`` starts a new line."""

    act: Act
    text: str
    break_before: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to them, ready to be copied."""

    kind: Kind
    pieces: tuple[Piece, ...]
    why: str
    source: Source

    @property
    def text(self) -> str:
        """The message itself."""
        return "".join(("\n" if p.break_before and i else "") + p.text for i, p in enumerate(self.pieces))


@dataclass(frozen=True, slots=True)
class Unusable:
    """The input cannot be read; what was typed is kept all the same."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the dated catalogue; ``open_now`` is None where the catalogue does not know the hours."""

    name: str
    contact: str
    hours: str
    note: str
    source_url: str
    verified_on: str
    open_now: bool | None


@dataclass(frozen=True, slots=True)
class Helped:
    """Danger: what is said, and to whom one can turn. ``again`` says that it was named by an earlier message."""

    danger: Danger
    words: tuple[str, ...]
    lines: tuple[Line, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Worried:
    """Perhaps danger: a gentle word, and to whom one can turn."""

    words: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class Planned:
    """What to do."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of the coach, checked for this stage and their words, as far as they count, so that it can be judged again."""

    sentence: str
    stage: Stage | None = None
    incoming: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """One draft, checked for this stage and their words, so that it can be judged again when it is redrawn.

    ``own`` is the user's own line that it keeps as much of as it can, or "".
    """

    draft: Draft
    stage: Stage
    incoming: str
    own: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """The user's own draft and what the guard says of it."""

    text: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Declined:
    """A wish that would bring an NG into the draft."""

    categories: tuple[Category, ...]
    why: tuple[str, ...]
    instead: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question back; ``id`` says which, so that the next turn can go on from it."""

    id: str
    question: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of an answer; ``source`` is None when there was nothing to draft."""

    source: Source | None


Passing = Waiting | Sending | Attempted
"""Parts of the moment, which are not kept with the turn."""

Part = (
    Unusable
    | Helped
    | Worried
    | Read
    | Planned
    | Said
    | Drafted
    | Judged
    | Declined
    | Asked
    | Withheld
    | Troubled
    | Finished
    | Passing
)
