"""Every page at phone and desktop width, light and dark: `make screenshots` writes them to build/screenshots.

The few that the README and the repository show (`KEPT`) go to docs/screenshots; the others are for looking at.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from coach.doctor import chromium
from tests.browser.server import ROOT, running

PAGES = {
    "start": "/",
    "timeline": "/timeline",
    "tidy": "/tidy",
    "check": "/check",
    "history": "/history",
    "lines": "/lines",
    "settings": "/settings",
}
KEPT = (
    "chat-1280-light",
    "chat-390-dark",
    "start-390-light",
    "check-390-light",
    "check-390-dark",
    "timeline-390-light",
    "tidy-390-light",
    "history-1280-light",
)
STORY = "土曜に映画に誘ったら「ごめん、その日は仕事で難しい」と返ってきました。なんて返せばいいですか。"
DRAFT = "そっか、了解！教えてくれてありがとう。なんでダメなの？じゃあ来週の土曜はどう？"
WIDTHS = {390: 844, 1280: 900}


def say(page: Page, text: str) -> None:
    """Type into the chat and wait until the answer stands."""
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(text)
    box.press("Enter")
    page.get_by_role("status").filter(has_text="できました").wait_for(state="attached", timeout=20_000)
    page.wait_for_timeout(800)


def main() -> int:
    """0 when every picture is made, 1 when there is no Chromium."""
    path = chromium()
    if path is None:
        print("no Chromium found", file=sys.stderr)  # noqa: T201
        return 1
    everything, kept = ROOT / "build" / "screenshots", ROOT / "docs" / "screenshots"
    for folder in (everything, kept):
        folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        running(Path(data)) as address,
        sync_playwright() as playwright,
    ):
        args = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=args)
        for width, height in WIDTHS.items():
            for theme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if theme == "dark" else "light",
                    locale="ja-JP",
                    timezone_id="Asia/Tokyo",
                )
                for name in pictures(context.new_page(), address, everything, f"{width}-{theme}"):
                    if name in KEPT:
                        lighter(everything / f"{name}.png", kept / f"{name}.png")
                context.close()
    return 0


def pictures(page: Page, address: str, out: Path, suffix: str) -> Iterator[str]:
    """Take every page's picture; gives the names as they are written."""
    story = ""  # its id in the address: a page that is opened anew knows the story by it
    for name, path_of_page in PAGES.items():
        page.goto(address + path_of_page + story)
        page.wait_for_function("document.querySelector('#stMain')?.innerText.length > 20")
        page.wait_for_timeout(1200)
        if name == "check":
            page.locator("#box").fill(DRAFT)
            page.locator(".marks li").nth(1).wait_for()
        yield picture(page, out, f"{name}-{suffix}", whole=name == "check")
        if name == "start":
            say(page, STORY)
            story = "?" + urlsplit(page.url).query
            yield picture(page, out, f"chat-{suffix}", whole=True)


def lighter(source: Path, target: Path) -> None:
    """The picture in 64 colours: under 150 kB, and no eye sees it."""
    with Image.open(source) as image:
        image.convert("RGB").quantize(64).save(target, optimize=True)


def picture(page: Page, out: Path, name: str, *, whole: bool = False) -> str:
    """One picture of the window, or of the whole page."""
    size = page.viewport_size
    assert size is not None
    if whole:
        tall = page.evaluate("document.querySelector('#stMain').scrollHeight")
        page.set_viewport_size({"width": size["width"], "height": max(size["height"], int(tall) + 40)})
        page.wait_for_timeout(800)
    page.screenshot(path=out / f"{name}.png")
    page.set_viewport_size(size)
    return name


if __name__ == "__main__":
    raise SystemExit(main())
