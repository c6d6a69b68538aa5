"""設定 as AppTest sees it, and what the connection test says."""

import socket

import pytest
import streamlit as st
from pydantic import SecretStr
from streamlit.testing.v1 import AppTest

from coach.model import SENTENCES, ModelTrouble
from coach.settings import Settings
from coach.wire.trial import tried
from tests.bad_server import running

PAGE = "from coach.pages import setup\nsetup.draw()"


@pytest.fixture(autouse=True)
def no_leftovers(monkeypatch: pytest.MonkeyPatch) -> None:
    st.cache_resource.clear()
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "YOHAKU_MODEL"):
        monkeypatch.delenv(name, raising=False)


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def texts(page: AppTest) -> str:
    return "\n".join(element.value for element in page.text)


def test_nothing_set_needs_no_test() -> None:
    page = AppTest.from_string(PAGE, default_timeout=20).run()
    assert not page.exception
    assert "設定されていません" in texts(page)
    assert [button.key for button in page.button] == ["all-delete"]
    assert "OPENAI_API_KEY" in page.code[0].value


def test_a_preset_shows_its_lines() -> None:
    page = AppTest.from_string(PAGE, default_timeout=20).run()
    page.pills(key="setup-preset").set_value("Ollama").run()
    assert "11434" in page.code[0].value


def test_a_wrong_key_is_named_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "鍵 がちがう")
    monkeypatch.setenv("YOHAKU_MODEL", "some-model")
    page = AppTest.from_string(PAGE, default_timeout=30).run()
    page.button(key="setup-try").click().run()
    assert not page.exception
    assert "APIキーが受け付けられなかった" in texts(page)
    assert "がちがう" not in texts(page)


@pytest.mark.wire
def test_a_silent_address_is_named() -> None:
    settings = Settings(base_url=f"http://127.0.0.1:{closed_port()}/v1", model="m", timeout=1)
    trial = tried(settings)
    assert not trial.works
    assert trial.sentence == SENTENCES[ModelTrouble.UNREACHABLE]


@pytest.mark.wire
@pytest.mark.parametrize(
    ("way", "says"),
    [
        pytest.param("well", "つながりました", id="works"),
        pytest.param("wrong_key", SENTENCES[ModelTrouble.WRONG_KEY], id="wrong key"),
        pytest.param("unknown_model", SENTENCES[ModelTrouble.UNKNOWN_MODEL], id="unknown model"),
        pytest.param("no_v1", SENTENCES[ModelTrouble.WRONG_ADDRESS], id="an address without v1"),
    ],
)
def test_what_is_wrong_is_said(way: str, says: str) -> None:
    with running() as base:
        trial = tried(Settings(base_url=f"{base}/{way}/path/v1", api_key=SecretStr("sk-test"), model="m"))
    assert trial.works is (way == "well")
    assert trial.sentence.startswith(says)


@pytest.mark.wire
def test_a_model_is_chosen_from_the_endpoints_own_list(monkeypatch: pytest.MonkeyPatch) -> None:
    with running() as base:
        monkeypatch.setenv("OPENAI_BASE_URL", f"{base}/lists/1/v1")
        monkeypatch.setenv("YOHAKU_MODEL", "m")
        page = AppTest.from_string(PAGE, default_timeout=30).run()
        assert list(page.selectbox) == []
        page.button(key="models").click().run()
        assert not page.exception
        (offered,) = page.selectbox
        name = offered.options[0]
        offered.set_value(name).run()
        assert f"モデル {name}" in texts(page)
        assert f"モデル {name}" in texts(AppTest.from_string(PAGE, default_timeout=30).run())  # kept
        page.button(key="models-back").click().run()
        assert not page.exception
        assert "モデル m" in texts(page)


@pytest.mark.wire
def test_a_list_that_cannot_be_had_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{closed_port()}/v1")
    monkeypatch.setenv("YOHAKU_MODEL", "m")
    page = AppTest.from_string(PAGE, default_timeout=30).run()
    page.button(key="models").click().run()
    assert not page.exception
    assert SENTENCES[ModelTrouble.UNREACHABLE] in texts(page)
    assert list(page.selectbox) == []
