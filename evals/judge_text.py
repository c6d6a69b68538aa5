"""Runs draft, advice and request cases through the guard and says what is not as wanted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from evals.case import AdviceCase, DraftCase, RequestCase, Wanted
from evals.result import Call, Failure, Harm
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.request import check_request
from guardrails.vocabulary import Finding, Outcome, RequestKind, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """A case's failures, and what was wanted, seen and shown, as plain data."""

    failures: tuple[Failure, ...]
    want: dict[str, Any] = field(default_factory=dict)
    seen: dict[str, Any] = field(default_factory=dict)
    shows: dict[str, str] = field(default_factory=dict)
    calls: tuple[Call, ...] = ()


def judge_draft(case: DraftCase) -> Judgement:
    """Show the draft to the guard."""
    verdict = check(case.draft, stage=case.stage, incoming=case.incoming)
    shows = {"incoming": case.incoming, "draft": case.draft}
    judgement = _judged(case, verdict, shows)
    judgement.want.update(stage=case.stage.value, register=case.register_)
    return judgement


def judge_advice(case: AdviceCase) -> Judgement:
    """Show the sentence to the guard."""
    return _judged(case, check_advice(case.text), {"advice": case.text})


def judge_request(case: RequestCase) -> Judgement:
    """Show the wish to the guard."""
    verdict = check_request(case.request, stage=case.stage)
    found = [c.value for c in verdict.categories]
    wanted = [c.value for c in case.categories]
    failures = []
    if verdict.kind is not case.kind:
        harm = Harm.WRONG
        if case.kind is RequestKind.CONTENT_NG:
            harm = Harm.LEAK
        elif verdict.kind is RequestKind.CONTENT_NG:
            harm = Harm.OVER_BLOCK
        failures.append(Failure("kind", case.kind.value, verdict.kind.value, harm, _marked(verdict.findings)))
    elif missing := [c for c in wanted if c not in found]:
        failures.append(Failure("categories", " ".join(missing), " ".join(found) or "none"))
    return Judgement(
        tuple(failures),
        {"kind": case.kind.value, "categories": wanted, "stage": case.stage.value},
        {"kind": verdict.kind.value, "categories": found, "rules": _rules(verdict.findings)},
        {"request": case.request},
    )


def _judged(case: DraftCase | AdviceCase, verdict: Verdict, shows: dict[str, str]) -> Judgement:
    found = tuple([c.value for c in verdict.categories])  # ten thousand results: an empty tuple costs nothing
    wanted = tuple([c.value for c in case.categories])
    rules = _rules(verdict.findings)
    failures = []
    if not case.outcome.holds(verdict.outcome):
        harm = Harm.WRONG  # a doubt where a rejection was wanted: it is not shown, only named less surely
        if case.outcome.bad and verdict.outcome is Outcome.PASS:
            harm = Harm.LEAK
        elif case.outcome in (Wanted.PASS, Wanted.ALLOWED):
            harm = Harm.OVER_BLOCK
        told = " ".join((verdict.outcome.value, *rules))
        failures.append(Failure("outcome", case.outcome.value, told, harm, _marked(verdict.findings)))
    elif missing := [c for c in wanted if c not in found]:
        failures.append(Failure("categories", " ".join(missing), " ".join(found) or "none"))
    elif case.only and set(found) - set(wanted):
        failures.append(Failure("only", " ".join(wanted), " ".join(found), mark=_marked(verdict.findings)))
    if case.rule and case.rule not in rules:
        failures.append(Failure("rule", case.rule, " ".join(rules) or "none"))
    if case.marks and not any(_overlap(f, shows, case.marks) for f in verdict.findings):
        failures.append(Failure("marks", case.marks, _marked(verdict.findings) or "nothing"))
    return Judgement(
        tuple(failures),
        {"outcome": case.outcome.value, "categories": wanted},
        {
            "outcome": verdict.outcome.value,
            "categories": found,
            "rules": rules,
            "spans": tuple([f.span.text for f in verdict.findings]),
            "acts": tuple([a.act.value for a in verdict.acts]),
        },
        shows,
    )


def _overlap(finding: Finding, shows: dict[str, str], marks: str) -> bool:
    text = shows.get("draft", shows.get("advice", ""))
    start = text.find(marks)
    return finding.span.start < start + len(marks) and start < finding.span.end


def _rules(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.rule for f in findings))


def _marked(findings: Iterable[Finding]) -> str:
    return next((f.span.text for f in findings if f.span.text), "")
