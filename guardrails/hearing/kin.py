"""Whether a sentence that neither a rule nor a grammar knows sounds like the good acts after a no: their kin.

A table of what thanks, acceptance, care and open doors sound like beside soft slips of the same mood (`evals/hunch_texts`,
``act``). It only ever speaks for a sentence whose structure is harmless (`guardrails.kinds.plain`), beside an act that is
known, where the voice finds nothing in the whole draft.
"""

from guardrails.hearing.hunch import Sound, hearing
from guardrails.hearing.weights import table

_TABLE = "act"


def sounds_kind(sentence: str) -> bool:
    """Whether hardly any soft slip sounds so.

    >>> [sounds_kind(text) for text in ("お茶、熱いうちに召し上がってくださいね", "月末あたり、ふらっとお茶でも")]
    [True, False]

    Raises:
        ValueError: the table is damaged. The caller fails closed.
    """
    return hearing(sentence, table(_TABLE))[_TABLE] is Sound.CLEAR
