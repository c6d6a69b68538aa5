"""整える as AppTest sees it, and the third time the same worry comes in a day."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach.parts import Asked, Planned
from coach.situation import Action, Plan
from coach.story.memory import Case, Turn
from coach.tidying import DONE, STEPS
from coach.worries import STOP, times_today
from guardrails.vocabulary import Stage

APP = str(Path(__file__).parent.parent.parent / "app.py")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
WAITS = Planned(Plan(Action.SELF_CARE, Stage.WAITING, "今日", "", ""))


def texts(page: AppTest) -> str:
    return "\n".join(element.value for element in page.text)


def test_one_question_at_a_time_to_the_end() -> None:
    page = AppTest.from_string("from coach.pages import tidy\ntidy.draw()", default_timeout=20).run()
    for step in STEPS:
        assert not page.exception
        assert [s.id for s in STEPS if s.question in texts(page)] == [step.id]
        page.button(key="tidy-next").click().run()
    assert DONE[0] in texts(page)
    page.button(key="tidy-again").click().run()
    assert STEPS[0].question in texts(page)


def test_the_private_parts_give_nothing_to_python() -> None:
    page = AppTest.from_string("from coach.pages import tidy\ntidy.draw()", default_timeout=20).run()
    names = [element.proto.component_name for element in page.get("bidi_component")]
    assert names == ["yohaku_comforts", "yohaku_letter"]
    web = Path(APP).parent.joinpath("coach/pages/web")
    source = "".join(web.joinpath(f"{name}.js").read_text("utf-8") for name in ("letter", "comforts"))
    assert "setStateValue" not in source
    assert "setTriggerValue" not in source


def test_the_third_time_in_a_day_is_a_gentle_stop() -> None:
    page = AppTest.from_file(APP, default_timeout=20).run()
    for times in (1, 2, 3):
        page.chat_input[0].set_value("3日前に送ったLINEが既読のまま返ってきません。もう一通送っていい?").run()
        assert not page.exception
        assert (STOP[0] in texts(page)) is (times >= 3)


@pytest.mark.parametrize(
    ("hours", "asked", "times"),
    [
        pytest.param((0, 1, 2), False, 3, id="three times today"),
        pytest.param((0, 30, 60), False, 1, id="once a day"),
        pytest.param((0, 1, 2), True, 1, id="answers to our questions"),
    ],
)
def test_what_counts_as_the_same_worry(hours: tuple[int, ...], asked: bool, times: int) -> None:
    parts = (WAITS, Asked("tidy.fear", "?")) if asked else (WAITS,)
    turns = tuple(
        Turn(str(h), NOW - timedelta(hours=h), "つらい", parts, finished=True) for h in reversed(hours)
    )
    assert times_today(Case("c", "", NOW, turns), NOW.date()) == times
