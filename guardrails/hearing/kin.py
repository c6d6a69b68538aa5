"""Whether a sentence that neither a rule nor a grammar knows sounds like the good acts after a no: their kin.

A table of what thanks, acceptance, care and open doors sound like beside soft slips of the same mood (`evals/hunch_texts`,
``act``). It only ever speaks for a sentence whose structure is harmless (`guardrails.kinds.plain`), beside an act that is
known, where the voice finds nothing in the whole draft.
"""

from guardrails.hearing.hunch import Sound, hearing
from guardrails.hearing.weights import table

_ACT, _DOOR = "act", "door"
_AGAIN = "また"


def sounds_kind(sentence: str) -> bool:
    """Whether hardly any soft slip sounds so; a sentence of another time is heard beside invitations in the same words.

    >>> [sounds_kind(text) for text in ("お茶、熱いうちに召し上がってくださいね", "月末あたり、ふらっとお茶でも")]
    [True, False]

    Raises:
        ValueError: the table is damaged. The caller fails closed.
    """
    name = _DOOR if _AGAIN in sentence else _ACT
    return hearing(sentence, table(name))[name] is Sound.CLEAR
