"""Whether a sentence of a draft leaves the two out: it tells of a thing, and neither of them nor what is between them."""

from guardrails.acts import Line
from guardrails.kinds.burdens import BETWEEN_US, BITTER, LISTENER, SPEAKER, WEIGHS, forms
from guardrails.kinds.echoes import of_theirs
from guardrails.kinds.lightness import AWAY
from guardrails.kinds.predicate import predicate
from guardrails.offers.days import Days, days_in
from guardrails.text import Text

_TODAY = frozenset({"今日", "本日", "今夜", "今晩", "祝日"})
"""Days on which a thing may be told of, or what a day may be called: 今夜は満月らしいよ, 推しの誕生日は祝日だ."""

_LIMITS = forms("だけ くらい しか 又")
"""What weighs on nobody where neither of the two is spoken of."""

_HERE = SPEAKER | forms("当方 我が家 今日 本日 今夜 今朝 さっき 近所 隣 駅前 庭")
"""Where or when the speaker tells of: their own day and surroundings."""

_HINTING = ("もん", "もんね", "もんな", "ものね", "ものです", "のに", "で", "まで")
_TELLING = frozenset({"動詞", "形容詞", "助動詞"})
_SEEN = forms("方 皆 様 さん")
"""Somebody, who may be the other."""

_ALONE = forms("一人 独り 気まずい まで")
"""How the speaker is left."""


def aside(line: Line, incoming: Text) -> bool:
    """Whether ``line`` tells of the speaker's day or of a thing of theirs, asks nothing, names no other day, and has no
    word of the two, of hurt or reproach.

    Not a good act by itself: お風呂あがりの一枚で手を打つよ is an aside, too. Only where the voice is calm may it stay.
    """
    sentence = line.sentence
    if sentence.question or line.marks & AWAY or _dated(line, incoming):
        return False
    said = predicate(sentence)
    if said is None or said.order or said.ban or said.wills or sentence.fold.endswith(_HINTING):
        return False
    theirs = of_theirs(sentence, incoming)
    if said.end.pos[0] not in _TELLING and not (theirs and "は" in said.lemmas):
        return False  # a bare noun may be a name that is called: 泥棒猫; not so 推しの配信は国民の祝日
    lemmas = {token.lemma for token in sentence.tokens}
    if not lemmas & _HERE and not theirs:
        return False  # a remark from nowhere may be a picture of the two: 料理が冷めます, 花はもう枯れました
    return not lemmas & ((WEIGHS | BETWEEN_US | LISTENER | BITTER | _SEEN | _ALONE) - _LIMITS)


def _dated(line: Line, incoming: Text) -> bool:
    named, theirs = days_in(line.sentence), days_in(incoming)
    return bool(named - theirs - Days(near=_TODAY)) or bool(named.clock - theirs.clock)
