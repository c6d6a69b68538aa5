"""Whether a message is nothing but words of theirs, pasted without a mark or a telling: 「ごめん、今日は仕事で行けない」."""

from coach.lexicon import fold, lexicon

LONGEST = 80
"""Letters of what may be one reply of theirs."""


def bare(message: str) -> bool:
    """Whether it reads like an answer to an invitation and tells nothing about it.

    An apology needs a refusal beside it, a refusal an apology: 仕事に行けない is a worry of the user's own.
    """
    if len(message) > LONGEST:
        return False
    words, signs = fold(message).text, lexicon("signs")
    if any(family.find(words) for family in lexicon("telling").values()):
        return False
    no = signs["refusal"].find(words) and signs["apology"].find(words)
    return bool(no or signs["postponed"].find(words) or signs["offer"].find(words))
