"""Watches one answer of a model while it comes in: how long it grows, whether it only repeats itself, how it ends."""

from collections.abc import Callable

from coach.model import ModelError, ModelTrouble

MOST_CHARS = 120_000  # an answer has two thousand; a think-block may have many more
LOOP_CHARS = 1_200  # so much text that only repeats itself is no answer
LOOP_UNIT = 300
ENDINGS = {
    "length": ModelTrouble.CUT_OFF,
    "content_filter": ModelTrouble.FILTERED,
}


class Transcript:
    """Takes what comes and hands on what may be read. All that it raises is ``ModelError``."""

    def __init__(self, put: Callable[[str], None]) -> None:
        self.chars = 0
        self._put = put
        self._tail = ""
        self._unheard = 0  # characters since the last look for a loop
        self._half = ""  # of a character that was cut in two on the wire
        self._reason = ""

    def take(self, content: object, refusal: object = None, reason: object = None) -> None:
        """One choice of one event."""
        if refusal:
            raise ModelError(ModelTrouble.REFUSED)
        if content:
            if not isinstance(content, str):
                raise ModelError(ModelTrouble.UNREADABLE)
            self._add(content)
        if reason:
            self._reason = str(reason)

    def end(self) -> None:
        """The wire has nothing more to say."""
        if self._half:
            self._add("", last=True)
        if self._reason in ENDINGS:
            raise ModelError(ENDINGS[self._reason])
        if not self.chars:
            raise ModelError(ModelTrouble.EMPTY)
        if not self._reason:
            raise ModelError(ModelTrouble.CUT_OFF)

    def _add(self, content: str, *, last: bool = False) -> None:
        content = self._half + content
        self._half = "" if last or not "\ud800" <= content[-1:] <= "\udbff" else content[-1]
        content = content.removesuffix(self._half)
        whole = content.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self.chars += len(whole)
        self._tail = (self._tail + whole)[-LOOP_CHARS:]
        self._unheard += len(whole)
        if self.chars > MOST_CHARS or self._repeats():
            raise ModelError(ModelTrouble.TOO_LONG)
        if whole:
            self._put(whole)

    def _repeats(self) -> bool:
        if self._unheard < LOOP_UNIT or len(self._tail) < LOOP_CHARS:
            return False
        self._unheard = 0
        return any(self._tail[unit:] == self._tail[:-unit] for unit in range(1, LOOP_UNIT + 1))
