"""A request in the form of a wish (…てもらえると嬉しい), told by what is wished for."""

from guardrails.acts import Line
from guardrails.kinds.burdens import CONTACT, forms
from guardrails.kinds.predicate import predicate
from guardrails.kinds.wanting import asks_softly
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Category, Finding

_TELLING = forms(
    "教える 聞かせる 聞く 話す 伺う 知る 知らせる 御知らせ 説明 示す 挙げる 送る 出す 添える 言う 仰る"
)
_SPARING = forms("作る 取る 割く 頂く 貰う 下さる 空ける 調整")
_WHY = forms("理由 訳 事情 原因 不快 何 何処 不手際 至る 障る 点 落ち度 負担 本当")
_WHEN = forms("予定 都合 日 時期 日程 日取り 日時 空く シフト 候補 何時 頃 曜日 タイミング 目処 機会")
_EARLY = forms("早め 早い 事前 前もって 次回 次")


def soft_ask(text: Text, line: Line) -> Finding | None:
    """A finding if the sentence wishes for their reason, their free days, an earlier word or a reply."""
    said = predicate(line.sentence)
    if said is None or not asks_softly(said):
        return None
    lemmas = frozenset(said.lemmas)
    category = None
    if lemmas & (_TELLING | CONTACT):
        kinds = ((_EARLY, Category.LECTURING), (_WHY, Category.PROBING), (_WHEN, Category.REPROPOSE))
        category = next((kind for words, kind in kinds if lemmas & words), None)
    elif "時間" in lemmas and lemmas & _SPARING:
        category = Category.REPROPOSE
    if category is None and lemmas & CONTACT:
        category = Category.CHASING
    if category is None:
        return None
    return against(text, f"{category.value}.softly", line.sentence)
