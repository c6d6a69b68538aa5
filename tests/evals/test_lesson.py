"""What a hunch is taught: in a text to the user only the sentences that earn the label."""

from pathlib import Path

import pytest

from evals.lesson import sentence_lessons
from guardrails.advising.sound import signs, worded


def taught(tmp_path: Path, *lines: str) -> list[tuple[str, bool]]:
    """Label of each lesson, and whether it knows anything."""
    path = tmp_path / "advice.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return [(one.label, bool(one.names)) for one in sentence_lessons(path, hear=signs, wording=worded)]


def test_the_marked_sentence_alone_is_ng(tmp_path: Path) -> None:
    line = "a\tng\t緊張しましたね。⟦相手は必ず戻ってきます。⟧今日は休みましょう。"
    assert taught(tmp_path, line) == [("ok", True), ("ng", True), ("ok", True)]


def test_a_sentence_alone_needs_no_mark(tmp_path: Path) -> None:
    assert taught(tmp_path, "a\tng\t相手は必ず戻ってきます。") == [("ng", True)]


def test_every_sentence_of_a_good_text_is_good(tmp_path: Path) -> None:
    assert taught(tmp_path, "a\tok\t緊張しましたね。\\n今日は休みましょう。") == [("ok", True)] * 2


def test_which_one_it_is_must_be_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="which sentence"):
        taught(tmp_path, "a\tng\t相手は必ず戻ってきます。今日は休みましょう。")


def test_what_is_wrong_for_the_message_alone_teaches_nothing(tmp_path: Path) -> None:
    assert taught(tmp_path, "a\tng\t『なんでダメなの?』と送ってみましょう。") == []
