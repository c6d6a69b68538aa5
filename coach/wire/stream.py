"""Hands pieces of text from a thread that waits on the wire to the one that draws, which never waits too long."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from coach.model import Ending, ModelError, ModelTrouble, Usage

BEAT = 0.25  # seconds after which control goes back to whoever draws


class StoppedError(Exception):
    """Nobody listens any more; raised inside the producing thread."""


class Outlet:
    """The producing thread's side."""

    def __init__(self) -> None:
        self.usage = Usage(0, 0, estimated=True)
        self.ending = Ending()
        self.alive = False
        self.begun = False
        self._items: queue.Queue[str | BaseException | None] = queue.Queue(maxsize=1)
        self._stopped = threading.Event()
        self._let_go: Callable[[], None] | None = None

    def check(self) -> None:
        """Learn whether anybody still listens.

        Raises:
            StoppedError: nobody does.
        """
        if self._stopped.is_set():
            raise StoppedError

    def live(self) -> None:
        """Say that the model has begun, if only to think. Raises as ``check`` does."""
        self.check()
        self.alive = True

    def put(self, piece: str) -> None:
        """Hand on a piece, waiting until the last one was taken: nothing is read ahead of its reader."""
        self.live()
        self.begun = True
        self._items.put(piece)

    def hold(self, let_go: Callable[[], None]) -> None:
        """Remember how to interrupt the transfer from outside."""
        self._let_go = let_go
        if self._stopped.is_set():
            let_go()

    def stop(self) -> None:
        """Interrupt the transfer, from any thread."""
        self._stopped.set()
        with suppress(queue.Empty):
            self._items.get_nowait()  # a waiting `put` comes free
        if self._let_go is not None:
            self._let_go()

    def run(self, produce: Callable[["Outlet"], None]) -> None:
        """The thread's whole life."""
        end: BaseException | None = None
        try:
            produce(self)
        except StoppedError:
            return
        except BaseException as error:  # it belongs to the reader, whatever it is
            end = error
        if not self._stopped.is_set():
            self._items.put(end)

    def take(self, seconds: float) -> str | BaseException | None:
        """The next piece or the end, waiting so long at most.

        Raises:
            queue.Empty: nothing came.
        """
        return self._items.get(timeout=seconds)


class Handover:
    """Pieces as they come, with empty ones in between while nothing comes.

    ``patience`` bounds the seconds until the first sign of life, ``total`` everything; both hold whatever the
    wire does (a name that does not resolve, a byte a second), because the waiting is done elsewhere.
    """

    def __init__(
        self,
        produce: Callable[[Outlet], None],
        *,
        patience: float,
        total: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._outlet = Outlet()
        self._thread = threading.Thread(
            target=self._outlet.run, args=(produce,), name="yohaku-model", daemon=True
        )
        self._patience = patience
        self._total = total
        self._clock = clock
        self._since = 0.0
        self._over = False

    @property
    def usage(self) -> Usage:
        """Tokens in and out so far."""
        return self._outlet.usage

    @property
    def ending(self) -> Ending:
        """Who answered, and why it ended, as far as it was said."""
        return self._outlet.ending

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._over:
            raise StopIteration
        if self._thread.ident is None:
            self._since = self._clock()
            self._thread.start()
        left = self._since + (self._total if self._outlet.alive else self._patience) - self._clock()
        if left <= 0:
            self.close()
            raise ModelError(ModelTrouble.TIMEOUT)
        try:
            item = self._outlet.take(min(BEAT, left))
        except queue.Empty:
            return ""
        if isinstance(item, str):
            return item
        self._over = True
        if item is None:
            raise StopIteration
        if isinstance(item, ModelError):
            raise ModelError(item.kind)  # anew: the thread's own traceback leads to the request
        raise item

    def close(self) -> None:
        """Stop the transfer; nothing more is read or paid for."""
        if not self._over:
            self._over = True
            self._outlet.stop()

    def __del__(self) -> None:
        self.close()
