"""Runs, gates, comparisons, baselines and reports, on results made by hand."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from evals import baseline
from evals.compare import Change, compare, marks
from evals.gate import Exit, complaints, exit_of, tolled
from evals.html import html
from evals.junit import junit
from evals.markdown import markdown
from evals.metrics import tables
from evals.result import Call, Failure, Harm, Result, Run, Status
from evals.run_file import RunError, dump, load, save
from evals.suite import Header, Suite, written
from evals.suite import load as load_suite


def result(id: str, status: Status = Status.PASS, **more: object) -> Result:
    outcome = "pass" if status is Status.PASS else "reject"
    base = Result(
        suite="s",
        kind="draft",
        id=id,
        status=status,
        want={"outcome": "pass", "categories": [], "stage": "declined", "register": "casual"},
        seen={"outcome": outcome, "categories": [], "rules": [], "spans": [], "acts": []},
        shows={"draft": "了解 <b>です</b>"},
        failures=()
        if status is Status.PASS
        else (Failure("outcome", "pass", "reject", Harm.OVER_BLOCK, "<b>です"),),
    )
    return replace(base, **more)  # type: ignore[arg-type]


LEAK = (Failure("outcome", "stopped", "pass", Harm.LEAK),)


def run(*results: Result, **about: object) -> Run:
    return Run({"at": "2026-11-21", "commit": "", "python": "3.11", **about}, results)


@pytest.mark.parametrize(
    ("results", "code"),
    [
        pytest.param([result("a")], Exit.FINE, id="fine"),
        pytest.param([result("a", Status.FAIL)], Exit.REGRESSION, id="fail"),
        pytest.param([result("a", Status.KNOWN, known="why")], Exit.FINE, id="known"),
        pytest.param([result("a", Status.FIXED, known="why")], Exit.REGRESSION, id="known no more"),
        pytest.param([result("a", Status.FAIL, gate="rates")], Exit.FINE, id="measured"),
        pytest.param(
            [result("a", Status.FAIL, gate="rates", must=True)], Exit.REGRESSION, id="measured but a must"
        ),
        pytest.param([result("a", Status.STALE)], Exit.UNDECIDED, id="stale"),
        pytest.param(
            [result("a", Status.MISSING), result("b", Status.FAIL)], Exit.REGRESSION, id="red beats open"
        ),
        pytest.param([result("a", Status.ERROR)], Exit.REGRESSION, id="error"),
    ],
)
def test_exit_codes(results: list[Result], code: Exit) -> None:
    assert exit_of(complaints(run(*results))) is code


def test_stale_may_be_let_through() -> None:
    assert exit_of(complaints(run(result("a", Status.STALE))), stale_fails=False) is Exit.FINE


def test_harms_are_told_one_by_one() -> None:
    found = run(
        result("a", Status.FAIL, failures=LEAK),
        result("b", Status.KNOWN, failures=LEAK, known="x"),
        result("c", Status.FAIL, failures=LEAK, gate="rates"),
    )
    assert tolled(found, Harm.LEAK) == "leaks: 1 (+1 known, +1 measured)"
    assert tolled(found, Harm.MISSED_DANGER) == "missed dangers: 0"


def test_a_run_comes_back_as_it_was(tmp_path: Path) -> None:
    call = Call(0, "answer", "stale", "m", ("persona",), help="x")
    before = run(result("a"), result("b", Status.FAIL, calls=(call,), tags=("t",)))
    save(before, tmp_path / "run.jsonl")
    after = load(tmp_path / "run.jsonl")
    assert dump(after) == dump(before)
    assert after.results[1].calls == (call,)
    (tmp_path / "bad.jsonl").write_text('{"shape": 99}\n')
    with pytest.raises(RunError):
        load(tmp_path / "bad.jsonl")


def test_only_what_changed_harm_first() -> None:
    before = run(
        result("same"), result("worse"), result("better", Status.FAIL), result("gone"), result("open")
    )
    after = run(
        result("same"), result("worse", Status.FAIL, failures=LEAK), result("better"), result("new"), result("open", Status.STALE)
    )  # fmt: skip
    difference = compare(marks(before), marks(after))
    assert [(f.change, f.key[1]) for f in difference.flips] == [
        (Change.HARMFUL, "worse"),
        (Change.REMOVED, "gone"),
        (Change.UNDECIDED, "open"),
        (Change.BENEFICIAL, "better"),
        (Change.NEW, "new"),
    ]
    assert difference.flips[0].grave
    assert difference.pairs == 4
    assert compare(marks(before), marks(before)).flips == ()


def test_a_failure_that_turns_into_a_leak_is_seen() -> None:
    before = run(result("a", Status.FAIL))
    after = run(result("a", Status.FAIL, failures=LEAK))
    flips = compare(marks(before), marks(after)).flips
    assert [(f.change, f.grave) for f in flips] == [(Change.VERDICT, True)]


@pytest.mark.parametrize(("worse", "n", "regressed"), [(5, 100, False), (6, 100, True), (6, 1000, False)])
def test_two_guards_hold_a_rate(worse: int, n: int, regressed: bool) -> None:
    before = run(*(result(f"r{i}") for i in range(n)))
    after = run(*(result(f"r{i}", Status.FAIL if i < worse else Status.PASS) for i in range(n)))
    assert compare(marks(before), marks(after)).regressed is regressed


@pytest.fixture
def suite(tmp_path: Path) -> Suite:
    path = tmp_path / "s.jsonl"
    cases = [{"id": i, "stage": "declined", "draft": i, "outcome": "pass"} for i in ("a", "b")]
    path.write_text(written(Header(suite="s", kind="draft", about="x"), cases), "utf-8")
    return load_suite(path)


def whole(suite: Suite, *results: Result, **about: object) -> Run:
    return run(*results, suites={"s": suite.digest}, **about)


def test_a_baseline_is_byte_stable_and_compared(tmp_path: Path, suite: Suite) -> None:
    first = whole(suite, result("b"), result("a"))
    (path,) = baseline.bless(first, [suite], "first", tmp_path)
    text = path.read_bytes()
    baseline.bless(whole(suite, result("a", micros=9), result("b")), [suite], "first", tmp_path)
    assert path.read_bytes() == text
    assert json.loads(text)["reason"] == "first"
    assert baseline.differences(first, tmp_path)["s"].flips == ()

    lost = run(result("a"))
    found = list(baseline.complaints(lost, baseline.differences(lost, tmp_path)))
    assert [(c.id, c.red) for c in found] == [("b", True)]
    leaking = run(result("a"), result("b", Status.FAIL, failures=LEAK, gate="rates"))
    found = list(baseline.complaints(leaking, baseline.differences(leaking, tmp_path)))
    assert [(c.id, c.red) for c in found] == [("b", True)]


@pytest.mark.parametrize(
    ("results", "about", "reason", "why"),
    [
        pytest.param(["a"], {}, "x", "incomplete", id="half"),
        pytest.param(["a", "b"], {}, " ", "for a reason", id="no reason"),
        pytest.param(["a", "b"], {"selection": {"tags": ["x"]}}, "x", "a selection", id="selection"),
        pytest.param(["a", "b"], {"suites": {"s": "other"}}, "x", "other cases", id="other cases"),
        pytest.param(["a", "b!"], {}, "x", "undecided: b", id="undecided"),
    ],
)
def test_bless_refuses(
    tmp_path: Path, suite: Suite, results: list[str], about: dict[str, object], reason: str, why: str
) -> None:
    rows = [result(i.strip("!"), Status.MISSING if "!" in i else Status.PASS) for i in results]
    with pytest.raises(baseline.BlessError, match=why):
        baseline.bless(run(*rows, **{"suites": {"s": suite.digest}, **about}), [suite], reason, tmp_path)
    assert list(tmp_path.glob("*.json")) == []


def test_junit_tells_failures_and_reasons() -> None:
    found = run(
        result("ok"),
        result("bad", Status.FAIL),
        result("known", Status.KNOWN, known="not yet"),
        result(
            "open",
            Status.MISSING,
            calls=(Call(0, "answer", "missing", help="s/open turn 0 answer: missing"),),
        ),
        result("ctrl", Status.FAIL, shows={"draft": "\x00あ"}),
    )
    root = fromstring(junit(found).encode())
    (testsuite,) = root
    assert {k: testsuite.get(k) for k in ("tests", "failures", "skipped")} == {
        "tests": "5",
        "failures": "2",
        "skipped": "2",
    }
    failure = root.find(".//testcase[@name='bad']/failure")
    assert failure is not None
    assert "marked: <b>です" in (failure.text or "")
    skipped = [s.get("message") for s in root.iter("skipped")]
    assert skipped == ["not yet", "s/open turn 0 answer: missing"]


def test_the_page_is_self_contained_and_escapes() -> None:
    page = html(run(result("a", Status.FAIL), result("b")), {})
    assert "<b>です" not in page
    assert "<mark>&lt;b&gt;です</mark>" in page
    assert "<svg" in page
    for outward in ("http://", "https://", "src=", "@import", "url("):
        assert outward not in page


def test_markdown_is_no_markup_for_what_people_wrote() -> None:
    bad = result("a", Status.FAIL, failures=(Failure("outcome", "x", "[y](http://z) |\n# h"),))
    page = markdown(run(bad), {})
    assert "\\[y\\](http://z) \\| # h" in page


def test_figures_have_their_n() -> None:
    names = {
        f.name: str(f.value) for t in tables(run(result("a"), result("b", Status.FAIL))) for f in t.figures
    }
    assert names["over-blocked of OK"].startswith("0.500 (n=2")
    assert names["declined"].startswith("0.500 (n=2")
