"""A frozen hunch about a text that no rule names: small linear tables over words, kana and kanji.

Rules give reasons, a hunch gives reach. ``evals.hunches`` trains the tables; here they are integer sums, the same on
every machine.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import isqrt
from operator import add
from pathlib import Path

from guardrails.text import Sentence, Text, view
from guardrails.vocabulary import Span
from guardrails.words import Word

FOLDER = Path(__file__).parent / "hunches"

ZERO = ord("O")
"""A weight is one printable character; this one stands for 0."""

WINDOW = 120
"""A longer text is heard in runs of sentences of about this many characters."""

SIGN_SHARE = 6
"""A sign counts one part in so many, however long the text; a feature, one in the root of their number."""

Signs = Callable[[Text], Sequence[str]]
"""Names what else is to be heard in a text: words of one meaning, which the table has weights for."""

_KANJI = re.compile(r"[一-龠]")
_SILENT = ("補助記号", "空白", "記号")
_FORMS = {"意": "V", "命": "I", "仮": "K", "未": "N"}  # first character of Sudachi's conjugation form


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The weights of each column, its bias, the score from which it speaks, and the one below which it is calm.

    ``weights`` has a byte a column for each feature, ``ZERO`` too high.
    """

    columns: tuple[str, ...]
    biases: tuple[int, ...]
    limits: tuple[int, ...]
    floors: tuple[int, ...]
    weights: dict[str, bytes]

    def sums(self, names: Iterable[str]) -> list[int]:
        """For each column the weights of these features together; those it does not know count nothing."""
        known = list(filter(None, map(self.weights.get, names)))
        return [sum(column) - ZERO * len(known) for column in zip(*known, strict=True)] or [0] * len(
            self.columns
        )


class Sound(StrEnum):
    """What a column hears: what it is there to hear, something, or next to nothing."""

    CLEAR = "clear"
    FAINT = "faint"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class Hunch:
    """What is suspected: the column, its score (comparable within a column), and where."""

    column: str
    score: int
    span: Span


def features(text: Text) -> list[str]:
    """Every feature of a text, each once: words, word pairs, kana runs, kanji."""
    found = dict.fromkeys(name for sentence in text.sentences for name in _said(sentence))
    found.update(dict.fromkeys(["c" + kanji for kanji in _KANJI.findall(text.original)]))
    return list(found)


def _said(sentence: Sentence) -> list[str]:
    """The features of a sentence but for its kanji: runs of two, three and four kana, words, word pairs."""
    line = f"^{sentence.reading}$"
    pairs = list(map(add, line, line[1:]))
    threes = list(map(add, pairs, line[2:]))
    words = [name for word, _, _ in sentence.tokens if (name := _name(word))]
    mark = "?" if sentence.question else "."
    return [
        *pairs,
        *threes,
        *map(add, threes, line[3:]),
        *["t" + word for word in words],
        *[f"b{one} {other}" for one, other in zip(["^", *words], [*words, mark], strict=True)],
    ]


@lru_cache(maxsize=20_000)
def _name(word: Word) -> str:
    """A word as the tables know it: a number is ``#``, a form that carries a mood is kept; "" for a mark."""
    if word.pos[0] in _SILENT:
        return ""
    return "#" if word.pos[1] == "数詞" else word.lemma + _FORMS.get(word.pos[5][:1], "")


def no_signs(_: Text) -> Sequence[str]:
    """For tables that know none."""
    return ()


def scores(names: Sequence[str], table: Table, signs: Iterable[str] = ()) -> tuple[int, ...]:
    """One score a column: the weights of the features over the root of their number, and those of the signs."""
    root = isqrt(10_000 * max(1, len(names)))
    said, heard = table.sums(names), table.sums(signs)
    return tuple(
        bias + one * 1000 // root + other * 10 // SIGN_SHARE
        for bias, one, other in zip(table.biases, said, heard, strict=True)
    )


