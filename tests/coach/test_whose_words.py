"""Whose words stand in a message, where neither a name nor a mark of the line says so."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.said.exchange import Voice, parse
from guardrails.vocabulary import Stage

USER, THEM, DRAFT, NOBODY = Voice.USER, Voice.THEM, Voice.DRAFT, Voice.NOBODY

SAID = [
    pytest.param(
        "19:12 わたし\n金曜、餃子フェス行かん？\n19:40 ひろ\n出張でおらんのよー、ごめん！\n次は行く\n\n↑なんて返す？",
        [
            (USER, "金曜、餃子フェス行かん？"),
            (THEM, "出張でおらんのよー、ごめん！"),
            (THEM, "次は行く"),
        ],
        id="a time and a name over the lines",
    ),
    pytest.param(
        "午後8:01 ゆか\n日曜映画いこ\n午後8:30 たける\nごめん日曜は部活",
        [(USER, "日曜映画いこ"), (THEM, "ごめん日曜は部活")],
        id="who invites under a head is the user",
    ),
    pytest.param(
        "相手からの返信：\n\nごめん、来月10日まで卒論\n\nなんて返そう",
        [(THEM, "ごめん、来月10日まで卒論")],
        id="under a heading",
    ),
    pytest.param(
        "その日はちょっと厳しいかもです…\nって返ってきたんですけど",
        [(THEM, "その日はちょっと厳しいかもです…")],
        id="the next line says that it came",
    ),
    pytest.param(
        "今夜は無理で…!木曜はいかがですか?\n\n↑これが来たのが10分前。",
        [(THEM, "今夜は無理で…!木曜はいかがですか?")],
        id="an arrow under it",
    ),
    pytest.param("今回はパスで🙏  ←脈どう?", [(THEM, "今回はパスで🙏")], id="an arrow behind it"),
    pytest.param("↑これ送っていい?\nまたね", [], id="an arrow at nothing"),
    pytest.param(
        "先週「スノボ連れてってくださいよ〜」って軽く言ってみたら「ごめん無理」。この返しでいい?「了解です!」",
        [(USER, "スノボ連れてってくださいよ〜"), (THEM, "ごめん無理"), (DRAFT, "了解です!")],
        id="said lightly is sent",
    ),
    pytest.param(
        "「その日は行けません」って丁寧に断られた", [(THEM, "その日は行けません")], id="politely refused"
    ),
    pytest.param("「了解です」ってもっと丁寧にして", [(DRAFT, "了解です")], id="to be made more polite"),
    pytest.param(
        "「膝の具合がよくなくて」と断られました。お大事にとお返事しました",
        [(THEM, "膝の具合がよくなくて")],
        id="the users own answer without marks",
    ),
    pytest.param(
        "誘ったら、膝の具合が悪くて伺えませんとお返事くださいました",
        [(THEM, "膝の具合が悪くて伺えません")],
        id="their answer without marks",
    ),
    pytest.param("好きって言われたい", [], id="wished to be said"),
    pytest.param(
        "ふた月前に断られた方ですが、オルゴールがお好きだとのこと。あらためてお誘いしてもよいでしょうか。",
        [],
        id="what they like is no answer",
    ),
    pytest.param(
        "共通の友人によると、最近は盆栽にはまっているとのことです。一か月前に断られました。",
        [],
        id="nor what a friend tells of them",
    ),
    pytest.param(
        "誘ったら、ホラーは苦手だとのこと", [(THEM, "ホラーは苦手だ")], id="what they do not, asked along"
    ),
    pytest.param(
        "誘ったら、家で過ごすのが好きだとのこと",
        [(THEM, "家で過ごすのが好きだ")],
        id="what they like, asked along",
    ),
    pytest.param("「会いたい」って言われたことが一回もない", [(NOBODY, "会いたい")], id="never said"),
    pytest.param("「愛してる」って言ってほしい", [(NOBODY, "愛してる")], id="wanted to be said"),
    pytest.param("「行けたら行く」って言われた", [(THEM, "行けたら行く")], id="said"),
    pytest.param(
        "あの人が「来月まで無理、ごめん」って言ったから", [(THEM, "来月まで無理、ごめん")], id="they said"
    ),
    pytest.param("彼に「無理ならいいよ」って言った", [(USER, "無理ならいいよ")], id="said to them"),
    pytest.param("俺も「うぃ」で終わった", [(USER, "うぃ")], id="the user's own subject"),
    pytest.param(
        "私は「気にしないで」とだけ。", [(USER, "気にしないで")], id="only that, in the user's own subject"
    ),
    pytest.param("私は「無理」とだけ言われた", [(THEM, "無理")], id="only that was said to the user"),
    pytest.param(
        "誘った→「しばらく予定わかんない」→「来月でも全然！」→「うーん来月もまだ見えなくて」",
        [(THEM, "しばらく予定わかんない"), (USER, "来月でも全然！"), (THEM, "うーん来月もまだ見えなくて")],
        id="by turns, counted from an open answer",
    ),
    pytest.param("「その日はパスで」で終わった", [(THEM, "その日はパスで")], id="no subject, a no"),
    pytest.param(
        "断られた返信、「了解です!また機会があればぜひ〜」で大丈夫?",
        [(DRAFT, "了解です!また機会があればぜひ〜")],
        id="an answer of the user's own that is asked about",
    ),
    pytest.param(
        "「4人で行かない?」だって。どうしよ", [(THEM, "4人で行かない?")], id="an invitation of theirs"
    ),
    pytest.param(
        "俺：日曜どう？\n彼女：ごめん、法事\n俺：？？？",
        [(USER, "日曜どう？"), (THEM, "ごめん、法事")],
        id="a place kept for the answer",
    ),
    pytest.param(
        "彼「ごめん、法事。翌週じゃだめ？」\n自分→ ここから何て打つ？",
        [(THEM, "ごめん、法事。翌週じゃだめ？")],
        id="what to write is asked where the answer would stand",
    ),
    pytest.param(
        "断られて(理由は歯が痛いから、ごめんって)、凹んでる",
        [(THEM, "歯が痛いから、ごめんって")],
        id="the reason in brackets, whole",
    ),
    pytest.param(
        "断られたときの文は→いまバタついてるからごめん",
        [(THEM, "いまバタついてるからごめん")],
        id="called their words",
    ),
    pytest.param("口実で会えないか打診しようかと", [], id="a plan of the user's own"),
    pytest.param(
        "最後の一通、これで。「今までありがとう。これで終わりにするね」",
        [(DRAFT, "今までありがとう。これで終わりにするね")],
        id="the last message, as it would be",
    ),
    pytest.param(
        "文面みて、未読の相手に送るやつ「忙しいよね、返事いらないよ」",
        [(DRAFT, "忙しいよね、返事いらないよ")],
        id="what is to be sent",
    ),
]

ANSWERED = [
    "とだけ返しています。",
    "って返しとる。",
    "と返しとります。",
    "って返しとうと。",
    "って返しといた。",
    "って返しといてん。",
    "って返してんけど、",
    "って返してもうた。",
    "てかえしてる。",
    "ってLINE返してる。",
    "とお返ししています。",
    "とお返事差し上げました。",
    "とお伝え済みです。",
    "とお送りしております。",
    "って言うといた。",
    "って言って終わった。",
    "とメールしました。",
    "のまま一週間。",
    "で終わっています。",
    "。それから10日です。",
]
WOULD_ANSWER = [
    "って返そうと思う。",
    "って返しとくつもり。",
    "って返しとこうかな。",
    "って返しといたほうがいい?",
    "って返しといてええ?",
    "って返しておきます。",
    "とお返しする予定です。",
    "とお返ししましょうか。",
    "ってこう返すつもり。",
    "って送っていい?",
    "でいい?",
    "と返信して終わりにしていい?",
    "って返事しちゃっていいかな。",
    "って打ったけどまだ送ってない。",
    "って書いて送信ボタン押せてない。",
]


@pytest.mark.parametrize("behind", ANSWERED)
@pytest.mark.parametrize("line", ["了解です、また!", "承知しました"])
def test_what_has_been_answered_is_history(line: str, behind: str) -> None:
    said = parse(f"先週「その日は仕事」と断られて「{line}」{behind}そろそろ世間話をしてもいい?").said
    assert [(s.voice, s.span.text) for s in said] == [(THEM, "その日は仕事"), (USER, line)]


@pytest.mark.parametrize("behind", WOULD_ANSWER)
@pytest.mark.parametrize("line", ["了解です、また!", "承知しました"])
def test_what_would_be_answered_is_a_draft(line: str, behind: str) -> None:
    said = parse(f"「その日は仕事」って来た。「{line}」{behind}").said
    assert [(s.voice, s.span.text) for s in said] == [(THEM, "その日は仕事"), (DRAFT, line)]


@pytest.mark.parametrize(("message", "expected"), SAID)
def test_whose_words_stand_there(message: str, expected: list[tuple[Voice, str]]) -> None:
    assert [(s.voice, s.span.text) for s in parse(message).said] == expected


@pytest.mark.parametrize("between", ["", "、", " "])
@pytest.mark.parametrize("asked", ["映画行かない?", "飯行こや", "ご一緒しませんか"])
def test_two_quotes_on_one_line_are_of_two(asked: str, between: str) -> None:
    said = parse(f"自分「{asked}」{between}相手「すみません、仕事で」").said
    assert [(s.voice, s.span.text) for s in said] == [(USER, asked), (THEM, "すみません、仕事で")]


def test_what_an_answer_came_to_stands_before_it() -> None:
    said = parse("相手：CSやばいね！応援してきて〜\n↑『一緒に球場行かへん？』への返事です。").said
    assert [s.voice for s in said] == [USER, THEM]


@pytest.mark.parametrize(
    "asked", ["行かへん？", "今度一緒に観いへん?", "お茶せえへん？", "飲み行かん?", "行きまへんか?"]
)
@pytest.mark.parametrize("verb", ["て送ったら", "と言うたら", "って誘いました。返事は", "という誘いに"])
def test_an_invitation_in_the_form_of_a_no_is_the_users(asked: str, verb: str) -> None:
    said = parse(f"昨日「{asked}」{verb}「すみません、その日は仕事です」と言われました。").said
    assert [s.voice for s in said] == [USER, THEM]


def test_what_is_asked_about_is_a_draft_whoever_turn_it_is() -> None:
    said = parse("「ごめん仕事」→「了解です!また」 これで返していい?").said
    assert [s.voice for s in said] == [THEM, DRAFT]


@pytest.mark.parametrize(
    "told",
    [
        "「土曜カレー行かん？」って誘ったら「ごめん無理」って返してきた。なんて返そう",
        "誘ったら「ごめん、その日は仕事」って返信してくれた。どう返す？",
        "「ごめん無理」って返してよこした。なんて返そう",
        "誘ったら「ごめん、その日は仕事」と返していただきました。どう返せば",
    ],
    ids=["came-back", "kindly", "curtly", "politely"],
)
def test_an_answer_that_came_back_is_theirs(told: str) -> None:
    reading = read(told, today=date(2026, 11, 22))
    assert reading.stage is Stage.DECLINED
    assert plan(reading, (), date(2026, 11, 22)).drafts


@pytest.mark.parametrize(
    "behind",
    [
        "って送ってんけど",
        "て聞いてみてん。ほな",
        "って送ってもうたんやけど",
        "って送ったっちゃけど、",
        "って送ったとよ。そしたら",
        "って送りよったら",
        "と送らせていただいたのですが",
        "とお誘い申し上げましたら",
    ],
)
def test_an_invitation_that_went_out_is_no_draft_in_any_dialect(behind: str) -> None:
    said = parse(f"先輩に「土曜の映画行かへん？」{behind}「ごめん、その日無理やねん」って返ってきた").said
    assert [s.voice for s in said] == [USER, THEM]


@pytest.mark.parametrize(
    "behind", ["って送ってええ？", "って送ってよか?", "って送ったらええんかな", "って送っとこかな"]
)
def test_what_may_go_out_is_asked_in_any_dialect(behind: str) -> None:
    said = parse(f"「その日は無理やねん」って返ってきてん。「おっけ、またな」{behind}").said
    assert [s.voice for s in said] == [THEM, DRAFT]


@pytest.mark.parametrize(
    "told",
    [
        "昨日も「駅前のカレー屋まじ気になってる」って向こうから。また誘いたい",
        "先日は「最近は喫茶店めぐりにはまっています」とうれしそうに書いてくださいました。お誘いしたい",
        "おととい「例の専門店、まだ行けてないんですよ〜」と教えてくれた。誘いたい",
        "きのう「新しい首輪買った」と相手のほうから。誘いたい",
    ],
)
def test_newer_words_that_came_from_them_are_theirs(told: str) -> None:
    message = f"ひと月前に断られた(「ごめん、その日は仕事で」)。{told}"
    reading = read(message, today=date(2026, 11, 22))
    assert [s.voice for s in parse(message).said] == [THEM, THEM]
    assert reading.incoming is not None
    assert reading.incoming.text in told
    assert (reading.stage, reading.declines, reading.they_wrote) == (Stage.SECOND_INVITE, 1, True)


@pytest.mark.parametrize("behind", ["と送りましょうか", "って返しましょうか", "って送りましょ"])
def test_what_shall_be_sent_is_a_draft(behind: str) -> None:
    said = parse(f"誘ったら「ごめん、仕事」って返ってきた。「そっか、了解!」{behind}").said
    assert [s.voice for s in said] == [THEM, DRAFT]


@pytest.mark.parametrize(
    ("message", "voice"),
    [
        ("日本語の教室の友だちをさそいました。「その日は教会のあつまりがあります。ごめんね」と言いました。", THEM),
        ("ごはん行きませんか、とききました。「ごめんなさい、仕事です」と言いました。", THEM),
        ("友だちに誘われました。「ごめん、その日は無理」と言いました。", USER),
        ("「ごめん、その日は無理」と断られました。「了解、またね」と言いました。", THEM),
    ],
    ids=["invited", "asked", "who was invited", "the answer to it is another"],
)  # fmt: skip
def test_a_no_said_right_behind_an_invitation_is_theirs(message: str, voice: Voice) -> None:
    first, *rest = parse(message).said
    assert first.voice is voice
    assert all(said.voice is USER for said in rest)


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(
            "誘ったんですが「あら〜光栄だけど…遠慮しとくわ(笑)」って😂 どう返そうかな", id="a laugh between"
        ),
        pytest.param("飲みに誘ったんだけど「うーんやめとくわ」って。なんて返そう", id="a stop between"),
        pytest.param("誘ってみましたが「今回はパスで」って💦何て送ろうかな", id="what to send"),
    ],
)
def test_how_to_answer_is_asked_of_their_words(message: str) -> None:
    assert [said.voice for said in parse(message).said] == [Voice.THEM]


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("断られたので「そっか、了解!」って返そうかな", id="to be sent"),
        pytest.param("断られました。「また誘います」って送っていい?", id="asked about"),
    ],
)
def test_what_would_be_sent_stays_a_draft(message: str) -> None:
    assert [said.voice for said in parse(message).said] == [Voice.DRAFT]


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("上司に誘われて「彼氏がいるので」と断りました", id="asked by a superior"),
        pytest.param("飲みに誘われたので「その日は無理です」ってお断りした。", id="asked for a drink"),
    ],
)
def test_who_was_asked_and_refused_said_it_themselves(message: str) -> None:
    assert [said.voice for said in parse(message).said] == [Voice.USER]


def test_a_no_to_the_user_is_theirs_however_it_is_told() -> None:
    said = parse("友達に誘われて行った店にあの人を誘ったら「彼氏がいるので」と断られました").said
    assert [one.voice for one in said] == [Voice.THEM]
