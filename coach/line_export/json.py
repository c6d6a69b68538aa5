"""A talk and its facts as plain data, for `yohaku talk --json`."""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from coach.line_export.facts import Facts, Person
from coach.line_export.parts import Refusal, Talk
from coach.line_export.threads import Thread


def as_record(talk: Talk, facts: Facts, *, messages: bool) -> dict[str, Any]:
    """Everything JSON can hold; durations in minutes, times as local ISO without a zone."""
    record: dict[str, Any] = {
        "participants": list(talk.participants),
        "participants_incl_header": list(talk.people),
        "header_name": talk.header_name,
        "exporter": talk.exporter,
        "message_count": facts.message_count,
        "system_count": facts.system_count,
        "by_kind": {kind.value: count for kind, count in facts.by_kind.items()},
        "per_person": facts.per_person,
        "first_ts": facts.first_ts.isoformat(),
        "last_ts": facts.last_ts.isoformat(),
        "first_sender": facts.first_sender,
        "last_sender": facts.last_sender,
        "trailing_same_sender": facts.trailing_same_sender,
        "trailing_unanswered": facts.trailing_unanswered,
        "chat_type": "1:1",
        "saved_at": talk.saved_at.isoformat() if talk.saved_at else None,
        "encoding": talk.encoding,
        "warnings": [
            {"class": c.caution.value, "message": c.sentence, "count": c.count, "lines": list(c.lines)}
            for c in talk.cautions
        ],
        "quiet_minutes": _minutes(facts.quiet),
        "longest_gap_minutes": _minutes(facts.longest_gap),
        "active_days": facts.active_days,
        "answered_calls": facts.answered_calls,
        "people": [_person(person) for person in facts.people],
        "invitations": [_thread(talk, thread) for thread in facts.invitations],
        "interests": [
            {"words": i.words, "sender": i.sender, "index": i.index, "mentions": i.mentions}
            for i in facts.interests
        ],
    }
    if messages:
        record["messages"] = list(message_records(talk))
    return record


def message_records(talk: Talk) -> Iterator[dict[str, Any]]:
    """The messages, one record each."""
    for i, m in enumerate(talk.messages):
        yield {"index": i, "ts": m.ts.isoformat(), "sender": m.sender, "kind": m.kind.value, "text": m.text}


def json_lines(talk: Talk, facts: Facts, *, messages: bool) -> Iterator[str]:
    """The record as JSON in lines, each invitation and each message one: there may be hundreds of thousands."""
    record = as_record(talk, facts, messages=False)
    invitations = record.pop("invitations")
    yield json.dumps(record, ensure_ascii=False, indent=2).removesuffix("\n}") + ","
    yield from _listed("invitations", invitations, more=messages)
    if messages:
        yield from _listed("messages", message_records(talk), more=False)
    yield "}"


def _listed(name: str, records: Iterable[dict[str, Any]], *, more: bool) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lines = (f"    {encode(record)}" for record in records)
    yield f'  "{name}": ['
    before = next(lines, None)
    for line in lines:
        yield f"{before},"
        before = line
    if before is not None:
        yield before
    yield "  ]," if more else "  ]"


def error_record(refusal: Refusal) -> dict[str, Any]:
    """What the command prints when a file is refused."""
    return {"error": {"class": refusal.refusal.value, "message": refusal.sentence}}


def _minutes(duration: timedelta | None) -> int | None:
    return None if duration is None else int(duration.total_seconds() // 60)


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "messages": person.messages,
        "text_length_median": person.text_length,
        "replies": person.replies.count,
        "reply_minutes_median": _minutes(person.replies.median),
        "reply_minutes_older": _minutes(person.replies.older),
        "reply_minutes_newer": _minutes(person.replies.newer),
        "reply_trend": person.replies.trend.value,
        "restarts": person.restarts,
        "questions": person.questions,
        "questions_answered": person.answered,
        "invitations": person.invitations,
        "unsent": person.unsent,
        "calls": person.calls,
        "register": person.register.value if person.register else None,
    }


def _thread(talk: Talk, thread: Thread) -> dict[str, Any]:
    return {
        "index": thread.place,
        "sender": thread.sender,
        "text": talk.messages.texts[thread.place],
        "answers": list(thread.answers),
    }
