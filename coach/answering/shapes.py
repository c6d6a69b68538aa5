"""What the model must answer, and how that is told to it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, create_model, field_validator, model_validator

from coach.answering.outline import Outline
from coach.answering.partial_json import Json
from coach.parts import Kind
from guardrails.vocabulary import Act

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


class Shape(BaseModel):
    """Frozen, nothing extra, no defaults: the plain schema that every server understands."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Piece(Shape):
    """One line of a draft and what it does."""

    act: Act
    text: str

    @field_validator("act", mode="before")
    @classmethod
    def _japanese_name(cls, act: object) -> object:
        return ACT_NAMES.get(act, act) if isinstance(act, str) else act


class Draft(Shape):
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


@cache
def shape_of(outline: Outline) -> type[BaseModel]:
    """The answer with the parts of the outline and no place for any other."""
    fields: dict[str, Any] = {}
    if outline.words:
        spoken: dict[str, Any] = {field.value: (str, ...) for field in outline.words}
        fields["words"] = (create_model("Words", __base__=Shape, **spoken), ...)
    if outline.kinds:
        fields["drafts"] = (tuple[Draft, ...], ...)
    if outline.question:
        fields["question"] = (str, ...)
    shape: type[BaseModel] = create_model("Answer", __base__=Shape, **fields)
    return shape


def schema_of(outline: Outline, *, acts: tuple[Act, ...] = tuple(Act)) -> dict[str, Any]:
    """The JSON schema of the shape without references, titles, descriptions: some servers trip over each.

    The outline's kinds and ``acts`` are the only ones a draft may have.
    """
    allowed = {"Kind": [kind.value for kind in outline.kinds], "Act": [act.value for act in acts]}
    return plain_schema(shape_of(outline), allowed)


def plain_schema(
    shape: type[BaseModel], allowed: Mapping[str, Sequence[str]] | None = None
) -> dict[str, Any]:
    """The JSON schema of a shape with nothing in it that some server trips over.

    ``allowed`` says, by the name of an enumeration, which of its values there may be.
    """
    schema = shape.model_json_schema()
    definitions = schema.pop("$defs", {})
    only = allowed or {}

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return [plain(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            name = node["$ref"].removeprefix("#/$defs/")
            inner = plain(definitions[name])
            return {**inner, "enum": list(only[name])} if name in only else inner
        return {
            key: {name: plain(item) for name, item in value.items()} if key == "properties" else plain(value)
            for key, value in node.items()
            if key not in ("title", "description")
        }

    made: dict[str, Any] = plain(schema)
    return made


def known(value: Json, schema: dict[str, Any]) -> Json:
    """The value without the keys nobody asked for, which models add when no schema holds them."""
    if isinstance(value, dict) and "properties" in schema:
        fields = schema["properties"]
        return {key: known(item, fields[key]) for key, item in value.items() if key in fields}
    if isinstance(value, list) and "items" in schema:
        return [known(item, schema["items"]) for item in value]
    return value
