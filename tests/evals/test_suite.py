"""Suites: what is refused, where it is said to be, and that the committed ones are sound."""

from pathlib import Path

import pytest

from evals.case import ConversationCase, DraftCase
from evals.suite import CASES, CaseError, load, load_all

HEADER = '{"suite": "t", "kind": "%s", "about": "test"}\n'
DRAFT = '{"id": "a", "stage": "declined", "draft": "了解", "outcome": "pass"}\n'


def made(folder: Path, text: str, name: str = "t") -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("kind", "line", "told"),
    [
        ("draft", '{"id": "a", "stage": "declined", "draft": "x"}', "t.jsonl:2: outcome: Field required"),
        ("draft", '{"id": "a"', "t.jsonl:2: Invalid JSON"),
        ("draft", '{"id": "a", "stage": "decline", "draft": "x", "outcome": "pass"}', "t.jsonl:2: stage:"),
        ("draft", DRAFT[:-2] + ', "expcet": 1}', "t.jsonl:2: expcet: no such field"),
        ("draft", DRAFT[:-2] + ', "categories": ["probing"]}', "judged pass can have no categories"),
        ("draft", '{"id": "A b", "stage": "declined", "draft": "x", "outcome": "pass"}', "t.jsonl:2: id:"),
        ("draft", DRAFT[:-2] + ', "marks": "なし"}', "marks is not a part of the text"),
        (
            "situation",
            '{"id": "a", "text": "x", "expect": {}}',
            "t.jsonl:2: expect: Value error, asserts nothing",
        ),
        ("conversation", '{"id": "a", "turns": []}', "t.jsonl:2: turns:"),
        ("conversation", '{"id": "a", "turns": [{"say": "x", "expect": {}}]}', "asserts nothing"),
        ("talk", '{"id": "a", "text": "x", "expect": {}}', "asserts nothing"),
        ("talk", '{"id": "a", "expect": {"messages": 1}}', "either file or text"),
        (
            "request",
            '{"id": "a", "stage": "declined", "request": "x", "kind": "style", "categories": ["probing"]}',
            "content_ng",
        ),
    ],
)
def test_refused_with_file_and_line(tmp_path: Path, kind: str, line: str, told: str) -> None:
    with pytest.raises(CaseError, match=r"^t\.jsonl:2: ") as error:
        load(made(tmp_path, HEADER % kind + line + "\n"))
    assert told in str(error.value)


def test_every_mistake_is_told(tmp_path: Path) -> None:
    text = HEADER % "draft" + "{}\n\n" + DRAFT + DRAFT + "nonsense\n"
    with pytest.raises(CaseError) as error:
        load(made(tmp_path, text))
    told = str(error.value)
    assert all(f"t.jsonl:{n}:" in told for n in (2, 5, 6))
    assert "'a' is taken by line 4" in told
    assert "t.jsonl:4:" not in told


@pytest.mark.parametrize(
    "text", ["", "\n", '{"suite": "t"}\n', DRAFT], ids=["empty", "blank", "half", "no-header"]
)
def test_a_file_needs_its_header(tmp_path: Path, text: str) -> None:
    with pytest.raises(CaseError, match=r"t\.jsonl:1:"):
        load(made(tmp_path, text))


def test_the_name_is_the_file_s(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="the file's name 'other'"):
        load(made(tmp_path, HEADER % "draft", "other"))


def test_an_unknown_suite_is_a_bad_call(tmp_path: Path) -> None:
    made(tmp_path, HEADER % "draft" + DRAFT)
    with pytest.raises(CaseError, match="no suite x; there are t"):
        load_all(tmp_path, only=["x"])
    assert [s.name for s in load_all(tmp_path, only=["t"])] == ["t"]


def test_null_is_a_value(tmp_path: Path) -> None:
    line = '{"id": "a", "text": "x", "expect": {"stage": null}}\n'
    case = load(made(tmp_path, HEADER % "situation" + line)).cases[0]
    assert not isinstance(case, DraftCase | ConversationCase)
    assert getattr(case, "expect").written == {"stage"}  # noqa: B009


def test_the_committed_suites() -> None:
    suites = load_all()
    fresh = [c for s in suites if not s.name.startswith("dev-") for c in s.cases]
    assert len(fresh) >= 600
    kinds = {s.header.kind for s in suites}
    assert kinds == {"draft", "advice", "request", "situation", "conversation", "talk"}
    assert {p.stem for p in CASES.glob("*.jsonl")} == {s.name for s in suites}
