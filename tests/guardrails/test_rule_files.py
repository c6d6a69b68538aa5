"""The rules of messages hold what they say: examples, conditions, and every spelling of their own examples."""

import re
from pathlib import Path

import pytest
import yaml

from guardrails.check import RULE_FILES, check, rules, their_rules
from guardrails.hearing.suspicion import rules as broad_rules
from guardrails.rules import RULES_DIR, Rule
from guardrails.vocabulary import Category, Outcome, Stage

NG_RULES = [r for r in (*rules().rules, *broad_rules().rules) if r.category in {c.value for c in Category}]
ALL_RULES = [*rules().rules, *broad_rules().rules, *their_rules().rules]


def test_every_category_has_a_file() -> None:
    assert {Path(name).stem for name in RULE_FILES} >= {c.value for c in Category}
    assert all((RULES_DIR / name).is_file() for name in RULE_FILES)


@pytest.mark.parametrize(
    "path", sorted(RULES_DIR.rglob("*.yaml")), ids=lambda p: p.relative_to(RULES_DIR).as_posix()
)
def test_a_file_says_the_same_to_either_reader_of_yaml(path: Path) -> None:
    """Where the fast one is missing the other must read it: it takes no bare ? inside brackets."""
    text = path.read_text("utf-8")
    assert yaml.safe_load(text) == yaml.load(text, yaml.CSafeLoader)


def test_every_example_holds() -> None:
    failures = [str(f) for f in (*rules().failures(), *broad_rules().failures(), *their_rules().failures())]
    assert not failures


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda r: r.id)
def test_a_rule_has_three_examples_of_each_kind(rule: Rule) -> None:
    assert min(len(rule.examples.get("ng", ())), len(rule.examples.get("ok", ()))) >= 3


@pytest.mark.parametrize("rule", NG_RULES, ids=lambda r: r.id)
def test_a_reason_and_a_hint_are_warm_and_plain(rule: Rule) -> None:
    for words in (rule.why, rule.hint):
        assert re.search(r"(?:です|ます|ません|でしょうか|ませんか)。$", words)
        assert len(words) <= 70
        assert not re.search(r"べき|ください|してはいけ|禁止|NG", words)


def test_a_hint_never_breaks_a_rule() -> None:
    for rule in NG_RULES:
        for quoted in re.findall(r"「([^」]+)」", rule.hint):
            verdict = check(quoted, stage=Stage.DECLINED)
            assert verdict.outcome is not Outcome.REJECT, (rule.id, quoted)
