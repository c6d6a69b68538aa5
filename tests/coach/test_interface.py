"""One message file a language: the same keys, the same blanks, and no word of the interface anywhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.drafting.style import styles_of
from coach.interface import Language, messages, say, section
from coach.labels import ACTS, CATEGORIES, EVENTS, SIGNS, STAGES
from coach.parts import Kind
from coach.situation import EventKind, SignId
from guardrails.vocabulary import Act, Category, Stage

ROOT = Path(__file__).parent.parent.parent
DRAWN = [ROOT / "app.py", *sorted((ROOT / "coach" / "pages").glob("*.py"))]
JAPANESE = re.compile(r"[\u3041-\u30fa\u4e00-\u9fff]")
OWN_NAMES = {"日本語", "あ"}  # a language's name in itself; what wakes the dictionary


def blanks(message: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)[^}]*\}", message))


def test_the_languages_say_the_same_things() -> None:
    japanese, english = messages(Language.JAPANESE), messages(Language.ENGLISH)
    assert list(japanese) == list(english)
    assert [key for key in japanese if blanks(japanese[key]) != blanks(english[key])] == []
    assert [key for key, said in (japanese | english).items() if not said.strip()] == []


def test_what_is_given_is_filled_in() -> None:
    assert say("chat.drafts_ready", count=3) == "案が3件できました"
    assert say("chat.drafts_ready", Language.ENGLISH, count=3) == "3 drafts are ready"
    with pytest.raises(KeyError):
        say("chat.nonsense")


def test_every_member_of_a_closed_set_has_a_name() -> None:
    assert [set(names) for names in (STAGES, SIGNS, EVENTS, ACTS, CATEGORIES)] == [
        set(Stage),
        set(SignId),
        set(EventKind),
        set(Act),
        set(Category),
    ]
    assert set(section("kinds")) == {kind.name.lower() for kind in Kind}


def test_every_chip_is_understood_without_a_model() -> None:
    assert [words for words in section("wishes").values() if not styles_of(words)] == []


def texts(path: Path) -> Iterator[str]:
    """The strings of a module that are not its documentation."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node.value


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
def test_pages_take_their_words_from_the_files(path: Path) -> None:
    words = {text for text in texts(path) if JAPANESE.search(text)} - OWN_NAMES
    assert words <= {"年"}, words  # a part of a date


def test_every_message_that_pages_ask_for_is_there() -> None:
    keys = set(messages())
    heads = {key.partition(".")[0] for key in keys}
    asked = {
        text
        for path in DRAWN
        for text in texts(path)
        if re.fullmatch(r"[a-z]+\.[a-z_]+", text) and text.partition(".")[0] in heads
    }
    assert asked - keys - {"tidy.fact_and_story"} == set()
    unused = {
        key
        for key in keys
        if not re.match(r"(stages|signs|events|acts|categories|kinds|wishes|streamlit|opinion|talk)\.", key)
    } - asked
    assert unused == set()
