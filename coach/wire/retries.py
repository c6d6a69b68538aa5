"""The one owner of retries: what may be over soon is tried again, as the server asks, within one patience."""

from collections.abc import Callable

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    stop_before_delay,
    wait_random_exponential,
)

from coach.model import ModelTrouble
from coach.wire.stream import Outlet

ATTEMPTS = 4


class PassingError(Exception):
    """A trouble inside the waiting thread that may be over soon, and when to try again if the server said so."""

    def __init__(self, kind: ModelTrouble, after: float | None = None) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.after = after


def retrying(outlet: Outlet, *, patience: float, sleep: Callable[[float], None]) -> Retrying:
    """Tries again after a ``PassingError`` as long as nothing has come and ``patience`` (seconds) is left."""
    return Retrying(
        retry=retry_if_exception(lambda error: isinstance(error, PassingError) and not outlet.begun),
        wait=_pause,
        sleep=sleep,
        reraise=True,
        stop=stop_after_attempt(ATTEMPTS) | stop_before_delay(patience),
    )


def _pause(state: RetryCallState) -> float:
    """As long as the server asked, else a little longer each time."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, PassingError) and error.after is not None:
        return error.after
    return float(wait_random_exponential(multiplier=0.5, max=4)(state))
