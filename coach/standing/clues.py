"""What a message tells of where the two stand: the clues it is read from, and what follows from them."""

from dataclasses import dataclass

from coach.said.exchange import Exchange
from coach.said.heard import Heard
from coach.situation import Aim, Event, Topic
from coach.standing.telling import Told
from coach.standing.years import Years
from guardrails.vocabulary import Alarm, Span, Stage


@dataclass(frozen=True, slots=True)
class Clues:
    """All that a standing is read from."""

    exchange: Exchange
    told: Told
    heard: tuple[Heard, ...]
    alarms: tuple[Alarm, ...]
    case: tuple[Event, ...]
    years: Years


@dataclass(frozen=True, slots=True)
class Standing:
    """Topic and stage, with the facts beside them (see ``situation.Reading``).

    ``plain`` says that their newest words alone tell it, as a whole: nothing is left to guess.
    """

    topic: Topic
    stage: Stage | None = None
    aim: Aim = Aim.NONE
    days_since: int | None = None
    declines: int = 0
    replied: bool = False
    unanswered: int = 0
    warm: bool = False
    they_wrote: bool = False
    talked_days_ago: int | None = None
    dependent: bool = False
    day_certain: bool = False
    accepted: bool = False
    undecided: bool = False
    twice: bool = False
    plain: bool = False
    silent: Span | None = None
    closed: Span | None = None
    offered: Span | None = None
