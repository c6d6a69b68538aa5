"""About the wire: what broke a connection, how to hang up on one, how long a server asks to wait."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx2

from coach.model import ModelTrouble

_NO_ADDRESS = (httpx2.UnsupportedProtocol, httpx2.InvalidURL, httpx2.TooManyRedirects)
_WAITED_OUT = (httpx2.ReadTimeout, httpx2.WriteTimeout)


def connection_trouble(error: BaseException, *, alive: bool) -> ModelTrouble:
    """The kind of trouble; ``alive`` when the other side had already begun to answer."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            return ModelTrouble.TLS
        if isinstance(cause, httpx2.TimeoutException):
            return ModelTrouble.TIMEOUT
        if isinstance(cause, _NO_ADDRESS):
            return ModelTrouble.WRONG_ADDRESS
    if alive:
        return ModelTrouble.CUT_OFF
    if any(isinstance(cause, httpx2.ConnectError) for cause in _causes(error)):
        return ModelTrouble.UNREACHABLE
    return ModelTrouble.SERVER_DOWN


def may_pass(error: BaseException) -> bool:
    """Whether connecting anew may help: not for a silence that was waited out once, nor for a wrong address."""
    lasting = (ssl.SSLError, *_NO_ADDRESS, *_WAITED_OUT)
    return not any(isinstance(cause, lasting) for cause in _causes(error))


def keep_hold(request: httpx2.Request, hold: Callable[[Callable[[], None]], None]) -> None:
    """Hand out, as soon as there is a wire, how another thread can cut it while one waits for its next byte."""

    def trace(name: str, info: dict[str, Any]) -> None:
        if name in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            hold(_hang_up(info["return_value"].get_extra_info("socket")))

    request.extensions["trace"] = trace


def _hang_up(wire: socket.socket) -> Callable[[], None]:
    def hang_up() -> None:
        with suppress(OSError):
            # the plain socket's own method: a TLS socket's would touch what the waiting thread is using
            socket.socket.shutdown(wire, socket.SHUT_RDWR)

    return hang_up


def host_of(base_url: str) -> str:
    """The host of a web address, "" where it is none."""
    try:
        address = urlsplit(base_url)
        _ = address.port  # raises on a port that cannot be
    except ValueError:
        return ""
    return address.hostname or "" if address.scheme in ("http", "https") else ""


def seconds_asked(retry_after: str, *, now: datetime) -> float | None:
    """How long a server asks to wait, as a number of seconds or a date; None where it doesn't."""
    with suppress(ValueError):
        return max(0.0, float(retry_after))
    with suppress(ValueError):
        return max(0.0, (parsedate_to_datetime(retry_after) - now).total_seconds())
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()  # a chain of causes may bite its own tail
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
