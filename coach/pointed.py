"""Words of theirs without marks or names, pointed at from beside: 「↑これが来た」「← 脈ある?」「相手からの返信:」 and a line."""

import re
from collections.abc import Iterator

from coach.lexicon import lexicon
from coach.replying import answers, offers
from guardrails.vocabulary import Span

_LINE = re.compile(r"[^\n]+")


def pointed(message: str, telling: str) -> list[Span]:
    """Whole lines that are pointed at and read like an answer to an invitation.

    ``telling`` is the message with what is quoted or pasted blanked out with ``□``, letter for letter: a line that holds
    any of it is telling.
    """
    return [
        span
        for span in _beside(message)
        if "□" not in telling[span.start : span.end] and (answers(span.text) or offers(span.text))
    ]


def _beside(message: str) -> Iterator[Span]:
    families = lexicon("voices")
    lines = [m.span() for m in _LINE.finditer(message) if m.group().strip()]
    for i, (start, end) in enumerate(lines):
        mark = families["points_back"].find(message[start:end])
        if mark and mark.start():
            yield _trimmed(message, start, start + mark.start())
        elif mark and i:
            yield _trimmed(message, *lines[i - 1])
        elif i and families["heads_theirs"].find(message[slice(*lines[i - 1])]):
            yield _trimmed(message, start, end)


def _trimmed(message: str, start: int, end: int) -> Span:
    words = message[start:end].strip(" 　")
    at = message.index(words, start)
    return Span(at, at + len(words), words)
