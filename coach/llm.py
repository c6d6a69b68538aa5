"""The OpenAI-compatible model: one streamed chat completion, whatever shape of server answers it."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property

import httpx2
import openai
from openai.types.chat import ChatCompletionMessageParam
from pydantic import SecretStr
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    stop_before_delay,
    wait_random_exponential,
)

from coach.chunks import choices
from coach.complaint import Complaint, Form, passes, trouble_of
from coach.connection import connection_trouble, host_of, keep_hold, may_pass, seconds_asked
from coach.model import Message, ModelError, ModelTrouble, Pieces, Prompt, Role, Usage
from coach.stream import Handover, Outlet
from coach.transcript import Transcript

OPENAI = "https://api.openai.com/v1"
ATTEMPTS = 4
CONNECTING = 10.0  # seconds; who is there takes a connection at once, however long the answer takes
HELLO = Prompt((Message(Role.USER, "「はい」とだけ答えてください。"),))

# Their debug logs hold the whole request, whoever switches them on.
for _name in ("openai", "httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.WARNING)


class _PassingError(Exception):
    """A trouble inside the waiting thread that may be over soon, and when to try again if the server said so."""

    def __init__(self, kind: ModelTrouble, after: float | None = None) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.after = after


class OpenAIModel:
    """Chat completions of any OpenAI-compatible server.

    ``timeout`` is the longest silence on the wire, ``patience`` the time until the model must have begun (all
    attempts and waits together), ``total`` the time for a whole answer; seconds. What a server refuses
    (a JSON schema, usage, a system role) is remembered as long as this object lives.
    """

    def __init__(
        self,
        *,
        api_key: SecretStr | None,
        base_url: str | None,
        name: str,
        timeout: float = 30.0,
        patience: float = 45.0,
        total: float = 180.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._key = api_key.get_secret_value().strip() if api_key is not None else ""
        self._base_url = (base_url or "").strip() or OPENAI
        self._name = name
        self._timeout = timeout
        self._patience = patience
        self._total = total
        self._sleep = sleep
        self._form = Form()
        self._here = threading.local()  # which answer a thread is waiting for

    @property
    def name(self) -> str:
        """The model's name."""
        return self._name

    def stream(self, prompt: Prompt) -> Pieces:
        """Ask once; the answer comes in pieces. Nothing is sent before the first piece is asked for.

        Raises (while iterating):
            ModelError: there is no answer, or it broke off.
        """
        return self._handover(lambda outlet: self._answer(prompt, outlet))

    def ping(self) -> float:
        """Seconds until the model says its first word to a harmless question.

        Raises:
            ModelError: it doesn't.
        """
        start = time.monotonic()
        pieces = self.stream(HELLO)
        next(piece for piece in pieces if piece)
        pieces.close()
        return time.monotonic() - start

    def models(self) -> tuple[str, ...]:
        """The models the endpoint offers, in its order.

        Raises:
            ModelError: it does not say.
        """

        def ask(outlet: Outlet) -> None:
            try:
                for model in self._client.models.list():
                    outlet.put(str(model.id))
            except (ValueError, TypeError, AttributeError):  # a page of something else
                raise ModelError(ModelTrouble.UNREADABLE) from None

        return tuple(filter(None, self._handover(lambda outlet: self._guarded(ask, outlet))))

    def _handover(self, produce: Callable[[Outlet], None]) -> Handover:
        return Handover(produce, patience=self._patience, total=self._total)

    @cached_property
    def _client(self) -> openai.OpenAI:
        host = host_of(self._base_url)
        if not host:
            raise ModelError(ModelTrouble.WRONG_ADDRESS)
        if not self._key and host == host_of(OPENAI):
            raise ModelError(ModelTrouble.NO_KEY)
        if not (self._key.isascii() and self._key.isprintable()) or " " in self._key:
            raise ModelError(ModelTrouble.WRONG_KEY)  # it would not even fit into a header
        transfer = openai.DefaultHttpx2Client(
            event_hooks={"request": [self._hold]},
            limits=httpx2.Limits(max_keepalive_connections=0),  # a socket belongs to one answer alone
        )
        # A local server asks for no key, the client insists on one.
        return openai.OpenAI(
            api_key=self._key or "none",
            base_url=self._base_url,
            timeout=httpx2.Timeout(self._timeout, connect=min(self._timeout, CONNECTING)),
            max_retries=0,
            http_client=transfer,
        )

    def _hold(self, request: httpx2.Request) -> None:
        """Let the answer's reader cut this transfer, even while the thread waits for the first byte."""
        outlet: Outlet = self._here.outlet
        keep_hold(request, outlet.hold)

    def _answer(self, prompt: Prompt, outlet: Outlet) -> None:
        retrying = Retrying(
            retry=retry_if_exception(lambda error: isinstance(error, _PassingError) and not outlet.begun),
            wait=_pause,
            sleep=self._sleep,
            reraise=True,
            stop=stop_after_attempt(ATTEMPTS) | stop_before_delay(self._patience),
        )
        self._guarded(lambda outlet: retrying(self._attempt, prompt, outlet), outlet)

    def _guarded(self, ask: Callable[[Outlet], None], outlet: Outlet) -> None:
        """Run in the waiting thread; only the kind of a trouble leaves it."""
        self._here.outlet = outlet
        try:
            ask(outlet)
        except _PassingError as trouble:
            raise ModelError(trouble.kind) from None
        except openai.OpenAIError as error:
            outlet.check()
            raise ModelError(self._trouble(error, outlet).kind) from None

    def _attempt(self, prompt: Prompt, outlet: Outlet) -> None:
        form = self._form
        while True:
            outlet.check()
            try:
                self._read(prompt, form, outlet)
                return
            except openai.APIError as error:
                outlet.check()  # what a stopped transfer raises is no trouble
                softer = None if outlet.begun else form.softer(_complaint(error))
                if softer is None:
                    raise self._trouble(error, outlet) from None
                form = softer
            finally:
                if outlet.begun:
                    self._form = form

    def _read(self, prompt: Prompt, form: Form, outlet: Outlet) -> None:
        messages = form.folds(prompt.messages)
        asked = sum(len(message.content) for message in messages)
        with self._client.chat.completions.create(
            model=self._name,
            messages=[_param(message) for message in messages],
            stream=True,
            extra_body=form.extra(prompt.name, prompt.schema),
        ) as stream:
            outlet.usage = Usage(asked, 0, estimated=True)
            transcript = Transcript(outlet.put)
            try:
                for choice in choices(stream, outlet):
                    transcript.take(*choice)
                    if outlet.usage.estimated:
                        outlet.usage = Usage(asked, transcript.chars, estimated=True)
            except (ValueError, TypeError, AttributeError, LookupError):
                raise ModelError(ModelTrouble.UNREADABLE) from None
            transcript.end()

    def _trouble(self, error: openai.OpenAIError, outlet: Outlet) -> ModelError | _PassingError:
        if isinstance(error, openai.APIConnectionError):
            kind = connection_trouble(error, alive=outlet.alive)
            return _PassingError(kind) if may_pass(error) else ModelError(kind)
        if not isinstance(error, openai.APIError):
            return ModelError(ModelTrouble.UNREADABLE)
        complaint = _complaint(error)
        kind = trouble_of(complaint)
        if kind is ModelTrouble.WRONG_KEY and not self._key:
            kind = ModelTrouble.NO_KEY
        if not passes(complaint):
            return ModelError(kind)
        asked = (
            error.response.headers.get("retry-after", "") if isinstance(error, openai.APIStatusError) else ""
        )
        return _PassingError(kind, seconds_asked(asked, now=datetime.now(UTC)))


def _param(message: Message) -> ChatCompletionMessageParam:
    if message.role is Role.SYSTEM:
        return {"role": "system", "content": message.content}
    return {"role": "user", "content": message.content}


def _complaint(error: openai.APIError) -> Complaint:
    status = error.status_code if isinstance(error, openai.APIStatusError) else 0
    return Complaint.of(status, error.body, error.message)


def _pause(state: RetryCallState) -> float:
    """As long as the server asked, else a little longer each time."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, _PassingError) and error.after is not None:
        return error.after
    return float(wait_random_exponential(multiplier=0.5, max=4)(state))
