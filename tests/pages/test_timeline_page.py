"""これから as AppTest sees it: what happened can be agreed to, corrected and removed, and the rest follows."""

from datetime import datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from coach.answering.wanted import JAPAN
from coach.labels import day
from coach.settings import Settings
from coach.situation import Event, EventKind
from coach.store import Store

CASE = "a" * 32


@pytest.fixture
def store() -> Store:
    store = Store(Settings().database)
    store.begin(CASE, "断られました", datetime.now(JAPAN))
    return store


def page() -> None:
    from coach.pages import timeline

    timeline.draw()


def start() -> AppTest:
    test = AppTest.from_function(page, default_timeout=20)
    test.query_params["c"] = CASE
    test.run()
    assert not test.exception
    return test


def texts(page: AppTest) -> str:
    return "\n".join(element.value for element in page.text)


def today() -> datetime:
    return datetime.now(JAPAN)


def no() -> Event:
    return Event(EventKind.DECLINED, (today() - timedelta(days=2)).date(), "ごめん、*仕事*で難しい")


def drawn(page: AppTest) -> bytes:
    """Everything the plot is made of: its description and its data."""
    (chart,) = page.get("vega_lite_chart")
    return bytes(chart.proto.SerializeToString())


def test_an_empty_story_says_so() -> None:
    assert "まだ記録がありません" in texts(start())


def test_where_we_are_and_the_next_date_in_words(store: Store) -> None:
    store.note(CASE, no(), agreed=False)
    shown = texts(start())
    assert "断りの返事をもらった\n「ごめん、*仕事*で難しい」" in shown
    assert f"早くても{day((today() + timedelta(days=5)).date())}以降。あと5日です。" in shown
    assert f"軽い雑談は、{day((today() + timedelta(days=5)).date())}以降に1通までなら" in shown


def test_small_talk_is_counted_from(store: Store) -> None:
    store.note(CASE, no(), agreed=False)
    store.note(CASE, Event(EventKind.SMALL_TALK, (today() - timedelta(days=1)).date()))
    shown = texts(start())
    assert "前回の軽いやりとりから1日です。" in shown
    assert f"軽い雑談は、{day((today() + timedelta(days=6)).date())}以降に1通までなら" in shown


def test_the_window_is_a_plot_without_their_words(store: Store) -> None:
    store.note(CASE, no(), agreed=False)
    plot = drawn(start())
    assert (today() + timedelta(days=5)).date().isoformat().encode() in plot
    assert "誘わない".encode() in plot
    assert "仕事".encode() not in plot


def test_a_note_is_agreed_to_once(store: Store) -> None:
    note = store.note(CASE, no(), agreed=False)
    page = start()
    page.button(key=f"{note}-yes").click().run()
    case = store.case(CASE)
    assert case is not None
    assert [n.agreed for n in case.notes] == [True]
    assert f"{note}-yes" not in [button.key for button in page.button]


def test_a_note_is_corrected(store: Store) -> None:
    note = store.note(CASE, no(), agreed=False)
    page = start()
    page.selectbox(key=f"{note}-kind").set_value(EventKind.SILENCE)
    submit = next(button for button in page.button if button.label == "この内容にする")
    submit.click().run()
    assert not page.exception
    assert "送ったあと、返事がまだない" in texts(page)
    assert "いまはありません" in texts(page)


def test_a_note_is_removed(store: Store) -> None:
    note = store.note(CASE, no())
    page = start()
    page.button(key=f"{note}-remove").click().run()
    assert not page.exception
    case = store.case(CASE)
    assert case is not None
    assert case.notes == ()
    assert "まだありません" in texts(page)


def test_something_is_written_down_by_hand(store: Store) -> None:
    page = start()
    page.selectbox(key="add-kind").set_value(EventKind.CLOSED)
    next(button for button in page.button if button.label == "書き足す").click().run()
    assert not page.exception
    case = store.case(CASE)
    assert case is not None
    assert [(n.event.kind, n.agreed) for n in case.notes] == [(EventKind.CLOSED, True)]


def test_the_calendar_is_offered_only_with_a_date(store: Store) -> None:
    note = store.note(CASE, no(), agreed=False)
    assert len(start().get("download_button")) == 1
    store.amend(note, Event(EventKind.CLOSED, today().date()))
    assert start().get("download_button") == []
