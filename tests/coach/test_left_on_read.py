"""Whose silence it is, and whether a talk that goes on as ever is another day."""

from datetime import date

import pytest

from coach.reading import read
from coach.situation import SignId
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 21)
OURS = [
    pytest.param(
        "通話友達をオフに誘ったら『オフはちょっとまだ勇気出ないかも…通話ならいつも通りできる！』って来て、まだ既読のまま。",
        id="read, and nothing more told",
    ),
    pytest.param(
        "昨日ゲームの通話相手をオフ会に誘った。『まだ勇気出ないかも…ごめん』まだ既読のままです。返したい",
        id="and an answer wished for",
    ),
    pytest.param(
        "誘ったら「ごめんその日バイト」って来たけど、まだ既読のままにしてる。何て返そう", id="left so"
    ),
    pytest.param(
        "ライブに誘ったら「今回はやめとくね」と返ってきて、とりあえず既読だけつけた。どう返せばいい",
        id="only marked as read",
    ),
]
THEIRS = [
    pytest.param(
        "昨日映画に誘ったら「考えとく」って言われて、じゃあ金曜は？って聞いたら既読のまま。もう一通送りたい",
        id="asked again",
    ),
    pytest.param("「土曜どう？」まだ既読のまま。もう一通送りたい", id="the user's own words"),
    pytest.param(
        "映画に誘ったら「ちょっと待って」って言われて、また送ったけど未読のまま。追いLINEしていい？",
        id="sent since",
    ),
]


@pytest.mark.parametrize("message", OURS)
def test_who_has_read_and_not_answered_may_answer(message: str) -> None:
    assert read(message, today=TODAY).stage is Stage.DECLINED


@pytest.mark.parametrize("message", THEIRS)
def test_a_message_of_the_users_that_stands_read_is_silence(message: str) -> None:
    assert read(message, today=TODAY).stage is Stage.SILENCE


AS_EVER = ["今回はやめとくわ…通話ならいつも通りできる！", "会うのはまだ緊張するかも、ごめん！LINEはこれまで通りで大丈夫だよ", "ごめん、会うのはまだ怖いかも。電話なら今まで通りいけるよ"]  # fmt: skip
ANEW = ["会うのはまだ緊張するかも、ごめん！来週の土曜ならいつも通り通話できるよ", "その日は無理だけど、夜に電話ならできるよ！", "今週は無理、来週ならいつも通り空いてるよ"]  # fmt: skip


@pytest.mark.parametrize("words", AS_EVER)
def test_a_talk_as_ever_is_no_other_day(words: str) -> None:
    reading = read(f"オフ会に誘ったら「{words}」って来た。なんて返そう", today=TODAY)
    assert reading.stage is Stage.DECLINED
    assert SignId.OTHER_DAY not in {sign.id for sign in reading.signs}


@pytest.mark.parametrize("words", ANEW)
def test_a_day_or_another_way_is_an_offer(words: str) -> None:
    assert read(f"オフ会に誘ったら「{words}」って来た。なんて返そう", today=TODAY).stage is Stage.ALTERNATIVE
