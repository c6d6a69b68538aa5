"""評価 as AppTest sees it: off unless switched on, drawn from kept runs, and no text is markup."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.testing.v1 import AppTest

from evals.result import Failure, Harm, Result, Run, Status
from evals.run_file import save

ROOT = Path(__file__).parent.parent.parent
GOOD = Result(
    suite="s", kind="draft", id="a", status=Status.PASS,
    want={"outcome": "stopped", "categories": [], "stage": "declined"},
    seen={"outcome": "reject", "categories": [], "rules": [], "spans": []}, shows={"draft": "**なんで**?"},
)  # fmt: skip
LEAK = replace(
    GOOD,
    status=Status.FAIL,
    seen={**GOOD.seen, "outcome": "pass"},
    failures=(Failure("outcome", "stopped", "pass", Harm.LEAK),),
)


def page(folder: str) -> None:
    from pathlib import Path

    from coach.pages import evals
    from evals.board import Board

    evals.draw(Board(Path(folder)))


def start(folder: Path) -> AppTest:
    test = AppTest.from_function(page, default_timeout=20, args=(str(folder),)).run()
    assert not test.exception
    return test


def texts(test: AppTest) -> str:
    return "\n".join(element.value for element in test.text)


def kept(folder: Path, name: str, at: str, *results: Result) -> None:
    save(Run({"at": at, "commit": "abc"}, results), folder / f"{name}.jsonl")


def test_without_runs_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "other.jsonl").write_text("{}\n")
    assert "make eval" in texts(start(tmp_path))


def test_the_newest_run_and_what_changed(tmp_path: Path) -> None:
    kept(tmp_path, "previous", "2026-11-20", GOOD)
    kept(tmp_path, "last", "2026-11-21", LEAK, replace(GOOD, id="b"))
    test = start(tmp_path)
    assert [box.value for box in test.selectbox] == ["last", "previous"]
    told = texts(test)
    assert "leaks: 1" in told
    assert "1 pairs: 1 harmful, 1 new (McNemar p = 1)" in told
    assert "⚠ harmful  s/a" in told
    assert "fail\noutcome: want stopped, got pass\n\n**なんで**?" in told
    assert list(test.dataframe[0].value["pass"]) == [1]
    assert not any("なんで" in element.value for element in test.markdown)


def test_any_two_runs_can_be_compared(tmp_path: Path) -> None:
    for day, results in (("19", (LEAK,)), ("20", (GOOD,)), ("21", (GOOD,))):
        kept(tmp_path, f"run-{day}", f"2026-11-{day}", *results)
    test = start(tmp_path)
    assert "nothing changed" not in texts(test)
    assert "1 pairs: no change" in texts(test)
    test.selectbox(key="evals-since").select("run-19").run()
    assert "1 beneficial" in texts(test)


@pytest.mark.parametrize(("switched", "there"), [("", False), ("1", True)])
def test_it_is_off_unless_switched_on(monkeypatch: pytest.MonkeyPatch, switched: str, there: bool) -> None:
    offered: list[str] = []
    navigation = st.navigation

    def heard(pages: list[StreamlitPage], **how: Any) -> StreamlitPage:
        offered.extend(page.url_path for page in pages)
        return navigation(pages, **how)

    monkeypatch.setattr(st, "navigation", heard)
    monkeypatch.setenv("YOHAKU_EVALS", switched)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    assert not app.exception
    assert ("evals" in offered) is there
