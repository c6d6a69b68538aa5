"""The official client for one endpoint, and what its errors are to us."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime

import httpx2
import openai

from coach.model import ModelError, ModelTrouble
from coach.wire.complaint import Complaint, passes, trouble_of
from coach.wire.connection import connection_trouble, host_of, may_pass, seconds_asked
from coach.wire.retries import PassingError

OPENAI = "https://api.openai.com/v1"
CONNECTING = 10.0  # seconds; who is there takes a connection at once, however long the answer takes

# Their debug logs hold the whole request, whoever switches them on.
for _name in ("openai", "httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.WARNING)


def client_for(
    base_url: str, key: str, *, timeout: float, on_request: Callable[[httpx2.Request], None]
) -> openai.OpenAI:
    """A client without retries of its own; ``timeout`` is the longest silence on the wire, in seconds.

    Raises:
        ModelError: the address is none, or the key is missing or none.
    """
    host = host_of(base_url)
    if not host:
        raise ModelError(ModelTrouble.WRONG_ADDRESS)
    if not key and host == host_of(OPENAI):
        raise ModelError(ModelTrouble.NO_KEY)
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ModelError(ModelTrouble.WRONG_KEY)  # it would not even fit into a header
    transfer = openai.DefaultHttpx2Client(
        event_hooks={"request": [on_request]},
        limits=httpx2.Limits(max_keepalive_connections=0),  # a socket belongs to one answer alone
    )
    # A local server asks for no key, the client insists on one.
    return openai.OpenAI(
        api_key=key or "none",
        base_url=base_url,
        timeout=httpx2.Timeout(timeout, connect=min(timeout, CONNECTING)),
        max_retries=0,
        http_client=transfer,
    )


def complaint_of(error: openai.APIError) -> Complaint:
    """What the server said instead of answering."""
    status = error.status_code if isinstance(error, openai.APIStatusError) else 0
    return Complaint.of(status, error.body, error.message)


def trouble_in(error: openai.OpenAIError, *, alive: bool, keyed: bool) -> ModelError | PassingError:
    """The error as one of ours; ``alive`` when the answer had begun, ``keyed`` when there is a key to be wrong."""
    if isinstance(error, openai.APIConnectionError):
        kind = connection_trouble(error, alive=alive)
        return PassingError(kind) if may_pass(error) else ModelError(kind)
    if not isinstance(error, openai.APIError):
        return ModelError(ModelTrouble.UNREADABLE)
    complaint = complaint_of(error)
    kind = trouble_of(complaint)
    if kind is ModelTrouble.WRONG_KEY and not keyed:
        kind = ModelTrouble.NO_KEY
    if not passes(complaint):
        return ModelError(kind)
    asked = error.response.headers.get("retry-after", "") if isinstance(error, openai.APIStatusError) else ""
    return PassingError(kind, seconds_asked(asked, now=datetime.now(UTC)))
