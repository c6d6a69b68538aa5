"""The examples beside a family of words are looked at: whoever breaks one is told at start."""

from pathlib import Path

import pytest

from coach import lexicon
from coach.lexicon import RuleError

FAMILY = """
{meets}
greeting:
  source: ''
  any: ['{pattern}']
  yes: [{yes}]
  no: [{no}]
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(lexicon, "RULES", tmp_path)
    lexicon.lexicon.cache_clear()
    return tmp_path / "some.yaml"


@pytest.mark.parametrize(
    ("pattern", "yes", "no", "meets"),
    [
        ("おはよう", "おはよう", "おやすみ", ""),
        ("line", "LINE", "メール", ""),
        ("LINE", "LINE", "メール", "meets: typed"),
    ],
    ids=["plain", "evened out", "as it was typed"],
)
def test_a_family_whose_examples_hold_loads(rules: Path, pattern: str, yes: str, no: str, meets: str) -> None:
    rules.write_text(FAMILY.format(pattern=pattern, yes=yes, no=no, meets=meets), "utf-8")
    assert lexicon.lexicon("some")["greeting"].find("おやすみ") is None


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [("おはよう", "こんばんは", "おやすみ"), ("お", "おはよう", "おやすみ"), ("LINE", "LINE", "メール")],
    ids=["a yes that is missed", "a no that is caught", "no letter is large where all are evened out"],
)
def test_a_family_that_fails_an_example_does_not(rules: Path, pattern: str, yes: str, no: str) -> None:
    rules.write_text(FAMILY.format(pattern=pattern, yes=yes, no=no, meets=""), "utf-8")
    with pytest.raises(RuleError):
        lexicon.lexicon("some")
