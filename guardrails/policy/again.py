"""Another try right after the no, told by what a sentence does: it asks for a day, it proposes something else."""

from guardrails.acts import Line
from guardrails.days import days_in
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Act, Finding

_MOVES = frozenset({"volition", "free", "meet", "invite", "going", "request", "arranges"})
_PLANS = frozenset({"volition", "arranges"})
_KIND = frozenset({Act.THANKS, Act.FUTURE, Act.CARE, Act.GREETING})


def again(text: Text, line: Line) -> Finding | None:
    """A finding if the sentence asks them out, asks for a day or a favour, or offers something instead."""
    marks = line.marks
    dated = (
        "day" in marks and bool(days_in(line.sentence) or "wh" in marks) and "すぎ" not in line.sentence.fold
    )
    if "would_you" in marks and "favour" in marks and "going" not in marks:
        return against(text, "pressure.favour", line.sentence)
    if "summons" in marks:
        return against(text, "pressure.summons", line.sentence)
    if "would_you" in marks:
        rule = "repropose.grammar"
    elif line.question and (marks & {"free", "going"} or dated):
        rule = "repropose.question"
    elif "instead" in marks and (marks & _PLANS or ((dated or marks & _MOVES) and not line.acts & _KIND)):
        rule = "repropose.instead"
    else:
        return None
    return against(text, rule, line.sentence)
