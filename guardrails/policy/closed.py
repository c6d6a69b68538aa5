"""After a final no: one short acceptance, and nothing past it."""

import re

from guardrails.acts import Line
from guardrails.kinds.kindness import kind
from guardrails.kinds.leaving import leaves
from guardrails.policy.findings import against, asked
from guardrails.text import Text
from guardrails.vocabulary import Act, Finding

_PARTING = frozenset({Act.THANKS, Act.ACCEPTANCE, Act.CARE, Act.GREETING})
_AGAIN = frozenset({"contact", "meet", "invite", "day"})
_ECHO = 10  # letters: えっ、ご婚約? repeats their news and asks nothing
_TAKEN_IN = re.compile(
    r"(?:さよう|左様|そう)(?:でした|でございました|でございます|だったん?です|なんです|だったの?)か\??"
)
"""What only takes their word in, however long the manners make it."""

_SHORT = 10  # letters: a word of consent in a dialect that no act knows


def closed(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    """What is none of the good acts goes past the one acceptance."""
    out = []
    answering = asked(incoming)
    for line in known:
        wishes = kind(line.sentence) and not line.marks & _AGAIN
        good = bool(line.acts & _PARTING) or wishes or (answering and Act.FUTURE in line.acts)
        good = good or leaves(line.sentence)
        length = len(line.sentence.fold)
        if line.question and not answering:
            echoes = length <= _ECHO or _TAKEN_IN.fullmatch(line.sentence.fold)
            if not ((good or line.sentence is known[0].sentence) and echoes):
                out.append(against(text, "closed.question", line.sentence))
        elif line.marks & {"would_you", "volition", "request"} and not good:
            out.append(against(text, "closed.request", line.sentence))
        elif not good:
            returns = any(token.lemma == "又" for token in line.sentence.tokens)
            if length > _SHORT or returns or line.marks & (_AGAIN | {"you"}):
                out.append(against(text, "closed.more_words", line.sentence))
            else:
                out.append(against(text, "closed.unknown", line.sentence))
    return out
