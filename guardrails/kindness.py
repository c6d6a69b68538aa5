"""Whether a sentence is said for the other's sake by its grammar alone: it sends off, wishes, or shares."""

from guardrails.burdens import BETWEEN_US, CONTACT, DEPENDS, GIVEN, HARSH, SPEAKING, TOWARD_ME, WEIGHS, forms
from guardrails.predicate import Predicate, predicate
from guardrails.text import Sentence

_NOT_TO = forms("ない 無い ず ぬ せる させる")
_THEIRS = frozenset(("来る", "上げる"))
_SHARING = frozenset(("ね", "な"))


def kind(sentence: Sentence) -> bool:
    """Whether ``sentence`` asks nothing for the speaker and sends off, wishes, is sure of a good end or shares.

    >>> from guardrails.text import view
    >>> [kind(view(t).sentences[0]) for t in ("合宿で思いきり叫んできて!", "会場まで迎えに来てね")]
    [True, False]
    """
    said = None if sentence.question else predicate(sentence)
    if said is None:
        return False
    if _sends_off(said):
        return True
    return not SPEAKING.intersection(said.lemmas) and (_wishes(said) or _shares(said))


def _sends_off(said: Predicate) -> bool:
    """An order or a ban of something they do for themselves: 稼いでこい, 叫んできて, 寝るんだぞ, 風邪ひくなよ."""
    lemmas, self = set(said.lemmas), "自分" in said.lemmas
    if not (said.order or said.ban) or said.head is None or lemmas & (SPEAKING - {"自分"}):
        return False
    if (GIVEN & said.hung) - {"下さる"} or CONTACT & lemmas or (self and TOWARD_ME & lemmas):
        return False
    away = bool(_THEIRS & said.hung)  # とってこい, 見てあげて: it is done elsewhere, for another
    if not (said.ban or away) and _NOT_TO.intersection(said.lemmas[-3:]):
        return False
    if said.head.lemma in GIVEN:
        return False
    if said.head.pos[0] != "動詞" and said.head.pos[2] != "サ変可能":
        return not lemmas & (TOWARD_ME | DEPENDS | BETWEEN_US)
    if said.head.lemma in DEPENDS:
        return (away or self or said.ban or said.end.lemma == "ながら") and not lemmas & BETWEEN_US - {
            "忘れる"
        }
    return said.head.lemma not in TOWARD_ME


def _wishes(said: Predicate) -> bool:
    """祈る, 願う, といい, よい週末を, どうぞ, きっと: what they are wished."""
    lemmas = said.lemmas
    hoped = lemmas[-2:] == ["と", "良い"] or lemmas[-3:] == ["と", "良い", "けれど"]
    if (GIVEN | TOWARD_ME | DEPENDS | (HARSH - {"ない", "無い"} if hoped else HARSH)).intersection(lemmas):
        return False
    return hoped or (
        bool({"祈る", "御祈り", "きっと"}.intersection(lemmas))
        or ("願う" in lemmas and "御" not in lemmas)
        or lemmas[-1] == "どうぞ"
        or (said.end.surface == "を" and bool({"良い", "素敵", "楽しい", "最高"}.intersection(lemmas)))
    )


def _shares(said: Predicate) -> bool:
    """A state of things now and ね, よな or もんね: 大仕事だね, それは外せませんよね."""
    if not said.tail or said.tail[-1].lemma not in _SHARING or "か" in (t.lemma for t in said.tail):
        return False
    if (HARSH | GIVEN | WEIGHS).intersection(said.lemmas) or any(
        t.pos[4] == "助動詞-タ" for t in said.words[-3:]
    ):
        return False
    state = list(said.words)
    while state and (state[-1].pos[0] == "助動詞" or state[-1].lemma == "もの"):
        state.pop()
    if not state:
        return False
    if state[-1].pos[0] in ("形状詞", "名詞", "接尾辞"):
        return len(state) < len(said.words)
    return state[-1].pos[0] == "形容詞" or (state[-1].pos[0] == "動詞" and len(said.tail) > 1)
