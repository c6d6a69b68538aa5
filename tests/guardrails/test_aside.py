import pytest

from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage


def outcome(draft: str, *, ours: bool = True) -> Outcome:
    return check(draft, stage=Stage.DECLINED, incoming="ごめん、その日は実家に帰るんだ", ours=ours).outcome


@pytest.mark.parametrize(
    "said",
    [
        "うちは庭の柿が色づいたよ",
        "今夜は満月がきれいらしいよ",
        "こっちは朝から洗濯を三回まわした",
        "うちの犬も朝から走り回ってるよ",
    ],
)
def test_a_remark_that_leaves_the_two_out_may_stand_beside_thanks(said: str) -> None:
    assert outcome(f"そっか、教えてくれてありがとう。{said}") is Outcome.PASS


@pytest.mark.parametrize(
    "said",
    [
        "浮気者め",
        "泥棒猫",
        "席はひとつ余ったよ、君の分",
        "次の土曜は駅前の銀杏を見てるよ",
        "皆そう言って逃げるんだよ",
        "返事を待つ間に柿が色づいたよ",
        "屋上で会えたら楽だったのに",
    ],
)
def test_what_calls_names_or_speaks_of_the_two_is_no_aside(said: str) -> None:
    assert outcome(f"そっか、教えてくれてありがとう。{said}") is not Outcome.PASS
