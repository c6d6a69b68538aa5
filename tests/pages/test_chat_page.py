"""The chat page as AppTest sees it."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach.pages import room
from coach.situation import EventKind
from guardrails.vocabulary import Stage

APP = str(Path(__file__).parent.parent.parent / "app.py")
WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"


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
    return [json.loads(proto.json)[0]["text"] for proto in protos if proto.component_name == "yohaku_draft"]


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
    pills.set_value("polite").run()
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


def announced(page: AppTest) -> str:
    protos = (element.proto for element in page.get("bidi_component"))
    return str(next(json.loads(p.json)[0]["said"] for p in protos if p.component_name == "yohaku_language"))


def test_a_new_answer_is_announced_once() -> None:
    page = start()
    assert announced(page) == ""
    page.chat_input[0].set_value(WORK).run()
    assert announced(page) == "案が3件できました"
    again = start(c="".join(page.query_params["c"]))
    assert announced(again) == ""


def test_the_stage_is_corrected_where_it_stands() -> None:
    page = start()
    page.chat_input[0].set_value(WORK).run()
    chip = next(pills for pills in page.pills if str(pills.key).endswith("-stage"))
    assert chip.value == Stage.DECLINED
    chip.set_value(Stage.SILENCE).run()
    assert not page.exception
    assert "今日は何も送らず" in texts(page)
    assert next(p for p in page.pills if str(p.key).endswith("-stage")).value == Stage.SILENCE


def test_what_was_sent_is_noted_once() -> None:
    page = start()
    page.chat_input[0].set_value(WORK).run()
    sent = [button for button in page.button if str(button.key).endswith("-sent")]
    text = drafts(page)[0]
    sent[0].click().run()
    assert not page.exception
    case = room.store().case("".join(page.query_params["c"]))
    assert case is not None
    assert [event.words for event in case.events if event.kind is EventKind.REPLIED] == [text]
    assert len([button for button in page.button if str(button.key).endswith("-sent")]) == len(sent) - 1


def test_a_draft_is_edited_by_hand_under_the_same_guard() -> None:
    page = start()
    page.chat_input[0].set_value(WORK).run()
    next(button for button in page.button if str(button.key).endswith("-edit")).click().run()
    protos = (element.proto for element in page.get("bidi_component"))
    boxes = [json.loads(proto.json)[0] for proto in protos if proto.component_name == "yohaku_editor"]
    assert [box["value"] for box in boxes] == [drafts(page)[0]]
    assert boxes[0]["line"]
