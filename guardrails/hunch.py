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
from pathlib import Path

from guardrails.text import Sentence, Text, view
from guardrails.vocabulary import Span

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


@dataclass(frozen=True, slots=True)
class Table:
    """The weights of each column, its bias, the score from which it speaks, and the one below which it is calm."""

    columns: tuple[str, ...]
    biases: tuple[int, ...]
    limits: tuple[int, ...]
    floors: tuple[int, ...]
    weights: dict[str, str]


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


def features(text: Text) -> dict[str, tuple[int, int]]:
    """Every feature of a text with its first place in the original: words, word pairs, kana runs, kanji."""
    found: dict[str, tuple[int, int]] = {}
    for sentence in text.sentences:
        line = f"^{sentence.reading}$"
        for i in range(len(line) - 1):
            for size in (2, 3, 4):
                if i + size <= len(line):
                    found.setdefault(line[i : i + size], (sentence.start, sentence.end))
        last, last_start = "^", sentence.start
        for token in sentence.tokens:
            if token.pos[0] in _SILENT:
                continue
            word = "#" if token.pos[1] == "数詞" else token.lemma + _FORMS.get(token.pos[5][:1], "")
            found.setdefault("t" + word, (token.start, token.end))
            found.setdefault(f"b{last} {word}", (last_start, token.end))
            last, last_start = word, token.start
        found.setdefault(f"b{last} {'?' if sentence.question else '.'}", (last_start, sentence.end))
    for match in _KANJI.finditer(text.original):
        found.setdefault("c" + match[0], match.span())
    return found


def no_signs(_: Text) -> Sequence[str]:
    """For tables that know none."""
    return ()


def scores(found: Iterable[str], table: Table, signs: Iterable[str] = ()) -> tuple[int, ...]:
    """One score a column: the weights of the features over the root of their number, and those of the signs."""
    names = list(found)
    known = [codes for n in names if (codes := table.weights.get(n))]
    heard = [codes for n in signs if (codes := table.weights.get(n))]
    root = isqrt(10_000 * max(1, len(names)))
    return tuple(
        bias
        + sum(ord(codes[i]) - ZERO for codes in known) * 1000 // root
        + sum(ord(codes[i]) - ZERO for codes in heard) * 10 // SIGN_SHARE
        for i, bias in enumerate(table.biases)
    )


def suspect(text: str, table: Table, *, signs: Signs = no_signs, faint: bool = False) -> Hunch | None:
    """The strongest suspicion over all runs of sentences, or None; with ``faint``, one that is not clear too.

    The first column says whether there is anything; the others, where there are any, say what it is.
    """
    best: Hunch | None = None
    for start, end in _windows(view(text).sentences):
        piece = view(text[start:end])
        found = features(piece)
        marks = scores(found, table, signs(piece))
        if marks[0] < (table.floors if faint else table.limits)[0] or (best and marks[0] <= best.score):
            continue
        kinds = range(1, len(marks)) if len(marks) > 1 else range(1)
        column = max(kinds, key=lambda i: marks[i] - table.limits[i])
        low, high = _weightiest(piece, found, table)
        best = Hunch(
            table.columns[column], marks[0], Span(start + low, start + high, text[start + low : start + high])
        )
    return best


def hearing(text: str, table: Table, *, signs: Signs = no_signs) -> dict[str, Sound]:
    """How each column sounds at its loudest run of sentences.

    >>> list(hearing("お茶がおいしい", table("advice")))
    ['ng']
    """
    pieces = [view(text[start:end]) for start, end in _windows(view(text).sentences)]
    marks = [scores(features(piece), table, signs(piece)) for piece in pieces]
    loudest = [max(column) for column in zip(*marks, strict=True)] or table.floors
    return {
        column: Sound.CLEAR if mark >= limit else Sound.FAINT if mark >= floor else Sound.CALM
        for column, mark, limit, floor in zip(table.columns, loudest, table.limits, table.floors, strict=True)
    }


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


def _weightiest(piece: Text, found: dict[str, tuple[int, int]], table: Table) -> tuple[int, int]:
    """The sentence whose features weigh most."""
    load: dict[int, int] = {}
    for name, (start, _) in found.items():
        codes = table.weights.get(name)
        sentence = piece.sentence_at(start)
        if codes and sentence:
            load[sentence.start] = load.get(sentence.start, 0) + ord(codes[0]) - ZERO
    heaviest = max(piece.sentences, key=lambda s: load.get(s.start, 0))
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
        weights=dict(rows),
    )
