"""What a message is that the voice is beyond doubt about: a broad rule names it where a hunch hears the same category.

Statistics accuse nobody. They are asked only about a message that is doubted already, and of it they name nothing that
no rule (``rules/broad.yaml``) has words for: the rule gives category, reason and place, the hunch only consents.
``evals.categories`` trains the hunch from the labelled NG of ``evals/data``, and says how often it is right.
"""

from functools import lru_cache

from guardrails.hearing.weights import scores, table
from guardrails.hearing.wording import features, said
from guardrails.rules import RULES_DIR, Match, RuleSet
from guardrails.text import Sentence, Text
from guardrails.vocabulary import Category, Stage

FILE = RULES_DIR / "broad.yaml"
TABLE = "categories"


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The broad rules, loaded when the first message is suspected."""
    return RuleSet.load([FILE])


def suspicion(text: Text, *, stage: Stage, incoming: Text) -> Match | None:
    """The broad rule that says what a message is, and the sentence it says it of.

    Only where the hunch hears one category clearly before all others; of the sentences that a rule of this category
    speaks of, the one that weighs most in it.

    Raises:
        RuleError, ValueError: the rules or the table are damaged. The caller fails closed.
    """
    category = leading(text, stage)
    if category is None:
        return None
    matches = rules().match(text, incoming=incoming, stage=stage.value)
    found: dict[Sentence, Match] = {}
    for match in matches:
        sentence = text.sentence_at(match.span.start)
        if sentence and match.rule.category == category:
            found.setdefault(sentence, Match(match.rule, text.span(sentence.start, sentence.end)))
    if not found:
        return None
    column = table(TABLE).columns.index(category)
    return found[max(found, key=lambda sentence: table(TABLE).sums(said(sentence))[column])]


def leading(text: Text, stage: Stage) -> Category | None:
    """The category that leads all others in the table by as much as its own head asks for."""
    known = table(TABLE)
    marks = scores(features(text), known, signs(stage))
    first, second = sorted(range(len(marks)), key=marks.__getitem__, reverse=True)[:2]
    return Category(known.columns[first]) if marks[first] - marks[second] >= known.limits[first] else None


def signs(stage: Stage) -> tuple[str, ...]:
    """What the table hears beside the words: where the two stand; ``waiting`` counts as ``cooldown``."""
    return (f"@{Stage.COOLDOWN if stage is Stage.WAITING else stage}",)
