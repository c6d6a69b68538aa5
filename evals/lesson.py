"""What a hunch and the proposal of the stage are taught with: a labelled text as its features."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path

from guardrails.advising.advised import offered_drafts
from guardrails.advising.quotes import framed
from guardrails.advising.sound import going_on
from guardrails.hearing.hunch import Signs, Wording, windows
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
    path: Path,
    *,
    hear: Signs,
    part: Callable[[str], str] = str,
    wording: Wording = features,
    harmless: Container[str] | None = None,
) -> list[Lesson]:
    """Read a file of texts; ``part`` of each teaches, if there is any. A label ``x@declined`` has the stage as a sign.

    With ``harmless`` (labels) a long text teaches as it is heard, run by run, where its label is one of them or marks
    say where it earns it.
    """
    found = []
    for line in path.read_text("utf-8").splitlines():
        source, label, text = line.split("\t")
        label, _, stage = label.partition("@")
        told = (stage_sign(stage),) if stage else ()
        whole = part(text.replace("\\n", "\n"))
        for piece in [whole] if harmless is None else _taught(whole, is_harmless=label in harmless):
            seen = view(piece)
            if seen.sentences:
                found.append(Lesson(source, label, tuple(wording(seen)), (*told, *hear(seen))))
    return found


def _taught(text: str, *, is_harmless: bool) -> list[str]:
    """The pieces of a text that teach its label.

    Of a harmless one the runs that do not overlap, of one that is marked with ⟦ ⟧ those that hold the most of the marks.
    """
    bad = [(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(BAD.finditer(text))]
    plain = BAD.sub(r"\1", text)
    runs = windows(view(plain).sentences) if is_harmless or bad else []
    if len(runs) < 2:
        return [plain]
    if is_harmless:
        apart = runs[:1]
        for run in runs[1:]:
            if run[0] >= apart[-1][1]:
                apart.append(run)
        return [plain[start:end] for start, end in apart]
    held = [sum(start < e and s < end for s, e in bad) for start, end in runs]
    return [plain[start:end] for (start, end), many in zip(runs, held, strict=True) if many == max(held)]


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
