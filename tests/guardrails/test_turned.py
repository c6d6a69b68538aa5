import pytest

from guardrails.advice import check_advice
from guardrails.advising.turned import explained, turned
from guardrails.text import view
from guardrails.vocabulary import Outcome


@pytest.mark.parametrize(
    ("against", "text"),
    [
        ([0], "お友だちに本心を聞き出してもらうのは、見送りましょう。"),
        ([0], "共通の知人に探ってもらうのも、問いつめられたように受け取られることがあります。"),
        ([0], "電話を何度も鳴らすと、怖がらせてしまいます。"),
        ([0], "断る人が悪い、というわけではないと思います。"),
        ([0], "あなたが重いから断られた、という証拠はどこにもありません。"),
        ([0], "男なら押せ、というような話は聞き流して大丈夫です。"),
        ([0], "三度断られたのなら、お誘いは今日で終わりにしましょう。"),
        ([0], "すぐに返さないのは、駆け引きではありません。"),
        ([0], "わざと無視されている、と思ってしまう夜もありますよね。"),
        ([0, 1], "嫉妬させる、返事を寝かせる。そういう作戦は、使わないでおきましょう。"),
    ],
    ids=[
        "not_to_do",
        "a_burden",
        "frightens",
        "not_the_case",
        "no_proof",
        "only_said",
        "ends_here",
        "no_trick",
        "only_felt",
        "pointed_back_at",
    ],
)
def test_what_is_spoken_against(against: list[int], text: str) -> None:
    assert sorted(turned(view(text))) == against


@pytest.mark.parametrize(
    "text",
    [
        "理由をそっと聞いてみましょう。",
        "催促はやめて、電話してみましょう。",
        "既読をつけないでおくと、相手は不安になります。",
        "あの方はもう冷めているので、追うのはやめておきましょう。",
        "断りづらくなる言い方を選ぶのがこつです。",
        "男性は押しに弱いという話ですから、押しましょう。",
    ],
    ids=["urged", "another_urged", "a_lever", "a_reason", "no_way_out", "said_and_believed"],
)
def test_what_is_said_all_the_same(text: str) -> None:
    assert not turned(view(text))


def test_a_claim_in_another_sentence_is_no_less_said() -> None:
    said = "もう気持ちは戻りません。" + "わざと未読にする作戦は、おすすめしません。"
    assert check_advice(said).outcome is Outcome.REJECT


@pytest.mark.parametrize(
    ("reasons", "text"),
    [
        ([1], "ストーリーに書くのは待ってください。友だちの目にも入ります。"),
        ([], "ストーリーに書くのは待ってください。手紙を家に届けてみましょう。"),
        ([], "友だちの目にも入ります。ストーリーに書くのは待ってください。"),
    ],
    ids=["a_reason", "urged_instead", "before"],
)
def test_what_only_says_why(reasons: list[int], text: str) -> None:
    assert sorted(explained(view(text))) == reasons


def test_a_reason_against_it_tells_nobody_to_do_it_but_a_claim_stays_one() -> None:
    against = "今夜のことをストーリーに書くのは待ってください。"
    assert check_advice(against + "共通の友だちの目にも入ります。").outcome is not Outcome.REJECT
    assert check_advice(against + "お相手の気持ちはもう戻りません。").outcome is Outcome.REJECT
