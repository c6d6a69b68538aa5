"""Words of theirs without marks or names, pointed at from beside: 「↑これが来た」「← 脈ある?」「相手からの返信:」 and a line."""

import re
from collections.abc import Iterator, Sequence

from coach.lexicon import fold, lexicon
from coach.said.replying import answers, offers
from guardrails.vocabulary import Span

_LINE = re.compile(r"[^\n]+")
_WISHES = ("reply_aim", "invite_again", "send_more", "chat", "check")


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
            yield _trimmed(message, start, _last_answer(message, lines[i:]))


def _last_answer(message: str, lines: Sequence[tuple[int, int]]) -> int:
    """The end of the last line that reads like an answer, up to an empty line or a wish of the user's own."""
    last, before = lines[0][1], lines[0][0]
    for start, end in lines:
        words = message[start:end]
        if message.count("\n", before, start) > 1 or _wishes(words):
            break
        last, before = end if answers(words) or offers(words) else last, end
    return last


def _wishes(words: str) -> bool:
    families, folded = lexicon("telling"), fold(words).text
    return any(families[name].find(folded) for name in _WISHES)


def _trimmed(message: str, start: int, end: int) -> Span:
    words = message[start:end].strip(" 　")
    at = message.index(words, start)
    return Span(at, at + len(words), words)
