"""What is done once it has ended: at most one short acceptance, and an answer where they write again."""

from datetime import date

from coach.lexicon import fold, lexicon
from coach.planning.footing import Footing
from coach.planning.gentle_end import ends_gently
from coach.planning.waiting import STILL_FRESH
from coach.planning.wording import ACCEPT, ACCEPT_SECOND
from coach.situation import Action, Aim, Reading, SignId, Writer
from coach.story.summary import Story
from guardrails.vocabulary import Stage


def ended(reading: Reading, here: Footing, today: date) -> tuple[Action, str]:
    """The action and the key of its words after the end."""
    if reading.aim is Aim.COMFORT and reading.stage is Stage.CLOSED:
        return Action.SELF_CARE, "stop_care"
    final = SignId.CLOSED in {s.id for s in reading.signs} and not reading.twice
    if (final or reading.twice) and not here.story.closed and _may_accept(reading):
        return Action.STOP_CONTACT, ACCEPT if final else ACCEPT_SECOND
    if here.story.closed and _they_write(reading):
        return Action.STOP_CONTACT, "stop_they_wrote"
    if reading.aim is Aim.REPLY and reading.incoming is None and _still_to_accept(here.story, today):
        return Action.STOP_CONTACT, ACCEPT if here.story.final else ACCEPT_SECOND
    return Action.STOP_CONTACT, "stop_second" if here.declines >= 2 and not final else "stop"


def _may_accept(reading: Reading) -> bool:
    """Whether the one short acceptance is asked for and may go out: their words are the newest and allow an answer.

    A second no is a plain one, which is answered unasked; so is an end told gently, where nothing else is wished for.
    """
    theirs = reading.incoming
    gentle = theirs is not None and reading.aim is Aim.NONE and ends_gently(theirs.text)
    second = reading.twice and reading.aim in (Aim.NONE, Aim.SEND_MORE)
    plain = (gentle or second) and not reading.proposed
    return bool(
        (reading.aim is Aim.REPLY or plain)
        and theirs
        and unanswered(reading)
        and not lexicon("signs")["no_more"].find(fold(theirs.text).text)
    )


def _they_write(reading: Reading) -> bool:
    """Whether what came after the end is a word of theirs that ends nothing anew."""
    theirs = reading.incoming is not None and reading.last_writer is Writer.THEM
    return theirs and reading.stage is not Stage.CLOSED and not reading.invited


def _still_to_accept(story: Story, today: date) -> bool:
    """Whether the end has just come, is not answered yet, and its words leave room for the one short acceptance."""
    if not story.closed or story.replied or story.ended_on is None:
        return False
    fresh = today <= story.ended_on + STILL_FRESH
    return fresh and not lexicon("signs")["no_more"].find(fold(story.last_words).text)


def unanswered(reading: Reading) -> bool:
    """Whether their words are the newest."""
    return reading.incoming is not None and reading.last_writer is Writer.THEM and not reading.replied
