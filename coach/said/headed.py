"""Pasted talk in which a time and a name head the lines under them: 「19:12 わたし」, the words below."""

from collections.abc import Sequence

from coach.said.replying import answers, offers
from coach.said.typed_lines import GAP, Pasted, TypedLine
from coach.said.voices import Voice, invites, name_voice
from guardrails.vocabulary import Span

_LONGEST_NAME = 10
_LEAST = 2  # heads; one alone may be anything


def headed(lines: Sequence[TypedLine], message: str) -> list[Pasted]:
    """Every line under such a head, up to the next head or an empty line; [] where fewer than two stand.

    Where no name says who is the user, it is who invites first.
    """
    heads = {i: lines[i].words(message) for i in range(len(lines) - 1) if _is_head(lines, message, i)}
    if len(heads) < _LEAST:
        return []
    under = [(name, x, lines[i].stamp) for i, name in heads.items() for x in _under(lines, message, i, heads)]
    voices = {name: name_voice(name) for name in heads.values()}
    words = [x.whole(message) for _, x, _ in under]
    if not any(voices.values()) and not any(answers(w) or offers(w) or invites(w) for w in words):
        return []  # a diary
    if Voice.USER not in voices.values():
        first = next((name for name, x, _ in under if invites(x.whole(message))), None)
        voices |= {first: Voice.USER} if first and len(voices) > 1 else {}
    return [
        Pasted(voices[name] or Voice.THEM, _span(x, message), stamp)
        for name, x, stamp in under
        if not GAP.match(x.whole(message))
    ]


def _is_head(lines: Sequence[TypedLine], message: str, i: int) -> bool:
    here, words, below = lines[i], lines[i].words(message), lines[i + 1]
    named = not here.name and 0 < len(words) <= _LONGEST_NAME and words.isidentifier()
    return ":" in here.stamp and named and not below.stamp and bool(below.whole(message))


def _under(lines: Sequence[TypedLine], message: str, head: int, heads: dict[int, str]) -> Sequence[TypedLine]:
    end = head + 1
    while end < len(lines) and end not in heads and lines[end].whole(message) and not lines[end].stamp:
        end += 1
    return lines[head + 1 : end]


def _span(x: TypedLine, message: str) -> Span:
    words = x.whole(message)
    start = message.index(words, x.start)
    return Span(start, start + len(words), words)
