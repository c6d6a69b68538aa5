"""Whether a sentence has nothing in its structure that asks, fixes, wants, weighs or tells of the speaker."""

from guardrails.acts import Line
from guardrails.kinds.burdens import BITTER, JUDGES, SPEAKING
from guardrails.kinds.lightness import AWAY
from guardrails.kinds.predicate import predicate
from guardrails.kinds.someday import fixes, welcomes
from guardrails.kinds.wanting import wants

_MEETING = frozenset({"meet", "invite"})
"""Marks of what an open door says, too."""

_WEIGHING = BITTER | JUDGES | SPEAKING

_SHORTEST = 4
"""Letters of what says something."""


def plain(line: Line) -> bool:
    """Whether ``line`` may be a kind word that no act knows: no question, day, number, place to go to, wish or I."""
    sentence = line.sentence
    said = predicate(sentence)
    if said is None or sentence.question or len(sentence.fold) < _SHORTEST or wants(line) or fixes(sentence):
        return False
    if line.marks & (AWAY - _MEETING if welcomes(sentence) else AWAY) or _WEIGHING.intersection(said.lemmas):
        return False
    return not any(word.pos[1] == "数詞" for word in said.words)
