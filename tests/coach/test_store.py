import json
import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from coach.parts import Draft, Drafted, Finished, Kind, Piece, Planned, Said, Source
from coach.settings import Settings
from coach.situation import Action, Event, EventKind, Plan
from coach.store import Store
from coach.story.database import FORGETTING
from coach.story.memory import Case, Opinion
from coach.story.shape import NEWEST, TooNewError
from coach.story.shelf import restore, shelve, showable
from coach.story.tables import Base
from guardrails.vocabulary import Act, Stage
from tests.coach.stories import Story

AT = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)


POSTGRES = os.environ.get("YOHAKU_TEST_POSTGRES_URL", "")  # read before each test's environment is cleared


@pytest.fixture(
    params=[
        "file",
        "memory",
        pytest.param(
            "postgres", marks=pytest.mark.skipif(not POSTGRES, reason="no YOHAKU_TEST_POSTGRES_URL")
        ),
    ]
)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Every kind of database the stories may lie in; each starts empty."""
    address = {"file": Settings().database, "memory": FORGETTING, "postgres": POSTGRES}[request.param]
    store = Store(address)
    store.delete_all()
    yield store
    store.close()


@pytest.fixture
def file() -> Path:
    return Settings().data_dir / "yohaku.db"


def the(case: Case | None) -> Case:
    assert case is not None
    return case


def test_what_was_typed_is_on_disk_before_the_answer(file: Path) -> None:
    Store(Settings().database).begin("a" * 32, "断られました", AT)
    again = the(Store(Settings().database).case("a" * 32))
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


def test_a_sentence_is_redrawn_at_the_stage_it_was_said_for() -> None:
    quoting = Said("「来月の陶芸展、よかったら一緒にどう？難しければ断ってね」のように、軽く一度だけ。")
    invite, reply = (
        Planned(Plan(action, stage, "", "", ""))
        for action, stage in (
            (Action.INVITE_LIGHTLY, Stage.SECOND_INVITE),
            (Action.REPLY_NOW, Stage.DECLINED),
        )
    )
    assert showable((invite, quoting)) == (invite, quoting)
    assert showable((reply, quoting)) == (reply,)


def test_a_sentence_that_quotes_them_is_redrawn_with_their_words() -> None:
    quoting = "「そのうちね〜」、時期を決めずに先へ延ばしています。"
    kept = Said(quoting, Stage.DECLINED, "うーん、そのうちね〜")
    assert showable((kept, Said(quoting))) == (kept,)


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


def test_only_the_user_may_read_the_file(file: Path) -> None:
    Store(Settings().database)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_events_are_kept_in_order(store: Store) -> None:
    case = store.new_case(AT, "Aさん")
    store.note(case, Event(EventKind.DECLINED, date(2026, 11, 2), "ごめん"))
    store.note(case, Event(EventKind.INVITED, date(2026, 11, 1)))
    found = store.case(case)
    assert found is not None
    assert [event.kind for event in found.events] == [EventKind.INVITED, EventKind.DECLINED]


def test_events_of_one_day_keep_the_order_in_which_they_were_noted(store: Store) -> None:
    case = store.new_case(AT)
    kinds = [EventKind.INVITED, EventKind.DECLINED, EventKind.REPLIED, EventKind.SMALL_TALK]
    for kind in kinds:
        store.note(case, Event(kind, date(2026, 11, 2)))
    assert [event.kind for event in the(store.case(case)).events] == kinds


def test_an_event_is_agreed_to_corrected_and_removed(store: Store) -> None:
    case = store.new_case(AT)
    note = store.note(case, Event(EventKind.DECLINED, date(2026, 11, 2), "ごめん"), agreed=False, turn_id="t")
    assert [(n.id, n.agreed, n.turn_id) for n in the(store.case(case)).notes] == [(note, False, "t")]
    corrected = Event(EventKind.SILENCE, date(2026, 11, 3))
    store.amend(note, corrected)
    assert [(n.event, n.agreed) for n in the(store.case(case)).notes] == [(corrected, True)]
    assert the(store.case(case)).events == (corrected,)
    store.remove(note)
    assert the(store.case(case)).notes == ()
    store.amend(note, corrected)
    assert the(store.case(case)).notes == ()


def test_stories_are_found_by_title_and_by_what_was_typed(store: Store) -> None:
    movie = store.begin("d" * 32, "映画に誘ったら断られました", AT)
    store.begin("e" * 32, "100%_だめでした", AT)
    store.rename("d" * 32, "Aさん")
    store.rename("f" * 32, "いない人")
    assert movie
    assert [case.title for case in store.cases("映画に")] == ["Aさん"]
    assert [case.id for case in store.cases("aさん")] == ["d" * 32]
    assert [case.id for case in store.cases("%_")] == ["e" * 32]
    assert store.cases("ない言葉") == ()
    assert len(store.cases()) == 2


def test_a_deleted_story_leaves_the_others(store: Store) -> None:
    for case in ("a" * 32, "b" * 32):
        store.begin(case, "断られました", AT)
        store.note(case, Event(EventKind.DECLINED, date(2026, 11, 2)))
    store.delete_case("a" * 32)
    assert [case.id for case in store.whole_cases()] == ["b" * 32]
    assert len(the(store.case("b" * 32)).turns) == len(the(store.case("b" * 32)).events) == 1
    store.delete_all()
    assert store.cases() == ()


@pytest.mark.parametrize("everything", [False, True], ids=["one", "all"])
def test_a_deleted_story_is_gone_from_the_file(file: Path, everything: bool) -> None:
    store = Store(Settings().database)
    store.begin("c" * 32, "とても秘密の相談", AT)
    store.note("c" * 32, Event(EventKind.DECLINED, date(2026, 11, 2), "とても秘密の返事"))
    store.begin("d" * 32, "あ" * 200_000, AT)
    before = file.stat().st_size
    store.delete_case("d" * 32)
    if everything:
        store.delete_all()
    else:
        store.delete_case("c" * 32)
    assert store.case("c" * 32) is None
    assert file.stat().st_size < before or before < 100_000
    for path in file.parent.iterdir():
        assert "とても秘密の".encode() not in path.read_bytes()


def test_a_forgetting_store_writes_nothing() -> None:
    store = Store(FORGETTING)
    store.begin("a" * 32, "断られました", AT)
    failures: list[Exception] = []

    def say() -> None:
        try:
            for _ in range(20):
                store.begin("a" * 32, "続き", AT)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=say) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(the(store.case("a" * 32)).turns) == 81
    assert not Settings().data_dir.exists()


OLD_SHAPE = """
CREATE TABLE cases (id VARCHAR(32) NOT NULL, title TEXT NOT NULL, at DATETIME NOT NULL, PRIMARY KEY (id));
CREATE TABLE turns (id VARCHAR(32) NOT NULL, case_id VARCHAR(32) NOT NULL, at DATETIME NOT NULL, text TEXT NOT NULL,
  parts JSON NOT NULL, finished BOOLEAN NOT NULL, PRIMARY KEY (id),
  FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE);
