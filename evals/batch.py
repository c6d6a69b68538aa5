"""A large suite as an OpenAI Batch file, and its answers back onto the tape: a round of answers, a round of repairs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from coach.model import ModelTrouble, Prompt, Usage
from coach.wire.complaint import Form
from evals.judge_conversation import judge_conversation
from evals.live import Task
from evals.port import Replay
from evals.problem import ProblemError
from evals.recording import Recording, Slot, State
from evals.segments import digest, request_key, segments
from evals.tape import Tape

URL = "/v1/chat/completions"


class BatchError(ProblemError):
    """A file of batch answers that cannot be used: line and problem."""


@dataclass(frozen=True, slots=True)
class Open:
    """A request that has no fresh answer."""

    slot: Slot
    prompt: Prompt


def open_requests(wanted: Iterable[Task], tape: Tape, *, model: str) -> Iterator[Open]:
    """What is not fresh. A case's repair shows only once its answer is there, so a second round follows a first."""
    for task in wanted:
        port = Replay(tape, task.log(), model=model)
        judge_conversation(task.case, port)
        for prompt, call in zip(port.log.sent, port.log.calls, strict=True):
            if call.state != State.FRESH:
                slot = Slot(task.suite.name, task.case.id, call.turn, call.attempt, task.epoch)
                yield Open(slot, prompt)
                break  # what comes after it depends on it


def requests(found: Iterable[Open], *, model: str) -> Iterator[str]:
    """One line a request, as the Batch API takes it; no streaming there, so no usage option either."""
    for request in found:
        prompt = request.prompt
        body = {
            "model": model,
            "messages": [{"role": m.role.value, "content": m.content} for m in prompt.messages],
            **Form(usage=False).extra(prompt.name, prompt.schema),
        }
        row = {"custom_id": name_of(request.slot), "method": "POST", "url": URL, "body": body}
        yield json.dumps(row, ensure_ascii=False)


def take(lines: Iterable[str], found: Iterable[Open], tape: Tape, *, model: str, on: str) -> int:
    """Put a file of answers on the tape; gives how many. Answers to what is not open any more are left out.

    Raises:
        BatchError: a line is not an answer of the Batch API.
    """
    waiting = {name_of(request.slot): request for request in found}
    taken = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            request = waiting.pop(row["custom_id"], None)
            if request is not None:
                sent = segments(request.prompt)
                recording = _recording(request, row, model=model, on=on)
                tape.add(recording, sent)
                taken += 1
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise BatchError(f"line {number}: {error!r}") from None
    return taken


def name_of(slot: Slot) -> str:
    """A slot as a custom id of at most 64 letters."""
    name = f"{slot.suite}.{slot.case}.{slot.turn}.{slot.attempt}.{slot.epoch}"
    return name if len(name) <= 64 else digest(name) + name[-52:]


def _recording(request: Open, row: dict[str, object], *, model: str, on: str) -> Recording:
    sent = segments(request.prompt)
    base = Recording(
        slot=request.slot,
        key=request_key(sent, model=model),
        segments=tuple((s.name, s.digest) for s in sent),
        asked=model,
        answered=model,
        pieces=(),
        on=on,
        parameters={"batch": True},
    )
    return _filled(base, row)


def _filled(base: Recording, row: dict[str, object]) -> Recording:
    response = row.get("response")
    if row.get("error") or not isinstance(response, dict) or response["status_code"] != 200:
        return replace(base, finish="error", error=ModelTrouble.SERVER_DOWN)
    body = response["body"]
    choice = body["choices"][0]
    usage = body.get("usage") or {}
    text = choice["message"].get("content") or ""
    error = {"length": ModelTrouble.CUT_OFF, "content_filter": ModelTrouble.FILTERED}.get(
        choice["finish_reason"]
    )
    if choice["message"].get("refusal"):
        error = ModelTrouble.REFUSED
    return replace(
        base,
        answered=body.get("model", base.asked),
        pieces=((0, text),) if text else (),
        finish="error" if error else "stop",
        error=error,
        usage=Usage(usage.get("prompt_tokens", 0), usage.get("completion_tokens", 0)),
    )
