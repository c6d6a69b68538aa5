"""The port the pages are served on: the first that is free, and a clear word where none is."""

import socket

import pytest
from typer.testing import CliRunner

from coach import address
from coach.__main__ import app


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> socket.socket:
    """One port in use, the only one to choose from."""
    listening = socket.socket()
    listening.bind((address.HOST, 0))
    listening.listen()
    monkeypatch.setattr(address, "FIRST", listening.getsockname()[1])
    monkeypatch.setattr(address, "MANY", 1)
    return listening


def test_a_port_in_use_is_left_out(taken: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "MANY", 50)
    with taken:
        assert address.free_port() > taken.getsockname()[1]


def test_without_a_free_port_the_way_out_is_said(taken: socket.socket) -> None:
    with taken:
        result = CliRunner().invoke(app, ["--headless"])
    assert result.exit_code == 1
    assert "--port" in result.output
