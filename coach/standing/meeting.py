"""A refusal to meet at all (お会いするのは遠慮させてください): a last word, where no day, no reason and no other way is named."""

import re

from coach.lexicon import lexicon
from coach.situation import ReasonKind
from coach.standing.own_reason import kind_of

_OTHER_WAYS = ("offer", "group", "postponed", "undecided")


def meeting_refused(words: str) -> re.Match[str] | None:
    """Where folded words say so; who is ill or away, or would rather talk, refuses a day and not the meeting."""
    return _found("closed_to_meeting", words)


def meeting_declined(words: str) -> bool:
    """Whether folded words say that to meet is hard or cannot be: a last word to whom it is the second time."""
    return _found("meeting_declined", words) is not None


def _found(name: str, words: str) -> re.Match[str] | None:
    families = lexicon("signs")
    found = families[name].find(words)
    if found is None or any(families[other].find(words) for other in _OTHER_WAYS):
        return None
    return found if kind_of(words) is ReasonKind.OTHER else None
