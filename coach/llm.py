"""The OpenAI-compatible model: one streamed chat completion, whatever shape of server answers it."""

import threading
import time
from collections.abc import Callable
from functools import cached_property

import httpx2
import openai
from openai.types.chat import ChatCompletionMessageParam
from pydantic import SecretStr

from coach.model import Message, ModelError, ModelTrouble, Pieces, Prompt, Role, Usage
from coach.wire.chunks import choices
from coach.wire.client import OPENAI, client_for, complaint_of, trouble_in
from coach.wire.complaint import Form
from coach.wire.connection import keep_hold
from coach.wire.retries import PassingError, retrying
from coach.wire.stream import Handover, Outlet
from coach.wire.transcript import Transcript

HELLO = Prompt((Message(Role.USER, "「はい」とだけ答えてください。"),))


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
        return client_for(self._base_url, self._key, timeout=self._timeout, on_request=self._hold)

    def _hold(self, request: httpx2.Request) -> None:
        """Let the answer's reader cut this transfer, even while the thread waits for the first byte."""
        outlet: Outlet = self._here.outlet
        keep_hold(request, outlet.hold)

    def _answer(self, prompt: Prompt, outlet: Outlet) -> None:
        again = retrying(outlet, patience=self._patience, sleep=self._sleep)
        self._guarded(lambda outlet: again(self._attempt, prompt, outlet), outlet)

    def _guarded(self, ask: Callable[[Outlet], None], outlet: Outlet) -> None:
        """Run in the waiting thread; only the kind of a trouble leaves it."""
        self._here.outlet = outlet
        try:
            ask(outlet)
        except PassingError as trouble:
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
                softer = None if outlet.begun else form.softer(complaint_of(error))
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

    def _trouble(self, error: openai.OpenAIError, outlet: Outlet) -> ModelError | PassingError:
        return trouble_in(error, alive=outlet.alive, keyed=bool(self._key))


def _param(message: Message) -> ChatCompletionMessageParam:
    if message.role is Role.SYSTEM:
        return {"role": "system", "content": message.content}
    return {"role": "user", "content": message.content}
