"""What the model costs and what is sent to it, as the pages show them."""

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from coach.settings import Settings
from coach.store import Store
from tests.bad_server import running

SETUP = "from coach.pages import setup\nsetup.draw()"
CHAT = "from coach.pages import chat\nchat.draw()"
WORK = "ふわもこさんを土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました。090-1234-5678"

pytestmark = pytest.mark.wire


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.fixture(autouse=True)
def endpoint(base: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    st.cache_resource.clear()
    monkeypatch.setenv("OPENAI_BASE_URL", f"{base}/well/{request.node.name}/v1")
    monkeypatch.setenv("YOHAKU_MODEL", "m")


def page(source: str) -> AppTest:
    shown = AppTest.from_string(source, default_timeout=60).run()
    assert not shown.exception
    return shown


def told(shown: AppTest) -> str:
    return "\n".join(element.value for element in (*shown.text, *shown.caption, *shown.warning))


def asked() -> AppTest:
    shown = page(CHAT)
    shown.chat_input[0].set_value(WORK).run()
    assert not shown.exception
    return shown


def test_what_was_sent_can_be_seen_masked_under_the_answer() -> None:
    shown = asked()
    sent = next(code.value for code in shown.code if "--- system" in code.value)
    assert "〔人物1〕さんを土曜に映画に誘ったら" in sent
    assert "ふわもこ" not in sent
    assert "090-1234" not in sent
    assert "送った内容を見る" in [expander.label for expander in shown.expander]


def test_what_would_be_sent_can_be_tried_without_sending() -> None:
    setup = page(SETUP)
    box = next(area for area in setup.text_area if area.key == "sending-tried")
    box.set_value(WORK).run()
    sent = next(code.value for code in setup.code if "--- system" in code.value)
    assert "ふわもこ" not in sent
    store = Store(Settings().database)
    assert store.cases() == ()
    store.close()


def test_what_was_spent_is_shown_and_a_limit_stops_the_next() -> None:
    asked()
    setup = page(SETUP)
    assert "今日 1回  送信 1,200  受信 340 トークン" in told(setup)
    setup.number_input[0].set_value(1000).run()
    assert "今日はあと0トークン" in told(setup)
    again = asked()
    assert "今日のトークンの上限に届いたので" in told(again)
    assert "このパソコンの中の言い回しから組み立てました" in told(again)
    setup = page(SETUP)
    assert setup.number_input[0].value == 1000
    setup.number_input[0].set_value(None).run()
    assert "今日はあと" not in told(setup)
