"""A baseline from nothing to a regression, in a copy of the house, by the commands that a maintainer types."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SUITE = "draft-waiting"
DEAF = """
from guardrails.vocabulary import Outcome

def check(*_: object, **__: object) -> Verdict:
    return Verdict(Outcome.PASS)
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guard, the evals and one suite, which is measured: no failing case is red by itself."""
    folder = tmp_path_factory.mktemp("house")
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "guardrails", folder / "guardrails", ignore=leave)
    (folder / "evals" / "cases").mkdir(parents=True)
    for path in ROOT.glob("evals/*.py"):
        shutil.copy(path, folder / "evals")
    cases = (ROOT / "evals" / "cases" / f"{SUITE}.jsonl").read_text("utf-8")
    measured = cases.replace('"kind": "draft"', '"kind": "draft", "gate": "rates"', 1)
    (folder / "evals" / "cases" / f"{SUITE}.jsonl").write_text(measured, "utf-8")
    return folder


def evals(house: Path, *words: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "evals", *words],
        cwd=house,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_from_the_first_blessing_to_a_regression(house: Path) -> None:
    baseline = house / "evals" / "baselines" / f"{SUITE}.json"
    assert evals(house, "run", "--quiet")[0] == 0
    assert evals(house, "bless", "--reason", " ")[0] == 2
    assert evals(house, "bless", "--reason", "first")[0] == 0
    blessed = baseline.read_bytes()

    assert evals(house, "run", "--quiet")[0] == 0
    assert evals(house, "bless", "--reason", "first")[0] == 0
    assert baseline.read_bytes() == blessed

    assert evals(house, "run", "--quiet", "--case", "waiting-001")[0] == 0
    code, told = evals(house, "bless", "--reason", "half")
    assert (code, baseline.read_bytes()) == (2, blessed)
    assert "selection" in told

    judge = house / "evals" / "judge_text.py"
    text = judge.read_text("utf-8")
    judge.write_text(text + DEAF, "utf-8")
    code, told = evals(house, "run")
    assert code == 1
    assert "changed: harmful" in told
    assert "now does harm" in told
    assert evals(house, "diff")[0] == 1
    assert baseline.read_bytes() == blessed

    judge.write_text(text, "utf-8")
    assert evals(house, "run", "--quiet")[0] == 0
    assert evals(house, "diff")[0] == 0
