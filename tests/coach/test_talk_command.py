"""`yohaku talk`: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coach.__main__ import app

TALK = Path(__file__).parent / "data" / "talks" / "spring.txt"


def test_the_facts_are_json_under_their_names() -> None:
    result = CliRunner().invoke(app, ["talk", str(TALK), "--json"])
    record = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (record["participants"], record["exporter"]) == (["智樹", "あかり"], "智樹")
    assert (record["message_count"], record["trailing_unanswered"]) == (151, 2)
    assert "messages" not in record


def test_messages_are_added_where_they_are_asked_for() -> None:
    result = CliRunner().invoke(app, ["talk", str(TALK), "--json", "--messages"])
    record = json.loads(result.stdout)
    assert len(record["messages"]) == 151
    assert record["messages"][0] == {
        "index": 0,
        "ts": "2025-03-02T10:02:00",
        "sender": "智樹",
        "kind": "text",
        "text": "昨日はバーベキューありがとう！",
    }


def test_without_json_each_fact_is_a_line() -> None:
    lines = CliRunner().invoke(app, ["talk", str(TALK)]).stdout.splitlines()
    assert 'last_sender: "智樹"' in lines


@pytest.mark.parametrize(
    ("data", "refusal"),
    [(b"", "empty"), (b"PK\x03\x04", "zip"), (b"%PDF-1.7", "binary"), (b"hello", "not_a_talk")],
)
def test_a_refusal_is_named_and_ends_with_two(tmp_path: Path, data: bytes, refusal: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    result = CliRunner().invoke(app, ["talk", str(path), "--json"])
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["class"]) == (2, refusal)
    plain = CliRunner().invoke(app, ["talk", str(path)])
    assert (plain.exit_code, plain.stdout, plain.stderr.strip()) == (2, "", error["message"])
