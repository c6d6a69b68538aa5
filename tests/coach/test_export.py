"""Stories taken away as files."""

import json
from datetime import date

from coach.parts import Draft, Drafted, Finished, Kind, Piece, Said, Source
from coach.situation import Event, EventKind
from coach.story.export import as_json, as_markdown
from coach.story.memory import Case, Note, Turn
from guardrails.vocabulary import Act, Stage
from tests.coach.stories import NOW, Story

BAD = Drafted(
    Draft(Kind.SHORT, (Piece(Act.FUTURE, "なんでダメなの?"),), "", Source.MODEL), Stage.DECLINED, "ごめん"
)


def story() -> Case:
    told = Story()
    told.say("土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました")
    note = Note(
        "n", Event(EventKind.DECLINED, date(2026, 11, 21), "ごめん、その日は仕事で難しい"), agreed=False
    )
    return Case("a", "Aさん", NOW, told.case.turns, (note.event,), (note,))


def test_json_has_everything() -> None:
    (case,) = json.loads(as_json([story()]))["cases"]
    assert case["title"] == "Aさん"
    assert case["turns"][0]["text"] == story().turns[0].text
    assert [p["part"] for p in case["turns"][0]["parts"]].count("Drafted") == 3
    assert case["events"] == [
        {"kind": "declined", "on": "2026-11-21", "words": "ごめん、その日は仕事で難しい", "agreed": False}
    ]


def test_markdown_tells_the_story() -> None:
    text = as_markdown([story()])
    for words in (
        "Aさん",
        "11月21日",
        "断りの返事をもらった",
        "仕事で難しい",
        "今日すること",
        "断られたところ",
    ):
        assert words in text


def test_what_the_guard_stops_is_not_exported() -> None:
    turn = Turn(
        "t", NOW, "ごめんと言われた", (BAD, Said("相手は必ず戻ってきます。"), Finished(None)), finished=True
    )
    case = Case("a", "", NOW, (turn,))
    for text in (as_json([case]), as_markdown([case])):
        assert "なんでダメなの" not in text
        assert "必ず戻って" not in text


def test_typed_markup_stays_inside_its_fence() -> None:
    turn = Turn("t", NOW, "~~~~\n# <script>alert(1)</script>\n~~~", (), finished=True)
    text = as_markdown([Case("a", "~~~", NOW, (turn,))])
    assert "~~~~~text\n~~~~\n# <script>alert(1)</script>\n~~~\n~~~~~" in text
