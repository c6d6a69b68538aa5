"""受け手の目: how a message looks to the one who gets it. Nothing is judged here; what is counted is shown."""

from dataclasses import dataclass

from guardrails.text import view
from guardrails.vocabulary import Act, Verdict

PARTS = (Act.THANKS, Act.ACCEPTANCE, Act.FUTURE)
"""The three parts of a reply after a no (article A)."""
_MUCH_LONGER = 3
_SHORT = 40  # up to here nobody feels buried, however short their own words were


@dataclass(frozen=True, slots=True)
class Eyes:
    """``questions`` want an answer; lengths are in characters; ``way_out``: a no is made easy."""

    questions: tuple[str, ...]
    length: int
    their_length: int
    way_out: bool
    lit: tuple[Act, ...]

    @property
    def too_long(self) -> bool:
        """Whether it weighs much more than what they wrote."""
        return self.their_length > 0 and self.length > max(_SHORT, _MUCH_LONGER * self.their_length)


def seen(draft: str, verdict: Verdict, *, incoming: str = "") -> Eyes:
    """What the receiver sees of ``draft``, whose verdict is known."""
    sentences = view(draft).sentences
    acts = {found.act for found in verdict.acts}
    return Eyes(
        questions=tuple(text for s in sentences if s.question and (text := draft[s.start : s.end].strip())),
        length=_length(draft),
        their_length=_length(incoming),
        way_out=Act.EXIT in acts,
        lit=tuple(act for act in PARTS if act in acts),
    )


def _length(text: str) -> int:
    return len("".join(text.split()))
