"""A real server process that speaks the protocol badly, each way under a path of its own.

Run as `python -m tests.bad_server`; it prints its port. `http://127.0.0.1:PORT/<way>/<run>/v1` is a base URL
that misbehaves in that way; `GET /heard/<way>/<run>` tells as JSON what was asked and how many bytes were taken.
"""

import json
import re
import socket
import socketserver
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

ROOT = Path(__file__).parent.parent
ANSWER = {
    "words": {
        "feeling": "返事を読むのは、緊張しましたね。",
        "reading": "「ごめん、その日は仕事で難しい」とあります。気持ちまでは分かりません。",
        "today": "落ち着いてから、短く一度だけ返しましょう。",
        "leave": "別の日を出すことは、今日はやめておきましょう。",
    },
    "drafts": [
        {
            "kind": kind,
            "parts": [
                {"act": "thanks", "text": thanks},
                {"act": "acceptance", "text": "そっか、了解!"},
            ],
            "why": "お礼と受容だけの短い返事です。",
        }
        for kind, thanks in (
            ("あっさり", "連絡ありがとう!"),
            ("あたたかく", "わざわざ教えてくれてありがとう!"),
            ("ひとこと", "返事ありがとう!"),
        )
    ],
    "question": "",
}
WHOLE = json.dumps(ANSWER, ensure_ascii=False)
USAGE = {"prompt_tokens": 1200, "completion_tokens": 340, "total_tokens": 1540}


def event(delta: dict[str, object], finish: str | None = None, **more: object) -> bytes:
    """One event of a streamed chat completion."""
    chunk = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "bad-model",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        **more,
    }
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


def events(text: str, *, size: int = 7, finish: str | None = "stop", usage: bool = True) -> Iterator[bytes]:
    """A text as a well-behaved server streams it."""
    yield event({"role": "assistant", "content": ""})
    for at in range(0, len(text), size):
        yield event({"content": text[at : at + size]})
    if finish:
        yield event({}, finish)
    if usage:
        yield event({}, None, choices=[], usage=USAGE)
    yield b"data: [DONE]\n\n"


@dataclass
class Heard:
    """What one run of one way was asked, and what was taken of the answer."""

    requests: list[dict[str, object]] = field(default_factory=list)
    bytes_taken: int = 0
    events_taken: int = 0
    hung_up: bool = False


