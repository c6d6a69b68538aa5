"""How much words of danger count: what the rules find in a message, against how the message sounds to the hunch."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from guardrails.danger.hearsay import given_up, laughed_at, only_told
from guardrails.hearing.hunch import Sound, hearing, suspect
from guardrails.hearing.signs import signs
from guardrails.hearing.weights import table
from guardrails.rules import RULES_DIR, RuleSet
from guardrails.text import view
from guardrails.vocabulary import Danger, Span

FOLDER = RULES_DIR / "safety"
_LEXICON = FOLDER / "lexicon.yaml"
_CLOSE_UP = dict.fromkeys(map(ord, " \u3000"), "\u200b")  # words written apart, with every place kept


def rule_files() -> list[Path]:
    """The files with the danger rules."""
    return sorted(p for p in FOLDER.glob("*.yaml") if p != _LEXICON)


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The danger rules, compiled."""
    return RuleSet.load(rule_files(), lexicon=_LEXICON)


class Weight(StrEnum):
    """How much a rule's word counts; ``data: {weight: ...}`` in its file, ``PLAIN`` where nothing is said."""

    CERTAIN = "certain"  # names whatever it sounds like
    PLAIN = "plain"  # names unless it sounds calm
    BROAD = "broad"  # names only where the hunch hears the same danger
    SLIGHT = "slight"  # names where at most a broad one does and it hears the same danger beyond doubt


Found = dict[tuple[Danger, Weight], list[Span]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The dangers that are named, and those to be asked about, each with its words."""

    named: dict[Danger, list[Span]]
    withheld: dict[Danger, list[Span]]


_BEYOND_DOUBT = 150
"""From how far above its limits the hunch lets a slight rule name.

Of texts no model had read it then named 11 of 2,247 calm ones written to be mistaken, 3 of 1,958 others, and rightly 120
of 507 dangers that no other rule named. Beside a broad rule it was measured only with all else (danger K, L and M in
docs/measurements.md).
"""

_OTHER_WAY = {
    Danger.BEING_PURSUED: Danger.ABOUT_TO_PURSUE,
    Danger.ABOUT_TO_PURSUE: Danger.BEING_PURSUED,
}
"""Who comes near whom: where a plain rule knows, a broad one is not asked."""

_UNHEARD = frozenset({Danger.IDIOM})
"""What the hunch has no column for: a rule alone decides."""

_HYPERBOLE = {(d, w) for d in (Danger.SELF_HARM, Danger.THREAT) for w in (Weight.PLAIN, Weight.BROAD)}
"""Whose words are said in jest, too: 「消えたいw」."""

_SCOLDED = "殺され"
"""What is laughed at where a scolding is to come: 「母に殺されるw」."""

_THEY_DO = re.compile(
    r"(?:元(?:彼|カレ|カノ|夫|妻|旦那|嫁|交際相手)|彼氏?|彼女|相手|[男女子人]|先輩|後輩|上司|部下|同僚|店長|お?客|ストーカー|さん|くん|ちゃん|君|やつ|奴)"
    r"(?:の(?:車|バイク|自転車|姿|声|足音))?(?:が|も)[、,]?(?:また|[^。、,!?！？\nうくぐすつぬぶむるただ]){0,8}[、,]?\Z"  # no verb of another clause in between
)
"""Somebody else is the one who does it: 元彼が毎晩家の前に車を停めている."""


def weigh(message: str) -> Weighed:
    """The dangers that rules name, and those to be asked about.

    The hunch takes away: what a plain rule sees in a message that sounds calm is asked about, and so are certain words
    that are only told of, and plain ones unless it sounds calm. It never names what no rule does.
    """
    spoken, told = _found(message)
    asked = any(
        weight is not Weight.CERTAIN and danger not in _UNHEARD for danger, weight in (*spoken, *told)
    )
    sounds = hearing(message, table("danger"), signs=signs) if asked else {}
    named: dict[Danger, list[Span]] = {}
    withheld: dict[Danger, list[Span]] = {}
    for (danger, weight), spans in spoken.items():
        if weight is Weight.BROAD and (_OTHER_WAY.get(danger), Weight.PLAIN) in spoken:
            continue
        if danger in _UNHEARD or _enough(weight, sounds, danger):
            named.setdefault(danger, []).extend(spans)
        elif weight is Weight.PLAIN:
            withheld.setdefault(danger, []).extend(spans)
    sure = {danger for danger in named if not _only_broad(danger, spoken)} - _UNHEARD
    for one, other in _OTHER_WAY.items():
        if one in named and other not in named and sounds and _sounds_the_other_way(sounds, one, other):
            named[other] = named.pop(one)
    if not sure:
        named = _slight(message, spoken) | named
    for (danger, weight), spans in told.items():
        if weight is Weight.CERTAIN or (weight is Weight.PLAIN and sounds[danger] is not Sound.CALM):
            withheld.setdefault(danger, []).extend(spans)
    return Weighed(named, withheld)


def _found(message: str) -> tuple[Found, Found]:
    """What the rules find, and what of it is only told of."""
    spoken: Found = {}
    told: Found = {}
    whole = view(message)
    for reading in {message, message.translate(_CLOSE_UP)}:
        for match in rules().match(view(reading)):
            start, end = match.span.start, match.span.end
            danger, weight = Danger(match.rule.category), Weight(match.rule.data.get("weight", Weight.PLAIN))
            if danger is Danger.ABOUT_TO_PURSUE and _THEY_DO.search(message, 0, start):
                danger = Danger.BEING_PURSUED
            key = danger, weight
            span = Span(start, end, message[start:end])
            aside = danger not in _UNHEARD and (
                only_told(whole, span)
                or (danger is Danger.ABOUT_TO_PURSUE and given_up(whole, span))
                or ((key in _HYPERBOLE or span.text.startswith(_SCOLDED)) and laughed_at(whole, span))
            )
            (told if aside else spoken).setdefault(key, []).append(span)
    return spoken, told


def _only_broad(danger: Danger, spoken: Found) -> bool:
    """Whether nothing but a broad rule names it: what is heard louder than all else may be another danger."""
    return not {(danger, Weight.CERTAIN), (danger, Weight.PLAIN)} & spoken.keys()


def _sounds_the_other_way(sounds: Mapping[str, Sound], one: Danger, other: Danger) -> bool:
    """A rule knows that somebody comes near somebody; who is who may be clear from the rest."""
    return sounds[other] is Sound.CLEAR and sounds[one] is not Sound.CLEAR


def _enough(weight: Weight, sounds: Mapping[str, Sound], danger: Danger) -> bool:
    """Whether a rule of this weight may name the danger in a message that sounds so."""
    match weight:
        case Weight.CERTAIN:
            return True
        case Weight.PLAIN:
            return sounds[danger] is not Sound.CALM
        case Weight.BROAD:
            return sounds[danger] is Sound.CLEAR and sounds["any"] is Sound.CLEAR
        case Weight.SLIGHT:
            return False


def _slight(message: str, spoken: Found) -> dict[Danger, list[Span]]:
    """What the hunch hears beyond doubt, where a slight rule has a sign of the same."""
    heard = suspect(message, table("danger"), signs=signs, least=_BEYOND_DOUBT)
    if heard is None:
        return {}
    danger = Danger(heard.column)
    spans = spoken.get((danger, Weight.SLIGHT))
    return {danger: spans} if spans else {}
