"""How this user writes to this person: the messages they chose to send, as samples of style for the model."""

from coach.answering.wanted import Wanted
from coach.situation import EventKind
from guardrails.check import check
from guardrails.vocabulary import Outcome

_MOST = 3
_THEIR_OWN = (EventKind.REPLIED, EventKind.SMALL_TALK, EventKind.INVITED)


def samples(wanted: Wanted) -> tuple[str, ...]:
    """The newest messages sent in this story, oldest first; none that would be NG at the stage of today.

    Models imitate what they are shown: an invitation that was right then must not stand before a small talk now.
    """
    chosen = (event.words for event in wanted.case.events if event.kind in _THEIR_OWN and event.words)
    fit = [words for words in dict.fromkeys(chosen) if _may_be_shown(words, wanted)]
    return tuple(fit[-_MOST:])


def _may_be_shown(words: str, wanted: Wanted) -> bool:
    return check(words, stage=wanted.stage, incoming=wanted.incoming).outcome is not Outcome.REJECT
