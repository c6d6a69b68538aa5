"""What is counted and what is left open: the number of a date is no number of noes, and time asked for is no answer."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.situation import Action, Reading, SignId
from coach.standing.doubts import question
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 21)


def _read(message: str) -> Reading:
    return read(message, today=TODAY)


@pytest.mark.parametrize(
    "message",
    [
        "3回目のデート断られた。「最近バタバタしてて」だけ",
        "2回目のデートに誘ったら断られた",
        "二回目のデートのお誘いお断りされました",
        "3回目のランチお断りされた「ちょっと忙しくて」",
        "3回目のデートのお誘いをしたところ「すみません、その日は法事がありまして」と断られました",
        "会う約束してたのに当日ドタキャンされた。「体調悪くて」って",
        "今日会う予定やったのにドタキャン食らった。「熱出てもうて」やって",
    ],
)
def test_a_later_date_or_a_cancelled_one_is_declined_once(message: str) -> None:
    reading = _read(message)
    assert reading.stage is Stage.DECLINED
    assert plan(reading, (), TODAY).action is Action.REPLY_NOW


@pytest.mark.parametrize(
    "message",
    ["3回断られた", "3回目のお断り", "3回目の誘い断られた", "2回目のデートも断られた", "デート3回断られてる"],
)
def test_a_counted_no_is_the_last(message: str) -> None:
    assert _read(message).stage is Stage.CLOSED


@pytest.mark.parametrize(
    "message",
    [
        "マッチングアプリで「他の人と会うことになりました」と言われました",
        "「ごめん、別の人と会ってみることにした」ってアプリで言われた",
        "婚活アプリで「ほかの方とお会いすることになりました」とお返事がありました",
        "「違う人と会ってくわ」言われてもうた",
        "「他の人と付き合ってみることにしました」",
    ],
)
def test_somebody_else_who_was_chosen_is_an_end(message: str) -> None:
    assert _read(message).stage is Stage.CLOSED


@pytest.mark.parametrize(
    "message",
    [
        "「他の人と会うから今日は無理」って言われた",
        "「その日は他の人と会うことになってて、ごめんね」って",
        "「ごめん土曜は別の人と会うことになった」って返ってきた",
    ],
)
def test_somebody_else_on_that_day_is_a_plan(message: str) -> None:
    assert _read(message).stage is Stage.DECLINED


@pytest.mark.parametrize(
    "message",
    [
        "「ちょっと考えさせて」って返ってきて4日",
        "告白したら「少し考えさせてください」と言われて1週間たちました",
        "「返事もうちょい待って」言われて5日たった、催促してもええ?",
        "デートに誘ったら、考えさせてほしいって言われた。もう3日",
        "誘ったら「予定みてみますね」とのことでした。昨日です",
    ],
)
def test_an_answer_still_open_is_waited_for(message: str) -> None:
    reading = _read(message)
    assert reading.undecided
    assert not reading.signs
    assert question(reading) == ""
    assert plan(reading, (), TODAY).action is Action.DO_NOT_SEND


def test_an_answer_just_left_open_may_be_answered() -> None:
    reading = _read("ご飯誘ったら「予定確認してみるね」って。なんて返せばいい?")
    assert plan(reading, (), TODAY).action is Action.REPLY_NOW


@pytest.mark.parametrize(
    ("message", "stage"),
    [
        ("告白して「考えさせて」って言われたあとブロックされた", Stage.CLOSED),
        ("「考えさせて」のあと既読スルー5日", Stage.SILENCE),
        ("「考えとくね」って言われた", Stage.DECLINED),
        ("誘ったら「今回は忙しいから、また考えさせて」って言われた", Stage.DECLINED),
        ("じゃあ日曜は?って聞いたら「うーん、考えさせて」って", Stage.DECLINED),
        ("誘って断られた。「考えさせて」って言ってたのに", Stage.DECLINED),
    ],
)
def test_what_is_said_beside_the_time_asked_for_counts(message: str, stage: Stage) -> None:
    assert _read(message).stage is stage


@pytest.mark.parametrize("who", ["猫が吐いてて病院", "子ども病院に", "うちのわんこ急きょ獣医さんに"])
def test_who_is_taken_to_a_doctor_is_no_company(who: str) -> None:
    reading = _read(f"「{who}連れてくから今日はごめん」って返ってきた")
    assert reading.stage is Stage.DECLINED
    assert SignId.GROUP not in {sign.id for sign in reading.signs}


@pytest.mark.parametrize("words", ["友達連れてくけどいい?", "妹も連れてっていい?"])
def test_company_they_bring_is_an_offer(words: str) -> None:
    assert SignId.GROUP in {sign.id for sign in _read(f"「{words}」って返事きた").signs}


def test_who_turned_down_long_ago_is_asked_for_one_thing() -> None:
    reading = _read("一年前に振られた人にあけおめLINE送ってもいいかな")
    assert plan(reading, (), TODAY).action is Action.STOP_CONTACT
    assert question(reading) == "「振られた」は、気持ちを断られた、誘いを断られた、のどちらでしたか。"


@pytest.mark.parametrize("talk", ["いいね", "いいよ", "いいですね", "カレーにした"])
def test_small_talk_days_before_a_no_is_no_first_no(talk: str) -> None:
    told = f"""2026/11/14 14:31 相手: {talk}
