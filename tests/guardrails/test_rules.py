from pathlib import Path

import pytest

from guardrails.rules import RuleError, RuleSet
from guardrails.text import view

LEXICON = "WHY: [なんで, どうして]\n"
RULE = """category: probing
rules:
  - id: probing.why
    source: A-NG1
    when: {stage: [declined]}
    any: ['{WHY}.{0,4}駄目']
    not: [なんでも]
    why: 理由
    hint: 助言
    examples:
      ng: [{text: なんで駄目, span: なんで駄目}]
      ok: [なんでも駄目]
"""


def load(folder: Path, rule: str, lexicon: str = LEXICON) -> RuleSet:
    (folder / "lexicon.yaml").write_text(lexicon, encoding="utf-8")
    (folder / "rule.yaml").write_text(rule, encoding="utf-8")
    return RuleSet.load([folder / "rule.yaml"], lexicon=folder / "lexicon.yaml")


def test_match_gives_the_original_span_in_every_spelling(tmp_path: Path) -> None:
    rules = load(tmp_path, RULE)
    for text in ("なんで駄目", "ナンデ\u200bだめ", "な ん で 駄 目", "なんでﾀﾞﾒ"):
        (match,) = rules.match(view("えっ。" + text + "？"), stage="declined")
        assert match.span.text == text


def test_when_holds_the_rule_back(tmp_path: Path) -> None:
    rules = load(tmp_path, RULE)
    assert rules.match(view("なんで駄目"), stage="alternative") == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("ng: [{text: なんで駄目,", "ng: [{text: 元気,", 11, "does not speak"),
        ("ok: [なんでも駄目]", "ok: [どうして駄目]", 12, "speaks of its ok example"),
        ("span: なんで駄目}", "span: なんで}", 11, "marks"),
        ("{WHY}.{0,4}", "{WHO}.{0,4}", 3, "no slot"),
        ("{WHY}.{0,4}", "{WHY}.*", 3, "unbounded"),
        ("{WHY}.{0,4}", "({WHY}", 3, "RE2"),
        ("{WHY}.{0,4}", "(?:★|☆)", 3, "empty alternative"),
        ("{WHY}.{0,4}", "{WHY}(?:って|、|)", 3, "empty alternative"),
        ("hint:", "hnit:", 9, "unknown key"),
        ("source: A-NG1", "source: ''", 3, "needs 「source」"),
        ("any: ['{WHY}.{0,4}駄目']", "any: []", 6, "list of texts"),
        ("why: 理由", "why: [理由", 9, "not YAML"),
        ("ng: [", "bad: [", 11, "not 「bad」"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    assert old in RULE
    with pytest.raises(RuleError) as caught:
        load(tmp_path, RULE.replace(old, new, 1))
    assert (caught.value.path.name, caught.value.line) == ("rule.yaml", line)
    assert problem in caught.value.problem
