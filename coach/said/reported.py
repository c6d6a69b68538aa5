"""Words of theirs reported without marks: 「忙しいと言われた」 (``rules/reported.yaml``)."""

import re
from collections.abc import Iterator

from coach.lexicon import Family, fold, lexicon
from coach.said.replying import answers, offers
from coach.situation import ReasonKind
from coach.standing.own_reason import kind_of
from guardrails.vocabulary import Span

_WAYS = (
    "in_brackets",
    "told",
    "says",
    "because",
    "first_time",
    "called",
    "after_inviting",
    "one_word",
    "at_the_end",
)
_ONLY_ANSWERS = ("first_time", "in_brackets", "called", "after_inviting", "at_the_end")
"""Ways of telling in which also other things are told."""
_WHOLE = ("in_brackets", "called", "after_inviting")
"""Ways of telling that say where their words begin."""
_LEAST = 2


def reported(message: str, telling: str) -> list[Span]:
    """What they are told to have said, one way of telling after the other; no two overlap.

    ``telling`` is the message with what is quoted or pasted blanked out with ``□``, letter for letter.
    """
    found: list[Span] = []
    for way in _WAYS:
        for start, end in _places(way, telling):
            free = not any(span.start < end and start < span.end for span in found)
            quoted = start > 0 and telling[start - 1] in '」』”"□'
            told_of = way == "says" and _is_a_liking(telling, start, end)
            if (
                free
                and not (quoted or told_of or _is_advice(telling, end))
                and _may_be(way, message[start:end])
            ):
                found.append(Span(start, end, message[start:end]))
    return found


def asked_about(message: str, telling: str) -> Span | None:
    """The words that the user asks to have looked at (「この返信で大丈夫?→…」)."""
    m = _family("asked_about").find(telling)
    if m is None:
        return None
    start, end = m.span("words" if m["words"] else "draft")
    return Span(start, end, message[start:end])


def _family(name: str) -> Family:
    return lexicon("reported")[name]


def _places(way: str, telling: str) -> Iterator[tuple[int, int]]:
    for m in _family(way).every(telling):
        start, end = m.span("words")
        lead = None if way in _WHOLE else _family("lead_in").find(telling[start:end])
        if lead and way == "because" and _gives_none(lead[0], telling[start + lead.end() : end]):
            continue
        if lead and end - start - lead.end() >= _LEAST:
            start += lead.end()
        while start < end and telling[start] in " 　、,。で)）」』":
            start += 1
        if end - start >= _LEAST:
            yield start, end


def _gives_none(lead: str, rest: str) -> bool:
    """Whether it is said that no reason is known, and none follows (理由は分かりませんけど、どう…)."""
    return bool(_family("not_a_reason").find(lead)) and kind_of(fold(rest).text) is ReasonKind.OTHER


_ASKED = re.compile(r"誘|さそ|声(?:を)?(?:か|掛)け|送っ|聞い")


def _is_a_liking(telling: str, start: int, end: int) -> bool:
    """Whether it is told what somebody likes, and nobody was asked along in the same sentence."""
    before = telling[telling.rfind("。", 0, start) + 1 : start]
    words = telling[start:end]
    return bool(_family("a_liking").find(words)) and not (answers(words) or _ASKED.search(before + words))


_BREAK = re.compile(r"[。！!？?\n□]")
_MADE = re.compile(r"誘[っい]|声(?:を)?(?:か|掛)け|(?:行こ|行か|どう|ませんか)[^。]{0,4}(?:って|と)|送っ")
"""An invitation that was made: who answers is who was asked."""


def _is_advice(telling: str, end: int) -> bool:
    """Whether words that end here are the advice of somebody else than the two."""
    told = _BREAK.split(telling[:end])[-1]
    return bool(_family("advised").find(told)) and not _MADE.search(told)


_TOLD_ON = re.compile(r"(?:って|と|とか)(?=、?(?:言|いわ|云わ|勧め|すすめ|アドバイス))")


def tells_advice(telling: str) -> bool:
    """Whether it is told what somebody else has advised, and nobody was asked along in the same sentence."""
    return any(_is_advice(telling, m.start()) for m in _TOLD_ON.finditer(telling))


def _may_be(way: str, words: str) -> bool:
    if way == "because":
        return not _family("not_a_reason").find(words)
    if way == "at_the_end" and _family("own_plan").find(words):
        return False
    return way not in _ONLY_ANSWERS or answers(words) or offers(words)
