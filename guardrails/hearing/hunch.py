"""A frozen hunch about a text that no rule names.

Rules give reasons, a hunch gives reach: what the wording of a text (`wording`) adds up to (`weights`), run by run.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from guardrails.hearing.weights import Table, scores
from guardrails.hearing.wording import KANJI, features, said
from guardrails.text import Sentence, Text, view
from guardrails.vocabulary import Span

WINDOW = 120
"""A longer text is heard in runs of sentences of about this many characters."""

EACH = 0
"""... or each sentence alone."""

Signs = Callable[[Text], Sequence[str]]
"""Names what else is to be heard in a text: words of one meaning, which the table has weights for."""

Wording = Callable[[Text], Sequence[str]]
"""What a text is known by."""


class Sound(StrEnum):
    """What a column hears: what it is there to hear, something, or next to nothing."""

    CLEAR = "clear"
    FAINT = "faint"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class Hunch:
    """What is suspected: the column, how far above the limits (0 is just clear), and where."""

    column: str
    score: int
    span: Span


@dataclass(frozen=True, slots=True)
class Run:
    """Some sentences heard together: where they stand, how each column sounds and how far it is above its limit,
    and the likeliest of them with its score."""

    start: int
    end: int
    sounds: Mapping[str, Sound]
    above: Mapping[str, int]
    likeliest: str
    score: int


def no_signs(_: Text) -> Sequence[str]:
    """For tables that know none."""
    return ()


def suspect(
    text: str,
    table: Table,
    *,
    signs: Signs = no_signs,
    least: int = 0,
    window: int = WINDOW,
    wording: Wording = features,
) -> Hunch | None:
    """The strongest suspicion over all runs of sentences, or None where its score is below ``least``.

    The first column says whether there is anything; the others, where there are any, say what it is.
    """
    best: Hunch | None = None
    for start, piece, marks in _heard(text, table, signs, window, wording):
        column, score = _likeliest(marks, table)
        if score < least or (best and score <= best.score):
            continue
        low, high = _weightiest(piece, table)
        span = Span(start + low, start + high, text[start + low : start + high])
        best = Hunch(table.columns[column], score, span)
    return best


def _likeliest(marks: Sequence[int], table: Table) -> tuple[int, int]:
    """The column that is furthest above its limit, and how far it is with the first, which counts half as much again.

    Of texts no model had read, no one column told dangers from ordinary texts as well as the two together.
    """
    above = [mark - limit for mark, limit in zip(marks, table.limits, strict=True)]
    if len(above) == 1:
        return 0, above[0]
    column = max(range(1, len(above)), key=above.__getitem__)
    return column, (3 * above[0] + 2 * above[column]) // 2


def hearing(
    text: str, table: Table, *, signs: Signs = no_signs, window: int = WINDOW, wording: Wording = features
) -> dict[str, Sound]:
    """How each column sounds at its loudest run of sentences.

    >>> list(hearing("お茶がおいしい", table("advice")))
    ['ng']
    """
    marks = [marks for _, _, marks in _heard(text, table, signs, window, wording)]
    loudest = [max(column) for column in zip(*marks, strict=True)] or table.floors
    return sounds(loudest, table)


def heard_runs(
    text: str, table: Table, *, signs: Signs = no_signs, window: int = WINDOW, wording: Wording = features
) -> tuple[Run, ...]:
    """Each run of sentences with what is heard in it."""
    found = []
    for start, piece, marks in _heard(text, table, signs, window, wording):
        column, score = _likeliest(marks, table)
        end = start + len(piece.original)
        above = {
            name: mark - limit for name, mark, limit in zip(table.columns, marks, table.limits, strict=True)
        }
        found.append(Run(start, end, sounds(marks, table), above, table.columns[column], score))
    return tuple(found)


def sounds(marks: Sequence[int], table: Table) -> dict[str, Sound]:
    """What each column hears, given its score."""
    return {
        column: Sound.CLEAR if mark >= limit else Sound.FAINT if mark >= floor else Sound.CALM
        for column, mark, limit, floor in zip(table.columns, marks, table.limits, table.floors, strict=True)
    }


@lru_cache(maxsize=32)  # one and the same message is first screened, then heard for unease
def _heard(
    text: str, table: Table, signs: Signs, window: int, wording: Wording
) -> tuple[tuple[int, Text, tuple[int, ...]], ...]:
    """Each run of sentences: where it begins, the run, and its scores."""
    found = []
    for start, end in windows(view(text).sentences, window):
        piece = view(text[start:end])
        found.append((start, piece, scores(wording(piece), table, signs(piece))))
    return tuple(found)


def windows(sentences: tuple[Sentence, ...], window: int = WINDOW) -> list[tuple[int, int]]:
    """Where each run of sentences begins and ends; a text that is no longer than a run is one."""
    if not sentences:
        return []
    if sentences[-1].end - sentences[0].start <= window:
        return [(sentences[0].start, sentences[-1].end)]
    runs: list[tuple[int, int]] = []
    for i, first in enumerate(sentences):
        end = first.end
        for later in sentences[i + 1 :]:
            if later.end - first.start > window:
                break
            end = later.end
        if not runs or end > runs[-1][1]:
            runs.append((first.start, end))
    return runs


def _weightiest(piece: Text, table: Table) -> tuple[int, int]:
    """The sentence whose features, those that no sentence before it has, weigh most."""
    load = dict.fromkeys(range(len(piece.sentences)), 0)
    seen: set[str] = set()
    for at, sentence in enumerate(piece.sentences):
        fresh = set(said(sentence)) - seen
        load[at] += table.sums(fresh)[0]
        seen |= fresh
    for match in KANJI.finditer(piece.original):
        kanji, within = "c" + match[0], piece.index_at(match.start())
        if kanji not in seen and within is not None:
            load[within] += table.sums([kanji])[0]
        seen.add(kanji)
    heaviest = piece.sentences[max(load, key=load.__getitem__)]
    return heaviest.start, heaviest.end
