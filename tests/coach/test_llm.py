"""However a server answers or fails, the user gets whole words or one clear sentence, soon, and nothing leaks."""

import gc
import json
import logging
import socket
import ssl
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from enum import Enum
from typing import Any

import httpx
import pytest
import respx
from pydantic import SecretStr

from coach.answer import Incoming
from coach.answering.outline import Outline
from coach.answering.shapes import schema_of, shape_of
from coach.llm import OpenAIModel
from coach.model import SENTENCES, Message, Model, ModelError, ModelTrouble, Prompt, Role, Usage
from coach.wire.connection import connection_trouble
from tests.bad_server import ANSWER, USAGE, WAYS, WHOLE, events, running
from tests.coach.scripted import ScriptedModel

KEY = "sk-very-secret"
WORDS = "とても秘密の相談"
ASKED = Prompt(
    (Message(Role.SYSTEM, "決まり"), Message(Role.USER, "資料"), Message(Role.USER, WORDS)),
    "Answer",
    schema_of(Outline()),
)
TIMEOUT, PATIENCE, TOTAL = 1.2, 4.0, 9.0
BASE = "http://model.test/v1"
CHAT = f"{BASE}/chat/completions"
T = ModelTrouble


def model_at(base_url: str | None, *, key: str | None = KEY, **more: Any) -> OpenAIModel:
    how = {"timeout": TIMEOUT, "patience": PATIENCE, "total": TOTAL, "sleep": lambda _: None, **more}
    return OpenAIModel(
        api_key=SecretStr(key) if key is not None else None, base_url=base_url, name="m", **how
    )


