"""They said they want to be left alone, or not to be asked."""

from guardrails.acts import Line
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Finding, Stage

_INVITING = frozenset({"invite", "would_you", "volition", "meet"})
_PRESSING: dict[Stage, frozenset[str]] = {
    Stage.DECLINED: frozenset(),  # its own policy hears them
    Stage.ALTERNATIVE: frozenset({"meet"}),  # what they offered instead may be taken up: 通話なら
}


def against_distance(
    text: Text, known: tuple[Line, ...], theirs: frozenset[str], stage: Stage
) -> list[Finding]:
    """They said they want to be left alone, or not to be asked: then no question and no invitation."""
    if "wants_distance" not in theirs:
        return []
    out = []
    for line in known:
        if line.marks & _PRESSING.get(stage, _INVITING):
            out.append(against(text, "pressure.distance", line.sentence))
        elif line.question and "wh" in line.marks:
            out.append(against(text, "probing.distance", line.sentence))
    return out
