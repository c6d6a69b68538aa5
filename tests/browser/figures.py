"""How fast the page is, measured in a real browser: `make figures` prints what the README states.

Times are taken by the page's own clock from the key press to the moment the words stand in the document. They are
those of the machine it runs on; on a busy one they are longer.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from coach.doctor import chromium
from tests.browser.server import running

STARTS = 3
MESSAGES = (
    "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました",
    "3日前に送ったLINEが既読のまま返ってこない。もう一通送っていい?",
    "『また今度ね』って言われて2週間たった。カレー好きって言ってたからそろそろ誘いたい",
    "日曜に水族館に誘ったら『ごめん、その日は先約があって』と返ってきました",
)
SLIPS = ("なんでダメなの？", "返事まだ？", "じゃあ来週の土曜はどう？")
ROUNDS = 3
MARKED = """(box) => {
  const root = box.getRootNode()
  const count = () => root.querySelectorAll('.behind mark').length
  const before = count()
  window.seen = {}
  box.addEventListener('input', () => { window.seen.from = performance.now() }, { once: true })
  const watcher = new MutationObserver(() => {
    if (count() > before) { window.seen.to = performance.now(); watcher.disconnect() }
  })
  watcher.observe(root, { subtree: true, childList: true })
}"""
WATCH = """(words) => {
  const count = () => [...document.querySelectorAll('p')].filter((p) => p.textContent === words).length
  const before = count()
  window.seen = {}
  document.addEventListener('keydown', (event) => { if (event.key === 'Enter') window.seen.from = performance.now() },
    { capture: true, once: true })
  const watcher = new MutationObserver(() => {
    if (count() > before) { window.seen.to = performance.now(); watcher.disconnect() }
  })
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true })
}"""
TAKEN = "() => window.seen.to && Math.round(window.seen.to - window.seen.from)"


def start(browser: Browser) -> tuple[float, float, int]:
    """A first start: seconds until the words are there to read, seconds until one can type, bytes loaded."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="ja-JP")
    network = page.context.new_cdp_session(page)
    loaded: list[int] = []
    network.on("Network.loadingFinished", lambda told: loaded.append(int(told["encodedDataLength"])))
    network.send("Network.enable")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as data, running(Path(data)) as address:
        page.goto(address)
        page.get_by_text("聞かせてください").wait_for()
        read = time.monotonic() - begun
        page.get_by_test_id("stChatInputTextArea").wait_for()
        typed = time.monotonic() - begun
        page.wait_for_timeout(2000)
    page.close()
    return read, typed, sum(loaded)


def answers(browser: Browser, address: str) -> list[int]:
    """Milliseconds from Enter until what to do today stands on the page, for each message of a story."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="ja-JP")
    page.goto(address)
    box = page.get_by_test_id("stChatInputTextArea")
    box.wait_for()
    page.wait_for_timeout(3000)  # while one types, what an answer needs is loaded
    found = []
    for message in MESSAGES:
        box.click()
        page.keyboard.insert_text(message)
        page.wait_for_timeout(500)
        found.append(taken(page, "今日すること"))
        page.wait_for_timeout(2000)
    page.close()
    return found


def taken(page: Page, words: str) -> int:
    """Milliseconds from Enter until a paragraph with these words is there that was not there before."""
    page.evaluate(WATCH, words)
    page.keyboard.press("Enter")
    page.wait_for_function(TAKEN)
    return int(page.evaluate(TAKEN))


def marks(browser: Browser, address: str) -> list[int]:
    """Milliseconds from the last letter typed until its sentence is marked, for each sentence that must not go out."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="ja-JP")
    page.goto(f"{address}/check")
    page.locator("#box").click()
    page.wait_for_timeout(3000)
    found = []
    for slip in SLIPS:
        page.locator("#box").evaluate(MARKED)
        page.keyboard.insert_text(slip)
        page.wait_for_function(TAKEN)
        found.append(int(page.evaluate(TAKEN)))
        page.locator("#box").fill("")
        page.wait_for_timeout(1000)
    page.close()
    return found


def said(name: str, values: Sequence[float], unit: str) -> None:
    """One line of figures."""
    told = f"median {statistics.median(values):.4g}, from {min(values):.4g} to {max(values):.4g} {unit}"
    print(f"{name}: {told} (n={len(values)})")  # noqa: T201


def main() -> int:
    """0 when everything was measured, 1 when there is no Chromium."""
    path = chromium()
    if path is None:
        print("no Chromium found", file=sys.stderr)  # noqa: T201
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        starts = [start(browser) for _ in range(STARTS)]
        said("first start, to the words", [read for read, _, _ in starts], "s")
        said("first start, to typing", [typed for _, typed, _ in starts], "s")
        said("first page's weight", [size / 1e6 for _, _, size in starts], "MB")
        with tempfile.TemporaryDirectory() as data, running(Path(data)) as address:
            told = [answers(browser, address) for _ in range(ROUNDS)]
            marked = [ms for _ in range(ROUNDS) for ms in marks(browser, address)]
        said("a mark in the draft, after the last letter", marked, "ms")
        said("what to do today, after Enter", [ms for one in told for ms in one], "ms")
        said("load while measuring", [os.getloadavg()[0]], f"on {os.cpu_count()} cores")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
