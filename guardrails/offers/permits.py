"""What the other side's own words allow: an answer to what they asked is no NG."""

import re

from guardrails.kinds.moods import moods
from guardrails.offers.offer import offer
from guardrails.text import Text, fold
from guardrails.vocabulary import Category, Finding, Stage

PERMITS: dict[str, frozenset[Category]] = {
    "invites": frozenset({Category.REPROPOSE, Category.VAGUE_INVITE, Category.PRESSURE}),
    "asks_advice": frozenset({Category.LECTURING}),
    "opens_up": frozenset({Category.PROBING}),
    "asks_stop": frozenset({Category.EMOTIONAL}),
    "asks_contact": frozenset({Category.CHASING, Category.PRESSURE}),
    "offers_posting": frozenset({Category.SNS}),
    "asks_feelings": frozenset({Category.CHASING, Category.EMOTIONAL, Category.PRESSURE}),
    "will_contact": frozenset({Category.PRESSURE, Category.CHASING}),
    "asks_when": frozenset({Category.REPROPOSE, Category.PRESSURE}),
    "asks": frozenset({Category.REPROPOSE, Category.LECTURING, Category.PROBING, Category.SNS}),
}
"""By what their message does: the categories that an answer to it may fall under."""

_PUSHING = frozenset(
    f"pressure.{name}"
    for name in ("override", "begging", "change_plans", "waits", "comes", "booked", "no_refusal", "orders")
) | {"pressure.change_mind", "pressure.address", "pressure.treats"}
"""What pushes against a no, and is none where they asked for it: 着いたら連絡してね."""

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
    "asks_contact": _PUSHING | {"pressure.heat", "chasing.reply", "silence.more_words"},
    "will_contact": _PUSHING | {"pressure.prepares", "chasing.reply"},
    "asks_when": _PUSHING,
    "asks_feelings": frozenset({"chasing.feelings", "emotional.hurt", "emotional.sulk", "pressure.heat"}),
}
"""Where only some rules of a category are lifted."""

_WAITING = frozenset({"pressure.prepares", "pressure.waits", "chasing.reply"})
_QUIETLY = re.compile("^(?!.*(?:ずっと|いつまで|毎|早|急|まで|今日|まだ|\\?)).*待")
"""連絡待ってるね after 連絡するね; not まだ待ってる or 早く."""
_INVITING = frozenset({"would_you", "volition", "summons", "favour"})
_DEFERS = re.compile("今度|また|別の日|延期|大丈夫|いい\\?|よか\\?|ごめん")
TOPICAL = frozenset(
    {
        "pressure.stay",
        "pressure.door",
        "pressure.romance",
        "pressure.heat",
        "pressure.two_alone",
        "vague_invite.heavy",
    }
)
"""Rules about a thing (a dinner, a pick-up, a night): no NG where their message offers that very thing."""


def permits(incoming: Text, known: frozenset[str]) -> frozenset[str]:
    """What their message does: what the rules know of it, and what its grammar says."""
    found = set(known)
    for sentence in incoming.sentences:
        marks = moods(sentence)
        if "going" in marks and "done" not in marks and (sentence.question or marks & _INVITING):
            found.add("invites")
        if sentence.question and not _DEFERS.search(sentence.fold):
            found.add("asks")
        if "wh" in marks and re.search("いつ|何曜|何日|何時|どの日", sentence.fold):
            found.add("asks_when")
    return frozenset(found)


def lift(findings: list[Finding], theirs: frozenset[str], stage: Stage, incoming: Text) -> list[Finding]:
    """The findings that stay, given what their message does; nothing is lifted once it is over."""
    if stage is Stage.CLOSED:
        return findings
    if stage is Stage.ALTERNATIVE:
        theirs -= {"invites"}  # they always do there; it is their offer that counts
    if stage is not Stage.DECLINED:
        theirs -= {"asks"}  # elsewhere a question is small talk; beside a no it is another matter
    if any(f.rule in TOPICAL for f in findings):
        things = offer(incoming).things
        findings = [
            f for f in findings if f.rule not in TOPICAL or not any(t in fold(f.span.text) for t in things)
        ]
    return [f for f in findings if not any(_allows(permit, f) for permit in theirs)]


def _allows(permit: str, finding: Finding) -> bool:
    if finding.category is None:
        return permit in PERMITS
    if finding.category not in PERMITS.get(permit, frozenset()):
        return False
    if permit == "will_contact" and finding.rule in _WAITING:
        return bool(_QUIETLY.search(fold(finding.span.text)))
    only = ONLY.get(permit)
    return only is None or finding.category is Category.REPROPOSE or finding.rule in only
