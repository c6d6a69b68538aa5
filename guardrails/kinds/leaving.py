"""Whether a sentence after a final no leaves: no more messages, an end said once, sorry for the trouble."""

from guardrails.kinds.burdens import GIVEN, LISTENER, forms
from guardrails.kinds.predicate import Predicate, predicate
from guardrails.text import Sentence

_REACHES = forms("連絡 送る 誘う 誘い 御誘い LINE 電話 メール 関わる 近付く 現れる")
"""What reaches the other."""

_END = forms("仕舞い おしまい 御仕舞い 終い 終わり 最後 筆 置く 閉じる 終える")
_NOW = forms("此れ 此処 今回")
_NOT = forms("ない へん ず ぬ ん")
_SORRY = forms("詫びる 御詫び 申し訳 すむ 済む 失礼")
_TROUBLE = forms("手数 御手数 迷惑 面倒 心配 煩う 遅い")
"""What one put the other to."""

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
    return _stops(said) or _ends(said) or _sorry(said)


def _stops(said: Predicate) -> bool:
    """もう送らへんな, 今後お誘いすることはありません."""
    if said.past or said.head is None or said.end.lemma not in _NOT or {"限る", "訳"} & set(said.lemmas):
        return False
    never = said.head.lemma == "有る" and "こと" in said.lemmas
    return said.head.lemma in _REACHES or (never and bool(_REACHES.intersection(said.lemmas)))


def _ends(said: Predicate) -> bool:
    """これでお誘いは終いにするな, ここで筆を置きます."""
    lemmas = set(said.lemmas)
    return not said.negative and not said.past and bool(lemmas & _NOW) and bool(lemmas & _END)


def _sorry(said: Predicate) -> bool:
    """お手数をおかけしました, 気づくのが遅くなって申し訳なかったです."""
    lemmas = set(said.lemmas)
    gave = bool({"かける", "掛ける"} & lemmas) and said.past
    return bool(lemmas & _TROUBLE) and (gave or bool(lemmas & _SORRY))
