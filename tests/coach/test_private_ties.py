"""Who is met on an app, in a hobby's team or class depends on nobody; who is taught, led or worked with may."""

from datetime import date

import pytest

from coach.reading import read
from coach.standing.private_ties import as_friends
from guardrails.safety import screen

TODAY = date(2026, 11, 21)
PRIVATE = [
    pytest.param(
        "トラック乗ってる人を夜景ドライブに誘ったら「ごめん、その日は配送で無理！」って。なんて返そう",
        id="a driver",
    ),
    pytest.param(
        "草フットサルのマネージャーやっとう子を焼肉に誘ったら「その日は試合やけんごめん」って言われた",
        id="who looks after a hobby's team",
    ),
    pytest.param(
        "社会人サッカーのキャプテンしてる人を飲みに誘ったら「試合前でごめん」。どう返そう", id="its captain"
    ),
    pytest.param(
        "マッチングアプリで会った大学院生、二回会った。美術館に誘ったら『学会の準備で今月は余裕がなくて、ごめんなさい』",
        id="a student of an app",
    ),
    pytest.param(
        "マチアプで出会った看護師さんを誘ったら「夜勤続きでごめん」って。返信考えて", id="a nurse of an app"
    ),
    pytest.param(
        "街コンで知り合った美容師さんを映画に誘ったら「その日は仕事で」って。どう返す",
        id="a hairdresser of a party",
    ),
    pytest.param(
        "フラダンス教室の生徒さんを誘ったら「その日は予定があって、ごめんなさい」と言われました",
        id="of a class",
    ),
    pytest.param(
        "ヨガ教室の生徒さんをランチに誘ったら「その日は仕事で、すみません」と。返事を考えて",
        id="of another class",
    ),
    pytest.param(
        "高校の部活の元マネージャーを映画に誘ったら「その日は無理、ごめん」って", id="of a team at school"
    ),
    pytest.param(
        "中学の吹奏楽部の元部長を誘ったら「その日は難しい、ごめん」と言われた", id="of an orchestra"
    ),
    pytest.param(
        "高校の野球部でマネージャーしてた子を誘ったら「その日は無理、ごめん」って", id="who once was"
    ),
    pytest.param(
        "花屋です。銭湯の朝風呂でいつも会う看護師さんを誘ったら「その日は夜勤なんです、ごめんなさい」と",
        id="met at the baths",
    ),
    pytest.param(
        "ドッグランでよく会う美容師さんを誘ったら「その日は出勤で、ごめんなさい」と", id="met with dogs"
    ),
    pytest.param(
        "語学カフェで会った院生を誘ったら「その日は無理、ごめん」と言われた", id="met over languages"
    ),
    pytest.param(
        "23歳の院生です。語学カフェで会った人を誘ったら「その日は用事があって、ごめんね」",
        id="a student's own trade",
    ),
    pytest.param("看護師です。友達を誘ったら「夜勤続きで無理、ごめん」って", id="a nurse's friend"),
]
TIED = [
    pytest.param(
        "うちの陶芸教室の生徒さんをランチに誘ったら「その日は仕事で、すみません」と", id="one's own class"
    ),
    pytest.param(
        "陶芸教室の生徒さんを作陶展に誘ったら「その日はちょっと」。私は講師です。", id="who teaches it"
    ),
    pytest.param(
        "教室をやってます。ヨガ教室の生徒さんを誘ったら「その日はちょっと」。どう返せば", id="who holds it"
    ),
    pytest.param("塾の生徒さんを誘ったら「その日は無理」って", id="a pupil of a school"),
    pytest.param(
        "高校の部活の元マネージャーで今は同じ店の店長を誘ったら「その日はちょっと」",
        id="of school, and of work",
    ),
    pytest.param("高校の部活の顧問の先生を誘ったら「その日は難しい」と", id="who taught"),
    pytest.param(
        "病院で会った看護師さんを誘ったら「その日は夜勤なんです」と言われました", id="met as a nurse"
    ),
    pytest.param(
        "私は看護師です。銭湯でよく会う患者さんを誘ったら「その日はちょっと」と言われた", id="a patient"
    ),
    pytest.param("銭湯の受付の店員さんを誘ったら「その日は無理です」", id="who serves at the baths"),
    pytest.param(
        "私は准教授です。アプリで会った院生を誘ったら「学会の準備で」。どう返す",
        id="a professor of a student",
    ),
    pytest.param(
        "アプリで会った大学院生、うちの研究室に来ることになった院生です。誘ったら「忙しくて」",
        id="met on an app, and taught",
    ),
    pytest.param("居酒屋のマネージャーやってる子を誘ったら「シフトで無理」って", id="who manages a pub"),
    pytest.param("高校野球のマネージャーしてる子を誘ったら「部活でごめん」", id="of a school's team"),
    pytest.param("行きつけの店の美容師さんを映画に誘ったら「その日は仕事で」って", id="who serves"),
]


@pytest.mark.parametrize("message", PRIVATE)
def test_a_private_tie_is_no_dependence(message: str) -> None:
    assert not read(message, today=TODAY, alarms=screen(message)).dependent


@pytest.mark.parametrize("message", TIED)
def test_who_serves_teaches_or_leads_stays(message: str) -> None:
    assert read(message, today=TODAY, alarms=screen(message)).dependent


def test_only_the_words_for_them_change() -> None:
    assert as_friends("草野球のマネージャーさんを誘った") == "友達を誘った"
    assert as_friends("会社の野球部のマネージャーさん") == "会社の野球部のマネージャーさん"
