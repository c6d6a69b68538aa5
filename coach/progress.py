"""What has come of a model's answer so far: what passed, what did not and why, and how it ended."""

from collections import Counter
from dataclasses import dataclass, field, replace

from coach.ask import Note
from coach.model import ModelError
from coach.parts import Draft, Kind, Weighed
from guardrails.vocabulary import Outcome, Verdict


@dataclass(slots=True)
class Progress:
    """Filled while a model answers, over both attempts; ``weighed`` is of the attempt under way."""

    words: str = ""
    question: str = ""
    drafts: dict[Kind, Draft] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    stopped: Counter[str] = field(default_factory=Counter)
    weighed: list[Weighed] = field(default_factory=list)
    trouble: ModelError | None = None

    def passes(self, what: str, text: str, verdict: Verdict) -> bool:
        """Whether the piece may go on; where it may not, the reasons are what a second try is told."""
        passed = self.weigh(what, text, verdict)
        if not passed:
            self.stopped.update(finding.rule for finding in verdict.findings)
            self.notes += [Note(finding.why, finding.hint) for finding in verdict.findings]
        return passed

    def weigh(self, what: str, text: str, verdict: Verdict) -> bool:
        """Whether the piece passed; its verdict is kept either way, its words only then."""
        passed = verdict.outcome is Outcome.PASS
        self.weighed.append(Weighed(what, text, verdict) if passed else Weighed(what, "", _wordless(verdict)))
        return passed


def _wordless(verdict: Verdict) -> Verdict:
    """The verdict without the words it is about."""
    findings = (replace(f, span=replace(f.span, text="")) for f in verdict.findings)
    return Verdict(verdict.outcome, tuple(findings))
