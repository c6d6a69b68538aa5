"""What to do today: the action, the days it rests on, and the laws no sequence of events may break."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.policy import plan
from coach.reading import read
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
from guardrails.vocabulary import Alarm, Danger, Span, Stage

TODAY = date(2026, 11, 21)
WORDS = Span(0, 4, "ことば。")
SENDS = {Action.REPLY_NOW, Action.SCHEDULE, Action.SMALL_TALK, Action.INVITE_LIGHTLY}


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def situation(
    stage: Stage | None,
    *signs: SignId,
    aim: Aim = Aim.NONE,
    days: int | None = None,
    reason: ReasonKind = ReasonKind.NONE,
    until: date | None = None,
    dependent: bool = False,
    they_wrote: bool = False,
    declines: int = 0,
    alarms: tuple[Alarm, ...] = (),
    topic: Topic = Topic.SITUATION,
    incoming: Span | None = None,
) -> Reading:
    return Reading(
        topic=topic,
        stage=stage,
        signs=tuple(Sign(s, WORDS) for s in signs),
        incoming=incoming,
        reason=Reason(reason, None, until, "来月の10日まで" if until else ""),
        days_since=days,
        declines=declines,
        alarms=alarms,
        dependent=dependent,
        they_wrote=they_wrote,
        aim=aim,
    )


ACTIONS = [
    pytest.param(situation(Stage.DECLINED), Action.REPLY_NOW, id="answer a no"),
    pytest.param(situation(Stage.DECLINED, dependent=True), Action.STOP_CONTACT, id="one soft no at work"),
    pytest.param(situation(Stage.ALTERNATIVE, SignId.OTHER_DAY), Action.SCHEDULE, id="a day they named"),
    pytest.param(situation(Stage.SILENCE, aim=Aim.SEND_MORE), Action.DO_NOT_SEND, id="silence"),
    pytest.param(situation(Stage.SILENCE, aim=Aim.COMFORT), Action.SELF_CARE, id="silence that hurts"),
    pytest.param(
        situation(Stage.COOLDOWN, days=3, aim=Aim.INVITE), Action.WAIT_UNTIL, id="too early to invite"
    ),
    pytest.param(situation(Stage.COOLDOWN, days=9, aim=Aim.CHAT), Action.SMALL_TALK, id="small talk is due"),
    pytest.param(
        situation(Stage.COOLDOWN, days=5, they_wrote=True), Action.SMALL_TALK, id="they wrote, answer lightly"
    ),
    pytest.param(
        situation(Stage.SECOND_INVITE, days=21, aim=Aim.INVITE), Action.INVITE_LIGHTLY, id="time to ask again"
    ),
    pytest.param(
        situation(Stage.SECOND_INVITE, days=8, aim=Aim.INVITE), Action.WAIT_UNTIL, id="no reason, eight days"
    ),
    pytest.param(situation(Stage.WAITING), Action.SELF_CARE, id="longing"),
    pytest.param(
        situation(Stage.WAITING, aim=Aim.SEND_MORE), Action.DO_NOT_SEND, id="longing, about to send"
    ),
    pytest.param(situation(Stage.CLOSED, SignId.CLOSED), Action.STOP_CONTACT, id="a final no"),
    pytest.param(
        situation(Stage.CLOSED, SignId.CLOSED, aim=Aim.COMFORT), Action.SELF_CARE, id="a final no, grieving"
    ),
    pytest.param(situation(Stage.DECLINED, declines=2), Action.STOP_CONTACT, id="a second no"),
    pytest.param(situation(None, topic=Topic.DRAFT_CHECK), Action.CHECK_DRAFT, id="a draft to look at"),
    pytest.param(situation(None, topic=Topic.OFF_TOPIC), Action.CLARIFY, id="off topic"),
    pytest.param(situation(None, topic=Topic.OTHER), Action.CLARIFY, id="nothing told"),
    pytest.param(situation(None, topic=Topic.CRISIS), Action.REFER_TO_HELP, id="crisis"),
]


@pytest.mark.parametrize(("reading", "action"), ACTIONS)
def test_action(reading: Reading, action: Action) -> None:
    assert plan(reading, (), TODAY).action is action


DANGERS = [
    (Danger.SELF_HARM, Action.REFER_TO_HELP),
    (Danger.DV, Action.REFER_TO_HELP),
    (Danger.BEING_PURSUED, Action.REFER_TO_HELP),
    (Danger.THREAT, Action.REFER_TO_HELP),
    (Danger.SEXTORTION, Action.REFER_TO_HELP),
    (Danger.MONEY_FRAUD, Action.REFER_TO_HELP),
    (Danger.ABOUT_TO_PURSUE, Action.STOP_CONTACT),
    (Danger.IDIOM, Action.REPLY_NOW),
]


@pytest.mark.parametrize(("danger", "action"), DANGERS, ids=[d.value for d, _ in DANGERS])
def test_danger_comes_first(danger: Danger, action: Action) -> None:
    reading = situation(Stage.DECLINED, alarms=(Alarm(danger, (WORDS,)),))
    result = plan(reading, (), TODAY)
    assert result.action is action
    assert result.drafts is (danger is Danger.IDIOM)


WAITS = [
    pytest.param((), ReasonKind.WORK, None, (7, 14), day(-7), id="a concrete reason"),
    pytest.param((), ReasonKind.NONE, None, (14, 30), day(-14), id="no reason"),
    pytest.param((SignId.BARE_BUSY,), ReasonKind.WORK, None, (14, 30), day(-14), id="bare busy"),
    pytest.param((), ReasonKind.STUDY, day(-19), (7, 14), day(-20), id="past the end of their exam"),
]


@pytest.mark.parametrize(("signs", "reason", "until", "wait", "when"), WAITS)
def test_waiting_time(
    signs: tuple[SignId, ...], reason: ReasonKind, until: date | None, wait: tuple[int, int], when: date
) -> None:
    result = plan(situation(Stage.DECLINED, *signs, reason=reason, until=until), (), TODAY)
    assert (result.wait_days, result.not_before) == (wait, when)
    assert "目安" in result.why_date


def test_a_postponement_names_no_date_and_leaves_the_next_move_to_them() -> None:
    result = plan(situation(Stage.DECLINED, SignId.POSTPONED), (), TODAY)
    assert result.action is Action.REPLY_NOW
    assert result.not_before is None
    assert "相手" in result.today


def test_this_weeks_small_talk_is_spent() -> None:
    events = [
        Event(EventKind.INVITED, day(20)),
        Event(EventKind.DECLINED, day(20), "その日は仕事"),
        Event(EventKind.REPLIED, day(20)),
        Event(EventKind.SMALL_TALK, day(3)),
    ]
    result = plan(situation(None, aim=Aim.CHAT), events, TODAY)
    assert (result.action, result.not_before) == (Action.WAIT_UNTIL, day(-4))


def test_the_same_no_told_twice_is_one_no() -> None:
    events = [Event(EventKind.INVITED, day(0)), Event(EventKind.DECLINED, day(0), "その日は難しい")]
    told_again = situation(Stage.DECLINED, incoming=Span(0, 9, "ごめん、その日は難しい"))
    assert plan(told_again, events, TODAY).action is Action.REPLY_NOW
    another = situation(Stage.DECLINED, incoming=Span(0, 5, "今回もごめん"))
    assert plan(another, events, TODAY).action is Action.STOP_CONTACT


def test_silence_ends_when_they_write() -> None:
    events = [Event(EventKind.INVITED, day(4)), Event(EventKind.SILENCE, day(1))]
    assert plan(situation(None, aim=Aim.INVITE), events, TODAY).action is Action.DO_NOT_SEND
    answered = situation(Stage.ALTERNATIVE, SignId.OTHER_DAY, incoming=WORDS)
    assert plan(answered, events, TODAY).action is Action.SCHEDULE


NEVER_SAID = ("脈なし", "脈あり", "必ず", "絶対", "%", "％", "嫌われています", "あなたが重い")


@given(
    stage=st.sampled_from([*Stage, None]),
    topic=st.sampled_from(Topic),
    aim=st.sampled_from(Aim),
    signs=st.lists(st.sampled_from(SignId), max_size=3, unique=True),
    days=st.none() | st.integers(0, 90),
)
def test_words_are_never_certain_of_a_heart(
    stage: Stage | None, topic: Topic, aim: Aim, signs: list[SignId], days: int | None
) -> None:
    result = plan(situation(stage, *signs, aim=aim, days=days, topic=topic), (), TODAY)
    said = result.today + result.leave + result.why + result.why_date
    assert result.today
    assert not [words for words in NEVER_SAID if words in said]


# --- laws over stories --------------------------------------------------------------------------------------

readings = st.builds(
    situation,
    st.sampled_from([Stage.COOLDOWN, Stage.SECOND_INVITE, Stage.SILENCE, Stage.WAITING, None]),
    aim=st.sampled_from(Aim),
    days=st.none() | st.integers(0, 60),
    reason=st.sampled_from(ReasonKind),
    topic=st.sampled_from([Topic.SITUATION, Topic.OTHER]),
)
stories = st.lists(
    st.builds(
        Event,
        st.sampled_from(EventKind),
        st.integers(0, 120).map(day),
        st.sampled_from(["", "忙しくて", "その日は仕事"]),
    ),
    max_size=8,
)


def told(events: Sequence[Event]) -> list[Event]:
    return sorted(events, key=lambda e: e.on)


@given(reading=readings, events=stories)
def test_no_invitation_inside_a_waiting_time(reading: Reading, events: list[Event]) -> None:
    result = plan(reading, events, TODAY)
    noes = [e.on for e in told(events) if e.kind is EventKind.DECLINED]
    open_again = [e.on for e in told(events) if e.kind in (EventKind.OFFERED, EventKind.MET)]
    if result.action is Action.INVITE_LIGHTLY and noes and noes[-1] > max(open_again, default=date.min):
        assert noes[-1] + timedelta(days=7) <= TODAY
    if result.action is Action.INVITE_LIGHTLY and result.not_before is not None:
        assert result.not_before <= TODAY


@given(reading=readings, events=stories)
def test_nothing_is_sent_on_a_silence(reading: Reading, events: list[Event]) -> None:
    silent = [*events, Event(EventKind.SILENCE, TODAY)]
    result = plan(reading, silent, TODAY)
    assert result.action not in SENDS
    assert not result.drafts


@given(
    aim=st.sampled_from(Aim), days=st.none() | st.integers(0, 60), declines=st.integers(0, 2), events=stories
)
def test_nothing_is_sent_on_a_silence_that_is_told(
    aim: Aim, days: int | None, declines: int, events: list[Event]
) -> None:
    calm = [e for e in events if e.kind not in (EventKind.OFFERED, EventKind.CLOSED)]
    result = plan(situation(Stage.SILENCE, aim=aim, days=days, declines=declines), calm, TODAY)
    assert result.action not in SENDS
    assert not result.drafts


@given(reading=readings, events=stories)
def test_nothing_after_a_final_no(reading: Reading, events: list[Event]) -> None:
    result = plan(reading, [*events, Event(EventKind.CLOSED, day(121))], TODAY)
    assert result.action in (Action.STOP_CONTACT, Action.SELF_CARE)
    assert not result.drafts


@given(reading=readings, events=stories)
def test_two_noes_without_a_day_of_theirs_end_it(reading: Reading, events: list[Event]) -> None:
    twice = [*events, Event(EventKind.DECLINED, TODAY, "ごめん"), Event(EventKind.DECLINED, TODAY, "無理")]
    assert plan(reading, twice, TODAY).action in (Action.STOP_CONTACT, Action.SELF_CARE)


_ANSWERS: dict[Action, tuple[EventKind, ...]] = {
    Action.INVITE_LIGHTLY: (EventKind.DECLINED, EventKind.SILENCE, EventKind.OFFERED, EventKind.CLOSED),
    Action.SMALL_TALK: (EventKind.SMALL_TALK, EventKind.SILENCE),
    Action.REPLY_NOW: (EventKind.REPLIED,),
    Action.SCHEDULE: (EventKind.MET,),
}


@given(data=st.data())
def test_whoever_follows_the_plan_never_asks_a_third_time(data: st.DataObject) -> None:
    """A person who wants to invite, day after day, and does what the plan says and no more."""
    start = date(2026, 1, 5)
    events = [Event(EventKind.INVITED, start), Event(EventKind.DECLINED, start, "ごめん、その日は仕事で")]
    eager = [situation(s, aim=Aim.INVITE) for s in (None, Stage.SECOND_INVITE, Stage.COOLDOWN)]
    since_open: list[Event] = list(events)
    for step in range(1, 12):
        on = start + timedelta(days=step * data.draw(st.integers(1, 12)))
        on = max(on, events[-1].on)
        result: Plan = plan(data.draw(st.sampled_from(eager)), events, on)
        if result.action not in _ANSWERS:
            continue
        if result.action is Action.INVITE_LIGHTLY:
            events.append(Event(EventKind.INVITED, on))
            since_open.append(events[-1])
        came = data.draw(st.sampled_from(_ANSWERS[result.action]))
        events.append(Event(came, on, "ごめん"))
        since_open = [] if came in (EventKind.OFFERED, EventKind.MET) else [*since_open, events[-1]]
        assert sum(e.kind is EventKind.INVITED for e in since_open) <= 2


def test_the_story_alone_tells_when_a_second_invitation_is_due() -> None:
    events = [
        Event(EventKind.INVITED, day(16)),
        Event(EventKind.DECLINED, day(16), "ごめん、来週いっぱい棚卸しで"),
        Event(EventKind.REPLIED, day(16)),
    ]
    wish = situation(None, aim=Aim.INVITE)
    assert plan(wish, events, TODAY).action is Action.INVITE_LIGHTLY
    early = plan(wish, events, day(8))
    assert (early.action, early.not_before) == (Action.WAIT_UNTIL, day(5))  # the Monday after


@given(
    st.sampled_from([Stage.COOLDOWN, Stage.SECOND_INVITE]),
    st.sampled_from(Aim),
    st.none() | st.integers(0, 60),
    st.booleans(),
)
def test_between_two_invitations_the_stage_is_that_of_what_is_done(
    stage: Stage, aim: Aim, days: int | None, they_wrote: bool
) -> None:
    result = plan(situation(stage, aim=aim, days=days, they_wrote=they_wrote), (), TODAY)
    assert (result.stage is Stage.SECOND_INVITE) is (result.action is Action.INVITE_LIGHTLY)


@pytest.mark.parametrize(
    ("told", "allowed"),
    [
        ("告白したら「ごめん、友達としか見れない」って来た。最後になんて返せばいい？", True),
        ("「他の人と付き合うことになりました」と届きました。最後に一言だけお返ししたいです", True),
        ("「もう連絡しないで」って言われた。最後になんて返そう", False),
        ("「ごめんなさい、お付き合いできません」最後に気持ちだけ伝えたい", False),
        ("「彼氏いるので無理です」って断られたけど、最後にもう一回だけ送りたい", False),
    ],
    ids=["last-answer", "one-word-back", "no-contact", "own-heart", "once-more"],
)
def test_a_last_answer_is_the_one_acceptance_and_a_last_try_is_not(told: str, *, allowed: bool) -> None:
    day = date(2026, 11, 22)
    decided = plan(read(told, today=day), (), day)
    assert decided.action is Action.STOP_CONTACT
    assert decided.drafts is allowed
