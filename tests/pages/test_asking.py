"""What was pressed is kept until it is answered, whatever cuts the run short that the press began."""

from typing import Any

import pytest
import streamlit as st

from coach.pages.asking import choose, pressed, taken


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    kept: dict[str, Any] = {"current_case": "a"}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def test_a_press_outlives_a_run_that_was_cut_short() -> None:
    choose("短く")
    first = pressed()
    assert first is not None
    assert pressed() is first  # the next run, when the one before ended early


def test_a_press_that_is_being_answered_is_not_answered_twice() -> None:
    choose("短く")
    ask = pressed()
    assert ask is not None
    taken(ask)
    assert pressed() is None


def test_a_newer_press_is_not_taken_with_an_older_one() -> None:
    choose("短く")
    older = pressed()
    assert older is not None
    choose("やわらかく")
    taken(older)
    newer = pressed()
    assert newer is not None
    assert newer.text == "やわらかく"


def test_a_press_does_not_follow_into_another_story(state: dict[str, Any]) -> None:
    choose("短く")
    state["current_case"] = "b"
    assert pressed() is None
    state["current_case"] = "a"
    assert pressed() is None
