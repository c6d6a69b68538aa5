"""What the policies of the stages share: how a finding is written down, and what is good at any stage."""

from guardrails.structure import DOUBT, structures
from guardrails.text import Sentence, Text
from guardrails.vocabulary import Act, Category, Finding

GOOD = frozenset({Act.THANKS, Act.ACCEPTANCE, Act.FUTURE, Act.CARE, Act.GREETING})
"""What a reply after a no is made of."""


def against(text: Text, rule: str, sentence: Sentence | None = None) -> Finding:
    """What ``rule`` of structure.yaml has against ``sentence``, or against the whole text.

    Raises:
        KeyError: no such rule.
    """
    said = structures()[rule]
    where = text.span(0, len(text.original)) if sentence is None else text.span(sentence.start, sentence.end)
    category = None if said.category == DOUBT else Category(said.category)
    return Finding(rule, category, where, said.why, said.hint)


def asked(incoming: Text) -> bool:
    """Whether their message asks something, so that a question back is part of an answer."""
    return any(s.question for s in incoming.sentences)
