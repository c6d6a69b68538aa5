"""What the Batch API does with a file, here on this machine: it holds each line to the documented form and answers it."""

import json
from collections.abc import Callable, Iterable
from typing import Any

ENVELOPE = {"custom_id", "method", "url", "body"}
MOST_LETTERS = 64


def processed(
    lines: Iterable[str], answer: Callable[[dict[str, Any]], dict[str, Any]], *, broken: int = -1
) -> list[str]:
    """The output file, in another order than the input's; request number ``broken`` has expired.

    Raises:
        AssertionError: a line is not as the API's reference wants it.
    """
    rows = [json.loads(line) for line in lines]
    names = [row["custom_id"] for row in rows]
    assert len(set(names)) == len(names), "a custom id twice"
    assert len({row["body"]["model"] for row in rows}) <= 1, "one model a file"
    out = []
    for number, row in enumerate(rows):
        assert row.keys() == ENVELOPE
        assert (row["method"], row["url"]) == ("POST", "/v1/chat/completions")
        assert 0 < len(row["custom_id"]) <= MOST_LETTERS
        body = row["body"]
        assert {"stream", "stream_options"}.isdisjoint(body), "there is no streaming in a batch"
        assert all(m.keys() == {"role", "content"} for m in body["messages"])
        line: dict[str, Any] = {"id": f"batch_req_{number}", "custom_id": row["custom_id"]}
        if number == broken:
            expired = {"code": "batch_expired", "message": "This request could not be executed in time."}
            line |= {"response": None, "error": expired}
        else:
            response = {"status_code": 200, "request_id": f"req_{number}", "body": answer(body)}
            line |= {"response": response, "error": None}
        out.append(json.dumps(line, ensure_ascii=False))
    return out[::-1]
