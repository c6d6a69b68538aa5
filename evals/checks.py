"""How each fact that a case may expect of a reading and a plan is compared."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from coach.situation import Plan, Reading
from guardrails.vocabulary import Alarm


@dataclass(frozen=True, slots=True)
class Understood:
    """What was screened, read and planned of one message."""

    text: str
    alarms: tuple[Alarm, ...] = ()
    reading: Reading | None = None
    plan: Plan | None = None


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


def words(understood: Understood) -> str:
    """All that the plan says."""
    plan = understood.plan
    return "\n".join((plan.today, plan.leave, plan.why, plan.why_date)) if plan else ""


def _plan_has(understood: Understood, want: Any) -> tuple[Any, bool]:
    text = words(understood)
    return text, all(w in text for w in want)


def _plan_lacks(understood: Understood, want: Any) -> tuple[Any, bool]:
    text = words(understood)
    return text, not any(w in text for w in want)


CHECKS: dict[str, Check] = {
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


def told(value: Any) -> str:
    """A value as a report says it."""
    if isinstance(value, tuple | list | set | frozenset):
        return " ".join(told(v) for v in value) or "none"
    return "none" if value is None else str(value)
