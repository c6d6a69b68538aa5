"""What is loaded before anyone asks for it: the pages' libraries while the server starts, an answer's while one reads.

Loading costs seconds on a slow machine, and there are seconds in which nobody waits for anything else.
"""

from datetime import UTC, datetime
from importlib import import_module
from threading import Event, Thread
from threading import enumerate as enumerate_threads

PAGE_DRAWN = Event()
"""Set when the first page has been drawn: from then on the processor is free."""
_WARM = Event()
_NAME = "warming"
_PATIENCE = 30.0  # seconds; after that the answer loads for itself
_LIBRARIES = ("coach.store", "coach.reply", "coach.wire.endpoint", "coach.talk", "coach.story.noting")
_FIRST = "誘ったら「ごめん、その日は仕事」と返ってきました"


def begin() -> None:
    """Load beside the server; nothing is stored or sent."""
    Thread(target=_load, name=_NAME, daemon=True).start()


def wait() -> None:
    """Wait for what is being loaded, if anything is: two who load the same at once take twice as long."""
    if PAGE_DRAWN.is_set() and any(thread.name == _NAME for thread in enumerate_threads()):
        _WARM.wait(_PATIENCE)


def _load() -> None:
    try:
        for library in _LIBRARIES:
            import_module(library)
        PAGE_DRAWN.wait()
        _answer_once()
    finally:
        _WARM.set()


def _answer_once() -> None:
    from coach.answering.wanted import Desk
    from coach.reply import respond
    from coach.story.memory import Case, Forgetful

    now = datetime.now(UTC)
    for _ in respond(_FIRST, case=Case("", "", now), desk=Desk(now, Forgetful())):
        pass
