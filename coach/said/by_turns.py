"""Quotes joined by nothing but arrows: two people speak by turns, so that one known voice tells the others."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from coach.said.voices import Voice
from guardrails.vocabulary import Span

_ARROW = re.compile(r"[」』”\"]\s*(?:→|⇒|↓|->)\s*[「『“\"]")


def by_turns(message: str, quotes: Sequence[Span], refuses: Callable[[str], bool]) -> dict[Span, Voice]:
    """Whose the quotes of a chain are, counted from the one that says no.

    A chain in which nobody or two neighbours say no tells nothing.
    """
    voices: dict[Span, Voice] = {}
    for chain in _chains(message, quotes):
        noes = [i for i, span in enumerate(chain) if refuses(span.text)]
        if len(chain) == 1 or not noes or any(b - a == 1 for a, b in pairwise(noes)):
            continue
        for i, span in enumerate(chain):
            voices[span] = Voice.THEM if (i - noes[0]) % 2 == 0 else Voice.USER
    return voices


def _chains(message: str, quotes: Sequence[Span]) -> Iterator[list[Span]]:
    chain: list[Span] = []
    for span in quotes:
        if chain and not _ARROW.fullmatch(message, chain[-1].end, span.start):
            yield chain
            chain = []
        chain.append(span)
    if chain:
        yield chain
