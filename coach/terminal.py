"""One answer in the terminal, on the same path as the page, part by part as it comes."""

import json
from datetime import datetime
from uuid import uuid4

from rich.console import Console
from rich.text import Text

from coach.endpoint import model_from
from coach.labels import SIGNS, STAGES, day
from coach.memory import Case, Forgetful
from coach.parts import Asked, Drafted, Helped, Judged, Part, Planned, Read, Said, Troubled, Unusable, Worried
from coach.reply import respond
from coach.settings import Settings
from coach.shelf import shelve
from coach.wanted import Desk
from guardrails.vocabulary import Outcome


def answer(text: str, *, now: datetime, as_json: bool) -> int:
    """Print the answer; 0 when it could be read, 2 when the input could not."""
    case = Case(id=uuid4().hex, title="", at=now)
    parts: list[Part] = []
    console = Console(highlight=False)
    for part in respond(
        text, case=case, desk=Desk(now=now, memory=Forgetful(), model=model_from(Settings()))
    ):
        parts.append(part)
        if not as_json:
            for line in lines(part):
                console.print(Text(line), soft_wrap=True)
    if as_json:
        print(json.dumps([shelve(part) for part in parts], ensure_ascii=False, indent=2))  # noqa: T201
    return 2 if any(isinstance(part, Unusable) for part in parts) else 0


def lines(part: Part) -> tuple[str, ...]:
    """A part as plain lines."""
    match part:
        case Unusable(sentence) | Said(sentence) | Troubled(_, sentence):
            return (sentence,)
        case Helped(_, words, help_lines) | Worried(words, help_lines):
            return (*words, *(f"  {line.name} {line.contact} {line.hours}" for line in help_lines), "")
        case Read(reading):
            stage = (f"読み取ったこと: {STAGES[reading.stage]}",) if reading.stage else ()
            return (
                *stage,
                *(f"  「{sign.span.text}」 {SIGNS[sign.id]}" for sign in reading.signs),
                *reading.unsure,
            )
        case Planned(plan):
            until = (
                (f"次に誘うなら: {day(plan.not_before)}以降に。{plan.why_date}",) if plan.not_before else ()
            )
            return (f"今日すること: {plan.today}", f"やめておくこと: {plan.leave}", *until, "")
        case Judged(text, verdict):
            said = {
                Outcome.PASS: "このまま送って大丈夫そうです。",
                Outcome.UNSURE: "言い切れないところがあります。",
            }
            found = (f"  「{f.span.text}」 {f.why} {f.hint}" for f in verdict.findings)
            return (
                f"あなたの下書き: {text}",
                said.get(verdict.outcome, "このままは、やめておきましょう。"),
                *found,
                "",
            )
        case Drafted(draft):
            return (
                f"[{draft.kind.value}]",
                *(f"  {line}" for line in draft.text.splitlines()),
                f"  ({draft.why})",
                "",
            )
        case Asked(_, question):
            return (f"ひとつだけ: {question}",)
    return ()
