"""Replaces what names a person or a place by placeholders before anything is sent, and puts it back afterwards."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from coach.masking.contacts import contacts_in
from coach.masking.names import known_in, people_in
from coach.masking.personal import Personal, PersonalKind, Tokenized
from coach.masking.workplaces import workplaces_in

_LABELS = "|".join(kind.value for kind in PersonalKind)
# As we write it, and as models write it back: other brackets, wide digits, spaces, no brackets at all.
_PLACEHOLDER = re.compile(
    rf"[〔［\[【｛{{（(〈<《「][ 　]*(?P<label>{_LABELS})[ 　]*(?P<number>[0-9０-９]{{1,4}})[ 　]*[〕］\]】｝}}）)〉>》」]"
    rf"|(?P<bare>{_LABELS})(?P<digits>[0-9０-９]{{1,4}})"
)


@dataclass(frozen=True, slots=True)
class Masked:
    """The texts with placeholders, and what each placeholder stands for."""

    texts: tuple[str, ...]
    table: Mapping[str, str]


def mask(texts: Sequence[str], *, names: Iterable[str] = ()) -> Masked:
    """Mask all texts of one prompt together: the same name is the same placeholder in each of them.

    ``names`` are those the user has given for this story. A name found in one text is masked in all.
    """
    given = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    tokenized = [Tokenized.of(text) for text in texts]
    found = [_apart((*people_in(t), *workplaces_in(t), *contacts_in(t.text))) for t in tokenized]
    heard = (
        text[p.start : p.end]
        for text, spans in zip(texts, found, strict=True)
        for p in spans
        if p.kind is PersonalKind.PERSON
    )
    people = tuple(dict.fromkeys((*given, *heard)))
    taken = {_key(match) for text in texts for match in _PLACEHOLDER.finditer(text)}
    written: dict[tuple[PersonalKind, str], str] = {}
    masked = []
    for told, spans in zip(tokenized, found, strict=True):
        text = told.text
        pieces, done = [], 0
        for span in _apart((*known_in(told, people, sure=given), *spans)):
            original = text[span.start : span.end]
            placeholder = written.get((span.kind, original)) or _new(span.kind, taken)
            written[span.kind, original] = placeholder
            pieces += [text[done : span.start], placeholder]
            done = span.end
        masked.append("".join([*pieces, text[done:]]))
    table = {placeholder: original for (_, original), placeholder in written.items()}
    return Masked(tuple(masked), MappingProxyType(table))


def unmask(text: str, table: Mapping[str, str]) -> str:
    """Put back what stands behind the placeholders, however a model has dressed them."""
    return _PLACEHOLDER.sub(lambda match: table.get("〔{}{}〕".format(*_key(match)), match[0]), text)


def _key(match: re.Match[str]) -> tuple[str, int]:
    return match["label"] or match["bare"], int(match["number"] or match["digits"])


def _new(kind: PersonalKind, taken: set[tuple[str, int]]) -> str:
    """The next placeholder of its kind that nobody has typed."""
    number = next(n for n in range(1, len(taken) + 2) if (kind.value, n) not in taken)
    taken.add((kind.value, number))
    return f"〔{kind.value}{number}〕"


def _apart(spans: Iterable[Personal]) -> tuple[Personal, ...]:
    """Spans that do not overlap, in order: of two that do, the longer; of equals, the first."""
    taken: set[int] = set()
    kept: list[Personal] = []
    for span in sorted(spans, key=lambda p: p.start - p.end):
        if taken.isdisjoint((span.start, span.end - 1)):  # a longer one would hold an edge of it
            taken.update(range(span.start, span.end))
            kept.append(span)
    return tuple(sorted(kept, key=lambda p: p.start))
