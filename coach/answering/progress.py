"""What has come of a model's answer so far: what passed, what did not and why, and how it ended."""

from collections import Counter
from dataclasses import dataclass, field, replace

from coach.answering.ask import Note
from coach.answering.attempt import Weighed
from coach.answering.outline import Outline, WordsField
from coach.model import ModelError
from coach.parts import Draft, Kind
from guardrails.vocabulary import Outcome, Verdict

QUESTION = "question"
Place = WordsField | int | str
"""Where in an answer a piece stands: a field of the words, a draft by its number, or ``QUESTION``."""


@dataclass(slots=True)
class Progress:
    """Filled while a model answers, over both attempts; ``weighed``, ``failed`` and ``whole`` are of the one under way.

    ``said`` and ``drafted`` are what has passed, as the model wrote it, with placeholders; ``repeated`` what an
    earlier attempt has said already.
    """

    words: str = ""
    question: str = ""
    drafts: dict[Kind, Draft] = field(default_factory=dict)
    said: list[tuple[WordsField, str]] = field(default_factory=list)
    drafted: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    stopped: Counter[str] = field(default_factory=Counter)
    weighed: list[Weighed] = field(default_factory=list)
    failed: set[Place] = field(default_factory=set)
    repeated: frozenset[str] = frozenset()
    whole: bool = False
    trouble: ModelError | None = None

    def begin(self) -> None:
        """The next attempt."""
        self.weighed, self.failed, self.whole = [], set(), False
        self.repeated = frozenset(text.strip() for _, text in self.said)

    def passes(self, what: str, text: str, verdict: Verdict, *, at: Place) -> bool:
        """Whether the piece may go on; where it may not, the reasons are what a second try is told."""
        passed = self.weigh(what, text, verdict)
        if not passed:
            self.stopped.update(finding.rule for finding in verdict.findings)
            self.fail(at, *(Note(finding.why, finding.hint) for finding in verdict.findings))
        return passed

    def fail(self, at: Place, *notes: Note) -> None:
        """What stands there cannot be kept, and why."""
        self.failed.add(at)
        self.notes += notes

    def weigh(self, what: str, text: str, verdict: Verdict) -> bool:
        """Whether the piece passed; its verdict is kept either way, its words only then."""
        passed = verdict.outcome is Outcome.PASS
        self.weighed.append(Weighed(what, text, verdict) if passed else Weighed(what, "", _wordless(verdict)))
        return passed

    def missing(self, asked: Outline) -> Outline:
        """What of the outline failed or has not come yet."""
        spoken = {field for field, _ in self.said}
        return Outline(
            words=tuple(f for f in asked.words if f in self.failed or not (self.whole or f in spoken)),
            kinds=tuple(kind for kind in asked.kinds if kind not in self.drafts),
            question=asked.question and (QUESTION in self.failed or not self.whole),
        )


def _wordless(verdict: Verdict) -> Verdict:
    """The verdict without the words it is about."""
    findings = (replace(f, span=replace(f.span, text="")) for f in verdict.findings)
    return Verdict(verdict.outcome, tuple(findings))
