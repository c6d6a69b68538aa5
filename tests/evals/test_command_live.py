"""The commands that ask a model, against a real server process: recorded once, resumed, bounded, compared."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.resources import files
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from rich.console import Console

from coach.llm import OpenAIModel
from coach.model import Model, Usage
from evals.arguments import parser
from evals.command_batch import command_batch
from evals.command_live import command_live
from evals.gate import Exit
from evals.prompt_version import PromptsError
from evals.recording import Slot
from evals.run_file import load
from evals.suite import load_all
from evals.tape import Tape
from tests.bad_server import USAGE, running
from tests.evals.batch_stand_in import processed

NOW = datetime(2026, 11, 21, tzinfo=UTC)
SLOT = Slot("generation", "work", 0, "answer")
ONE = ["--suite", "generation", "--case", "work"]
pytestmark = pytest.mark.wire


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with running() as address:
        yield address


Asked = Callable[..., tuple[int, str]]


@pytest.fixture
def asked(base: str, tmp_path: Path, request: pytest.FixtureRequest) -> Asked:
    """Runs `evals run` with these words; each test is heard by the server under its own name."""
    run = request.node.name

    def model_of(name: str) -> Model:
        return OpenAIModel(
            api_key=SecretStr("k"), base_url=f"{base}/well/{run}/v1", name=name or "some-model"
        )

    def call(*words: str) -> tuple[int, str]:
        console = Console(width=140, record=True, file=StringIO())
        seconds = count()
        code = command_live(
            parser("").parse_args(["run", *ONE, *words]),
            console,
            results=tmp_path / "results",
            now=NOW,
            clock=lambda: next(seconds) / 1000,
            model_of=model_of,
            recordings=tmp_path / "tape",
        )
        return code, console.export_text()

    return call


def requests_heard(base: str, run: str, way: str = "well") -> int:
    heard: dict[str, Any] = httpx.get(f"{base}/heard/{way}/{run}").json()
    return len(heard["requests"])


def test_the_whole_answer_is_kept_and_paid_for_once(
    asked: Asked, base: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    code, told = asked("--record", "--price-in", "1000", "--price-out", "1000")
    assert code == Exit.FINE
    assert "1 to 2 requests" in told
    kept = Tape.load(tmp_path / "tape").slots[SLOT]
    assert (kept.asked, kept.answered, kept.finish) == ("some-model", "bad-model", "stop")
    assert kept.usage == Usage(USAGE["prompt_tokens"], USAGE["completion_tokens"])
    assert len(kept.pieces) > 1
    assert kept.parameters == {"stream": True, "schema": "Answer"}
    assert "cost" in told
    assert "1,200 in, 340 out" in told
    assert requests_heard(base, request.node.name) == 1
    code, told = asked("--record")
    assert code == Exit.FINE
    assert "0 to 0 requests" in told
    assert requests_heard(base, request.node.name) == 1


def test_an_estimate_asks_nobody(asked: Asked, base: str, request: pytest.FixtureRequest) -> None:
    code, told = asked("--record", "--estimate")
    assert code == Exit.FINE
    assert "1 to 2 requests" in told
    assert requests_heard(base, request.node.name) == 0


def test_a_limit_leaves_the_rest_undecided(asked: Asked, base: str, request: pytest.FixtureRequest) -> None:
    code, told = asked("--live", "--case", "study", "--max-calls", "1", "--workers", "1")
    assert code == Exit.UNDECIDED
    assert requests_heard(base, request.node.name) == 1
    assert "the limit of 1 requests is reached" in told


def test_models_and_prompts_stand_in_one_table(asked: Asked, tmp_path: Path) -> None:
    other = tmp_path / "plainer"
    other.mkdir()
    text = files("prompts").joinpath("close.j2").read_text("utf-8")
    (other / "close.j2").write_text(text + "\nやさしく。\n", "utf-8")
    code, told = asked("--live", "--model", "one", "--model", "two", "--prompts", str(other))
    assert code == Exit.FINE
    for title in ("one", "two", "one · plainer", "two · plainer"):
        assert title in told
    runs = sorted((tmp_path / "results").glob("last.*.jsonl"))
    assert [p.name for p in runs] == [
        "last.one.jsonl", "last.one.plainer.jsonl", "last.two.jsonl", "last.two.plainer.jsonl",
    ]  # fmt: skip
    assert load(runs[1]).about["prompts"] == str(other)
    assert not (tmp_path / "tape").exists()


def test_a_folder_without_prompts_is_a_bad_call(asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(PromptsError):
        asked("--live", "--prompts", str(tmp_path))


@pytest.mark.parametrize(
    "words",
    [
        ["--record", "--model", "one", "--model", "two"],
        ["--record", "--prompts", "x"],
        ["--live", "--max-cost", "1"],
    ],
    ids=["two models on one tape", "other prompts on the tape", "a budget without prices"],
)
def test_a_bad_call_asks_nobody(asked: Asked, words: list[str]) -> None:
    assert asked(*words)[0] == Exit.BAD_CALL


def test_a_batch_goes_out_and_comes_back(base: str, tmp_path: Path) -> None:
    tape = tmp_path / "tape"
    out, back = tmp_path / "out.jsonl", tmp_path / "back.jsonl"

    def batch(direction: str, file: Path) -> int:
        words = ["run", "--suite", "generation", "--batch", direction, str(file), "--model", "m"]
        options = parser("").parse_args(words)
        return command_batch(options, Console(quiet=True), now=NOW, recordings=tape)

    def answer(body: dict[str, Any]) -> dict[str, Any]:
        whole: dict[str, Any] = httpx.post(f"{base}/unstreamed/batch/v1/chat/completions", json=body).json()
        return whole

    assert batch("out", out) == Exit.FINE
    lines = out.read_text("utf-8").splitlines()
    assert len(lines) == len(load_all(only=["generation"])[0].cases)
    back.write_text("\n".join(processed(lines, answer, broken=3)), "utf-8")
    assert batch("in", back) == Exit.UNDECIDED  # one has expired, and some want a repair
    kept = Tape.load(tape).slots
    assert len(kept) == len(lines)
    assert kept[SLOT].usage == Usage(USAGE["prompt_tokens"], USAGE["completion_tokens"])
    assert sum(r.error is not None for r in kept.values()) == 1
    assert batch("out", out) == Exit.FINE
    assert len(out.read_text("utf-8").splitlines()) < len(lines)


@pytest.mark.parametrize("words", [["sideways", "x"], ["in", "nowhere.jsonl"]])
def test_a_batch_call_that_makes_no_sense(words: list[str]) -> None:
    options = parser("").parse_args(["run", "--batch", *words, "--model", "m"])
    assert command_batch(options, Console(quiet=True), now=NOW) == Exit.BAD_CALL
