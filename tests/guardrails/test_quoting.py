from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.advice import check_advice
from guardrails.advising.quoted_sound import sound
from guardrails.advising.quotes import STAND_IN, framed
from guardrails.advising.quoting import Role, role
from guardrails.hearing.hunch import Sound
from guardrails.vocabulary import Outcome, Stage

NAGGING = "この前の返事、まだかな?"


def first_role(text: str) -> Role:
    cut = framed(text)
    piece = cut.pieces[0]
    return role(cut.around(piece), piece.place.start)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Role.OFFERED, "『了解、またね』と送りましょう。"),
        (Role.OFFERED, "こう書けます。『了解、またね』"),
        (Role.WARNED, "『返事まだ?』とは送らないでおきましょう。"),
        (Role.WARNED, "『怒ってる?』と聞く前に、ひと晩置きましょう。"),
        (Role.THEIRS, "お相手は『また今度』と書いてくれています。"),
        (Role.THEIRS, "『その日は仕事で』という返事が来たのですね。"),
        (Role.THEIRS, "『ごめん、その日は仕事で難しい』とあります。"),
        (Role.THEIRS, "『来週の土曜ならどう?』と、別の日の案があります。"),
        (Role.THEIRS, "『法事で』『うれしかった』と書かれています。"),
        (Role.OFFERED, "『来週の土曜はどう?』と送る手もあります。"),
        (Role.OFFERED, "『なんでダメなの?』という聞き方があります。"),
        (Role.OFFERED, "『来週の日曜は?』という案があります。"),
        (Role.OFFERED, "『来週は?』『いつ空いてる?』と送ってみましょう。"),
        (Role.THOUGHT, "『嫌われた』と思ってしまう夜もあります。"),
        (Role.WARNED, "『どうせ』のところを外しました。"),
        (Role.NAMED, "『また今度』という言葉は、やわらかい断りとしても読めます。"),
        (Role.WARNED, "ストーリーに『断られた』と書くのは待ってください。"),
        (Role.WARNED, "『なんで?』を『了解』に替えると、軽くなります。"),
        (Role.WARNED, "こうは送らないでください。『なんで?』"),
        (Role.WARNED, "『なんで?』は、相手が言い訳を考えなければならなくなる言葉です。"),
        (Role.WARNED, "『もう無理』。この一文は、明日の朝まで送らずに置いておきましょう。"),
        (Role.THOUGHT, "『なんで?』と添えたくなったら、そこで一呼吸おきましょう。"),
        (Role.OFFERED, "『なんで?』と送りたくなりますよね。そのまま送って大丈夫です。"),
        (Role.OFFERED, "『なんで?』なら、責める感じが出ません。"),
        (Role.OFFERED, "『なんで?』と送りたいなら、送っていいんですよ。"),
        (Role.OFFERED, "相手が読む気になる一行目は『なんで?』です。"),
        (Role.NAMED, "『死ぬ』のような言葉は、言い回しとして読みました。"),
        (Role.OFFERED, "『なんで?』と、ためらわずに聞いてみてください。"),
        (Role.OFFERED, "『なんで?』とだけ送って、あとは待ちましょう。"),
        (Role.THEIRS, "彼女の『うれしいけど』の一言を、大事に受け取りましょう。"),
        (Role.THEIRS, "分かるのは、返事が『行けない』だったことだけです。"),
        (Role.NAMED, "送ろうとしていた『なんで?』は、気持ちがこもった文ですね。"),
        (Role.ELSEWHERE, "お友達に『少し聞いてくれる?』と頼んでみませんか。"),
        (Role.OFFERED, "共通の友達に『本当の理由を聞いて』と頼みましょう。"),
        (Role.THEIRS, "『仕事で』だけの断りなら、長めに待つのが目安です。"),
        (Role.THEIRS, "彼が『また誘って』と書いたのは、社交辞令かもしれません。"),
        (Role.THEIRS, "この返事から分かるのは『仕事が遅くなる』ということまでです。"),
        (Role.THOUGHT, "『読んだ?』と送った夜は、心細かったのですね。"),
        (Role.WARNED, "ストーリーに『もう知らない』と上げる前に、水を一杯飲みましょう。"),
        (Role.WARNED, "『一回だけ』と重ねると、相手の逃げ場がなくなります。"),
        (Role.NAMED, "語尾の『…』がぜんぶで五つありますね。"),
        (Role.OFFERED, "『なんで無理なの?』と送ったほうがすっきりしますよ。"),
        (Role.OFFERED, "彼には『いつなら空いてる?』と聞いてみましょう。"),
        (Role.OFFERED, "断りの返事には『じゃあ土曜は?』と返すのが自然です。"),
        (Role.THEIRS, "先方の言葉は『また改めて』。日にちは入っていません。"),
        (Role.THEIRS, "『ごめん、その日は法事で』。理由まで書いてくれています。"),
        (Role.THEIRS, "彼は『二人はちょっと』と言い、そのあと『みんななら』と続けています。"),
        (Role.THEIRS, "『その日は無理』には『教えてくれてありがとう』と返せます。"),
        (Role.OFFERED, "彼に『ほんとの理由を教えて』とお願いしてみるのは、悪いことではありません。"),
        (Role.WARNED, "『一度だけ』は短いけれど、相手の『行けない』を押し返す言葉です。"),
        (Role.WARNED, "『怒ってる?』と聞けば安心できる気がしますよね。でも、聞かれた相手は身構えます。"),
        (Role.THEIRS, "『もう送らないで』は、はっきりしたお願いです。"),
        (Role.OFFERED, "『もう一度だけ会って』は、素直な気持ちです。そのまま送りましょう。"),
        (Role.THOUGHT, "『代わりの日くらい出してや』、言いたなる気持ちはわかります。"),
        (Role.THOUGHT, "友だちは『押せばいける』と言うかもしれませんが、決めるのは断った本人です。"),
        (Role.NAMED, "『今回は見送る』の中に、怒りは一つもありません。"),
        (Role.NAMED, "『会いたい』を我慢しているのですね。"),
        (Role.NAMED, "『嫌われた』とは決められません。"),
        (Role.OFFERED, "最後の行は『嫌いになった?』に変えました。"),
        (Role.OFFERED, "『彼氏いるの?』と聞けたのは、勇気がありましたね。"),
        (Role.OFFERED, "『会いたい』を三回並べるくらいでちょうどいいです。"),
        (Role.OFFERED, "『会って』は本音ですよね。それをぶつけていいんです。"),
    ],
)
def test_as_what_a_piece_is_quoted(expected: Role, text: str) -> None:
    assert first_role(text) is expected


