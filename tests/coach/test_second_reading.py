"""A model's reading where the rules are unsure: asked masked, believed only where it quotes, at no cost elsewhere."""

import json

import pytest

from coach.answering.attempt import Attempted, Sending, Troubled
from coach.model import ModelError, ModelTrouble
from coach.parts import Drafted, Planned
from coach.prompts import as_sent
from coach.situation import Action, SignId
from guardrails.vocabulary import Stage
from tests.coach.scripted import ScriptedModel, answer
from tests.coach.stories import Story, plan_in, questions, reading_in

OPEN = "相手のことで、みくさんが「ほなまた風向き変わったらな」と、ぽつり。うーん。090-1234-5678"
KNOWN = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"
QUOTE = "ほなまた風向き変わったらな"


def seen(stage: str, evidence: str = QUOTE, *signs: tuple[str, str]) -> str:
    listed = [{"sign": sign, "quote": quote} for sign, quote in signs]
    return json.dumps({"stage": stage, "evidence": evidence, "signs": listed}, ensure_ascii=False)


def test_what_the_rules_left_open_is_asked_masked_and_filled() -> None:
    assert reading_in(Story().say(OPEN)).stage is None
    model = ScriptedModel([seen("declined", QUOTE, ("-3", QUOTE)), answer()])
    parts = Story(model=model).say(OPEN)
    reading = reading_in(parts)
    assert (reading.stage, reading.proposed) == (Stage.DECLINED, True)
    assert [(s.id, s.span.text, OPEN[s.span.start : s.span.end]) for s in reading.signs] == [
        (SignId.POSTPONED, QUOTE, QUOTE)
    ]
    asked = as_sent(model.asked[0])
    assert "みく" not in asked
    assert "090" not in asked
    assert [part.prompt for part in parts if isinstance(part, Sending)] == model.asked
    assert len([part for part in parts if isinstance(part, Attempted)]) == len(model.asked)


UNBELIEVED = {
    "words nobody wrote": seen("declined", "もう会いたくない"),
    "no words at all": seen("closed", ""),
    "unclear": seen("unclear", ""),
    "another stage": seen("second_invite"),
    "no such stage": seen("married"),
    "prose": "断られたのだと思います。",
    "nothing": "",
    "endless": "あ" * 6000,
    "more keys than asked": '{"stage": "declined"}',
}


@pytest.mark.parametrize("said", UNBELIEVED.values(), ids=list(UNBELIEVED))
def test_what_does_not_quote_the_message_says_nothing(said: str) -> None:
    parts = Story(model=ScriptedModel([said])).say(OPEN)
    assert reading_in(parts) == reading_in(Story().say(OPEN))
    assert plan_in(parts).action is Action.CLARIFY


def test_a_sign_without_its_words_is_dropped_alone() -> None:
    told = seen("silence", QUOTE, ("+1", "来週ならいけるよ"))
    reading = reading_in(Story(model=ScriptedModel([told, answer()])).say(OPEN))
    assert (reading.stage, [s.id for s in reading.signs]) == (Stage.SILENCE, [SignId.NO_ANSWER])


def test_a_quote_across_a_placeholder_is_found_in_what_was_typed() -> None:
    told = seen("declined", "〔人物1〕さんが")
    reading = reading_in(Story(model=ScriptedModel([told, answer()])).say(OPEN))
    assert reading.stage is Stage.DECLINED


def test_it_may_stop_what_the_rules_guessed_to_be_fine() -> None:
    guessed = "飲みはだめでも朝のパン屋めぐりならつきあうってさ。行く気まんまん、どう返す"
    assert plan_in(Story().say(guessed)).drafts
    told = seen("closed", "飲みはだめ")
    parts = Story(model=ScriptedModel([told, answer()])).say(guessed)
    assert plan_in(parts).action is Action.STOP_CONTACT
    assert not [part for part in parts if isinstance(part, Drafted)]
    assert any("合っていますか" in asked.question for asked in questions(parts))


@pytest.mark.parametrize("text", [KNOWN, "死にたいです", "きょうは何を食べようかな"])
def test_where_the_rules_know_nothing_is_asked_about_it(text: str) -> None:
    model = ScriptedModel([answer()] * 3)
    Story(model=model).say(text)
    assert "Reading" not in [prompt.name for prompt in model.asked]


def test_what_the_user_chose_is_not_asked_about() -> None:
    model = ScriptedModel([answer()] * 3)
    reading = reading_in(Story(model=model).say(OPEN, corrected=Stage.SILENCE))
    assert reading.stage is Stage.SILENCE
    assert "Reading" not in [prompt.name for prompt in model.asked]


def test_a_model_that_fails_here_is_not_waited_for_twice() -> None:
    model = ScriptedModel([ModelError(ModelTrouble.UNREACHABLE)])
    parts = Story(model=model).say(OPEN)
    assert len(model.asked) == 1
    assert [part.kind for part in parts if isinstance(part, Troubled)] == ["unreachable"]
    assert [part for part in parts if isinstance(part, Planned)]
