"""What a hunch and the proposal of the stage are taught with: a labelled text as its features."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guardrails.advising.advised import offered_drafts
from guardrails.advising.quotes import framed
from guardrails.hearing.hunch import Signs
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


def lessons(path: Path, *, cut_quotes: bool, hear: Signs, part: Callable[[str], str] = str) -> list[Lesson]:
    """Read a file of texts; ``part`` of each teaches, if there is any. A label ``x@declined`` has the stage as a sign.

    With ``cut_quotes`` only the words around a quoted message teach, and nothing where that message alone is wrong.
    """
    found = []
    for line in path.read_text("utf-8").splitlines():
        source, label, text = line.split("\t")
        text = text.replace("\\n", "\n")
        cut = framed(text)
        if cut_quotes and label == "ng" and any(offered_drafts(cut, None, "")):
            continue
        seen = view(part(cut.frame if cut_quotes else text))
        if not seen.sentences:
            continue
        label, _, stage = label.partition("@")
        told = (stage_sign(stage),) if stage else ()
        found.append(Lesson(source, label, tuple(features(seen)), (*told, *hear(seen))))
    return found