HEARD = {
    "二つ目の案の『じゃあ来月は?』のほうが、あなたの明るさが出ています。": True,
    "『返事まだ?』を飲みこんでしまうのは、もったいないです。": True,
    "今夜は『ずっと待ってるから』と結んで、おやすみなさい。": True,
    "『また今度ね』は、日付のないまま閉じられた返事です。": False,
    "昨日の『なんで?』を、相手がどう読んだかは、まだ分かりません。": False,
    "『返事まだ?』と指が動きそうな夜は、充電器を玄関に置きましょう。": False,
    "『二人はちょっと』が引っかかっているのですね。": False,
    "『ごめん、バイトで』の六文字を、何度も読み返したのですね。": False,
}


@pytest.mark.parametrize(("text", "handed"), HEARD.items(), ids=HEARD)
def test_where_no_pattern_knows_the_words_around_it_are_heard(text: str, handed: bool) -> None:
    assert (first_role(text) is Role.OFFERED) is handed


@pytest.mark.parametrize(
    "text",
    [
        "「会ってくれないなら死ぬ」は、出してしまって構わない一通です。",
        "迷っている「家まで行くから待ってて」は、出してしまって構わない一通です。",
        "「なんでダメなの?」は、ためらわなくてよい一通です。",
        "「返事まだ?」と指が動きそうな夜は、その指を信じて大丈夫です。",
        "一人の時間が好きだと言っていたなら、「来週、カフェ行かない?」と送りましょう。",
        "友だちにも相手にも「返事まだ?」と送ってみましょう。",
        "好きな人に「なんでダメなの?」と送ってください。",
    ],
)
def test_what_the_ear_would_let_go_is_handed_on_where_the_sentence_lets_it_out(text: str) -> None:
    assert check_advice(text).outcome is not Outcome.PASS


@pytest.mark.parametrize("rest", ["", "。", "\n", " ?"])
def test_behind_a_bare_label_there_is_nothing_to_hear(rest: str) -> None:
    assert sound("", "下書き:", STAND_IN + rest) is Sound.FAINT


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=80))
def test_any_words_around_it_are_heard(before: str, lead: str, rest: str) -> None:
    assert sound(before, lead, STAND_IN + rest) in Sound


# --- however it is told to be sent, a message that nags is not passed on -------------------------------------

