"""下書きチェック as AppTest sees it: what the box is given for what it holds."""

import json
from typing import Any

import streamlit as st
from streamlit.testing.v1 import AppTest

PAGE = """
from coach.pages.editor import draw_editor
from guardrails.vocabulary import Stage
draw_editor(key="box", label="下書き", stage=Stage.DECLINED, start={start!r})
"""


def given(start: str) -> dict[str, Any]:
    page = AppTest.from_string(PAGE.format(start=start), default_timeout=20).run()
    assert not page.exception
    found: dict[str, Any] = json.loads(page.get("bidi_component")[0].proto.json)[0]
    return found


def test_an_empty_box_is_not_judged() -> None:
    data = given("")
    assert (data["outcome"], data["marks"], data["notes"], data["line"]) == ("", [], [], "")


def test_a_bad_sentence_is_marked_where_the_browser_counts_it() -> None:
    data = given("😊了解！なんでダメなの？")
    assert [(m["from"], m["quote"], m["label"]) for m in data["marks"]] == [
        (5, "なんでダメなの？", "理由をさぐる")
    ]
    assert data["line"] == ""
    assert data["marks"][0]["fixes"][-1]["label"] == "この一文を消す"


def test_a_good_message_is_lit_and_may_be_copied() -> None:
    data = given("了解！教えてくれてありがとう。またね！")
    assert data["marks"] == []
    assert {part["label"] for part in data["lit"] if part["on"]} >= {"感謝", "受容"}
    assert data["line"].startswith("https://line.me/R/share?text=")


def test_the_page_draws() -> None:
    st.cache_resource.clear()
    page = AppTest.from_string(
        "from coach.pages import draft_check\ndraft_check.draw()", default_timeout=20
    ).run()
    assert not page.exception
    assert page.pills[0].label == "いまの場面"
