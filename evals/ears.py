"""What each hunch is to hear, and how sharply."""

from collections.abc import Callable
from dataclasses import dataclass

from evals.lesson import BAD
from guardrails.advising.quoted_sound import around
from guardrails.advising.quotes import framed
from guardrails.advising.quoting import parted as quote_parted
from guardrails.advising.sound import signs as said_signs
from guardrails.advising.sound import worded
from guardrails.hearing.hunch import Signs, Wording, no_signs
from guardrails.hearing.signs import signs
from guardrails.hearing.wording import features, phrased
from guardrails.text import Text
from guardrails.vocabulary import Category
from guardrails.wishes.parts import parted
from guardrails.wishes.sound import STYLE
from guardrails.wishes.told import own_words


def _kept(wish: str) -> str:
    """What a wish does not take out."""
    return parted(own_words(wish))[0]


@dataclass(frozen=True, slots=True)
class Ear:
    """What a table is to hear: its columns with their labels, and how sharply.

    ``fair`` are the sources whose other texts nobody wrote to be mistaken; false alarms are counted on them. ``alarms``
    is the share of those that the first column may clearly take for one, ``kind_alarms`` the same for the columns that
    say what it is, ``calm`` the share of what should be heard that may sound calm. ``part`` is what of a text is heard;
    with ``each`` every sentence is heard alone, with ``heed_rare`` rare features weigh more; ``wording`` is
    what a text is known by. ``firm`` are sources that must be heard rightly: what we say ourselves, what holds.
    With ``harmless`` (labels of texts in which nothing is to be heard) long texts teach as they are heard, run by run.
    """

    name: str
    columns: dict[str, frozenset[str]]
    fair: tuple[str, ...]
    alarms: float
    calm: float
    kind_alarms: float = 0.0
    each: bool = False
    heed_rare: bool = False
    firm: tuple[str, ...] = ()
    wording: Wording = features
    signs: Signs = no_signs
    part: Callable[[str], str] = str
    harmless: frozenset[str] | None = None


DANGERS = (
    "self_harm",
    "dv",
    "being_pursued",
    "about_to_pursue",
    "threat",
    "sextortion",
    "money_fraud",
    "minor",
    "work_power",
)


def _around_mark(text: Text) -> list[str]:
    """What stands around the quoted piece that is marked with ⟦ ⟧."""
    at = text.original.index("⟦")
    cut = framed(BAD.sub(r"\1", text.original))
    piece = next(one for one in cut.pieces if one.place.start == at)
    return around(*quote_parted(cut.around(piece), at))


EARS = (
    Ear(
        "danger",
        {"any": frozenset(DANGERS)} | {d: frozenset([d]) for d in DANGERS},
        fair=("round3", "product", "ordinary", "ordinary2", "ordinary3", "ordinary4", "ordinary5", "stages"),
        alarms=0.03,
        calm=0.06,
        kind_alarms=0.02,
        signs=signs,
        harmless=frozenset(["none", "calm"]),
    ),
    Ear(
        "advice",
        {"ng": frozenset(["ng"])},
        fair=("dev", "product", "prompts", "at2", "at4", "at6", "at8", "at9", "at10", "at13"),
        alarms=0.05,
        calm=0.03,
        each=True,
        heed_rare=True,
        firm=("dev", "product", "own7"),
        signs=said_signs,
        wording=worded,
    ),
    Ear(
        "quotes",
        {"handed": frozenset(["handed"])},
        fair=("q1", "q2", "q4", "q5", "texts", "texts2", "dev"),
        alarms=0.05,
        calm=0.08,
        heed_rare=True,
        firm=("own", "dev"),
        wording=_around_mark,
    ),
    Ear(
        "request",
        {"any": frozenset(Category)} | {c: frozenset([c]) for c in Category} | {STYLE: frozenset([STYLE])},
        fair=(
            "dev",
            "own",
            "round1",
            "roundb",
            "roundc",
            "roundd",
            "rounde",
            "roundf",
            "roundg",
            "session6",
            "product",
            "rt1",
            "rt3",
            "rt4",
            "rt6",
        ),
        alarms=0.03,
        kind_alarms=0.02,
        calm=0.03,
        heed_rare=True,
        wording=phrased,
        part=_kept,
    ),
)
