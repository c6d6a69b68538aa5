"""What each hunch is to hear, and how sharply."""

from dataclasses import dataclass

from guardrails.hunch import Signs, no_signs
from guardrails.signs import signs


@dataclass(frozen=True, slots=True)
class Ear:
    """What a table is to hear: its columns with their labels, and how sharply.

    ``fair`` are the sources whose other texts nobody wrote to be mistaken; false alarms are counted on them. ``alarms``
    is the share of those that the first column may clearly take for one, ``kind_alarms`` the same for the columns that
    say what it is, ``calm`` the share of what should be heard that may sound calm. Where ``faint_alarms`` is given, so
    many of those may sound faint in the first column: of so many ordinary texts is the user asked for nothing.
    """

    name: str
    columns: dict[str, frozenset[str]]
    fair: tuple[str, ...]
    alarms: float
    calm: float
    kind_alarms: float = 0.0
    faint_alarms: float = 0.0
    cut_quotes: bool = False
    signs: Signs = no_signs


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
EARS = (
    Ear(
        "danger",
        {"any": frozenset(DANGERS)} | {d: frozenset([d]) for d in DANGERS},
        fair=("round3", "product", "ordinary", "ordinary2", "ordinary3", "ordinary4", "stages"),
        alarms=0.03,
        faint_alarms=0.04,
        calm=0.06,
        kind_alarms=0.02,
        signs=signs,
    ),
    Ear(
        "advice",
        {"ng": frozenset(["ng"])},
        fair=("dev", "own", "product", "round1"),
        alarms=0.06,
        calm=0.01,
        cut_quotes=True,
    ),
)
