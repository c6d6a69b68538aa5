"""What is changed in a draft without a model, and that the result still passes the guard."""

from datetime import date
from itertools import islice

import pytest

from coach.answering.wanted import Wanted
from coach.compose import every_draft
from coach.drafting.dialect import USUAL, dialects, named_in, spoken
from coach.drafting.restyle import UNCHANGED, restyled
from coach.drafting.style import Style
from coach.parts import Draft, Drafted, Kind, Piece, Said, Source
from coach.situation import Action, Plan, Reading, Register, Topic
from coach.story.memory import Case
from guardrails.check import check
from guardrails.vocabulary import Act, Outcome, Stage
from tests.coach.stories import NOW, Story

TODAY = date(2026, 11, 21)
OPEN = (Stage.DECLINED, Stage.ALTERNATIVE, Stage.COOLDOWN)
WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"


def ground(stage: Stage, register: Register = Register.CASUAL, *, wish: str = "") -> Wanted:
    return Wanted(
        text="",
        reading=Reading(Topic.SITUATION, stage, register=register),
        plan=Plan(Action.REPLY_NOW, stage, "", "", ""),
        case=Case("c", "", NOW),
        today=TODAY,
        wish=wish,
    )


def drafts(stage: Stage, register: Register) -> list[Draft]:
    reading = Reading(Topic.SITUATION, stage, register=register)
    return list(islice(every_draft(stage, reading, today=TODAY), 0, 3000, 40))


def stopped(text: str, stage: Stage) -> bool:
    return check(text, stage=stage, incoming="ごめん、難しい", ours=True).outcome is not Outcome.PASS


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("stage", OPEN)
def test_a_way_out_can_be_added_to_every_draft(stage: Stage, register: Register) -> None:
    found = [restyled(d, Style.WAY_OUT, ground(stage, register)) for d in drafts(stage, register)]
    assert found
    assert all(draft.pieces[-1].act is Act.EXIT for draft in found)
    assert [draft.text for draft in found if stopped(draft.text, stage)] == []
    assert all(restyled(d, Style.WAY_OUT, ground(stage, register)) == d for d in found)


def test_after_a_final_no_no_way_out_is_added() -> None:
    draft = drafts(Stage.CLOSED, Register.CASUAL)[0]
    assert restyled(draft, Style.WAY_OUT, ground(Stage.CLOSED)) == draft


@pytest.mark.parametrize("dialect", dialects())
@pytest.mark.parametrize("stage", OPEN)
def test_every_draft_passes_in_a_dialect(stage: Stage, dialect: str) -> None:
    wanted = ground(stage, wish=f"{dialect}で")
    before = drafts(stage, Register.CASUAL)
    found = [restyled(draft, Style.DIALECT, wanted) for draft in before]
    assert found
    assert [draft.text for draft in found if stopped(draft.text, stage)] == []


@pytest.mark.parametrize(
    ("text", "dialect", "said"),
    [
        ("わかった、了解だよ!", "関西弁", "わかった、了解やで!"),
        ("全然気にしないでね。", "関西弁", "全然気にせんといてね。"),
        ("うれしいよ!またね!", "関西弁", "うれしいわ!またな!"),
        ("いい一日になりますように!", "博多弁", "よか一日になりますように!"),
        ("了解です。", "博多弁", "了解です。"),
    ],
)
def test_phrases_in_a_dialect(text: str, dialect: str, said: str) -> None:
    assert spoken(text, dialect) == said


def test_which_dialect_a_wish_names() -> None:
    assert [named_in(wish) for wish in ("方言で", "関西っぽく", "博多弁にして")] == [
        USUAL,
        "関西弁",
        "博多弁",
    ]


def test_without_emoji_every_word_is_kept() -> None:
    pieces = (
        Piece(Act.THANKS, "連絡ありがとう!😊"),
        Piece(Act.FUTURE, "またね👋🏽 "),
        Piece(Act.GREETING, "✨", break_before=True),
    )
    plain = restyled(Draft(Kind.WARM, pieces, "", Source.MODEL), Style.NO_EMOJI, ground(Stage.DECLINED))
    assert plain.text == "連絡ありがとう!またね"


@pytest.mark.parametrize(("wish", "style"), [("方言で", Style.DIALECT), ("断り道を足す", Style.WAY_OUT)])
def test_the_whole_path(wish: str, style: Style) -> None:
    story = Story()
    first = next(part for part in story.say(WORK) if isinstance(part, Drafted))
    new = [part.draft for part in story.wish(first.draft, wish) if isinstance(part, Drafted)]
    assert len(new) == 1
    assert new[0].text != first.draft.text
    if style is Style.WAY_OUT:
        again = story.wish(new[0], wish)
        assert [part for part in again if isinstance(part, Drafted)] == []
        assert [part.sentence for part in again if isinstance(part, Said)] == [UNCHANGED[style]]
