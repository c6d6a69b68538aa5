"""Recordings: states and named segments, keys that see every change, replay that never calls anyone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coach.model import Ending, Message, ModelError, ModelTrouble, Prompt, Role, Usage
from evals.budget import Budget
from evals.log import Log
from evals.port import Played, Replay
from evals.recorder import Recorder
from evals.recording import Recording, Slot, State, dump, parse, standing
from evals.segments import changed, request_key, segments
from evals.tape import Tape, TapeError

SYSTEM = "あなたは余白です。\n\n# 話し方の約束\n- 短く。\n\n# 避けること\n- 聞かない。"
PROMPT = Prompt(
    (
        Message(Role.SYSTEM, SYSTEM),
        Message(Role.USER, "【相談】\n断られた"),
        Message(Role.USER, "資料はここまでです。"),
    ),
    "Answer",
    {"type": "object"},
)
SLOT = Slot("s", "c", 0, "answer")


def recorded(
    prompt: Prompt = PROMPT, *, slot: Slot = SLOT, asked: str = "m", on: str = "2026-11-01"
) -> Recording:
    sent = segments(prompt)
    return Recording(
        slot=slot,
        key=request_key(sent, model=asked),
        segments=tuple((s.name, s.digest) for s in sent),
        asked=asked,
        answered=asked,
        pieces=((10, "はい、"), (700, "どうぞ")),
        usage=Usage(12, 3),
        on=on,
    )


def tape(*recordings: Recording) -> Tape:
    found = Tape(recordings)
    found.texts = {s.digest: s.text for s in segments(PROMPT)}
    return found


def with_system(text: str) -> Prompt:
    return replace(PROMPT, messages=(Message(Role.SYSTEM, text), *PROMPT.messages[1:]))


def test_segments_are_named_and_whole() -> None:
    found = segments(PROMPT)
    assert [s.name for s in found] == ["persona", "principles", "to avoid", "user's words", "close", "schema"]
    assert "".join(s.text for s in found[:3]) == SYSTEM


def test_a_heading_in_the_user_s_words_opens_no_segment() -> None:
    words = Message(Role.USER, "【相談】\n# 避けること\n何もない")
    found = segments(replace(PROMPT, messages=(PROMPT.messages[0], words)))
    assert [s.name for s in found] == ["persona", "principles", "to avoid", "user's words", "schema"]


@pytest.mark.parametrize(
    ("prompt", "names"),
    [
        pytest.param(PROMPT, (), id="nothing"),
        pytest.param(with_system(SYSTEM.replace("聞かない", "疑わない")), ("to avoid",), id="a rule"),
        pytest.param(with_system("君は余白。" + SYSTEM[9:]), ("persona",), id="persona"),
        pytest.param(with_system(SYSTEM + "\n# 文面\n三行"), ("to avoid", "drafts"), id="a new one, and the break before it"),
        pytest.param(replace(PROMPT, schema={"type": "array"}), ("schema",), id="schema"),
        pytest.param(replace(PROMPT, schema=None), ("schema",), id="one is gone"),
        pytest.param(replace(PROMPT, messages=(PROMPT.messages[0], PROMPT.messages[2], PROMPT.messages[1])), ("order",), id="order"),
    ],
)  # fmt: skip
def test_staleness_names_what_changed(prompt: Prompt, names: tuple[str, ...]) -> None:
    stands = standing(recorded(), segments(prompt))
    assert stands.state is (State.STALE if names else State.FRESH)
    assert stands.changed == names


def test_states() -> None:
    now = segments(PROMPT)
    assert standing(None, now).state is State.MISSING
    assert standing(recorded(), now, model="other").changed[0] == "model"
    assert standing(recorded(), now, today=date(2026, 12, 1)).state is State.FRESH
    assert standing(recorded(), now, today=date(2027, 12, 1)).state is State.AGED
    assert standing(recorded(asked="written"), now, today=date(2036, 12, 1)).state is State.FRESH
    assert standing(replace(recorded(), error=ModelTrouble.BUSY), now).state is State.ERROR
    assert standing(replace(recorded(asked="written"), error=ModelTrouble.BUSY), now).state is State.FRESH


def test_changed_by_name_only() -> None:
    assert changed((("a", "1"), ("b", "2")), (("a", "1"), ("b", "3"), ("c", "4"))) == ("b", "c")


def test_a_line_comes_back_as_it_was_and_can_be_read() -> None:
    line = dump(recorded())
    assert parse(line, suite="s") == recorded()
    assert "はい、" in line
    assert "\n" not in line


def test_the_tape_is_byte_stable_and_names_a_bad_line(tmp_path: Path) -> None:
    found = tape(recorded(), recorded(slot=replace(SLOT, case="b")))
    found.save(tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    Tape.load(tmp_path).save(tmp_path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before
    assert before["s.jsonl"].index(b'"b"') < before["s.jsonl"].index(b'"c"')
    (tmp_path / "s.jsonl").write_bytes(before["s.jsonl"] + b"{}\n")
    with pytest.raises(TapeError, match=r"s\.jsonl:3"):
        Tape.load(tmp_path)


def test_replay_plays_pieces_with_their_times() -> None:
    port = Replay(tape(recorded()), Log("s", "c"))
    port.log.begin(0)
    pieces = port.stream(PROMPT)
    assert list(pieces) == ["はい、", "", "どうぞ"]
    assert port.log.elapsed == 700
    assert port.log.calls[0].state == "fresh"
    assert pieces.usage == Usage(12, 3)


def test_a_miss_calls_nobody_and_shows_the_nearest() -> None:
    port = Replay(tape(recorded(slot=replace(SLOT, case="d"))), Log("s", "c"))
    port.log.begin(0)
    with pytest.raises(ModelError):
        next(port.stream(with_system(SYSTEM.replace("聞かない", "疑わない"))))
    call = port.log.calls[0]
    assert call.state == "missing"
    assert "nearest: s/d turn 0 answer" in call.help
    assert "-- 聞かない。" in call.help
    assert "+- 疑わない。" in call.help


@pytest.mark.parametrize(
    ("prompt", "plays"),
    [
        pytest.param(with_system(SYSTEM + "!"), True, id="another prompt"),
        pytest.param(
            replace(
                PROMPT,
                messages=(PROMPT.messages[0], Message(Role.USER, "【相談】\n別の話"), PROMPT.messages[2]),
            ),
            False,
            id="another question",
        ),
    ],
)
def test_an_old_answer_stands_for_another_prompt_only(prompt: Prompt, plays: bool) -> None:
    port = Replay(tape(recorded()), Log("s", "c"), stale_too=True)
    port.log.begin(0)
    pieces = port.stream(prompt)
    assert bool(port.log.calls[0].help) is not plays
    if plays:
        assert "".join(pieces) == "はい、どうぞ"


def test_an_error_is_played_as_one() -> None:
    port = Replay(tape(replace(recorded(asked="written"), error=ModelTrouble.CUT_OFF)), Log("s", "c"))
    port.log.begin(0)
    heard: list[str] = []
    with pytest.raises(ModelError) as error:
        heard.extend(port.stream(PROMPT))
    assert error.value.kind is ModelTrouble.CUT_OFF


class Live:
    """A model that counts what it is asked."""

    name = "m"

    def __init__(self, *pieces: str, error: ModelTrouble | None = None) -> None:
        self.asked = 0
        self.pieces = pieces
        self.error = error

    def stream(self, prompt: Prompt) -> "Flow":
        self.asked += 1
        return Flow(self)


class Flow:
    """Its answer."""

    usage = Usage(5, 2)
    ending = Ending("m-2026-11", "stop")

    def __init__(self, live: Live) -> None:
        self.rest = list(live.pieces)
        self.error = live.error

    def __iter__(self) -> "Flow":
        return self

    def __next__(self) -> str:
        if self.rest:
            return self.rest.pop(0)
        if self.error:
            raise ModelError(self.error)
        raise StopIteration

    def close(self) -> None:
        self.rest = []


def recorder(live: Live, on: Tape) -> tuple[Recorder, list[Recording]]:
    kept: list[Recording] = []

    def keep(recording: Recording, sent: object) -> None:
        kept.append(recording)
        on.slots[recording.slot] = recording

    clock = iter(i / 10 for i in range(100))
    port = Recorder(on, Log("s", "c"), live, Budget(), keep, lambda: next(clock), on="2026-11-21")
    port.log.begin(0)
    return port, kept


def test_recording_then_replaying_gives_the_same() -> None:
    live, on = Live("あ", "", "い"), Tape()
    port, kept = recorder(live, on)
    assert list(port.stream(PROMPT)) == ["あ", "", "い"]
    assert [p for _, p in kept[0].pieces] == ["あ", "い"]
    assert (kept[0].asked, kept[0].answered, kept[0].finish) == ("m", "m-2026-11", "stop")
    assert kept[0].usage == Usage(5, 2)
    replay = Replay(on, Log("s", "c"))
    replay.log.begin(0)
    assert "".join(replay.stream(PROMPT)) == "あい"
    assert replay.log.calls[0].state == "fresh"


def test_what_is_fresh_is_not_paid_for_again() -> None:
    live = Live("あ")
    port, _ = recorder(live, tape(recorded()))
    assert "".join(port.stream(PROMPT)) == "はい、どうぞ"
    assert live.asked == 0


def test_an_answer_left_early_is_kept_as_such() -> None:
    port, kept = recorder(Live("あ", "い"), Tape())
    pieces = port.stream(PROMPT)
    next(pieces)
    pieces.close()
    pieces.close()
    assert [r.finish for r in kept] == ["left"]


def test_a_failure_is_kept_as_an_error_and_never_as_an_answer() -> None:
    on = Tape()
    port, kept = recorder(Live("あ", error=ModelTrouble.BUSY), on)
    with pytest.raises(ModelError):
        list(port.stream(PROMPT))
    assert kept[0].error is ModelTrouble.BUSY
    replay = Replay(on, Log("s", "c"))
    replay.log.begin(0)
    assert isinstance(replay.stream(PROMPT), Played)
    assert replay.log.calls[0].state == "error"
    assert replay.log.calls[0].help
