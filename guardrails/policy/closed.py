"""After a final no: one short acceptance, and nothing past it."""

from guardrails.acts import Line
from guardrails.policy.findings import GOOD, against, asked, unsure
from guardrails.text import Sentence, Text
from guardrails.vocabulary import Category, Finding

W_CLOSED = "終わりを伝えられたあとは、短い受け止めの言葉のほかは相手をこわがらせることがあります。"
H_CLOSED = "「わかりました。今までありがとう」だけにして、ここで終わりにしませんか。"


def closed(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    """What is none of the good acts goes past the one acceptance."""
    out = []
    answering = asked(incoming)
    for line in known:
        good = bool(line.acts & GOOD)
        if line.question and not answering and not (good and len(line.sentence.fold) <= 10):
            out.append(_closed_by(text, line.sentence, "closed.question"))
        elif line.marks & {"would_you", "volition", "request"} and not good:
            out.append(_closed_by(text, line.sentence, "closed.request"))
        elif not good:
            if line.marks & {"contact", "meet", "invite", "you", "day"} or len(line.sentence.fold) > 18:
                out.append(_closed_by(text, line.sentence, "closed.more_words"))
            else:
                out.append(unsure(text, line.sentence, "closed.unknown", W_CLOSED, H_CLOSED))
    return out


def _closed_by(text: Text, sentence: Sentence, rule: str) -> Finding:
    return against(text, sentence, rule, Category.CONTACT_AFTER_CLOSED, W_CLOSED, H_CLOSED)
