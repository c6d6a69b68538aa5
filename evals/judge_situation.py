"""Runs situation cases through the screen, the reading and the plan, and compares what the case writes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from coach.policy import plan as make_plan
from coach.reading import read
from coach.situation import Event, Plan, Reading
from evals.case import Happened, Situation, SituationCase
from evals.judge_text import Judgement
from evals.result import Failure, Harm
from guardrails.safety import screen
from guardrails.vocabulary import Alarm, Danger, Stage

_ENDS = frozenset(
    {"declined", "cooldown", "second_invite", "alternative"}
)  # stages in which one may still write


@dataclass(frozen=True, slots=True)
class Understood:
    """What was screened, read and planned of one message."""

    text: str
    alarms: tuple[Alarm, ...] = ()
    reading: Reading | None = None
    plan: Plan | None = None


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
    for name in sorted(expect.written & _CHECKS.keys()):
        want = getattr(expect, name)
        got, holds = _CHECKS[name](understood, want)
        if not holds:
            failures.append(Failure(name.rstrip("_"), _said(want), _said(got), _harm(name, want, got)))
    return failures


def _dangers(expect: Situation, understood: Understood) -> list[Failure]:
    found = {a.danger for a in understood.alarms}
    failures = []
    must = set(expect.has_danger) | set(expect.dangers or ())
    if missing := sorted(must - found - {Danger.IDIOM}):
        failures.append(Failure("danger", " ".join(missing), _said(tuple(found)), Harm.MISSED_DANGER))
    if "dangers" in expect.written and (extra := sorted(found - set(expect.dangers or ()) - {Danger.IDIOM})):
        failures.append(Failure("danger", _said(expect.dangers), " ".join(extra), Harm.OVER_BLOCK))
    return failures


def _harm(name: str, want: Any, got: Any) -> Harm:
    """Reading a final no as anything in which one may write on is a missed danger."""
    if name == "stage" and want is Stage.CLOSED and got is not None and _said(got) in _ENDS:
        return Harm.MISSED_DANGER
    if name == "drafts" and want is False and got is True:
        return Harm.MISSED_DANGER
    return Harm.WRONG


Check = Callable[[Understood, Any], tuple[Any, bool]]


def _read(get: Callable[[Reading], Any]) -> Check:
    def check(understood: Understood, want: Any) -> tuple[Any, bool]:
        got = get(understood.reading) if understood.reading else None
        return got, got == want

    return check


def _planned(get: Callable[[Plan], Any]) -> Check:
    def check(understood: Understood, want: Any) -> tuple[Any, bool]:
        got = get(understood.plan) if understood.plan else None
        return got, got in want if isinstance(want, tuple) and not isinstance(got, tuple) else got == want

    return check


def _signs(understood: Understood, want: Any) -> tuple[Any, bool]:
    got = tuple(s.id for s in understood.reading.signs) if understood.reading else ()
    return got, set(got) == set(want)


def _has_signs(understood: Understood, want: Any) -> tuple[Any, bool]:
    got = _signs(understood, want)[0]
    return got, set(want) <= set(got)


def _lacks_signs(understood: Understood, want: Any) -> tuple[Any, bool]:
    got = _signs(understood, want)[0]
    return got, not set(want) & set(got)


def _evidence(understood: Understood, want: Any) -> tuple[Any, bool]:
    spans = [s.span for s in understood.reading.signs] if understood.reading else []
    spans += [span for alarm in understood.alarms for span in alarm.evidence]
    real = all(understood.text[s.start : s.end] == s.text and s.text for s in spans)
    met = all(
        any(s.start < at + len(e) and at < s.end for s in spans) for e, at in _places(understood.text, want)
    )
    return tuple(s.text for s in spans), real and met


def _places(text: str, pieces: Iterable[str]) -> list[tuple[str, int]]:
    return [(piece, text.find(piece)) for piece in pieces]


def _interest(understood: Understood, want: Any) -> tuple[Any, bool]:
    got = tuple(s.text for s in understood.reading.interests) if understood.reading else ()
    return got, any(want in text or text in want for text in got) if want else not got


def _within(got: str | None, want: str | None) -> bool:
    return got is None if want is None else bool(got) and (want in (got or "") or (got or "") in want)


def _span(get: Callable[[Reading], Any]) -> Check:
    def check(understood: Understood, want: Any) -> tuple[Any, bool]:
        span = get(understood.reading) if understood.reading else None
        got = span.text if span else None
        return got, _within(got, want)

    return check


def _words(understood: Understood) -> str:
    plan = understood.plan
    return "\n".join((plan.today, plan.leave, plan.why, plan.why_date)) if plan else ""


def _plan_has(understood: Understood, want: Any) -> tuple[Any, bool]:
    words = _words(understood)
    return words, all(w in words for w in want)


def _plan_lacks(understood: Understood, want: Any) -> tuple[Any, bool]:
    words = _words(understood)
    return words, not any(w in words for w in want)


_CHECKS: dict[str, Check] = {
    "topic": _read(lambda r: r.topic),
    "stage": _planned(lambda p: p.stage),
    "signs": _signs,
    "has_signs": _has_signs,
    "lacks_signs": _lacks_signs,
    "evidence": _evidence,
    "action": _planned(lambda p: p.action),
    "wait_days": _planned(lambda p: p.wait_days),
    "not_before": _planned(lambda p: p.not_before),
    "drafts": _planned(lambda p: p.drafts),
    "reason": _read(lambda r: r.reason.kind),
    "until": _read(lambda r: r.reason.until),
    "register_": _read(lambda r: r.register),
    "replied": _read(lambda r: r.replied),
    "unanswered": _read(lambda r: r.unanswered),
    "days_since": _read(lambda r: r.days_since),
    "declines": _read(lambda r: r.declines),
    "incoming": _span(lambda r: r.incoming),
    "offered_day": _span(lambda r: r.offered_day),
    "own_draft": _span(lambda r: r.own_draft),
    "interest": _interest,
    "dependent": _read(lambda r: r.dependent),
    "aim": _read(lambda r: r.aim),
    "plan_has": _plan_has,
    "plan_lacks": _plan_lacks,
}


def _said(value: Any) -> str:
    if isinstance(value, tuple | list | set | frozenset):
        return " ".join(_said(v) for v in value) or "none"
    return "none" if value is None else str(value)


def _shown(understood: Understood) -> dict[str, str]:
    words = _words(understood)
    return {"plan": words} if words else {}
