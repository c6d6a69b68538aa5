"""Days, answers and wishes that a message tells of, and what follows from them for today."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.situation import Action, Aim, ReasonKind
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 21)

TODAYS = [
    pytest.param(
        "断られて1週間と3日。返事はした。軽い話ならいい?", Action.SMALL_TALK, id="weeks and days together"
    ),
    pytest.param(
        "前は毎日LINEしてたのに、断られて8日。返信はした。写真送っていい?",
        Action.SMALL_TALK,
        id="daily talk of another time",
    ),
    pytest.param(
        "断られて8日、返信はした。毎日おはようLINEしてる。写真送っていい?",
        Action.WAIT_UNTIL,
        id="daily talk still",
    ),
    pytest.param(
        "断られて8日、返事は短く返した。パン教室に誘いたい気持ちもあるけど我慢して、軽い話題を送ろうかな",
        Action.SMALL_TALK,
        id="the wish to invite is held back",
    ),
    pytest.param(
        "断られて、了解またね!と返したのがおととい。面白い動画送っていい?",
        Action.WAIT_UNTIL,
        id="answered two days ago",
    ),
    pytest.param(
        "彼女の約束は週末の電話だけ。平日がさみしい",
        Action.SELF_CARE,
        id="a telephone that is only spoken of",
    ),
    pytest.param(
        "彼氏に電話していい?声が聞きたい。連絡こない", Action.DO_NOT_SEND, id="one that is wished for"
    ),
    pytest.param("好きって言われたい。それだけ", Action.SELF_CARE, id="a longing to be told so"),
    pytest.param(
        "合コンで会った看護師さんに断られた。「今週は忙しくて」なんて返す?",
        Action.REPLY_NOW,
        id="a job is no dependence",
    ),
    pytest.param(
        "病院の看護師さんを誘ったら「ごめんなさい」って。なんて返す?",
        Action.STOP_CONTACT,
        id="who serves the user",
    ),
    pytest.param(
        "返事こない。送ったのは日曜のお誘い。もう水曜。涙とまんない",
        Action.SELF_CARE,
        id="an invitation that was sent",
    ),
    pytest.param(
        "課長です。部下を誘ったら「その週は立て込んでおりまして、また皆さんでぜひ」と。脈ありですか",
        Action.STOP_CONTACT,
        id="company named politely where one depends on the other",
    ),
    pytest.param(
        "同期を誘ったら「みんなでなら行きたいです」と。なんて返す?",
        Action.SCHEDULE,
        id="company between equals",
    ),
    pytest.param(
        "片思いの人のことばかり考える。連絡先は知ってる。送りたいのかもわからない",
        Action.SELF_CARE,
        id="not even sure of wanting to send",
    ),
    pytest.param(
        "介護施設で働いています。2週間前に同期だった方をお食事に誘い、「夜勤続きで体力がなくて、すみません」とお返事をいただき、"
        "お礼をお返ししました。そろそろ軽いお話をお送りしたいです。その方は植物を育てるのが好きです。",
        Action.SMALL_TALK,
        id="only light talk is wished for",
    ),
    pytest.param(
        "バンドメンバーの友達を二週間前にフェスに誘ったら「お金なくてさ…ごめん！」だった。そのあと普通にばいばいして終わり。"
        "話しかけるだけならいい？相手はゲームのスプラが好き",
        Action.SMALL_TALK,
        id="nothing warm has come yet",
    ),
    pytest.param(
        "前に断られた人とまた普通に話せるようになった。断られたのは5週間前で、「今ちょっとドタバタ」とだけ。"
        "最近は向こうからプラモの写真がくる。模型展が日曜までやってるんだが、何て誘えば断りやすいだろう",
        Action.INVITE_LIGHTLY,
        id="how to invite is asked",
    ),
    pytest.param(
        "ボルダリングジムの常連同士。6週間前ごはん断られた(「引っ越しでバタバタしてて、ごめん！」)。引っ越しは先月終わったみたい。"
        "今は普通に楽しくLINEしてて、昨日も「パン焼くのハマってるんだけど近所のパン屋にはかなわん笑」って来た。再チャレンジしたい",
        Action.INVITE_LIGHTLY,
        id="one no, and talk since",
    ),
    pytest.param("部下を二度誘って、二度とも「遠慮させてください」", Action.STOP_CONTACT, id="both times"),
]


@pytest.mark.parametrize(("message", "action"), TODAYS)
def test_what_to_do_today(message: str, action: Action) -> None:
    assert plan(read(message, today=TODAY), (), TODAY).action is action


def test_a_parting_word_of_the_users_own_is_no_sign_of_theirs() -> None:
    reading = read("断られて、了解またね!と返したのがおととい。動画送っていい?", today=TODAY)
    assert reading.signs == ()


def test_a_reason_they_are_said_to_have_named_counts() -> None:
    reading = read("断られてもう一か月。あの時は資格試験って言ってて。雑談も楽しい。どう誘う?", today=TODAY)
    assert reading.reason.kind is ReasonKind.STUDY


def test_what_they_are_said_to_like_is_no_reason() -> None:
    reading = read("断られてもう一か月。試合が好きって言ってた。どう誘う?", today=TODAY)
    assert reading.reason.kind is ReasonKind.NONE


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("断られたのは3日前、返信済み。何日あけるものですか", id="how many days"),
        pytest.param("断られて三日。もう誘ってええかな", id="Kansai"),
        pytest.param("断られて三日。もう一度日にちを出してみたい", id="another day"),
    ],
)
def test_a_wish_to_invite(message: str) -> None:
    assert read(message, today=TODAY).aim is Aim.INVITE


@pytest.mark.parametrize(
    "message",
    [
        "四十日前に陶芸教室に誘って断られました。その後は雑談だけ。きのう「益子の湯呑み、毎日使ってます」と届きました。そろそろもう一度誘っていいですか",
        "五十日前にハイキングに誘って断られました。きのう「山の紅葉、きれいでしたよ」と届きました。もう一度誘っていいですか",
        "七週間前に科学館に誘って断られました。その後は雑談だけ。きのう「プラネタリウムの番組変わったらしいですよ」と届きました。もう誘ってもいい頃ですか",
        "四十日前にボルダリング誘って断られたっちゃけど、昨日「新しい壁できたけん登ってきた!」って来た。また誘ってよか?",
        "二か月前にプラネタリウム断られて、今朝「オリオン座流星群すごかった」って来た!!もう誘っていいよね??",
        "一か月半前に町中華に誘ったら断られて、おととい「餃子、うちでも焼いてみた!」ってLINE来た。もう一回誘っていいかな",
    ],
)
def test_light_words_weeks_after_a_no_are_no_no(message: str) -> None:
    reading = read(message, today=TODAY)
    assert reading.stage is Stage.SECOND_INVITE
    assert (reading.days_since or 0) >= 40
    assert plan(reading, (), TODAY).action is Action.INVITE_LIGHTLY


@pytest.mark.parametrize(
    "message",
    [
        "五日前に陶芸教室に誘って断られました。きのう「益子の湯呑み、毎日使ってます」と届きました。もう一度誘っていいですか",
        "四十日前に陶芸教室に誘って断られました。きのう「ごめん、しばらく連絡できないかも」と届きました。もう一度誘っていいですか",
    ],
)
def test_too_early_or_cool_words_after_a_no_ripen_nothing(message: str) -> None:
    reading = read(message, today=TODAY)
    assert plan(reading, (), TODAY).action is not Action.INVITE_LIGHTLY


@pytest.mark.parametrize(
    "message",
    [
        "2週間前に博物館に誘って断られ、『わかりました、準備がんばってください』と返しました。そろそろ世間話を一通送ってもいいですか",
        "2週間前にお誘いして「学会の準備で」と断られ、『わかりました、準備がんばってください』と返しました。それきりです。そろそろ世間話を一通送ってもいいですか",
        "先週お誘いしたら「その日は法事がありまして」とのことで、お礼は返しました。軽い近況を一通送ってみようかなと思います",
    ],
)
def test_one_message_asked_about_is_no_silence(message: str) -> None:
    reading = read(message, today=TODAY)
    assert (reading.stage, reading.proposed) == (Stage.COOLDOWN, False)
    assert plan(reading, (), TODAY).drafts


@pytest.mark.parametrize(
    "message",
    [
        "4か月前に断られてから、4か月たちました。返事はしました。職場でふつうに雑談しています。また一度だけ、誘ってもいいでしょうか",
        "二ヶ月前に映画に誘って「引越しの準備があって」と断られた。引越しはもう終わったって言ってた。もう一回誘っていい?",
    ],
)
def test_months_and_talk_after_a_no_allow_a_second_invitation(message: str) -> None:
    assert read(message, today=TODAY).stage is Stage.SECOND_INVITE


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ごめん今月まじで忙しい", date(2026, 11, 30)),
        ("今週ちょっとバタバタで💦", date(2026, 11, 22)),
        ("今年かなり予定が埋まってて、ごめん", date(2026, 12, 31)),
        ("ごめん、今月誘ってくれたのに忙しい", None),
        ("今年から忙しくて、ごめん", None),
    ],
    ids=["this month", "this week", "this year", "when they were asked", "from then on"],
)
def test_a_time_that_is_full_ends_with_it(words: str, day: date | None) -> None:
    reason = read(f"誘ったら「{words}」って言われた。なんて返そう", today=date(2026, 11, 21)).reason
    assert reason.until == day
