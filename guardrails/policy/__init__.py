"""What a stage allows: findings that come from the structure of a message, not from a phrase."""

from guardrails.acts import Line
from guardrails.policy.alternative import alternative
from guardrails.policy.closed import closed
from guardrails.policy.cooldown import cooldown
from guardrails.policy.declined import declined
from guardrails.policy.distance import against_distance
from guardrails.policy.second_invite import second_invite
from guardrails.policy.silence import silence, wordless
from guardrails.text import Text
from guardrails.vocabulary import Finding, Stage

__all__ = ["against_distance", "judge"]


def judge(
    text: Text, known: tuple[Line, ...], *, stage: Stage, incoming: Text, found: list[Finding], ours: bool
) -> list[Finding]:
    """Findings of the stage's own policy; ``found`` is what the rules already say, ``ours`` as in ``check``."""
    match stage:
        case Stage.WAITING if incoming.sentences and known:
            return cooldown(text, known)  # they wrote last: an answer chases nobody
        case Stage.SILENCE | Stage.WAITING:
            return silence(text, known, found) if known else [wordless(text)]
        case _ if not known:
            return []
        case Stage.DECLINED:
            return declined(text, known, incoming, ours=ours)
        case Stage.ALTERNATIVE:
            return alternative(text, known, incoming)
        case Stage.COOLDOWN:
            return cooldown(text, known)
        case Stage.SECOND_INVITE:
            return second_invite(text, known, incoming)
        case Stage.CLOSED:
            return closed(text, known, incoming)
