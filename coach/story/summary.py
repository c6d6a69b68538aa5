"""What the noted events of a case add up to: how often they said no, since when, and whether it has ended."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coach.situation import Event, EventKind


@dataclass(frozen=True, slots=True)
class Story:
    """The state after the last event. Counts start again after they met or after a day they offered."""

    invitations: int = 0
    declines: int = 0
    no_on: date | None = None
    no_words: str = ""
    replied: bool = False
    silent: bool = False
    offered: bool = False
    closed: bool = False
    talked_on: date | None = None


def _step(story: Story, event: Event) -> Story:
    match event.kind:
        case EventKind.INVITED:
            return replace(story, invitations=story.invitations + 1, offered=False)
        case EventKind.DECLINED:
            declines = story.declines + 1
            return replace(
                story,
                declines=declines,
                invitations=max(story.invitations, declines),
                no_on=event.on,
                no_words=event.words,
                replied=False,
                silent=False,
                offered=False,
                closed=story.closed or declines >= 2,
            )
        case EventKind.REPLIED:
            return replace(story, replied=True)
        case EventKind.SMALL_TALK:
            return replace(story, talked_on=event.on, silent=False)
        case EventKind.SILENCE:
            return replace(story, silent=True)
        case EventKind.OFFERED:
            return replace(story, offered=True, declines=0, invitations=0, silent=False)
        case EventKind.MET:
            return Story(closed=story.closed, talked_on=event.on)
        case EventKind.CLOSED:
            return replace(story, closed=True)


def told(events: Sequence[Event]) -> Story:
    """Fold the events, in the order of their days, into where the two stand."""
    story = Story()
    for event in sorted(events, key=lambda e: e.on):
        story = _step(story, event)
    return story
