"""A story told in the terminal walks the path of the page, day by day."""

from coach.situation import EventKind
from evals.tell import Telling, told


def test_a_story_is_told_turn_by_turn() -> None:
    lines = list(told(["誘ったら「ごめん、その日は仕事」だった", ">sent", "+8", "もう誘っていい？"]))
    assert "＞ もう誘っていい？ (11/29)" in lines
    assert any("一度だけ軽く誘いましょう" in line for line in lines)


def test_what_was_sent_and_noted_is_kept() -> None:
    telling = Telling()
    telling.turn("誘ったら「ごめん、その日は仕事」だった")
    shown = telling.drafts
    telling.turn(">sent")
    assert [event.kind for event in telling.scene.story.events] == [EventKind.DECLINED, EventKind.REPLIED]
    assert telling.scene.story.events[-1].words == shown[0].text


def test_a_wish_rewrites_the_first_draft() -> None:
    telling = Telling()
    telling.turn("誘ったら「ごめん、その日は仕事」だった")
    first = telling.drafts[0].text
    telling.turn("!短くして")
    assert len(telling.drafts[0].text) < len(first)
