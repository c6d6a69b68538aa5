"""Their posts held against their silence, an old no brought up again, and the no told to everybody."""

import pytest

from guardrails.check import check
from guardrails.vocabulary import Category, Outcome, Stage

SEEN = [
    pytest.param("忙しいのにツイートはできるんだね", id="reported"),
    pytest.param("返信できないのにストーリーは上げるんだ", id="a story"),
    pytest.param("時間ないって言ってたのにインスタ見る暇はあるんですね", id="time to look"),
    pytest.param("LINEは返さないくせに投稿はするんだね", id="all the same"),
    pytest.param("ゲームする時間はあるんだね", id="time to play"),
]


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("draft", SEEN)
def test_their_posts_are_not_held_against_their_silence(draft: str, stage: Stage) -> None:
    verdict = check(draft, stage=stage)
    assert verdict.outcome is Outcome.REJECT
    assert Category.CHASING in verdict.categories


SEEN_KINDLY = [
    pytest.param("忙しいのにストーリー見てくれてありがとう", id="thanks"),
    pytest.param("忙しいのに投稿つづけててすごいね", id="praise"),
    pytest.param("最近ゲームする時間ある？", id="a question"),
    pytest.param("私は忙しいのにツイートばっかりしてる笑", id="the speaker's own"),
]


@pytest.mark.parametrize("draft", SEEN_KINDLY)
def test_a_kind_word_on_their_posts_is_no_chasing(draft: str) -> None:
    assert Category.CHASING not in check(draft, stage=Stage.COOLDOWN).categories


MINDED = [
    pytest.param("昨日のこと気にしてないからね！", id="reported"),
    pytest.param("この前の件、全然気にしてないので", id="the other day"),
    pytest.param("先日のことはもう気にしていませんから", id="politely"),
]


@pytest.mark.parametrize("stage", [Stage.SILENCE, Stage.COOLDOWN, Stage.WAITING])
@pytest.mark.parametrize("draft", MINDED)
def test_an_old_no_is_not_brought_up_again(draft: str, stage: Stage) -> None:
    assert check(draft, stage=stage).outcome is Outcome.REJECT


@pytest.mark.parametrize(
    ("draft", "stage", "incoming"),
    [
        pytest.param("昨日のこと気にしてないからね！", Stage.DECLINED, "", id="as the answer to the no"),
        pytest.param(
            "この前のこと、全然気にしてないよ！",
            Stage.COOLDOWN,
            "この前は行けなくてごめんね",
            id="they are sorry",
        ),
    ],
)
def test_who_is_asked_may_say_that_nothing_is_minded(draft: str, stage: Stage, incoming: str) -> None:
    verdict = check(draft, stage=stage, incoming=incoming)
    assert "emotional.not_minding" not in {finding.rule for finding in verdict.findings}


STORIES = [
    pytest.param("誘ったのに断られた〜ショック", id="reported"),
    pytest.param("勇気出して誘ったら秒で断られた、つらい", id="at once"),
    pytest.param("誘った結果、見事に撃沈。誰か慰めて", id="to whoever reads"),
]


@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.SILENCE, Stage.COOLDOWN, Stage.WAITING])
@pytest.mark.parametrize("draft", STORIES)
def test_the_no_told_to_everybody_is_a_post(draft: str, stage: Stage) -> None:
    verdict = check(draft, stage=stage)
    assert verdict.outcome is Outcome.REJECT
    assert Category.SNS in verdict.categories


@pytest.mark.parametrize("draft", ["弟を誘ったのに断られた笑", "猫を遊びに誘ったら無視された笑"])
def test_others_who_were_asked_are_small_talk(draft: str) -> None:
    assert Category.SNS not in check(draft, stage=Stage.COOLDOWN).categories
