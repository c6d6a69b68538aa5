"""`yohaku check`: a message, advice or a wish, judged by the rules the page uses."""

import json
from typing import Any

import typer
from rich.console import Console
from rich.text import Text

from coach.commands.jsonl import BadLineError, field, run_lines
from coach.commands.kind import Kind
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.request import check_request
from guardrails.vocabulary import Finding, Outcome, RequestVerdict, Stage, Verdict


def judge(kind: Kind, text: str, *, stage: Stage, incoming: str) -> Verdict | RequestVerdict:
    """The verdict of the judge for this kind of text."""
    match kind:
        case Kind.DRAFT:
            return check(text, stage=stage, incoming=incoming)
        case Kind.ADVICE:
            return check_advice(text, incoming=incoming)
        case Kind.REQUEST:
            return check_request(text, stage=stage)


def as_record(verdict: Verdict | RequestVerdict) -> dict[str, Any]:
    """The verdict as plain data; for a wish with its ``kind``."""
    findings = [_finding(finding) for finding in verdict.findings]
    categories = [category.value for category in verdict.categories]
    if isinstance(verdict, RequestVerdict):
        return {"kind": verdict.kind.value, "categories": categories, "findings": findings}
    return {"verdict": verdict.outcome.value, "categories": categories, "findings": findings}


def one(kind: Kind, text: str, *, stage: Stage, incoming: str, as_json: bool) -> int:
    """Judge one text and print what was found; 0 when it passes, else 1."""
    verdict = judge(kind, text, stage=stage, incoming=incoming)
    if as_json:
        typer.echo(json.dumps(as_record(verdict), ensure_ascii=False, indent=2))
    else:
        _show(text, verdict)
    if isinstance(verdict, RequestVerdict):
        return int(bool(verdict.findings))
    return int(verdict.outcome is not Outcome.PASS)


def many(kind: Kind, source: str, *, stage: Stage) -> int:
    """Judge JSON lines; see `run_lines`."""

    def line(row: dict[str, Any]) -> dict[str, Any]:
        names = {Kind.DRAFT: ("draft", "text"), Kind.ADVICE: ("text",), Kind.REQUEST: ("request", "text")}[
            kind
        ]
        try:
            at = Stage(field(row, "stage", default=stage.value))
        except ValueError as error:
            if isinstance(error, BadLineError):
                raise
            raise BadLineError(f"stage must be one of {', '.join(Stage)}") from None
        text = field(row, *names)
        return as_record(judge(kind, text, stage=at, incoming=field(row, "incoming", default="")))

    return run_lines(source, line)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category.value if finding.category else None,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.span.text,
        "why": finding.why,
        "hint": finding.hint,
    }


def _show(text: str, verdict: Verdict | RequestVerdict) -> None:
    console = Console(highlight=False)
    marked = Text(text)
    for finding in verdict.findings:
        marked.stylize("reverse", finding.span.start, finding.span.end)
    console.print(marked, soft_wrap=True)
    said = verdict.kind.value if isinstance(verdict, RequestVerdict) else verdict.outcome.value
    console.print(Text(said, style="bold"))
    for finding in verdict.findings:
        console.print(Text(f"  {finding.rule}「{finding.span.text}」"), soft_wrap=True)
        console.print(Text(f"    {finding.why}"), soft_wrap=True)
        console.print(Text(f"    {finding.hint}"), soft_wrap=True)
