"""What can be counted in a talk, and nothing that cannot: read marks, reactions and reasons are not in the file."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import sub
from statistics import median

from coach.situation import Register
from coach.talk_kinds import call_length
from coach.talk_messages import MessageKind, Messages
from coach.talk_parts import Talk
from coach.talk_replies import ReplyTimes, reply_times
from coach.talk_threads import Interest, Thread, interests, invitations, questions, register_of, runs

QUIET = timedelta(days=3)  # the first message after so long starts the talk again


@dataclass(frozen=True, slots=True)
class Person:
    """What one person did. ``answered`` counts questions after which the other person wrote anything at all."""

    name: str
    messages: int
    text_length: int
    replies: ReplyTimes
    restarts: int
    questions: int
    answered: int
    invitations: int
    unsent: int
    calls: int
    register: Register | None


@dataclass(frozen=True, slots=True)
class Facts:
    """The countable side of a talk; names and meanings follow the export's reference conventions.

    ``trailing_same_sender`` counts the last run with calls, ``trailing_unanswered`` without calls and only after
    the last answered call. ``quiet`` runs from the last message to the export; None where that is not known.
    """

    message_count: int
    system_count: int
    by_kind: dict[MessageKind, int]
    per_person: dict[str, int]
    first_ts: datetime
    last_ts: datetime
    first_sender: str
    last_sender: str
    trailing_same_sender: int
    trailing_unanswered: int
    quiet: timedelta | None
    longest_gap: timedelta
    active_days: int
    answered_calls: int
    people: tuple[Person, ...]
    questions: tuple[int, ...]
    invitations: tuple[Thread, ...]
    interests: tuple[Interest, ...]


def facts(talk: Talk) -> Facts:
    """Count. Raises ValueError for a talk without messages (a range that holds none)."""
    messages = talk.messages
    if not messages:
        raise ValueError("a talk without messages has no facts")
    times, senders, starts = messages.times, messages.senders, runs(messages)
    gaps = list(map(sub, times[1:], times))
    shared = _Shared(
        starts=starts,
        sent=Counter(senders),
        special=_special(messages),
        restarts=Counter(senders[i] for i, gap in enumerate(gaps, 1) if gap >= QUIET),
        asked=questions(talk),
        invited=invitations(talk),
    )
    words = len(messages) - shared.special.total()
    return Facts(
        message_count=len(messages),
        system_count=len(talk.notices),
        by_kind=({MessageKind.TEXT: words} if words else {}) | _by_kind(shared.special),
        per_person=dict(shared.sent),
        first_ts=times[0],
        last_ts=times[-1],
        first_sender=senders[0],
        last_sender=senders[-1],
        trailing_same_sender=len(messages) - starts[-1],
        trailing_unanswered=_unanswered(messages, starts[-1]),
        quiet=_quiet(talk.saved_at, times[-1]),
        longest_gap=max(gaps, default=timedelta()),
        active_days=len(set(map(datetime.date, times))),
        answered_calls=sum(
            call_length(messages.texts[i]) is not None
            for i, kind in enumerate(messages.kinds)
            if kind is MessageKind.CALL
        ),
        people=tuple(_person(talk, name, shared) for name in talk.people),
        questions=shared.asked,
        invitations=shared.invited,
        interests=interests(talk),
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """What is found once for both people."""

    starts: list[int]
    sent: Counter[str]
    special: Counter[tuple[str, MessageKind]]
    restarts: Counter[str]
    asked: tuple[int, ...]
    invited: tuple[Thread, ...]


def _special(messages: Messages) -> Counter[tuple[str, MessageKind]]:
    """How many of each kind each person sent; words, the most of them by far, are left out."""
    words = MessageKind.TEXT
    return Counter(
        (sender, kind)
        for sender, kind in zip(messages.senders, messages.kinds, strict=True)
        if kind is not words
    )


def _by_kind(special: Counter[tuple[str, MessageKind]]) -> dict[MessageKind, int]:
    sums = Counter[MessageKind]()
    for (_, kind), count in special.items():
        sums[kind] += count
    return dict(sums)


def _quiet(saved: datetime | None, last: datetime) -> timedelta | None:
    return None if saved is None or saved < last else saved - last


def _unanswered(messages: Messages, start: int) -> int:
    """Messages of the last run after its last answered call, calls not counted."""
    for i in range(len(messages) - 1, start - 1, -1):
        if messages.kinds[i] is MessageKind.CALL and call_length(messages.texts[i]) is not None:
            start = i + 1
            break
    return sum(kind is not MessageKind.CALL for kind in messages.kinds[start:])


def _person(talk: Talk, name: str, shared: _Shared) -> Person:
    times, senders, words = talk.messages.times, talk.messages.senders, MessageKind.TEXT
    delays = [times[i] - times[i - 1] for i in shared.starts[1:] if senders[i] == name]
    lengths = [
        len(text)
        for sender, kind, text in zip(senders, talk.messages.kinds, talk.messages.texts, strict=True)
        if kind is words and sender == name
    ]
    mine = [i for i in shared.asked if senders[i] == name]
    unsent = [notice.unsent_by or talk.exporter for notice in talk.notices if notice.unsent_by is not None]
    return Person(
        name=name,
        messages=shared.sent[name],
        text_length=int(median(lengths)) if lengths else 0,
        replies=reply_times(delays),
        restarts=shared.restarts[name],
        questions=len(mine),
        answered=sum(i < shared.starts[-1] for i in mine),
        invitations=sum(thread.sender == name for thread in shared.invited),
        unsent=unsent.count(name),
        calls=shared.special[name, MessageKind.CALL],
        register=register_of(talk, name),
    )
