"""What a text would send to the model, found on the path itself and not sent."""

from datetime import datetime
from typing import Never

from coach.answering.attempt import Sending
from coach.answering.wanted import Desk
from coach.model import Ending, Prompt, Usage
from coach.prompts import REPAIR
from coach.reply import respond
from coach.story.memory import Case, Forgetful


def would_send(text: str, *, case: Case, now: datetime) -> tuple[Prompt, ...]:
    """Exactly what would be sent for this text in this story, in order; nothing where no model is asked.

    Where the rules are unsure, the first is the question where the two stand. What follows is what would be sent if
    that stayed open; a repair cannot be foreseen.
    """
    parts = respond(text, case=case, desk=Desk(now=now, memory=Forgetful(), model=_Unasked()))
    return tuple(part.prompt for part in parts if isinstance(part, Sending) and part.prompt.name != REPAIR)


class _Unasked:
    """Stands in for a model and its answer; the path is left before it is asked for a word."""

    name = ""
    usage = Usage(0, 0)
    ending = Ending()

    def stream(self, prompt: Prompt) -> "_Unasked":
        """See ``Model``."""
        return self

    def __iter__(self) -> "_Unasked":
        return self

    def __next__(self) -> Never:
        raise StopIteration

    def close(self) -> None:
        """See ``Pieces``."""
