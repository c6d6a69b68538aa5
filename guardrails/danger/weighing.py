"""How much words of danger count: what the rules find in a message, against how the message sounds to the hunch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guardrails.danger.hearsay import given_up, laughed_at, not_done, only_told
from guardrails.danger.nearby import OTHER_WAY, calm, clear, doubtful, heard, holding, within
from guardrails.danger.words import Weight, found
from guardrails.hearing.hunch import Run, Sound, heard_runs
from guardrails.hearing.signs import signs
from guardrails.hearing.weights import table
from guardrails.text import view
from guardrails.vocabulary import Danger, Span

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
    runs = heard_runs(message, table("danger"), signs=signs) if asked else ()
    named: dict[Danger, list[Span]] = {}
    withheld: dict[Danger, list[Span]] = {}
    for (danger, weight), spans in spoken.items():
        # Who comes near whom: where a plain rule knows, a broad one is not asked.
        if weight is Weight.BROAD and (OTHER_WAY.get(danger), Weight.PLAIN) in spoken:
            continue
        for span in spans:
            if danger in _UNHEARD or _enough(message, span, danger, weight, runs):
                named.setdefault(danger, []).append(span)
            elif weight is Weight.PLAIN and doubtful(span, danger, runs):
                withheld.setdefault(danger, []).append(span)
    sure = {danger for danger in named if not _only_broad(danger, spoken)} - _UNHEARD
    for one, other in OTHER_WAY.items():
        if one in named and other not in named and _sounds_the_other_way(named[one], runs, one, other):
            named[other] = named.pop(one)
    if not sure:
        named = _slight(message, spoken, runs) | named
    for (danger, weight), spans in told.items():
        for span in spans:
            if weight is Weight.CERTAIN or (weight is Weight.PLAIN and not calm(span, danger, runs)):
                withheld.setdefault(danger, []).append(span)
    return Weighed(named, withheld)


def _found(message: str) -> tuple[Found, Found]:
    """What the rules find, and what of it is only told of."""
    spoken: Found = {}
    told: Found = {}
    whole = view(message)
    for match, weight in found(message):
        start, end = match.span.start, match.span.end
        danger = Danger(match.rule.category)
        if danger is Danger.ABOUT_TO_PURSUE and _THEY_DO.search(message, 0, start):
            danger = Danger.BEING_PURSUED
        key = danger, weight
        span = Span(start, end, message[start:end])
        if key == (Danger.ABOUT_TO_PURSUE, Weight.PLAIN) and not_done(whole, span):
            continue
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


def _sounds_the_other_way(spans: Sequence[Span], runs: Sequence[Run], one: Danger, other: Danger) -> bool:
    """A rule knows that somebody comes near somebody; who is who may be clear from what stands around."""
    near = [run.sounds for span in spans for run in holding(span, runs)]
    return any(sounds[other] is Sound.CLEAR for sounds in near) and not any(
        sounds[one] is Sound.CLEAR for sounds in near
    )


def _enough(message: str, span: Span, danger: Danger, weight: Weight, runs: Sequence[Run]) -> bool:
    """Whether these words of a rule of this weight may name the danger, given what is heard around them."""
    match weight:
        case Weight.CERTAIN:
            return True
        case Weight.PLAIN:
            return heard(message, span, danger, runs)
        case Weight.BROAD:
            return clear(message, span, danger, runs)
        case Weight.SLIGHT:
            return False


def _slight(message: str, spoken: Found, runs: Sequence[Run]) -> dict[Danger, list[Span]]:
    """What the hunch hears beyond doubt in a run of sentences where a slight rule has a sign of the same."""
    runs = runs or heard_runs(message, table("danger"), signs=signs)
    loudest = max(runs, key=lambda run: run.score, default=None)
    if loudest is None or loudest.score < _BEYOND_DOUBT:
        return {}
    danger = Danger(loudest.likeliest)
    near = [
        span
        for span in spoken.get((danger, Weight.SLIGHT), ())
        if loudest in holding(span, runs) and within(message, loudest, danger, Weight.SLIGHT, runs)
    ]
    return {danger: near} if near else {}
