"""No English of Streamlit's is left where Japanese is spoken: neither on the page nor in what a screen reader says."""

from playwright.sync_api import Page

from tests.browser.test_chat import WORK, say

ENGLISH = """() => {
  const known = /LINE|Enter|Esc|[.]ics/g  // Japanese people say these so
  const words = { test: (text) => /[A-Za-z]{3,}/.test(text.replace(known, '')) }
  const seen = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode
    if (words.test(nodeValue) && !parentElement.closest('script, style, noscript, [data-testid=stIconMaterial]'))
      seen.push(nodeValue.trim())
  }
  const names = ['aria-label', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt']
  for (const element of document.querySelectorAll(names.map((name) => `[${name}]`).join()))
    for (const name of names)
      if (words.test(element.getAttribute(name) || '')) seen.push(`${name}: ${element.getAttribute(name)}`)
  return seen
}"""


def test_the_story_its_calendar_and_its_plot_speak_japanese(page: Page, app: str) -> None:
    page.goto(app)
    say(page, WORK)
    page.get_by_role("button", name="直す", exact=True).click()
    page.get_by_role("button", name="日付を選ぶ").click()
    page.get_by_role("dialog").filter(has_text="21").first.wait_for()
    assert page.evaluate(ENGLISH) == []
    page.goto(f"{app}/timeline?{page.url.partition('?')[2]}")
    page.get_by_test_id("stVegaLiteChart").locator("svg, canvas").first.wait_for()
    page.wait_for_timeout(500)
    assert page.evaluate(ENGLISH) == []
