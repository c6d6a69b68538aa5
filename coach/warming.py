"""What is loaded before anyone asks for it: the pages' libraries while the server starts, an answer's while one reads.

Loading costs seconds on a slow machine, and there are seconds in which nobody waits for anything else.
"""

from datetime import UTC, datetime
from importlib import import_module
from threading import Event, Thread

PAGE_DRAWN = Event()
"""Set when the first page has been drawn: from then on the processor is free."""
_LIBRARIES = ("coach.store", "coach.reply", "coach.endpoint", "coach.talk", "coach.noting")
_FIRST = "誘ったら「ごめん、その日は仕事」と返ってきました"


def begin() -> None:
    """Load beside the server; nothing is stored or sent."""
    Thread(target=_load, daemon=True).start()


def _load() -> None:
    for library in _LIBRARIES:
        import_module(library)
    PAGE_DRAWN.wait()
    _answer_once()


def _answer_once() -> None:
    from coach.memory import Case, Forgetful
    from coach.reply import respond
    from coach.wanted import Desk

    now = datetime.now(UTC)
    for _ in respond(_FIRST, case=Case("", "", now), desk=Desk(now, Forgetful())):
        pass
