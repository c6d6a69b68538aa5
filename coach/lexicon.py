"""Named families of words from ``coach/rules/*.yaml``, each with the examples it must and must not match.

A family whose own examples fail does not load: a wrong pattern stops the program at start, not a reading later.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from guardrails.vocabulary import Span

RULES = Path(__file__).with_name("rules")
_JOINED = re.compile(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with widths, case and blanks between Japanese letters evened out, and the way back.

    ``at[i]`` is the offset in ``original`` of the letter ``text[i]``; ``at[len(text)]`` is the end.
    """

    original: str
    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original words behind ``text[start:end]``, without blanks around them."""
        first, last = self.at[start], self.at[end]
        piece = self.original[first:last]
        first += len(piece) - len(piece.lstrip())
        last = first + len(piece.strip())
        return Span(first, last, self.original[first:last])


_VOICED = re.compile(
    r"(?<=で)ぎ(?!り)[だで]?|(?<=[だたるいねえん])がら|(?<=出)がげ|(?<=行)[ぎぐげ]|(?<=[^旅銀流飛一二三]行)が(?=ね|れ|いね)|(?<=好)ぎ"
    r"|つぎ(?=[あ合][うっいえわ])|(?<=し)ぐ(?:(?=ね)|で)|(?<=[わら]れ)だ|(?<=友達)ど(?=し)"
)
"""Words of the north with the か and た rows voiced inside (でぎだがら, 行げね, 忙しぐで), where standard speech has no such word."""
_UNVOICED = str.maketrans("がぎぐげごだぢづでど", "かきくけこたちつてと")


_KYUSHU_WISH = re.compile(
    r"(?:(?<=[きぎちにびみり])|(?<=[会逢誘言思買歌笑使]い))たか(?![ったもどわ分な]|どうか)|(?<=し)たか(?=[。!…〜]|$|けん|とよ|ばってん|っ?ちゃ)"
)
"""A wish of the south (会いたか, 雑談したかけん), where a standard verb would have no た: 会ったか. し alone is both."""


def fold(text: str) -> Folded:
    """Even out a text so that one pattern meets all its spellings."""
    letters: list[str] = []
    at: list[int] = []
    blanks = {i for m in _JOINED.finditer(text) for i in range(*m.span())}
    skip = False
    for i, letter in enumerate(text):
        if skip or i in blanks:
            skip = False
            continue
        mark = text[i + 1 : i + 2]
        skip = mark in ("\uff9e", "\uff9f")
        for out in letter if letter in "…‥" else unicodedata.normalize("NFKC", letter + skip * mark).lower():
            letters.append(out)
            at.append(i)
    even = _VOICED.sub(lambda m: m[0].translate(_UNVOICED), "".join(letters))
    even = _KYUSHU_WISH.sub("たい", even)
    return Folded(text, even, (*at, len(text)))


_ENDS = "。!?\n"


@dataclass(frozen=True, slots=True)
class Family:
    """Words that do the same job. ``source`` names the article rule they serve.

    Where ``unless`` is found in the same sentence, they do not.
    """

    name: str
    source: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def find(self, text: str) -> re.Match[str] | None:
        """The first place in a folded text, or None."""
        return next(self.every(text), None)

    def every(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in a folded text."""
        found = self.pattern.finditer(text)
        return found if self.unless is None else (m for m in found if not self._unless_here(text, m))

    def _unless_here(self, text: str, found: re.Match[str]) -> bool:
        start = max(text.rfind(mark, 0, found.start()) for mark in _ENDS) + 1
        ends = (text.find(mark, found.end()) for mark in _ENDS)
        end = min((at for at in ends if at >= 0), default=len(text))
        return self.unless is not None and self.unless.search(text, start, end) is not None


class RuleError(ValueError):
    """A rule file is malformed or a family fails its own examples."""


def _family(name: str, entry: dict[str, Any], slots: dict[str, str], *, folded: bool) -> Family:
    joined, unless = "|".join(entry["any"]), entry.get("unless", "")
    for slot, words in slots.items():
        joined, unless = (pattern.replace(f"<{slot}>", f"(?:{words})") for pattern in (joined, unless))
    family = Family(name, entry["source"], re.compile(joined), re.compile(unless) if unless else None)
    missed = [
        words for words in entry.get("yes", []) if not family.find(fold(words).text if folded else words)
    ]
    caught = [words for words in entry.get("no", []) if family.find(fold(words).text if folded else words)]
    if missed or caught:
        raise RuleError(f"{name}: does not match {missed!r}, matches {caught!r}")
    return family


@cache
def lexicon(name: str) -> dict[str, Family]:
    """The families of ``rules/<name>.yaml``. Raises RuleError when one fails its examples.

    A slot is one pattern or a list of words, any of which will do; it may use the slots above it. Where the file says
    ``meets: typed``, its patterns meet the text as it was typed, and its examples do, too. Everything is a string: to the
    usual loader of YAML the keys ``yes`` and ``no`` are true and false, and no example would ever be looked at.
    """
    entries = yaml.load((RULES / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    folded = entries.pop("meets", "folded") == "folded"
    given = entries.pop("slots", {})
    slots = {slot: words if isinstance(words, str) else "|".join(words) for slot, words in given.items()}
    for slot, words in slots.items():
        for earlier, known in slots.items():
            if earlier == slot:
                break
            words = words.replace(f"<{earlier}>", f"(?:{known})")
        slots[slot] = words
    return {key: _family(f"{name}.{key}", entry, slots, folded=folded) for key, entry in entries.items()}
