"""How soon a checked sentence is shown after it was whole on the wire, and what still comes after a violation.

A server process streams an answer at a steady pace and remembers when each piece went out; both sides read the same
clock of the machine.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

from coach.answering.attempt import Attempted
from coach.answering.wanted import Desk
from coach.llm import OpenAIModel
from coach.parts import Said
from coach.reply import respond
from coach.story.memory import Case, Forgetful

RUNS = 10
PIECE = 2  # letters of one event: about a token
PACES = {"50 tokens/s": 0.02, "200 tokens/s": 0.005}
_TOLD = "土曜に映画に誘ったら「ごめん、その日は仕事で難しい」と返ってきました"
_FIRST = "返事を読むのは、緊張しましたね。"
_WRONG = {"draft": "なんの仕事なの？本当に無理？", "sentence": "相手はもう会う気がありません。"}
"""What may not be shown, by where it stands; the model's name says which answer is streamed."""


def _draft(kind: str, line: str) -> dict[str, object]:
    return {"kind": kind, "parts": [{"act": "thanks", "text": line}], "why": "短く受けとめる形です。"}


def _answer(*, sentence: str = "気持ちまでは分かりません。", draft: str = "教えてくれてありがとう！") -> str:
    words = {
        "feeling": _FIRST,
        "reading": f"その日は難しいと書いてくれています。{sentence}",
        "today": "落ち着いてから、短く一度だけ返しましょう。",
        "leave": "別の日を出すことは、今日はやめておきましょう。",
    }
    drafts = [("あっさり", draft), ("あたたかく", "連絡ありがとう！了解！"), ("ひとこと", "了解！")]
    answer = {"words": words, "drafts": [_draft(*row) for row in drafts], "question": ""}
    return json.dumps(answer, ensure_ascii=False)


ANSWERS = {"draft": _answer(draft=_WRONG["draft"]), "sentence": _answer(sentence=_WRONG["sentence"])}


def rows() -> Iterator[str]:
    """Lines of the table: milliseconds and ratios, the middle and the worst of all runs."""
    yield f"{'wire':<40}{'median':>9}{'worst':>9}"
    for name, pace in PACES.items():
        with Served(pace) as served:
            served.run("draft")  # loads dictionary, rules and weights
            runs = [served.run("draft") for _ in range(RUNS)]
            spoken = [served.run("sentence") for _ in range(RUNS)]
        first = [run.said / run.whole for run in runs]
        late = [(run.said - run.whole) * 1000 for run in runs]
        yield f"{f'first sentence, shown / whole, {name}':<40}{median(first):>9.3f}{max(first):>9.3f}"
        yield f"{'  ms between the two':<40}{median(late):>9.1f}{max(late):>9.1f}"
        for where, cut in (("a draft", runs), ("the words", spoken)):
            after = [float(run.after) for run in cut]
            yield f"{f'  pieces sent after a fault in {where}':<40}{median(after):>9.0f}{max(after):>9.0f}"


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds from the request until the first sentence was whole on the wire and was shown; pieces sent in vain."""

    whole: float
    said: float
    after: int


class Served:
    """The server in a process of its own."""

    def __init__(self, pace: float) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "evals.bench_wire", str(pace)],
            cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._process.stdout is not None
        self._base = f"http://127.0.0.1:{int(self._process.stdout.readline())}"

    def __enter__(self) -> "Served":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def run(self, fault: str) -> Run:
        """The answer with this fault, up to the end of the first attempt."""
        model = OpenAIModel(api_key=None, base_url=f"{self._base}/v1", name=fault)
        now = datetime.now(UTC)
        said: list[float] = []
        for part in respond(_TOLD, case=Case("", "", now), desk=Desk(now, Forgetful(), model)):
            said += [time.monotonic()] if isinstance(part, Said) else []
            if isinstance(part, Attempted):
                break
        with urlopen(f"{self._base}/heard") as told:
            heard: dict[str, Any] = json.load(told)
        whole = heard["sent"][_piece_of(_FIRST, fault) - 1]
        certain = _WRONG[fault] + (
            '"' if fault == "draft" else ""
        )  # a line of a draft ends with its quote mark
        wrong = _piece_of(certain, fault)
        return Run(whole - heard["asked"], said[0] - heard["asked"], len(heard["sent"]) - wrong)


def _piece_of(words: str, fault: str) -> int:
    """How many pieces it takes until these words are whole."""
    return -(-(ANSWERS[fault].index(words) + len(words)) // PIECE)


@dataclass(slots=True)
class _Heard:
    """When the last answer was asked for, and when each of its pieces went out."""

    asked: float = 0.0
    sent: list[float] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    """Streams the answer, or tells what was sent."""

    heard = _Heard()
    pace = 0.0

    def do_GET(self) -> None:
        """What was sent last, as JSON."""
        self._head("application/json")
        self.wfile.write(json.dumps({"asked": self.heard.asked, "sent": self.heard.sent}).encode())

    def do_POST(self) -> None:
        """The answer, piece by piece, until the other side hangs up."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = ANSWERS[asked["model"]]
        type(self).heard = heard = _Heard(time.monotonic())
        self._head("text/event-stream")
        try:
            for at in range(0, len(answer), PIECE):
                time.sleep(self.pace)
                choice = {"index": 0, "delta": {"content": answer[at : at + PIECE]}, "finish_reason": None}
                # Noted before it is written: the other side may show it before this thread runs again.
                heard.sent.append(time.monotonic())
                self.wfile.write(f"data: {json.dumps({'choices': [choice]})}\n\n".encode())
        except OSError:
            heard.sent.pop()

    def _head(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged."""


def _serve(pace: float) -> None:
    _Handler.pace = pace
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    _serve(float(sys.argv[1]))
