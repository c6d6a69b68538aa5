"""What the model must answer, how that is told to it, and how it is read while it still arrives."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator, model_validator

from coach.partial_json import Broken, Event, Json, JsonReader, Text, Value
from coach.parts import Kind
from guardrails.vocabulary import Act

ENDS = "。\n"
RUNS = "!?！？…"
STOPS = ENDS + RUNS
OPENERS = "「『（(【〈《“"
CLOSERS = "」』）)】〉》”"
ACT_NAMES = {
    "感謝": Act.THANKS,
    "受容": Act.ACCEPTANCE,
    "未来": Act.FUTURE,
    "気づかい": Act.CARE,
    "関心": Act.INTEREST,
    "提案": Act.LIGHT,
    "逃げ道": Act.EXIT,
    "みんなで": Act.GROUP,
    "自分の話": Act.DISCLOSURE,
    "質問": Act.QUESTION,
    "返事": Act.ANSWER,
    "あいさつ": Act.GREETING,
}


class WordsField(StrEnum):
    """The parts of the coach's words, in the order they are spoken."""

    FEELING = "feeling"
    READING = "reading"
    TODAY = "today"
    LEAVE = "leave"


SPOKEN = frozenset(field.value for field in WordsField)


class _Shape(BaseModel):
    """Frozen, nothing extra, no defaults: the plain schema that every server understands."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Words(_Shape):
    """The coach's words: the feeling first, then what was written, one thing to do, one to leave."""

    feeling: str
    reading: str
    today: str
    leave: str


class Piece(_Shape):
    """One line of a draft and what it does."""

    act: Act
    text: str

    @field_validator("act", mode="before")
    @classmethod
    def _japanese_name(cls, act: object) -> object:
        return ACT_NAMES.get(act, act) if isinstance(act, str) else act


class Draft(_Shape):
    """One message to send, line by line, and why it is good."""

    kind: Kind
    parts: tuple[Piece, ...]
    why: str

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text:
            raise ValueError("a draft without words")
        return self

    @property
    def text(self) -> str:
        """The message as it would be sent."""
        return "\n".join(line for piece in self.parts if (line := piece.text.strip()))


class Answer(_Shape):
    """The answer where a message may be sent; ``question`` is "" when nothing needs to be asked back."""

    words: Words
    drafts: tuple[Draft, ...]
    question: str


class AnswerWithoutDrafts(_Shape):
    """The answer where nothing is to be sent: there is no place for a draft."""

    words: Words
    question: str


class Repair(_Shape):
    """Only the drafts that failed, written again."""

    drafts: tuple[Draft, ...]


Shape = TypeVar("Shape", Answer, AnswerWithoutDrafts, Repair)


def schema_of(
    model: type[BaseModel], *, kinds: tuple[Kind, ...] = tuple(Kind), acts: tuple[Act, ...] = tuple(Act)
) -> dict[str, Any]:
    """The model's JSON schema without references, titles, descriptions: some servers trip over each.

    ``kinds`` and ``acts`` are the only ones a draft may have.
    """
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    allowed = {"Kind": [kind.value for kind in kinds], "Act": [act.value for act in acts]}

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return [plain(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            name = node["$ref"].removeprefix("#/$defs/")
            inner = plain(definitions[name])
            return {**inner, "enum": allowed[name]} if name in allowed else inner
        return {
            key: {name: plain(item) for name, item in value.items()} if key == "properties" else plain(value)
            for key, value in node.items()
            if key not in ("title", "description")
        }

    plain_schema: dict[str, Any] = plain(schema)
    return plain_schema


def parse(text: str, model: type[Shape]) -> Shape:
    """The first document in the text that fits, whatever stands around it.

    Raises:
        ValueError: none fits; the message never holds the text.
    """
    incoming = Incoming(model)
    for _ in incoming.feed(text):
        pass
    if incoming.answer is None:
        raise ValueError("no answer of the agreed shape")
    return incoming.answer


@dataclass(frozen=True, slots=True)
class Sentence:
    """A complete sentence of the coach's words; the sentences of a field, joined, are the field exactly."""

    field: WordsField
    text: str


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


Arrival = Sentence | DraftDone | DraftMisfit | QuestionDone


class Incoming(Generic[Shape]):
    """An answer while it arrives.

    ``answer`` is the whole once it is complete and of the agreed shape, else None; after that nothing more is
    read. A model that starts over does not make anything appear twice.
    """

    def __init__(self, model: type[Shape]) -> None:
        self.answer: Shape | None = None
        self._model: type[Shape] = model
        self._schema = schema_of(model)
        self._reader = JsonReader()
        self._open: dict[WordsField, _OpenField] = {}
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
        fields = self._model.model_fields
        if len(path) > 1 and path[-2] == "words" and path[-1] in SPOKEN and "words" in fields:
            yield from self._sentences(WordsField(path[-1]), event)
        elif isinstance(event, Text):
            return
        elif len(path) > 1 and path[-2] == "drafts" and isinstance(path[-1], int) and "drafts" in fields:
            yield self._draft(path[-1], event.value)
        elif path and path[-1] == "question" and len(path) <= 2 and isinstance(event.value, str):
            if "question" in fields and event.value.strip():
                yield QuestionDone(event.value.strip())
        elif isinstance(event.value, dict) and fields.keys() <= event.value.keys():
            self.answer = self._whole(event.value)
        if path == () and self.answer is None:
            self._start_over()

    def _start_over(self) -> None:
        self._earlier |= self._shown
        self._shown = set()
        self._open = {}

    def _sentences(self, field: WordsField, event: Text | Value) -> Iterator[Sentence]:
        open_field = self._open.setdefault(field, _OpenField())
        if isinstance(event, Text):
            done = open_field.add(event.text)
        else:
            done = open_field.text
            del self._open[field]
        if done:
            yield Sentence(field, done)

    def _draft(self, index: int, value: Json) -> DraftDone | DraftMisfit:
        schema = self._schema["properties"]["drafts"]["items"]
        try:
            return DraftDone(index, Draft.model_validate(_known(value, schema)))
        except ValidationError:
            return DraftMisfit(index)

    def _whole(self, value: Json) -> Shape | None:
        try:
            whole: Shape = self._model.model_validate(_known(value, self._schema))
        except ValidationError:
            return None
        return whole


def _known(value: Json, schema: dict[str, Any]) -> Json:
    """The value without the keys nobody asked for, which models add when no schema holds them."""
    if isinstance(value, dict) and "properties" in schema:
        fields = schema["properties"]
        return {key: _known(item, fields[key]) for key, item in value.items() if key in fields}
    if isinstance(value, list) and "items" in schema:
        return [_known(item, schema["items"]) for item in value]
    return value


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
