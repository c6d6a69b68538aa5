"""What the policies of the stages share: how a finding is written down, and what is good at any stage."""

from guardrails.text import Sentence, Text
from guardrails.vocabulary import Act, Category, Finding

GOOD = frozenset({Act.THANKS, Act.ACCEPTANCE, Act.FUTURE, Act.CARE, Act.GREETING})
"""What a reply after a no is made of."""
W_INVITE = "今は新しい誘いや予定の話をしないほうが、相手が安心して話せます。"


def against(text: Text, sentence: Sentence, rule: str, category: Category, why: str, hint: str) -> Finding:
    """A reason to reject ``text``: the whole ``sentence`` is of ``category``."""
    return Finding(rule, category, text.span(sentence.start, sentence.end), why, hint)


def unsure(text: Text, sentence: Sentence, rule: str, why: str, hint: str) -> Finding:
    """A doubt about ``sentence``: nothing here knows it to be good."""
    return Finding(rule, None, text.span(sentence.start, sentence.end), why, hint)


def asked(incoming: Text) -> bool:
    """Whether their message asks something, so that a question back is part of an answer."""
    return any(s.question for s in incoming.sentences)
