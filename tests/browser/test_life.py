"""What happens to a page in real life: a second tab, a lost connection, back, stop, a temporary evening, a clean sweep."""

import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.bad_server import running as endpoint
from tests.browser.server import running
from tests.browser.test_chat import WORK, say, settled

SILENCE = "3日前に送ったLINEが既読のまま返ってきません。もう一通送っていいですか。"
KEPT = """() => [window.localStorage, window.sessionStorage]
  .flatMap((storage) => Object.keys(storage)).filter((key) => key.startsWith('yohaku.'))"""
AT = "() => document.activeElement?.dataset?.testid ?? document.activeElement?.tagName"


def type_half(page: Page, text: str) -> None:
    page.get_by_test_id("stChatInputTextArea").click()
    page.keyboard.insert_text(text)


def test_two_tabs_tell_one_story_and_each_keeps_its_half_typed_words(
    page: Page, context: BrowserContext, app: str
) -> None:
    page.goto(app)
    say(page, WORK)
    other = context.new_page()
    other.goto(page.url)
    expect(other.locator(".bubble")).to_have_count(3)
    type_half(page, "こちらは書きかけ")
    say(other, SILENCE)
    page.reload()
    expect(page.get_by_test_id("stChatMessage")).to_have_count(2)
    expect(page.get_by_test_id("stChatInputTextArea")).to_have_value("こちらは書きかけ")
    expect(other.get_by_test_id("stChatInputTextArea")).to_have_value("")


def test_a_lost_connection_is_told_in_japanese_and_nothing_is_lost(page: Page, tmp_path: Path) -> None:
    with running(tmp_path) as address:
        page.goto(address)
        say(page, WORK)
        type_half(page, "まだ書いている途中")
    expect(page.get_by_text("余白が動いていないようです")).to_be_visible(timeout=90_000)
    expect(page.get_by_text("Streamlit")).to_have_count(0)
    box = page.get_by_test_id("stChatInputTextArea")
    expect(box).to_have_value("まだ書いている途中")
    with running(tmp_path, port=urlsplit(address).port or 0):
        expect(page.get_by_text("余白が動いていないようです")).to_have_count(0, timeout=90_000)
        expect(page.locator(".bubble")).to_have_count(3)
        expect(box).to_have_value("まだ書いている途中")
        page.reload()
        expect(page.locator(".bubble")).to_have_count(3)
        expect(box).to_have_value("まだ書いている途中")


def test_back_and_forward_keep_the_story(page: Page, app: str) -> None:
    page.goto(app)
    say(page, WORK)
    story = page.url
    page.goto(f"{app}/check")
    expect(page.locator("#box")).to_be_visible()
    page.go_back()
    expect(page.locator(".bubble")).to_have_count(3)
    assert page.url == story
    page.go_forward()
    expect(page.locator("#box")).to_be_visible()


def test_stopping_keeps_what_was_shown_and_what_was_typed(page: Page, tmp_path: Path) -> None:
    with (
        endpoint() as base,
        running(tmp_path, OPENAI_BASE_URL=f"{base}/hang_midway/1/v1", YOHAKU_MODEL="m") as address,
    ):
        page.goto(address)
        box = page.get_by_test_id("stChatInputTextArea")
        box.fill(WORK)
        box.press("Enter")
        expect(page.get_by_text("今日すること", exact=True)).to_be_visible()
        page.get_by_role("button", name="止める").click()
        expect(page.get_by_text("途中で止まっています")).to_be_visible()
        expect(page.get_by_text("今日すること", exact=True)).to_be_visible()
        expect(page.get_by_test_id("stChatMessage")).to_contain_text("その日は仕事で難しい")
        expect(page.get_by_role("button", name="もう一度聞く")).to_be_visible()


