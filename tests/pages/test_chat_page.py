"""The chat page as AppTest sees it."""

import json
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parent.parent.parent / "app.py")
WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"


@pytest.fixture(autouse=True)
def no_leftovers() -> None:
    st.cache_resource.clear()


def start(**query: str) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=20)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def texts(page: AppTest) -> str:
    return "\n".join(element.value for element in page.text)


def drafts(page: AppTest) -> list[str]:
    """The texts that the bubbles were given."""
    protos = (element.proto for element in page.get("bidi_component"))
    return [json.loads(proto.json)["text"] for proto in protos if proto.component_name == "yohaku_draft"]


def test_first_run_asks_for_nothing() -> None:
    page = start()
    assert not page.exception
    assert "聞かせてください" in texts(page)
    assert [button.key for button in page.button if str(button.key).startswith("example-")] == [
        "example-0",
        "example-1",
        "example-2",
    ]


def test_a_message_is_answered() -> None:
    page = start()
    page.chat_input[0].set_value(WORK).run()
    assert not page.exception
    assert WORK in texts(page)
    assert len(drafts(page)) == 3


def test_an_example_is_answered() -> None:
    page = start()
    page.button(key="example-1").click().run()
    assert "今日は何も送らず" in texts(page)
    assert drafts(page) == []


def test_a_wish_adds_a_guarded_draft() -> None:
    page = start()
    page.chat_input[0].set_value(WORK).run()
    before = drafts(page)
    pills = next(pills for pills in page.pills if str(pills.key).endswith("-wish"))
    pills.set_value("敬語で").run()
    assert not page.exception
    assert len(drafts(page)) == len(before) + 1


def test_a_story_is_still_there_after_a_reload() -> None:
    page = start()
    page.chat_input[0].set_value(WORK).run()
    again = start(c="".join(page.query_params["c"]))
    assert WORK in texts(again)
    assert drafts(again) == drafts(page)


@pytest.mark.parametrize(
    "text", ["😢", "hello there", "あ" * 50_000], ids=["emoji", "English", "50,000 characters"]
)
def test_bad_input_is_answered_and_kept(text: str) -> None:
    page = start()
    page.chat_input[0].set_value(text).run()
    assert not page.exception
    assert text in texts(page)
