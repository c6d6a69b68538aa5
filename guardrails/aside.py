"""Whether a sentence that no act knows at least leaves out the two: what it tells, it tells of something else."""

from guardrails.acts import Line
from guardrails.burdens import BETWEEN_US, BITTER, WEIGHS, forms
from guardrails.days import days_in
from guardrails.predicate import predicate
from guardrails.text import Text
from guardrails.wanting import wants

AWAY = frozenset(
    {"free", "arranges", "instead", "meet", "past", "invite", "would_you", "summons", "trail", "you"}
)
"""Marks of a sentence that goes on about a day, a meeting, the no, or asks."""

_WONDERING = forms("誰 何 何処 何方 何時 何故 どんな どの どう 幾つ どれ")


def aside(line: Line, incoming: Text) -> bool:
    """Whether ``line`` asks nothing, wants nothing, names no day but theirs, nothing between the two and nothing that hurts.

    It is not known to be kind by that: among known good sentences, and only where the voice is calm about the whole
    message, it may stand (シフト表には逆らえん!, 鉄分とってな).
    """
    sentence, said = line.sentence, predicate(line.sentence)
    if said is None or sentence.question or line.marks & AWAY or wants(line) or dated(line, incoming):
        return False
    return not (BETWEEN_US | WEIGHS | BITTER | _WONDERING).intersection(said.lemmas)


def dated(line: Line, incoming: Text) -> bool:
    """Whether it names a day or an hour that is not theirs."""
    if not line.marks & {"day", "concrete"}:
        return False
    named, theirs = days_in(line.sentence), days_in(incoming)
    return bool(named - theirs) or bool(named.clock - theirs.clock) or "いつ" in line.sentence.fold
