"""Whether a sentence has nothing in its structure that asks, fixes, wants, weighs or tells of the two."""

from guardrails.acts import Line
from guardrails.kinds.burdens import BETWEEN_US, BITTER, GIVEN, JUDGES, SPEAKING, TOWARD_ME, WEIGHS, forms
from guardrails.kinds.fixing import fixes, names_no_other_time
from guardrails.kinds.lightness import AWAY
from guardrails.kinds.predicate import Predicate, predicate
from guardrails.kinds.someday import welcomes
from guardrails.kinds.wanting import wants

_MEETING = frozenset({"meet", "invite"})
"""Marks of what an open door says, too."""

_WEIGHING = (
    BITTER
    | JUDGES
    | SPEAKING
    | WEIGHS
    | BETWEEN_US
    | TOWARD_ME
    | (GIVEN - {"下さる"})
    | forms("絶対 必ず 互い 御互い 残る")
)
_DAYS = frozenset({"day", "concrete"})

_TURNS = forms("御 有り難う 感謝 サンキュー 祈る 願う よう 応援")

_SHORTEST = 4
"""Letters of what says something."""


def plain(line: Line) -> bool:
    """Whether ``line`` may be a kind word that no act knows: no question, day, number, place to go to, wish or I."""
    sentence = line.sentence
    said = predicate(sentence)
    if said is None or sentence.question or len(sentence.fold) < _SHORTEST or wants(line) or fixes(sentence):
        return False
    if line.marks & _DAYS or any(word.pos[1] == "数詞" for word in said.words):
        return False
    if "又" in said.lemmas:
        return names_no_other_time(said) and not line.marks & (
            AWAY - _MEETING if welcomes(sentence) else AWAY
        )
    return (
        not (line.marks & AWAY or said.wills or said.order or said.ban)
        and _spoken_to(said)
        and not _WEIGHING.intersection(said.lemmas)
    )


def _spoken_to(said: Predicate) -> bool:
    """Whether it turns to somebody: ね, ご, …ように; a bare statement may be a picture of anything: 料理が冷めます.

    Orders are not for the ear: those that send off are known by their grammar (`guardrails.kinds.sending_off`).
    """
    return bool(said.tail) or not _TURNS.isdisjoint(said.lemmas)