def ask(model: Model) -> tuple[str, ModelTrouble | None, Usage]:
    """All that came, the trouble it ended with, and what it cost."""
    got = ""
    pieces = model.stream(ASKED)
    trouble: ModelError | None = None
    try:
        for piece in pieces:
            got += piece
    except ModelError as error:
        trouble = error
    if trouble is not None:
        told = "".join(traceback.format_exception(trouble))
        assert KEY not in told
        assert WORDS not in told
        assert trouble.__cause__ is trouble.__context__ is None
    return got, trouble.kind if trouble is not None else None, pieces.usage


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.fixture
def logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever is logged at any level, it holds no secret and nothing the user wrote."""
    caplog.set_level(logging.DEBUG)
    yield
    assert KEY not in caplog.text
    assert WORDS not in caplog.text
    assert "秘密" not in caplog.text


def heard(base: str, way: str, run: str) -> dict[str, Any]:
    answer: dict[str, Any] = httpx.get(f"{base}/heard/{way}/{run}").json()
    return answer


# --- a real server that speaks the protocol badly ---------------------------------------------------------

MENDED = {  # way -> requests it takes
    "well": 1,
    "slowly": 1,
    "one_char": 1,
    "fenced": 1,
    "thinking": 1,
    "chatty": 1,
    "wrapped": 1,
    "reasoning": 1,
    "null_delta": 1,
    "unstreamed": 1,
    "split_utf8": 1,
    "busy_then_well": 2,
    "no_schema": 2,
    "no_format": 3,
    "no_usage": 2,
    "one_role": 2,
    "picky": 4,
}
SHORT_PATIENCE = 1.0  # where it is sure to be used up
PATIENCE_FOR = {"trickle": SHORT_PATIENCE, "trickled_head": SHORT_PATIENCE}
SLACK = 3.0  # a slow machine's own time


class Freed(Enum):
    """What bounds the time until the user is free again, and its seconds under the patience of these tests."""

    ANSWERED = SLACK
    SILENCE = TIMEOUT + SLACK
    PATIENCE = SHORT_PATIENCE + SLACK
    TOTAL = TOTAL


FAILING = {  # way -> kind, requests, what frees the user
    "wrong_key": (T.WRONG_KEY, 1, Freed.ANSWERED),
    "wrong_key_400": (T.WRONG_KEY, 1, Freed.ANSWERED),
    "unknown_model": (T.UNKNOWN_MODEL, 1, Freed.ANSWERED),
    "unknown_model_plain": (T.UNKNOWN_MODEL, 1, Freed.ANSWERED),
    "forbidden": (T.FORBIDDEN, 1, Freed.ANSWERED),
    "no_v1": (T.WRONG_ADDRESS, 1, Freed.ANSWERED),
    "no_v1_200": (T.WRONG_ADDRESS, 1, Freed.ANSWERED),
    "a_web_page": (T.WRONG_ADDRESS, 1, Freed.ANSWERED),
    "status_408": (T.TIMEOUT, 4, Freed.ANSWERED),
    "status_409": (T.BUSY, 4, Freed.ANSWERED),
    "busy": (T.BUSY, 4, Freed.ANSWERED),
    "busy_long": (T.BUSY, 1, Freed.ANSWERED),
    "quota": (T.QUOTA, 1, Freed.ANSWERED),
    "unpaid": (T.QUOTA, 1, Freed.ANSWERED),
    "status_500": (T.SERVER_DOWN, 4, Freed.ANSWERED),
    "page_502": (T.SERVER_DOWN, 4, Freed.ANSWERED),
    "status_503": (T.BUSY, 4, Freed.ANSWERED),
    "rejected": (T.REJECTED, 5, Freed.ANSWERED),
    "too_long": (T.TOO_LONG, 1, Freed.ANSWERED),
    "filtered_prompt": (T.FILTERED, 1, Freed.ANSWERED),
    "hang": (T.TIMEOUT, 1, Freed.SILENCE),
    "hang_midway": (T.TIMEOUT, 1, Freed.SILENCE),
    "hang_up": (T.SERVER_DOWN, 4, Freed.ANSWERED),
    "cut_midway": (T.CUT_OFF, 1, Freed.ANSWERED),
    "chunked_cut": (T.CUT_OFF, 1, Freed.ANSWERED),
    "silent_end": (T.CUT_OFF, 1, Freed.ANSWERED),
    "trickle": (T.TIMEOUT, 1, Freed.PATIENCE),
    "trickled_head": (T.TIMEOUT, 1, Freed.PATIENCE),
    "invalid_utf8": (T.UNREADABLE, 1, Freed.ANSWERED),
    "invalid_json": (T.UNREADABLE, 1, Freed.ANSWERED),
    "other_shape": (T.UNREADABLE, 1, Freed.ANSWERED),
    "other_shape_200": (T.UNREADABLE, 1, Freed.ANSWERED),
    "odd_choices": (T.UNREADABLE, 1, Freed.ANSWERED),
    "odd_content": (T.UNREADABLE, 1, Freed.ANSWERED),
    "empty": (T.EMPTY, 1, Freed.ANSWERED),
    "empty_body": (T.EMPTY, 1, Freed.ANSWERED),
    "error_inside": (T.SERVER_DOWN, 4, Freed.ANSWERED),
    "refused": (T.REFUSED, 1, Freed.ANSWERED),
    "filtered": (T.FILTERED, 1, Freed.ANSWERED),
    "length": (T.CUT_OFF, 1, Freed.ANSWERED),
    "huge": (T.TOO_LONG, 1, Freed.TOTAL),
    "one_huge_event": (T.TOO_LONG, 1, Freed.TOTAL),
    "endless": (T.TOO_LONG, 1, Freed.TOTAL),
    "endless_space": (T.TOO_LONG, 1, Freed.TOTAL),
}
NOT_JSON_HTTP = {"not_http": T.SERVER_DOWN}  # no request of it is counted: the other side is no web server


def test_every_way_is_expected() -> None:
    faults = {way for way in WAYS if "_at_fault" in way}  # of the model, see `test_failing_servers.py`
    known = MENDED.keys() | FAILING.keys() | NOT_JSON_HTTP.keys() | faults | {"split_emoji", "lists"}
    assert WAYS.keys() == known


@pytest.mark.wire
@pytest.mark.usefixtures("logs")
@pytest.mark.parametrize("way", MENDED)
def test_a_server_s_ways_are_met(base: str, way: str) -> None:
    got, trouble, usage = ask(model_at(f"{base}/{way}/a/v1"))
    assert trouble is None
    incoming = Incoming(Outline())
    list(incoming.feed(got))
    assert incoming.answer == shape_of(Outline()).model_validate(ANSWER)
    assert len(heard(base, way, "a")["requests"]) == MENDED[way]
    told = Usage(USAGE["prompt_tokens"], USAGE["completion_tokens"])
    assert usage == told or (usage.estimated and usage.completion == len(got))


@pytest.mark.wire
@pytest.mark.usefixtures("logs")
@pytest.mark.parametrize("way", FAILING)
def test_a_server_fails_calmly(base: str, way: str) -> None:
    kind, requests, freed = FAILING[way]
    start = time.monotonic()
    _, trouble, _ = ask(model_at(f"{base}/{way}/b/v1", patience=PATIENCE_FOR.get(way, PATIENCE)))
    assert trouble is kind
    assert time.monotonic() - start < freed.value
    assert len(heard(base, way, "b")["requests"]) == requests


@pytest.mark.wire
@pytest.mark.parametrize("way", NOT_JSON_HTTP)
def test_no_web_server_at_all(base: str, way: str) -> None:
    assert ask(model_at(f"{base}/{way}/b/v1"))[1] is NOT_JSON_HTTP[way]


@pytest.mark.wire
def test_a_character_cut_in_two_events_is_one_again(base: str) -> None:
    assert ask(model_at(f"{base}/split_emoji/a/v1"))[:2] == ("a😊b", None)


@pytest.mark.wire
def test_what_a_server_refused_is_not_asked_again(base: str) -> None:
    model = model_at(f"{base}/no_format/c/v1")
    assert ask(model)[1] is None
    assert ask(model)[1] is None
    requests = heard(base, "no_format", "c")["requests"]
    formats = [request.get("response_format", {}).get("type") for request in requests]
    assert formats == ["json_schema", "json_object", None, None]


@pytest.mark.wire
def test_a_refusal_is_remembered_although_the_answer_was_cut(base: str) -> None:
    model = model_at(f"{base}/no_schema/n/v1")
    with closing(model.stream(ASKED)) as pieces:
        assert next(piece for piece in pieces if piece)
    wait_until(lambda: not waiting_threads())
    assert ask(model)[1] is None
    formats = [request["response_format"]["type"] for request in heard(base, "no_schema", "n")["requests"]]
    assert formats == ["json_schema", "json_object", "json_object"]


@pytest.mark.wire
def test_roles_are_folded_where_a_template_knows_only_one(base: str) -> None:
    assert ask(model_at(f"{base}/one_role/d/v1"))[1] is None
    first, second = heard(base, "one_role", "d")["requests"]
    assert [message["role"] for message in first["messages"]] == ["system", "user", "user"]
    assert second["messages"] == [{"role": "user", "content": f"決まり\n\n資料\n\n{WORDS}"}]


@pytest.mark.wire
def test_no_limit_on_tokens_is_sent(base: str) -> None:
    ask(model_at(f"{base}/well/e/v1"))
    (request,) = heard(base, "well", "e")["requests"]
    assert request.keys() == {"model", "messages", "stream", "stream_options", "response_format"}
    assert request["response_format"]["json_schema"]["schema"] == ASKED.schema


@pytest.mark.wire
@pytest.mark.parametrize("way", ["slowly", "endless"])
def test_closing_early_ends_the_transfer(base: str, way: str) -> None:
    pieces = model_at(f"{base}/{way}/f/v1").stream(ASKED)
    got = 0
    with closing(pieces):
        for piece in pieces:
            got += bool(piece)
            if got == 3:
                break
    assert list(pieces) == []
    wait_until(lambda: heard(base, way, "f")["hung_up"])
    if way == "slowly":
        assert heard(base, way, "f")["events_taken"] <= got + 4  # one without content, and those in flight
    wait_until(lambda: not waiting_threads())


@pytest.mark.wire
def test_closing_a_silent_stream_frees_its_thread_at_once(base: str) -> None:
    pieces = model_at(f"{base}/hang_midway/g/v1", timeout=20.0, patience=20.0).stream(ASKED)
    with closing(pieces):
        assert next(piece for piece in pieces if piece)
    wait_until(lambda: not waiting_threads())


@pytest.mark.wire
def test_a_forgotten_stream_ends_too(base: str) -> None:
    pieces = model_at(f"{base}/endless/h/v1").stream(ASKED)
    assert next(piece for piece in pieces if piece)
    del pieces
    gc.collect()
    wait_until(lambda: not waiting_threads())


@pytest.mark.wire
def test_control_comes_back_while_nothing_arrives(base: str) -> None:
    pieces = model_at(f"{base}/hang/i/v1").stream(ASKED)
    start = time.monotonic()
    assert next(pieces) == ""
    assert time.monotonic() - start < TIMEOUT  # not only once the silence has lasted too long
    pieces.close()


@pytest.mark.wire
def test_nothing_is_sent_before_the_first_piece_is_asked_for(base: str) -> None:
    pieces = model_at(f"{base}/well/j/v1").stream(ASKED)
    pieces.close()
    assert heard(base, "well", "j")["requests"] == []


@pytest.mark.wire
def test_the_model_says_a_first_word(base: str) -> None:
    assert model_at(f"{base}/well/k/v1").ping() < 2
    (request,) = heard(base, "well", "k")["requests"]
    assert "response_format" not in request


@pytest.mark.wire
@pytest.mark.parametrize(("way", "kind"), [("wrong_key", T.WRONG_KEY), ("hang", T.TIMEOUT)])
def test_a_connection_test_fails_with_the_same_kinds(base: str, way: str, kind: ModelTrouble) -> None:
    with pytest.raises(ModelError) as caught:
        model_at(f"{base}/{way}/l/v1").ping()
    assert caught.value.kind is kind


@pytest.mark.wire
@pytest.mark.usefixtures("logs")
def test_https_towards_a_server_without_it(base: str) -> None:
    assert ask(model_at(base.replace("http:", "https:") + "/well/m/v1"))[1] is T.TLS


@pytest.mark.wire
@pytest.mark.usefixtures("logs")
def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert ask(model_at(f"http://127.0.0.1:{port}/v1"))[1] is T.UNREACHABLE


@pytest.mark.wire
def test_a_connection_that_is_never_taken() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        queued = [socket.socket() for _ in range(4)]
        for one in queued:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        start = time.monotonic()
        address = f"http://127.0.0.1:{full.getsockname()[1]}/v1"
        trouble = ask(model_at(address, patience=SHORT_PATIENCE))[1]
        assert trouble is T.TIMEOUT
        assert time.monotonic() - start < Freed.PATIENCE.value
        for one in queued:
            one.close()


@pytest.mark.wire
@pytest.mark.usefixtures("logs")
def test_a_name_that_does_not_resolve(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert ask(model_at("http://no-such-host.invalid/v1"))[1] is T.UNREACHABLE


@pytest.mark.wire
def test_a_name_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def hang(*_: object, **__: object) -> None:
        released.wait(10)
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    start = time.monotonic()
    assert ask(model_at("http://slow-name.invalid/v1", patience=SHORT_PATIENCE))[1] is T.TIMEOUT
    assert time.monotonic() - start < Freed.PATIENCE.value
    released.set()


# --- the same without a wire: what a status and its words mean ---------------------------------------------


ANSWERS: dict[str, tuple[Any, ModelTrouble, int]] = {
    "401": (httpx.Response(401, json={"error": {"code": "invalid_api_key"}}), T.WRONG_KEY, 1),
    "401 gemini": (httpx.Response(400, json=[{"error": {"message": "API key not valid."}}]), T.WRONG_KEY, 1),
    "400 litellm, of a key it does not know": (
        httpx.Response(400, json={"error": {"message": "No connected db.", "type": "no_db_connection"}}),
        T.WRONG_KEY,
        1,
    ),
    "402": (httpx.Response(402, json={"error": {"message": "Insufficient Balance"}}), T.QUOTA, 1),
    "403": (httpx.Response(403, text="forbidden"), T.FORBIDDEN, 1),
    "404 path": (httpx.Response(404, json={"detail": "Not Found"}), T.WRONG_ADDRESS, 1),
    "404 model": (
        httpx.Response(404, json={"error": "model 'm' not found, try pulling it first"}),
        T.UNKNOWN_MODEL,
        1,
    ),
    "404 llama.cpp": (
        httpx.Response(404, json={"error": {"code": 404, "message": "File Not Found"}}),
        T.WRONG_ADDRESS,
        1,
    ),
    "405": (httpx.Response(405, text="Method Not Allowed"), T.WRONG_ADDRESS, 1),
    "413": (httpx.Response(413, text="too large"), T.TOO_LONG, 1),
    "400 context": (
        httpx.Response(400, json={"error": {"message": "exceeds the available context size"}}),
        T.TOO_LONG,
        1,
    ),
    "400 filter": (httpx.Response(400, json={"error": {"code": "content_filter"}}), T.FILTERED, 1),
    "429": (httpx.Response(429, json={"error": {"message": "slow"}}), T.BUSY, 4),
    "429 quota": (httpx.Response(429, json={"error": {"code": "insufficient_quota"}}), T.QUOTA, 1),
    "503 loading": (httpx.Response(503, json={"error": {"message": "Loading model"}}), T.SERVER_DOWN, 4),
    "529": (httpx.Response(529, json={"error": {"type": "overloaded_error"}}), T.BUSY, 4),
    "redirects": (httpx.Response(302, headers={"location": CHAT}), T.WRONG_ADDRESS, 21),
    "refused": (httpx.ConnectError("refused"), T.UNREACHABLE, 4),
    "connect timeout": (httpx.ConnectTimeout("late"), T.TIMEOUT, 4),
    "read timeout": (httpx.ReadTimeout("late"), T.TIMEOUT, 1),
    "protocol": (httpx.RemoteProtocolError("odd"), T.SERVER_DOWN, 4),
}


@pytest.mark.usefixtures("logs")
@pytest.mark.parametrize("name", ANSWERS)
def test_what_an_answer_means(respx_mock: respx.MockRouter, name: str) -> None:
    answer, kind, requests = ANSWERS[name]
    route = respx_mock.post(CHAT)
    route.side_effect = answer if not isinstance(answer, httpx.Response) else None
    if isinstance(answer, httpx.Response):
        route.return_value = answer
    if name == "redirects":
        respx_mock.get(CHAT).mock(return_value=answer)
    assert ask(model_at(BASE))[1] is kind
    assert len(respx_mock.calls) == requests


@pytest.mark.parametrize(
    ("cause", "alive", "kind"),
    [
        (ssl.SSLCertVerificationError("self-signed certificate"), False, T.TLS),
        (socket.gaierror(-2, "unknown"), False, T.UNREACHABLE),
        (ConnectionResetError(104, "reset"), True, T.CUT_OFF),
    ],
    ids=["certificate", "name", "reset"],
)
def test_what_broke_a_connection(cause: Exception, alive: bool, kind: ModelTrouble) -> None:
    error = httpx.ConnectError("no")
    error.__cause__ = cause
    cause.__context__ = error  # such rings exist
    assert connection_trouble(error, alive=alive) is kind


@pytest.mark.parametrize(
    ("header", "waits"),
    [
        pytest.param({"retry-after": "1"}, [1.0], id="seconds"),
        pytest.param({"retry-after": "0"}, [0.0], id="at once"),
        pytest.param({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, [0.0], id="a date that is over"),
        pytest.param({"retry-after": "-5"}, [0.0], id="less than nothing"),
    ],
)
def test_a_server_s_wish_to_wait_is_respected(
    respx_mock: respx.MockRouter, header: dict[str, str], waits: list[float]
) -> None:
    route = respx_mock.post(CHAT)
    route.side_effect = [httpx.Response(429, headers=header, text="slow"), well()]
    slept: list[float] = []
    assert ask(model_at(BASE, sleep=slept.append))[1] is None
    assert slept == waits


@pytest.mark.parametrize("header", [{}, {"retry-after": "soon"}], ids=["none", "nonsense"])
def test_without_a_wish_the_pauses_are_short(respx_mock: respx.MockRouter, header: dict[str, str]) -> None:
    respx_mock.post(CHAT).mock(return_value=httpx.Response(503, headers=header, text="down"))
    slept: list[float] = []
    assert ask(model_at(BASE, sleep=slept.append, patience=60))[1] is T.SERVER_DOWN
    assert len(slept) == 3
    assert all(0 <= pause <= 4 for pause in slept)


def test_more_than_our_patience_is_not_waited(respx_mock: respx.MockRouter) -> None:
    respx_mock.post(CHAT).mock(return_value=httpx.Response(429, headers={"retry-after": "60"}, text="slow"))
    slept: list[float] = []
    assert ask(model_at(BASE, sleep=slept.append))[1] is T.BUSY
    assert slept == []


def test_nothing_is_asked_again_once_words_have_come(respx_mock: respx.MockRouter) -> None:
    def broken() -> Iterator[bytes]:
        yield from list(events(WHOLE))[:4]
        raise httpx.ReadError("gone")

    respx_mock.post(CHAT).mock(return_value=httpx.Response(200, stream=Body(broken())))
    got, trouble, _ = ask(model_at(BASE))
    assert got == WHOLE[:21]
    assert trouble is T.CUT_OFF
    assert len(respx_mock.calls) == 1


@pytest.mark.parametrize(
    ("key", "base_url", "kind"),
    [
        pytest.param(None, None, T.NO_KEY, id="no key"),
        pytest.param("  ", None, T.NO_KEY, id="a blank key"),
        pytest.param("鍵です", BASE, T.WRONG_KEY, id="a key no header can hold"),
        pytest.param("sk-a\nb", BASE, T.WRONG_KEY, id="a key of two lines"),
        pytest.param(KEY, "localhost:11434/v1", T.WRONG_ADDRESS, id="no scheme"),
        pytest.param(KEY, "ftp://model.test/v1", T.WRONG_ADDRESS, id="no web address"),
        pytest.param(KEY, "http://", T.WRONG_ADDRESS, id="no host"),
        pytest.param(KEY, "http://[::1/v1", T.WRONG_ADDRESS, id="a bracket left open"),
        pytest.param(KEY, "http://model.test:99999/v1", T.WRONG_ADDRESS, id="no such port"),
    ],
)
def test_settings_that_cannot_work_send_nothing(
    key: str | None, base_url: str | None, kind: ModelTrouble
) -> None:
    assert ask(model_at(base_url, key=key))[1] is kind


def test_a_local_server_needs_no_key_and_may_still_want_one(respx_mock: respx.MockRouter) -> None:
    route = respx_mock.post(CHAT)
    route.side_effect = [well(), httpx.Response(401, text="who are you")]
    model = model_at(BASE, key=None)
    assert ask(model)[1] is None
    assert ask(model)[1] is T.NO_KEY


def test_the_models_an_endpoint_offers(respx_mock: respx.MockRouter) -> None:
    listed = {"object": "list", "data": [{"id": "b", "object": "model"}, {"id": "a", "object": "model"}]}
    respx_mock.get(f"{BASE}/models").mock(return_value=httpx.Response(200, json=listed))
    assert model_at(BASE).models() == ("b", "a")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (httpx.Response(404, text="404 page not found"), T.WRONG_ADDRESS),
        (httpx.Response(200, html="<title>Welcome</title>"), T.UNREADABLE),
        (httpx.Response(200, json=["m"]), T.UNREADABLE),
    ],
    ids=["not there", "a web page", "a list"],
)
def test_an_endpoint_that_does_not_tell_its_models(
    respx_mock: respx.MockRouter, answer: httpx.Response, kind: ModelTrouble
) -> None:
    respx_mock.get(f"{BASE}/models").mock(return_value=answer)
    with pytest.raises(ModelError) as caught:
        model_at(BASE).models()
    assert caught.value.kind is kind


@pytest.mark.parametrize("kind", ModelTrouble)
def test_every_trouble_has_one_clear_sentence(kind: ModelTrouble) -> None:
    sentence = SENTENCES[kind]
    assert sentence.endswith("ください。")
    assert sentence.count("。") == 1
    assert 20 <= len(sentence) <= 60
    assert ModelError(kind).sentence == sentence


def test_the_scripted_model_of_other_tests_is_a_model() -> None:
    scripted: Model = ScriptedModel(["あいうえおか", ("一", ModelError(T.CUT_OFF))])
    assert ask(scripted)[:2] == ("あいうえおか", None)
    assert ask(scripted)[:2] == ("一", T.CUT_OFF)


class Body(httpx.SyncByteStream):
    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return self._pieces


def well() -> httpx.Response:
    return httpx.Response(
        200, headers={"content-type": "text/event-stream"}, content=b"".join(events(json.dumps(ANSWER)))
    )


def waiting_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "yohaku-model"]


def wait_until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)
