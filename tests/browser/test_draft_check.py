"""The box that is judged while one types: speed, input methods, fixes, undo, and a reload."""

from playwright.sync_api import BrowserContext, Page, expect

GOOD = "そっか、了解！教えてくれてありがとう。"
BAD = "なんでダメなの？"


def open_box(page: Page, app: str) -> None:
    page.goto(app + "/check")
    expect(page.locator("#box")).to_be_visible()
    page.locator("#box").click()


def test_marks_come_while_typing_and_go_with_a_tap(page: Page, app: str) -> None:
    open_box(page, app)
    page.keyboard.insert_text(GOOD + BAD)
    expect(page.locator(".behind mark")).to_have_text([BAD])
    expect(page.locator(".marks li")).to_contain_text("理由をさぐる")
    page.keyboard.insert_text("返事まだ？")
    expect(page.locator(".behind mark")).to_have_count(2)
    page.get_by_role("button", name="この一文を消す").first.click()
    page.get_by_role("button", name="この一文を消す").last.click()
    expect(page.locator("#box")).to_have_value(GOOD)
    expect(page.locator(".outcome")).to_have_text("このまま送って大丈夫そうです。")
    page.get_by_role("button", name="ひとつ前に戻す").click()
    expect(page.locator(".behind mark")).to_have_count(1)
    page.reload()
    expect(page.locator("#box")).not_to_have_value("")
    expect(page.locator(".behind mark")).to_have_count(1)
    assert "?" not in page.url


def test_an_input_method_composes_undisturbed(page: Page, app: str, context: BrowserContext) -> None:
    open_box(page, app)
    page.keyboard.insert_text(GOOD)
    expect(page.locator(".outcome")).to_contain_text("大丈夫")
    keys = context.new_cdp_session(page)
    for text in ("な", "なん", "なんで", "なんでだめ"):
        keys.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        )
        page.wait_for_timeout(150)
    page.wait_for_timeout(500)
    assert page.locator("#box").input_value() == GOOD + "なんでだめ"
    assert page.locator(".marks li").count() == 0  # nothing was judged meanwhile
    keys.send("Input.insertText", {"text": BAD})
    expect(page.locator("#box")).to_have_value(GOOD + BAD)
    expect(page.locator(".marks li")).to_have_count(1)


def test_only_what_was_judged_can_be_copied(page: Page, app: str) -> None:
    open_box(page, app)
    page.keyboard.insert_text(GOOD)
    page.get_by_role("button", name="コピーする").click()
    expect(page.get_by_role("button", name="コピーしました")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == GOOD
    page.locator("#box").click()
    page.keyboard.insert_text(BAD)
    expect(page.locator(".marks li")).to_have_count(1)
    expect(page.get_by_role("link", name="LINEで開く")).to_have_count(0)
