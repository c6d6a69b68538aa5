"""A wish set against a no is no reason for it; regret that is told in a set phrase is regret."""

import pytest

from coach.situation import ReasonKind, SignId
from coach.standing.signs import read_reply

WISHED = [
    pytest.param("クラゲの写真めっちゃ撮りたい! けど今回はごめん〜💦", id="a photograph"),
    pytest.param("パンダ見たい! でも今回はごめんね🙏", id="a panda"),
    pytest.param("そのパフェ食べたいなあ…だけど今回はパスで、ごめん", id="a sweet"),
    pytest.param("イルカショー見たい〜! が、今回はすまん🙏", id="a show"),
    pytest.param("蛍を見てみたいのですが、今回は申し訳ありません", id="fireflies"),
]
REASONS = [
    pytest.param("クラゲ撮りたいけど、その日は仕事でごめん", ReasonKind.WORK, id="work beside the wish"),
    pytest.param("パンダ見たい! でも試験前だからごめんね", ReasonKind.STUDY, id="an exam beside it"),
    pytest.param("クラゲの写真の仕事が入ってて今回はごめん", ReasonKind.WORK, id="a job, not a wish"),
    pytest.param("その日は家でゆっくりしたいけど…ごめんね", ReasonKind.OTHER, id="a rest is a reason"),
]
REGRETS = [
    pytest.param("楽しそうなのに残念です、その日は仕事で", id="looks good"),
    pytest.param("すごく面白そうなだけに悔しいです。その日は出張で", id="looks good, otherwise"),
    pytest.param("行きたいのはやまやまやけど、その日仕事やねん", id="gladly"),
    pytest.param("伺いたいのは山々なのですが、先約がございまして", id="gladly, politely"),
]
NONE = [
    pytest.param("山に行きたいけど、その日は仕事でごめん", id="a mountain"),
    pytest.param("楽しそうなイベントですね。その日は仕事です", id="only praise"),
    pytest.param("残念な映画だったらしいからパスで", id="a poor film"),
]


@pytest.mark.parametrize("words", WISHED)
def test_a_wish_is_no_reason(words: str) -> None:
    reply = read_reply(words, refused=True)
    assert reply.refuses
    assert SignId.REASON_AND_APOLOGY not in {sign.id for sign in reply.signs}
    assert reply.reason.kind is ReasonKind.NONE


@pytest.mark.parametrize(("words", "kind"), REASONS)
def test_a_reason_beside_it_stays(words: str, kind: ReasonKind) -> None:
    reply = read_reply(words, refused=True)
    assert reply.reason.kind is kind
    assert SignId.REASON_AND_APOLOGY in {sign.id for sign in reply.signs}


@pytest.mark.parametrize("words", REGRETS)
def test_regret(words: str) -> None:
    assert SignId.REGRET in {sign.id for sign in read_reply(words, refused=True).signs}


@pytest.mark.parametrize("words", NONE)
def test_no_regret(words: str) -> None:
    assert SignId.REGRET not in {sign.id for sign in read_reply(words, refused=True).signs}
