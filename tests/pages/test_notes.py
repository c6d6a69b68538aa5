"""What is noted of an answer, shown under it for a yes, and taken back when the reading is corrected."""

from datetime import UTC, date, datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from coach.settings import Settings
from coach.situation import Event, EventKind
from coach.store import Store
from coach.story.memory import Case

APP = str(Path(__file__).parent.parent.parent / "app.py")
AT = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"


def texts(page: AppTest) -> str:
    return "\n".join(element.value for element in page.text)


def told() -> Case:
    store = Store(Settings().database)
    (case,) = store.whole_cases()
    store.close()
    return case


def test_an_answer_shows_what_it_noted_and_asks_for_a_yes() -> None:
    page = AppTest.from_file(APP, default_timeout=20).run()
    page.chat_input[0].set_value(WORK).run()
    assert "断りの返事をもらった\n「ごめん、その日は仕事で難しい」" in texts(page)
    (note,) = told().notes
    assert (note.event.kind, note.agreed, note.turn_id) == (EventKind.DECLINED, False, told().turns[-1].id)
    page.button(key=f"{note.id}-yes").click().run()
    assert not page.exception
    assert [n.agreed for n in told().notes] == [True]
    assert "断りの返事をもらった" not in texts(page)


def test_the_same_words_again_are_not_noted_again() -> None:
    page = AppTest.from_file(APP, default_timeout=20).run()
    for _ in range(2):
        page.chat_input[0].set_value(WORK).run()
    assert not page.exception
    assert len(told().turns) == 2
    assert [note.event.kind for note in told().notes] == [EventKind.DECLINED]


def test_the_words_of_a_no_told_afterwards_are_written_into_its_note() -> None:
    page = AppTest.from_file(APP, default_timeout=20).run()
    page.chat_input[0].set_value("飲みに誘ったら断られた").run()
    page.chat_input[0].set_value("「ごめん今週ちょっと体調微妙で…」だって").run()
    assert not page.exception
    (note,) = told().notes
    assert (note.event.kind, note.agreed) == (EventKind.DECLINED, False)
    assert "体調微妙" in note.event.words


def withdrawing() -> None:
    from coach.pages import notes, room

    notes.withdraw(room.case())


def test_a_corrected_reading_takes_back_what_nobody_agreed_to_but_a_final_no() -> None:
    store = Store(Settings().database)
    turn = store.begin("a" * 32, WORK, AT)
    on = date(2026, 11, 21)
    store.note("a" * 32, Event(EventKind.DECLINED, on, "別の話"), agreed=False, turn_id="older")
    store.note("a" * 32, Event(EventKind.DECLINED, on), agreed=False, turn_id=turn)
    store.note("a" * 32, Event(EventKind.REPLIED, on), agreed=True, turn_id=turn)
    store.note("a" * 32, Event(EventKind.CLOSED, on), agreed=False, turn_id=turn)
    page = AppTest.from_function(withdrawing, default_timeout=20)
    page.query_params["c"] = "a" * 32
    page.run()
    assert not page.exception
    assert [(note.event.kind, note.event.words) for note in told().notes] == [
        (EventKind.DECLINED, "別の話"),
        (EventKind.REPLIED, ""),
        (EventKind.CLOSED, ""),
    ]
