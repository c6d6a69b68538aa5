"""How the words around a quoted message sound: as if they handed it on, or as if they only spoke of it."""

import re

from guardrails.advising.quotes import STAND_IN
from guardrails.hearing.hunch import Sound, sounds
from guardrails.hearing.weights import scores, table
from guardrails.hearing.wording import strung
from guardrails.text import view

TABLE = "quotes"
_SAID = re.compile(r"\w")
_LATER, _BEFORE = 60, 40
"""Letters that are listened to of what comes after the sentence, and of what came before it."""

_OTHER = "○"
"""Stands for another message, which is no word of the coach's."""


def sound(said_before: str, lead: str, rest: str) -> Sound:
    """Whether a message sounds handed on (``CLEAR``), only spoken of (``CALM``), or neither; behind a bare label, neither.

    ``said_before`` is what was said since the message before it, ``lead`` its sentence up to it, ``rest`` all from its
    stand-in on, as ``quoting.parted`` cuts them.
    """
    if not _SAID.search(rest, 1):
        return Sound.FAINT
    known = table(TABLE)
    return sounds(scores(around(said_before, lead, rest), known), known)["handed"]


def around(said_before: str, lead: str, rest: str) -> list[str]:
    """What is listened to, each once: the words of each side of the message, and of all that follows it, and how they are
    strung.
    """
    own, _, later = rest[1:].replace(STAND_IN, _OTHER).partition("。")
    later = later[:_LATER]
    sides = {
        "own": own,
        "later": later,
        "lead": lead,
        "before": said_before[-_BEFORE:],
        "rest": f"{own}。{later}",
    }
    heard = (f"{side} {name}" for side, words in sides.items() for name in strung(view(words)))
    return list(dict.fromkeys(heard))
