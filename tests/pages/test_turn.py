"""Under the newest answer, as AppTest sees it: said anew, judged, kept as a case; a long story, and lines that stay."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach.answering.wanted import drafts_in
from coach.pages import room
from coach.parts import Helped
from coach.settings import Settings
from coach.story.memory import Opinion, Turn
from evals.judge_conversation import judge_conversation
from evals.lint import lint
from evals.suite import load
from evals.tape import Tape
from guardrails.vocabulary import Stage

APP = str(Path(__file__).parent.parent.parent / "app.py")
WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"
DANGER = "もう死にたいです。消えてしまいたい"


def told(*texts: str) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=30).run()
    for text in texts:
        page.chat_input[0].set_value(text).run()
    assert not page.exception
    return page


def texts(page: AppTest) -> str:
    return "\n".join(element.value for element in page.text)


def turns(page: AppTest) -> tuple[Turn, ...]:
    case = room.store().case("".join(page.query_params["c"]))
    assert case is not None
    return case.turns


def press(page: AppTest, key: str) -> None:
    next(button for button in page.button if str(button.key).endswith(key)).click().run()
    assert not page.exception


def test_a_message_is_said_anew_in_place_of_the_last_one() -> None:
    page = told(WORK)
    first = turns(page)[0]
    box = next(area for area in page.text_area if str(area.key).endswith("-anew"))
    assert box.value == WORK
    box.set_value("3日前に送ったLINEが既読のまま返ってきません。もう一通送っていいですか。")
    next(button for button in page.button if button.label == "この内容で送る").click().run()
    assert not page.exception
    assert [turn.text[:6] for turn in turns(page)] == ["3日前に送っ"]
    assert WORK not in texts(page)
    case = room.store().case("".join(page.query_params["c"]))
    assert case is not None
    assert [note for note in case.notes if note.turn_id == first.id] == []


@pytest.mark.parametrize(
    ("thumb", "reason", "kept"),
    [
        pytest.param(0, "words", Opinion(False, "案の言葉がしっくりこない\n少し固い"), id="down"),
        pytest.param(1, "calm", Opinion(True, "気持ちが落ち着いた\n少し固い"), id="up"),
    ],
)
def test_an_answer_is_judged_with_a_reason(thumb: int, reason: str, kept: Opinion) -> None:
    page = told(WORK)
    page.feedback[0].set_value(thumb).run()
    assert turns(page)[0].opinion == Opinion(bool(thumb))
    why = next(pills for pills in page.pills if str(pills.key).endswith("-good" if thumb else "-bad"))
    why.set_value([reason]).run()
    next(field for field in page.text_input if str(field.key).endswith("-why")).set_value("少し固い").run()
    assert not page.exception
    assert turns(page)[0].opinion == kept
    assert "どこにも送りません" in "".join(caption.value for caption in page.caption)
    page.feedback[0].set_value(None).run()
    assert turns(page)[0].opinion is None


def suite() -> Path:
    return Settings().data_dir / "cases" / "own.jsonl"


def test_a_talk_becomes_a_case_that_lint_accepts_and_that_holds() -> None:
    page = told(
        "田中さんを映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました。電話は090-1234-5678です"
    )
    wish = next(pills for pills in page.pills if str(pills.key).endswith("-wish"))
    wish.set_value("shorter").run()
    press(page, "evalcase")
    assert "〔" in texts(page)
    press(page, "evalcase-save")
    press(page, "evalcase-save")  # once more: replaced, not doubled
    text = suite().read_text("utf-8")
    assert "田中" not in text
    assert "090" not in text
    found = load(suite())
    assert [note for note in lint([found], Tape({})) if note.wrong] == []
    (case,) = found.cases
    assert judge_conversation(case).failures == ()  # type: ignore[arg-type]
    assert [turn.rewrite for turn in case.turns] == [None, 0]  # type: ignore[union-attr]


def test_a_misread_talk_becomes_a_case_that_is_known_to_fail() -> None:
    page = told(WORK)
    press(page, "evalcase")
    page.selectbox[0].set_value(Stage.SILENCE).run()
    press(page, "evalcase-save")
    line = json.loads(suite().read_text("utf-8").splitlines()[1])
    assert line["known"]
    assert line["turns"][0]["expect"] == {"stage": "silence"}


def test_deleting_everything_deletes_the_cases_too() -> None:
    page = told(WORK)
    press(page, "evalcase")
    press(page, "evalcase-save")
    assert suite().exists()
    settings = AppTest.from_string("from coach.pages import setup\nsetup.draw()", default_timeout=20).run()
    settings.checkbox(key="all-sure").check().run()
    settings.button(key="all-delete").click().run()
    assert not settings.exception
    assert not suite().exists()
    assert room.store().cases() == ()


def test_temporary_mode_keeps_no_case() -> None:
    page = AppTest.from_file(APP, default_timeout=30).run()
    page.button(key="temporary-begin").click().run()
    page.chat_input[0].set_value(WORK).run()
    assert "evalcase" not in [button.key for button in page.button]


def test_after_a_danger_the_lines_stay_until_they_are_left() -> None:
    page = told(DANGER)
    assert any(isinstance(part, Helped) for part in turns(page)[0].parts)
    assert "leave-lines" not in [button.key for button in page.button]  # they are the answer itself
    page.chat_input[0].set_value(WORK).run()
    assert "leave-lines" not in [button.key for button in page.button]  # they are said again
    page.chat_input[0].set_value("つらくて眠れない").run()
    assert "今つながる窓口" in [heading.value for heading in page.subheader]
    press(page, "leave-lines")
    assert "今つながる窓口" not in [heading.value for heading in page.subheader]


def test_a_long_story_opens_with_its_newest_turns() -> None:
    page = told(WORK)
    first = turns(page)[0]
    for number in range(11):
        room.store().begin(
            "".join(page.query_params["c"]), f"{number}番目の話", first.at + timedelta(minutes=number + 1)
        )
    page.run()
    assert "10番目の話" in texts(page)
    assert WORK not in texts(page)
    press(page, "earlier")
    assert WORK in texts(page)


@pytest.mark.parametrize("wish", ["dialect", "way_out"])
def test_the_chips_that_need_no_model(wish: str) -> None:
    page = told(WORK)
    next(pills for pills in page.pills if str(pills.key).endswith("-wish")).set_value(wish).run()
    assert not page.exception
    assert len(drafts_in(turns(page)[-1].parts)) == 1
