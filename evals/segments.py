"""Takes a prompt apart into named segments, so that a recording can say which part of what was sent has changed."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from coach.model import Prompt, Role

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_MATERIAL = re.compile(r"\A【([^】\n]+)】")

NAMES: Mapping[str, str] = {
    "話し方の約束": "principles",
    "いまの段階": "stage rules",
    "決まっていること": "plan",
    "届いた言葉から読めること": "signs",
    "避けること": "to avoid",
    "文面": "drafts",
    "自分の言葉を活かす": "keeping their own words",
    "資料の読み方": "how to read material",
    "答えの形": "shape",
    "これまでの相談": "history",
    "相手から届いた言葉": "their words",
    "相手が好きだと話していたもの": "interests",
    "相談": "user's words",
    "この人の下書き": "own draft",
    "書き直しの希望": "wish",
    "この人が前に選んだ文面": "style samples",
    "すでに見せた文面": "shown before",
    "すでに伝えた言葉": "said before the fault",
}
"""What the headings of `prompts/` are called in reports; an unknown heading is called by itself."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A named piece of what is sent."""

    name: str
    text: str

    @property
    def digest(self) -> str:
        """Twelve hex digits that stand for the text."""
        return digest(self.text)


def digest(text: str) -> str:
    """Twelve hex digits of a text."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def segments(prompt: Prompt) -> tuple[Segment, ...]:
    """Everything that a prompt sends, in order: persona, rules by heading, each piece of material, the schema."""
    found = [s for message in prompt.messages for s in _of_message(message.role, message.content)]
    if prompt.schema is not None:
        found.append(Segment("schema", json.dumps(prompt.schema, ensure_ascii=False, sort_keys=True)))
    return tuple(_numbered(found))


def request_key(found: Iterable[Segment], *, model: str) -> str:
    """The key over everything that is sent: the model asked and every segment with its name, in order."""
    sent = {"model": model, "segments": [[s.name, s.digest] for s in found]}
    return sha256(json.dumps(sent, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:24]


def changed(before: Iterable[tuple[str, str]], now: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The names of the segments that differ between two lists of (name, digest): edited, new, gone or moved."""
    old, new = dict(before), dict(now)
    names = [n for n in (*new, *(n for n in old if n not in new)) if old.get(n) != new.get(n)]
    if not names and list(old) != list(new):
        return ("order",)
    return tuple(names)


def _of_message(role: Role, content: str) -> Iterator[Segment]:
    if role is Role.SYSTEM:
        yield from _of_system(content)
        return
    heading = _MATERIAL.match(content)
    if heading:
        yield Segment(NAMES.get(heading[1], heading[1]), content)
    else:
        # Our own closing words: the request to answer, or what did not hold the first time.
        yield Segment("findings" if "次の点" in content else "close", content)


def _of_system(content: str) -> Iterator[Segment]:
    headings = list(_HEADING.finditer(content))
    yield Segment("persona", content[: headings[0].start() if headings else len(content)])
    for this, following in zip(headings, [*headings[1:], None], strict=True):
        end = following.start() if following else len(content)
        yield Segment(NAMES.get(this[1], this[1]), content[this.start() : end])


def _numbered(found: Iterable[Segment]) -> Iterator[Segment]:
    """Two segments of one name are told apart by a number."""
    count: dict[str, int] = {}
    for segment in found:
        count[segment.name] = count.get(segment.name, 0) + 1
        nth = count[segment.name]
        yield Segment(f"{segment.name} {nth}", segment.text) if nth > 1 else segment
