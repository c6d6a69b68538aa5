"""What the other side's own words allow: an answer to what they asked is no NG."""

from guardrails.vocabulary import Category, Finding, Stage

PERMITS: dict[str, frozenset[Category]] = {
    "invites": frozenset({Category.REPROPOSE, Category.VAGUE_INVITE, Category.PRESSURE}),
    "asks_advice": frozenset({Category.LECTURING}),
    "opens_up": frozenset({Category.PROBING}),
    "asks_stop": frozenset({Category.EMOTIONAL}),
    "asks_contact": frozenset({Category.CHASING, Category.PRESSURE}),
    "offers_posting": frozenset({Category.SNS}),
    "asks_feelings": frozenset({Category.CHASING, Category.EMOTIONAL}),
}
"""By what their message does: the categories that an answer to it may fall under."""

ONLY: dict[str, frozenset[str]] = {
    "invites": frozenset(
        {
            "pressure.no_exit",
            "pressure.two_alone",
            "pressure.heat",
            "pressure.plan",
            "vague_invite.no_exit",
            "vague_invite.nothing_concrete",
        }
    ),
    "asks_stop": frozenset({"emotional.withdraw"}),
    "asks_contact": frozenset({"pressure.heat", "pressure.override", "chasing.reply"}),
    "asks_feelings": frozenset({"chasing.feelings", "emotional.hurt", "emotional.sulk"}),
}
"""Where only some rules of a category are lifted."""


def lift(findings: list[Finding], theirs: frozenset[str], stage: Stage) -> list[Finding]:
    """The findings that stay, given what their message does; nothing is lifted once it is over."""
    if stage is Stage.CLOSED or not theirs:
        return findings
    if stage is Stage.ALTERNATIVE:
        theirs -= {"invites"}  # they always do there; it is their offer that counts
    return [f for f in findings if not any(_allows(permit, f) for permit in theirs)]


def _allows(permit: str, finding: Finding) -> bool:
    if finding.category is None:
        return permit in PERMITS
    if finding.category not in PERMITS.get(permit, frozenset()):
        return False
    only = ONLY.get(permit)
    return only is None or finding.category is Category.REPROPOSE or finding.rule in only
