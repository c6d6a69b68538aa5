"""While their answer is awaited: nothing is sent but a necessary notice."""

from guardrails.acts import Line
from guardrails.kinds.wanting import wants
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Act, Finding

NO_NOTICE = "silence.more_words"
"""The rule that a sentence is none of the notices we know."""

_KIND = frozenset({Act.CARE, Act.THANKS, Act.GREETING})
_INVITING = frozenset({"would_you", "volition", "invite"})


def wordless(text: Text) -> Finding:
    """A message of nothing but marks."""
    return against(text, "silence.wordless")


def silence(text: Text, known: tuple[Line, ...], found: list[Finding]) -> list[Finding]:
    """A notice of something necessary passes, a kind word alone is doubted, all else chases."""
    notice = any("notice" in line.marks and not line.question for line in known) and not found
    if notice:
        asks = [line for line in known if line.question]
        return [against(text, "silence.notice_asks", line.sentence) for line in asks]
    out = []
    for line in known:
        if line.marks & _INVITING:
            out.append(against(text, "silence.invite", line.sentence))
        if line.question:
            out.append(against(text, "silence.question", line.sentence))
        elif line.acts & _KIND and not wants(line):
            out.append(against(text, "silence.kind", line.sentence))
        else:
            out.append(against(text, NO_NOTICE, line.sentence))
    return out
