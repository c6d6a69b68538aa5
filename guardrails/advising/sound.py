"""How each sentence of the coach sounds, whatever the rules make of it: one may be said, its neighbour not."""

import re
from functools import lru_cache

from guardrails.advising.quotes import GAP, STAND_IN
from guardrails.advising.rules import spoken
from guardrails.advising.turned import turned
from guardrails.hearing.hunch import EACH, Hunch, Sound, hearing, suspect
from guardrails.hearing.weights import table
from guardrails.hearing.wording import phrased
from guardrails.text import Text, view

_MESSAGE = STAND_IN + GAP + " \n。!?\uff01\uff1f、"
_THOUGHT_ON = re.compile(
    r"[?\uff1f](?=(?:、?と|って)(?!き|にかく|りあえず|ころ|ても|はいえ|もかく|くに|もあれ))"
)


def sound(words: str) -> Sound:
    """How the loudest sentence sounds."""
    return hearing(words, table("advice"), signs=signs, window=EACH, wording=worded)["ng"]


def doubted(words: str) -> Hunch | None:
    """The sentence that sounds most like what the coach must not say, where one clearly does."""
    heard = _without_rejected(going_on(words))
    return suspect(heard, table("advice"), signs=signs, window=EACH, wording=worded)


def _without_rejected(words: str) -> str:
    """The words without what only the next sentence speaks against (そういう駆け引きは、おすすめしません); places are kept."""
    own = view(words)
    for at in turned(own):
        start, end = own.sentences[at].start, own.sentences[at].end
        if not turned(view(words[start:end])):
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def worded(text: Text) -> list[str]:
    """What a sentence is known by; nothing, where it is only a quoted message."""
    return phrased(text) if text.original.strip(_MESSAGE) else []


def going_on(words: str) -> str:
    """The words with every question that is only quoted from a thought (嫌われた?と考え) as one sentence with what follows.

    >>> going_on("嫌われた?と考え始めたら")
    '嫌われた、と考え始めたら'
    """
    return _THOUGHT_ON.sub("、", words)


def signs(text: Text) -> tuple[str, ...]:
    """The rules that hit, each as ``@rule``, and ``@turned`` where a sentence speaks against what it names.

    >>> "@advice.promise" in signs(view("待っていれば、必ず連絡が来ます。"))
    True
    """
    return _signs(text.original)


@lru_cache(maxsize=64)
def _signs(words: str) -> tuple[str, ...]:
    own = view(words)
    against = ("@turned",) if turned(own) else ()
    return (*sorted({f"@{match.rule.id}" for match in spoken(own)}), *against)
