"""One answer in the terminal, on the same path as the page, part by part as it comes."""

import json
from contextlib import closing
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from rich.console import Console
from rich.text import Text

from coach.answering.attempt import Troubled, Waiting
from coach.answering.wanted import Desk
from coach.drafting.reasons import reasons
from coach.labels import SIGNS, STAGES, day
from coach.parts import Asked, Declined, Drafted, Helped, Judged, Part, Planned, Read, Said, Unusable, Worried
from coach.purse import LIMIT, Purse, daily_limit
from coach.reply import respond
from coach.settings import Drafting, Settings
from coach.story.memory import Case, Forgetful
from coach.story.shape import TooNewError
from coach.story.shelf import shelve
from coach.wire.endpoint import model_from
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Outcome, Verdict

_NOT_SO = "この言い方は、案に入れずにおきます。"


def answer(text: str, *, now: datetime, as_json: bool) -> int:
    """Print the answer; 0 when it could be read, 2 when the input could not."""
    settings = Settings()
    case = Case(id=uuid4().hex, title="", at=now)
    console = Console(highlight=False)
    try:
        purse = _purse(settings)
    except TooNewError as error:
        console.print(Text(str(error)), soft_wrap=True)
        return 2
    parts: list[Part] = []
    desk = Desk(now=now, memory=Forgetful(), model=model_from(settings), purse=purse)
    with closing(respond(text, case=case, desk=desk)) as coming:
        for part in coming:
            if isinstance(part, Waiting):
                continue
            parts.append(part)
            if not as_json:
                for line in lines(part, today=desk.today):
                    console.print(Text(line), soft_wrap=True)
    if as_json:
        print(json.dumps(list(map(_record, parts)), ensure_ascii=False, indent=2))  # noqa: T201
    return 2 if any(isinstance(part, Unusable) for part in parts) else 0


def _purse(settings: Settings) -> Purse | None:
    """The same as the page's, opened only where there is a model that costs something."""
    if settings.drafting is not Drafting.MODEL:
        return None
    from coach.store import Store

    store = Store(settings.database)
    return Purse(store, daily_limit(store.choice(LIMIT), settings.daily_tokens))


def _record(part: Part) -> dict[str, Any]:
    """A part as plain data, with the verdict by which it is shown."""
    record = shelve(part)
    match part:
        case Drafted(draft, stage, incoming):
            record["verdict"] = _verdict(check(draft.text, stage=stage, incoming=incoming, ours=True))
        case Said(sentence, stage, incoming):
            record["verdict"] = _verdict(check_advice(sentence, stage=stage, incoming=incoming))
    return record


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {"outcome": verdict.outcome.value, "acts": [span.act.value for span in verdict.acts]}


def lines(part: Part, *, today: date) -> tuple[str, ...]:
    """A part as plain lines; a day that has passed is not named."""
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
                (
                    f"次に{'送る' if plan.for_talk else '誘う'}なら: {day(plan.not_before)}以降に。{plan.why_date}",
                )
                if plan.not_before and plan.not_before > today
                else ()
            )
            leave = (f"やめておくこと: {plan.leave}",) if plan.leave else ()
            return (f"今日すること: {plan.today}", *leave, *until, "")
        case Judged(text, verdict):
            said = {
                Outcome.PASS: "このまま送って大丈夫そうです。",
                Outcome.UNSURE: "言い切れないところがあります。",
            }
            found = (f"  「{f.span.text}」 {f.why} {f.hint}" for f in reasons(verdict))
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
        case Declined(_, why, instead):
            return (_NOT_SO, *why, *((f"かわりに: {instead}",) if instead else ()), "")
        case Asked(_, question):
            return (f"ひとつだけ: {question}",)
    return ()
