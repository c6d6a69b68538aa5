"""The six conversations that the product exists for, through the real path, without a model."""

import json
from datetime import date

import pytest

from coach.parts import Declined, Finished, Kind, Part
from coach.situation import Action, SignId
from coach.story.shelf import shelve
from guardrails.check import check
from guardrails.vocabulary import Act, Outcome, Stage
from tests.coach.stories import Story, drafts, plan_in, questions, reading_in, sentences

WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"
OFFER = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい。来週の土曜ならどう?』と返ってきました"
SILENT = "3日前に送ったLINEが既読のまま返ってこない。もう一通送っていい?"
CURRY = "『また今度ね』って言われて2週間たった。カレー好きって言ってたからそろそろ誘いたい"
LONGING = "好きな人から連絡が来なくてずっとスマホを見てしまう"
FINAL = "もう連絡しないでって言われたけど、最後に気持ちだけ伝えたい"


def signs(parts: tuple[Part, ...]) -> dict[SignId, str]:
    return {sign.id: sign.span.text for sign in reading_in(parts).signs}


def text_of(parts: tuple[Part, ...]) -> str:
    return json.dumps([shelve(part) for part in parts], ensure_ascii=False)


def test_declined_for_work() -> None:
    parts = Story().say(WORK)
    assert reading_in(parts).stage is Stage.DECLINED
    assert "仕事で難しい" in signs(parts)[SignId.REASON_AND_APOLOGY]
    plan = plan_in(parts)
    assert plan.action is Action.REPLY_NOW
    assert plan.wait_days == (7, 14)
    assert plan.not_before == date(2026, 11, 28)
    found = drafts(parts)
    assert [draft.kind for draft in found] == list(Kind)
    for draft in found:
        assert {Act.THANKS, Act.ACCEPTANCE, Act.FUTURE} <= {piece.act for piece in draft.pieces}
        assert (
            check(draft.text, stage=Stage.DECLINED, incoming="ごめん、その日は仕事で難しい").outcome
            is Outcome.PASS
        )
        assert not any(mark in draft.text for mark in ("?", "？", "来週", "いつ", "なんで", "どうして"))
    assert any("仕事" in draft.text for draft in found)


def test_another_day_offered() -> None:
    parts = Story().say(OFFER)
    assert reading_in(parts).stage is Stage.ALTERNATIVE
    assert SignId.OTHER_DAY in signs(parts)
    plan = plan_in(parts)
    assert plan.action is Action.SCHEDULE
    assert plan.wait_days == (0, 0)
    assert len(drafts(parts)) == 3
    for draft in drafts(parts):
        assert "来週の土曜" in draft.text
        assert not any(mark in draft.text for mark in ("なら", "どう", "?", "？")), draft.text


def test_a_group_is_offered_without_a_day() -> None:
    parts = Story().say("映画に誘ったら『二人はちょっと…みんなでなら行きたいな』と返ってきました")
    assert plan_in(parts).action is Action.SCHEDULE
    assert drafts(parts)
    assert not any("その日" in draft.text or "{" in draft.text for draft in drafts(parts))


def test_silence() -> None:
    parts = Story().say(SILENT)
    assert reading_in(parts).stage is Stage.SILENCE
    assert "既読" in signs(parts)[SignId.NO_ANSWER]
    assert plan_in(parts).action is Action.DO_NOT_SEND
    assert plan_in(parts).today
    assert drafts(parts) == []
    assert sentences(parts)


def test_postponed_two_weeks_ago_and_they_like_curry() -> None:
    parts = Story().say(CURRY)
    assert "また今度" in signs(parts)[SignId.POSTPONED]
    assert [span.text for span in reading_in(parts).interests] == ["カレー"]
    plan = plan_in(parts)
    assert plan.action in (Action.SMALL_TALK, Action.WAIT_UNTIL, Action.INVITE_LIGHTLY)
    assert "相手" in plan.why + plan.today + plan.leave
    for draft in drafts(parts):
        assert check(draft.text, stage=plan.stage or Stage.COOLDOWN).outcome is Outcome.PASS


def test_a_second_invitation_has_interest_lightness_and_a_way_out() -> None:
    parts = Story().say(
        "『ごめん、その日は仕事で』って言われて1ヶ月。雑談も続いてて、カレー好きって言ってたからそろそろ誘いたい"
    )
    assert len(drafts(parts)) == 3
    for draft in drafts(parts):
        assert "カレー" in draft.text
        assert Act.EXIT in {piece.act for piece in draft.pieces}
        assert Act.LIGHT in {piece.act for piece in draft.pieces}


def test_a_draft_is_made_for_what_is_done_today() -> None:
    parts = Story().say(CURRY, corrected=Stage.SECOND_INVITE)
    assert plan_in(parts).action is Action.SMALL_TALK  # they put it off: the next move is theirs
    assert drafts(parts)
    assert not any(piece.act is Act.LIGHT for draft in drafts(parts) for piece in draft.pieces)


def test_before_any_no_a_first_invitation_is_light_and_an_answer_is_not_one_to_a_no() -> None:
    first = Story().say("まだ一度も誘ったことない人です。映画好きらしい。ごはんに誘いたい")
    assert all(Act.EXIT in {piece.act for piece in draft.pieces} for draft in drafts(first))
    assert len(drafts(first)) == 3
    assert drafts(Story().say("デートのお礼ってもう送っていいやつですか")) == []
    yes = drafts(Story().say("誘ったら、行く!って言われた!日時どうしよ"))
    assert yes
    assert not any(piece.act is Act.ACCEPTANCE for draft in yes for piece in draft.pieces)


