"""The formulas against published values, and the laws they keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics import Rate, macro_f1, mcnemar, pass_at_k, pass_hat_k, wilson


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        pytest.param(81, 263, 0.2553, 0.3662, id="newcombe-1998"),
        pytest.param(15, 148, 0.0624, 0.1605, id="newcombe-1998-b"),
        pytest.param(0, 20, 0.0, 0.1611, id="newcombe-1998-c"),
        pytest.param(1, 29, 0.0061, 0.1718, id="newcombe-1998-d"),
        pytest.param(300, 300, 0.9874, 1.0, id="all-of-300"),
        pytest.param(0, 0, 0.0, 1.0, id="nothing"),
    ],
)
def test_wilson(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=6e-5)


@pytest.mark.parametrize(
    ("worse", "better", "p"),
    [
        pytest.param(0, 0, 1.0, id="no-flips"),
        pytest.param(5, 0, 0.0625, id="five-are-not-enough"),
        pytest.param(6, 0, 0.03125, id="six-are"),
        pytest.param(3, 3, 1.0, id="even"),
        pytest.param(8, 1, 0.0390625, id="eight-to-one"),
        pytest.param(10, 2, 0.03857, id="ten-to-two"),
    ],
)
def test_mcnemar(worse: int, better: int, p: float) -> None:
    assert mcnemar(worse, better) == pytest.approx(p, rel=1e-3)
    assert mcnemar(better, worse) == mcnemar(worse, better)


@given(st.integers(0, 400), st.integers(0, 400))
def test_wilson_holds_the_share(a: int, b: int) -> None:
    hits, n = min(a, b), max(a, b)
    low, high = wilson(hits, n)
    assert 0 <= low <= high <= 1
    if n:
        assert low - 1e-12 <= hits / n <= high + 1e-12


def test_pass_k() -> None:
    assert pass_hat_k(4, 5, 2) == pytest.approx(0.6)
    assert pass_at_k(1, 5, 2) == pytest.approx(0.4)
    assert pass_hat_k(5, 5, 5) == 1
    assert pass_at_k(0, 5, 5) == 0
    assert pass_hat_k(3, 3, 4) == 0


def test_unknown_widens() -> None:
    sure, open_ = Rate(10, 12), Rate(10, 10, unknown=2)
    assert open_.bounds == pytest.approx((10 / 12, 1.0))
    assert open_.interval[0] == pytest.approx(sure.interval[0])
    assert open_.interval[1] > sure.interval[1]
    assert "2 unknown" in str(open_)
    assert str(Rate(0, 0)) == "–"


def test_macro_f1() -> None:
    perfect = {("a", "a"): 3, ("b", "b"): 2}
    assert macro_f1(perfect) == 1
    assert macro_f1({("a", "b"): 2, ("b", "b"): 2}) == pytest.approx((0 + 2 / 3) / 2)
    assert macro_f1({}) is None
