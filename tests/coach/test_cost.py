"""What the model costs is known, kept, and stops at the limit the user has set."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from coach.answering.attempt import Troubled
from coach.answering.wanted import JAPAN, Desk
from coach.llm import OpenAIModel
from coach.model import Message, ModelError, ModelTrouble, Prompt, Role, Usage
from coach.parts import Drafted, Finished, Said, Source
from coach.purse import Purse, Spent, daily_limit
from coach.reply import respond
from coach.settings import Settings
from coach.store import Store
from coach.story.database import FORGETTING
from coach.wire.meter import Meter
from tests.bad_server import USAGE, WHOLE, running
from tests.coach.scripted import ScriptedModel, answer, repair
from tests.coach.stories import NOW, Story, drafts

WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"
BRISK = ("あっさり", [("thanks", "連絡ありがとうございます。"), ("acceptance", "承知しました。")])
PROBING = ("あたたかく", [("thanks", "連絡ありがとう。"), ("question", "なんの仕事なの?本当に無理?")])
SHORT = ("ひとこと", [("acceptance", "了解です、ありがとうございます。")])
ASKED = Prompt((Message(Role.USER, "質問"),))


@dataclass
class Book:
    """A ledger in a list."""

    entries: dict[str, Spent] = field(default_factory=dict)

    def enter(self, turn_id: str, spent: Spent) -> None:
        self.entries[turn_id] = spent

    def spent_since(self, since: datetime) -> tuple[Spent, ...]:
        return tuple(s for s in self.entries.values() if s.at >= since)


def desk(story: Story, book: Book, **more: Any) -> Desk:
    return Desk(now=NOW, memory=story.notebook, model=story.model, purse=Purse(book, **more))


def tell(model: Any, book: Book, **more: Any) -> tuple[Any, ...]:
    story = Story(model=model)
    return tuple(respond(WORK, case=story.case, desk=desk(story, book, **more)))


def test_a_turn_is_entered_with_both_attempts() -> None:
    model = ScriptedModel([answer(BRISK, PROBING, SHORT), repair(SHORT)])
    book = Book()
    tell(model, book)
    (spent,) = book.entries.values()
    assert spent == Spent(NOW, Usage(0, sum(given.heard for given in model.given), estimated=True))


def test_where_no_model_is_asked_nothing_is_entered() -> None:
    book = Book()
    tell(None, book)
    assert book.entries == {}


@pytest.mark.parametrize("after", [1, 4, 6])
def test_a_turn_that_was_stopped_has_its_cost_and_what_was_shown(after: int) -> None:
    model = ScriptedModel([answer(BRISK, SHORT)], size=1)
    book, story = Book(), Story(model=model)
    seen = []
    with closing(respond(WORK, case=story.case, desk=desk(story, book))) as parts:
        for part in parts:
            seen += [part] if isinstance(part, Said | Drafted) else []
            if len(seen) == after:
                break
    assert [p for p in story.notebook.turns[0].parts if isinstance(p, Said | Drafted)] == seen
    assert not story.notebook.turns[0].finished
    assert model.given[0].closed
    assert [spent.usage.completion for spent in book.entries.values()] == [model.given[0].heard]


def test_at_the_limit_the_composed_half_answers_with_one_clear_sentence() -> None:
    book = Book({"before": Spent(NOW, Usage(800, 200))})
    model = ScriptedModel([answer(BRISK)])
    parts = tell(model, book, limit=1000)
    assert model.asked == []
    assert [part.kind for part in parts if isinstance(part, Troubled)] == ["limit"]
    assert [draft.source for draft in drafts(parts)] == [Source.COMPOSED] * 3
    assert parts[-1] == Finished(Source.COMPOSED)
    assert list(book.entries) == ["before"]


def test_the_limit_holds_between_the_two_attempts() -> None:
    model = ScriptedModel([answer(BRISK, PROBING, SHORT), repair(SHORT)])
    parts = tell(model, Book(), limit=100)
    assert len(model.asked) == 1
    assert [part.kind for part in parts if isinstance(part, Troubled)] == ["limit"]
    assert len(drafts(parts)) == 3


@pytest.mark.parametrize(
    ("limit", "spent", "left"),
    [(None, 5000, None), (0, 0, 0), (1000, 400, 600), (1000, 1000, 0), (1000, 4000, 0)],
)
def test_what_is_left_of_a_day(limit: int | None, spent: int, left: int | None) -> None:
    book = Book({"a": Spent(NOW, Usage(spent, 0)), "old": Spent(NOW - timedelta(days=2), Usage(9999, 9999))})
    story = Story()
    assert Purse(book, limit).left(desk(story, book).midnight) == left
    assert Purse(Book(), limit, (book,)).left(desk(story, book).midnight) == left


def test_a_day_begins_at_midnight_in_japan() -> None:
    story = Story(now=datetime(2026, 11, 21, 16, 0, tzinfo=UTC))
    assert story.desk.midnight == datetime(2026, 11, 22, 0, 0, tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("chosen", "default", "limit"), [("", None, None), ("", 5, 5), ("0", 5, 0), ("7", None, 7)]
)
def test_the_users_limit_goes_before_the_environments(
    chosen: str, default: int | None, limit: int | None
) -> None:
    assert daily_limit(chosen, default) == limit


def test_the_environment_can_set_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YOHAKU_DAILY_TOKENS", "20000")
    assert Settings().daily_tokens == 20_000


@pytest.mark.parametrize("address", ["file", "memory"])
def test_costs_are_kept_in_numbers_and_outlive_a_story(address: str) -> None:
    store = Store(Settings().database if address == "file" else FORGETTING)
    case = store.new_case(NOW)
    turn = store.begin(case, WORK, NOW)
    late = Spent(NOW.astimezone(JAPAN), Usage(1200, 340))
    store.enter(turn, Spent(NOW - timedelta(hours=3), Usage(1, 2, estimated=True)))
    store.enter("another", late)
    store.delete_case(case)
    assert store.spent_since(NOW - timedelta(days=1)) == (
        late,
        Spent(NOW - timedelta(hours=3), Usage(1, 2, estimated=True)),
    )
    assert store.spent_since(NOW) == (late,)
    store.delete_all()
    assert store.spent_since(NOW - timedelta(days=1)) == ()
    store.close()


@pytest.mark.parametrize(
    ("usages", "total"),
    [
        ([], Usage(0, 0)),
        ([Usage(1, 2), Usage(3, 4)], Usage(4, 6)),
        ([Usage(1, 2), Usage(3, 4, estimated=True)], Usage(4, 6, estimated=True)),
        ([Usage(1, 2), Usage(0, 0, estimated=True)], Usage(1, 2)),
    ],
    ids=["none", "told", "one estimated", "one never asked"],
)
def test_a_sum_is_as_sure_as_its_parts(usages: list[Usage], total: Usage) -> None:
    assert Usage.total(usages) == total


def test_a_meter_that_is_closed_stops_what_is_under_way() -> None:
    model = ScriptedModel(["あいう"], size=1)
    meter = Meter(model, left=10)
    assert next(meter.stream(ASKED)) == "あ"
    meter.close()
    assert model.given[0].closed
    assert meter.name == "scripted"
    with pytest.raises(ModelError, match=ModelTrouble.LIMIT):
        Meter(model, left=0).stream(ASKED)


# --- the server's own count ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with running() as address:
        yield address


def paid(base: str, way: str) -> Usage:
    """What a turn has cost when a real server process answers in this way."""
    book = Book()
    model = OpenAIModel(
        api_key=SecretStr("k"), base_url=f"{base}/{way}/cost/v1", name="m", timeout=2.0, sleep=lambda _: None
    )
    tell(model, book)
    (spent,) = book.entries.values()
    return spent.usage


@pytest.mark.wire
@pytest.mark.parametrize("way", ["well", "one_char", "fenced", "chatty", "no_schema", "unstreamed"])
def test_a_whole_answer_costs_what_the_server_says(base: str, way: str) -> None:
    assert paid(base, way) == Usage(USAGE["prompt_tokens"], USAGE["completion_tokens"])


@pytest.mark.wire
@pytest.mark.parametrize("way", ["no_usage", "silent_end", "hang_midway"])
def test_where_the_server_does_not_say_letters_are_counted(base: str, way: str) -> None:
    usage = paid(base, way)
    assert usage.estimated
    assert 1000 < usage.prompt < 20_000
    assert 0 < usage.completion <= len(WHOLE)
