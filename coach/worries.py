"""The same worry coming back within one day: when to stop going over it and turn to someone (article B)."""

from datetime import date

from coach.answering.wanted import JAPAN
from coach.parts import Asked, Planned
from coach.situation import Action
from coach.story.memory import Case, Turn

ENOUGH = 3
STOP = (
    "今日は、この気持ちに三度向き合いました。考えるのは、ここでいったん休みにしませんか。",
    "同じ気持ちが何度も来るのは、弱いからではありません。ひとりで抱えず、友人や窓口に話してもいいんです。",
)
_WAITING = (Action.DO_NOT_SEND, Action.SELF_CARE)


def times_today(case: Case, today: date) -> int:
    """How often this story came back today (Japanese time) to waiting; answers to our own questions don't count."""
    before = (None, *case.turns)
    return sum(
        turn.at.astimezone(JAPAN).date() == today and _waits(turn) and not (last and _asked(last))
        for last, turn in zip(before, case.turns, strict=False)
    )


def _waits(turn: Turn) -> bool:
    return any(isinstance(part, Planned) and part.plan.action in _WAITING for part in turn.parts)


def _asked(turn: Turn) -> bool:
    return any(isinstance(part, Asked) and part.id.startswith("tidy.") for part in turn.parts)
