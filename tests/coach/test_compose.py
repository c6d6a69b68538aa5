"""Every draft that the phrases can make passes the guard, and fits what it answers."""

import re
from datetime import date
from itertools import islice

import pytest

from coach.compose import every_draft
from coach.drafting.phrases import phrases
from coach.parts import Kind
from coach.situation import Reading, Reason, ReasonKind, Register, Sign, SignId, Topic
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Act, Outcome, Span, Stage

TODAY = date(2026, 11, 21)
INTERESTS = ("カレー", "映画", "釣り", "猫", "コーヒー", "パン屋巡り", "カレー作り")
DAYS = ("来週の土曜", "日曜", "12/5", "20日過ぎ", "再来週")
SAMPLE = 20_000


def reading(stage: Stage, register: Register, *, interest: str = "", **given: object) -> Reading:
    interests = (Span(0, len(interest), interest),) if interest else ()
    return Reading(topic=Topic.SITUATION, stage=stage, register=register, interests=interests, **given)  # type: ignore[arg-type]


def stop(draft: str, stage: Stage, incoming: str = "") -> str:
    verdict = check(draft, stage=stage, incoming=incoming, ours=True)
    return "" if verdict.outcome is Outcome.PASS else f"{draft!r} {[f.rule for f in verdict.findings]}"


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("reason", ReasonKind)
def test_declined(reason: ReasonKind, register: Register) -> None:
    ground = reading(Stage.DECLINED, register, reason=Reason(reason))
    found = list(islice(every_draft(Stage.DECLINED, ground, today=TODAY), SAMPLE))
    assert len(found) > 50
    assert [s for d in found if (s := stop(d.text, Stage.DECLINED, "ごめん、その日は難しい"))] == []


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("words", ["母が入院して", "祖父が亡くなって", "会社が倒産して"])
def test_nothing_glad_is_said_where_something_bad_has_happened(words: str, register: Register) -> None:
    ground = reading(Stage.DECLINED, register, reason=Reason(ReasonKind.FAMILY, Span(0, len(words), words)))
    found = list(every_draft(Stage.DECLINED, ground, today=TODAY))
    assert len(found) > 20
    assert [d.text for d in found if re.search("[！!]|うれしい(?!です)|いい時間|楽しん", d.text)] == []
    assert [s for d in found if (s := stop(d.text, Stage.DECLINED, f"ごめん、{words}その日は難しい"))] == []


