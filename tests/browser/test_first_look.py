"""What stands on the first page on a machine where a programmer lives, too."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.server import running


def test_nobody_is_offered_tools_for_programmers(page: Page, tmp_path: Path) -> None:
    """Streamlit lays an offer of its own over the greeting where it sees a coding agent's folder."""
    (tmp_path / ".claude").mkdir()
    with running(tmp_path) as address:
        page.goto(address)
        expect(page.get_by_text("こんばんは")).to_be_visible()
        page.wait_for_timeout(1500)
        expect(page.get_by_test_id("stSkillsNudge")).to_have_count(0)
    assert "http://127.0.0.1:" in (tmp_path / "server.log").read_text("utf-8")
