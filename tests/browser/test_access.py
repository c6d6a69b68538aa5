"""Every page by axe-core, in both themes at phone width; targets, keyboard, and what stays in the browser."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_chat import WORK, say, settled

SMALL = """() => {
  const found = []
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot)
      if (!element.matches('button, summary, textarea:not([data-testid=stChatInputTextArea])')) continue
      const box = element.getBoundingClientRect()
      const shown = box.width && box.height && box.right > 0 && getComputedStyle(element).visibility === 'visible'
      if (shown && Math.min(box.width, box.height) < 43.5)
        found.push(`${element.textContent.slice(0, 20)} ${box.width}x${box.height}`)
    }
  }
  walk(document)
  return found
}"""


ENGLISH = """() => [...document.querySelectorAll('[aria-label], [title], [placeholder]')]
  .flatMap((e) => ['aria-label', 'title', 'placeholder'].map((name) => e.getAttribute(name)))
  .filter((words) => words && /^[ -~]*[A-Za-z][ -~]*$/.test(words))"""


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['failureSummary']}"
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation_on_any_page(
    browser: Browser, app: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, locale="ja-JP", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(app)
    say(page, WORK)
    page.get_by_role("button", name="手で直す").first.click()
    expect(page.locator("#box")).to_be_visible()
    page.wait_for_timeout(1000)  # while a run goes on, what it has not drawn yet is faint
    found = {"chat": (serious(page), page.evaluate(SMALL))}
    page.get_by_role("radio", name="役に立たなかった").click()
    expect(page.get_by_text("よければ理由を")).to_be_visible()
    page.get_by_role("button", name="この会話を評価ケースに").click()
    expect(page.get_by_text("正しい場面")).to_be_visible()
    page.wait_for_timeout(800)
    found["judged"] = (serious(page), page.evaluate(SMALL))
    say(page, "もう死にたいです。消えてしまいたい")
    page.wait_for_timeout(2000)
    expect(page.get_by_test_id("stChatMessage")).to_have_count(2)
    say(page, "つらくて眠れない")
    expect(page.get_by_text("今つながる窓口")).to_be_visible()
    page.wait_for_timeout(1000)
    found["danger"] = (serious(page), page.evaluate(SMALL))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for path in ("timeline", "tidy", "check", "history", "lines", "settings"):
        page.goto(f"{app}/{path}")
        expect(page.get_by_test_id("stMainBlockContainer")).not_to_be_empty()
        page.wait_for_timeout(1000)
        if path == "check":
            page.locator("#box").click()
            page.keyboard.insert_text("なんでダメなの？教えてくれてありがとう")
            expect(page.locator(".marks li")).to_have_count(1)
        found[path] = (serious(page), page.evaluate(SMALL))
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert page.evaluate("document.documentElement.lang") == "ja"
    context.close()
    assert found == {path: ([], []) for path in found}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation_and_no_english_in_what_opens(
    browser: Browser, app: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, locale="ja-JP", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(app)
    say(page, WORK)
    found = {}
    for name in ("書き直して送る", "断られたところ", "言い方を変える", "直す"):
        page.get_by_role("button", name=name, exact=True).first.click()
        expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
        page.wait_for_timeout(800)
        found[name] = (serious(page), page.evaluate(SMALL), page.evaluate(ENGLISH))
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    context.close()
    assert found == {name: ([], [], []) for name in found}


def test_a_letter_is_kept_nowhere_and_comforts_in_this_browser(page: Page, app: str) -> None:
    sent: list[str] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framesent",
            lambda frame: sent.append(frame if isinstance(frame, str) else frame.decode("utf-8", "replace")),
        ),
    )
    page.goto(app + "/tidy")
    letter = page.locator("#letter")
    letter.fill("ほんとうは会いたかった")
    page.locator("#comfort").fill("熱いお茶")
    page.locator("#comfort").press("Enter")
    expect(page.get_by_text("熱いお茶")).to_be_visible()
    page.get_by_role("button", name="次へ").click()
    expect(page.get_by_text("2つめ")).to_be_visible()
    expect(letter).to_have_value("ほんとうは会いたかった")  # the run in between took nothing away
    page.reload()
    expect(page.get_by_text("熱いお茶")).to_be_visible()
    expect(letter).to_have_value("")
    assert sent
    assert not [frame for frame in sent if "会いたかった" in frame or "熱いお茶" in frame]


def test_by_keyboard_alone(page: Page, app: str) -> None:
    page.goto(app)
    page.get_by_role("button", name="3日前に送ったLINE").focus()
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_role("button", name="返事がまだない").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("いまはどの場面に近いですか")).to_be_visible()
