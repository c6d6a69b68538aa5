"""A model that answers what it was told to, piece by piece, and remembers what it was asked."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from coach.model import Ending, ModelError, Prompt, Usage


@dataclass
class Scripted:
    """One scripted answer under way. ``heard`` counts the characters that were asked for."""

    text: str
    size: int
    error: ModelError | None = None
    heard: int = 0
    closed: bool = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.closed or self.heard >= len(self.text):
            if self.error and not self.closed:
                raise self.error
            raise StopIteration
        piece = self.text[self.heard : self.heard + self.size]
        self.heard += len(piece)
        return piece

    def close(self) -> None:
        self.closed = True

    @property
    def usage(self) -> Usage:
        return Usage(0, self.heard, estimated=True)

    @property
    def ending(self) -> Ending:
        return Ending("scripted", "stop" if self.heard >= len(self.text) else "")


@dataclass
class ScriptedModel:
    """Implements `coach.model.Model`. Each answer is a text, an error, or a text cut off by an error."""

    answers: list[str | ModelError | tuple[str, ModelError]] = field(default_factory=list)
    size: int = 7
    name: str = "scripted"
    asked: list[Prompt] = field(default_factory=list)
    given: list[Scripted] = field(default_factory=list)

    def stream(self, prompt: Prompt) -> Scripted:
        self.asked.append(prompt)
        answer = self.answers.pop(0)
        if isinstance(answer, ModelError):
            raise answer
        text, error = answer if isinstance(answer, tuple) else (answer, None)
        self.given.append(Scripted(text, self.size, error))
        return self.given[-1]


def answer(
    *drafts: tuple[str, list[tuple[str, str]]],
    feeling: str = "誘ったあとの断りは、こたえますね。",
    reading: str = "「仕事で難しい」とあります。気持ちまでは分かりません。",
    today: str = "短くお礼を返しましょう。",
    leave: str = "理由を聞くのはやめておきましょう。",
    question: str = "",
) -> str:
    """A whole answer of the agreed shape; a draft is its kind and its (act, line) pairs."""
    return json.dumps(
        {
            "words": {"feeling": feeling, "reading": reading, "today": today, "leave": leave},
            "drafts": [draft(kind, lines) for kind, lines in drafts],
            "question": question,
        },
        ensure_ascii=False,
    )


def draft(kind: str, lines: list[tuple[str, str]]) -> dict[str, object]:
    return {
        "kind": kind,
        "parts": [{"act": act, "text": text} for act, text in lines],
        "why": "短く、軽く受けとめる形です。",
    }


def repair(*drafts: tuple[str, list[tuple[str, str]]]) -> str:
    """The drafts asked for again, of the agreed shape."""
    return json.dumps({"drafts": [draft(kind, lines) for kind, lines in drafts]}, ensure_ascii=False)
