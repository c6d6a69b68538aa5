"""A real Chromium, where there is one. Without it these tests are left out in one line; on CI that is an error."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from coach.doctor import chromium
from tests.browser.server import running

HERE = Path(__file__).parent
expect.set_options(timeout=40_000)  # a busy machine is slow, not wrong
MISSING = "browser tests left out: no Chromium found (see: yohaku doctor)"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if chromium():
        return
    ours = [item for item in items if HERE in item.path.parents]
    if ours and os.environ.get("CI") == "true":
        raise pytest.UsageError("CI needs Chromium for the browser tests; .ci/run installs it")
    config.hook.pytest_deselected(items=ours)
    items[:] = [item for item in items if item not in ours]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not chromium():
        terminalreporter.write_line(MISSING)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        args = ["--no-sandbox"] if os.geteuid() == 0 else []
        args += ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
        args += ["--disable-component-update", "--disable-sync"]
        browser = playwright.chromium.launch(executable_path=chromium(), args=args)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app without a model."""
    with running(tmp_path_factory.mktemp("app")) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        locale="ja-JP",
        timezone_id="Asia/Tokyo",
        viewport={"width": 390, "height": 844},
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(40_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
