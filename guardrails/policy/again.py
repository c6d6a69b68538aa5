"""Another try right after the no, told by what a sentence does: it asks for a day, it proposes something else."""

import re

from guardrails.acts import Line
from guardrails.kinds.burdens import TOWARD_ME, forms
from guardrails.kinds.predicate import Predicate, predicate
from guardrails.kinds.wanting import prepares
from guardrails.offers.days import days_in
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Act, Finding

_MOVES = frozenset({"volition", "free", "meet", "invite", "going", "request", "arranges"})
_WITHOUT_FAIL = forms("必ず 絶対 忘れる 真っ先 一番")
_PLANS = frozenset({"volition", "arranges"})
_EFFORTS = forms("頑張る がんばる 乗り切る 踏ん張る")
"""What each does for themselves: じゃ、講義がんばろうね."""
_PROPOSED = re.compile("[るうくむぶつすぐぬ]のは(?:どう|いかが|あり)|(?:^|て)じゃあ?.{1,12}なら")
_KIND = frozenset({Act.THANKS, Act.FUTURE, Act.CARE, Act.GREETING})


def again(text: Text, line: Line) -> Finding | None:
    """A finding if the sentence asks them out, asks for a day or a favour, or offers something instead."""
    marks, said = line.marks, predicate(line.sentence)
    dated = (
        "day" in marks and bool(days_in(line.sentence) or "wh" in marks) and "すぎ" not in line.sentence.fold
    )
    if "would_you" in marks and "favour" in marks and "going" not in marks:
        return against(text, "pressure.favour", line.sentence)
    if "summons" in marks:
        return against(text, "pressure.summons", line.sentence)
    if "would_you" in marks:
        rule = "repropose.grammar"
    elif line.question and (marks & {"free", "going"} or dated or _PROPOSED.search(line.sentence.fold)):
        rule = "repropose.question"
    elif "instead" in marks and _proposes(line, dated=dated):
        rule = "repropose.instead"
    elif said is not None and _insists(said):
        rule = "pressure.insists"
    elif said is not None and prepares(said) and not line.acts & _KIND:
        rule = "pressure.prepares"
    else:
        return None
    return against(text, rule, line.sentence)


def _proposes(line: Line, *, dated: bool) -> bool:
    """じゃあ来週で; not ちなみにあのアイス、今日見つけたよ, which tells of what was."""
    told = "done" in line.marks and not line.question
    moves = (dated and not told) or line.marks & _MOVES
    alone = not line.marks & (_MOVES - _PLANS) and bool(
        _EFFORTS.intersection(t.lemma for t in line.sentence.tokens)
    )
    return not alone and bool(line.marks & _PLANS or (moves and not line.acts & _KIND))


def _insists(said: Predicate) -> bool:
    """必ず誘ってね, 絶対知らせて: an order toward the speaker that leaves no choice."""
    if said.head is None or not said.order or not _WITHOUT_FAIL.intersection(said.lemmas):
        return False
    return said.head.lemma in TOWARD_ME