def test_longing_is_met_with_one_question_at_a_time() -> None:
    story = Story()
    parts = story.say(LONGING)
    assert reading_in(parts).stage is Stage.WAITING
    assert drafts(parts) == []
    asked = [questions(parts)]
    for answer in (
        "大事にされてるって思えると思う",
        "嫌われてたらと思うと怖い",
        "好きって気持ちかな",
        "わからない",
        "お風呂",
    ):
        parts = story.say(answer)
        assert drafts(parts) == []
        asked.append(questions(parts))
    assert [len(one) for one in asked] == [1, 1, 1, 1, 1, 0]
    assert len({one[0].question for one in asked if one}) == 5
    assert not any(word in text_of(parts) for word in ("必ず", "きっと連絡", "連絡が来ます"))


def test_a_final_no_has_no_way_round() -> None:
    parts = Story().say(FINAL)
    assert reading_in(parts).stage is Stage.CLOSED
    assert plan_in(parts).action is Action.STOP_CONTACT
    assert drafts(parts) == []
    assert len(sentences(parts)) >= 2


@pytest.mark.parametrize("wish", ["短く", "敬語で", "タメ口で", "絵文字なし", "やわらかく", "別の案"])
def test_rewriting_is_guarded_again(wish: str) -> None:
    story = Story()
    first = drafts(story.say(WORK))
    parts = story.wish(first[1], wish)
    assert isinstance(parts[-1], Finished)
    for draft in drafts(parts):
        assert draft.text not in {d.text for d in first}
        assert (
            check(draft.text, stage=Stage.DECLINED, incoming="ごめん、その日は仕事で難しい").outcome
            is Outcome.PASS
        )
    assert drafts(parts) or wish == "絵文字なし"


def test_registers_follow_the_wish() -> None:
    story = Story()
    first = drafts(story.say(WORK))
    assert "ます" in drafts(story.wish(first[0], "敬語で"))[0].text
    assert "ます" not in drafts(story.wish(first[0], "タメ口で"))[0].text


@pytest.mark.parametrize("wish", ["さりげなく理由を聞いて", "来週も誘う一言を足して", "返事を急かす感じで"])
def test_a_wish_for_ng_is_answered_with_why_not(wish: str) -> None:
    story = Story()
    parts = story.wish(drafts(story.say(WORK))[0], wish)
    declined = next(part for part in parts if isinstance(part, Declined))
    assert declined.categories
    assert declined.why
    assert declined.instead
    assert drafts(parts) == []


def test_drafts_differ_between_people_and_never_repeat_in_a_story() -> None:
    seen = {drafts(Story().say(WORK + "。" * n))[0].text for n in range(12)}
    assert len(seen) > 3
    story = Story()
    texts = [draft.text for draft in drafts(story.say(WORK))]
    for _ in range(4):
        texts += [draft.text for draft in drafts(story.say("別の案も見たい"))]
    assert len(texts) == len(set(texts)) == 15


def test_the_register_of_the_user_is_kept() -> None:
    casual = drafts(
        Story().say("土曜に映画誘ったら『ごめん、その日仕事で無理だわ』って返ってきた。どう返そう")
    )
    polite = drafts(Story().say(WORK))
    assert not any("ます" in draft.text for draft in casual)
    assert all("ます" in draft.text or "です" in draft.text for draft in polite)


def test_who_is_polite_is_answered_politely() -> None:
    parts = Story().say("土曜に映画誘ったら『すみません、その日は仕事で難しいです』って。どう返そう")
    assert all("ます" in draft.text or "です" in draft.text for draft in drafts(parts))


ASKED = "告白したら「友達としか見れない」って言われた。なんて返そう"


def test_a_final_no_may_be_accepted_once_where_that_is_asked() -> None:
    story = Story()
    parts = story.say(ASKED)
    texts = [draft.text for draft in drafts(parts)]
    assert texts
    for text in texts:
        assert (
            check(text, stage=Stage.CLOSED, incoming="友達としか見れない", ours=True).outcome is Outcome.PASS
        )


@pytest.mark.parametrize(
    "text",
    [
        "「もう連絡してこないでください」と言われました。なんと返信すべきですか",
        "「友達としか見れない」って言われたけど、最後に気持ちだけ伝えたい",
    ],
    ids=["no contact wanted", "more than an acceptance wanted"],
)
def test_a_final_no_has_no_draft_else(text: str) -> None:
    assert drafts(Story().say(text)) == []


SOFT_NO_AT_WORK = [
    "部下の女性を食事に誘ったら「すみません、その日は用事がありまして。また誘ってください」と。何と返せばいいですか",
    "店長です。バイトの子を飲みに誘ったら「ごめんなさい、ちょっと難しいです」と言われました",
]


@pytest.mark.parametrize("message", SOFT_NO_AT_WORK)
def test_a_soft_no_at_work_may_be_accepted_once_and_holds_nothing_out(message: str) -> None:
    parts = Story().say(message)
    assert plan_in(parts).action is Action.STOP_CONTACT
    found = drafts(parts)
    assert found
    acts = {piece.act for draft in found for piece in draft.pieces}
    assert Act.ACCEPTANCE in acts
    assert not acts & {Act.FUTURE, Act.QUESTION, Act.LIGHT}


def test_a_soft_no_at_work_that_was_answered_is_not_answered_again() -> None:
    told = "部下を食事に誘ったら「その日は用事が」と断られました。「承知しました」と返しました。次はいつ誘えばいいですか"
    parts = Story().say(told)
    assert (plan_in(parts).action, drafts(parts)) == (Action.STOP_CONTACT, [])
