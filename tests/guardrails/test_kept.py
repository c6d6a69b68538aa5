"""Rule files are read and proved at every change and at no other time; what cannot be kept is read again."""

import json
import shutil
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from guardrails.check import check, rules
from guardrails.rulebook.compiled import CompiledRule
from guardrails.rulebook.pressed import press, unpress
from guardrails.rulebook.proof import Judge, failures
from guardrails.rulebook.rule import RuleError
from guardrails.rules import RULES_DIR, RuleSet
from guardrails.text import view
from guardrails.vocabulary import Outcome, Stage

RULE = """rules:
  - id: probing.why
    category: probing
    source: A-NG1
    any: [なんで駄目]
    examples: {ng: [なんで駄目なの], ok: [またね]}
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A rule file and its lexicon; in a cache folder of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    (tmp_path / "rule.yaml").write_text(RULE, "utf-8")
    (tmp_path / "lexicon.yaml").write_text("WHY: [なんで]\n", "utf-8")
    return tmp_path / "rule.yaml", tmp_path / "lexicon.yaml"


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that rules were proved."""
    done: list[int] = []

    def prove(rules: tuple[CompiledRule, ...], judge: Judge) -> list[RuleError]:
        done.append(len(rules))
        return failures(rules, judge)

    monkeypatch.setattr("guardrails.rules.failures", prove)
    return done


def test_what_was_proved_is_not_proved_again(files: tuple[Path, Path], proofs: list[int]) -> None:
    rule, lexicon = files
    for _ in range(3):
        assert len(RuleSet.load([rule], lexicon=lexicon).rules) == 1
    assert len(proofs) == 1


@pytest.mark.parametrize("changed", ["rule", "lexicon"])
def test_a_change_is_proved(files: tuple[Path, Path], proofs: list[int], changed: str) -> None:
    rule, lexicon = files
    RuleSet.load([rule], lexicon=lexicon)
    path = rule if changed == "rule" else lexicon
    path.write_text(path.read_text("utf-8") + "# a remark\n", "utf-8")
    RuleSet.load([rule], lexicon=lexicon)
    assert len(proofs) == 2


def test_a_false_example_is_named_at_every_load(files: tuple[Path, Path]) -> None:
    rule, lexicon = files
    RuleSet.load([rule], lexicon=lexicon)
    rule.write_text(RULE.replace("またね", "なんで駄目"), "utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match=r"rule\.yaml:6: probing\.why: speaks of its ok example"):
            RuleSet.load([rule], lexicon=lexicon)


def test_where_nothing_can_be_written_every_load_proves(
    files: tuple[Path, Path], proofs: list[int], tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file where the folder belongs", "utf-8")
    for _ in range(2):
        RuleSet.load([files[0]], lexicon=files[1])
    assert len(proofs) == 2


def test_a_damaged_memory_proves_nothing(files: tuple[Path, Path], proofs: list[int]) -> None:
    RuleSet.load([files[0]], lexicon=files[1])
    (memory,) = user_cache_path("yohaku").iterdir()
    kept = memory.read_bytes()
    for damage, content in enumerate(
        (b"\xff\x00", b"", kept[:-1], kept.replace("駄目".encode(), "無駄".encode())), 2
    ):
        memory.write_bytes(content)
        assert len(RuleSet.load([files[0]], lexicon=files[1]).rules) == 1
        assert len(proofs) == damage


def test_only_the_latest_are_kept(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guardrails.rulebook.kept._MOST", 2)
    rule, lexicon = files
    for _ in range(4):
        rule.write_text(rule.read_text("utf-8") + "# a remark\n", "utf-8")
        RuleSet.load([rule], lexicon=lexicon)
    assert len(list(user_cache_path("yohaku").iterdir())) == 2


def test_what_was_kept_is_what_was_built() -> None:
    built = rules()
    fold, reading = built.fold, built.reading
    plain = json.loads(json.dumps(press(built.compiled, fold, reading)))
    paths = [Path(rule.path) for rule in built.rules]
    again = RuleSet(*unpress(plain, paths))
    assert again.rules == built.rules
    for rule in built.rules[::5]:
        for example in rule.examples["ng"] + rule.examples["ok"]:
            context = {"stage": "declined", **example.context}
            incoming = view(context.pop("incoming", ""))
            text = view(example.text)
            assert again.match(text, incoming=incoming, **context) == built.match(
                text, incoming=incoming, **context
            )


def test_a_broken_rule_file_stops_every_message_and_says_where(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(RULES_DIR, folder)
    broken = (folder / "sns.yaml").read_text("utf-8").replace("why:", "wyh:", 1)
    (folder / "sns.yaml").write_text(broken, "utf-8")
    line = broken[: broken.index("wyh:")].count("\n") + 1
    monkeypatch.setattr("guardrails.check.RULES_DIR", folder)
    rules.cache_clear()
    try:
        verdict = check("了解です、ありがとう", stage=Stage.DECLINED)
    finally:
        rules.cache_clear()
    assert verdict.outcome is Outcome.REJECT
    assert f"sns.yaml:{line}: unknown key 「wyh」" in verdict.findings[0].why
