"""What the coach writes down of a conversation, told day by day through the real path."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.situation import Action, Event, EventKind, Plan, Reading, Topic
from coach.story.noting import noted, proposed, sent
from coach.story.summary import told
from guardrails.vocabulary import Stage
from tests.coach.stories import NOW, Story, plan_in

TODAY = date(2026, 11, 21)
WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"


class Diary:
    """A story whose notes are kept, as the page does it; a day passes by ``wait``."""

    def __init__(self) -> None:
        self.story = Story()
        self.today = TODAY

    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.story.now += timedelta(days=days)

    def say(self, text: str) -> list[tuple[EventKind, int, str]]:
        """What was noted: kind, how many days ago, words."""
        case = self.story.case
        found = noted(self.story.say(text), case, self.today)
        self.story.events = (*self.story.events, *found)
        return [(e.kind, (self.today - e.on).days, e.words) for e in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WORK, [(EventKind.DECLINED, 0, "ごめん、その日は仕事で難しい")]),
        ("3日前に送ったLINEが既読のまま返ってきません", [(EventKind.SILENCE, 3, "")]),
        (
            "『ごめんその日は無理。来週の土曜ならどう?』と返ってきた",
            [(EventKind.OFFERED, 0, "来週の土曜ならどう?")],
        ),
        (
            "彼女: ごめん、来週は出張で行けない\n自分: 了解！\n彼女: ありがとう！",
            [(EventKind.DECLINED, 0, "ごめん、来週は出張で行けない"), (EventKind.REPLIED, 0, "")],
        ),
        ("もう連絡しないでって言われた", [(EventKind.CLOSED, 0, "もう連絡しないで")]),
        ("好きな人から連絡が来なくて、ずっとスマホを見てしまう", []),
        ("こんにちは", []),
        ("今日の天気は?", []),
        ("もう消えてしまいたい。死にたい", []),
    ],
    ids=[
        "no",
        "silence",
        "offered day",
        "a no and more words",
        "final no",
        "longing",
        "greeting",
        "weather",
        "danger",
    ],
)
def test_what_a_message_adds(text: str, expected: list[tuple[EventKind, int, str]]) -> None:
    assert Diary().say(text) == expected


def test_a_story_over_weeks() -> None:
    diary = Diary()
    assert [kind for kind, _, _ in diary.say(WORK)] == [EventKind.DECLINED]
    assert diary.say(WORK) == []
    diary.wait(9)
    assert diary.say("昨日雑談したら盛り上がった") == [(EventKind.SMALL_TALK, 1, "")]
    plan = plan_in(diary.story.say("また雑談を送ってもいい?"))
    assert plan.action is Action.WAIT_UNTIL
    diary.wait(12)
    assert [kind for kind, _, _ in diary.say("映画に誘ったら『やっぱり行けない』と言われました")] == [
        EventKind.DECLINED
    ]
    assert told(diary.story.events).closed
    assert diary.say("もう一度だけ誘ってもいい?") == []


def test_a_no_told_again_in_other_words_is_no_second_one() -> None:
    diary = Diary()
    diary.say(WORK)
    diary.wait(25)
    diary.say("3週間前に『その日は仕事なんだ、ごめん』と断られて、了解と返しました。雑談は続いています")
    assert [e.kind for e in diary.story.events].count(EventKind.DECLINED) == 1
    assert not told(diary.story.events).closed


def test_an_answer_the_user_tells_of_is_not_planned_again() -> None:
    diary = Diary()
    kinds = [kind for kind, _, _ in diary.say(f"{WORK}。「了解、お仕事がんばって」と返事しました")]
    assert kinds == [EventKind.DECLINED, EventKind.REPLIED]
    diary.wait(1)
    assert plan_in(diary.story.say("今日は何をすればいいですか")).action is not Action.REPLY_NOW


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (Action.REPLY_NOW, EventKind.REPLIED),
        (Action.INVITE_LIGHTLY, EventKind.INVITED),
        (Action.SMALL_TALK, EventKind.SMALL_TALK),
        (Action.STOP_CONTACT, EventKind.REPLIED),
        (Action.DO_NOT_SEND, None),
    ],
)
def test_a_sent_draft_is_an_event(action: Action, kind: EventKind | None) -> None:
    found = sent(Plan(action, Stage.DECLINED, "", "", ""), "了解!", TODAY)
    assert found == (Event(kind, TODAY, "了解!") if kind else None)


KINDS = st.builds(
    Event, st.sampled_from(EventKind), st.dates(date(2026, 10, 1), TODAY), st.sampled_from(["", "ごめん"])
)


@given(
    events=st.lists(KINDS, max_size=6),
    stage=st.none() | st.sampled_from(Stage),
    days=st.none() | st.integers(0, 40),
    replied=st.booleans(),
    talked=st.none() | st.integers(0, 40),
)
def test_nothing_is_noted_twice_and_nothing_in_the_future(
    events: list[Event], stage: Stage | None, days: int | None, replied: bool, talked: int | None
) -> None:
    reading = Reading(Topic.SITUATION, stage, days_since=days, replied=replied, talked_days_ago=talked)
    plan = Plan(Action.CLARIFY, stage, "", "", "")
    found = proposed(reading, plan, events, TODAY)
    assert all(event.on <= TODAY for event in found)
    if any(event.kind is EventKind.CLOSED for event in events):
        assert found == ()
    assert proposed(reading, plan, [*events, *found], TODAY) == ()


def test_the_clock_of_the_stories_is_the_day_of_these_tests() -> None:
    assert NOW.date() == TODAY
