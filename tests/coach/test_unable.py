"""Who cannot come on the offered day either declines it; a day of theirs that is left is taken."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.situation import Action
from coach.standing.answered_day import answered_day, declines_the_day

TODAY = date(2026, 11, 21)

DECLINED = [
    "映画に誘ったら「土曜は無理だけど日曜なら空いてるよ」って言われたけど日曜は仕事で行けない。",
    "日曜ならって言われたけど日曜は仕事で行けない",
    "誘ったら「来週の水曜ならどう？」って。でも水曜は自分がバイトなんだよね。なんて返そう",
    "「土曜か日曜ならいけるよ」って返ってきたけど、どっちも仕事",
    "「20日なら空いています」とお返事をいただきましたが、あいにくその日は出張が入っております。どうお返事すればいいでしょうか",
    "「金曜の夜ならどう？」って言われたけど、そこは先約があって無理なんだ",
    "「来週の土曜はいかがですか」とのこと。残念ながら来週の土曜は都合がつきません。",
    "「日曜ならええで」言うてくれてんけど日曜はあかんねん",
    "「木曜ならいけるよ」って来たけど木曜は行けないって返していい？",
]


@pytest.mark.parametrize("message", DECLINED)
def test_none_of_their_days_is_left(message: str) -> None:
    reading = read(message, today=TODAY)
    planned = plan(reading, (), TODAY)
    assert declines_the_day(reading)
    assert planned.action is Action.SCHEDULE
    assert "行けないこと" in planned.today
    assert reading.unable is not None
    assert message[reading.unable.start : reading.unable.end] == reading.unable.text


def test_another_day_of_theirs_is_left() -> None:
    message = "「土曜か日曜ならいけるよ」って返ってきた。土曜は法事があって行けません"
    assert answered_day(read(message, today=TODAY)) == "日曜"


TAKEN = [
    "「日曜なら空いてるよ」って言われた。日曜は仕事が休みだから行ける",
    "「日曜なら空いてるよ」って言われた。日曜は仕事だけどなんとか行ける",
    "「日曜なら空いてるよ」って。土曜は仕事らしい",
    "「土曜は無理だけど日曜なら空いてるよ」って言われた。土曜は無理って言われたけど嬉しい",
    "「日曜なら空いてるよ」って言われた。無理しないで返したい",
    "「日曜なら空いてるよ」って。日曜、行けるかどうかまだ分からない",
    "「日曜ならどう？」って来た。土曜は俺も仕事だったからちょうどいい",
    "「日曜ならどう？」って。日曜は予定ないから行きたい",
    "「日曜ならどう？」って来た。行けなくはないけど、なんて返そう",
    "「来週なら」って言われた。楽しみで無理、眠れない",
]


@pytest.mark.parametrize("message", TAKEN)
def test_a_day_that_can_be_taken_is(message: str) -> None:
    reading = read(message, today=TODAY)
    assert reading.unable is None
    assert answered_day(reading)
