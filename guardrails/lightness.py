"""Whether a sentence after a no leaves the other as free as before, though no act knows it: told by its grammar."""

from itertools import pairwise

from guardrails.acts import Line
from guardrails.burdens import BETWEEN_US, BITTER, GIVEN, LISTENER, SPEAKER, WEIGHS, forms
from guardrails.days import days_in
from guardrails.doings import CHARM, MOVED, of_ones_own
from guardrails.pictures import GLAD, ends_well, pictured
from guardrails.predicate import Predicate, predicate
from guardrails.text import Text

_AWAY = frozenset(
    {"free", "arranges", "instead", "meet", "past", "invite", "would_you", "summons", "trail", "you"}
)
"""Marks of a sentence that goes on about a day, a meeting, the no, or asks."""
_EXCLAIMING = forms("笑 草 わら")
_SULKY = forms("ふーん ふん へえ 溜息 ちぇっ ちぇ えー はあ けっ ちっ")
_CLOSING = forms("から ので です")
_AFTER = forms("て で")
_ANSWER = forms("返事 御返事 言葉 御言葉 人柄 文面 遣り取り 知らせ 御知らせ")
_WARM = forms(
    "真っ直ぐ 丁寧 誠実 誠実さ 温かい 温かさ 暖かい 暖かさ あたたかさ 優しい やさしい 優しさ 気遣い 心遣い 礼儀 律儀 温もり 頭"
)
_TAKEN_IN = forms("感じる 染みる 沁みる 届く 伝わる 滲む 入る 下がる 温まる 和む 受け止める")
_LEFT_BE = forms("聞く 尋ねる 触れる 訊く")
_LEAVING = forms("とく おく 置く")
_FEW = 4
"""Words of praise in a word."""
_LONG = 45
"""Letters of a sentence that says more than it takes to be light."""


def light(line: Line, incoming: Text) -> bool:
    """Whether the sentence of ``line``, an answer to a no, asks nothing and tells nothing of what is between the two.

    It takes up a thing of theirs, lifts a duty, heeds what they said, goes on with the speaker's own day, or only
    exclaims.
    """
    sentence = line.sentence
    said = None if sentence.question or len(sentence.fold) > _LONG else predicate(sentence)
    if said is None:
        return not sentence.question and _exclaims(line)
    lemmas = set(said.lemmas)
    if _exclaims(line) or (_lifts(said) and not line.marks & {"day", "concrete", "invite"}):
        return True
    if _receives(said) or _spares(said):
        return not line.marks & (_AWAY | {"day", "concrete"})
    if ends_well(said):
        return not line.marks & (_AWAY | {"day", "concrete"})
    weight = lemmas & (WEIGHS | BETWEEN_US | LISTENER | GIVEN | BITTER) - _lightened(said)
    if line.marks & _AWAY or weight or _conditional(said) or _dated(line, incoming):
        return False
    return pictured(said, incoming) or of_ones_own(said) or _praises(said)


def _dated(line: Line, incoming: Text) -> bool:
    """Whether it names a day or an hour that is not theirs."""
    if not line.marks & {"day", "concrete"}:
        return False
    named, theirs = days_in(line.sentence), days_in(incoming)
    return bool(named - theirs) or bool(named.clock - theirs.clock) or "いつ" in line.sentence.fold


def _exclaims(line: Line) -> bool:
    """おっ、あらら、笑: no word that says anything."""
    words = [t for t in line.sentence.tokens if t.pos[0] not in ("補助記号", "空白", "記号")]
    return all(
        (t.pos[0] in ("感動詞", "助詞") or t.lemma in _EXCLAIMING) and t.lemma not in _SULKY for t in words
    )


def _conditional(said: Predicate) -> bool:
    """…なら, …たら, …ば: it depends on something."""
    return any(t.pos[5].startswith("仮定形") for t in said.words)


def _lightened(said: Predicate) -> frozenset[str]:
    """What weighs nothing here: より of 何より, だけ of 想像するだけで, みんな of みんな喜ぶでしょう, しか of 尊敬しかない, 送る
    of 拍手を送っとく.
    """
    lemmas = set(said.lemmas)
    light: set[str] = set()
    if any(a.lemma == "何" and b.lemma == "より" for a, b in pairwise(said.words)):
        light.add("より")
    if "想像" in lemmas:
        light.add("だけ")
    if lemmas & CHARM:
        light |= {"送る", "だけ"}
    if lemmas & GLAD:
        light.add("皆")
    if lemmas & MOVED:
        light |= {"しか", "無い"}
    return frozenset(light)


def _lifts(said: Predicate) -> bool:
    """No need to, free to: 返事しなくていいよ, 泣いていいよ, 遅いなんて思いませんでした."""
    lemmas = said.lemmas
    while lemmas[-1:] and lemmas[-1] in _CLOSING:
        lemmas = lemmas[:-1]
    tail = lemmas[-4:]
    free = tail[-1:] == ["良い"] or bool({"大丈夫", "平気", "結構", "十分"} & set(tail[-2:]))
    if free and _AFTER & set(tail) and {"ない", "ず", "無い"} & set(tail):
        return not SPEAKER & set(lemmas)
    blames = {"なんて", "とか", "とは"} & set(lemmas)
    return bool(blames) and said.negative and said.head is not None and said.head.lemma == "思う"


def _receives(said: Predicate) -> bool:
    """まっすぐなお返事で、すっと胸に入ってきました: how their answer was, in a good word."""
    lemmas = set(said.lemmas)
    if said.head is None or said.negative or said.order or not lemmas & _ANSWER or not lemmas & _WARM:
        return False
    weighs = (WEIGHS | BETWEEN_US | BITTER | LISTENER | SPEAKER) - _ANSWER
    return said.head.lemma in _TAKEN_IN and not lemmas & weighs


def _spares(said: Predicate) -> bool:
    """ネタバレになるので聞かずにおきますね: what the speaker leaves be."""
    left = any(
        a.lemma in _LEFT_BE and b.lemma in ("ず", "ない") and _LEAVING.intersection(said.lemmas[-3:])
        for a, b in pairwise(said.words)
    )
    return left and not (WEIGHS | BITTER | LISTENER | GIVEN).intersection(said.lemmas)


def _praises(said: Predicate) -> bool:
    """意志が強い!, 正しい判断!, 安全運転で!: how they are, or how it may go, in a word."""
    if said.head is None or said.past or said.negative or SPEAKER.intersection(said.lemmas):
        return False
    if len(said.words) > _FEW or said.end.lemma == "良い":
        return False
    if said.end.surface == "で" and len(said.words) > 1:
        return said.words[-2].pos[2] == "サ変可能"
    said_of = said.words[-2] if said.end.pos[0] == "名詞" and len(said.words) > 1 else said.end
    return said_of.pos[0] in ("形容詞", "形状詞")
