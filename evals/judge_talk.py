"""Runs talk cases: a history is imported as the page would, and its facts are compared."""

from datetime import date
from pathlib import Path
from typing import Any

from coach.line_export.parts import Refusal, Talk
from coach.line_export.recent import recent
from coach.reading import read
from coach.talk import chosen, read_pasted, read_talk
from evals.case import TalkCase
from evals.judge_text import Judgement
from evals.result import Failure
from evals.suite import CASES


def judge_talk(case: TalkCase, folder: Path = CASES) -> Judgement:
    """Import the file (beside the cases, in ``talks/``) or the pasted text."""
    refused = ""
    talk: Talk | None = None
    try:
        if case.file:
            path = folder / "talks" / case.file
            talk = read_talk(path.read_bytes(), filename=path.name)
        else:
            talk = read_pasted(case.text)
    except Refusal as refusal:
        refused = refusal.refusal.value
    seen = _facts(talk) | {"refused": refused or None}
    if talk is not None and case.expect.model_fields_set & {"stage", "signs"}:
        seen |= _understood(chosen(talk, case.me) if case.me else talk, case.today)
    want = case.expect.model_dump(mode="json", exclude_unset=True)
    failures = [
        Failure(name, str(value), str(seen.get(name)))
        for name, value in want.items()
        if _plain(seen.get(name)) != value
    ]
    return Judgement(
        tuple(failures), want, {k: _plain(v) for k, v in seen.items()}, {"talk": case.file or case.text}
    )


def _facts(talk: Talk | None) -> dict[str, Any]:
    if talk is None:
        return {}
    messages = talk.messages
    last = messages[-1] if messages else None
    trailing = 0
    for message in reversed(messages):
        if last is None or message.sender != last.sender:
            break
        trailing += 1
    return {
        "messages": len(messages),
        "participants": list(talk.participants),
        "last_writer": last.sender if last else None,
        "trailing": trailing,
        "first_text": messages[0].text if messages else None,
        "last_text": last.text if last else None,
        "last_on": last.ts.date().isoformat() if last else None,
    }


def _understood(talk: Talk, today: date) -> dict[str, Any]:
    reading = read(recent(talk).text, today=today)
    return {
        "stage": reading.stage.value if reading.stage else None,
        "signs": [s.id.value for s in reading.signs],
    }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
