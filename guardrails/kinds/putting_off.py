"""Whether a sentence puts off what was refused: to when it is over, they are well, or the weather is."""

from guardrails.kinds.burdens import forms
from guardrails.kinds.predicate import Predicate

_TOGETHER = forms(
    "行く 会う 飲む 食べる 食う 遊ぶ 出掛ける 寄る 集まる 遣る 為る 登る 滑る 泳ぐ 走る 歩く 回る 見る 観る 歌う 打つ 指す 踊る 祝う 御祝い 乾杯 打ち上げ リベンジ"
)
"""What two people do together."""


def puts_off(said: Predicate) -> bool:
    """腰よくなったら湯っこ行くべ, 済みましたら一局お願いしたく存じます: what the two would do once it is over; not 治ったら話そう."""
    if not any(t.pos[5].startswith("仮定形") for t in said.words):
        return False
    asks = "願う" in said.lemmas and bool({"たい", "出来る"} & set(said.lemmas))
    lets = said.head is not None and said.head.lemma in _TOGETHER and (said.wills or _says_let_us(said))
    return asks or lets


def _says_let_us(said: Predicate) -> bool:
    return any(t.surface.rstrip("ー").startswith(("べ", "ぺ")) for t in (said.end, *said.tail[:1]))
