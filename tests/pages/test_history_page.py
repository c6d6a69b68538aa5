"""履歴 and 一時モード as AppTest sees them."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach.settings import Settings
from coach.store import Store

APP = str(Path(__file__).parent.parent.parent / "app.py")
AT = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"


@pytest.fixture
def store() -> Store:
    store = Store(Settings().database)
    store.begin("a" * 32, "映画に誘ったら断られました", AT)
    store.begin("b" * 32, "既読のまま返ってきません", AT)
    return store


def page() -> None:
    import streamlit as st

    from coach.pages import history

    history.draw(st.Page(lambda: None, title="相談", url_path="talk"))


def start() -> AppTest:
    test = AppTest.from_function(page, default_timeout=20).run()
    assert not test.exception
    return test


def texts(page: AppTest) -> str:
    return "\n".join(element.value for element in page.text)


def test_every_story_is_listed_and_found(store: Store) -> None:
    page = start()
    assert {"映画に誘ったら断られました", "既読のまま返ってきません"} <= set(texts(page).splitlines())
    page.text_input(key="search").set_value("既読").run()
    assert texts(page) == "既読のまま返ってきません"
    page.text_input(key="search").set_value("ない").run()
    page.text_input(key="search").set_value("遊園地").run()
    assert texts(page) == "見つかりませんでした。"


def test_a_story_is_renamed(store: Store) -> None:
    page = start()
    page.text_input(key=f"{'a' * 32}-title").set_value("Aさん").run()
    page.button(key=f"{'a' * 32}-rename").click().run()
    assert not page.exception
    assert "Aさん" in texts(page)


def test_a_story_is_deleted_only_when_sure(store: Store) -> None:
    page = start()
    assert page.button(key=f"{'a' * 32}-delete").disabled
    page.checkbox(key=f"{'a' * 32}-sure").check().run()
    page.button(key=f"{'a' * 32}-delete").click().run()
    assert not page.exception
    assert [case.id for case in store.cases()] == ["b" * 32]


def test_everything_is_deleted_only_when_sure(store: Store) -> None:
    page = start()
    page.checkbox(key="all-sure").check().run()
    page.button(key="all-delete").click().run()
    assert store.cases() == ()
    assert "まだ相談の記録はありません" in texts(page)


def test_temporary_mode_is_seen_and_writes_nothing(store: Store) -> None:
    app = AppTest.from_file(APP, default_timeout=20).run()
    app.button(key="temporary-begin").click().run()
    assert "一時モードです" in texts(app)
    app.chat_input[0].set_value(WORK).run()
    assert not app.exception
    assert WORK in texts(app)
    assert len(store.cases()) == 2
    app.button(key="temporary-end").click().run()
    assert "一時モードです" not in texts(app)
    assert WORK not in texts(app)


def test_a_long_list_says_how_much_is_left_out(store: Store) -> None:
    for number in range(40):
        store.begin(f"{number:032}", f"{number}番目の相談", AT)
    page = start()
    assert len([button for button in page.button if str(button.key).endswith("-open")]) == 30
    assert "ほかに12件あります。言葉でさがすと出てきます。" in [caption.value for caption in page.caption]


def test_a_newer_database_says_so_in_one_sentence(store: Store) -> None:
    with sqlite3.connect(Settings().data_dir / "yohaku.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    raw.close()
    page = AppTest.from_file(APP, default_timeout=20).run()
    assert not page.exception
    assert [error.value for error in page.error] == [
        "保存データが、この版より新しい余白で作られています。余白を新しい版にしてから開いてください。データはそのまま残っています。"
    ]
