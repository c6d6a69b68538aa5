"""No test reaches the network, the user's data or the user's environment."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import respx.router

from tests.workers import BrowserApart

LOOPBACK = ("127.0.0.1", "::1", "localhost", "0.0.0.0")
OURS = ("YOHAKU_", "OPENAI_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
HOMES = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BrowserApart:
    return BrowserApart(config, log)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "wire: talks to a server process of its own on 127.0.0.1")


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of its own for every test, and nothing of the user's environment."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.upper().startswith(OURS)]:
        monkeypatch.delenv(name)
    for name in HOMES:
        monkeypatch.setenv(name, str(home))
    monkeypatch.chdir(home)  # a `.env` of the working directory is the user's, too
    return home


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection that would leave this machine raises, whatever library opens it."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test tried to reach {address[0]!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(autouse=True)
def no_model(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A request that no route answers fails the test, even where the code under test catches the error."""
    if "wire" in request.keywords:
        yield
        return
    unmatched: list[str] = []

    class Unmatched(respx.models.AllMockedAssertionError):
        def __init__(self, message: str) -> None:
            unmatched.append(message)
            super().__init__(message)

    monkeypatch.setattr(respx.router, "AllMockedAssertionError", Unmatched)
    request.getfixturevalue("respx_mock")
    yield
    assert not unmatched
