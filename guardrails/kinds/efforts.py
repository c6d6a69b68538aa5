"""Whether a sentence speaks of an effort that each of the two makes alone, though its grammar is that of let us."""

from guardrails.kinds.burdens import SPEAKER, forms
from guardrails.kinds.predicate import Predicate

_EACH = forms("互い 御互い 各自 各々 其々 其れ其れ")
BEARING = forms(
    "踏ん張る 乗り切る 乗り越える 切り抜ける 生き延びる 生き残る 稼ぐ 暴れる 粘る 生きる 耐える 堪える 凌ぐ 頑張る 励む 避ける 回避 防ぐ 節約 養生"
)
"""What nobody can do for, or with, another: not 話す, 会う, 休む."""
EASY = forms(
    "休み休み 少しずつ ぼちぼち のんびり ゆっくり マイペース 気長 焦る 慌てる 省エネ 程々 気楽 ペース 優先 第一 無し 無理"
)
_GOES = forms("行く いく 遣る 為る 切る")
_TOGETHER = forms("家 店 駅 今夜 今晩 明日 隣 素直 正直 本音 前向き 向き合う")
"""What makes it something of the two: 家でのんびりしよう, お互い素直に生きよう."""


def each_alone(said: Predicate) -> bool:
    """焦らずいこ, お互い踏ん張ろうね, 給料日まで生き延びよう; not お互い素直になろう, ゆっくり話そう."""
    if not said.wills or said.head is None or (SPEAKER | _TOGETHER).intersection(said.lemmas):
        return False
    comes_home = said.head.lemma == "帰る" and "生きる" in said.lemmas  # 生きて帰ろ
    if said.head.lemma in BEARING or comes_home:
        return True
    return bool(_GOES & {said.head.lemma, *said.hung}) and bool((EASY | _EACH).intersection(said.lemmas))
