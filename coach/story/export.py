"""Stories as files to take away: JSON with everything, Markdown to read. What today's guard stops stays inside."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict

from coach.labels import EVENTS, STAGES, day
from coach.parts import Drafted, Part, Planned, Read, Said
from coach.story.memory import Case, Turn
from coach.story.shelf import shelve, showable


def as_json(cases: Iterable[Case]) -> str:
    """Every case with its turns and events, as one JSON document; times are ISO 8601."""
    return json.dumps({"yohaku": 1, "cases": [_case(case) for case in cases]}, ensure_ascii=False, indent=1)


def as_markdown(cases: Iterable[Case]) -> str:
    """Every case as text to read. What people wrote stands in fences, so that nothing in it is taken as markup."""
    return "\n\n".join(_told(case) for case in cases) + "\n"


def _case(case: Case) -> dict[str, object]:
    return {
        "id": case.id,
        "title": case.title,
        "at": case.at.isoformat(),
        "turns": [
            {
                "at": turn.at.isoformat(),
                "text": turn.text,
                "finished": turn.finished,
                "opinion": asdict(turn.opinion) if turn.opinion else None,
                "parts": [shelve(part) for part in showable(turn.parts)],
            }
            for turn in case.turns
        ],
        "events": [
            {
                "kind": note.event.kind.value,
                "on": note.event.on.isoformat(),
                "words": note.event.words,
                "agreed": note.agreed,
            }
            for note in case.notes
        ],
    }


def _told(case: Case) -> str:
    lines = ["# 相談の記録", _fenced(case.title or "（題なし）")]
    if case.notes:
        lines.append("## あったこと")
        for note in case.notes:
            lines.append(f"- {note.event.on.year}年{day(note.event.on)} {EVENTS[note.event.kind]}")
            lines += [_fenced(note.event.words)] if note.event.words else []
    if case.turns:
        lines.append("## やりとり")
        lines += [_exchange(turn) for turn in case.turns]
    return "\n\n".join(lines)


def _exchange(turn: Turn) -> str:
    answer = [told for part in showable(turn.parts) if (told := _part(part))]
    return "\n\n".join([f"### {turn.at.isoformat(timespec='minutes')}", _fenced(turn.text), *answer])


def _part(part: Part) -> str:
    match part:
        case Read(reading) if reading.stage:
            return f"場面: {STAGES[reading.stage]}"
        case Planned(plan):
            return f"今日すること\n\n{_fenced(plan.today)}"
        case Said(sentence):
            return _fenced(sentence)
        case Drafted(draft):
            return f"案（{draft.kind.value}）\n\n{_fenced(draft.text)}"
        case _:
            return ""


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall("~+", text)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
