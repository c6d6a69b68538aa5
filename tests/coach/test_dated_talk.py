"""A talk whose lines carry whole dates: days count from them, not from the day somebody asks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.planning.waiting import STILL_FRESH
from coach.policy import plan
from coach.reading import read
from coach.situation import Action, Aim
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 21)
INVITED = "自分: 土曜の花火いっしょに行かない?"
NO = "相手: ごめん、その日は妹の結婚式なんだ"
TAKEN = "自分: そっか、了解!楽しんでね"
OFFER = "相手: 来週の土曜なら空いてるよ"


def talk(ago: int, *lines: str, asked: str = "") -> str:
    """The lines as the import writes them, all of one day."""
    on = TODAY - timedelta(days=ago)
    return "\n".join([*(f"{on:%Y/%m/%d} 19:3{i} {line}" for i, line in enumerate(lines)), asked]).rstrip("\n")


ANSWERS = [
    pytest.param(talk(0, INVITED, NO), Stage.DECLINED, Action.REPLY_NOW, id="of today"),
    pytest.param(talk(2, INVITED, NO), Stage.DECLINED, Action.REPLY_NOW, id="of these days"),
    pytest.param(talk(172, INVITED, NO), Stage.COOLDOWN, Action.SMALL_TALK, id="months old"),
    pytest.param(
        talk(172, INVITED, NO, asked="なんて返せばいい?"), Stage.COOLDOWN, Action.SMALL_TALK, id="and answer"
    ),
    pytest.param(talk(5, INVITED, NO, TAKEN), Stage.COOLDOWN, Action.WAIT_UNTIL, id="answered, five days"),
    pytest.param(
        talk(60, INVITED, NO, TAKEN, asked="そろそろまた誘っていいかな"),
        Stage.SECOND_INVITE,
        Action.INVITE_LIGHTLY,
        id="answered, two months, asks to invite",
    ),
    pytest.param(talk(1, INVITED, OFFER), Stage.ALTERNATIVE, Action.SCHEDULE, id="an offer of yesterday"),
    pytest.param(talk(150, INVITED, OFFER), Stage.COOLDOWN, Action.SMALL_TALK, id="an offer long gone by"),
    pytest.param(talk(90, INVITED), Stage.SILENCE, Action.DO_NOT_SEND, id="no answer for months"),
]


@pytest.mark.parametrize(("text", "stage", "action"), ANSWERS)
def test_the_dates_of_the_talk_count(text: str, stage: Stage, action: Action) -> None:
    reading = read(text, today=TODAY)
    assert (reading.stage, plan(reading, (), TODAY).action) == (stage, action)


@given(st.integers(0, 700))
def test_days_since_are_those_of_the_stamp(ago: int) -> None:
    assert read(talk(ago, INVITED, NO), today=TODAY).days_since == ago
    assert read(talk(ago, INVITED), today=TODAY).days_since == ago


@given(st.integers(STILL_FRESH.days + 1, 700), st.sampled_from(["", "なんて返せばいい?", "返信どうしよう"]))
def test_an_old_no_is_never_answered_now(ago: int, asked: str) -> None:
    reading = read(talk(ago, INVITED, NO, asked=asked), today=TODAY)
    assert plan(reading, (), TODAY).action is not Action.REPLY_NOW


def test_what_the_user_says_of_the_day_wins_over_the_stamp() -> None:
    text = talk(172, INVITED, NO, asked="断られたのは昨日です。なんて返せばいい?")
    assert read(text, today=TODAY).days_since == 1


def test_a_stamp_without_a_year_may_be_an_old_paste() -> None:
    reading = read("6/2 19:31 自分: 花火行かない?\n6/2 19:40 相手: ごめん、その日は仕事なんだ", today=TODAY)
    assert (reading.stage, reading.aim) == (Stage.DECLINED, Aim.NONE)


def test_a_date_over_a_raw_paste_may_be_any_old_one() -> None:
    pasted = "2025/04/18(金)\n12:31\tわたし\t花フェス行かない?\n12:58\tさえ\t来週の日曜ならいいよ\nどう返す?"
    assert read(pasted, today=TODAY).stage is Stage.ALTERNATIVE


def test_a_stamp_of_a_day_to_come_tells_nothing() -> None:
    assert read(talk(-3, INVITED, NO), today=TODAY).days_since is None
