"""What a person who does not program sees of the rules, and how they add one."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coach.__main__ import app
from coach.commands import new_rule
from guardrails.rules import RULES_DIR, RuleSet
from guardrails.vocabulary import Category, Stage

GOOD = new_rule.Wanted(
    category=Category.SNS,
    name="curtain_call",
    stages=(Stage.DECLINED,),
    words=("緞帳の前で泣き",),
    never=(),
    why="人前で責める形になります。",
    hint="書かずにおいてみませんか。",
    ng=("緞帳の前で泣きます", "緞帳の前で泣きたい", "ドンチョウの前で泣きそう"),
    ok=("了解、またね", "緞帳きれいだったね", "連絡ありがとう"),
    source="A-NG5",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES_DIR, tmp_path / "rules"))


def test_every_rule_is_listed_with_source_and_examples() -> None:
    rows = json.loads(CliRunner().invoke(app, ["rules", "--json"]).stdout)
    messages = [row for row in rows if row["category"] in set(Category)]
    assert {row["category"] for row in messages} == set(Category)
    assert all(row["source"] and row["examples"]["ng"] and row["file"] for row in messages)


def test_what_is_told_by_structure_is_listed_as_the_rules_are() -> None:
    rows = json.loads(CliRunner().invoke(app, ["rules", "--json"]).stdout)
    told = {row["id"]: row for row in rows if row["grammar"]}
    assert {"repropose.grammar", "declined.unknown", "vague_invite.no_exit"} <= set(told)
    assert all(row["why"] and row["hint"] and row["source"] for row in told.values())
    listed = CliRunner().invoke(app, ["rules", "--find", "土曜は仕事だけど日曜なら"])
    assert "repropose.other_day" in listed.output
    assert "「土曜は仕事だけど日曜なら」→「土曜にしよう」" in listed.output.replace("\n", "")


def test_rules_can_be_looked_for() -> None:
    result = CliRunner().invoke(app, ["rules", "--find", "既読"])
    assert result.exit_code == 0
    assert "chasing.reply" in result.output
    assert CliRunner().invoke(app, ["rules", "--find", "こんな言葉はない"]).exit_code == 1


def test_a_rule_whose_examples_hold_is_added_and_speaks(folder: Path) -> None:
    assert new_rule.add(GOOD, folder=folder) == 0
    rules = RuleSet.load([folder / "sns.yaml"], lexicon=folder / "lexicon.yaml")
    assert "sns.curtain_call" in {rule.id for rule in rules.rules}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"ng": ("緞帳の前で泣きます", "元気？", "緞帳の前で泣きたい")}, "元気"),
        ({"ok": ("緞帳の前で泣きやんだ", "了解", "またね")}, "泣きやんだ"),
        ({"name": "announce"}, "sns.announce"),
        ({"ng": ("緞帳の前で泣きます",)}, "3つ"),
        ({"words": ("(緞帳",)}, "RE2"),
    ],
    ids=["ng not found", "ok found", "name taken", "too few", "no pattern"],
)
def test_a_rule_that_does_not_hold_is_not_written(
    folder: Path, change: dict[str, object], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "sns.yaml").read_text(encoding="utf-8")
    fields = {name: getattr(GOOD, name) for name in GOOD.__dataclass_fields__}
    assert new_rule.add(new_rule.Wanted(**{**fields, **change}), folder=folder) == 1
    assert problem in capsys.readouterr().err
    assert (folder / "sns.yaml").read_text(encoding="utf-8") == before


def test_what_is_not_given_is_asked_for_line_by_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[new_rule.Wanted] = []

    def taken(wanted: new_rule.Wanted) -> int:
        seen.append(wanted)
        return 0

    monkeypatch.setattr(new_rule, "add", taken)
    options = ["--category", "sns", "--name", "x", "--why", "w", "--hint", "h", "--source", "A-NG5"]
    typed = "緞帳\n\n一\n二\n\n三\n\nア\nイ\nウ\n\n"
    assert CliRunner().invoke(app, ["rules", "new", *options], input=typed).exit_code == 0
    assert (seen[0].words, seen[0].ng, seen[0].ok) == (("緞帳",), ("一", "二", "三"), ("ア", "イ", "ウ"))
