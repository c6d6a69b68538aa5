"""The sentences in which the coach speaks against what they name: a way not to go, a claim that nothing bears out."""

from functools import lru_cache

from guardrails.rulebook.patterns import Pattern
from guardrails.rules import RULES_DIR, load_lexicon
from guardrails.text import Sentence, Text

_LEXICON = RULES_DIR / "advice" / "lexicon.yaml"


def turned(text: Text) -> frozenset[int]:
    """Which sentences advise against what they name; a list that the next one rejects (そういう作戦は) is one, too.

    What is given as a reason (彼は冷めているので、追うのはやめましょう) is said all the same: that sentence is none.

    >>> from guardrails.text import view
    >>> sorted(turned(view("本音を探るのは、やめておいたほうが安心です。お茶をどうぞ。")))
    [0]
    """
    found: set[int] = set()
    for at, sentence in enumerate(text.sentences):

        def says(slot: str, said: Sentence = sentence) -> bool:
            return _slot(slot).search_line(said.fold, said.reading)

        if says("{UNPROVEN}"):
            found.add(at)
        elif says("{AGAINST}") and not says("{REASONED}"):
            found.update((at - 1, at) if at and says("{POINTS_BACK}") else (at,))
    return frozenset(found)


def explained(text: Text) -> frozenset[int]:
    """Which sentences only say why, right after one that advises against: they tell nobody to do what they name.

    >>> from guardrails.text import view
    >>> sorted(explained(view("投稿するのは待ってください。友だちの目にも入ります。")))
    [1]
    """
    after = (at + 1 for at in turned(text) if at + 1 < len(text.sentences))
    said = {at: text.sentences[at] for at in after}
    return frozenset(
        at for at, one in said.items() if not _slot("{SAY_SO}").search_line(one.fold, one.reading)
    )


@lru_cache(maxsize=8)
def _slot(source: str) -> Pattern:
    return Pattern.of([source], load_lexicon(_LEXICON))
