"""What they go about gladly without a word of liking, and two things liked in one breath."""

from datetime import date

import pytest

from coach.reading import read
from coach.situation import SignId
from coach.standing.interests import liked

TODAY = date(2026, 11, 22)
TOLD = [
    pytest.param("珈琲と散歩がお好きな方です", ["珈琲", "散歩"], id="two, politely"),
    pytest.param("レトロゲーとカレー作りが趣味の人", ["レトロゲー", "カレー作り"], id="two, as hobbies"),
    pytest.param("陶芸と写真が趣味の方です", ["陶芸", "写真"], id="two of kanji"),
    pytest.param("友達と映画が好きな人です", ["映画"], id="with a friend"),
    pytest.param("先輩とカラオケが好きらしい", ["カラオケ"], id="with a senior"),
    pytest.param("ミシンを買ったそうです", ["ミシン"], id="bought"),
    pytest.param("望遠鏡を新調したって言ってました", ["望遠鏡"], id="bought anew"),
    pytest.param("スマホを買ったそうです", [], id="bought of need"),
    pytest.param("カメラを買ったので見せたい", [], id="bought by the user"),
    pytest.param("多肉植物の話が楽しく続いています", ["多肉植物"], id="talk that goes on"),
    pytest.param("仕事の話がずっと続いています", [], id="talk of work"),
]
SAID = [
    pytest.param("最近ずっとクリームソーダ巡りしてる", ["クリームソーダ巡り"], id="goes round"),
    pytest.param("休みは純喫茶めぐりばっかりしとるんよ", ["純喫茶めぐり"], id="goes round, in dialect"),
    pytest.param("古い喫茶店のプリン食べ歩くのが楽しみやねん", ["喫茶店のプリン"], id="eats along"),
    pytest.param("万年筆を磨くのが至福なんです", ["万年筆"], id="bliss"),
    pytest.param("和菓子の木型を集めておりましてね", ["和菓子の木型"], id="collects"),
    pytest.param("金継ぎを習っております", ["金継ぎ"], id="learns"),
    pytest.param("豆皿を集めとるんよ", ["豆皿"], id="collects, in dialect"),
    pytest.param("言い訳作りしてるわけじゃないよ", [], id="no thing"),
    pytest.param("仕事するのが日課", [], id="work"),
]


@pytest.mark.parametrize(("text", "things"), TOLD)
def test_as_it_is_told(text: str, things: list[str]) -> None:
    assert [span.text for span in liked(text)] == things


@pytest.mark.parametrize(("words", "things"), SAID)
def test_in_words_of_theirs(words: str, things: list[str]) -> None:
    assert [span.text for span in liked(words, theirs=True)] == things


@pytest.mark.parametrize("words", ["最近ずっとクリームソーダ巡りしてる", "プラモ作りばっかりしてるわ"])
def test_what_is_told_behind_an_answered_no_is_talk(words: str) -> None:
    found = read(f"誘って断られて三週間。返事はした。「{words}」って話してた。また誘いたい", today=TODAY)
    assert len(found.interests) == 1
    assert not {sign.id for sign in found.signs} & {SignId.REASON_AND_APOLOGY}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("試験前で忙しい", "study", id="an exam"),
        pytest.param("仕事の研修で12日間大阪", "work", id="a training"),
    ],
)
def test_a_reason_told_so_stays_one(words: str, kind: str) -> None:
    found = read(f"誘って断られた。返事はした。「{words}」って言ってた。また誘いたい", today=TODAY)
    assert found.reason.kind.value == kind
