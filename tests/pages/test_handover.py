"""A talk history in the chat page: previewed, narrowed, asked about, and only then used."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_chat_page import start, texts

FOLDER = Path(__file__).parent.parent / "coach" / "data"


def export(
    days: int = 200, *, ask: str = "来週の土曜、映画行かない？", answer: str = "ごめん、その日は仕事なんだ"
) -> str:
    """A phone export of a message a day from each, ending with an invitation and a no."""
    begin = datetime(2026, 3, 2, 9, 30)
    lines = ["[LINE] さくらとのトーク履歴", "保存日時：2026/11/20 10:00", ""]
    for i in range(days):
        on = begin + timedelta(days=i)
        lines += [
            f"{on:%Y/%m/%d}({'月火水木金土日'[on.weekday()]})",
            f"09:30\tさくら\tおはよう{i}",
            f"09:31\t航\tおはよう！{i}",
            "",
        ]
    lines[-1:] = [f"21:00\t航\t{ask}", f"21:05\tさくら\t{answer}"]
    return "\r\n".join(lines)


def _page(data: bytes, name: str) -> AppTest:
    """The chat page right after this file was dropped (AppTest cannot drop one)."""

    def script(data: bytes, name: str) -> None:
        import streamlit as st

        from coach.pages.handover import draw_handover, hand_over

        if "begun" not in st.session_state:
            st.session_state["begun"] = True
            hand_over(data, name=name)
        agreed = draw_handover()
        if agreed:
            st.session_state["used"] = agreed

    return AppTest.from_function(script, args=(data, name), default_timeout=20).run()


def _press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def test_a_preview_says_who_when_and_how_much_and_what_came_back() -> None:
    page = _page(export().encode(), "[LINE]さくら.txt")
    assert not page.exception
    said = texts(page)
    assert "2026年3月2日（月）から2026年9月17日（木）まで、402通" in said
    assert "最後の誘いは2026年9月17日（木）の「来週の土曜、映画行かない？」" in said
    assert "「ごめん、その日は仕事なんだ」" in said
    assert "読まれたかどうかは、ファイルには入っていません" in said
    assert "used" not in page.session_state


def test_all_that_came_back_is_quoted() -> None:
    both = "ごめん、その日は仕事なんだ\r\n21:06\tさくら\t再来週はどう？"
    said = texts(_page(export(answer=both).encode(), "[LINE]さくら.txt"))
    assert "そのあとの相手の言葉は「ごめん、その日は仕事なんだ」「再来週はどう？」" in said


def test_the_range_limits_what_is_counted() -> None:
    page = _page(export().encode(), "[LINE]さくら.txt")
    ranges = page.button_group(key="talk-range")
    assert "この範囲は188通" in texts(page)  # three months back, both days included
    ranges.set_value("この2週間").run()
    assert "この範囲は32通" in texts(page)


@pytest.mark.parametrize("key", ["talk-no-first", "talk-no"])
def test_nothing_is_used_before_the_user_says_so_and_leaving_it_is_near(key: str) -> None:
    page = _press(_page(export().encode(), "[LINE]さくら.txt"), key)
    assert "used" not in page.session_state
    assert texts(page) == ""


def test_what_is_agreed_is_the_newest_exchange() -> None:
    page = _press(_page(export().encode(), "[LINE]さくら.txt"), "talk-yes")
    assert page.session_state["used"].endswith("21:05 相手: ごめん、その日は仕事なんだ")
    assert len(page.session_state["used"]) < 3000


def test_what_a_model_would_get_is_shown_without_names() -> None:
    page = _page(export(answer="さくらはその日、仕事なんだ 090-1234-5678").encode(), "[LINE]さくら.txt")
    masked = page.text[-1].value
    assert "090-1234-5678" not in masked
    assert "さくら" not in masked
    assert "仕事なんだ" in masked


def test_names_that_the_file_leaves_open_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "2026.03.02 月曜日\n09:30 はな こ おはよう\n09:31 はな た おはよう\n09:32 はな こ 元気？\n"
    page = _page(text.encode(), "talk.txt")
    assert "表示名を教えてください" in texts(page)
    page.text_input(key="talk-name-me").set_value("はな た")
    page.text_input(key="talk-name-them").set_value("はな こ")
    page.button[0].click().run()
    assert "3通です" in texts(page)


def test_a_pasted_export_is_previewed_and_can_be_talked_about_as_it_is() -> None:
    page = start()
    page.chat_input[0].set_value(export(10)).run()
    assert not page.exception
    assert "22通です" in texts(page)
    _press(page, "talk-as-is")
    assert not page.exception
    assert "おはよう3" in texts(page)


@pytest.mark.parametrize("text", ["2026/11/18(水)\n21:00\tさくら\tごめん、その日は仕事"], ids=["two lines"])
def test_a_short_paste_is_a_message(text: str) -> None:
    page = start()
    page.chat_input[0].set_value(text).run()
    assert "まだ何も使っていません" not in texts(page)
