"""Who was refused once more after a second invitation is never told to invite again; a no that is told twice is one no."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.situation import Action
from coach.standing.meeting import meeting_declined
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 21)

TWICE = [
    pytest.param(
        "三か月前に断られた方を、もう一度試写会に誘いましたが「やはり遠慮いたします」とのことでした。",
        id="once more",
    ),
    pytest.param(
        "前に断られた子をもう一回カフェに誘ったら「ごめん、その日はバイトで」って返ってきた",
        id="a good reason",
    ),
    pytest.param(
        "一か月前に断られて、先週また誘ったら「今はちょっと忙しくて」と言われました。次はいつ誘えばいいですか",
        id="asks when next",
    ),
    pytest.param(
        "半年前に断られています。改めてお誘いしたところ「都合がつきません」とのお返事でした", id="anew"
    ),
    pytest.param(
        "去年一度断られ、今回は美術館にお誘いしましたが「遠慮しておきます」と返ってきました", id="this time"
    ),
    pytest.param("春に断られた方に、先日再度声をかけましたが断られました", id="without their words"),
    pytest.param(
        "前に「その日は無理」って言われて、この前もう一度誘ったら「忙しいからパス」って", id="both quoted"
    ),
    pytest.param("断られた人をライブに誘ったら「うーん今回はやめとく」って。脈ある？", id="who had refused"),
    pytest.param(
        "一度断られてるんやけど、こないだもっかい誘ったら「ごめん無理やわ」って言われた", id="Kansai"
    ),
    pytest.param("半年前断られた先輩を先週また誘ってみたら、またにするって流された", id="reported"),
    pytest.param("半年前に断られ、先週ライブに誘ったら「ごめん仕事」って", id="long after it"),
    pytest.param(
        "アプリの方に2回目のお誘いをしましたが「お会いすることはできません」とのことでした。一言だけ返したいです",
        id="the meeting itself",
    ),
    pytest.param(
        "アプリの人を二回目誘ったけど「会うのはちょっと…」って言われた。どう返そう",
        id="the meeting itself, softly",
    ),
]


@pytest.mark.parametrize("message", TWICE)
def test_a_no_to_a_second_invitation_ends_it(message: str) -> None:
    reading = read(message, today=TODAY)
    assert (reading.stage, plan(reading, (), TODAY).action) == (Stage.CLOSED, Action.STOP_CONTACT)


ONCE = [
    pytest.param(
        "三か月前に断られた人を、もう一度誘いたいです。「その日は仕事で」と言われていました", id="a wish"
    ),
    pytest.param(
        "一か月前に断られた子をもう一回誘ったらしつこいですか？返事は「忙しくて」でした", id="a question"
    ),
    pytest.param("断られて一か月。また誘ったら断られそうで怖い。「その日は法事で」と言われてた", id="a fear"),
    pytest.param("前に断られた人をもう一度誘ってみたら「土曜なら行けるよ」って返ってきた", id="another day"),
    pytest.param("前に断られた人をまた誘ったら「いいよ、行こう」って言ってくれた", id="a yes"),
    pytest.param(
        "断られました。先週、映画に誘ったら「ごめん、仕事で行けない」と返ってきました", id="told twice"
    ),
    pytest.param("先月誘って断られました。また誘うならいつがいいですか", id="when next"),
    pytest.param("もう一度誘ったら「その日は行けない」って言われた", id="no earlier no is told of"),
    pytest.param(
        "断られた人に、もう一度声をかけたほうがいいですか？「予定が合わなくて」と言われました", id="whether"
    ),
    pytest.param("以前断られた方と先日お茶をしました。「楽しかったです」と言ってくれました", id="met since"),
    pytest.param(
        "2回目のお誘いをしましたが「その日は仕事で、申し訳ありません」とのことでした", id="only the day"
    ),
    pytest.param(
        "バンド仲間。6週間前ごはん断られた(「引っ越しでバタバタしてて、ごめん！」)。今は普通に楽しくLINEしてて、"
        "昨日も「残業で夜ごはん食べられなかった泣」って来た。再チャレンジしたい",
        id="talk since that holds a word of refusing",
    ),
    pytest.param(
        "先月「引っ越しで、ごめん！」って断られた。今は雑談もはずむし、昨日も「近所のパン屋にはかなわん笑」って来た",
        id="no match for a baker",
    ),
]


@pytest.mark.parametrize("message", ONCE)
def test_one_no_is_not_counted_twice(message: str) -> None:
    assert read(message, today=TODAY).stage is not Stage.CLOSED


TALK_IS_NO_COVER = [
    pytest.param(
        "先月「引っ越しで、ごめん！」って断られた。今は雑談もはずむし、昨日また誘ったら「残業続きで無理」って来た",
        id="asked again in between",
    ),
    pytest.param(
        "先月「引っ越しで、ごめん！」って断られた。今は楽しく雑談してて、昨日「彼氏できた」って来た",
        id="an end",
    ),
]


@pytest.mark.parametrize("message", TALK_IS_NO_COVER)
def test_talk_that_goes_well_covers_no_answer(message: str) -> None:
    assert read(message, today=TODAY).stage is Stage.CLOSED


@pytest.mark.parametrize(
    ("words", "declined"),
    [
        ("お会いすることはできません", True),
        ("会うのはちょっと…", True),
        ("土曜にお会いするのは難しいです", False),
        ("仕事が続いていて、お会いするのは難しいです", False),
        ("お会いするのは難しいのですが、お電話でしたら", False),
    ],
)
def test_the_meeting_itself_is_declined(words: str, *, declined: bool) -> None:
    assert meeting_declined(words) is declined


def test_a_second_invitation_that_stands_unanswered_is_a_silence() -> None:
    reading = read("断られて一か月、また誘いました。返事がありません", today=TODAY)
    assert (reading.stage, plan(reading, (), TODAY).action) == (Stage.SILENCE, Action.DO_NOT_SEND)
