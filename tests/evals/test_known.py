"""The mark `known`, and both sides of a changed case."""

import json
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from evals.compare import compare, marks
from evals.known import settle
from evals.result import Failure, Harm, Result, Run, Status
from evals.sides import marked, sides
from evals.suite import Header, load, written


def test_the_mark_goes_from_what_holds_and_nothing_else_changes(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    case = {"stage": "declined", "draft": "了解", "outcome": "pass"}
    cases = [{"id": i, **case, "known": "why"} for i in ("a", "b")] + [{"id": "c", **case}]
    path.write_text(written(Header(suite="s", kind="draft", about="x"), cases), "utf-8")
    before = path.read_text("utf-8").splitlines()
    run = Run(
        {},
        tuple(
            Result(suite="s", kind="draft", id=i, status=s, known="why")
            for i, s in (("a", Status.FIXED), ("b", Status.KNOWN), ("c", Status.FIXED))
        ),
    )
    assert list(settle(run, [load(path)])) == ["s/a"]
    after = path.read_text("utf-8").splitlines()
    assert json.loads(after[1]) == {"id": "a", **case}
    assert [*after[:1], *after[2:]] == [*before[:1], *before[2:]]
    assert load(path).cases[0].known == ""


def test_marks_stand_in_brackets_and_never_overlap() -> None:
    assert marked("来週はどう？", iter(["来週", "来週は", "どう", "ない"])).plain == "⟦来週は⟧⟦どう⟧？"
    assert marked("[b]x[/b]", iter([])).plain == "[b]x[/b]"


def test_both_sides_of_a_flip_stand_beside_each_other() -> None:
    old = Result(
        suite="s", kind="draft", id="a", status=Status.PASS, want={"outcome": "stopped"},
        seen={"outcome": "reject", "categories": ["repropose"], "spans": ["来週は"]}, shows={"draft": "来週は？"},
    )  # fmt: skip
    new = replace(
        old,
        status=Status.FAIL,
        seen={"outcome": "pass", "categories": [], "spans": []},
        failures=(Failure("outcome", "stopped", "pass", Harm.LEAK),),
    )
    (flip,) = compare(marks(Run({}, (old,))), marks(Run({}, (new,)))).flips
    console = Console(width=120, record=True, quiet=True)
    with console.capture() as shown:
        console.quiet = False
        console.print(sides(flip, {old.key: old}, {new.key: new}))
    told = shown.get()
    assert "harmful s/a" in told
    line = next(line for line in told.splitlines() if "⟦来週は⟧" in line)
    assert line.count("draft: ") == 2
    assert "pass · reject repropose" in told
    assert "want stopped, got pass" in told
