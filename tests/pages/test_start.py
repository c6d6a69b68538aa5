"""How the app starts: the first page loads nothing that only other pages need, and a busy port is no end."""

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FIRST_PAGE = """
import sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("app.py", default_timeout=60).run()
assert not page.exception
print(*sorted({"altair", "icalendar", "openai", "pandas", "pyarrow"} & set(sys.modules)))
"""


def test_the_first_page_loads_no_tables_plots_calendars_or_clients() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    assert ran.stdout.split() == []


@pytest.mark.wire
def test_where_the_port_is_taken_the_next_one_serves(tmp_path: Path) -> None:
    with socket.socket() as other:
        with suppress(OSError):  # taken by somebody else: all the same here
            other.bind(("127.0.0.1", 8501))
            other.listen()
        environment = os.environ | {
            "YOHAKU_DATA_DIR": str(tmp_path),
            "HOME": str(tmp_path),
            "PYTHONUNBUFFERED": "1",
        }
        with subprocess.Popen(
            [sys.executable, "-m", "coach", "--headless"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            assert process.stdout is not None
            address = next((line for line in process.stdout if "127.0.0.1:" in line), "")
            process.kill()  # a server that is just starting would let a polite signal pass
    assert "127.0.0.1:" in address
    assert ":8501" not in address
