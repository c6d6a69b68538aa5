"""Fifty processes that answer one message after another, each killed at a random moment.

Run as a program of its own: forking is only safe where no other thread runs. Prints each message that was taken in.
"""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from itertools import count

from coach.answering.wanted import Desk
from coach.parts import Part
from coach.reply import respond
from coach.store import Store
from coach.story.database import FORGETTING
from coach.story.memory import Case

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
KILLS = 50


class Telling:
    """The store, which says aloud what it has taken in, as the page does by going on."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, case_id: str, text: str, at: datetime) -> str:
        turn = self._store.begin(case_id, text, at)
        os.write(1, f"{text}\n".encode())
        return turn

    def keep(self, turn_id: str, parts: tuple[Part, ...], *, finished: bool) -> None:
        self._store.keep(turn_id, parts, finished=finished)


def answer(address: str, number: int) -> None:
    store = Store(address)
    for message in count():
        text = f"{number}回目の{message}通目、映画に誘ったら「ごめん、仕事で難しい」と返ってきました"
        case = Case(f"{number:032}", "", NOW)
        for _ in respond(text, case=case, desk=Desk(NOW, Telling(store))):
            pass


def main(address: str) -> None:
    took = 0.0
    for text in (
        "ごめんと言われました",
        "ごめん、仕事で難しいと言われました",
        "誘ったら「ごめん、仕事で」でした",
    ):
        began = time.perf_counter()
        for _ in respond(text, case=Case("", "", NOW), desk=Desk(NOW, Telling(Store(FORGETTING)))):
            pass  # what an answer needs is loaded once, before the first fork
        took = time.perf_counter() - began
    window = min(1.0, max(0.25, 4 * took))  # a busy machine answers later
    chance = random.Random(time.time_ns())
    for number in range(KILLS):
        child = os.fork()
        if child == 0:
            answer(address, number)
        time.sleep(chance.uniform(0, window))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "it ended by itself"


if __name__ == "__main__":
    main(sys.argv[1])
