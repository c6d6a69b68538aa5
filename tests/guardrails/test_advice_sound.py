"""Each sentence of the coach is heard alone: one may be said, its neighbour not."""

import pytest

from guardrails.advice import check_advice
from guardrails.advising.quotes import framed
from guardrails.advising.sound import doubted, going_on, signs, worded
from guardrails.text import view
from guardrails.vocabulary import Outcome, Stage

THEIRS = "ごめん、そのうちね〜 今週は卒検あるから無理〜"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("きっと向こうも、今ごろ後悔しているはずですよ。", id="certainty"),
        pytest.param("この返し方なら、次の機会はちゃんとめぐってきます。", id="promise"),
        pytest.param(
            "返事がないなら、軽いスタンプをひとつ置いておきましょう。", id="a step on top of silence"
        ),
    ],
)
@pytest.mark.parametrize(
    "around",
    [
        pytest.param("{}", id="alone"),
        pytest.param("返事を読むのは、緊張しましたね。{}今日は早めに休みましょう。", id="among good ones"),
        pytest.param(
            "予約までして待っていたのですから、力が抜けますよね。書かれているのは、その日は難しいということまでです。{}"
            "理由を聞くことと、別の日を出すことは、今日はやめておきましょう。",
            id="in a long answer",
        ),
    ],
)
def test_what_is_said_among_good_sentences_is_heard(around: str, sentence: str) -> None:
    assert check_advice(around.format("")).outcome is Outcome.PASS
    assert check_advice(around.format(sentence)).outcome is not Outcome.PASS


def test_a_doubt_names_its_sentence() -> None:
    text = "返事を読むのは、緊張しましたね。きっと向こうも、今ごろ後悔しているはずですよ。"
    heard = doubted(text)
    assert heard is not None
    assert heard.span.text == "きっと向こうも、今ごろ後悔しているはずですよ。"


def test_a_list_that_the_next_sentence_rejects_is_not_said() -> None:
    listed = "わざと三日返さず、向こうを不安にさせる。"
    assert check_advice(listed).outcome is not Outcome.PASS
    assert check_advice(f"{listed}そういう駆け引きは、おすすめしません。").outcome is Outcome.PASS


@pytest.mark.parametrize("text", ["「なんで?」", "『了解、またね』。", "「A」\n「B」"])
def test_a_message_alone_is_no_sentence_of_the_coach(text: str) -> None:
    frame = framed(text).frame
    assert [worded(view(frame[s.start : s.end])) for s in view(frame).sentences] in ([[]], [[], []])
    assert doubted(frame) is None


def test_a_question_goes_on_where_it_is_only_thought() -> None:
    assert (
        going_on("嫌われた?と考え始めたら、お茶を。また?ときどき")
        == "嫌われた、と考え始めたら、お茶を。また?ときどき"
    )


def test_signs_are_the_rules_that_hit_and_what_speaks_against() -> None:
    assert "@advice.promise" in signs(view("待っていれば、必ず連絡が来ます。"))
    assert signs(view("本音を探るのは、やめておいたほうが安心です。")) == ("@turned",)
    assert signs(view("今日は早めに休みましょう。")) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("せっかく誘ったあとの「無理〜」は、少し力が抜けますよね。", id="how it felt"),
        pytest.param(
            "「そのうちね〜」と、時期を決めずに先へ延ばす言葉が書かれています。", id="what stands there"
        ),
    ],
)
def test_their_own_words_may_be_quoted(sentence: str) -> None:
    assert check_advice(sentence, stage=Stage.DECLINED, incoming=THEIRS).outcome is Outcome.PASS


@pytest.mark.parametrize(
    "sentence",
    [
        "『今週は卒検あるから無理〜』とだけ返しましょう。",
        "返信案:「そのうちね〜」",
        "返すなら「そのうちね〜」がいいですよ。",
        "次の文を送りましょう。\n「そのうちね〜」",
        "「そのうちね〜」。それだけで十分です。",
        "「そのうちね〜」と、今夜の仕事が落ち着いたころに改めて送りましょう。",
        "「そのうち」が自然ですね。",
    ],
)
def test_their_own_words_are_not_handed_on(sentence: str) -> None:
    heard = check_advice(sentence, stage=Stage.DECLINED, incoming=THEIRS)
    assert heard.outcome is check_advice(sentence, stage=Stage.DECLINED).outcome
    assert heard.outcome is not Outcome.PASS


@pytest.mark.parametrize(
    "sentence",
    [
        "「なんでダメなの?」という質問を送ってみましょう。",
        "「会いたい」の四文字を送りましょう。",
        "カードに「ずっと好きでした」と書いて渡してみましょう。",
        "「なんで返事くれないの?」と打って、まだ送っていないなら、今夜送りましょう。",
        "「いつなら空いてる?」は、相手もこたえやすいでしょう。",
        "「ずっと待ってるね」が、相手の胸に響くでしょう。",
        "返すなら「会えなくて寂しい」が、切なくていいでしょう。",
        "「いつ空いてる?」への返事を待ちましょう。先に送ってみてください。",
        "「いつなら空いてる?」なら、手間がかかりません。",
        "「いつ空いてる?」のみこの返信に添えましょう。",
        "「なんで?」のみここで送りましょう。",
        "「返事まだ?」と送ると、夜のうちに読まれることが多いです。",
        "返すなら「再来週」がいいでしょう。",
        "「来週金曜」でどうでしょう。",
        "返信案:「最低」",
        "「嘘つき」の二文字で返しましょう。",
        "「自己中」と、明日の朝になったらはっきりと送りましょう。",
        "返信案:「???」",
        "「😢」がおすすめです。",
    ],
)
def test_what_is_handed_on_is_a_message_however_it_is_told(sentence: str) -> None:
    assert check_advice(sentence, stage=Stage.DECLINED).outcome is not Outcome.PASS


@pytest.mark.parametrize(
    "sentence",
    [
        "「依存症でしょうか」という問いに、私からお答えすることはできません。",
        "「キープなのかな」って書いてましたよね。",
        "急な「やっぱ無理」の一言は、こたえたでしょう。",
        "おみくじの「待ち人来る」が、気になったのですね。",
        "「行けない」への返信なら、「教えてくれてありがとう!了解!」くらいで足ります。",
        "最後に「もう誘わないから安心してね」と書くと、すねたように読まれかねません。",
    ],
)
def test_what_is_only_spoken_of_is_no_message(sentence: str) -> None:
    found = [finding.rule for finding in check_advice(sentence, stage=Stage.DECLINED).findings]
    assert "advice.quoted_draft" not in found


@pytest.mark.parametrize(
    "text",
    [
        "暴力が怖いときは、DV相談プラスの0120-279-889へかけてください。",
        "よりそいホットラインの0120-279-338に電話できます。",
        "急ぐときは110番へかけてください。",
    ],
)
def test_a_number_of_the_catalogue_is_whole_whatever_follows_it(text: str) -> None:
    found = [finding.rule for finding in check_advice(text).findings]
    assert "advice.unknown_number" not in found


@pytest.mark.parametrize("text", ["889へかけてください。", "0120-279-888へかけてください。"])
def test_a_piece_of_a_number_or_another_one_is_unknown(text: str) -> None:
    assert "advice.unknown_number" in [finding.rule for finding in check_advice(text).findings]


def test_a_noun_in_quotes_is_no_message() -> None:
    assert check_advice("今の読みは「灰色」としておきましょう。").outcome is Outcome.PASS
    assert check_advice("「再来週」と送りましょう。").outcome is not Outcome.PASS
    assert check_advice("「再来週」として送りましょう。").outcome is not Outcome.PASS
