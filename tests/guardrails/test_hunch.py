"""A hunch is sums over a small table: each feature counts once, and the sentence that weighs most is named."""

import pytest

from guardrails.hearing import weights
from guardrails.hearing.hunch import hearing, suspect
from guardrails.hearing.weights import ZERO, Table, read_table, scores
from guardrails.hearing.wording import features
from guardrails.text import view


def table(**weights: tuple[int, int]) -> Table:
    rows = [f"{name}\t{chr(ZERO + any_)}{chr(ZERO + kind)}\n" for name, (any_, kind) in weights.items()]
    return read_table("any\t-5\t10\t0\nkind\t0\t10\t0\n\n" + "".join(rows))


def test_a_feature_is_there_once() -> None:
    found = features(view("つらい。つらい、つらい 辛い。辛いよ"))
    assert len(found) == len(set(found))
    assert {"t辛い", "b^ 辛い", "つら", "つらい", "^つらい", "c辛"} <= set(found)


def test_scores_are_sums_over_the_root_of_all_features() -> None:
    known = table(t雨=(4, 0), 雪=(2, -1))
    assert scores(["t雨", "雪", "t風", "t空"], known) == (-5 + 6 * 1000 // 200, -1 * 1000 // 200)
    assert scores([], known) == (-5, 0)
    assert scores([], known, ["t雨", "雪", "雪"]) == (-5 + 8 * 10 // 6, -2 * 10 // 6)


def test_the_sentence_that_weighs_most_is_marked() -> None:
    heard = suspect("今日は雨。明日は嵐。あさっては晴れ", table(t嵐=(40, 40), t雨=(1, 0)))
    assert heard is not None
    assert (heard.column, heard.span.text) == ("kind", "明日は嵐。")


def test_what_is_not_clear_is_suspected_as_far_down_as_asked() -> None:
    half = table(t嵐=(5, 5))  # both columns between the floor at 0 and the limit at 10
    assert 0 < scores(features(view("嵐だ")), half)[0] < 10
    assert suspect("嵐だ", half) is None
    assert suspect("嵐だ", half, least=-20) is not None


@pytest.mark.parametrize(
    ("weights", "heard"),
    [
        pytest.param((40, 5), True, id="the first loud, the kind faint"),
        pytest.param((5, 40), True, id="the first faint, the kind loud"),
        pytest.param((4, 3), False, id="both faint"),
    ],
)
def test_what_it_is_and_whether_there_is_anything_count_together(
    weights: tuple[int, int], heard: bool
) -> None:
    assert bool(suspect("嵐だ", table(t嵐=weights))) is heard


def test_what_has_no_words_is_calm() -> None:
    assert suspect("…!?", table(t嵐=(40, 40))) is None
    assert {sound.value for sound in hearing("", table(t嵐=(40, 40))).values()} == {"faint"}


@pytest.mark.parametrize("frozen", ["", "any\t0\t1\t0\n\nt雨\tOO\n", "any\t0\n\nt雨\tO\n"])
def test_a_damaged_table_does_not_load(frozen: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        read_table(frozen)


def test_every_table_stays_once_it_is_loaded() -> None:
    names = [path.stem for path in sorted(weights.FOLDER.glob("*.tsv"))]
    tables = [weights.table(name) for name in names]
    assert len(names) > 1
    assert all(weights.table(name) is one for name, one in zip(names, tables, strict=True))
