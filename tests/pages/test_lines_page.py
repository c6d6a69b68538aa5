"""窓口 as AppTest sees it: every line with its hours, its source and the day it was checked; those open now first."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from coach.help import every_line, still_there

PAGE = "from coach.pages import lines\nlines.draw()"
NIGHT = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)  # two in the morning in Japan
NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # a Tuesday


def test_every_line_is_drawn_with_its_source() -> None:
    page = AppTest.from_string(PAGE, default_timeout=20).run()
    assert not page.exception
    shown = "\n".join(element.value for element in page.text)
    sources = "\n".join(element.value for element in page.caption)
    for line in every_line(at=NOON):
        assert line.name in shown
        assert line.contact in shown
        assert f"({line.source_url})" in sources
    assert "に確認）" in sources


def test_lines_shown_before_are_told_as_they_answer_now() -> None:
    shown = every_line(at=NIGHT)
    again = still_there(shown, at=NOON)
    assert {line.contact for line in again} == {line.contact for line in shown}
    assert [line.open_now for line in shown] != [line.open_now for line in again]
    assert still_there(shown, at=NIGHT) == shown
