"""Every page at phone and desktop width, light and dark: `make screenshots` writes them to docs/screenshots."""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from coach.doctor import chromium
from tests.browser.server import ROOT, running

PAGES = {"chat": "/", "check": "/check", "lines": "/lines", "settings": "/settings"}
STORY = "土曜に映画に誘ったら「ごめん、その日は仕事で難しい」と返ってきました。なんて返せばいいですか。"
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
    out = ROOT / "docs" / "screenshots"
    out.mkdir(parents=True, exist_ok=True)
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
                page = context.new_page()
                for name, path_of_page in PAGES.items():
                    page.goto(address + path_of_page)
                    page.get_by_test_id("stMain").wait_for()
                    page.wait_for_timeout(1200)
                    page.screenshot(path=out / f"{name}-start-{width}-{theme}.png")
                page.goto(address)
                say(page, STORY)
                tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
                page.set_viewport_size({"width": width, "height": int(tall) + 160})
                page.wait_for_timeout(600)
                page.screenshot(path=out / f"chat-{width}-{theme}.png")
                context.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
