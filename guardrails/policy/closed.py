"""After a final no: one short acceptance, and nothing past it."""

from guardrails.acts import Line
from guardrails.kindness import kind
from guardrails.policy.findings import against, asked, unsure
from guardrails.text import Sentence, Text
from guardrails.vocabulary import Act, Category, Finding

_PARTING = frozenset({Act.THANKS, Act.ACCEPTANCE, Act.CARE, Act.GREETING})
_AGAIN = frozenset({"contact", "meet", "invite", "day"})
_ECHO = 10  # letters: えっ、ご婚約? repeats their news and asks nothing
_SHORT = 10  # letters: a word of consent in a dialect that no act knows
W_CLOSED = "終わりを伝えられたあとは、短い受け止めの言葉のほかは相手をこわがらせることがあります。"
H_CLOSED = "「わかりました。今までありがとう」だけにして、ここで終わりにしませんか。"


def closed(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    """What is none of the good acts goes past the one acceptance."""
    out = []
    answering = asked(incoming)
    for line in known:
        wishes = kind(line.sentence) and not line.marks & _AGAIN
        good = bool(line.acts & _PARTING) or wishes or (answering and Act.FUTURE in line.acts)
        length = len(line.sentence.fold)
        if line.question and not answering:
            if not ((good or line.sentence is known[0].sentence) and length <= _ECHO):
                out.append(_closed_by(text, line.sentence, "closed.question"))
        elif line.marks & {"would_you", "volition", "request"} and not good:
            out.append(_closed_by(text, line.sentence, "closed.request"))
        elif not good:
            if length > _SHORT or line.marks & (_AGAIN | {"you"}):
                out.append(_closed_by(text, line.sentence, "closed.more_words"))
            else:
                out.append(unsure(text, line.sentence, "closed.unknown", W_CLOSED, H_CLOSED))
    return out


def _closed_by(text: Text, sentence: Sentence, rule: str) -> Finding:
    return against(text, sentence, rule, Category.CONTACT_AFTER_CLOSED, W_CLOSED, H_CLOSED)
