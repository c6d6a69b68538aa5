"""What is read from an offer: which days and things would do, and which would not."""

import pytest

from guardrails.offers.days import Days, days_in
from guardrails.offers.offer import offer
from guardrails.text import view

OFFERS = [
    # their words, weekdays or dates that would do, that would not
    ("土曜は仕事だけど、日曜なら空いてるよ", "日", "土"),
    ("平日は厳しいですが、土日でしたら調整できます", "土日", "月火水木金"),
    ("休日は家族と過ごすので、平日の夜でしたら", "月火水木金", "土日"),
    ("土日はどっちも埋まってて…。次の週の土曜なら空けられる", "土", "土日"),
    ("今週末は土日とも無理なの、来月の平日なら!", "月火水木金", "土日"),
    ("すいようび だったら いけるよ", "水", ""),
    ("土曜バイトやわ〜日曜の昼からやったらいけるで!", "日", "土"),
    ("土曜無理〜日曜なら!", "日", "土"),
]


@pytest.mark.parametrize(("words", "would", "would_not"), OFFERS, ids=lambda v: str(v)[:12])
def test_weekdays_that_would_do(words: str, would: str, would_not: str) -> None:
    theirs = offer(view(words))
    assert theirs.days.weekdays == frozenset(would)
    assert theirs.lost.weekdays == frozenset(would_not)


def test_dates_and_hours() -> None:
    theirs = offer(view("15日の夜は無理だけど、22日のランチならいける"))
    assert (theirs.days.dates, theirs.days.hours) == (frozenset({"22日"}), frozenset({"noon"}))
    assert (theirs.lost.dates, theirs.lost.hours) == (frozenset({"15日"}), frozenset({"night"}))


def test_things() -> None:
    theirs = offer(view("映画は苦手だけど、水族館なら行きたいな"))
    assert "水族館" in theirs.things
    assert "映画" in theirs.refused
    assert "水族館" not in theirs.refused


def test_days_of_nothing() -> None:
    assert not days_in(view("その日は父の四十九日で")).dates
    assert not days_in(view("その日は父の49日で")).dates
    assert days_in(view("二十九日と19日")).dates
    assert not days_in(view("了解です、またね"))
    assert not Days(hours=frozenset({"night"}))


@pytest.mark.parametrize(
    "text", ["次の日も早いから", "何曜日でもいいよ", "毎日暑いね", "今日は、おつかれさま"]
)
def test_no_weekday(text: str) -> None:
    assert days_in(view(text)).weekdays == frozenset()


def test_days_add_and_meet() -> None:
    one, other = Days(frozenset("土日")), Days(frozenset("日月"), near=frozenset({"来週"}))
    assert (one | other).weekdays == frozenset("土日月")
    assert (one - other).weekdays == frozenset("土")
    assert one.meets(other)
    assert not (one - other).meets(other)
