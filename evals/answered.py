"""One turn's answer: its parts as they came, what a person would see of it, and what the figures are made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from coach.answering.attempt import Troubled, Withheld
from coach.parts import Asked, Declined, Drafted, Helped, Judged, Part, Planned, Said, Source, Unusable
from evals.forbidden import forbidden


@dataclass(frozen=True, slots=True)
class Answered:
    """One turn's parts in order, each with how many requests and milliseconds had passed when it came."""

    parts: tuple[Part, ...]
    calls: tuple[int, ...]
    ms: tuple[int, ...]

    def of(self, kind: type[Any]) -> Iterator[Any]:
        """The parts of one kind."""
        return (p for p in self.parts if isinstance(p, kind))

    @property
    def words(self) -> str:
        """All sentences of the coach."""
        said = (p.sentence for p in self.parts if isinstance(p, Said | Unusable | Troubled))
        helped = (w for p in self.of(Helped) for w in p.words)
        refused = (w for p in self.of(Declined) for w in (*p.why, p.instead))
        return "\n".join((*said, *helped, *refused))


def measured(answered: Answered, given: str) -> dict[str, Any]:
    """What the metrics are made of; ``given`` is what the user typed."""
    drafted = [
        (p.draft, call)
        for p, call in zip(answered.parts, answered.calls, strict=True)
        if isinstance(p, Drafted)
    ]
    first = next(
        (ms for p, ms in zip(answered.parts, answered.ms, strict=True) if isinstance(p, Said | Drafted)), 0
    )
    return {
        "drafts": [d.text for d, _ in drafted],
        "acts": [[piece.act.value for piece in d.pieces] for d, _ in drafted],
        "came": ["composed" if d.source is Source.COMPOSED else str(call) for d, call in drafted],
        "forbidden": list(forbidden(_shown(answered), given)),
        "withheld": dict(p for w in answered.of(Withheld) for p in w.rules),
        "first_words_ms": first,
        "trouble": next((p.kind for p in answered.of(Troubled)), None),
    }


def _shown(answered: Answered) -> Iterator[str]:
    """What the coach itself says, and the drafts: sentences and messages, without what is quoted of the user."""
    yield answered.words
    yield from (text for d in answered.of(Drafted) for text in (d.draft.text, d.draft.why))
    yield from (text for p in answered.of(Planned) for text in (p.plan.today, p.plan.leave, p.plan.why_date))
    yield from (p.question for p in answered.of(Asked))


def told(answered: Answered) -> str:
    """Everything that a person would see, for reports and for what may never be seen."""
    lines: list[str] = []
    for part in answered.parts:
        match part:
            case Unusable(sentence) | Said(sentence) | Troubled(_, sentence):
                lines.append(sentence)
            case Helped(danger, words, help_lines):
                lines += [
                    f"[{danger.value}]",
                    *words,
                    *(f"{line.name} {line.contact}" for line in help_lines),
                ]
            case Planned(plan):
                lines += [f"[{plan.action.value}] {plan.today}", plan.leave, plan.why, plan.why_date]
            case Drafted(draft):
                lines.append(f"〈{draft.kind.value}〉\n{draft.text}\n({draft.why})")
            case Judged(_, verdict):
                lines += [f"[{verdict.outcome.value}]", *(f"{f.why} {f.hint}" for f in verdict.findings)]
            case Declined(categories, why, instead):
                lines += [f"[{' '.join(categories)}]", *why, instead]
            case Asked(_, question):
                lines.append(f"？ {question}")
            case _:
                pass
    return "\n".join(line for line in lines if line)
