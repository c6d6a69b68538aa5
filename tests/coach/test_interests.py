from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reading import read
from coach.standing.interests import liked


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("カレー好きって言ってたからそろそろ誘いたい", ["カレー"]),
        ("辛いラーメンが大好きらしい", ["ラーメン"]),
        ("最近釣りにハマってるって", ["釣り"]),
        ("カフェ巡りが趣味って聞いた。あと猫カフェも好き", ["カフェ巡り", "猫カフェ"]),
        ("好きな人から連絡が来ない", []),
        ("相手が好きすぎてつらい", []),
        ("もう好きじゃないって言われた", []),
        ("相手は猫好きです", ["猫"]),
        ("彼女コーヒーが好きなんだけど", ["コーヒー"]),
        ("K-POP好きな子を誘った", ["K-POP"]),
        ("犬を飼ってる人で、ラーメンに目がない", ["犬", "ラーメン"]),
        ("最近ピアノ始めたらしい", ["ピアノ"]),
        ("大好きな人に断られた", []),
        ("今好きな人がいる", []),
        ("見た目が好き", []),
        ("年上の女の人が好きです", []),
        ("後輩の男の子が好き", []),
        ("バイト先の女性が好き", []),
        ("猫が好きな女の人に断られた", ["猫"]),
        ("I love hiking and you", ["hiking"]),
        ("五週間前好きな人に断られた", []),
        ("2週間前好きだった人に振られた", []),
        ("先週末好きな人を誘った", []),
        ("三日前趣味の話をした", []),
        ("先週末映画好きな人を誘った", ["映画"]),
        ("毎日散歩が好き", ["散歩"]),
        ("三味線が好き", ["三味線"]),
        ("一年生が好き", ["一年生"]),
        ("その子ネイル好きなんだよね", ["ネイル"]),
        ("相手の子映画好きなんだけど", ["映画"]),
        ("あの人カレー好きらしい", ["カレー"]),
        ("子犬好きな人を誘った", ["子犬"]),
        ("その子供服好きって言ってた", ["子供服"]),
        ("男の子が好き", []),
        ("前に断られた人、苔玉を作ってみたいと話していました。", ["苔玉"]),
        ("美術館に行ってみたいと言っていました", ["美術館"]),
        ("豆本を集めている方です。", ["豆本"]),
        ("釣りの話が好きな人", ["釣り"]),
        ("落語の話がお好きな方", ["落語"]),
        ("オルゴールがお好きだとのことです。", ["オルゴール"]),
        ("郷土玩具がお好きです。", ["郷土玩具"]),
        ("廃線あとの写真にはまってる", ["廃線あとの写真"]),
        ("たこ焼きが好きって言ってた", ["たこ焼き"]),
        ("もつ鍋が大好きです", ["もつ鍋"]),
        ("カレーが好きな人を誘った", ["カレー"]),
        ("実は好きな食べ物があって", []),
        ("え〜ごめん🥺その日推しの誕生祭なんよ", []),
        ("実は映画が好きだと話していました", ["映画"]),
        ("一緒に行ってみたいと言っていました", []),
        ("映画に行ってみたいと思っています", []),
        ("今度会ってみたいと言われた", []),
        ("署名を集めています", []),
        ("子どもを育てている人です", []),
        ("彼女の笑顔が好き", []),
        ("あの人の声が好き", []),
        ("昨日の映画が好き", ["映画"]),
        ("田中が好きな人に断られた", []),
        ("店長が好きな人", []),
        ("蜜蜂飼ってら53だ。直売所の人さ声かけた", []),
        ("盆栽好きの大学生19です。同じ学科の子を誘った", []),
        ("釣りが趣味の四十二歳です。", []),
        ("私は映画が好きで、", []),
        ("好きなVtuberの誕生日カフェに誘った", []),
        ("盆栽好きの25歳の人に断られた", ["盆栽"]),
        ("相手は釣りが好きで、25歳です", ["釣り"]),
        ("鉄道模型がお好きです", ["鉄道模型"]),
        ("パン屋の話で盛り上がってる", ["パン屋"]),
        ("推理小説の話で盛り上がりました", ["推理小説"]),
        ("仕事の話で盛り上がった", []),
        ("御朱印を集めています", ["御朱印"]),
        ("近ごろ干し柿を作るのに凝っておりまして", ["干し柿"]),
        ("温泉巡りの話をよくします", ["温泉巡り"]),
        ("その話で盛り上がった", []),
    ],
)
def test_things_liked(text: str, things: list[str]) -> None:
    assert [span.text for span in liked(text)] == things


