"""Where the user leans when a no hurts: against the other, or towards pressing. Read so that it is answered kindly."""

from coach.drafting.phrases import phrases
from coach.lexicon import fold, lexicon
from coach.said.exchange import parse


def kind_word(message: str) -> str:
    """The one sentence that says kindly what speaks against it; "" where the user leans nowhere.

    >>> kind_word("誘ったら『ごめん、仕事で』と返ってきました")
    ''
    """
    told = fold(parse(message).telling).text
    lean = next((name for name, family in lexicon("leanings").items() if family.find(told)), None)
    return phrases().kindly[lean] if lean else ""
