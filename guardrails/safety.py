"""What danger, if any, a message to the coach speaks of, with the words it was read from."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from guardrails.ages import read_ages
from guardrails.hearsay import laughed_at, only_told
from guardrails.hunch import Sound, hearing, suspect
from guardrails.rules import RULES_DIR, RuleSet
from guardrails.signs import signs
from guardrails.text import view
from guardrails.vocabulary import Alarm, Danger, Span
from guardrails.weights import table

FOLDER = RULES_DIR / "safety"
_LEXICON = FOLDER / "lexicon.yaml"

GRAVEST_FIRST = (
    Danger.SELF_HARM,
    Danger.DV,
    Danger.BEING_PURSUED,
    Danger.THREAT,
    Danger.SEXTORTION,
    Danger.ABOUT_TO_PURSUE,
    Danger.MINOR,
    Danger.MONEY_FRAUD,
    Danger.WORK_POWER,
    Danger.IDIOM,
)
"""The order of alarms, and of help."""

_CLOSE_UP = dict.fromkeys(map(ord, " \u3000"), "\u200b")  # words written apart, with every place kept
_YOUTH_MATTERS = (Danger.SELF_HARM, Danger.DV, Danger.BEING_PURSUED, Danger.SEXTORTION)


def rule_files() -> list[Path]:
    """The files with the danger rules."""
    return sorted(p for p in FOLDER.glob("*.yaml") if p != _LEXICON)


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The danger rules, compiled."""
    return RuleSet.load(rule_files(), lexicon=_LEXICON)


def screen(message: str) -> tuple[Alarm, ...]:
    """The dangers a message speaks of, gravest first, each with exact pieces of the message as evidence.

    ``IDIOM`` is only there when no wish to die is. Words such as 「大丈夫」 take nothing back. Where the user is
    under 18, the words that say so are part of the evidence.

    >>> [a.danger.value for a in screen("もう消えたい。でも大丈夫")]
    ['self_harm']
    >>> screen("家まで送ったら、殺し文句を言われた")
    ()
    """
    found, _ = _weighed(message)
    if Danger.ABOUT_TO_PURSUE in found and _said_no(message):
        found[Danger.BEING_PURSUED] = found.get(Danger.BEING_PURSUED, []) + found.pop(Danger.ABOUT_TO_PURSUE)
    ages = read_ages(message)
    if ages.apart:
        found[Danger.MINOR] = [*found.get(Danger.MINOR, []), *ages.minors, *ages.adults]
    if Danger.SELF_HARM in found:
        found.pop(Danger.IDIOM, None)
    for danger in _YOUTH_MATTERS:
        if danger in found:
            found[danger] = [*found[danger], *ages.minors]
    return tuple(Alarm(danger, _tidy(found[danger])) for danger in GRAVEST_FIRST if danger in found)


class _Weight(StrEnum):
    """How much a rule's word counts; ``data: {weight: ...}`` in its file, ``PLAIN`` where nothing is said."""

    CERTAIN = "certain"  # names whatever it sounds like
    PLAIN = "plain"  # names unless it sounds calm
    BROAD = "broad"  # names only where the hunch hears the same danger


_OTHER_WAY = {
    Danger.BEING_PURSUED: Danger.ABOUT_TO_PURSUE,
    Danger.ABOUT_TO_PURSUE: Danger.BEING_PURSUED,
}
"""Who comes near whom: where a plain rule knows, a broad one is not asked."""

_UNHEARD = frozenset({Danger.IDIOM})
"""What the hunch has no column for: a rule alone decides."""


_HYPERBOLE = {(d, w) for d in (Danger.SELF_HARM, Danger.THREAT) for w in (_Weight.PLAIN, _Weight.BROAD)}
"""Whose words are said in jest, too: 「消えたいw」."""


