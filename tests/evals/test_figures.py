"""Figures of the path, on answers made by hand: what is known, what is not, and what words may never stand there."""

from dataclasses import replace
from typing import Any

import pytest

from evals.budget import Prices
from evals.figures import Figure
from evals.forbidden import forbidden
from evals.matrix import matrix
from evals.metrics import suite_table, tables
from evals.path_metrics import answers, epochs, path
from evals.result import Call, Result, Run, Status
from evals.statistics import Rate

PLAYED = Call(0, "answer", "fresh", "m", prompt_tokens=1000, completion_tokens=500)
NO_REPAIR = Call(0, "repair", "missing", help="s/a turn 0 repair: missing")


def answered(id: str, *calls: Call, epoch: int = 0, status: Status = Status.PASS, **seen: Any) -> Result:
    turn = {"stage": "declined", "came": [], "drafts": [], "acts": [], "forbidden": [], "withheld": {}} | seen
    return Result(
        suite="s", kind="conversation", id=id, status=status, epoch=epoch, seen={"turn 0": turn}, calls=calls
    )


def told(figures: Any) -> dict[str, str]:
    return {f.name: str(f.value) for f in figures}


def test_a_repair_that_was_never_recorded_is_unknown() -> None:
    rows = [
        answered("a", PLAYED, came=["1", "1", "1"]),
        answered("b", PLAYED, replace(PLAYED, attempt="repair"), came=["1", "2", "composed"]),
        answered("c", PLAYED, NO_REPAIR, came=["1", "composed", "composed"], status=Status.MISSING),
    ]
    found = {f.name: f.value for f in path(rows)}
    assert found["first pass"] == Rate(5, 9)
    assert found["repaired"] == Rate(1, 7, 2)
    assert found["fallback"] == Rate(1, 7, 2)
    assert str(found["repaired"]).startswith("0.111–0.333 (2 unknown) (n=9")


def test_an_answer_that_is_not_there_says_nothing() -> None:
    gone = replace(PLAYED, state="stale", help="s/a turn 0 answer: stale", model="")
    rows = [answered("a", gone, came=["composed"] * 3, status=Status.STALE)]
    assert "fallback" not in told(path(rows))


def test_tokens_have_a_price_where_one_is_told() -> None:
    rows = [answered("a", PLAYED, came=["1"])]
    assert told(path(rows))["tokens"] == "1,000 in, 500 out (n=1 requests)"
    assert "cost" not in told(path(rows))
    assert told(path(rows, Prices(1, 2)))["cost"] == "0.0020, a request 0.00200"


def test_forbidden_words_and_variety_have_their_n() -> None:
    rows = [
        answered("a", forbidden=[["promise", "必ず連絡"]], drafts=["あいう", "えおか"]),
        answered("b", drafts=["あいう", "あいう"]),
    ]
    found = told(path(rows))
    assert found["answers with forbidden words"].startswith("0.500 (n=2")
    assert found["variety of drafts (0 alike, 1 nothing in common)"] == "0.50 (mean, n=2)"


@pytest.mark.parametrize(
    ("text", "given", "sorts"),
    [
        ("必ず連絡が来ます", "", ["promise"]),
        ("脈なしでしょう", "", ["certainty of their heart"]),
        ("「脈なし」と書かれています", "脈なしって言われた", []),
        ("可能性は70%です", "", ["percentage"]),
        ("こんにちは、{name}さん", "", ["placeholder"]),
        ("お礼と了解を、短く返しましょう。", "", []),
    ],
)
def test_forbidden_words_are_seen_but_not_what_the_user_said(text: str, given: str, sorts: list[str]) -> None:
    assert [sort for sort, _ in forbidden([text], given)] == sorts


