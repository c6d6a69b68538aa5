"""Right after a no: thanks, acceptance, an open door; no invitation, no question that wants an answer."""

from guardrails.acts import Line
from guardrails.days import days_in
from guardrails.policy.findings import GOOD, W_INVITE, against, asked, unsure
from guardrails.text import Text
from guardrails.vocabulary import Act, Category, Finding

_RISKY = frozenset({"trail", "meet", "past", "invite", "would_you"})
W_QUESTION = "断った直後の質問は、答える負担をもう一つ増やします。"
W_UNKNOWN = "感謝・受け止め・ねぎらいのどれかと言い切れない文です。重さが残るかもしれません。"
H_DECLINED = "「教えてくれてありがとう」「気にしないでね」のような短い言葉にしてみませんか。"


def declined(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    """What asks or invites again, and what none of the good acts knows."""
    out = []
    answering = asked(incoming)
    for line in known:
        good = bool(line.acts & GOOD)
        if line.marks & {"would_you"} and not answering:
            out.append(
                against(text, line.sentence, "repropose.grammar", Category.REPROPOSE, W_INVITE, H_DECLINED)
            )
        elif line.question and not answering:
            out += _declined_question(text, line, incoming)
        elif not good and line.marks & _RISKY:
            out.append(unsure(text, line.sentence, "declined.unknown", W_UNKNOWN, H_DECLINED))
    return out


def _declined_question(text: Text, line: Line, incoming: Text) -> list[Finding]:
    """A question right after a no: about a day it proposes again, about them it probes, else unsure."""
    sentence = line.sentence
    if "wh" in line.marks or "polite_question" in line.marks:
        if line.marks & {"day"} and days_in(sentence):
            return [against(text, sentence, "repropose.question", Category.REPROPOSE, W_QUESTION, H_DECLINED)]
        return [against(text, sentence, "probing.question", Category.PROBING, W_QUESTION, H_DECLINED)]
    if line.acts & {Act.CARE, Act.ACCEPTANCE, Act.THANKS} and not line.marks & {"concrete", "you"}:
        return []
    return [unsure(text, sentence, "declined.question", W_QUESTION, H_DECLINED)]
