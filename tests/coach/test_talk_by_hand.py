"""A talk of 151 messages written by hand, and what a person who reads it would say of it."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from coach.line_export.facts import Person, facts
from coach.line_export.messages import MessageKind
from coach.line_export.recent import recent
from coach.line_export.replies import Trend
from coach.policy import plan
from coach.reading import read
from coach.situation import Action, Register
from coach.talk import read_talk
from guardrails.vocabulary import Stage

TALK = read_talk((Path(__file__).parent / "data" / "talks" / "spring.txt").read_bytes())
FACTS = facts(TALK)
ME, THEM = (next(person for person in FACTS.people if person.name == name) for name in ("智樹", "あかり"))


def test_it_is_read_without_a_doubt() -> None:
    assert (TALK.exporter, TALK.other, TALK.cautions) == ("智樹", "あかり", ())
    assert (FACTS.message_count, FACTS.system_count) == (151, 2)
    assert FACTS.per_person == {"智樹": 80, "あかり": 71}
    assert FACTS.by_kind == {
        MessageKind.TEXT: 140,
        MessageKind.PHOTO: 5,
        MessageKind.STICKER: 4,
        MessageKind.CALL: 2,
    }
    assert (FACTS.first_ts, FACTS.last_ts) == (datetime(2025, 3, 2, 10, 2), datetime(2025, 7, 6, 20, 30))


def test_its_end_is_three_of_mine_and_two_count_as_unanswered() -> None:
    assert (FACTS.first_sender, FACTS.last_sender) == ("智樹", "智樹")
    assert (FACTS.trailing_same_sender, FACTS.trailing_unanswered) == (3, 2)
    assert FACTS.quiet == timedelta(hours=35)


def test_its_pauses() -> None:
    assert (FACTS.longest_gap, FACTS.active_days) == (timedelta(days=10, hours=1), 29)
    assert (ME.restarts, THEM.restarts) == (12, 5)


@pytest.mark.parametrize(
    ("person", "minutes", "trend"),
    [(ME, (2, 2, 4), Trend.STEADY), (THEM, (30, 7, 125), Trend.SLOWER)],
    ids=["mine", "theirs"],
)
def test_its_replies(person: Person, minutes: tuple[int, int, int], trend: Trend) -> None:
    found = person.replies
    assert (found.median, found.older, found.newer) == tuple(timedelta(minutes=m) for m in minutes)
    assert (found.count, found.trend) == (61, trend)


def test_its_questions_and_what_was_taken_back() -> None:
    assert (ME.questions, ME.answered, THEM.questions, THEM.answered) == (16, 15, 2, 2)
    assert (ME.unsent, THEM.unsent, ME.calls, FACTS.answered_calls) == (1, 1, 2, 1)


def test_its_invitations_and_what_came_back() -> None:
    told = [
        (thread.sender, TALK.messages[thread.place].text, [TALK.messages[i].text for i in thread.answers])
        for thread in FACTS.invitations
    ]
    assert told == [
        ("智樹", "来週の土曜、よかったらパン屋に一緒に行きませんか？", ["行きたい！土曜なら空いてるよ"]),
        ("智樹", "やった！11時に駅でどう？", ["OK！"]),
        ("智樹", "今週の日曜、映画どうですか？", ["ごめん、日曜は姉の引っ越しの手伝いなんだ"]),
        ("智樹", "今度の土曜、ランチに行きませんか？りんごジュースのお礼もしたいし", ["土曜は予定があって…"]),
        (
            "智樹",
            "もしよかったら、来週の日曜にその新しいパン屋へ一緒に行かない？",
            ["ごめん、来週は出張で行けないんだ", "再来週の土曜はどう？"],
        ),
        ("あかり", "再来週の土曜はどう？", ["再来週の土曜、大丈夫！"]),
    ]


def test_its_interests_and_how_they_write() -> None:
    liked = {(interest.sender, interest.words) for interest in FACTS.interests}
    assert {("あかり", "パン屋巡り"), ("あかり", "クロワッサン"), ("あかり", "韓国ドラマ")} <= liked
    assert (ME.register, THEM.register) == (Register.CASUAL, Register.CASUAL)


def test_it_ends_in_a_question_without_an_answer_so_nothing_is_sent() -> None:
    newest = recent(TALK).text
    for today in (TALK.messages[-1].ts.date(), date(2026, 11, 21)):
        reading = read(newest, today=today)
        assert reading.stage is Stage.SILENCE
        assert plan(reading, (), today).action is Action.DO_NOT_SEND
