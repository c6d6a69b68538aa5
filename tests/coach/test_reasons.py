"""The reason of a no: its kind, and whether it says anything."""

import pytest

from coach.planning.waiting import LONG, SHORT, wait_days
from coach.situation import ReasonKind
from coach.standing.signs import read_reply

KINDS = [
    ("ごめん、介護の資格の実技試験なんだ", ReasonKind.STUDY),
    ("すみません、母の通院に付き添うので", ReasonKind.FAMILY),
    ("花粉でしぬ", ReasonKind.ILLNESS),
    ("新幹線代がきつくて", ReasonKind.MONEY),
    ("その日は店が一年で一番忙しくて", ReasonKind.WORK),
    ("片道2時間かかるから無理だ", ReasonKind.DISTANCE),
    ("友達と約束してて", ReasonKind.PRIOR_PLAN),
    ("もう食べた", ReasonKind.OTHER),
    ("水ぼうそうになった", ReasonKind.ILLNESS),
    ("うーん、お天気しだいかな", ReasonKind.NONE),
    ("紅葉かあ、まだなんとも言えへん", ReasonKind.NONE),
    ("好きな人がいるので", ReasonKind.RELATIONSHIP),
    ("しつこい。もう送ってこないで", ReasonKind.NONE),
    ("ごめん、無理", ReasonKind.NONE),
    *((f"ごめんね、{body}行けない", ReasonKind.ILLNESS) for body in (
        "今週は生理痛やばそうだから", "女の子の日だから", "つわりがひどくて", "花粉症がつらくて", "ぎっくり腰で", "口内炎ができて",
        "二日酔いで", "飲みすぎて", "持病の発作が出て", "お腹が痛くて", "下痢で", "吐き気がして", "咳が止まらなくて", "四十肩で",
        "寝違えて", "じんましんが出て", "熱中症っぽくて", "ワクチンの副反応で", "帯状疱疹で", "肉離れしちゃって", "やけどしちゃって",
        "靴擦れで", "ものもらいができて", "気圧で頭がガンガンして", "ノロにかかって", "盲腸で", "ドクターストップで",
    )),
    ("日曜は無理やけど、ごめん", ReasonKind.NONE),
    ("ごめん、お腹いっぱい", ReasonKind.OTHER),
    ("ごめん、懇親会があるから", ReasonKind.OTHER),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind"), KINDS, ids=[w for w, _ in KINDS])
def test_the_kind_of_a_reason(words: str, kind: ReasonKind) -> None:
    assert read_reply(words, refused=True).reason.kind is kind


@pytest.mark.parametrize("words", ["ごめん、用事があって", "あいにく先約がございまして", "予定あるわ"])
def test_a_plan_without_a_name_is_no_concrete_reason(words: str) -> None:
    reason = read_reply(words).reason
    assert (reason.kind, reason.formula, reason.span) == (ReasonKind.PRIOR_PLAN, True, None)
    assert wait_days(frozenset(), reason) == LONG


def test_a_plan_with_a_name_is_one() -> None:
    reason = read_reply("ごめん、その日は友達の結婚式なんだ").reason
    assert not reason.formula
    assert wait_days(frozenset(), reason) == SHORT
