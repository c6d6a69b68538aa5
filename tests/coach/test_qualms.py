"""What sounds like danger only because an invitation and its answer are heard together is not asked about."""

import pytest

from coach.qualms import groundless, only_together
from guardrails.safety import unease
from guardrails.vocabulary import Alarm, Danger, Span

NONE = [
    pytest.param(
        "個展にお誘いしたところ「ひとりでは気が引けますので、絵手紙教室のみなさんとご一緒でしたら伺いたいです」とお返事がありました。",
        id="company of a class",
    ),
    pytest.param(
        "食事に誘ったら「お付き合いしている人がいますので、二人でお会いすることはできません」と返ってきました。返事はどう書けばいいでしょうか。",
        id="a partner, in hard words",
    ),
]


@pytest.mark.parametrize("message", NONE)
def test_a_polite_answer_to_an_invitation_is_no_danger(message: str) -> None:
    worry = unease(message)
    assert worry is None or only_together(message, worry)


KEPT = [
    pytest.param(
        "入社半年の子のメンターしてます。二人で飲みに誘ったら「同期も呼んでいいですか？」って。脈あり？",
        id="over whom",
    ),
    pytest.param("うちのバイトの子を花火に誘ったら「その日は妹の結婚式で」って言われた", id="whose shop"),
    pytest.param(
        "担当してる患者さんを食事に誘ったら「その日は都合が悪くて」と返ってきました", id="a patient"
    ),
    pytest.param("映画に誘ったら「もう消えたい。全部終わりにする」って返ってきた", id="their own danger"),
    pytest.param(
        "映画に誘ったら「その日は無理」って。私は「じゃあ家の前で待つ」って送った", id="what the user said"
    ),
]


@pytest.mark.parametrize("message", KEPT)
def test_what_the_telling_or_their_words_say_alone_is_still_asked_about(message: str) -> None:
    whole = Span(0, len(message), message)
    assert not any(only_together(message, Alarm(danger, (whole,))) for danger in Danger)


CUSTOMER = (
    "パン屋やってます、38歳。よく来てくれるお客さん（同性）とだいぶ仲良くなってLINEも交換して、もうため口で、この前ついに定休日に"
    "ドライブどう？って誘ったんだけど「ごめん、その日は推しのライブの遠征なんだ！！名古屋まで行ってくる🚄」って。さらっと返したい"
)


def test_a_customer_of_ones_own_is_no_worry_about_power() -> None:
    worry = unease(CUSTOMER)
    assert worry is None or groundless(CUSTOMER, worry)
    whole = Span(0, len(CUSTOMER), CUSTOMER)
    others = set(Danger) - {Danger.WORK_POWER}
    assert not any(groundless(CUSTOMER, Alarm(danger, (whole,))) for danger in others)


@pytest.mark.parametrize("message", KEPT)
def test_nothing_else_is_taken_back_with_it(message: str) -> None:
    whole = Span(0, len(message), message)
    assert not any(groundless(message, Alarm(danger, (whole,))) for danger in Danger)


def test_a_wish_to_die_is_asked_about_whatever_stands_beside_it() -> None:
    message = NONE[0].values[0]
    assert isinstance(message, str)
    assert not only_together(message, Alarm(Danger.SELF_HARM, (Span(0, 2, message[:2]),)))
