"""Characters: a text without width, decoration and line noise, each with its place in the original."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from guardrails.writing.romaji import romaji

SOFT = " "
"""Stands for a place where a sentence may end: a space, an emoji, a kaomoji, laughter."""
LINE = "\n"
"""Stands for a line break, a likelier end."""

_ELONGATION = frozenset("ー〜~—―─‐–ｰ")
_DAKUTEN, _HANDAKUTEN = "\u3099", "\u309a"
_VOICING = dict.fromkeys((_DAKUTEN, "ﾞ", "゛"), _DAKUTEN) | dict.fromkeys((_HANDAKUTEN, "ﾟ", "゜"), _HANDAKUTEN)
_HAS_VOICING = re.compile("[" + "".join(_VOICING) + "]")
_LATIN = re.compile(r"[a-zA-Z]{2}")
_KAOMOJI = re.compile(
    r"[(（](?=[^()（）]{0,14}[^\w\s()（）、。!?！？・:：/.%~〜＝=-])[^()（）\n一-龠]{1,14}[)）]"
    r"[ノﾉﾞ゛シｼbo]*(?![ぁ-んァ-ヶ一-龠])"
)
_LAUGH = re.compile(
    r"(?<=[ぁ-んァ-ヶー一-龠!?！？。〜~])[wｗWＷ]+(?![a-zA-Z])|[(（](?:笑|爆笑|汗|泣|涙|照|苦笑|嘘|爆)+[)）]"
    r"|(?<=[ぁ-んァ-ヶー!?！？。〜~])[笑草泣汗](?=$|[\s。!！?？、☆♪\u2600-\u27bf\U0001f000-\U0001faff])"
)
_MAY_SMILE = re.compile(r"[(（wｗWＷ笑草泣汗]")
_MAY_BE_UNUSUAL = re.compile("[a-zA-Z(（ｗＷ笑草泣汗" + "".join(_VOICING) + "]")
"""One look for what most messages have none of."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A cleaned text; character ``i`` came from ``original[starts[i]:ends[i]]``."""

    chars: str
    starts: Sequence[int]
    ends: Sequence[int]


class _Plain(dict[str, str]):
    """What one character of a text becomes: "" gone, ``SOFT`` or ``LINE`` a possible break."""

    def __missing__(self, char: str) -> str:
        plain = self[char] = _plain(char)
        return plain


def _plain(char: str) -> str:
    if char in "\n\r\u2028\u2029\x0b\x0c\x85":
        return LINE
    if char in "❓❔¿؟":
        return "?"
    if char in "❗❕¡":
        return "!"
    if char in "…‥":
        return "…"
    category = unicodedata.category(char)
    if category == "Zs" or char == "\t":
        return SOFT
    if category in ("Cc", "Cf", "Cs", "Mn", "Me"):
        return ""
    if category in ("So", "Sk", "Cn", "Co") and not _is_letter(char):
        return SOFT
    if char in _ELONGATION:
        return "ー"
    plain = unicodedata.normalize("NFKC", char).lower()
    return "ー" if any(c in _ELONGATION for c in plain) else "".join(c for c in plain if not c.isspace())


def _is_letter(char: str) -> bool:
    """Whether a symbol such as ㊙ or ① stands for letters."""
    plain = unicodedata.normalize("NFKC", char)
    return plain != char and any(c.isalnum() for c in plain)


_PLAIN = _Plain()


def squash(text: str) -> Letters:
    """The text as letters, sentence punctuation and possible breaks; width, case and decoration gone."""
    parts = list(map(_PLAIN.__getitem__, text))
    reach = _unusual(text, parts) if _MAY_BE_UNUSUAL.search(text) else {}
    chars = "".join(parts)
    if not reach and len(chars) == len(text) and "" not in parts:  # one for one: most messages
        return Letters(chars, range(len(chars)), range(1, len(chars) + 1))
    starts = [i for i, part in enumerate(parts) for _ in part]
    ends = [reach.get(i, i + 1) for i in starts] if reach else [i + 1 for i in starts]
    return Letters(chars, starts, ends)


def _unusual(text: str, parts: list[str]) -> dict[int, int]:
    """Change what depends on more than one character: romaji, laughter, faces, marks; gives the new ends by index."""
    kana = romaji(text) if _LATIN.search(text) else None
    if kana:
        for i, (old, new) in enumerate(zip(text, kana, strict=True)):
            if old == " " or new != old:
                parts[i] = "" if old == " " else new
    if _MAY_SMILE.search(text):
        for match in (*_KAOMOJI.finditer(text), *_LAUGH.finditer(text)):
            parts[match.start() : match.end()] = [SOFT, *[""] * (match.end() - match.start() - 1)]
    return _voice(text, parts) if _HAS_VOICING.search(text) else {}


def _voice(text: str, parts: list[str]) -> dict[int, int]:
    """Join marks such as ﾞ to the kana before them; gives the new ends by index."""
    reach: dict[int, int] = {}
    base = -1
    for i, char in enumerate(text):
        if char in _VOICING:
            parts[i] = ""
            voiced = unicodedata.normalize("NFC", parts[base] + _VOICING[char]) if base >= 0 else ""
            if len(voiced) == 1:
                parts[base], reach[base] = voiced, i + 1
        elif parts[i]:
            base = i
    return reach
