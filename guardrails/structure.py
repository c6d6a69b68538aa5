"""What is told by how a message is built: the reason, hint and examples of every finding that no pattern makes."""

from functools import lru_cache

from guardrails.rulebook.lexicon import Lexicon
from guardrails.rulebook.rule import Rule
from guardrails.rules import RULES_DIR, RuleSet, read_rules

FILE = RULES_DIR / "structure.yaml"
DOUBT = "doubt"
"""The category of what is not known to be good; such a finding has none."""


@lru_cache(maxsize=1)
def structures() -> dict[str, Rule]:
    """By id, what a policy of ``guardrails/policy/`` may find. Raises ``RuleError``."""
    kept = RuleSet.kept((FILE,), lambda: RuleSet.of(read_rules(FILE), Lexicon()))
    return {rule.id: rule for rule in kept.rules}
