"""What another's reading may change of ours: it fills what was open, it may tighten a guess, it never loosens."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.planning.strictness import completed, is_open, no_looser
from coach.policy import plan
from coach.situation import (
    Action,
    Aim,
    Event,
    EventKind,
    Plan,
    Reading,
    Reason,
    ReasonKind,
    Sign,
    SignId,
    Topic,
)
from coach.story.summary import told
from guardrails.vocabulary import Alarm, Danger, Span, Stage

TODAY = date(2026, 11, 21)
WORDS = Span(0, 4, "ことば。")
STOPS = {Action.REFER_TO_HELP, Action.STOP_CONTACT}
SENDS_NOTHING = STOPS | {Action.DO_NOT_SEND, Action.SELF_CARE, Action.WAIT_UNTIL, Action.CLARIFY}

signs = st.lists(st.sampled_from(SignId).map(lambda s: Sign(s, WORDS)), max_size=3).map(tuple)
readings = st.builds(
    Reading,
    topic=st.sampled_from(Topic),
    stage=st.none() | st.sampled_from(Stage),
    signs=signs,
    incoming=st.none() | st.just(WORDS),
    reason=st.builds(Reason, kind=st.sampled_from(ReasonKind), until=st.none() | st.just(date(2026, 12, 10))),
    replied=st.booleans(),
    days_since=st.none() | st.integers(0, 60),
    declines=st.integers(0, 3),
    alarms=st.just(()) | st.sampled_from(Danger).map(lambda d: (Alarm(d, (WORDS,)),)),
    dependent=st.booleans(),
    aim=st.sampled_from(Aim),
    warm=st.booleans(),
    they_wrote=st.booleans(),
    talked_days_ago=st.none() | st.integers(0, 20),
    proposed=st.booleans(),
)
stories = st.lists(
    st.builds(
        Event,
        kind=st.sampled_from(EventKind),
        on=st.integers(0, 60).map(lambda ago: TODAY - timedelta(days=ago)),
    ),
    max_size=5,
)


def completion(reading: Reading, stage: Stage, seen: tuple[Sign, ...], events: list[Event]) -> Reading:
    return completed(reading, stage, WORDS, seen, events=events, today=TODAY)


@given(readings, st.sampled_from(Stage), signs, stories)
def test_a_guess_is_only_ever_tightened(
    reading: Reading, stage: Stage, seen: tuple[Sign, ...], events: list[Event]
) -> None:
    before = plan(reading, events, TODAY)
    after = plan(completion(reading, stage, seen, events), events, TODAY)
    if before.stage is None and before.action is Action.CLARIFY:
        return  # nothing was settled: filling it is what the law below is about
    assert after.drafts <= before.drafts
    assert before.action not in SENDS_NOTHING or after.action in SENDS_NOTHING
    assert before.action not in STOPS or after.action in STOPS
    if before.not_before and after.action not in SENDS_NOTHING:
        assert after.not_before is not None
        assert after.not_before >= before.not_before


@given(readings, st.sampled_from(Stage), signs, stories)
def test_what_is_filled_never_invites_and_never_outruns_the_story(
    reading: Reading, stage: Stage, seen: tuple[Sign, ...], events: list[Event]
) -> None:
    before = plan(reading, events, TODAY)
    after = plan(completion(reading, stage, seen, events), events, TODAY)
    assert after.action is not Action.INVITE_LIGHTLY or before.action is Action.INVITE_LIGHTLY
    if told(events).closed and before.action not in STOPS | {Action.SELF_CARE}:
        assert after.action in SENDS_NOTHING or after == before


@given(readings, st.sampled_from(Stage), signs, stories)
def test_what_the_rules_know_stays_as_it_is(
    reading: Reading, stage: Stage, seen: tuple[Sign, ...], events: list[Event]
) -> None:
    dangerous = any(alarm.danger is not Danger.IDIOM for alarm in reading.alarms)
    settled = reading.stage is not None and not reading.proposed
    if dangerous or settled or reading.topic in (Topic.CRISIS, Topic.OFF_TOPIC, Topic.DRAFT_CHECK):
        assert completion(reading, stage, seen, events) == reading


OPEN = Reading(Topic.OTHER)
FILLED = [
    (Stage.DECLINED, (), Action.REPLY_NOW),
    (Stage.SILENCE, (), Action.DO_NOT_SEND),
    (Stage.WAITING, (), Action.SELF_CARE),
    (Stage.CLOSED, (), Action.STOP_CONTACT),
    (Stage.COOLDOWN, (), Action.WAIT_UNTIL),
    (Stage.ALTERNATIVE, (Sign(SignId.OTHER_DAY, WORDS),), Action.SCHEDULE),
    (Stage.ALTERNATIVE, (), Action.CLARIFY),
    (Stage.SECOND_INVITE, (), Action.CLARIFY),
]


@pytest.mark.parametrize(
    ("stage", "seen", "action"), FILLED, ids=[f"{s.value}-{len(w)}" for s, w, _ in FILLED]
)
def test_what_was_open_is_filled_and_asked_back(stage: Stage, seen: tuple[Sign, ...], action: Action) -> None:
    found = completion(OPEN, stage, seen, [])
    assert plan(found, [], TODAY).action is action
    assert action is Action.CLARIFY or (found.proposed and found.question.endswith("合っていますか。"))


def test_a_guess_to_answer_becomes_a_silence_and_not_the_other_way_round() -> None:
    guess = Reading(Topic.SITUATION, Stage.DECLINED, proposed=True)
    assert completion(guess, Stage.SILENCE, (), []).stage is Stage.SILENCE
    silence = Reading(Topic.SITUATION, Stage.SILENCE, proposed=True)
    assert completion(silence, Stage.DECLINED, (), []) is silence


def planned(action: Action, *, drafts: bool = False, ahead: int | None = None) -> Plan:
    when = TODAY + timedelta(days=ahead) if ahead is not None else None
    return Plan(action, None, "", "", "", drafts=drafts, not_before=when)


LOOSER = [
    (planned(Action.REPLY_NOW, drafts=True), planned(Action.DO_NOT_SEND)),
    (planned(Action.WAIT_UNTIL), planned(Action.STOP_CONTACT)),
    (planned(Action.WAIT_UNTIL, ahead=3), planned(Action.WAIT_UNTIL, ahead=9)),
    (planned(Action.WAIT_UNTIL), planned(Action.WAIT_UNTIL, ahead=9)),
    (planned(Action.INVITE_LIGHTLY, drafts=True), planned(Action.SMALL_TALK, drafts=True)),
]


@pytest.mark.parametrize(("looser", "stricter"), LOOSER)
def test_the_order_of_strictness(looser: Plan, stricter: Plan) -> None:
    assert no_looser(stricter, looser)
    assert not no_looser(looser, stricter)
    assert no_looser(looser, looser)


def test_open_is_what_was_not_found_or_only_guessed() -> None:
    assert is_open(OPEN, plan(OPEN, (), TODAY))
    story = (Event(EventKind.DECLINED, TODAY, "ごめん"),)
    asked = Reading(Topic.SITUATION)
    assert not is_open(asked, plan(asked, story, TODAY))
