"""Live answers: estimate, budget, resume, several at once, and the Batch file there and back."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from threading import Lock

import pytest

from coach.model import Ending, ModelError, ModelTrouble, Prompt, Usage
from evals.batch import BatchError, name_of, open_requests, requests, take
from evals.budget import Budget, Prices
from evals.live import Keeper, Task, ask, estimate, tasks, to_do
from evals.port import UnpaidError
from evals.recording import Slot, State
from evals.result import Result, Status
from evals.runner import Selection
from evals.suite import Suite, load
from evals.tape import Tape

SAY = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"
WORDS = {
    "feeling": "重く感じますよね。",
    "reading": "理由とおわびが書かれています。",
    "today": "短く一度だけ返しましょう。",
    "leave": "理由をたずねることは、やめておきましょう。",
}
GOOD = {
    "あっさり": ("教えてくれてありがとう！", "了解です。"),
    "あたたかく": ("返事ありがとう。", "わかった、気にしないでね。"),
    "ひとこと": ("了解！教えてくれてありがとう",),
}


def answer(drafts: dict[str, tuple[str, ...]], *, repair: bool = False) -> str:
    rows = [
        {"kind": k, "parts": [{"act": "thanks" if i == 0 else "acceptance", "text": t} for i, t in enumerate(lines)], "why": "短い一通です。"}
        for k, lines in drafts.items()
    ]  # fmt: skip
    return json.dumps(
        {"drafts": rows} if repair else {"words": WORDS, "drafts": rows, "question": ""}, ensure_ascii=False
    )


class Live:
    """A model that answers as told and counts how often it was asked."""

    name = "stand-in"

    def __init__(self, *, bad: bool = False, error: ModelTrouble | None = None) -> None:
        self.asked = 0
        self.bad = bad
        self.error = error
        self._lock = Lock()

    def stream(self, prompt: Prompt) -> "Flow":
        with self._lock:
            self.asked += 1
        if prompt.name == "Repair":
            return Flow(answer({"あっさり": GOOD["あっさり"]}, repair=True), None)
        drafts = {**GOOD, "あっさり": ("ありがとう！", "なんでだめなの？")} if self.bad else GOOD
        return Flow(answer(drafts), self.error)


class Flow:
    """One answer in two pieces."""

    usage = Usage(1000, 200)
    ending = Ending()

    def __init__(self, text: str, error: ModelTrouble | None) -> None:
        self.rest: Iterator[str] = iter((text[:50], text[50:]))
        self.error = error

    def __iter__(self) -> "Flow":
        return self

    def __next__(self) -> str:
        if self.error:
            raise ModelError(self.error)
        return next(self.rest)

    def close(self) -> None:
        self.rest = iter(())


@pytest.fixture
def suite(tmp_path: Path) -> Suite:
    path = tmp_path / "gen.jsonl"
    header = {"suite": "gen", "kind": "conversation", "about": "x", "depends_on": "generation"}
    cases = [
        {
            "id": f"c{i}",
            "model": True,
            "turns": [{"say": SAY + "。" * i, "expect": {"count": 3, "trouble": None}}],
        }
        for i in range(4)
    ]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in (header, *cases)), "utf-8")
    return load(path)


def run(
    wanted: tuple[Task, ...], live: Live, tape: Tape, budget: Budget | None = None, folder: Path | None = None
) -> list[Result]:
    clock = count()
    return list(
        ask(
            wanted, live, Keeper(tape, folder, Lock()), budget or Budget(), workers=3,
            clock=lambda: next(clock) / 1000, on="2026-11-21", commit="abc",
        )
    )  # fmt: skip


def test_an_answer_is_paid_for_once(suite: Suite, tmp_path: Path) -> None:
    wanted, live, tape = tasks([suite], Selection()), Live(), Tape()
    assert estimate(wanted, tape, model=live.name, prices=Prices(1, 2)).least == 4
    first = run(wanted, live, tape, folder=tmp_path / "tape")
    assert [r.status for r in first] == [Status.PASS] * 4
    assert live.asked == 4
    again = Tape.load(tmp_path / "tape")
    assert len(again.slots) == 4
    assert estimate(wanted, again, model=live.name, prices=Prices()).least == 0
    assert [r.status for r in run(wanted, live, again)] == [Status.PASS] * 4
    assert live.asked == 4


def test_the_mended_answer_is_kept_too(suite: Suite) -> None:
    tape = Tape()
    wanted = tasks([suite], Selection(ids=("c0",)))
    (result,) = run(wanted, Live(bad=True), tape)
    assert result.status is Status.PASS
    assert [(c.attempt, c.state) for c in result.calls] == [("answer", "fresh"), ("repair", "fresh")]
    assert {s.attempt for s in tape.slots} == {"answer", "repair"}
    turn = result.seen["turn 0"]
    assert "2" in turn["came"]
    assert "なんでだめなの" not in "".join(turn["drafts"])


def test_the_limit_of_requests_holds(suite: Suite) -> None:
    live = Live()
    results = run(tasks([suite], Selection()), live, Tape(), Budget(max_calls=2))
    assert live.asked == 2
    assert [r.status for r in results].count(Status.MISSING) == 2


def test_the_budget_holds_before_it_is_passed() -> None:
    budget = Budget(Prices(completion=1_000_000), max_cost=1000)
    prompt = Prompt(())
    budget.allow(prompt)
    with pytest.raises(UnpaidError, match="budget"):
        budget.allow(prompt)
    budget.paid(prompt, Usage(0, 10))
    budget.allow(prompt)
    assert budget.cost == 10


def test_a_provider_s_failure_is_no_verdict(suite: Suite) -> None:
    tape = Tape()
    wanted = tasks([suite], Selection(ids=("c0",)))
    (result,) = run(wanted, Live(error=ModelTrouble.BUSY), tape)
    assert result.status is Status.ERROR
    assert to_do(wanted, tape, model="stand-in", only=frozenset({State.ERROR})) == wanted
    assert run(wanted, Live(), tape)[0].status is Status.PASS


def test_epochs_are_slots_of_their_own(suite: Suite) -> None:
    tape = Tape()
    run(tasks([suite], Selection(ids=("c0",), epochs=3)), Live(), tape)
    assert sorted(s.epoch for s in tape.slots) == [0, 1, 2]
    assert tape.epochs == {("gen", "c0"): 3}


def batch_line(custom_id: str, text: str, **more: object) -> str:
    body = {
        "model": "m-2026",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}, **more}
        ],
        "usage": {"prompt_tokens": 7, "completion_tokens": 3},
    }
    response = {"status_code": 200, "request_id": "r", "body": body}
    return json.dumps(
        {"id": "b", "custom_id": custom_id, "response": response, "error": None}, ensure_ascii=False
    )


def test_a_batch_goes_out_and_comes_back_with_its_repairs(suite: Suite) -> None:
    tape, wanted = Tape(), tasks([suite], Selection(ids=("c0", "c1")))
    found = tuple(open_requests(wanted, tape, model="m"))
    rows = [json.loads(line) for line in requests(found, model="m")]
    assert {r["method"] for r in rows} == {"POST"}
    assert {r["url"] for r in rows} == {"/v1/chat/completions"}
    assert rows[0]["body"]["response_format"]["type"] == "json_schema"
    assert "stream" not in rows[0]["body"]
    assert "stream_options" not in rows[0]["body"]
    bad = answer({**GOOD, "あっさり": ("ありがとう！", "なんでだめなの？")})
    back = [
        batch_line(rows[1]["custom_id"], answer(GOOD)),
        batch_line(rows[0]["custom_id"], bad),
        batch_line("x", ""),
    ]
    assert take(back, found, tape, model="m", on="2026-11-21") == 2
    assert tape.slots[Slot("gen", "c1", 0, "answer")].usage == Usage(7, 3)
    assert tape.slots[Slot("gen", "c1", 0, "answer")].answered == "m-2026"
    second = tuple(open_requests(wanted, tape, model="m"))
    assert [r.slot for r in second] == [Slot("gen", "c0", 0, "repair")]
    mended = answer({"あっさり": GOOD["あっさり"]}, repair=True)
    assert take([batch_line(name_of(second[0].slot), mended)], second, tape, model="m", on="2026-11-21") == 1
    assert tuple(open_requests(wanted, tape, model="m")) == ()


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (
            '{"custom_id": "%s", "response": null, "error": {"code": "batch_expired"}}',
            ModelTrouble.SERVER_DOWN,
        ),
        (
            '{"custom_id": "%s", "response": {"status_code": 429, "body": {}}, "error": null}',
            ModelTrouble.SERVER_DOWN,
        ),
    ],
)
def test_a_batch_s_failures_are_errors(suite: Suite, line: str, error: ModelTrouble) -> None:
    tape, wanted = Tape(), tasks([suite], Selection(ids=("c0",)))
    found = tuple(open_requests(wanted, tape, model="m"))
    take([line % name_of(found[0].slot)], found, tape, model="m", on="2026-11-21")
    assert tape.slots[found[0].slot].error is error


def test_a_batch_file_of_something_else_is_refused(suite: Suite) -> None:
    found = tuple(open_requests(tasks([suite], Selection()), Tape(), model="m"))
    with pytest.raises(BatchError, match="line 2"):
        take(["", "nonsense"], found, Tape(), model="m", on="")
