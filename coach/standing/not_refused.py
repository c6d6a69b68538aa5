"""Where the two stand when the newest words of theirs refuse nothing: a yes, a word for being late, a kind close."""

from dataclasses import replace

from coach.said.exchange import Voice
from coach.said.whole_answer import Whole
from coach.situation import Aim, EventKind, Topic
from coach.standing.clues import Clues, Standing
from guardrails.vocabulary import Stage

_LONGS = ("waiting", "longing", "off_topic")
"""What is told beside a kind close that it does not answer."""


def not_refused(base: Standing, clues: Clues, *, refused: bool) -> Standing | None:
    """Where it leaves the two; None where their newest words are read piece by piece, or silence came after them.

    A yes inside a story is a day to be arranged, whatever was refused before it. A word for being late or a kind close
    leaves the ``refused`` as it is.
    """
    newest = clues.heard[-1] if clues.heard else None
    if newest is None or newest.reply.whole is None or _silent_after(clues, newest.span.end):
        return None
    if newest.reply.agrees:
        if clues.case or newest.reply.offered or newest.reply.signs:
            return replace(base, stage=Stage.ALTERNATIVE, accepted=True, plain=True)
        return replace(base, topic=Topic.OTHER, aim=Aim.REPLY, accepted=True, plain=True)
    late = newest.reply.whole is Whole.LATE
    if refused or (clues.told.has(*_LONGS) and not late):
        return None
    if any(event.kind is EventKind.DECLINED for event in clues.case):
        return replace(base, they_wrote=late, plain=True)
    return replace(base, topic=Topic.OTHER, aim=Aim.REPLY, they_wrote=True, accepted=False, plain=True)


def _silent_after(clues: Clues, end: int) -> bool:
    """Whether silence is told of behind the words, or a message of the user's stands there."""
    told = clues.told
    if any(told.folded.at[start] >= end for start, _ in told.places("silent")):
        return True
    return any(s.voice is Voice.USER and s.span.start >= end for s in clues.exchange.said)
