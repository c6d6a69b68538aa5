"""A process that is killed while it answers has lost nothing that was taken in, and the file opens."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from coach.settings import Settings
from coach.store import Store

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_fifty_kills_lose_nothing() -> None:
    address = Settings().database
    killed = subprocess.run(
        [sys.executable, "-m", "tests.coach.killed", address],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    typed = set(killed.stdout.splitlines()[3:])  # the first three were for warming up
    assert len(typed) > 20, killed.stderr
    store = Store(address)
    kept = [turn for case in store.whole_cases() for turn in case.turns]
    assert typed <= {turn.text for turn in kept}
    assert any(turn.finished for turn in kept), "no answer came to its end"
    assert any(not turn.finished for turn in kept), "no answer was cut short"
    with sqlite3.connect(Settings().data_dir / "yohaku.db") as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    raw.close()
