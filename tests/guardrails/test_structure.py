"""What is told by structure holds its own examples, and is told to people as the rules are."""

import re
from pathlib import Path

import pytest

from guardrails.check import check, rules
from guardrails.policy import judge
from guardrails.rulebook.rule import Example, Rule
from guardrails.rules import read_rules
from guardrails.structure import DOUBT, FILE, structures
from guardrails.vocabulary import Category, Stage

ALL = read_rules(FILE)
EXAMPLES = [(rule, kind, example) for rule in ALL for kind in ("ng", "ok") for example in rule.examples[kind]]


def found(example: Example) -> set[str]:
    context = dict(example.context)
    ours, incoming = context.get("ours") == "yes", context.get("incoming", "")
    verdict = check(example.text, stage=Stage(context["stage"]), incoming=incoming, ours=ours)
    return {finding.rule for finding in verdict.findings}


@pytest.mark.parametrize(("rule", "kind", "example"), EXAMPLES, ids=lambda v: getattr(v, "id", None))
def test_every_example_holds(rule: Rule, kind: str, example: Example) -> None:
    assert (rule.id in found(example)) is (kind == "ng"), example.text


@pytest.mark.parametrize("rule", ALL, ids=lambda r: r.id)
def test_a_structure_has_what_a_rule_has(rule: Rule) -> None:
    assert min(len(rule.examples["ng"]), len(rule.examples["ok"])) >= 3
    assert rule.category in {*Category, DOUBT}
    assert rule.why.endswith("。")
    assert rule.hint.endswith("。")
    assert (Path(judge.__code__.co_filename).parents[1] / rule.data["grammar"]).is_file()


def test_every_finding_of_a_policy_is_written_down_and_no_id_is_taken_twice() -> None:
    folder = Path(judge.__code__.co_filename).parent
    named = set()
    for path in folder.glob("*.py"):
        named |= set(re.findall(r'"((?:[a-z_]+)\.(?:[a-z_]+))"', path.read_text("utf-8")))
    assert named <= set(structures())
    assert not {rule.id for rule in rules().rules} & set(structures())
