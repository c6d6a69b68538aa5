"""Parts as JSON and back, for the store and for `--json`. Whatever comes back is judged again by today's guard."""

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from coach.parts import Drafted, Part, Planned, Said
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage

_KINDS = {kind.__name__: TypeAdapter[Any](kind) for kind in Part.__args__}


def shelve(part: Part) -> dict[str, Any]:
    """A part as plain JSON data, with its kind's name under ``part``."""
    name = type(part).__name__
    return {"part": name, **_KINDS[name].dump_python(part, mode="json")}


def restore(kept: Any) -> Part | None:
    """The part again, or None when it is of a kind or shape that this version does not know."""
    if not isinstance(kept, dict):
        return None
    adapter = _KINDS.get(str(kept.get("part")))
    if adapter is None:
        return None
    try:
        part: Part = adapter.validate_python({k: v for k, v in kept.items() if k != "part"})
    except ValidationError:
        return None
    return part


def showable(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts that today's guard still lets through: what an older version kept may not be."""
    stage = next((part.plan.stage for part in parts if isinstance(part, Planned)), None)
    return tuple(today for part in parts if (today := _today(part, stage)) is not None)


def _today(part: Part, at: Stage | None) -> Part | None:
    """The part as it may be shown today; a draft whose reason may not be said stands without one."""
    match part:
        case Drafted(draft, stage, incoming):
            if check(draft.text, stage=stage, incoming=incoming, ours=True).outcome is not Outcome.PASS:
                return None
            said = check_advice(draft.why, stage=stage, incoming=incoming).outcome is Outcome.PASS
            return part if said else replace(part, draft=replace(draft, why=""))
        case Said(sentence, stage, incoming):
            verdict = check_advice(sentence, stage=stage or at, incoming=incoming)
            return part if verdict.outcome is Outcome.PASS else None
    return part
