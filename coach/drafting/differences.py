"""What changed between two versions of a message, word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from guardrails.text import view


class Change(StrEnum):
    """What became of a piece."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


_CHANGED = (("消した", Change.REMOVED), ("足した", Change.ADDED))


@dataclass(frozen=True, slots=True)
class Changed:
    """One piece of the old or the new text."""

    change: Change
    text: str


def differences(before: str, after: str) -> tuple[Changed, ...]:
    """The pieces in reading order; without the removed ones they are ``after``, without the added ``before``."""
    old, new = _words(before), _words(after)
    pieces: list[Changed] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Changed(Change.KEPT, "".join(old[a:b])))
            continue
        if a < b:
            pieces.append(Changed(Change.REMOVED, "".join(old[a:b])))
        if c < d:
            pieces.append(Changed(Change.ADDED, "".join(new[c:d])))
    return tuple(pieces)


def summary(own: str, text: str) -> str:
    """What a draft changed of the user's own line, in a sentence; "" where it is a text of its own.

    >>> summary("了解！次いつ空いてる？", "了解！")
    'あなたの言葉から変えたところ: 消した「次いつ空いてる？」'
    """
    pieces = differences(own, text)
    said = {
        change: "".join(f"「{p.text.strip()}」" for p in pieces if p.change is change and p.text.strip())
        for change in Change
    }
    kept = sum(len(p.text) for p in pieces if p.change is Change.KEPT)
    if not own or kept * 2 < min(len(own), len(text)):
        return ""
    changed = [f"{word}{said[change]}" for word, change in _CHANGED if said[change]]
    return f"あなたの言葉から変えたところ: {'、'.join(changed) or 'なし'}"


def _words(text: str) -> list[str]:
    """The words with whatever stands between them; joined they are the text."""
    words: list[str] = []
    at = 0
    for start, end in ((t.start, t.end) for s in view(text).sentences for t in s.tokens):
        if start < at:
            continue
        words += [text[at:start]] if at < start else []
        words.append(text[start:end])
        at = end
    return [word for word in (*words, text[at:]) if word]
