"""A talk as a case for `python -m evals`: masked, walked once more, with what it shows now as what is expected.

The line is a case of the kind ``conversation`` (`evals/case.py`); the file is a suite named ``own``.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from coach.answering.wanted import Desk, drafts_in
from coach.parts import Helped, Part, Planned, Read, Unusable
from coach.privacy import mask
from coach.reply import respond, rewrite
from coach.situation import Event
from coach.store import Store
from coach.story.database import FORGETTING
from coach.story.memory import Case, Turn
from coach.story.nicknames import nicknames
from guardrails.vocabulary import Stage

SUITE = "own"
_HEADER = {"suite": SUITE, "kind": "conversation", "about": "Talks saved from the page as cases"}


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of the case: what was typed, masked, and where the two stand as it is read now.

    ``events`` had been noted before it; ``corrected`` is the stage that the user chose over the reading;
    ``parts`` is what the path answers to the masked text.
    """

    at: datetime
    text: str
    wish: bool
    events: tuple[Event, ...]
    corrected: Stage | None = None
    parts: tuple[Part, ...] = ()

    @property
    def stage(self) -> Stage | None:
        """The stage that was read, None where nothing was."""
        return next((part.reading.stage for part in self.parts if isinstance(part, Read)), None)


def steps_of(case: Case) -> tuple[Step, ...]:
    """The turns of a talk that came to an end, masked and answered again without a model."""
    turns = [turn for turn in case.turns if turn.finished]
    words = [note.event.words for note in case.notes]
    masked = mask([*(turn.text for turn in turns), *words], names=nicknames(case)).texts
    said = dict(zip((note.id for note in case.notes), masked[len(turns) :], strict=True))
    noted: list[list[Event]] = [[] for _ in turns]
    for note in case.notes:
        read = next((i for i, turn in enumerate(turns) if turn.id == note.turn_id), -1)
        if turns and read + 1 < len(turns):  # what a turn told of counts from the next one on
            noted[read + 1].append(replace(note.event, words=said[note.id]))
    steps = [
        Step(turn.at, text, _is_wish(turn), tuple(events), _corrected(turns, i))
        for i, (turn, text, events) in enumerate(zip(turns, masked, noted, strict=False))
    ]
    return tuple(_walked(steps))


def line_of(case: Case, steps: Sequence[Step], right: Mapping[int, Stage | None]) -> dict[str, Any]:
    """The case; ``right`` is the stage that is right at a step, where the user says that another was read."""
    wrong = [i for i, stage in right.items() if stage is not steps[i].stage]
    told: dict[str, Any] = {"id": f"own-{sha256(case.id.encode()).hexdigest()[:10]}"}
    if wrong:
        told["known"] = "misread when it was saved: turn " + ", ".join(str(i) for i in sorted(wrong))
    return told | {"turns": [_say(step, right.get(i, step.stage)) for i, step in enumerate(steps)]}


def save(line: Mapping[str, Any], folder: Path) -> Path:
    """Put the case into the suite's file; one saved before from the same talk is replaced."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{SUITE}.jsonl"
    before = [json.loads(row) for row in path.read_text("utf-8").splitlines()[1:]] if path.exists() else []
    kept = [row for row in before if row["id"] != line["id"]]
    rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (_HEADER, *kept, line))
    fresh = path.with_suffix(".new")
    with os.fdopen(
        os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as out:
        out.write(rows)
    fresh.replace(path)
    return path


def forget(folder: Path) -> None:
    """Delete every case saved from a talk."""
    (folder / f"{SUITE}.jsonl").unlink(missing_ok=True)


def _is_wish(turn: Turn) -> bool:
    """Whether the turn is about a draft: what tells of a situation is always read."""
    return not any(isinstance(part, Read | Helped | Unusable) for part in turn.parts)


def _corrected(turns: Sequence[Turn], at: int) -> Stage | None:
    """The stage the user chose: the same words again, read as another stage."""
    if at == 0 or turns[at].text != turns[at - 1].text:
        return None
    before, now = (_read(turns[i]) for i in (at - 1, at))
    return now if now is not before else None


def _read(turn: Turn) -> Stage | None:
    return next((part.reading.stage for part in turn.parts if isinstance(part, Read)), None)


def _walked(steps: Sequence[Step]) -> list[Step]:
    memory, walked = Store(FORGETTING), list[Step]()
    case_id = "case"
    for step in steps:
        for event in step.events:
            memory.note(case_id, event)
        case = memory.case(case_id) or Case(case_id, "", step.at)
        desk = Desk(step.at, memory)
        shown = next((found for turn in reversed(case.turns) if (found := drafts_in(turn.parts))), ())
        if step.wish and not shown:
            continue
        if step.wish:
            parts = tuple(rewrite(shown[0], step.text, case=case, desk=desk))
        else:
            parts = tuple(respond(step.text, case=case, desk=desk, corrected=step.corrected))
        walked.append(replace(step, parts=parts))
    memory.close()
    return walked


def _say(step: Step, stage: Stage | None) -> dict[str, Any]:
    told: dict[str, Any] = {"say": step.text, "at": step.at.isoformat()}
    if step.wish:
        told["rewrite"] = 0
    if step.corrected:
        told["corrected"] = step.corrected.value
    if step.events:
        told["note_events"] = [
            {"kind": event.kind.value, "on": event.on.isoformat(), "words": event.words}
            for event in step.events
        ]
    return told | {"expect": _expected(step, stage)}


def _expected(step: Step, stage: Stage | None) -> dict[str, Any]:
    helped = next((part.danger for part in step.parts if isinstance(part, Helped)), None)
    if helped:
        return {"helped": helped.value}
    if step.wish:
        return {"count": len(drafts_in(step.parts))}
    if stage is not step.stage:
        return {"stage": stage and stage.value}
    plan = next((part.plan for part in step.parts if isinstance(part, Planned)), None)
    if plan is None:
        return {"unusable": any(isinstance(part, Unusable) for part in step.parts)}
    return {"stage": stage and stage.value, "action": plan.action.value, "drafts": plan.drafts}
