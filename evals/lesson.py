"""What a hunch and the proposal of the stage are taught with: a labelled text as its features."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guardrails.advising.advised import offered_drafts
from guardrails.advising.quotes import framed
from guardrails.advising.sound import going_on
from guardrails.hearing.hunch import Signs, Wording
from guardrails.hearing.wording import features
from guardrails.text import view
from guardrails.wishes.sound import stage_sign


@dataclass(frozen=True, slots=True)
class Lesson:
    """One text: who wrote it, its label, its features, and the signs in it."""

    source: str
    label: str
    names: tuple[str, ...]
    signs: tuple[str, ...]


BAD = re.compile(r"⟦([^⟧]*)⟧")
"""The part of a text that earns it its label; without any, that is the whole text."""


def lessons(
    path: Path, *, hear: Signs, part: Callable[[str], str] = str, wording: Wording = features
) -> list[Lesson]:
    """Read a file of texts; ``part`` of each teaches, if there is any. A label ``x@declined`` has the stage as a sign."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        source, label, text = line.split("\t")
        seen = view(part(text.replace("\\n", "\n")))
        if not seen.sentences:
            continue
        label, _, stage = label.partition("@")
        told = (stage_sign(stage),) if stage else ()
        found.append(Lesson(source, label, tuple(wording(seen)), (*told, *hear(seen))))
    return found


def sentence_lessons(path: Path, *, hear: Signs, wording: Wording) -> list[Lesson]:
    """Read a file of words to the user; each sentence teaches alone, without the messages quoted in it.

    In a text with the label ``ng`` the sentences that earn it stand in ⟦ ⟧ where there are others; the others are ``ok``.
    A sentence whose only fault is the message it hands on teaches nothing.

    Raises:
        ValueError: several sentences are ``ng`` together, and nothing says which.
    """
    found = []
    for line in path.read_text("utf-8").splitlines():
        source, label, text = line.split("\t")
        marked = text.replace("\\n", "\n")
        bad = [(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(BAD.finditer(marked))]
        cut = framed(BAD.sub(r"\1", marked))
        own = view(going_on(cut.frame))
        if label == "ng" and not bad and len(own.sentences) > 1:
            raise ValueError(f"which sentence is it? {text}")
        handed = [f.span for f in offered_drafts(cut, None, "")]
        for one in own.sentences:
            is_bad = label == "ng" and (not bad or any(s < one.end and one.start < e for s, e in bad))
            seen = view(own.original[one.start : one.end])
            names = tuple(wording(seen))
            if names and not (is_bad and any(one.start < h.end and h.start <= one.end for h in handed)):
                found.append(Lesson(source, "ng" if is_bad else "ok", names, (*hear(seen),)))
    return found
