"""Whatever the server does, the answer on the page is whole: the reading, the plan, drafts, one clear sentence."""

import logging
import time
from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from coach.llm import OpenAIModel
from coach.model import SENTENCES, ModelTrouble
from coach.parts import Drafted, Finished, Kind, Planned, Read, Said, Troubled
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Outcome
from tests.bad_server import running
from tests.coach.stories import Story
from tests.coach.test_llm import FAILING, KEY, MENDED, PATIENCE, PATIENCE_FOR, TIMEOUT, TOTAL

WORDS = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"
SPOKEN = frozenset({"hang_midway", "cut_midway", "silent_end", "filtered", "length"})  # begins well

pytestmark = pytest.mark.wire


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    Story().say(WORDS)  # rules and dictionary are read once
    with running() as address:
        yield address


def tell(base: str, way: str) -> Story:
    model = OpenAIModel(
        api_key=SecretStr(KEY),
        base_url=f"{base}/{way}/path/v1",
        name="m",
        timeout=TIMEOUT,
        patience=PATIENCE_FOR.get(way, PATIENCE),
        total=TOTAL,
        sleep=lambda _: None,
    )
    story = Story(model=model)
    story.say(WORDS)
    return story


@pytest.mark.parametrize("way", FAILING)
def test_nobody_is_stranded(base: str, way: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    kind, _, seconds = FAILING[way]
    start = time.monotonic()
    (turn,) = tell(base, way).notebook.turns
    assert time.monotonic() - start < seconds

    assert turn.text == WORDS
    assert turn.finished
    assert [type(part) for part in turn.parts[:2]] == [Read, Planned]
    assert isinstance(turn.parts[-1], Finished)
    assert Troubled(kind.value, SENTENCES[kind]) in turn.parts
    assert any(isinstance(part, Said) for part in turn.parts)
    assert_whole_and_checked(turn.parts)

    assert KEY not in caplog.text
    assert "仕事で難しい" not in caplog.text


@pytest.mark.parametrize("way", MENDED)
def test_an_odd_server_is_no_trouble(base: str, way: str) -> None:
    (turn,) = tell(base, way).notebook.turns
    assert not any(isinstance(part, Troubled) for part in turn.parts)
    assert_whole_and_checked(turn.parts)


@pytest.mark.parametrize("way", sorted(SPOKEN))
def test_what_had_come_before_the_trouble_stays(base: str, way: str) -> None:
    (turn,) = tell(base, way).notebook.turns
    assert turn.parts[2] == Said("返事を読むのは、緊張しましたね。")
    assert FAILING[way][0] in (ModelTrouble.CUT_OFF, ModelTrouble.TIMEOUT, ModelTrouble.FILTERED)


def assert_whole_and_checked(parts: tuple[object, ...]) -> None:
    drafts = [part for part in parts if isinstance(part, Drafted)]
    assert sorted(drafted.draft.kind for drafted in drafts) == sorted(Kind)
    for drafted in drafts:
        verdict = check(drafted.draft.text, stage=drafted.stage, incoming=drafted.incoming)
        assert verdict.outcome is Outcome.PASS
    for part in parts:
        if isinstance(part, Said):
            assert check_advice(part.sentence).outcome is Outcome.PASS
