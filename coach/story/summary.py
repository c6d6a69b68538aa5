"""What the noted events of a case add up to: how often they said no, since when, and whether it has ended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coach.situation import Event, EventKind

A_FEW_DAYS = timedelta(days=2)
"""What is said to have happened so long apart may be one and the same."""


_ONCE_MORE = re.compile(r"(?:今回|今度|こっち|そっち|その日|次|[土日月火水木金]曜)も(?!し|う)")
"""A no that says itself that it is not the first: 今回もごめん, 日曜もちょっと."""


@dataclass(frozen=True, slots=True)
class Story:
    """The state after the last event. Counts start again after they met or after a day they offered.

    ``final`` is a no for good; ``ended_on`` and ``last_words`` belong to the newest no of either kind. ``replied`` says that the user has answered their no or their offer, ``asked_again`` that an invitation went out after
    their last no.
    """

    invitations: int = 0
    declines: int = 0
    no_on: date | None = None
    no_words: str = ""
    replied: bool = False
    silent: bool = False
    offered: bool = False
    final: bool = False
    ended_on: date | None = None
    last_words: str = ""
    asked_again: bool = False
    asked_on: date | None = None
    talked_on: date | None = None

    @property
    def closed(self) -> bool:
        """Whether it has ended: a final no, which nothing noted later takes back, or two noes without a day of theirs."""
        return self.final or self.declines >= 2

    @property
    def waits(self) -> bool:
        """Whether another invitation went out after their no, and nothing has come since: it is their turn."""
        heard = self.talked_on is not None and self.asked_on is not None and self.talked_on > self.asked_on
        return self.asked_again and not heard

    @property
    def begun(self) -> bool:
        """Whether anything has happened."""
        return self != Story()

    @property
    def at_ease(self) -> bool:
        """Whether the two have met or talked, and no invitation, no and silence stands between them."""
        under_way = self.invitations or self.declines or self.offered or self.silent or self.final
        return self.talked_on is not None and not under_way

    @property
    def arranged(self) -> bool:
        """Whether a day of theirs was answered: nothing is asked of the user until then."""
        return self.offered and self.replied


def _step(story: Story, event: Event) -> Story:
    match event.kind:
        case EventKind.INVITED:
            again = story.declines > 0
            return replace(
                story,
                invitations=story.invitations + 1,
                offered=False,
                asked_again=again,
                asked_on=event.on,
            )
        case EventKind.DECLINED if _is_filled_in(story, event):
            return replace(story, no_words=event.words)
        case EventKind.DECLINED:
            declines = story.declines + 1
            return replace(
                story,
                declines=declines,
                invitations=max(story.invitations, declines),
                no_on=event.on,
                no_words=event.words,
                ended_on=story.ended_on if story.final else event.on,
                last_words=story.last_words if story.final else event.words,
                replied=False,
                silent=False,
                offered=False,
                asked_again=False,
            )
        case EventKind.REPLIED:
            return replace(story, replied=True)
        case EventKind.SMALL_TALK:
            return replace(story, talked_on=event.on, silent=False)
        case EventKind.SILENCE:
            return replace(story, silent=True)
        case EventKind.OFFERED:
            return replace(
                story,
                offered=True,
                replied=False,
                asked_again=False,
                declines=0,
                invitations=0,
                no_on=None,
                no_words="",
                silent=False,
            )
        case EventKind.MET:
            ended = story if story.final else Story()
            return Story(
                final=ended.final,
                ended_on=ended.ended_on,
                last_words=ended.last_words,
                talked_on=event.on,
            )
        case EventKind.CLOSED:
            if story.final:
                return story
            return replace(story, final=True, ended_on=event.on, last_words=event.words, replied=False)


def _is_filled_in(story: Story, event: Event) -> bool:
    """Whether the event only adds the words to a no of the same day that was told without them."""
    same = story.no_on == event.on and bool(event.words)
    return same and story.declines > 0 and not (story.no_words or story.asked_again)


def is_another_no(story: Story, *, words: str, on: date, invited: bool) -> bool:
    """Whether a no in these words is another than the one the story holds: it answers another invitation.

    ``invited`` says that an invitation is told of beside it. Who is asked for the very words of the no, adds what was
    said too, or shows a friendly word that came after the user's answer, tells of no second one.
    """
    if not story.declines or story.no_on is None:
        return True
    known = story.no_words
    told_again = bool(known and words) and (known in words or words in known)
    apart = on - story.no_on > A_FEW_DAYS
    if invited or story.asked_again:
        return apart or story.asked_again or (bool(known and words) and not told_again)
    if not words or told_again:
        return False
    return bool(_ONCE_MORE.search(words)) or apart


def told(events: Sequence[Event]) -> Story:
    """Fold the events, in the order of their days, into where the two stand."""
    story = Story()
    for event in sorted(events, key=lambda e: e.on):
        story = _step(story, event)
    return story