class Talk:
    """One connection, after its request was read."""

    def __init__(self, connection: socket.socket, heard: Heard, number: int) -> None:
        self.connection = connection
        self.heard = heard
        self.number = number  # of this request in its run, from 1

    def send(self, data: bytes) -> None:
        """Raises OSError once the other side has hung up."""
        self.connection.sendall(data)
        self.heard.bytes_taken += len(data)

    def head(self, status: int = 200, kind: str = "text/event-stream; charset=utf-8", **headers: str) -> None:
        """The head of an answer whose body ends with the connection."""
        lines = [f"HTTP/1.1 {status} Whatever", f"Content-Type: {kind}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.send(("\r\n".join(lines) + "\r\n\r\n").encode())

    def body(self, status: int, body: object, **headers: str) -> None:
        """A whole answer."""
        text = body if isinstance(body, str) else json.dumps(body)
        kind = "application/json" if not isinstance(body, str) else "text/html; charset=utf-8"
        self.head(status, kind, **headers)
        self.send(text.encode())

    def error(self, status: int, message: str, code: str = "", **headers: str) -> None:
        """An error in OpenAI's shape, which names back what it was given, as real ones do."""
        said = f"{message} (you sent: sk-very-secret)"
        self.body(status, {"error": {"message": said, "type": code, "code": code}}, **headers)

    def stream(self, pieces: Iterator[bytes], pause: float = 0.0) -> None:
        """Events, with a pause after each."""
        self.head()
        for piece in pieces:
            self.send(piece)
            self.heard.events_taken += 1
            time.sleep(pause)


def _endless(unit: str) -> Iterator[bytes]:
    while True:
        yield event({"content": unit})


def _busy_then_well(talk: Talk) -> None:
    if talk.number == 1:
        talk.error(429, "slow down", "rate_limit_exceeded", Retry_After="2")
    else:
        talk.stream(events(WHOLE))


def _no_schema(talk: Talk) -> None:
    shape = talk.heard.requests[-1].get("response_format")
    if isinstance(shape, dict) and shape["type"] == "json_schema":
        talk.error(400, "This response_format type is unavailable now")
    else:
        talk.stream(events(WHOLE))


def _no_format(talk: Talk) -> None:
    if "response_format" in talk.heard.requests[-1]:
        talk.error(400, "'response_format' is not supported with this model")
    else:
        talk.stream(events(f"もちろんです。\n```json\n{WHOLE}\n```\n"))


def _no_usage(talk: Talk) -> None:
    if "stream_options" in talk.heard.requests[-1]:
        talk.error(422, "Extra inputs are not permitted: stream_options")
    else:
        talk.stream(events(WHOLE, usage=False))


def _one_role(talk: Talk) -> None:
    messages = talk.heard.requests[-1]["messages"]
    assert isinstance(messages, list)
    if len(messages) > 1:
        talk.error(500, "Conversation roles must alternate user/assistant/user/assistant/...")
    else:
        talk.stream(events(WHOLE))


def _picky(talk: Talk) -> None:
    request = talk.heard.requests[-1]
    if {"stream_options", "response_format"} & request.keys():
        talk.error(400, "Bad Request")
    else:
        talk.stream(events(WHOLE, usage=False))


NOT_TO_BE_SAID = "相手はもう会う気がありません。"
NOT_TO_BE_SENT = "なんの仕事なの?本当に無理?"
FAULTS = {  # where an answer is spoiled: what stands there, and what it becomes
    "words": ("気持ちまでは分かりません。", NOT_TO_BE_SAID),
    "draft": ("わざわざ教えてくれてありがとう!", NOT_TO_BE_SENT),
}


def _spoils(where: str, *, always: bool) -> Callable[[Talk], None]:
    """A good server of a model that does not heed its rules: at its first answer, or at all."""

    def speak(talk: Talk) -> None:
        spoiled = WHOLE.replace(*FAULTS[where]) if always or talk.number == 1 else WHOLE
        talk.stream(events(spoiled), pause=0.02)

    return speak


def _hang(talk: Talk) -> None:
    time.sleep(30)


def _hang_midway(talk: Talk) -> None:
    talk.head()
    talk.send(event({"content": WHOLE[:40]}))
    talk.heard.events_taken += 1
    time.sleep(30)


def _cut_midway(talk: Talk) -> None:
    data = b"".join(events(WHOLE))
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 99999\r\n\r\n")
    talk.send(data[: len(data) // 2])


def _chunked_cut(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
    data = event({"content": WHOLE[:30]})
    talk.send(f"{len(data):x}\r\n".encode() + data + b"\r\n" + b"ff\r\nhal")


def _trickle(talk: Talk) -> None:
    talk.head()
    for byte in b"".join(events(WHOLE)):
        talk.send(bytes([byte]))
        time.sleep(0.2)


def _trickled_head(talk: Talk) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Long: " + b"x" * 500:
        talk.send(bytes([byte]))
        time.sleep(0.2)


def _invalid_utf8(talk: Talk) -> None:
    talk.head()
    talk.send(b'data: {"choices":[{"index":0,"delta":{"content":"\xe3\x81\xff\xfe"}}]}\n\n')


def _split_utf8(talk: Talk) -> None:
    """Not bad at all: characters cut between two TCP packets."""
    talk.head()
    data = b"".join(events(WHOLE))
    for at in range(0, len(data), 5):
        talk.send(data[at : at + 5])


def _split_emoji(talk: Talk) -> None:
    """A character outside the basic plane, as two escapes in two events."""
    talk.head()
    talk.send(b'data: {"choices":[{"index":0,"delta":{"content":"a\\ud83d"},"finish_reason":null}]}\n\n')
    talk.send(b'data: {"choices":[{"index":0,"delta":{"content":"\\ude0ab"},"finish_reason":"stop"}]}\n\n')


def _events(*raw: str) -> Callable[[Talk], None]:
    def speak(talk: Talk) -> None:
        talk.head()
        for data in raw:
            talk.send(f"data: {data}\n\n".encode())

    return speak


def _streams(text: str, **how: object) -> Callable[[Talk], None]:
    return lambda talk: talk.stream(events(text, **how))  # type: ignore[arg-type]


def _error(status: int, message: str = "no", code: str = "", **headers: str) -> Callable[[Talk], None]:
    return lambda talk: talk.error(status, message, code, **headers)


def _body(status: int, body: object) -> Callable[[Talk], None]:
    return lambda talk: talk.body(status, body)


def _choice(content: str) -> dict[str, object]:
    message = {"role": "assistant", "content": content}
    return {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}], "usage": USAGE}


PAGE = "<html><body><h1>502 Bad Gateway</h1>sk-very-secret</body></html>"
WAYS: dict[str, Callable[[Talk], None]] = {
    "well": _streams(WHOLE),
    "lists": _body(
        200, {"object": "list", "data": [{"id": "first", "object": "model"}, {"id": "m", "object": "model"}]}
    ),
    "slowly": lambda talk: talk.stream(events(WHOLE), pause=0.02),
    "one_char": _streams(WHOLE, size=1),
    "fenced": _streams(f"```json\n{WHOLE}\n```"),
    "thinking": _streams(f'<think>{{"words": 敬語かな}}</think>\n{WHOLE}'),
    "chatty": _streams(f"はい、お答えします。\n{WHOLE}\nいかがでしょうか。"),
    "wrapped": _streams(json.dumps({"Answer": ANSWER}, ensure_ascii=False)),
    "reasoning": lambda talk: talk.stream(
        iter([event({"reasoning_content": "考え中…", "content": None}), *events(WHOLE)])
    ),
    "null_delta": _events(
        '{"choices":[{"index":0,"delta":null}]}',
        json.dumps({"choices": [{"index": 0, "delta": {"content": WHOLE}, "finish_reason": "stop"}]}),
    ),
    "unstreamed": _body(200, _choice(WHOLE)),
    "split_utf8": _split_utf8,
    "split_emoji": _split_emoji,
    "busy_then_well": _busy_then_well,
    "no_schema": _no_schema,
    "no_format": _no_format,
    "no_usage": _no_usage,
    "one_role": _one_role,
    "picky": _picky,
    "words_at_fault": _spoils("words", always=False),
    "words_at_fault_twice": _spoils("words", always=True),
    "draft_at_fault": _spoils("draft", always=False),
    "draft_at_fault_twice": _spoils("draft", always=True),
    "wrong_key": _error(401, "Incorrect API key provided: sk-very-secret", "invalid_api_key"),
    "wrong_key_400": _error(400, "API key not valid. Please pass a valid API key."),
    "unknown_model": _error(404, "The model `m` does not exist", "model_not_found"),
    "unknown_model_plain": _error(404, 'model "m" not found, try pulling it first'),
    "forbidden": _error(403, "Project does not have access to it"),
    "no_v1": _body(404, "404 page not found"),
    "no_v1_200": _body(200, {"error": "Unexpected endpoint or method. (POST /chat/completions)"}),
    "a_web_page": _body(200, "<!doctype html><title>Welcome</title>"),
    "status_408": _error(408),
    "status_409": _error(409),
    "busy": _error(429, "Rate limit reached", "rate_limit_exceeded"),
    "busy_long": _error(429, "Rate limit reached", "rate_limit_exceeded", Retry_After="3600"),
    "quota": _error(429, "You exceeded your current quota", "insufficient_quota"),
    "unpaid": _error(402, "Payment required"),
    "status_500": _error(500, "The server had an error"),
    "page_502": _body(502, PAGE),
    "status_503": _error(503, "Overloaded"),
    "rejected": _error(400, "Bad Request"),
    "too_long": _error(400, "This model's maximum context length is 4096 tokens", "context_length_exceeded"),
    "filtered_prompt": _error(400, "The response was filtered", "content_filter"),
    "hang": _hang,
    "hang_midway": _hang_midway,
    "hang_up": lambda talk: None,
    "cut_midway": _cut_midway,
    "chunked_cut": _chunked_cut,
    "silent_end": _streams(WHOLE[:60], finish=None, usage=False),
    "trickle": _trickle,
    "trickled_head": _trickled_head,
    "invalid_utf8": _invalid_utf8,
    "invalid_json": _events('{"choices": [{"index"'),
    "not_http": lambda talk: talk.send(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "other_shape": _events('{"result": "ok"}', "[1, 2]", '"text"', "5"),
    "other_shape_200": _body(200, {"result": "ok"}),
    "odd_choices": _events('{"choices": "none"}'),
    "odd_content": _events('{"choices":[{"index":0,"delta":{"content":{"a":1}}}]}'),
    "empty": _streams("", usage=False),
    "empty_body": lambda talk: talk.head(),
    "error_inside": _events('{"error": {"message": "Internal error", "type": "server_error", "code": 500}}'),
    "refused": lambda talk: talk.stream(iter([event({"refusal": "I can't help"}), event({}, "stop")])),
    "filtered": _streams(WHOLE[:50], finish="content_filter"),
    "length": _streams(WHOLE[:200], finish="length"),
    "huge": _streams(WHOLE[:30] + "".join(f"{n:x}あ" for n in range(800_000)), size=4000),
    "one_huge_event": lambda talk: talk.stream(iter([event({"content": "".join(map(str, range(900_000)))})])),
    "endless": lambda talk: talk.stream(_endless("とても大事なことです。")),
    "endless_space": lambda talk: talk.stream(_endless("\n")),
}


class Server(socketserver.ThreadingTCPServer):
    """Listens on a free port of this machine."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.heard: dict[str, Heard] = {}
        self.lock = Lock()


class Handler(socketserver.BaseRequestHandler):
    """Reads one request and misbehaves."""

    server: Server

    def handle(self) -> None:
        """One connection."""
        data = b""
        while b"\r\n\r\n" not in data:
            if not (more := self.request.recv(65536)):
                return
            data += more
            if data[0] == 0x16:  # TLS; a plain web server answers that something is wrong
                self.request.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                return
        head, body = data.split(b"\r\n\r\n", 1)
        length = re.search(rb"(?i)content-length: *(\d+)", head)
        while length and len(body) < int(length[1]):
            body += self.request.recv(65536)
        path = head.split(b" ")[1].decode()
        if path.startswith("/heard/"):
            heard = self.server.heard.get(path.removeprefix("/heard/"), Heard())
            Talk(self.request, Heard(), 1).body(200, vars(heard))
            return
        way, run = path.split("/")[1:3]
        with self.server.lock:
            heard = self.server.heard.setdefault(f"{way}/{run}", Heard())
            heard.requests.append(json.loads(body or b"{}"))
        try:
            WAYS[way](Talk(self.request, heard, len(heard.requests)))
        except OSError:
            heard.hung_up = True


@contextmanager
def running() -> Iterator[str]:
    """The server in a process of its own; gives `http://127.0.0.1:PORT`."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bad_server"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


if __name__ == "__main__":
    with Server() as server:
        sys.stdout.write(f"{server.server_address[1]}\n")
        sys.stdout.flush()
        server.serve_forever()
