"""An error that nobody expected, told without its words: they may quote what somebody typed."""

import traceback
from pathlib import Path

_DEPTH = 8


class PageError(RuntimeError):
    """A page could not be drawn. Names the kind of error and the lines it came through, innermost first."""


def without_words(error: Exception) -> PageError:
    """What may stand in a log of this error."""
    frames = traceback.extract_tb(error.__traceback__)[-_DEPTH:]
    places = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    return PageError(f"{type(error).__name__} at {', '.join(places)}")
