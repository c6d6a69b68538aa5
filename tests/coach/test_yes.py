"""A yes that is heard as a yes, lateness and kind closes that refuse nothing; and the noes that only look like them."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.situation import Action, Event, EventKind, Reading, SignId, Topic
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 22)
NO = (
    Event(EventKind.DECLINED, date(2026, 11, 12), "ごめん、その日は残業"),
    Event(EventKind.REPLIED, date(2026, 11, 12)),
)
SILENCE = (Event(EventKind.SILENCE, date(2026, 11, 20)),)


def _read(message: str, case: tuple[Event, ...] = ()) -> Reading:
    return read(message, today=TODAY, case=case)


@pytest.mark.parametrize("case", [NO, SILENCE], ids=["after a no", "after silence"])
@pytest.mark.parametrize(
    "message",
    [
        "誘った！「いいね、行こう！」って返事きた",
        "今日「ごめん見落としてた！いいよ、いつにする？」",
        "今日「やっと落ち着いた！ごはん行こう」って来た",
        "誘った！返事きた。「行きたい！いつ？」",
        "返事きた「いくいく！何時？」",
        "今日「ドライブの件、まだ有効？」って来たwww",
        "サークルで会ったら「マーケットいつ行く？」って言われた！",
        "あのね、やっぱり空いたって言ってきた！",
        "今日来た！「返事遅れてごめん！うん、また行こ〜」",
        "今日「いいよ！」って来た",
        "もう一回誘ったら「うん、行く！」だって",
        "昨日「やっぱり行けることになった！」ってLINEきた",
    ],
)
def test_a_yes_in_a_story_is_a_day_to_arrange(message: str, case: tuple[Event, ...]) -> None:
    reading = _read(message, case)
    assert (reading.stage, reading.accepted, reading.declines) == (Stage.ALTERNATIVE, True, 0)
    assert reading.signs == ()
    assert plan(reading, case, TODAY).action is Action.SCHEDULE


@pytest.mark.parametrize(
    "message",
    [
        "フットサルの子に「今度飯でも」って送ったら「いいですね！」だけ返ってきてそれから話進まない",
        "誘ったら「いいよ、いつにする？」って来た！",
        "誘ったら「行きたい！いつ？」だって",
        "「いいね、行こう！」って返事きた",
        "誘ったら「うん、いいよ〜」って",
        "今日、映画に誘ったら「いいですね」だけ",
        "飲み誘って既読ついて2日。今日「ごめん寝てた！行く！」って来た",
        "断られたけど今日「やっぱり行ける！」って来た",
    ],
)
def test_a_yes_without_a_story_is_accepted(message: str) -> None:
    reading = _read(message)
    assert (reading.topic, reading.stage, reading.accepted) == (Topic.OTHER, None, True)
    assert plan(reading, (), TODAY).action is Action.SCHEDULE
    assert reading.question == ""


@pytest.mark.parametrize(
    "message",
    [
        "映画誘ったら「行きたいけどその日は無理」って",
        "映画誘ったら「いいね、楽しんできて」って返ってきた",
        "映画誘ったら「いいなぁ、でもその日バイトなんだよね」",
        "映画誘ったら「いいなぁ、でも…」って",
        "映画誘ったら「また行けたらね」って",
        "映画誘ったら「いいよいいよ気にしないで」って",
        "食事に誘ったら「結構です」って",
        "食事に誘ったら「大丈夫です」って",
        "食事に誘ったら「ありがとう、でも大丈夫」って",
        "断られちゃった。「行きたい」って言ってたのに",
        "誘ったら「ありがとう！また誘って〜」って",
        "誘ったら「ありがと！またね」って返事きた",
        "映画に誘ったら「いいよ」って断られた",
    ],
)
def test_a_no_that_looks_like_a_yes_stays_a_no(message: str) -> None:
    reading = _read(message)
    assert (reading.topic, reading.stage, reading.declines) == (Topic.SITUATION, Stage.DECLINED, 1)


@pytest.mark.parametrize(
    "message",
    [
        "「ありがと〜またね！」って来た",
        "なんか返ってきた。「ありがと〜またね！」やって。これ脈あると？",
        "「ありがと！また誘って〜」って返事きた",
        "「全然いいよ〜！こっちこそごめんね」だって",
        "「気にしないで」って返ってきた",
        "「ありがとう！またね」ってきた",
        "「ありがと！お土産話するね〜」って返事きた",
        "今日「この前返せてなくてごめん、風邪ひいてた」って来た",
        "謝ったら「いいよ！」って来た",
        "雑談送ったら「いいね〜！」って返ってきた",
    ],
)
def test_a_kind_close_is_no_second_no_and_leaves_the_day_as_it_was(message: str) -> None:
    reading = _read(message, NO)
    decided = plan(reading, NO, TODAY)
    assert (reading.stage, reading.signs, reading.declines) == (None, (), 0)
    assert (decided.stage, decided.not_before) == (Stage.COOLDOWN, date(2026, 11, 19))


@pytest.mark.parametrize(
    "message",
    [
        "飲み誘って既読ついて2日。今日「返事遅れてごめん！」って来た",
        "既読スルー一週間。今日「この前返せてなくてごめん、風邪ひいてた」って来た",
        "「ありがとう！またね」ってきた",
    ],
)
def test_who_is_late_or_kind_has_turned_nobody_down(message: str) -> None:
    reading = _read(message)
    assert (reading.topic, reading.stage, reading.signs) == (Topic.OTHER, None, ())
    assert plan(reading, (), TODAY).action is Action.REPLY_NOW


def test_an_apology_with_a_reason_of_the_day_stays_a_no() -> None:
    reading = _read("今日「ごめん見落としてた！その日はもう予定入っちゃった」って来た", SILENCE)
    assert reading.stage is Stage.DECLINED


def test_silence_behind_a_yes_is_newer() -> None:
    reading = _read("誘ったら「いいよ！」って来たので「いつにする？」って送ったら既読無視3日")
    assert reading.stage is Stage.SILENCE


def test_a_day_named_beside_a_yes_is_their_offer() -> None:
    reading = _read("今日「いいよ！土曜はどう？」って来た", NO)
    assert reading.stage is Stage.ALTERNATIVE
    assert [sign.id for sign in reading.signs] == [SignId.OTHER_DAY]


def test_a_yes_does_not_open_what_was_ended() -> None:
    case = (Event(EventKind.CLOSED, date(2026, 11, 12), "もう連絡しないで"),)
    assert plan(_read("「いいよ！」って来た", case), case, TODAY).stage is Stage.CLOSED


@pytest.mark.parametrize(
    "message",
    [
        "ドイツ語で「またね」は何ていうの。恋愛関係ないです、合唱の曲名",
        "「うん」って返ってきた。これはどういう意味？",
        "断られて3週間。最近は雑談もはずむし、相手が「火鍋食べたい」って言ってた。そろそろ誘ってもいい?",
        "相手が「京都行きたい！」って言ってた。誘っていい？",
    ],
)
def test_what_is_only_spoken_of_is_no_yes(message: str) -> None:
    assert not _read(message).accepted or _read(message).stage is not None
