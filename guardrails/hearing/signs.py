"""Signs in a message to the coach: slots of the danger lexicon and ages, one by one and two together."""

from functools import lru_cache
from itertools import combinations

from guardrails.danger.ages import read_ages
from guardrails.rules import RULES_DIR, Rule, RuleSet, load_lexicon
from guardrails.text import Text, view

LEXICON = RULES_DIR / "safety" / "lexicon.yaml"


@lru_cache(maxsize=1)
def _slots() -> RuleSet:
    """A rule a slot, so that a text is read as all rules read it."""
    return RuleSet.kept([LEXICON], _built)


def _built() -> RuleSet:
    lexicon = load_lexicon(LEXICON)
    rules = (
        Rule(id=name, category="sign", source="", why="", hint="", any=(f"{{{name}}}",))
        for name in lexicon.names
    )
    return RuleSet.of(rules, lexicon)


def signs(text: Text) -> tuple[str, ...]:
    """The names of the slots that are found, then of each two of them, as ``&NAME`` and ``&NAME&OTHER``.

    ``YOUNG`` and ``GROWN`` stand for somebody who is said to be under 18, or to be of age.

    >>> from guardrails.text import view
    >>> "&MONEY_GIVEN" in signs(view("手数料を払えって"))
    True
    """
    return _signs(text.original)


@lru_cache(maxsize=64)
def _signs(message: str) -> tuple[str, ...]:
    # The screen and, where it names nothing, the gentle question listen to the same message.
    ages = read_ages(message)
    told = (("YOUNG", ages.minors), ("GROWN", ages.adults))
    found = sorted(
        {match.rule.id for match in _slots().match(view(message))} | {name for name, spans in told if spans}
    )
    return tuple(f"&{name}" for name in found) + tuple(f"&{a}&{b}" for a, b in combinations(found, 2))
