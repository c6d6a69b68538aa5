"""Plain facts of a message: a partner told, a fever on the day, a day that is when something of theirs is, a couple's distance."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.situation import Action, Reading, ReasonKind, SignId
from coach.standing.signs import read_reply
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 22)


def _read(message: str) -> Reading:
    return read(message, today=TODAY)


@pytest.mark.parametrize(
    "message",
    [
        "昨日、思い切って食事に誘いましたが「主人の介護がありまして」と断られました。ご主人がいらしたとは知りませんでした",
        "今日断られた「ごめん、その日は彼女と予定ある」え彼女いたの",
        "「ごめん、その日妻と旅行」って断られた",
        "「夫の実家に行くので」と断られました",
        "映画に誘ったら「彼氏とデートなんだ、ごめん」って",
        "先輩は旦那さんいます。友達としてです",
        "誘ったら断られました。ご主人がいらっしゃるそうです",
        "断られた。まさか彼女いたなんて",
        "共通の知人が「あの人結婚してるよ」って",
        "友達が「あの子彼氏できたらしいよ」って",
    ],
)
def test_a_partner_who_is_told_of_closes_it(message: str) -> None:
    assert _read(message).stage is Stage.CLOSED


@pytest.mark.parametrize(
    "message",
    [
        "幼なじみに初詣さそった。断られた。「彼女と行くかも笑」って。かもって何",
        "「日曜は妹の彼氏と会うから無理」って断られた",
        "「母の介護がありまして」と断られました",
        "「主人公の声優のライブなんだ」って断られた",
        "「友達の旦那さんのお店手伝う」って断られた",
        "断られた。彼女いたことない。つらい",
        "断られた。奥さんいるのかな",
        "友達が「あの人彼氏いないよ」って。昨日断られたけど",
        "友達に「彼女いるんじゃない？」って言われた。昨日断られた",
    ],
)
def test_what_tells_of_no_partner_of_theirs_closes_nothing(message: str) -> None:
    assert _read(message).stage is not Stage.CLOSED


def test_what_others_know_is_no_message_to_answer() -> None:
    reading = _read("共通の知人が「あの人結婚してるよ」って")
    assert reading.incoming is None
    assert not plan(reading, (), TODAY).drafts


@pytest.mark.parametrize(
    "message", ["当日ドタキャンされた。熱出たって", "待ち合わせの1時間前にドタキャンされた。体調不良らしい"]
)
def test_a_day_that_is_called_off_is_no_final_no(message: str) -> None:
    reading = _read(message)
    assert (reading.stage, reading.reason.kind) == (Stage.DECLINED, ReasonKind.ILLNESS)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("資格試験が12月13日で", ReasonKind.STUDY),
        ("試験が来月の13日で", ReasonKind.STUDY),
        ("法事が日曜で", ReasonKind.FAMILY),
    ],
)
def test_the_day_of_something_of_theirs_is_no_offer(words: str, kind: ReasonKind) -> None:
    reply = read_reply(words, refused=True)
    assert (reply.offered, reply.signs, reply.reason.kind) == (None, (), kind)


@pytest.mark.parametrize(
    "words", ["12月13日で!", "土曜でお願い", "12月13日でどう？", "会うのは日曜で", "来週の土曜なら"]
)
def test_a_day_that_is_proposed_stays_an_offer(words: str) -> None:
    assert SignId.OTHER_DAY in {sign.id for sign in read_reply(words).signs}


@pytest.mark.parametrize(
    "words",
    [
        "ごめん！土曜は友達の結婚式で行けない",
        "同期の結婚式で会えないの、ごめん",
        "サークルの合宿で行けません",
    ],
)
def test_what_friends_hold_is_no_company(words: str) -> None:
    assert not {SignId.GROUP, SignId.OTHER_DAY} & {sign.id for sign in read_reply(words).signs}


@pytest.mark.parametrize(
    "words", ["友達で行こうよ", "サークルのみんなで行くならいいよ", "友達と一緒なら行ける"]
)
def test_company_that_is_offered_stays_one(words: str) -> None:
    assert SignId.GROUP in {sign.id for sign in read_reply(words).signs}


def test_the_distance_a_couple_keeps_is_no_end() -> None:
    reading = _read("彼女にスノボ誘ったら「今ちょっと距離置きたい」って言われた")
    assert (reading.stage, [sign.id for sign in reading.signs]) == (Stage.DECLINED, [SignId.POSTPONED])
    assert plan(reading, (), TODAY).not_before is None
    assert _read("付き合って3年の彼に「少し距離を置きたい」って言われた").stage is Stage.WAITING


@pytest.mark.parametrize(
    "message",
    [
        "好きな人に「距離置きたい」って言われた",
        "片思いの彼女に「距離を置きたいです」って言われた",
        "彼女に「もう別れたい。距離置こう」って言われた",
        "誘ったら「ちょっと距離置きたい」って言われた",
    ],
)
def test_distance_without_a_couple_and_a_parting_stay_an_end(message: str) -> None:
    reading = _read(message)
    assert reading.stage is Stage.CLOSED
    assert plan(reading, (), TODAY).action is Action.STOP_CONTACT
