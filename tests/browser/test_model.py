"""The page with an endpoint: a real server process answers, well or badly, and the page stays whole."""

import sqlite3
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bad_server import running as endpoint
from tests.browser.server import running

WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"


def ask(page: Page, address: str) -> None:
    page.goto(address)
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(WORK)
    box.press("Enter")
    expect(page.locator(".bubble")).to_have_count(3, timeout=90_000)


@pytest.mark.parametrize(
    ("way", "patience", "says"),
    [
        pytest.param("well", "60", "設定したAIモデルが書き", id="a model that answers"),
        pytest.param("status_500", "3", "もう一度送ってください", id="a server that is down"),
    ],
)
def test_the_page_with_an_endpoint(page: Page, tmp_path: Path, way: str, patience: str, says: str) -> None:
    with (
        endpoint() as base,
        running(
            tmp_path, OPENAI_BASE_URL=f"{base}/{way}/1/v1", YOHAKU_MODEL="m", YOHAKU_PATIENCE=patience
        ) as address,
    ):
        ask(page, address)
        expect(page.get_by_text(says)).to_have_count(1)  # not twice for a moment either
        expect(page.locator(".bubble").first).to_contain_text("ありがとう")


def test_stop_keeps_what_was_shown_and_what_it_cost(page: Page, tmp_path: Path) -> None:
    with (
        endpoint() as base,
        running(tmp_path, OPENAI_BASE_URL=f"{base}/hang_midway/2/v1", YOHAKU_MODEL="m") as address,
    ):
        page.goto(address)
        box = page.get_by_test_id("stChatInputTextArea")
        box.fill(WORK)
        box.press("Enter")
        spoken = page.get_by_text("返事を読むのは、緊張しましたね。", exact=True)
        expect(spoken).to_be_visible(timeout=90_000)
        page.get_by_test_id("stChatInputStopButton").click()
        expect(page.get_by_test_id("stChatInputStopButton")).to_be_hidden(timeout=40_000)
        until_spent(tmp_path)
        page.reload()
        expect(spoken).to_be_visible(timeout=90_000)
        expect(page.get_by_text("この返事は途中で止まっています")).to_be_visible()
        expect(page.get_by_text("仕事で難しい").first).to_be_visible()


def until_spent(data: Path) -> None:
    """Wait until the cost is written down, which is when the transfer has ended."""
    deadline = time.monotonic() + 15
    while True:
        with sqlite3.connect(data / "yohaku.db") as kept:
            spent = kept.execute("SELECT estimated FROM spent").fetchall()
        kept.close()
        if spent:
            break
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert spent == [(1,)]
