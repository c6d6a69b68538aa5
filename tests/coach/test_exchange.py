"""Who said what in a message: pasted lines, quotes, and words reported without marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.said.exchange import Voice, parse

USER, THEM, DRAFT = Voice.USER, Voice.THEM, Voice.DRAFT

EXCHANGES = [
    pytest.param(
        "断られたあと「了解です！」って返して10日。雑談送っていい？",
        [(USER, "了解です！")],
        id="answered days ago",
    ),
    pytest.param(
        "断られて『またね』って返信済み。次いつ送っていい？", [(USER, "またね")], id="answered already"
    ),
    pytest.param(
        "「猫カフェ行ってきたよ」とだけ送りたいです",
        [(DRAFT, "猫カフェ行ってきたよ")],
        id="no more than this",
    ),
    pytest.param("「お大事に」とだけ送りました", [(USER, "お大事に")], id="no more than this was sent"),
    pytest.param(
        "10/3 20:14 俺:土曜、水族館行かない?\n10/3 20:40 みく:ごめん、その日は仕事!\n\nどう返す?",
        [(USER, "土曜、水族館行かない?"), (THEM, "ごめん、その日は仕事!")],
        id="LINE copy with times",
    ),
    pytest.param(
        "私：日曜ごはんどう？\n彼女：その日はちょっと…\n",
        [(USER, "日曜ごはんどう？"), (THEM, "その日はちょっと…")],
        id="names with colons",
    ),
    pytest.param(
        "自分→今度の土曜あいてる?\n相手→バイトだわ、ごめん",
        [(USER, "今度の土曜あいてる?"), (THEM, "バイトだわ、ごめん")],
        id="arrows",
    ),
    pytest.param(
        "はるか 18:02 今日やっぱ無理になった\n私 18:20 了解!",
        [(THEM, "今日やっぱ無理になった"), (USER, "了解!")],
        id="name before the time",
    ),
    pytest.param(
        "12:31\tわたし\t連休どこか行かない？\n12:58\tさえ\t実習なんだ🥺",
        [(USER, "連休どこか行かない？"), (THEM, "実習なんだ🥺")],
        id="tabs",
    ),
    pytest.param(
        "> 土曜に映画どう？\nごめんその日はムズい\n> じゃあ日曜は？\n日曜もまだわからない",
        [
            (USER, "土曜に映画どう？"),
            (THEM, "ごめんその日はムズい"),
            (USER, "じゃあ日曜は？"),
            (THEM, "日曜もまだわからない"),
        ],
        id="marked with >",
    ),
    pytest.param(
        "21:14 みなと: 土曜の夜、焼肉行かない?\n21:40 さき: ごめん、その日は出張!",
        [(USER, "土曜の夜、焼肉行かない?"), (THEM, "ごめん、その日は出張!")],
        id="two names, the one who invites is the user",
    ),
    pytest.param(
        "映画に誘ったら「ごめん、その日は仕事で」って返ってきた",
        [(THEM, "ごめん、その日は仕事で")],
        id="a quote that came back",
    ),
    pytest.param(
        "『来週ひまかな?』って送ったのに返事がない", [(USER, "来週ひまかな?")], id="a quote that was sent"
    ),
    pytest.param("「ねえ」って送ってもいい?", [(DRAFT, "ねえ")], id="a quote about to be sent"),
    pytest.param(
        "下書き：了解!またね\n相手：ごめん、行けない",
        [(DRAFT, "了解!またね"), (THEM, "ごめん、行けない")],
        id="a labelled draft",
    ),
    pytest.param(
        "あたしの返し↓\n『そっか、了解!』\n相手↓\n『ごめん、稽古で無理!』",
        [(DRAFT, "そっか、了解!"), (THEM, "ごめん、稽古で無理!")],
        id="labels on the line above",
    ),
    pytest.param(
        "A: お茶いかへん？\nB: ごめん、その日は無理やわ\nA: そっか、またな",
        [(USER, "お茶いかへん？"), (THEM, "ごめん、その日は無理やわ"), (USER, "そっか、またな")],
        id="letters, of whom one invites and one says no",
    ),
    pytest.param(
        "A: そっか、了解！\nB: わかった、またね\nどっちで返す？",
        [(DRAFT, "そっか、了解！"), (DRAFT, "わかった、またね")],
        id="letters of two drafts",
    ),
    pytest.param(
        "> 今度お茶しませんか\n> すみません、忙しくて難しいです",
        [(USER, "今度お茶しませんか"), (THEM, "すみません、忙しくて難しいです")],
        id="one block, an invitation and its answer",
    ),
    pytest.param("忙しくて難しいって言われた", [(THEM, "忙しくて難しい")], id="reported without marks"),
    pytest.param(
        "前に断られた(残業続き、ごめんって)人です",
        [(THEM, "残業続き、ごめんって")],
        id="in brackets after the no",
    ),
    pytest.param("友達に相談したら「考えすぎ」だって", [], id="what a friend says is nobody's"),
    pytest.param("昨日の映画、よかったなあ", [], id="nobody says anything"),
]


@pytest.mark.parametrize(("message", "said"), EXCHANGES)
def test_who_said_what(message: str, said: list[tuple[Voice, str]]) -> None:
    found = [(s.voice, s.span.text) for s in parse(message).said if s.voice in (USER, THEM, DRAFT)]
    assert found == said


def test_a_paste_that_ends_unread_is_told() -> None:
    exchange = parse("9/12 21:03 自分:花火行かない?\n9/12 21:10 既読\n")
    assert exchange.read_mark
    assert [s.voice for s in exchange.said] == [USER]


def test_the_telling_keeps_offsets_and_hides_what_was_said() -> None:
    message = "映画に誘ったら「ごめん、無理」って返ってきた。どうしよう"
    exchange = parse(message)
    assert len(exchange.telling) == len(message)
    assert "無理" not in exchange.telling
    assert exchange.telling.endswith("どうしよう")


pieces = st.lists(
    st.sampled_from(
        ["「", "」", "『", "』", "俺:", "相手→", "\n", "　", "10/3 20:14 ", "ごめん", "無理", "って言われた", "って送った", "既読", "?", "😭", "(", ")"]
    )
    | st.text(max_size=5),
    max_size=14,
).map("".join)  # fmt: skip


@given(pieces)
def test_any_text_is_taken_apart_into_true_pieces(message: str) -> None:
    exchange = parse(message)
    assert len(exchange.telling) == len(message)
    assert all(message[s.span.start : s.span.end] == s.span.text for s in exchange.said)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("深夜2時に『明日ひま?』。返事は朝7時、『明日は模試です、すみません』", "明日ひま?"),
        (
            "今朝また送った、「昨日は急にごめんね、気にしないで!」って。スタンプが返ってきた",
            "昨日は急にごめんね、気にしないで!",
        ),
    ],
)
def test_what_the_user_asked_or_has_just_sent_is_their_own(message: str, words: str) -> None:
    assert [said.span.text for said in parse(message).of(Voice.USER)] == [words]


def test_a_read_mark_stands_beside_what_one_has_sent_oneself() -> None:
    exchange = parse("「水曜空いてる?」既読。それから何もない")
    assert [said.voice for said in exchange.said] == [Voice.USER]


WHOSE = [
    pytest.param("飲みに行こって送ったら「ええやん、ほなミキらも呼ぼか」", THEM, id="behind what was sent"),
    pytest.param(
        "お茶にお誘いを送りましたところ「皆さまとなら喜んで」", THEM, id="behind what was sent, politely"
    ),
    pytest.param("最後のLINEが「来週ひま?」(俺)のまま", USER, id="named behind as the user"),
    pytest.param("「来週ひま?」(相手)って来てた", THEM, id="named behind as the other"),
    pytest.param(
        "相手の文面→「今月はいろいろあって」。いつ頃また誘える?", THEM, id="called the other's text"
    ),
    pytest.param("折り返し「ありがとう、どうかなあ」。返しの文句に悩む", THEM, id="an answer is no draft"),
    pytest.param("「一人じゃ入りづらくて」と相談されました", THEM, id="told to the user"),
    pytest.param("「お大事に」って返せた。えらい?", USER, id="has been answered"),
    pytest.param("「明日楽しみにしてるね」この文送っても重くない?", DRAFT, id="may this be sent"),
]


@pytest.mark.parametrize(("message", "voice"), WHOSE)
def test_whose_the_only_quote_is(message: str, voice: Voice) -> None:
    assert [s.voice for s in parse(message).said] == [voice]


CHAINS = [
    pytest.param(
        "「紅葉見に行かへん?」→「ごめん、足くじいてん」→「うわ、お大事に」→「ありがとう」",
        [USER, THEM, USER, THEM],
        id="four by turns",
    ),
    pytest.param("「その日は難しいです」\n→「承知しました」", [THEM, USER], id="an answer to a no"),
    pytest.param("「ごめん仕事」→「今週も無理そう」", [THEM, THEM], id="two noes are no turns"),
]


@pytest.mark.parametrize(("message", "voices"), CHAINS)
def test_quotes_joined_by_arrows_are_said_by_turns(message: str, voices: list[Voice]) -> None:
    assert [s.voice for s in parse(message).said] == voices


@pytest.mark.parametrize("message", ["映画に誘って断られた", "三か月前にお茶に誘って断られてます"])
def test_what_the_user_did_is_no_word_of_theirs(message: str) -> None:
    assert parse(message).said == ()
