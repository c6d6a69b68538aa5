import pytest

from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage


def outcome(draft: str) -> Outcome:
    return check(draft, stage=Stage.CLOSED, incoming="ごめん、もう連絡しないでほしい").outcome


@pytest.mark.parametrize(
    "said",
    [
        "もう送らないね",
        "今後こちらからはご連絡しません",
        "今後お誘いすることはありません",
        "もう送らへんな",
        "これで誘うのはおしまいにします",
        "ここで筆を置きます",
        "お手数をおかけしました",
        "ご迷惑をおかけして申し訳ありませんでした",
    ],
)
def test_who_leaves_may_say_so_once(said: str) -> None:
    assert outcome(f"わかりました。{said}。") is Outcome.PASS


@pytest.mark.parametrize(
    "said",
    [
        "もう送らないけど、最後に一つだけ",
        "またダル絡みするから",
        "連絡しないとは限りません",
        "これで最後にするから会って",
        "送らないなんて無理です",
        "桜が咲くたびに一通だけ送ります",
        "これを最後の手紙にするので読んでください",
        "もう連絡しないので、返事だけ返して",
        "迷惑をかけられたのはこっちです",
    ],
)
def test_what_goes_on_after_a_final_no_leaves_nothing(said: str) -> None:
    assert outcome(f"わかりました。{said}。") is not Outcome.PASS
