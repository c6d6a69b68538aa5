"""Where the two stand today, from the story and the newest message together; the strictest of the two wins."""

from dataclasses import dataclass
from datetime import date, timedelta

from coach.lexicon import fold
from coach.planning.waiting import AT_ONCE, STILL_FRESH, WEEK, earliest, wait_days
from coach.situation import Aim, Reading, Reason, ReasonKind, SignId, Topic
from coach.standing.signs import read_reply
from coach.story.summary import Story, is_another_no
from coach.times.until import until
from guardrails.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Footing:
    """Where the two stand today, and the days that follow from it.

    ``no_on`` is the day of their last no, ``invite_on`` the first day a next invitation may be considered; ``theirs``
    says that they put it off without a date: the next move is theirs, and they have not made it. ``talked_on`` is the
    day of the last small talk since the no.
    """

    stage: Stage | None
    story: Story
    declines: int
    no_on: date | None
    wait: tuple[int, int] | None
    invite_on: date | None
    theirs: bool
    reason: Reason
    talked_on: date | None


def footing(reading: Reading, story: Story, today: date) -> Footing:
    """Where the two stand on this day."""
    fresh = _fresh_no(reading, story, today)
    declines = max(reading.declines, story.declines + fresh)
    signs, reason = _their_words(reading, story, fresh=fresh)
    stage = _stage(reading, story, declines, signs, today)
    told_on = today - timedelta(days=reading.days_since) if reading.days_since is not None else None
    if fresh and told_on is None:
        told_on = today
    no_on = max((d for d in (told_on, story.no_on) if d), default=None)
    wait = None
    if stage in (Stage.DECLINED, Stage.ALTERNATIVE, Stage.COOLDOWN, Stage.SECOND_INVITE) or (
        reading.topic is Topic.DRAFT_CHECK and stage is None and reading.incoming
    ):
        wait = wait_days(signs, reason)
        if stage is Stage.ALTERNATIVE:
            wait = AT_ONCE
    invite_on = earliest(no_on, wait, reason.until) if no_on and wait and wait != AT_ONCE else None
    moved = reading.they_wrote or (stage is Stage.SECOND_INVITE and reading.warm)
    theirs = SignId.POSTPONED in signs and not moved and stage is not Stage.ALTERNATIVE
    talked_on = _talked_on(reading, story, today)
    return Footing(stage, story, declines, no_on, wait, invite_on, theirs, reason, talked_on)


def _their_words(reading: Reading, story: Story, *, fresh: bool) -> tuple[frozenset[SignId], Reason]:
    """Signs and reason of their last no: from the message, or else from the words noted with the event.

    What they write once the no is answered (またね) says nothing about that no; before, it adds to it.
    """
    signs = frozenset(s.id for s in reading.signs)
    if fresh or not story.no_words or story.no_on is None or reading.stage is Stage.ALTERNATIVE:
        return signs, reading.reason
    noted = read_reply(story.no_words)
    end = until(fold(story.no_words).text, story.no_on)
    ends = (end.day, end.words) if end else (None, "")
    reason = Reason(noted.reason.kind, None, *ends, formula=noted.reason.formula)
    before = frozenset(s.id for s in noted.signs)
    says_why = reading.reason.kind not in (ReasonKind.NONE, ReasonKind.OTHER)
    if reading.incoming is None:
        says_more = says_why and reading.reason.until is not None and reason.until is None
        return signs | before, reading.reason if says_more else reason
    if story.replied and reading.stage is not Stage.SECOND_INVITE:
        return before, reason
    return signs | before, reading.reason if says_why else reason


def _stage(
    reading: Reading, story: Story, declines: int, signs: frozenset[SignId], today: date
) -> Stage | None:
    over = reading.stage is Stage.CLOSED or SignId.CLOSED in signs
    if over or (story.closed and not they_move(reading)):
        return Stage.CLOSED
    if reading.stage is Stage.ALTERNATIVE:
        return Stage.ALTERNATIVE
    if declines >= 2:
        return Stage.CLOSED
    answered = reading.incoming is not None or reading.they_wrote
    if story.silent and not answered and reading.stage is not Stage.DECLINED:
        return Stage.SILENCE
    if reading.stage is not None or reading.topic is not Topic.SITUATION:
        return reading.stage
    if (reading.asked_again or story.waits) and not (answered or reading.met):
        return Stage.SILENCE  # an invitation of the user's is on its way: it is the other's turn
    if story.waits and reading.met:
        return None
    if story.offered and (story.replied or reading.replied or reading.met):
        return None
    if story.offered:
        return Stage.ALTERNATIVE
    if story.declines and story.no_on is not None:
        in_time = WEEK if reading.aim is Aim.REPLY else STILL_FRESH  # who asks for it may answer late
        answered = story.replied or today > story.no_on + in_time
        return Stage.COOLDOWN if answered else Stage.DECLINED
    return None


def they_move(reading: Reading) -> bool:
    """Whether they come back of their own accord with a day or a plan: after the end the next move is theirs, and this is one."""
    offers = bool(reading.signs) or reading.offered_day is not None
    theirs = reading.incoming is not None and not reading.invited
    return reading.stage is Stage.ALTERNATIVE and theirs and offers and not reading.proposed


def _fresh_no(reading: Reading, story: Story, today: date) -> bool:
    """Whether the message tells of a no that the events do not hold yet."""
    if reading.stage is not Stage.DECLINED:
        return False
    words = reading.incoming.text if reading.incoming else ""
    on = today - timedelta(days=reading.days_since or 0)
    return is_another_no(story, words=words, on=on, invited=reading.invited)


def retold(reading: Reading, story: Story, today: date) -> bool:
    """Whether the message tells once more of the no that the story holds: then the story says what comes next."""
    return (
        reading.stage is Stage.DECLINED
        and reading.incoming is not None
        and story.no_on is not None
        and reading.declines < 2
        and not _fresh_no(reading, story, today)
    )


def _talked_on(reading: Reading, story: Story, today: date) -> date | None:
    days = []
    if story.talked_on and (story.no_on is None or story.talked_on >= story.no_on):
        days.append(story.talked_on)
    if reading.talked_days_ago is not None:
        days.append(today - timedelta(days=reading.talked_days_ago))
    return max(days, default=None)
