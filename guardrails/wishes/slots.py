"""The slots of the wishes for a rewrite, as patterns: what adds, what takes out, what is style."""

from functools import lru_cache

from guardrails.rulebook.lexicon import Lexicon
from guardrails.rulebook.patterns import Pattern
from guardrails.rules import RULES_DIR, load_lexicon

FOLDER = RULES_DIR / "request"
LEXICON = FOLDER / "lexicon.yaml"

ADD = "{ADD}"
"""Puts something in."""


@lru_cache(maxsize=16)
def slot(source: str) -> Pattern:
    """The pattern of a source that may name slots of the wishes' lexicon.

    >>> from guardrails.text import view
    >>> slot(ADD).search(view("ひとこと足して"))
    True
    """
    return Pattern.of([source], _lexicon())


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return load_lexicon(LEXICON)
