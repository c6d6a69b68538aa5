"""A model's reading where the rules were unsure: a request of its own, whose every claim must quote the message."""

import re
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError

from coach.answering.attempt import Attempted, Sending, Waiting
from coach.answering.partial_json import JsonReader, Value
from coach.answering.shapes import Shape, known, plain_schema
from coach.answering.wanted import Desk
from coach.lexicon import fold, lexicon
from coach.model import Message, Model, ModelError, Prompt, Role, Usage
from coach.parts import Part
from coach.planning.strictness import completed
from coach.privacy import Masked, mask, unmask
from coach.prompts import render
from coach.situation import Reading, Sign, SignId
from coach.story.memory import Case
from coach.story.nicknames import nicknames
from guardrails.vocabulary import Span, Stage

NAME = "Reading"
_UNCLEAR = "unclear"
_LONGEST = 4000
"""Letters after which an answer that is none is left."""
_QUOTED = re.compile(r"[「『“\"]|[:：→⇒]")
StageName = Literal["declined", "alternative", "silence", "cooldown", "waiting", "closed", "unclear"]
SignName = Literal["+1", "+2", "+3", "+4", "-2", "-3", "-4", "-5"]


class SignSeen(Shape):
    """A sign and the words it was read from."""

    sign: SignName
    quote: str


class Seen(Shape):
    """What a model says of where the two stand."""

    stage: StageName
    evidence: str
    signs: tuple[SignSeen, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A model's reading with its words found in the message."""

    stage: Stage
    evidence: Span
    signs: tuple[Sign, ...]


def second_reading(
    reading: Reading, text: str, case: Case, desk: Desk
) -> Generator[Part, None, tuple[Reading, ModelError | None]]:
    """Ask the model of the desk, if there is one, where the two stand;

    Returns the reading with what may count of the answer (``strictness.completed``), and the model's trouble.
    """
    if desk.model is None or not (reading.stage or _speaks_of_two(text)):
        return reading, None
    heard = yield from _asked(text, case, desk.model)
    if heard is None or isinstance(heard, ModelError):
        return reading, heard
    found = (heard.stage, heard.evidence, heard.signs)
    return completed(reading, *found, events=case.events, today=desk.today), None


def _speaks_of_two(text: str) -> bool:
    """Whether a message is about somebody, or holds words that somebody said: nothing else is worth asking about."""
    return bool(_QUOTED.search(text) or lexicon("telling")["person"].find(fold(text).text))


def _asked(text: str, case: Case, model: Model) -> Generator[Part, None, Found | ModelError | None]:
    masked = mask((text,), names=nicknames(case))
    prompt, usage, trouble = prompt_for(masked.texts[0]), Usage(0, 0), None
    seen: Seen | None = None
    try:
        with closing(model.stream(prompt)) as pieces:
            yield Sending(prompt)
            reader, letters = JsonReader(), 0
            for piece in pieces:
                if not piece:
                    yield Waiting()
                seen, letters = seen or _seen(reader, piece), letters + len(piece)
                if seen or letters > _LONGEST:
                    break
        usage = pieces.usage
    except ModelError as error:
        trouble = error
    yield Attempted(False, (), usage, trouble.kind.value if trouble else "")
    return trouble or (located(seen, text, masked) if seen else None)


def prompt_for(masked: str) -> Prompt:
    """What is sent for a masked message."""
    words = (Message(Role.USER, render("message.j2", text=masked)), Message(Role.USER, render("close.j2")))
    return Prompt((Message(Role.SYSTEM, render("reading.j2")), *words), NAME, plain_schema(Seen))


def located(seen: Seen, text: str, masked: Masked) -> Found | None:
    """The reading with its words in the message; None where it says nothing, or rests on words that are not there."""
    evidence = _span(seen.evidence, text, masked)
    if seen.stage == _UNCLEAR or evidence is None:
        return None
    spans = ((sign.sign, _span(sign.quote, text, masked)) for sign in seen.signs)
    signs = tuple(Sign(SignId(name), span) for name, span in spans if span is not None)
    return Found(Stage(seen.stage), evidence, signs)


def _span(quote: str, text: str, masked: Masked) -> Span | None:
    """Where a quote stands in the message: it must be there word for word in what was sent, and in what was typed."""
    words = quote.strip().strip('「」『』“”"').strip()
    if not words or words not in masked.texts[0]:
        return None
    original = unmask(words, masked.table)
    start = text.find(original)
    return Span(start, start + len(original), original) if start >= 0 else None


def _seen(reader: JsonReader, piece: str) -> Seen | None:
    """The first whole document of the agreed shape that a piece completes."""
    for event in reader.feed(piece):
        if isinstance(event, Value) and event.path == ():
            try:
                return Seen.model_validate(known(event.value, plain_schema(Seen)))
            except ValidationError:
                continue
    return None
