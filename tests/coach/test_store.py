import json
import sqlite3
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.parts import Draft, Drafted, Finished, Kind, Piece, Said, Source
from coach.settings import Settings
from coach.shelf import restore, shelve, showable
from coach.situation import Event, EventKind
from coach.store import Store
from guardrails.vocabulary import Act, Stage
from tests.coach.stories import Story

AT = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)


@pytest.fixture
def store() -> Store:
    return Store(Settings().database)


def test_what_was_typed_is_on_disk_before_the_answer(store: Store) -> None:
    store.begin("a" * 32, "断られました", AT)
    again = Store(Settings().database).case("a" * 32)
    assert again is not None
    assert [(turn.text, turn.parts, turn.finished) for turn in again.turns] == [("断られました", (), False)]


def test_a_turn_comes_back_as_it_was_shown(store: Store) -> None:
    parts = Story().say("土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました")
    turn = store.begin("b" * 32, "…", AT)
    store.keep(turn, parts, finished=True)
    case = store.case("b" * 32)
    assert case is not None
    assert case.turns[0].parts == parts
    assert case.turns[0].finished


def test_what_the_guard_stops_today_is_not_redrawn() -> None:
    bad = Draft(Kind.SHORT, (Piece(Act.FUTURE, "なんでダメなの?"),), "", Source.MODEL)
    kept = (Drafted(bad, Stage.DECLINED, "ごめん"), Said("相手は必ず戻ってきます。"), Finished(Source.MODEL))
    assert showable(kept) == (Finished(Source.MODEL),)


@pytest.mark.parametrize(
    "kept",
    [
        None,
        3,
        {},
        {"part": "Nonsense"},
        {"part": "Said"},
        {"part": "Drafted", "draft": {}},
        {"part": "Said", "x": 1},
    ],
    ids=repr,
)
def test_a_part_of_another_version_is_left_out(kept: object) -> None:
    assert restore(kept) is None


def test_parts_are_plain_json() -> None:
    part = Said("今日は送らないで大丈夫です。")
    assert restore(json.loads(json.dumps(shelve(part)))) == part


def test_only_the_user_may_read_the_file(store: Store) -> None:
    path = Settings().data_dir / "yohaku.db"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_events_are_kept_in_order(store: Store) -> None:
    case = store.new_case(AT, "Aさん")
    store.note(case, Event(EventKind.DECLINED, date(2026, 11, 2), "ごめん"))
    store.note(case, Event(EventKind.INVITED, date(2026, 11, 1)))
    found = store.case(case)
    assert found is not None
    assert [event.kind for event in found.events] == [EventKind.INVITED, EventKind.DECLINED]


def test_a_deleted_story_is_gone_from_the_file(store: Store) -> None:
    store.begin("c" * 32, "とても秘密の相談", AT)
    store.delete_case("c" * 32)
    assert store.case("c" * 32) is None
    with sqlite3.connect(Settings().data_dir / "yohaku.db") as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    for path in Settings().data_dir.iterdir():
        assert "とても秘密の相談".encode() not in path.read_bytes()


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200) | st.text(st.characters(categories=["Cs", "Cc", "So"]), max_size=20))
def test_any_text_can_be_kept(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = Store(f"sqlite:///{tmp_path_factory.getbasetemp() / 'any.db'}")
    case = store.new_case(AT)
    store.begin(case, text, AT)
    found = store.case(case)
    assert found is not None
    kept = found.turns[-1].text
    assert len(kept) == len(text)
    assert [
        a for a, b in zip(kept, text, strict=True) if a != b and b != "\x00" and not 0xD800 <= ord(b) < 0xE000
    ] == []


def test_another_address_is_used_as_it_is(tmp_path: Path) -> None:
    assert Settings(database_url=f"sqlite:///{tmp_path}/x.db").database == f"sqlite:///{tmp_path}/x.db"
