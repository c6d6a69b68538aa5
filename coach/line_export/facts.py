"""What can be counted in a talk, and nothing that cannot: read marks, reactions and reasons are not in the file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import sub
from statistics import median

from coach.line_export.joined import joined
from coach.line_export.kinds import call_length
from coach.line_export.messages import MessageKind, Messages
from coach.line_export.parts import Talk
from coach.line_export.replies import ReplyTimes, reply_times
from coach.line_export.threads import Interest, Thread, interests, invitations, questions, register_of, runs
from coach.situation import Register

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
    times, senders, starts, words = messages.times, messages.senders, runs(messages), joined(messages)
    gaps = list(map(sub, times[1:], times))
    asked, invited, odd = questions(words), invitations(words, starts), _odd(messages)
    sent = Counter(senders)
    people = _People(
        sent=sent,
        said=_said(messages),
        delays=_delays(messages, gaps, starts),
        restarts=Counter([senders[i] for i, gap in enumerate(gaps, 1) if gap >= QUIET]),
        asked=Counter([senders[i] for i in asked]),
        answered=Counter([senders[i] for i in asked if i < starts[-1]]),
        invited=Counter([thread.sender for thread in invited]),
        calls=Counter([senders[i] for i in odd if messages.kinds[i] is MessageKind.CALL]),
        unsent=Counter([n.unsent_by or talk.exporter for n in talk.notices if n.unsent_by is not None]),
    )
    return Facts(
        message_count=len(messages),
        system_count=len(talk.notices),
        by_kind=_by_kind(messages, odd),
        per_person=dict(sent),
        first_ts=times[0],
        last_ts=times[-1],
        first_sender=senders[0],
        last_sender=senders[-1],
        trailing_same_sender=len(messages) - starts[-1],
        trailing_unanswered=_unanswered(messages, starts[-1]),
        quiet=_quiet(talk.saved_at, times[-1]),
        longest_gap=max(gaps, default=timedelta()),
        active_days=len(set(map(datetime.date, times))),
        answered_calls=_answered_calls(messages, odd),
        people=tuple(people.person(name) for name in talk.people),
        questions=tuple(asked),
        invitations=invited,
        interests=interests(words),
    )


@dataclass(frozen=True, slots=True)
class _People:
    """What each person did, found for all of them at once; ``said`` holds their words."""

    sent: Counter[str]
    said: dict[str, list[str]]
    delays: dict[str, list[timedelta]]
    restarts: Counter[str]
    asked: Counter[str]
    answered: Counter[str]
    invited: Counter[str]
    calls: Counter[str]
    unsent: Counter[str | None]

    def person(self, name: str) -> Person:
        """Those of one of them; zeros for somebody who never wrote."""
        said = self.said.get(name, [])
        lengths = list(map(len, said))
        return Person(
            name=name,
            messages=self.sent[name],
            text_length=int(median(lengths)) if lengths else 0,
            replies=reply_times(self.delays.get(name, [])),
            restarts=self.restarts[name],
            questions=self.asked[name],
            answered=self.answered[name],
            invitations=self.invited[name],
            unsent=self.unsent[name],
            calls=self.calls[name],
            register=register_of(reversed(said)),
        )


def _said(messages: Messages) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {name: [] for name in set(messages.senders)}
    words = MessageKind.TEXT
    for sender, kind, text in zip(messages.senders, messages.kinds, messages.texts, strict=True):
        if kind is words:
            said[sender].append(text)
    return said


def _odd(messages: Messages) -> list[int]:
    """Indexes of everything but words, which are the most of it by far."""
    words = MessageKind.TEXT
    return [i for i, kind in enumerate(messages.kinds) if kind is not words]


def _delays(
    messages: Messages, gaps: Sequence[timedelta], starts: Sequence[int]
) -> dict[str, list[timedelta]]:
    """From the other's last message to the first one back, for each who wrote."""
    delays: dict[str, list[timedelta]] = {name: [] for name in set(messages.senders)}
    for i in starts[1:]:
        delays[messages.senders[i]].append(gaps[i - 1])
    return delays


def _by_kind(messages: Messages, odd: Sequence[int]) -> dict[MessageKind, int]:
    words = len(messages) - len(odd)
    counted = Counter([messages.kinds[i] for i in odd])
    return ({MessageKind.TEXT: words} if words else {}) | counted


def _answered_calls(messages: Messages, odd: Sequence[int]) -> int:
    kinds, texts, call = messages.kinds, messages.texts, MessageKind.CALL
    calls = Counter([texts[i] for i in odd if kinds[i] is call])
    return sum(count for text, count in calls.items() if call_length(text) is not None)


def _quiet(saved: datetime | None, last: datetime) -> timedelta | None:
    return None if saved is None or saved < last else saved - last


def _unanswered(messages: Messages, start: int) -> int:
    """Messages of the last run after its last answered call, calls not counted."""
    for i in range(len(messages) - 1, start - 1, -1):
        if messages.kinds[i] is MessageKind.CALL and call_length(messages.texts[i]) is not None:
            start = i + 1
            break
    return sum(kind is not MessageKind.CALL for kind in messages.kinds[start:])
