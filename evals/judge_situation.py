"""Runs situation cases through the screen, the reading and the plan, and compares what the case writes."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from coach.policy import plan as make_plan
from coach.reading import read
from coach.situation import Event
from evals.case import Happened, SituationCase
from evals.checks import CHECKS, Understood, told, words
from evals.expect import Situation
from evals.judge_text import Judgement
from evals.result import Failure, Harm
from guardrails.safety import screen
from guardrails.vocabulary import Danger, Stage

_ENDS = frozenset(
    {"declined", "cooldown", "second_invite", "alternative"}
)  # stages in which one may still write


def judge_situation(case: SituationCase) -> Judgement:
    """Read the message and plan the day."""
    understood = understand(case.text, case.today, happened(case.events), case.corrected)
    failures = compare(case.expect, understood)
    return Judgement(
        tuple(failures),
        wanted(case.expect),
        summary(understood),
        {"message": case.text, **_shown(understood)},
    )


def understand(
    text: str, today: date, events: tuple[Event, ...], corrected: Stage | None = None
) -> Understood:
    """Walk the deterministic half of the path."""
    alarms = screen(text)
    reading = read(text, today=today, case=events, corrected=corrected, alarms=alarms)
    return Understood(text, alarms, reading, make_plan(reading, events, today))


def happened(events: Iterable[Happened]) -> tuple[Event, ...]:
    """A case's events as the coach knows them."""
    return tuple(Event(kind=e.kind, on=e.on, words=e.words) for e in events)


def summary(understood: Understood) -> dict[str, Any]:
    """What was understood, as plain data."""
    seen: dict[str, Any] = {"dangers": [a.danger.value for a in understood.alarms]}
    if understood.reading:
        reading = understood.reading
        seen.update(
            topic=reading.topic.value,
            signs=[s.id.value for s in reading.signs],
            quotes=[s.span.text for s in reading.signs],
            reason=reading.reason.kind.value,
            register=reading.register.value,
        )
    if understood.plan:
        plan = understood.plan
        seen.update(
            stage=plan.stage.value if plan.stage else None,
            action=plan.action.value,
            wait_days=list(plan.wait_days) if plan.wait_days else None,
            not_before=plan.not_before.isoformat() if plan.not_before else None,
            drafts=plan.drafts,
        )
    return seen


def wanted(expect: Situation) -> dict[str, Any]:
    """What the case writes, as plain data."""
    return expect.model_dump(mode="json", include=set(expect.written))


def compare(expect: Situation, understood: Understood) -> list[Failure]:
    """All that is not as the case writes it."""
    failures = _dangers(expect, understood)
    for name in sorted(expect.written & CHECKS.keys()):
        want = getattr(expect, name)
        got, holds = CHECKS[name](understood, want)
        if not holds:
            failures.append(Failure(name.rstrip("_"), told(want), told(got), _harm(name, want, got)))
    return failures


def _dangers(expect: Situation, understood: Understood) -> list[Failure]:
    found = {a.danger for a in understood.alarms}
    failures = []
    must = set(expect.has_danger) | set(expect.dangers or ())
    if missing := sorted(must - found - {Danger.IDIOM}):
        failures.append(Failure("danger", " ".join(missing), told(tuple(found)), Harm.MISSED_DANGER))
    if "dangers" in expect.written and (extra := sorted(found - set(expect.dangers or ()) - {Danger.IDIOM})):
        failures.append(Failure("danger", told(expect.dangers), " ".join(extra), Harm.OVER_BLOCK))
    return failures


def _harm(name: str, want: Any, got: Any) -> Harm:
    """Reading a final no as anything in which one may write on is a missed danger."""
    if name == "stage" and want is Stage.CLOSED and got is not None and told(got) in _ENDS:
        return Harm.MISSED_DANGER
    if name == "drafts" and want is False and got is True:
        return Harm.MISSED_DANGER
    return Harm.WRONG


def _shown(understood: Understood) -> dict[str, str]:
    text = words(understood)
    return {"plan": text} if text else {}