@pytest.mark.parametrize("register", Register)
def test_who_sleeps_after_the_night_is_not_cheered_on(register: Register) -> None:
    words = "夜勤明けで寝てる"
    ground = reading(Stage.DECLINED, register, reason=Reason(ReasonKind.WORK, Span(0, len(words), words)))
    found = list(islice(every_draft(Stage.DECLINED, ground, today=TODAY), SAMPLE))
    assert len(found) > 50
    assert [d.text for d in found if re.search("がんば|応援|仕事", d.text)] == []
    assert [s for d in found if (s := stop(d.text, Stage.DECLINED, f"ごめん、{words}"))] == []


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("祖母の法事で", ReasonKind.FAMILY),
        ("受験が終わったばかりで", ReasonKind.STUDY),
        ("金欠で", ReasonKind.MONEY),
    ],
)
def test_a_kind_word_fits_what_is_no_feast(words: str, kind: ReasonKind, register: Register) -> None:
    ground = reading(Stage.DECLINED, register, reason=Reason(kind, Span(0, len(words), words)))
    found = list(every_draft(Stage.DECLINED, ground, today=TODAY))
    assert len(found) > 20
    assert [d.text for d in found if re.search("がんばっ|応援|ご家族|いい時間|楽しん", d.text)] == []
    assert [s for d in found if (s := stop(d.text, Stage.DECLINED, f"ごめん、{words}その日は難しい"))] == []


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize(
    ("words", "enjoyed"),
    [
        ("友達と旅行で", True),
        ("推しのライブがあって", True),
        ("先に映画の約束があって", True),
        ("予定があって", False),
        ("先約があって", False),
        ("引っ越しの予定で", False),
    ],
)
def test_only_a_plan_that_is_said_to_be_a_pleasure_is_wished_one(
    words: str, enjoyed: bool, register: Register
) -> None:
    reason = Reason(ReasonKind.PRIOR_PLAN, Span(0, len(words), words))
    found = list(every_draft(Stage.DECLINED, reading(Stage.DECLINED, register, reason=reason), today=TODAY))
    warm = [d.text for d in found if d.kind is Kind.WARM]
    assert warm
    assert all(bool(re.search("楽し|いい時間|よい時間", text)) is enjoyed for text in warm)
    assert [s for d in found[:4000] if (s := stop(d.text, Stage.DECLINED, f"ごめん、{words}"))] == []


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize(
    ("interest", "said"),
    [
        ("コーヒー", "コーヒーを飲みに"),
        ("カレー作り", "カレーを食べに"),
        ("ラーメンの食べ歩き", "ラーメンを食べに"),
        ("パン屋巡り", "パン屋に"),
        ("カフェ巡り", "カフェに"),
        ("紅茶", "紅茶を飲みに"),
        ("コーヒーゼリー", "コーヒーゼリーを食べに"),
        ("映画鑑賞", "映画を"),
        ("魚釣り", "魚釣りのイベントに"),
        ("パンダ", "パンダのイベントに"),
        ("肉体改造", "肉体改造のイベントに"),
    ],
)
def test_one_goes_out_for_the_thing_itself_with_the_verb_that_goes_with_it(
    interest: str, said: str, register: Register
) -> None:
    ground = reading(Stage.SECOND_INVITE, register, interest=interest)
    found = list(every_draft(Stage.SECOND_INVITE, ground, today=TODAY))
    assert found
    assert all(said in d.text for d in found)


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.ALTERNATIVE, Stage.COOLDOWN])
def test_every_way_out_may_stand_behind_a_short_reply(stage: Stage, register: Register) -> None:
    ground = reading(stage, register)
    brief = phrases().briefest(stage, register, Act.ACCEPTANCE)
    heads = brief or [next(every_draft(stage, ground, today=TODAY)).text]
    for theirs in ("ごめん、その日は仕事で", "うーん、まだ分からないかな", "また今度ね"):
        drafts = [
            head + way for head in heads for way in phrases().choices(stage, register, Act.EXIT, fit="any")
        ]
        assert drafts
        assert [s for text in drafts if (s := stop(text, stage, theirs))] == []


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("stage", [Stage.COOLDOWN, Stage.SECOND_INVITE])
@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 12, 31), date(2027, 2, 20)])
def test_in_the_cold_nobody_speaks_of_pleasant_air(day: date, stage: Stage, register: Register) -> None:
    found = list(every_draft(stage, reading(stage, register), today=day))
    assert found
    assert not any(re.search("過ごしやすい|朝の|風が気持ち", d.text) for d in found)


@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.COOLDOWN, Stage.SECOND_INVITE])
@pytest.mark.parametrize("register", Register)
def test_nothing_is_wished_for_a_day_that_may_be_over(stage: Stage, register: Register) -> None:
    found = islice(every_draft(stage, reading(stage, register), today=TODAY), SAMPLE)
    assert not any(re.search("い一日|朝の空気|うれしいよ！", d.text) for d in found)


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("day", DAYS)
def test_alternative(day: str, register: Register) -> None:
    incoming = f"ごめん、その日は無理。{day}ならどう?"
    offer = f"{day}ならどう?"
    ground = reading(Stage.ALTERNATIVE, register, offered_day=Span(0, len(offer), offer))
    found = list(every_draft(Stage.ALTERNATIVE, ground, today=TODAY))
    assert found
    assert all(day in d.text and "なら" not in d.text for d in found)
    assert [s for d in found if (s := stop(d.text, Stage.ALTERNATIVE, incoming))] == []


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("day", DAYS)
def test_a_day_on_which_the_user_cannot_come_is_declined_and_no_other_is_named(
    day: str, register: Register
) -> None:
    offer, cannot = f"{day}ならどう?", f"{day}は仕事で行けない"
    ground = reading(
        Stage.ALTERNATIVE,
        register,
        offered_day=Span(0, len(offer), offer),
        unable=Span(0, len(cannot), cannot),
    )
    found = list(every_draft(Stage.ALTERNATIVE, ground, today=TODAY))
    assert len(found) >= 40
    assert all(
        day in d.text and not re.search("大丈夫|行けるよ|伺えます|楽しみ|空けて", d.text) for d in found
    )
    assert {d.why for d in found} == set(phrases().unable.values())
    assert [
        s for d in found if (s := stop(d.text, Stage.ALTERNATIVE, f"ごめん、その日は無理。{offer}"))
    ] == []


