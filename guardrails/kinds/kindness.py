"""Whether a sentence is said for the other's sake by its grammar alone: it sends off, wishes, or shares."""

from itertools import pairwise

from guardrails.kinds.burdens import BETWEEN_US, GIVEN, HARSH, SPEAKING, WEIGHS, forms
from guardrails.kinds.predicate import Predicate, predicate
from guardrails.kinds.sending_off import reminds, sends_off
from guardrails.kinds.wishing import wishes
from guardrails.text import Sentence

_SHARING = frozenset(("ね", "な"))
_ENDLESS = forms("離す 離せる 見付かる 休む 外す 動かす 譲る 進む 終わる 減る 追い付く 片付く 治る")
"""What a duty does not let one do, or what does not come to an end: 目が離せませんよね."""

_COMPARES = forms("方 位 くらい 皆 大人 誰か")
"""What weighs only where it is said of the two: 親のほうが緊張しますよね."""


def kind(sentence: Sentence) -> bool:
    """Whether ``sentence`` asks nothing for the speaker and sends off, wishes, is sure of a good end or shares.

    >>> from guardrails.text import view
    >>> [kind(view(t).sentences[0]) for t in ("合宿で思いきり叫んできて!", "会場まで迎えに来てね")]
    [True, False]
    """
    said = None if sentence.question else predicate(sentence)
    if said is None:
        return False
    if sends_off(said) or reminds(said):
        return True
    return not SPEAKING.intersection(said.lemmas) and (wishes(said) or _shares(said))


def _shares(said: Predicate) -> bool:
    """A state of things now and ね, よな or もんね: 大仕事だね, それは外せませんよね."""
    if not said.tail or said.tail[-1].lemma not in _SHARING or "か" in (t.lemma for t in said.tail):
        return False
    lemmas = set(said.lemmas)
    weighs = WEIGHS - _COMPARES if not BETWEEN_US & lemmas else WEIGHS
    if (
        said.negative
        and said.head is not None
        and said.head.lemma in _ENDLESS
        and not (BETWEEN_US | {"付き合い"}) & lemmas
    ):
        really = ("本当", "に") in pairwise(said.lemmas)
        lemmas -= {"ない", "無い", "本当"} if really else {"ない", "無い"}
    if (HARSH | GIVEN | weighs) & lemmas or any(t.pos[4] == "助動詞-タ" for t in said.words[-3:]):
        return False
    state = list(said.words)
    while state and (state[-1].pos[0] == "助動詞" or state[-1].lemma == "もの"):
        state.pop()
    if not state:
        return False
    if state[-1].lemma == "程々":
        return False  # how much of what, says ``wishes``
    if state[-1].pos[0] in ("形状詞", "名詞", "接尾辞"):
        return len(state) < len(said.words)
    return state[-1].pos[0] == "形容詞" or (state[-1].pos[0] == "動詞" and len(said.tail) > 1)