def test_pass_at_and_pass_hat_over_epochs() -> None:
    ends = {"a": (True, True), "b": (True, False), "c": (False, False)}
    rows = [
        answered(case, epoch=n, status=Status.PASS if good else Status.FAIL)
        for case, goods in ends.items()
        for n, good in enumerate(goods)
    ]
    found = {f.name: f.value for f in epochs(rows)}
    assert found["pass^1"] == Rate(1.5, 3)
    assert found["pass^2"] == Rate(1, 3)
    assert found["pass@2"] == Rate(2, 3)
    assert found["flaky cases"] == Rate(1, 3)


def test_runs_stand_side_by_side() -> None:
    one = Run({"model": "one", "commit": "abc"}, (answered("a", PLAYED, came=["1"]),))
    two = Run(
        {"model": "two", "prompts": "/x/plainer"},
        (answered("a", PLAYED, NO_REPAIR, came=["composed"], status=Status.MISSING),),
    )
    table = matrix([one, two])
    assert table.columns == ("one · abc", "two · plainer")
    rows = {f.name: [str(v).split(" (")[0] for v in f.values] for f in table.figures}
    assert rows["as wanted"] == ["1.000", "–"]
    assert rows["undecided"] == ["", "1"]
    assert rows["first pass"] == ["1.000", "0.000"]
    assert rows["leak"] == ["0", "0"]


def test_how_answers_stand_is_counted() -> None:
    stale = replace(PLAYED, state="stale", changed=("persona", "schema"))
    assert told(answers([answered("a", PLAYED, stale)])) == {
        "fresh": "1 of 2",
        "stale": "1 of 2 (changed: persona, schema)",
    }


def test_a_suite_has_a_table_of_its_own() -> None:
    run = Run({}, (answered("a", came=["1"]), replace(answered("b"), status=Status.FAIL)))
    table = suite_table(run, "s")
    assert table.title == "s"
    assert isinstance(table.figures[0], Figure)
    assert table.figures[0].value == Rate(1, 2)


def test_what_a_person_wrote_is_no_model_s_quality() -> None:
    written = replace(PLAYED, model="written")
    run = Run(
        {},
        (
            answered("a", PLAYED, came=["1"]),
            answered("a", replace(PLAYED), came=["1"], epoch=1),
            answered("b", written, came=["composed"]),
            answered("b", written, came=["composed"], epoch=1, status=Status.FAIL),
        ),
    )
    by_title = {t.title: {f.name: f.value for f in t.figures} for t in tables(run)}
    assert by_title["path · m"]["first pass"] == Rate(2, 2)
    assert by_title["path · written"]["fallback"] == Rate(2, 2)
    assert by_title["epochs · m"]["pass^2"] == Rate(1, 1)
    assert by_title["epochs · written"]["pass^2"] == Rate(0, 1)
    names = {f.name: f.value for f in suite_table(run, "s").figures}
    assert names["m: first pass"] == Rate(2, 2)
    assert names["written: first pass"] == Rate(0, 2)


def test_categories_stand_with_recall_precision_and_what_they_over_block() -> None:
    def text(id: str, want: str, categories: list[str], found: list[str]) -> Result:
        return Result(
            suite="s", kind="draft", id=id, status=Status.PASS,
            want={"outcome": want, "categories": categories, "stage": "declined"},
            seen={"outcome": "reject" if found else "pass", "categories": found},
        )  # fmt: skip

    rows = (
        text("a", "stopped", ["probing"], ["probing"]),
        text("b", "stopped", ["probing"], []),
        text("c", "pass", [], ["probing"]),
        text("d", "pass", [], []),
    )
    by_title = {t.title: t for t in tables(Run({}, rows))}
    (probing,) = by_title["guard by category"].figures
    assert by_title["guard by category"].columns == ("recall", "precision", "over-blocked of OK")
    assert probing.values == (Rate(1, 2), Rate(1, 2), Rate(1, 2))
    (declined,) = by_title["over-block by stage"].figures
    assert declined.values == (Rate(1, 2), Rate(1, 2))