@pytest.mark.parametrize("register", Register)
def test_where_none_of_several_days_is_left_none_is_named(register: Register) -> None:
    offer, cannot = "土曜か日曜ならいけるよ", "どっちも仕事"
    ground = reading(
        Stage.ALTERNATIVE,
        register,
        offered_day=Span(0, len(offer), offer),
        unable=Span(0, len(cannot), cannot),
    )
    found = list(every_draft(Stage.ALTERNATIVE, ground, today=TODAY))
    assert found
    assert not any(re.search("[土日]曜", d.text) for d in found)
    assert [
        s for d in found if (s := stop(d.text, Stage.ALTERNATIVE, f"ごめん、その日は無理。{offer}"))
    ] == []


def test_another_of_their_days_is_taken() -> None:
    offer, cannot = "土曜か日曜ならいけるよ", "土曜は法事があって"
    ground = reading(
        Stage.ALTERNATIVE,
        Register.CASUAL,
        offered_day=Span(0, len(offer), offer),
        unable=Span(0, len(cannot), cannot),
    )
    found = list(every_draft(Stage.ALTERNATIVE, ground, today=TODAY))
    assert found
    assert all("日曜" in d.text and "土曜" not in d.text for d in found)


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("group", [False, True])
def test_alternative_without_a_day(register: Register, group: bool) -> None:
    incoming = "二人はちょっと。みんなでなら行きたいな"
    signs = (Sign(SignId.GROUP, Span(0, 3, "みんな")),) if group else ()
    ground = reading(Stage.ALTERNATIVE, register, signs=signs)
    found = list(every_draft(Stage.ALTERNATIVE, ground, today=TODAY))
    assert found
    assert not any("別の日" in d.text for d in found)  # nobody offered one
    assert [s for d in found if (s := stop(d.text, Stage.ALTERNATIVE, incoming))] == []


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("interest", ["", *INTERESTS])
@pytest.mark.parametrize("month", [1, 4, 7, 10])
def test_cooldown(month: int, interest: str, register: Register) -> None:
    ground = reading(Stage.COOLDOWN, register, interest=interest)
    found = list(every_draft(Stage.COOLDOWN, ground, today=date(2027, month, 3)))
    assert found
    assert [s for d in found if (s := stop(d.text, Stage.COOLDOWN))] == []


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("interest", INTERESTS)
@pytest.mark.parametrize("group", [False, True])
def test_second_invite(interest: str, register: Register, group: bool) -> None:
    signs = (Sign(SignId.GROUP, Span(0, 1, "み")),) if group else ()
    ground = reading(Stage.SECOND_INVITE, register, interest=interest, signs=signs)
    found = list(every_draft(Stage.SECOND_INVITE, ground, today=TODAY))
    assert found
    assert [s for d in found if (s := stop(d.text, Stage.SECOND_INVITE))] == []


@pytest.mark.parametrize("register", Register)
def test_closed(register: Register) -> None:
    found = list(every_draft(Stage.CLOSED, reading(Stage.CLOSED, register), today=TODAY))
    assert found
    assert [s for d in found if (s := stop(d.text, Stage.CLOSED, "もう連絡しないで"))] == []


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("group", [False, True])
@pytest.mark.parametrize("month", [1, 4, 7, 10])
def test_second_invite_where_nothing_is_known_that_they_like(
    register: Register, group: bool, month: int
) -> None:
    signs = (Sign(SignId.GROUP, Span(0, 1, "み")),) if group else ()
    ground = reading(Stage.SECOND_INVITE, register, signs=signs)
    found = list(every_draft(Stage.SECOND_INVITE, ground, today=date(2027, month, 3)))
    assert {d.kind for d in found} == set(Kind)
    assert [s for d in found if (s := stop(d.text, Stage.SECOND_INVITE))] == []
    assert not any("好き" in d.text or "言って" in d.text or "お話" in d.text for d in found)


def test_what_is_said_may_be_said() -> None:
    words = phrases()
    lines = [line for group in words.feelings.values() for line in group] + words.evenings
    lines += [why for group in words.whys.values() for why in group.values()]
    assert [line for line in lines if check_advice(line).outcome is not Outcome.PASS] == []
