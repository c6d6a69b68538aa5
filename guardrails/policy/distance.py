"""They said they want to be left alone, or not to be asked."""

from guardrails.acts import Line
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Category, Finding, Stage

W_DISTANCE = "そっとしておいてほしい、聞かないでほしいという言葉が相手から出ています。"
H_DISTANCE = "「ゆっくりしてね、返事はいらないよ」とだけ伝えて、待ってみませんか。"


def against_distance(
    text: Text, known: tuple[Line, ...], theirs: frozenset[str], stage: Stage
) -> list[Finding]:
    """They said they want to be left alone, or not to be asked: then no question and no invitation."""
    if "wants_distance" not in theirs:
        return []
    out = []
    for line in known:
        if stage is not Stage.DECLINED and line.marks & {"invite", "would_you", "volition", "meet"}:
            out.append(
                against(text, line.sentence, "pressure.distance", Category.PRESSURE, W_DISTANCE, H_DISTANCE)
            )
        elif line.question and "wh" in line.marks:
            out.append(
                against(text, line.sentence, "probing.distance", Category.PROBING, W_DISTANCE, H_DISTANCE)
            )
    return out
