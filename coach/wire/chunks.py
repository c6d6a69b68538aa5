"""Reads a chat completion as servers send it: event by event, or all at once where a server does not stream."""

import json
from collections.abc import Iterator
from typing import Any

from coach.model import Ending, ModelError, ModelTrouble, Usage
from coach.wire.complaint import Complaint, trouble_of
from coach.wire.stream import Outlet

Choice = tuple[object, object, object]
"""Content, refusal and finish reason, of whatever kind a server makes them."""


def choices(stream: Any, outlet: Outlet) -> Iterator[Choice]:
    """The choices of an `openai.Stream` of chat completion chunks; reasoning is passed over.

    Usage and ending are noted in ``outlet`` as they come. Raises ``ModelError`` where the body is no completion;
    what else a misshapen body makes Python raise is the caller's to catch.
    """
    kind = stream.response.headers.get("content-type", "")
    if "html" in kind:
        raise ModelError(ModelTrouble.WRONG_ADDRESS)  # a web page: some address without /v1
    if "json" in kind and "event-stream" not in kind:
        yield _whole(json.loads(stream.response.read()), outlet)
        return
    for chunk in stream:
        outlet.live()
        if chunk.usage is not None:
            outlet.usage = Usage(chunk.usage.prompt_tokens or 0, chunk.usage.completion_tokens or 0)
        for choice in (chunk.choices or [])[:1]:
            outlet.ending = Ending(str(chunk.model or ""), str(choice.finish_reason or ""))
            said = choice.delta  # null, or without a field, at some servers
            yield getattr(said, "content", None), getattr(said, "refusal", None), choice.finish_reason


def _whole(body: Any, outlet: Outlet) -> Choice:
    """The same of a server that does not stream, or that complains with a 200."""
    outlet.live()
    if "error" in body:
        raise ModelError(trouble_of(Complaint.of(0, body)))
    usage = body.get("usage") or {}
    if "prompt_tokens" in usage:
        outlet.usage = Usage(usage["prompt_tokens"] or 0, usage.get("completion_tokens") or 0)
    choice = body["choices"][0]
    outlet.ending = Ending(str(body.get("model") or ""), str(choice.get("finish_reason") or ""))
    message = choice["message"]
    return message.get("content"), message.get("refusal"), choice.get("finish_reason") or "stop"