def test_a_message_is_said_anew(page: Page, app: str) -> None:
    page.goto(app)
    say(page, WORK)
    page.get_by_role("button", name="書き直して送る").click()
    box = page.get_by_role("textbox", name="書き直す")
    box.fill(SILENCE)
    page.get_by_role("button", name="この内容で送る").click()
    # The answer that came live and the kept one can stand side by side for a moment.
    expect(page.get_by_text("今日は何も送らず")).to_have_count(1)
    expect(page.locator(".bubble")).to_have_count(0)
    expect(page.get_by_test_id("stChatMessage")).to_have_count(1)
    expect(page.get_by_test_id("stChatMessage")).to_contain_text("3日前に送った")


def test_a_temporary_evening_leaves_nothing_behind(page: Page, tmp_path: Path) -> None:
    with running(tmp_path) as address:
        page.goto(address)
        page.get_by_role("button", name="保存せずに相談する").click()
        expect(page.get_by_text("一時モードです")).to_be_visible()
        type_half(page, "だれにも見せたくない")
        assert page.evaluate(KEPT) == []
        page.get_by_test_id("stChatInputTextArea").fill("")
        say(page, WORK)
        page.get_by_role("button", name="手で直す").first.click()
        page.locator("#box").click()
        page.keyboard.insert_text("あとで")
        page.wait_for_timeout(800)
        assert page.evaluate(KEPT) == []
    with sqlite3.connect(tmp_path / "yohaku.db") as raw:
        assert raw.execute("SELECT count(*) FROM turns").fetchone() == (0,)
    raw.close()
    assert "仕事で難しい".encode() not in b"".join(p.read_bytes() for p in tmp_path.glob("yohaku.db*"))


def test_deleting_everything_clears_the_browser_too(page: Page, tmp_path: Path) -> None:
    with running(tmp_path) as address:
        page.goto(address)
        say(page, WORK)
        type_half(page, "書きかけ")
        page.goto(f"{address}/tidy")
        page.locator("#comfort").fill("熱いお茶")
        page.locator("#comfort").press("Enter")
        expect(page.get_by_text("熱いお茶")).to_be_visible()
        page.wait_for_function(f"({KEPT})().length === 2")
        page.goto(f"{address}/settings")
        page.get_by_text("すべて消す", exact=True).first.click()
        page.get_by_text("元には戻せません").click()
        page.get_by_role("button", name="すべて消す").click()
        expect(page.get_by_text("すべて消しました。")).to_be_visible()
        page.wait_for_function(f"({KEPT})().length === 0")
        page.goto(address)
        expect(page.get_by_text("聞かせてください")).to_be_visible()


def test_focus_goes_on_from_the_newest_message(page: Page, app: str) -> None:
    page.goto(app)
    page.get_by_role("button", name="3日前に送ったLINE").focus()
    page.keyboard.press("Enter")
    settled(page)
    page.wait_for_function(f"({AT})() === 'stChatMessage'")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="書き直して送る")).to_be_focused()
    say(page, WORK)
    page.wait_for_function(f"({AT})() === 'stChatInputTextArea'")  # who types goes on typing


@pytest.mark.parametrize("path", ["", "/timeline", "/tidy", "/check", "/history", "/lines", "/settings"])
def test_english_is_spoken_on_every_page(page: Page, app_in_english: str, path: str) -> None:
    page.goto(app_in_english + path)
    expect(page.get_by_test_id("stMainBlockContainer")).not_to_be_empty()
    page.wait_for_function("document.documentElement.lang === 'en'")
    names = page.get_by_role("navigation").first.all_inner_texts()
    assert not any("相談" in name for name in names)


@pytest.fixture(scope="module")
def app_in_english(browser: object, tmp_path_factory: pytest.TempPathFactory) -> object:
    with running(tmp_path_factory.mktemp("english")) as address:
        page = browser.new_page(locale="en-GB")  # type: ignore[attr-defined]
        page.goto(f"{address}/settings")
        page.get_by_text("English", exact=True).click()
        page.wait_for_function("document.documentElement.lang === 'en'")
        page.close()
        yield address
