"""The statistical proposal: what it may settle, what it may not, and that it is said to be a guess."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.policy import plan
from coach.reading import as_record, read
from coach.said.exchange import parse
from coach.said.heard import hear
from coach.situation import Event, EventKind, SignId, Topic
from coach.standing.proposal import clues, propose
from coach.standing.telling import listen
from guardrails.vocabulary import Alarm, Danger, Span, Stage

TODAY = date(2026, 11, 21)

PROPOSED = [
    ("飲みはだめでも朝のパン屋めぐりならつきあうってさ。行く気まんまん、どう返す", Stage.ALTERNATIVE),
    ("もう金曜。月曜に送った誘いのトーク画面は自分のふきだしで終わり。そっとしとくべき?", Stage.SILENCE),
    ("あの人の声が聞けない夜は天井ばかり見てる", Stage.WAITING),
]  # fmt: skip


@pytest.mark.parametrize(("message", "stage"), PROPOSED, ids=[s.value for _, s in PROPOSED])
def test_where_rules_are_silent_a_stage_is_proposed_and_asked_back(message: str, stage: Stage) -> None:
    reading = read(message, today=TODAY)
    assert (reading.stage, reading.proposed) == (stage, True)
    assert any("推測" in said for said in reading.unsure)
    assert reading.question.endswith("合っていますか。")


def test_what_the_user_chose_is_no_guess() -> None:
    reading = read(PROPOSED[2][0], today=TODAY, corrected=Stage.DECLINED)
    assert (reading.stage, reading.proposed) == (Stage.DECLINED, False)
    assert not any("推測" in said for said in reading.unsure)


FINAL = [
    "「もう連絡しないで」って言われた。雑談を送りたい",
    "「彼氏がいるから二人では会えない」って。また誘いたい",
]


@pytest.mark.parametrize("message", FINAL)
def test_a_final_no_in_their_words_is_never_weighed(message: str) -> None:
    reading = read(message, today=TODAY)
    assert (reading.stage, reading.proposed) == (Stage.CLOSED, False)


def test_a_danger_is_never_weighed() -> None:
    alarm = Alarm(Danger.SELF_HARM, (Span(0, 2, "もう"),))
    reading = read("もう消えたい。返事がこない", today=TODAY, alarms=(alarm,))
    assert (reading.topic, reading.proposed) == (Topic.CRISIS, False)


def test_a_story_answers_before_a_guess() -> None:
    events = [
        Event(EventKind.INVITED, date(2026, 11, 1)),
        Event(EventKind.DECLINED, date(2026, 11, 1), "忙しくて"),
    ]
    reading = read("また雑談していい?", today=TODAY, case=events)
    assert (reading.stage, reading.proposed) == (None, False)


def test_days_that_are_told_bind_the_proposal() -> None:
    message = (
        "昨日「ごめん、その日は仕事で」って断られた。もう一回だけ声をかけてみてもいい頃かな。餃子好きな人"
    )
    reading = read(message, today=TODAY)
    assert reading.stage is not Stage.SECOND_INVITE
    assert as_record(reading, plan(reading, (), TODAY))["action"] != "invite_lightly"


words = st.sampled_from(
    ["断られた", "誘った", "既読", "「ごめん」", "連絡", "三日", "好き", "また", "。", "?", "仕事", "\n"]
)


@settings(deadline=None)
@given(st.lists(words | st.text(max_size=5), max_size=12).map("".join))
def test_no_text_makes_the_proposal_name_a_danger_or_leave_the_message(message: str) -> None:
    reading = read(message, today=TODAY)
    assert reading.topic is not Topic.CRISIS
    assert all(message[s.span.start : s.span.end] == s.span.text for s in reading.signs)
    if reading.proposed and reading.stage is Stage.CLOSED:
        assert SignId.CLOSED in {s.id for s in reading.signs}


@settings(deadline=None)
@given(st.text(max_size=60))
def test_the_same_words_give_the_same_proposal(message: str) -> None:
    exchange = parse(message)
    told = listen(message, exchange.telling, TODAY)
    found = clues(exchange, told, hear(exchange, message, told))
    first = propose(message, found)
    assert first == propose(message, found)
    assert first.standing[0][0] == first.label
    assert message[first.span.start : first.span.end] == first.span.text


TALK = "2026/11/10 20:00 自分: ごはん行かない？\n2026/11/10 20:10 相手: 最近忙しくて"


def test_a_talk_whose_every_word_is_told_leaves_no_draft_and_no_unanswered_no() -> None:
    reading = read(f"{TALK}\n2026/11/10 20:12 自分: 了解！がんばってね", today=TODAY)
    assert (reading.topic, reading.stage) == (Topic.SITUATION, Stage.COOLDOWN)


RULED_OUT = [
    pytest.param("好きな子に断られた。もうだめ。なんか言って", Stage.DECLINED, id="a no is no other topic"),
    pytest.param(
        "彼「その日むずい」\n私「そっか!またね」\n彼「おう」\n次いつ誘える?", Stage.COOLDOWN, id="answered"
    ),
    pytest.param("忙しいって言われた 終わった", Stage.DECLINED, id="no time has passed"),
    pytest.param(
        "『ごめん、予定ある』って言われた。『なんの予定？』って聞いていい？",
        Stage.DECLINED,
        id="a plan is no end",
    ),
    pytest.param(
        "ゼミの友達に既読スルーされて、でもインスタは更新されてた。ちくっとした",
        Stage.SILENCE,
        id="no answer is no end",
    ),
]


@pytest.mark.parametrize(("message", "stage"), RULED_OUT)
def test_what_plain_facts_rule_out_is_not_proposed(message: str, stage: Stage) -> None:
    assert read(message, today=TODAY).stage is stage


@pytest.mark.parametrize(
    "message",
    [
        "少女漫画のキスシーンの話で盛り上がったのに、原画展は「一人で見る派」だそうです。",
        "写真送ってって言われて猫の写真送ったら笑ってくれた。でもご飯は断られた。",
        "飲み会では笑ってくれたのに、ごはんは「今はいいかな」だって",
    ],
)
def test_nobody_is_told_to_invite_upon_a_word_of_theirs_because_the_talk_went_well(message: str) -> None:
    reading = read(message, today=TODAY)
    assert reading.stage is not Stage.SECOND_INVITE
    assert as_record(reading, plan(reading, (), TODAY))["action"] != "invite_lightly"


@pytest.mark.parametrize(
    ("message", "stage"),
    [("断られた", Stage.DECLINED), ("好きな子に振られた", Stage.CLOSED), ("返事こない", Stage.SILENCE)],
)
def test_what_the_rules_find_in_three_words_stands(message: str, stage: Stage) -> None:
    reading = read(message, today=TODAY)
    assert (reading.stage, reading.proposed) == (stage, False)


@pytest.mark.parametrize(
    ("message", "stage"),
    [
        ("断られたあとも「またゲームしよう」ってLINEが続いてる", Stage.COOLDOWN),
        ("一度断られたけど、そのあと話が弾んで「今度その店行ってみたい」と言われた", Stage.SECOND_INVITE),
        ("断られたけど雑談は盛り上がってる。「新刊出たら教えて」って言われた", Stage.SECOND_INVITE),
    ],
)
def test_talk_that_goes_well_after_a_no_is_what_came_later(message: str, stage: Stage) -> None:
    assert read(message, today=TODAY).stage is stage
