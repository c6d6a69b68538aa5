"""Whether a sentence wishes them well: how things may go for them, or be had by them."""

from itertools import pairwise

from guardrails.kinds.burdens import (
    BETWEEN_US,
    CONTACT,
    DEPENDS,
    GIVEN,
    HARD,
    HARSH,
    SPEAKING,
    TOWARD_ME,
    WEIGHS,
    forms,
)
from guardrails.kinds.predicate import Predicate, predicate
from guardrails.text import Sentence

_CHOICE = forms("心変わり 決断 決心 考え 好意 選ぶ 選択 チャンス 一度 猶予 時間 声 候補 席 勝手 無 又")
"""What a wish must not be about: what they may yet decide, or may yet give."""

_REQUESTED = forms(
    "検討 再考 考慮 協力 理解 配慮 対応 相談 回答 出席 来場 容赦 一考 承諾 了承 許可 同席 同行 訪問"
)
_SURE = forms("絶対 必ず 屹度")
_SUCCEEDS = forms("決まる 受かる 通る 勝つ 勝てる 治る 晴れる 映える 盛り上がる 実る 報われる")
"""What nobody is told to do: 本番のソロ、絶対決まるよ, not 絶対楽しいよ, which persuades."""

_TWO = 2


def wishes_well(sentence: Sentence) -> bool:
    """Whether ``sentence`` is a wish of how things may go for them, whatever picture it paints.

    >>> from guardrails.text import view
    >>> [wishes_well(view(t).sentences[0]) for t in ("腫れがすっと引いていきますように", "また会えますように")]
    [True, False]
    """
    if sentence.question or "ように" not in sentence.fold:
        return False
    said = predicate(sentence)
    return said is not None and _may_it(said)


def wishes(said: Predicate) -> bool:
    """Whether it says what they are wished: …ますように, 祈る, 願う, といい, よい週末を, どうぞ, きっと."""
    lemmas = said.lemmas
    if _may_it(said):
        return True
    hoped = lemmas[-2:] == ("と", "良い") or lemmas[-3:-1] == ("と", "良い")  # …といいです, …といいけど
    acts = said.head is not None and said.head.pos[0] == "動詞"
    toward = (GIVEN | TOWARD_ME | (DEPENDS if acts else frozenset())) - {"願う"}
    if (toward | (HARSH - {"ない", "無い"} if hoped else HARSH)).intersection(lemmas):
        return False
    return hoped or (
        bool({"祈る", "御祈り", "きっと"}.intersection(lemmas))
        or ("願う" in lemmas and "御" not in lemmas)
        or lemmas[-1] == "どうぞ"
        or _moderately(said)
        or (_SURE.intersection(lemmas) and said.head is not None and said.head.lemma in _SUCCEEDS)
        or _hands_over(said)
        or _please(said)
    )


def _may_it(said: Predicate) -> bool:
    """…ますように, …んように of neither of the two, nor of what is between them."""
    lemmas = said.lemmas
    if lemmas[-2:] != ("よう", "だ") or said.end.surface != "に" or not {"ます", "ず", "ない"} & said.hung:
        return False
    waits = any(a.lemma in ("が", "も") and b.lemma == "待つ" for a, b in pairwise(said.words))
    between = BETWEEN_US - {"待つ"} if waits else BETWEEN_US  # 深い眠りが待っていますように
    return not (SPEAKING | CONTACT | HARD | _CHOICE | between).intersection(lemmas)


def _please(said: Predicate) -> bool:
    """腰はどうぞほどほどに, どうか涙も我慢なさらずに: how they may be, the order left out."""
    asks = any(
        a.lemma == "どうぞ" or (a.lemma == "どう" and b.lemma == "か") for a, b in pairwise(said.words)
    )
    return asks and said.end.surface == "に" and not BETWEEN_US.intersection(said.lemmas)


def _moderately(said: Predicate) -> bool:
    """カフェインはほどほどに: how much they may, the order left out."""
    words = [t.lemma for t in said.words if t.pos[0] != "助動詞" and t.surface not in ("に", "な")]
    return words[-1:] == ["程々"] and not (BETWEEN_US | CONTACT | WEIGHS).intersection(words)


def _hands_over(said: Predicate) -> bool:
    """心地よい毎日を, 門出に青空を, not ご検討を: a thing wished for them, the verb left out."""
    if said.end.surface != "を" or said.past or len(said.words) < _TWO:
        return False
    good = bool({"良い", "素敵", "楽しい", "最高"}.intersection(said.lemmas))
    thing = said.words[-2]
    return good or (
        thing.pos[0] == "名詞"
        and not (BETWEEN_US | _CHOICE | _REQUESTED | TOWARD_ME | CONTACT).intersection(said.lemmas)
    )
