"""Whether a sentence after a final no leaves: no more messages, an end said once, sorry for the trouble."""

from itertools import pairwise

from guardrails.kinds.burdens import GIVEN, LISTENER, forms
from guardrails.kinds.predicate import Predicate, predicate
from guardrails.text import Sentence

_REACHES = forms("連絡 送る 誘う 誘い 御誘い LINE 電話 メール 関わる 近付く 現れる 追う 追い掛ける 声 声掛け")
"""What reaches the other."""

_END = forms("仕舞い おしまい 御仕舞い 終い 終わり 最後 筆 置く 閉じる 終える 区切り 限り 打ち止め")
_NOW = forms("此れ 此処 今回")
_NOT = forms("ない 無い へん ず ぬ ん")
_SORRY = forms("詫びる 御詫び 申し訳 すむ 済む 失礼")
_TROUBLE = forms("手数 御手数 手間 御手間 負担 迷惑 面倒 心配 煩う 遅い しつこい 困る 不快 気まずい")
"""What one put the other to."""

_ASKED = forms("距離 願い 御願い 線 境界 ルール 希望 意思 意向 言葉 気持ち ちゃんと")
"""What they have set; ちゃんと守るね keeps it without saying what."""

_STAYS = forms("ずっと 何時 何時か 何時も 側 傍 隣 陰 二人 約束 会う")
_GOING_ON = ("けど", "けれど", "けれども", "が", "のに", "けん", "から", "ので")
_FAREWELL = 30  # letters: an end that is told at length is another message


def leaves(sentence: Sentence) -> bool:
    """Whether it says that nothing more will come, or is sorry for what came, and stops there.

    >>> from guardrails.text import view
    >>> [leaves(view(t).sentences[0]) for t in ("もう送らないね", "これで誘うのはおしまいにします", "次は連絡しないとは限らない")]
    [True, True, False]
    """
    said = None if sentence.question or len(sentence.fold) > _FAREWELL else predicate(sentence)
    if said is None or sentence.fold.endswith(_GOING_ON) or (LISTENER | GIVEN).intersection(said.lemmas):
        return False
    return _stops(said) or _ends(said) or _sorry(said) or _keeps_away(said)


def _stops(said: Predicate) -> bool:
    """もう送らへんな, 今後お誘いすることはありません."""
    if said.past or said.head is None or said.end.lemma not in _NOT or {"限る", "訳"} & set(said.lemmas):
        return False
    lemmas = set(said.lemmas)
    never = said.head.lemma == "有る" and "こと" in lemmas
    does_not = "声掛け" in lemmas or bool(
        {"為る", "致す"} & {said.head.lemma, *said.hung}
    )  # 連絡は今後いたしません
    return said.head.lemma in _REACHES or ((never or does_not) and bool(_REACHES & lemmas))


def _ends(said: Predicate) -> bool:
    """これでお誘いは終いにするな, ここで筆を置きます, お誘いはここまでにいたします."""
    lemmas = set(said.lemmas)
    if said.negative or said.past or not lemmas & _NOW:
        return False
    so_far = any(a.lemma == "此処" and b.lemma == "まで" for a, b in pairwise(said.words))
    return bool(lemmas & _END) or (so_far and bool(lemmas & _REACHES))


def _sorry(said: Predicate) -> bool:
    """お手数をおかけしました, 気づくのが遅くなって申し訳なかったです."""
    lemmas = set(said.lemmas)
    gave = bool({"かける", "掛ける"} & lemmas) and said.past
    return bool(lemmas & _TROUBLE) and (gave or bool(lemmas & _SORRY))


def _keeps_away(said: Predicate) -> bool:
    """距離をおくこと、ちゃんと守るね: what they asked for is heeded; not ずっと守る, which stays by them."""
    if said.head is None or said.head.lemma != "守る" or said.past or said.negative or said.order:
        return False
    return bool(_ASKED.intersection(said.lemmas)) and not _STAYS.intersection(said.lemmas)