def test_in_words_of_theirs_the_one_who_speaks_likes_it() -> None:
    assert [span.text for span in liked("私は映画が好きで、22歳です", theirs=True)] == ["映画"]


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("駅前のスパイスカレーの店まじ気になってる🤤", ["駅前のスパイスカレー"]),
        ("写真の苔、すごくかわいいですね!私も苔テラリウム作ってみたいんです", ["苔テラリウム"]),
        ("最近は昭和の喫茶店めぐりにはまっています", ["昭和の喫茶店めぐり"]),
        ("そのアニメめっちゃ気になる!", ["アニメ"]),
        ("ボルダリングやってみたいです", ["ボルダリング"]),
        ("一度プラネタリウムに行ってみたいなあ", ["プラネタリウム"]),
        ("金継ぎやってみたい", ["金継ぎ"]),
        ("釣りしてみたい", ["釣り"]),
        ("新しくできたドッグカフェが気になっています", ["ドッグカフェ"]),
        ("母の体調が気になってて", []),
        ("天気が気になりますね", []),
        ("気になってる人がいる", []),
        ("会って話してみたい", []),
        ("対面でも指してみたいねえ", []),
        ("ライブ行ってみたいとは思わない", []),
        ("残業で時間が気になる", []),
    ],
)
def test_what_they_wish_to_try_in_words_of_their_own(words: str, things: list[str]) -> None:
    assert [span.text for span in liked(words, theirs=True)] == things


@pytest.mark.parametrize(
    ("message", "things"),
    [
        (
            "3週間前に断られた(「ごめん、その週は試験あるんだ」)。昨日も「駅前のスパイスカレーの店まじ気になってる🤤」って向こうから。誘いたい",
            ["駅前のスパイスカレー"],
        ),
        ("気になってる人をカフェに誘ったら「ごめん、その日は仕事」って", []),
        ("陶芸やってみたいんだけど、誘ったら「ごめん、その日は仕事」って", []),
        ("誘ったら「その店気になってるけど、ごめん、その日は仕事」って", []),
    ],
    ids=["newer words of theirs", "whom the user likes", "the user's own wish", "words of the no"],
)
def test_only_words_of_theirs_that_refuse_nothing_tell_of_wishes(message: str, things: list[str]) -> None:
    found = read(message, today=date(2026, 11, 22)).interests
    assert [span.text for span in found] == things
    assert all(message[span.start : span.end] == span.text for span in found)


@given(st.text(max_size=80))
def test_spans_are_substrings(text: str) -> None:
    assert all(text[span.start : span.end] == span.text for span in liked(text))


@pytest.mark.parametrize(
    ("text", "things"),
    [("犬大好きなんだ", ["犬"]), ("地元の野球が好き", ["地元の野球"]), ("映画が趣味、旅行も好き", ["映画", "旅行"]), ("ヨコハマが好き", ["ヨコハマ"])],
)  # fmt: skip
def test_a_thing_is_the_whole_run_of_letters_before_the_liking(text: str, things: list[str]) -> None:
    assert [span.text for span in liked(text)] == things


@pytest.mark.parametrize("letters", ["ア", "漢", "w", "趣味", "アの", "漢り", "りんご"])
@pytest.mark.parametrize("end", ["。好きだよ", "。飼ってる", "。気になる", "行ってみたい"])
def test_a_long_run_of_letters_costs_its_length_once(letters: str, end: str) -> None:
    begin = process_time()
    liked(letters * 20_000 + end, theirs=True)
    assert process_time() - begin < 1
