"""The learner of the ears: sparse rows are the full matrix, and what it learns tells texts apart."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from evals.lesson import Lesson
from evals.regression import Rows, Texts, fitted, freeze, labelled, unseen_scores
from guardrails.hearing.weights import read_table, scores

NAMES = ("a", "b", "c", "@sign")
texts = st.lists(
    st.tuples(st.lists(st.sampled_from([*NAMES[:3], "unknown"]), max_size=6), st.booleans()), min_size=1
)


def _lessons(drawn: list[tuple[list[str], bool]]) -> list[Lesson]:
    return [
        Lesson("author", "ng", tuple(dict.fromkeys(names)), ("@sign",) if sign else ())
        for names, sign in drawn
    ]


def _full(rows: Rows) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return rows.times(np.eye(rows.width, dtype=np.float32))


@given(texts)
def test_rows_are_the_full_matrix_whatever_is_empty(drawn: list[tuple[list[str], bool]]) -> None:
    rows = Rows.of(_lessons(drawn), NAMES)
    full = _full(rows)
    for one, row in zip(_lessons(drawn), full, strict=True):
        told = {name for name, value in zip(NAMES, row, strict=True) if value}
        assert told == {*one.names, *one.signs} & set(NAMES)
    assert np.array_equal(_full(rows.transposed()), full.T)
    wanted = np.arange(len(drawn)) % 2 == 0
    assert np.array_equal(_full(rows.only(wanted)), full[wanted])
    assert np.allclose(_full(rows.scaled(np.array([1, 2, 3, 4], np.float32))), full * [1, 2, 3, 4])


TAUGHT = [
    Lesson(f"author{n % 7}", label, (word, f"filler{n % 5}", "common"), ())
    for n in range(70)
    for label, word in (("ng", f"bad{n % 3}"), ("ok", f"good{n % 3}"))
]


def test_what_no_author_of_was_read_is_told_apart_and_the_frozen_table_says_the_same() -> None:
    columns = [frozenset(["ng"])]
    known, wanted = Texts.of(TAUGHT), labelled(TAUGHT, columns)
    unseen = unseen_scores(known.rows, wanted, np.array([one.source for one in TAUGHT]))
    assert unseen[wanted > 0].min() > unseen[wanted == 0].max()
    table = read_table(freeze(fitted(known, wanted), [(0.0, 0.0)], ["ng"]))
    heard = [scores(one.names, table)[0] > 0 for one in TAUGHT]
    assert heard == [one.label == "ng" for one in TAUGHT]
