import json
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.hearing.table import CALM, OWN_STOPPED, STAGES, STOPPED, ZERO, read
from guardrails.hearing.voice import Heard, hear, pieces
from guardrails.text import view
from guardrails.vocabulary import Stage

DATA = Path(__file__).parents[2] / "evals" / "data"


def heard(draft: str, stage: Stage | str, incoming: str = "", *, own: bool = False) -> Heard:
    return hear(view(draft), stage=Stage(stage), incoming=view(incoming), own=own)


@pytest.mark.parametrize(
    ("stage", "incoming", "good", "bad"),
    [
        (Stage.DECLINED, "ごめん、土曜は仕事になった", "了解!お仕事がんばってね", "じゃあ日曜は空いてる?"),
        (
            Stage.DECLINED,
            "ごめん、その日は無理そう",
            "教えてくれてありがとう。またね",
            "なんでダメなのか教えてほしい",
        ),
        (Stage.SILENCE, "", "明日の集合、10時に変わったそうです。返信は不要です", "おーい、返事まだ?"),
        (Stage.CLOSED, "もう会えません", "わかりました。今までありがとう", "最後に一度だけ会って話したい"),
        (Stage.COOLDOWN, "", "今朝パンを焼いたら黒焦げになった笑", "パン焼けたから今度食べに来ない?"),
    ],
    ids=["day", "reason", "nag", "last-time", "small-talk-invite"],
)
def test_bad_is_doubtful_and_good_is_not(stage: Stage, incoming: str, good: str, bad: str) -> None:
    fine, wrong = heard(good, stage, incoming), heard(bad, stage, incoming)
    assert (fine.doubtful, wrong.doubtful) == (False, True)
    assert fine.score < wrong.score


def test_the_stage_decides() -> None:
    draft, offer = "日曜の11時に駅でどう?", "土曜は無理だけど日曜なら空いてるよ"
    assert heard(draft, Stage.ALTERNATIVE, offer).doubtful is False
    assert heard(draft, Stage.DECLINED, "ごめん、土曜は無理").doubtful is True


@given(st.text(max_size=60), st.sampled_from(list(Stage)), st.text(max_size=20), st.booleans())
def test_any_text_is_heard_and_its_pieces_are_its_own(
    draft: str, stage: Stage, incoming: str, own: bool
) -> None:
    result = heard(draft, stage, incoming, own=own)
    moved = pieces(view(draft), stage=stage, own=own)
    assert moved
    assert all(draft[p.start : p.end] == p.text for p in moved)
    hear.cache_clear()
    assert heard(draft, stage, incoming, own=own) == result


def test_eight_threads_hear_the_same() -> None:
    drafts = [f"じゃあ{day}曜は空いてる?" for day in "月火水木金土日"]
    alone = [heard(d, Stage.DECLINED) for d in drafts]
    together: list[list[Heard]] = []

    def listen() -> None:
        together.append([heard(d, Stage.DECLINED) for d in drafts])

    threads = [threading.Thread(target=listen) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == [alone] * 8


HEAD = "".join(
    f"stage={stage}\tbias=-5\talone=-7"
    + "".join(f"\t{kind}{aim}={aim}" for kind in ("people", "own") for aim in (80, 90, 95, 97, 98, 99))
    + "\n"
    for stage in STAGES
)


def test_a_table_reads_back() -> None:
    weights = "".join(chr(ZERO + w) for w in (3, 0, -2, 0, 0, 46, 1, 0, 5, 0, 0, -9))
    frozen = read(f"{HEAD}tいつ\t{weights}\nbなぜ ?\t{weights[::-1]}\n")
    silence = frozen.table(Stage.SILENCE)
    tables = frozen.table(Stage.DECLINED), frozen.table(Stage.ALTERNATIVE), silence
    assert [table.whole.weight("tいつ") for table in tables] == [3, 0, -2]
    assert [table.alone.weight("tいつ") for table in tables] == [1, 0, 5]
    assert [table.whole.weight("bなぜ ?") for table in tables] == [-9, 0, 0]
    assert [table.whole.total({"tいつ", "bなぜ ?", "tunknown"}) for table in tables] == [-6, 0, -2]
    assert (silence.whole.bias, silence.alone.bias) == (-5, -7)
    assert (silence.limit, silence.own_limit, silence.calm) == (STOPPED, OWN_STOPPED, CALM)


@pytest.mark.parametrize(
    "frozen",
    ["", HEAD[1:], HEAD + "tいつ\tOOOOOOOOOOO\n", HEAD + "tいつ\n", HEAD + "tいつ\tOOOOOOOOOOOO"],
    ids=["empty", "no-stage", "eleven-columns", "no-weights", "cut-off"],
)
def test_a_damaged_table_does_not_load(frozen: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(frozen)


def test_weights_and_features_belong_together() -> None:
    """Fails when the views change so far that the table must be trained again: `python -m evals.voice train`."""
    cases = [json.loads(line) for line in (DATA / "own.jsonl").read_text("utf-8").splitlines()]
    wrong = [
        case["id"]
        for case in cases
        if heard(case["draft"], case["stage"], case["incoming"]).doubtful != (case["label"] == "ng")
    ]
    assert len(wrong) < len(cases) / 25, wrong
