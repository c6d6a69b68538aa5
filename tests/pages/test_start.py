"""What the first page costs: it loads nothing that only other pages need."""

import subprocess
import sys
from pathlib import Path

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