def suspect(text: str, table: Table, *, signs: Signs = no_signs, faint: float = 0.0) -> Hunch | None:
    """The strongest suspicion over all runs of sentences, or None.

    One that is not clear counts, too, down to the share ``faint`` of the way from the limit to the floor.

    The first column says whether there is anything; the others, where there are any, say what it is.
    """
    best: Hunch | None = None
    least = table.limits[0] - round((table.limits[0] - table.floors[0]) * faint)
    for start, piece, marks in _heard(text, table, signs):
        if marks[0] < least or (best and marks[0] <= best.score):
            continue
        kinds = range(1, len(marks)) if len(marks) > 1 else range(1)
        column = max(kinds, key=lambda i: marks[i] - table.limits[i])
        low, high = _weightiest(piece, table)
        best = Hunch(
            table.columns[column], marks[0], Span(start + low, start + high, text[start + low : start + high])
        )
    return best


def hearing(text: str, table: Table, *, signs: Signs = no_signs) -> dict[str, Sound]:
    """How each column sounds at its loudest run of sentences.

    >>> list(hearing("お茶がおいしい", table("advice")))
    ['ng']
    """
    marks = [marks for _, _, marks in _heard(text, table, signs)]
    loudest = [max(column) for column in zip(*marks, strict=True)] or table.floors
    return {
        column: Sound.CLEAR if mark >= limit else Sound.FAINT if mark >= floor else Sound.CALM
        for column, mark, limit, floor in zip(table.columns, loudest, table.limits, table.floors, strict=True)
    }


@lru_cache(maxsize=32)  # one and the same message is first screened, then heard for unease
def _heard(text: str, table: Table, signs: Signs) -> tuple[tuple[int, Text, tuple[int, ...]], ...]:
    """Each run of sentences: where it begins, the run, and its scores."""
    found = []
    for start, end in _windows(view(text).sentences):
        piece = view(text[start:end])
        found.append((start, piece, scores(features(piece), table, signs(piece))))
    return tuple(found)


def _windows(sentences: tuple[Sentence, ...]) -> list[tuple[int, int]]:
    if not sentences:
        return []
    if sentences[-1].end - sentences[0].start <= WINDOW:
        return [(sentences[0].start, sentences[-1].end)]
    runs: list[tuple[int, int]] = []
    for i, first in enumerate(sentences):
        end = first.end
        for later in sentences[i + 1 :]:
            if later.end - first.start > WINDOW:
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
        fresh = set(_said(sentence)) - seen
        load[at] += table.sums(fresh)[0]
        seen |= fresh
    for match in _KANJI.finditer(piece.original):
        kanji, within = "c" + match[0], piece.index_at(match.start())
        if kanji not in seen and within is not None:
            load[within] += table.sums([kanji])[0]
        seen.add(kanji)
    heaviest = piece.sentences[max(load, key=load.__getitem__)]
    return heaviest.start, heaviest.end


@lru_cache(maxsize=4)
def table(name: str) -> Table:
    """The frozen table of this name; raises ``ValueError`` when it is damaged."""
    return read_table((FOLDER / f"{name}.tsv").read_text("utf-8"))


def read_table(frozen: str) -> Table:
    """A table from the text that ``evals.hunches`` writes.

    Raises:
        ValueError: a line is not of its form.
    """
    lines = frozen.split("\n")
    heads = [line.split("\t") for line in lines[: lines.index("")]]
    rows = [line.split("\t") for line in lines[lines.index("") + 1 : -1]]
    if not heads or any(len(codes) != len(heads) for _, codes in rows):
        raise ValueError("hunch table: a feature without one weight a column")
    return Table(
        columns=tuple(head[0] for head in heads),
        biases=tuple(int(head[1]) for head in heads),
        limits=tuple(int(head[2]) for head in heads),
        floors=tuple(int(head[3]) for head in heads),
        weights={name: codes.encode("ascii") for name, codes in rows},
    )