def _weighed(message: str) -> tuple[dict[Danger, list[Span]], dict[Danger, list[Span]]]:
    """The dangers that rules name, and those to be asked about.

    The hunch only takes away here: it never names what no rule does. What a plain rule sees in a message that
    sounds calm is asked about, and so are certain words that are only told of, and plain ones unless it sounds calm.
    """
    spoken: dict[tuple[Danger, _Weight], list[Span]] = {}
    told: dict[tuple[Danger, _Weight], list[Span]] = {}
    whole = view(message)
    for reading in {message, message.translate(_CLOSE_UP)}:
        for match in rules().match(view(reading)):
            start, end = match.span.start, match.span.end
            danger, weight = (
                Danger(match.rule.category),
                _Weight(match.rule.data.get("weight", _Weight.PLAIN)),
            )
            if danger is Danger.ABOUT_TO_PURSUE and _THEY_DO.search(message, 0, start):
                danger = Danger.BEING_PURSUED
            key = danger, weight
            span = Span(start, end, message[start:end])
            aside = key[0] not in _UNHEARD and (
                only_told(whole, span) or (key in _HYPERBOLE and laughed_at(whole, span))
            )
            (told if aside else spoken).setdefault(key, []).append(span)
    asked = any(
        weight is not _Weight.CERTAIN and danger not in _UNHEARD for danger, weight in (*spoken, *told)
    )
    sounds = hearing(message, table("danger"), signs=signs) if asked else {}
    named: dict[Danger, list[Span]] = {}
    withheld: dict[Danger, list[Span]] = {}
    for (danger, weight), spans in spoken.items():
        if weight is _Weight.BROAD and (_OTHER_WAY.get(danger), _Weight.PLAIN) in spoken:
            continue
        if danger in _UNHEARD or _enough(weight, sounds, danger):
            named.setdefault(danger, []).extend(spans)
        elif weight is _Weight.PLAIN:
            withheld.setdefault(danger, []).extend(spans)
    for one, other in _OTHER_WAY.items():
        if one in named and other not in named and sounds and _sounds_the_other_way(sounds, one, other):
            named[other] = named.pop(one)
    for (danger, weight), spans in told.items():
        if weight is _Weight.CERTAIN or (weight is _Weight.PLAIN and sounds[danger] is not Sound.CALM):
            withheld.setdefault(danger, []).extend(spans)
    return named, withheld


def _sounds_the_other_way(sounds: Mapping[str, Sound], one: Danger, other: Danger) -> bool:
    """A rule knows that somebody comes near somebody; who is who may be clear from the rest."""
    return sounds[other] is Sound.CLEAR and sounds[one] is not Sound.CLEAR


def _enough(weight: _Weight, sounds: Mapping[str, Sound], danger: Danger) -> bool:
    """Whether a rule of this weight may name the danger in a message that sounds so."""
    if weight is _Weight.CERTAIN:
        return True
    if weight is _Weight.PLAIN:
        return sounds[danger] is not Sound.CALM
    return sounds[danger] is Sound.CLEAR and sounds["any"] is Sound.CLEAR


_I_SAID_NO = re.compile(
    r"(?:断|ことわ)っ(?:た|て)|お断りし(?:た|て|まし)|ブロックし(?:た|て)|着拒し|(?:振|ふ)った|と(?:はっきり|何度も)?(?:伝え|言っ|返し|送っ)(?:た|て(?:い)?る)の(?:に|は私)"
    r"|って(?:はっきり|何度も|ちゃんと)?(?:伝え|言っ|返し|送っ)(?:た|て(?:い)?る)のに"
)
_I_WAS_TOLD_NO = re.compile(
    r"(?:断|振|ふ|フ|拒否|ブロック|拒絶|ことわ|嫌|避け)(?:さ|わ|)?(?:ら)?れ|言われ|着拒され"
)


_THEY_DO = re.compile(
    r"(?:元(?:彼|カレ|カノ|夫|妻|旦那|嫁|交際相手)|彼氏?|彼女|相手|[男女子人]|先輩|後輩|上司|部下|同僚|店長|お?客|ストーカー|さん|くん|ちゃん|君|やつ|奴)"
    r"(?:が|も)[、,]?(?:また|[^。、,!?！？\nうくぐすつぬぶむるただ]){0,8}[、,]?\Z"  # no verb of another clause in between
)
"""Somebody else is the one who does it: 元彼が毎晩家の前に車を停めている."""


def _said_no(message: str) -> bool:
    """Whether the refusal is the user's own: then what comes near comes near to the user."""
    return bool(_I_SAID_NO.search(message)) and not _I_WAS_TOLD_NO.search(message)


def unease(message: str) -> Alarm | None:
    """What a message sounds like where `screen` found nothing: quiet words add up.

    A statistical hunch, wrong about one time in two: reason enough to ask gently, never to call it a danger.
    """
    heard = suspect(message, table("danger"), signs=signs, faint=1.0)
    if heard and not (heard.column == Danger.MINOR and read_ages(message).same):
        return Alarm(Danger(heard.column), (heard.span,))
    _, withheld = _weighed(message)
    return next((Alarm(d, _tidy(withheld[d])) for d in GRAVEST_FIRST if d in withheld), None)


def _tidy(spans: list[Span]) -> tuple[Span, ...]:
    """Each place once, in order; a span inside another is dropped."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)