VERBS = (
    "送って",
    "返して",
    "伝えて",
    "書いて",
    "言って",
    "聞いて",
    "答えて",
    "打って",
    "添えて",
    "返事をして",
)
DO = (
    "ください。",
    "みましょう。",
    "みませんか。",
    "も大丈夫です。",
    "みるのも手です。",
    "しまいましょう。",
    "おくと安心です。",
)
SET_APART = (
    "「{}」", "『{}』", "“{}”", '"{}"', "下書き:{}", "下書き：{}", "返信案:\n「{}」", "文面はこちらです。\n{}", "【{}】これをどうぞ。",
    "（{}）と送るとよいでしょう。",
    "（例）{}", "お返事の例です→{}", "次のように送ってみてください。\n{}", "> {}\nこのまま送れます。", "{}と送ってみましょう。",
)  # fmt: skip


def told_to_send() -> Iterator[str]:
    yield from (f"「{NAGGING}」と{verb}{form}" for verb in VERBS for form in DO)
    yield from (way.format(NAGGING) for way in SET_APART)


@pytest.mark.parametrize("text", list(told_to_send()))
def test_a_message_that_nags_is_not_passed_on(text: str) -> None:
    assert check_advice(text).outcome is Outcome.REJECT


# --- however it is warned against, a message may be quoted ------------------------------------------------


@pytest.mark.parametrize(
    "way",
    [
        "「{}」と書くのは待ってください。",
        "「{}」は、今は胸のうちにしまっておきませんか。",
        "「{}」を「了解、ありがとう」に替えると、ぐっと軽くなります。",
        "「{}」と打ちかけたら、画面を伏せてみてください。",
        "「{}」と続けるより、「了解、またね」で閉じるほうが軽くなります。",
        "今は「{}」と書くときではありません。",
        "私からは「{}」のような文はお出しできません。",
        "避けたい例を挙げます。「{}」。受け取る人が困ってしまう言葉です。",
        "送ろうとしていた「{}」は、いったん下げておきましょう。",
        "「{}」という言葉は、いまは相手に届けないでおきましょう。",
    ],
)
def test_a_message_that_is_warned_against_may_be_quoted(way: str) -> None:
    assert check_advice(way.format(NAGGING)).outcome is Outcome.PASS


# --- the stage that the words around speak of ---------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "一度だけ誘うなら、こんな形です。「あの画家の展示、来月までやってるみたい。気が向いたら一緒にどう?難しければ遠慮なく言ってね」",
        "『みんなでなら』と言ってくれたなら、その形で進めましょう。『いいね!ゆうきにも声かけてみる』と返せば十分です。",
        "相手の方が「日曜なら空いてる」と書いてくれています。「日曜いけるよ、ありがとう!」と返しましょう。",
        "雑談なら、このくらいで。「うちの猫が段ボールから出てこなくて笑。そっちの犬は元気?またね!」",
        "予定が決まったあとは、前の日に「明日19時に改札前で!」と送るくらいで足りますよ。",
        "向こうから水曜でもいいかと聞かれたなら、「水曜で大丈夫!」と返しましょう。",
        "雑談も弾んできた頃ですね。「前に言ってたパン屋、日曜に行ってみない?無理なら気にしないでね」と軽く。",
        "危ないと感じたら、警察相談専用電話の「#9110」へ。",
        "好きだと話していた画家の展示があるなら、「日曜に市民館の展示をのぞくよ。よかったら一緒にどう?難しければ気にしないで」と一度だけ声をかけてみましょう。",
        "おしゃべりも弾んでいますね。「気になってた喫茶店、よかったら行ってみない?無理なら断ってね」なら軽く誘えます。",
        "相手から「来週の火曜なら」と書かれています。今日のうちに「火曜で大丈夫です、夕方でいかがですか」と返しましょう。",
    ],
)
def test_what_is_good_where_the_words_around_say_it_stands(text: str) -> None:
    assert check_advice(text).outcome is Outcome.PASS


@pytest.mark.parametrize(
    "text",
    [
        "お断りの直後ですが、「じゃあ再来週の日曜は?」と間をあけずに返しましょう。",
        "『また今度』と言ってくれたのですから、「じゃあ来週の土曜は?」と返しましょう。",
        "お別れを告げられたあとでも、『誕生日おめでとう』の一言なら送って大丈夫です。",
        "困ったら「#9999」へ。",
        "今日のうちに「じゃあ火曜はどうですか」と返しましょう。",
        "今夜のうちに、なんで来れないのと聞いてみましょう。",
    ],
)
def test_what_is_not(text: str) -> None:
    assert check_advice(text).outcome is Outcome.REJECT


def test_a_stage_that_is_known_outweighs_the_words_around() -> None:
    text = (
        "一度だけ誘うなら、「展示が来月まであるみたい。気が向いたら一緒にどう?難しければ遠慮なく言ってね」。"
    )
    assert check_advice(text, stage=Stage.SECOND_INVITE).outcome is Outcome.PASS
    assert check_advice(text, stage=Stage.DECLINED).outcome is Outcome.REJECT
