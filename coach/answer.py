"""Reads an answer while it arrives: sentences, lines and drafts, each the moment it is complete."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from coach.answering.outline import Outline, WordsField
from coach.answering.partial_json import Broken, Event, Json, JsonReader, Path, Text, Value
from coach.answering.shapes import Draft, known, schema_of, shape_of

ENDS = "。\n"
RUNS = "!?！？…"
STOPS = ENDS + RUNS
OPENERS = "「『（(【〈《“"
CLOSERS = "」』）)】〉》”"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A complete sentence of the coach's words; the sentences of a field, joined, are the field exactly."""

    field: WordsField
    text: str


@dataclass(frozen=True, slots=True)
class DraftBegun:
    """The lines of a draft as far as they are complete: enough to see that it cannot be kept."""

    index: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftDone:
    """A whole draft, counted from 0 as the model wrote them."""

    index: int
    draft: Draft


@dataclass(frozen=True, slots=True)
class DraftMisfit:
    """A draft that is whole and not of the agreed shape."""

    index: int


@dataclass(frozen=True, slots=True)
class QuestionDone:
    """The one question back, where there is one."""

    text: str


Arrival = Sentence | DraftBegun | DraftDone | DraftMisfit | QuestionDone


class Incoming:
    """An answer while it arrives.

    ``answer`` is the whole once it is complete and of the agreed shape, else None; after that nothing more is
    read. A model that starts over does not make anything appear twice.
    """

    def __init__(self, outline: Outline) -> None:
        self.answer: BaseModel | None = None
        self._outline = outline
        self._schema = schema_of(outline)
        self._reader = JsonReader()
        self._open: dict[WordsField, _OpenField] = {}
        self._lines: dict[int, tuple[str, ...]] = {}
        self._shown: set[Arrival] = set()  # by this document
        self._earlier: set[Arrival] = set()  # by documents that came to nothing

    def feed(self, chunk: str) -> Iterator[Arrival]:
        """What this chunk completes, in order; the same for every way of cutting the same text."""
        if self.answer is not None:
            return
        for event in self._reader.feed(chunk):
            for arrival in self._arrivals(event):
                if arrival not in self._earlier:
                    self._shown.add(arrival)
                    yield arrival
            if self.answer is not None:
                return

    def _arrivals(self, event: Event) -> Iterator[Arrival]:
        if isinstance(event, Broken):
            self._start_over()
            return
        path = event.path
        asked = self._outline
        if len(path) > 1 and path[-2] == "words" and path[-1] in asked.words:
            yield from self._sentences(WordsField(path[-1]), event)
        elif isinstance(event, Text):
            return
        elif len(path) > 1 and path[-2] == "drafts" and isinstance(path[-1], int) and asked.kinds:
            yield self._draft(path[-1], event.value)
        elif _is_line(path) and isinstance(path[-4], int) and asked.kinds:
            yield from self._line(path[-4], event.value)
        elif path and path[-1] == "question" and len(path) <= 2 and isinstance(event.value, str):
            if asked.question and event.value.strip():
                yield QuestionDone(event.value.strip())
        elif isinstance(event.value, dict) and self._schema["properties"].keys() <= event.value.keys():
            self.answer = self._whole(event.value)
        if path == () and self.answer is None:
            self._start_over()

    def _start_over(self) -> None:
        self._earlier |= self._shown
        self._shown = set()
        self._open = {}
        self._lines = {}

    def _sentences(self, field: WordsField, event: Text | Value) -> Iterator[Sentence]:
        open_field = self._open.setdefault(field, _OpenField())
        if isinstance(event, Text):
            done = open_field.add(event.text)
        else:
            done = open_field.text
            del self._open[field]
        if done:
            yield Sentence(field, done)

    def _line(self, index: int, value: Json) -> Iterator[DraftBegun]:
        if isinstance(value, str) and value.strip():
            self._lines[index] = (*self._lines.get(index, ()), value.strip())
            yield DraftBegun(index, self._lines[index])

    def _draft(self, index: int, value: Json) -> DraftDone | DraftMisfit:
        schema = self._schema["properties"]["drafts"]["items"]
        try:
            return DraftDone(index, Draft.model_validate(known(value, schema)))
        except ValidationError:
            return DraftMisfit(index)

    def _whole(self, value: Json) -> BaseModel | None:
        try:
            return shape_of(self._outline).model_validate(known(value, self._schema))
        except ValidationError:
            return None


def _is_line(path: Path) -> bool:
    """Whether this is where a line of a draft stands: drafts, 0, parts, 0, text."""
    return len(path) > 4 and path[-1] == "text" and path[-3] == "parts" and path[-5] == "drafts"


class _OpenField:
    """A field of the words while it is written: the sentence begun, and how deep in quotes it is."""

    def __init__(self) -> None:
        self.text = ""
        self._depth = 0

    def add(self, char: str) -> str:
        """Take one character; give back the sentence it completed, or "".

        A full stop ends a sentence at once; after ``!?…`` the next character tells whether the run goes on.
        Nothing ends inside quotation marks.
        """
        done = ""
        if self._depth == 0 and self.text[-1:] in RUNS and self.text and char not in STOPS:
            done, self.text = self.text, ""
        self.text += char
        self._depth = max(0, self._depth + (char in OPENERS) - (char in CLOSERS))
        if char in ENDS and self._depth == 0:
            done, self.text = done + self.text, ""
        return done