2026/11/19 19:02 自分: 土曜、映画どうかな？
2026/11/19 20:15 相手: ごめん、その日は仕事なんだ。誘ってくれてありがとう"""
    reading = read(told, today=date(2026, 11, 22))
    assert (reading.stage, reading.declines) == (Stage.DECLINED, 1)


@pytest.mark.parametrize(
    "talk",
    [
        pytest.param("自分: 今日カレー作ったよ\n相手: いいね", id="no-question-no-invitation"),
        pytest.param("自分: 紅葉もう見頃だったよ\n相手: きれい！\n自分: でしょ", id="a-picture-was-shown"),
        pytest.param("相手: いいね\n自分: ありがとう", id="where-the-paste-begins"),
        pytest.param("自分: 土曜、映画どうかな？\n相手: いいね！\n自分: 何時にする？", id="a-bare-yes"),
        pytest.param("自分: 鍋行こうよ\n相手: ええやん！", id="a-bare-yes-of-kansai"),
    ],
)
def test_words_about_a_thing_turn_nobody_down(talk: str) -> None:
    reading = _read(talk)
    assert reading.declines == 0
    assert SignId.PLACE_ONLY not in {sign.id for sign in reading.signs}


def test_words_about_the_thing_alone_after_an_invitation_are_a_sign() -> None:
    reading = _read("自分: 土曜、一緒に紅葉見に行かん？\n相手: 紅葉きれいだよね〜")
    assert reading.stage is Stage.DECLINED
    assert SignId.PLACE_ONLY in {sign.id for sign in reading.signs}


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(
            "先月ボードゲーム会に誘って断られて、今日カフェ誘ったら『ごめん、やっぱり二人で会うのはちょっと』",
            id="last month and today",
        ),
        pytest.param(
            "二か月前に映画誘って断られて、昨日もう一度誘ったら「ごめん、その日は予定がある」と来ました。どう返せば",
            id="asked anew",
        ),
        pytest.param(
            "春に花見に誘ったら断られた。で、きょう水族館に誘ってみたら「うーん、ごめんなさい、行けないです」って。",
            id="a season and today",
        ),
        pytest.param(
            "前回はカラオケを断られて、今回はボウリング誘ったら「パスで〜」って来たわ",
            id="last time and this",
        ),
        pytest.param(
            "先週ご飯を断られ、昨日お茶も「すみません、ちょっと」と断られました。なんて返せばいい?",
            id="said with も",
        ),
        pytest.param("春に一度断られて、先週また誘ってみたけど断られました", id="both only told of"),
        pytest.param(
            "三か月前、碁会所に誘ったら断られました。おととい囲碁の大会にお誘いしたら「あいにくですが」とのお返事",
            id="a no that only breaks off",
        ),
        pytest.param(
            "二回目に誘った多肉植物の即売会も「ごめん、やっぱり遠慮しとくね」って断られた",
            id="the second time, said with も",
        ),
        pytest.param("三度目に誘った美術館も「今回は遠慮します」とのことでした", id="the third time too"),
        pytest.param(
            "さっきご飯誘ったら断られて、もう一回誘ったら「だから無理だって」と言われた", id="on one day"
        ),
    ],
)
def test_a_no_to_an_invitation_anew_is_the_second(message: str) -> None:
    reading = _read(message)
    assert (reading.stage, reading.declines) == (Stage.CLOSED, 2)
    assert plan(reading, (), TODAY).action is Action.STOP_CONTACT


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(
            "先月ボードゲーム会に誘って「ごめん、仕事で」って断られた。今日なんて送ればいい?", id="one no"
        ),
        pytest.param(
            "先月誘って断られた。誘ったのは映画で、「ごめん、仕事」って言われました", id="told once more"
        ),
        pytest.param(
            "先月誘って断られて、そのあと会って遊んで、今日また誘ったら「ごめん今日は無理」",
            id="met in between",
        ),
        pytest.param(
            "先月別の人に断られて、今日は彼女をカフェに誘ったら「ごめん、難しい」", id="somebody else"
        ),
        pytest.param(
            "先月断られて、すぐ別の日を聞いたら「まだ分からない」って言われた", id="another day dodged"
        ),
        pytest.param(
            "先月誘って断られたけど、今日もう一回誘ってみようと思う。だめかな", id="only thought of"
        ),
        pytest.param(
            "二か月前に苔の会に誘って断られました。一昨日も「うちの苔、元気です」と届きました",
            id="small talk",
        ),
        pytest.param(
            "5日前に断られた。もう誘ってよし?断り理由は「予定あるわ」だけ", id="the reason of the first"
        ),
        pytest.param("一回目は会えて、二回目に誘った映画も「ごめん仕事で」って", id="the first was a yes"),
        pytest.param("二回目に誘ったとき「ごめん、その日は仕事」って言われた", id="the first is not told"),
        pytest.param(
            "先月断られて、今日また誘ったら「ごめん、来週の土曜なら行けるよ」って来た", id="an offer"
        ),
    ],
)
def test_one_no_is_no_second(message: str) -> None:
    reading = _read(message)
    assert reading.stage is not Stage.CLOSED
    assert reading.declines == 1


def test_a_yes_to_an_invitation_anew_is_answered_as_one() -> None:
    reading = _read("先月断られて、昨日もう一度誘ったら「うん、いいよ!」って来た")
    assert plan(reading, (), TODAY).action is Action.SCHEDULE


def test_a_second_invitation_without_an_answer_is_silence() -> None:
    reading = _read("先月の花火に誘ったら断られた。今日もう一度LINEで誘ったら既読スルー")
    assert reading.stage is Stage.SILENCE


def test_who_met_after_a_no_is_declined_today() -> None:
    reading = _read("先月誘って断られて、そのあと会って遊んで、今日また誘ったら「ごめん今日は無理」")
    assert (reading.stage, reading.days_since) == (Stage.DECLINED, 0)


@pytest.mark.parametrize(
    ("message", "drafts"),
    [
        pytest.param(
            "一か月半前に誘って断られて、こないだもう一回、運転会に誘ったら『ごめん、やっぱり行けないや』",
            True,
            id="unasked",
        ),
        pytest.param(
            "「お誘いありがとう。今回も遠慮させてください」と返ってきました。最後に一言だけ返したい",
            True,
            id="asked for",
        ),
        pytest.param(
            "先月誘って断られて、きのうもう一度誘ったら「ごめん、無理」。わかったって返した",
            False,
            id="answered",
        ),
        pytest.param(
            "先月誘って断られて、きのうもう一度誘ったら「ごめん、無理」。三回目はいつ誘えばいい?",
            False,
            id="a third invitation is wished for",
        ),
        pytest.param(
            "先月誘って断られて、きのうもう一度誘ったら「もう連絡しないで」と言われた",
            False,
            id="no word more",
        ),
    ],
)
def test_two_plain_noes_may_be_accepted_once(message: str, drafts: bool) -> None:
    made = plan(_read(message), (), TODAY)
    assert (made.action, made.drafts) == (Action.STOP_CONTACT, drafts)


def test_two_plain_noes_are_no_wish_for_nothing_more() -> None:
    reading = _read("先月誘って断られて、きのうもう一度誘ったら「ごめん、その日は行けない」と言われた")
    assert reading.twice
    assert "誘いは二度" in plan(reading, (), TODAY).why
    assert not _read("先月誘って断られて、きのうもう一度誘ったら「彼氏ができたので」と言われた").twice
