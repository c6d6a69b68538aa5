"""What is marked in a message of one's own: each sentence with its reasons and fixes that the guard has tried."""

import re
from dataclasses import dataclass

from guardrails.check import check
from guardrails.text import view
from guardrails.vocabulary import Category, Finding, Outcome, Stage, Verdict

_QUOTED = re.compile("「([^「」]+)」")
_MOST = 2
_WHOLE = 6  # shorter quoted words are a part of a sentence, not one to send


@dataclass(frozen=True, slots=True)
class Fix:
    """``words`` stand in for the sentence ("": it is left out); ``text`` is the whole message after it."""

    words: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked place, ``draft[start:end]``; no categories: not known to be good, but not known to be bad."""

    start: int
    end: int
    categories: tuple[Category, ...]
    why: str
    hint: str
    fixes: tuple[Fix, ...]


def marks(draft: str, verdict: Verdict, *, stage: Stage, incoming: str = "") -> tuple[Mark, ...]:
    """The findings of ``verdict`` sentence by sentence, in order; the clearest reason of each stands for it."""
    places: dict[tuple[int, int], list[Finding]] = {}
    for finding in verdict.findings:
        places.setdefault(_sentence(draft, finding), []).append(finding)
    return tuple(
        _mark(draft, place, found, verdict, stage=stage, incoming=incoming)
        for place, found in sorted(places.items())
    )


def _mark(
    draft: str,
    place: tuple[int, int],
    found: list[Finding],
    verdict: Verdict,
    *,
    stage: Stage,
    incoming: str,
) -> Mark:
    found = [f for f in found if f.category is not None] or found
    return Mark(
        start=min(f.span.start for f in found),
        end=max(f.span.end for f in found),
        categories=tuple(dict.fromkeys(f.category for f in found if isinstance(f.category, Category))),
        why=found[0].why,
        hint=found[0].hint,
        fixes=_fixes(draft, place, found, verdict, stage=stage, incoming=incoming),
    )


def _fixes(
    draft: str,
    place: tuple[int, int],
    found: list[Finding],
    verdict: Verdict,
    *,
    stage: Stage,
    incoming: str,
) -> tuple[Fix, ...]:
    """At most two: words that a hint offers, or leaving the sentence out. None brings a new finding."""
    start, end = place
    if start == end:
        return ()
    head, tail = draft[:start], draft[end:]
    offered = dict.fromkeys(words for f in found for words in _QUOTED.findall(f.hint))
    before = {(f.rule, f.span.text) for f in verdict.findings}
    fits = []
    for words in (*offered, ""):
        text = head + _closed(words, tail) + tail
        if words and (len(words) < _WHOLE or words in head + tail):
            continue
        after = check(text, stage=stage, incoming=incoming) if text.strip() else Verdict(Outcome.PASS)
        if {(f.rule, f.span.text) for f in after.findings} < before:
            fits.append(Fix(words, text.strip()))
    return tuple(fits[:1] + fits[-1:] if len(fits) > _MOST else fits)


def _closed(words: str, tail: str) -> str:
    """The words with a full stop where another sentence follows on the same line."""
    return (
        words + "。"
        if words and tail and not tail.startswith("\n") and words[-1] not in "。！？!?"
        else words
    )


def _sentence(draft: str, finding: Finding) -> tuple[int, int]:
    start, end = finding.span.start, finding.span.end
    touched = [s for s in view(draft).sentences if s.start < end and start < s.end]
    return (
        (min(start, *(s.start for s in touched)), max(end, *(s.end for s in touched)))
        if touched
        else (start, end)
    )