CREATE INDEX ix_turns_case_id ON turns (case_id);
CREATE TABLE events (id VARCHAR(32) NOT NULL, case_id VARCHAR(32) NOT NULL, kind VARCHAR(32) NOT NULL,
  "on" DATE NOT NULL, words TEXT NOT NULL, PRIMARY KEY (id),
  FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE);
CREATE INDEX ix_events_case_id ON events (case_id);
INSERT INTO cases VALUES ('old', 'Aさん', '2026-11-01 10:00:00.000000');
INSERT INTO turns VALUES ('t', 'old', '2026-11-01 10:00:00.000000', '断られました', '[]', 1);
INSERT INTO events VALUES ('e', 'old', 'declined', '2026-11-01', 'ごめん');
"""


NUMBERED = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL); INSERT INTO alembic_version VALUES ('first');"


@pytest.mark.parametrize("number", ["", NUMBERED], ids=["before shapes had numbers", "an older number"])
def test_an_older_file_opens(file: Path, number: str) -> None:
    file.parent.mkdir(parents=True)
    with sqlite3.connect(file) as raw:
        raw.executescript(OLD_SHAPE + number)
    raw.close()
    for _ in range(2):
        store = Store(Settings().database)
        old = the(store.case("old"))
        assert [turn.text for turn in old.turns] == ["断られました"]
        assert [(n.event, n.agreed) for n in old.notes] == [
            (Event(EventKind.DECLINED, date(2026, 11, 1), "ごめん"), True)
        ]
        store.close()


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(file: Path) -> None:
    file.parent.mkdir(parents=True)
    in_the_way = "ALTER TABLE events ADD COLUMN agreed BOOLEAN;"
    with sqlite3.connect(file) as raw:
        raw.executescript(OLD_SHAPE + in_the_way)
    raw.close()
    with pytest.raises(OperationalError, match="agreed"):
        Store(Settings().database)
    with sqlite3.connect(file) as raw:
        assert [row[1] for row in raw.execute("PRAGMA table_info(events)")][5:] == ["agreed"]
        assert raw.execute("SELECT text FROM turns").fetchall() == [("断られました",)]
    raw.close()


def test_a_new_file_can_be_opened_by_many_at_once() -> None:
    with ThreadPoolExecutor(8) as openers:
        stores = list(openers.map(lambda _: Store(Settings().database), range(8)))
    for store in stores:
        store.begin("a" * 32, "断られました", AT)
    assert len(the(stores[0].case("a" * 32)).turns) == 8


def test_who_opens_a_new_file_waits_for_who_is_writing_it(file: Path) -> None:
    file.parent.mkdir(parents=True)
    first = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    first.execute("BEGIN IMMEDIATE")
    with ThreadPoolExecutor(1) as other:
        opened = other.submit(Store, Settings().database)
        with pytest.raises(TimeoutError):
            opened.result(timeout=0.5)
        first.execute("COMMIT")
        opened.result().begin("a" * 32, "断られました", AT)
    first.close()


def test_a_newer_file_says_so_and_stays_as_it_is(file: Path) -> None:
    Store(Settings().database).close()
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    raw.close()
    with pytest.raises(TooNewError, match="新しい余白で作られています"):
        Store(Settings().database)
    with sqlite3.connect(file) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("from_the_future",)]
    raw.close()


def test_the_newest_shape_is_the_last_step(file: Path) -> None:
    Store(Settings().database).close()
    with sqlite3.connect(file) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(NEWEST,)]
    raw.close()


def test_what_the_user_thinks_of_an_answer_is_kept_and_can_be_taken_back(store: Store) -> None:
    case = store.new_case(AT)
    turn = store.begin(case, "断られました", AT)
    for opinion in (Opinion(good=False, reason="場面がちがう"), Opinion(good=True), None):
        store.judge(turn, opinion)
        assert the(store.case(case)).turns[0].opinion == opinion


def test_a_turn_said_anew_is_taken_out(store: Store) -> None:
    case = store.new_case(AT)
    first, second = store.begin(case, "断られた", AT), store.begin(case, "断られました", AT)
    store.take_back(first)
    assert [turn.id for turn in the(store.case(case)).turns] == [second]


def test_a_choice_holds_until_it_is_taken_back_or_everything_is_deleted(store: Store) -> None:
    assert store.choice("language") == ""
    store.choose("language", "en")
    store.choose("language", "ja")
    assert store.choice("language") == "ja"
    store.choose("language", "")
    assert store.choice("language") == ""
    store.choose("language", "en")
    store.delete_all()
    assert store.choice("language") == ""


def test_the_steps_lead_to_the_tables_in_use() -> None:
    Store(Settings().database).close()
    engine = create_engine(Settings().database)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": False})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


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
