"""What a hunch is taught: in a text to the user only the sentences that earn the label."""

from pathlib import Path

import pytest

from evals.lesson import lessons, sentence_lessons
from guardrails.advising.sound import signs, worded
from guardrails.hearing.hunch import no_signs


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


_LONG = "朝は市場へ行き、魚を三箱買いました。昼は帳簿をつけ、夕方は犬と川べりを歩きました。" * 4


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        pytest.param("a\tnone\t短い文です。", [6], id="short"),
        pytest.param(f"a\tnone\t{_LONG}", [100], id="harmless: runs that do not overlap"),
        pytest.param(f"a\tdv\t{_LONG}", [164], id="a danger nobody marked: whole"),
        pytest.param(
            f"a\tdv\t⟦{'あ' * 30}。⟧{_LONG}", [113], id="a danger: the runs that hold what is marked"
        ),
    ],
)
def test_a_long_text_teaches_as_it_is_heard(tmp_path: Path, line: str, runs: list[int]) -> None:
    path = tmp_path / "danger.tsv"
    path.write_text(line + "\n", "utf-8")
    found = lessons(path, hear=no_signs, wording=lambda text: [text.original], harmless={"none"})
    assert [len(one.names[0]) for one in found] == runs
    assert not any("⟦" in one.names[0] for one in found)


def test_other_ears_hear_a_text_whole_with_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "quotes.tsv"
    path.write_text(f"a\thanded\t⟦短い。⟧{_LONG}\n", "utf-8")
    assert len(lessons(path, hear=no_signs)) == 1
