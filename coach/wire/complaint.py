"""What a server's complaint means: which trouble it is, and whether asking more plainly may help."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from coach.model import Message, ModelTrouble, Role

BY_STATUS = {
    401: ModelTrouble.WRONG_KEY,
    402: ModelTrouble.QUOTA,
    403: ModelTrouble.FORBIDDEN,
    404: ModelTrouble.WRONG_ADDRESS,
    405: ModelTrouble.WRONG_ADDRESS,
    408: ModelTrouble.TIMEOUT,
    409: ModelTrouble.BUSY,
    413: ModelTrouble.TOO_LONG,
    429: ModelTrouble.BUSY,
}
# Words of servers, lower case; read in this order, before the status is. `404` alone does not tell a wrong
# model from a wrong address, and some servers say everything with a 400 or a 200.
BY_WORDS = (
    (ModelTrouble.QUOTA, ("insufficient_quota", "exceeded your current quota", "billing", "credit balance")),
    (ModelTrouble.TOO_LONG, ("context_length_exceeded", "context length", "context window", "context size")),
    (ModelTrouble.FILTERED, ("content_filter", "content_policy", "content management policy")),
    (
        ModelTrouble.WRONG_KEY,
        ("invalid_api_key", "api key not valid", "incorrect api key", "invalid api key", "no_db_connection"),
    ),
    (ModelTrouble.WRONG_ADDRESS, ("unexpected endpoint", "unknown url", "invalid url")),
    (ModelTrouble.UNKNOWN_MODEL, ("model_not_found", "invalid model", "unknown model", "no such model")),
    (ModelTrouble.BUSY, ("rate_limit", "rate limit", "overloaded")),
)
MISSING = (
    "not found",
    "does not exist",
    "not exist",
    "not available",
    "no model",
    "not loaded",
    "not supported",
)
MENDABLE_STATUS = frozenset({408, 409, 429})
SHAPE_STATUS = frozenset({400, 415, 422, 501})
SHAPE_WORDS = ("response_format", "json_schema", "json_object", "schema", "grammar", "structured", "guided")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a server said instead of answering; ``status`` 0 when it said it inside a stream or a 200."""

    status: int
    words: str

    @classmethod
    def of(cls, status: int, body: object, message: str = "") -> "Complaint":
        """From an error's body, in the shapes that servers use. The words are for judging, never for showing."""
        inner = body.get("error", body) if isinstance(body, Mapping) else body
        told = [message]
        if isinstance(inner, Mapping):
            told += [str(inner.get(key) or "") for key in ("code", "type", "message", "param")]
            if not status and str(inner.get("code")).isdecimal():
                status = int(inner["code"])
        else:
            told.append(str(inner or ""))
        return cls(status, " ".join(told).lower()[:4000])


def trouble_of(complaint: Complaint) -> ModelTrouble:
    """The kind of trouble a complaint is."""
    for kind, words in BY_WORDS:
        if any(word in complaint.words for word in words):
            return kind
    names_model = complaint.status in (0, 400, 404) and "model" in complaint.words
    if names_model and any(word in complaint.words for word in MISSING):
        return ModelTrouble.UNKNOWN_MODEL
    if complaint.status in BY_STATUS:
        return BY_STATUS[complaint.status]
    if complaint.status >= 500 or complaint.status == 0:
        return ModelTrouble.SERVER_DOWN
    return ModelTrouble.WRONG_ADDRESS if complaint.status < 400 else ModelTrouble.REJECTED


def passes(complaint: Complaint) -> bool:
    """Whether waiting a little may mend it."""
    if trouble_of(complaint) in (ModelTrouble.BUSY, ModelTrouble.SERVER_DOWN, ModelTrouble.TIMEOUT):
        return complaint.status >= 500 or complaint.status in MENDABLE_STATUS or complaint.status == 0
    return False


class Format(StrEnum):
    """How the shape of the answer is asked for, from strict to not at all."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Form:
    """How a server is asked: the answer's format, whether usage is wanted, whether roles are folded into one."""

    format: Format = Format.SCHEMA
    usage: bool = True
    folded: bool = False

    def softer(self, complaint: Complaint) -> "Form | None":
        """A plainer way of asking after this complaint, or None when the shape was not the matter."""
        words = complaint.words
        if self.usage and ("stream_options" in words or "include_usage" in words):
            return replace(self, usage=False)
        if not self.folded and ("alternat" in words or ("role" in words and "system" in words)):
            return replace(self, folded=True)
        if any(word in words for word in SHAPE_WORDS) and self.format is not Format.TEXT:
            return self._plainer()
        if complaint.status not in SHAPE_STATUS or trouble_of(complaint) is not ModelTrouble.REJECTED:
            return None
        if self.format is not Format.TEXT:
            return self._plainer()
        if self.usage:
            return replace(self, usage=False)
        return None if self.folded else replace(self, folded=True)

    def folds(self, messages: tuple[Message, ...]) -> tuple[Message, ...]:
        """The messages as they are, or all in one: some chat templates know no system role, no two users in a row."""
        if not self.folded:
            return messages
        return (Message(Role.USER, "\n\n".join(message.content for message in messages)),)

    def _plainer(self) -> "Form":
        return replace(self, format=Format.OBJECT if self.format is Format.SCHEMA else Format.TEXT)

    def extra(self, name: str, schema: Mapping[str, Any] | None) -> dict[str, Any]:
        """The request's fields for it."""
        fields: dict[str, Any] = {"stream_options": {"include_usage": True}} if self.usage else {}
        if schema is None or self.format is Format.TEXT:
            return fields
        if self.format is Format.OBJECT:
            return {**fields, "response_format": {"type": "json_object"}}
        asked = {"name": name, "schema": schema, "strict": True}
        return {**fields, "response_format": {"type": "json_schema", "json_schema": asked}}
