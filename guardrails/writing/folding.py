"""The folded form of letters: one spelling for what sounds or looks alike, with a way back."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guardrails.writing.letters import squash

_SMALL_VOWELS = dict(zip("ぁぃぅぇぉゎゕゖ", "あいうえおわかけ", strict=True))
_SMALL_Y = dict(zip("ゃゅょ", "やゆよ", strict=True))
_VOWEL_ROWS = {
    "あ": "あかがさざただなはばぱまやらわゃ",
    "い": "いきぎしじちぢにひびぴみり",
    "う": "うくぐすずつづぬふぶぷむゆるゔゅ",
    "え": "えけげせぜてでねへべぺめれ",
    "お": "おこごそぞとどのほぼぽもよろをょ",
}
_VOWEL = {kana: vowel for vowel, row in _VOWEL_ROWS.items() for kana in row}
_ALIKE = {"ぢ": "じ", "づ": "ず", "を": "お"}
_KEPT_SIGNS = frozenset("々/:-#\n")
_SPECIAL = "\0"
_OPEN = "\1"
_RUN = re.compile(rf"(.)\1\1|んん|っっ|\?\?|{_OPEN}")
"""What folding never leaves: where pieces folded apart meet like this, they must be folded together."""


class Folded(NamedTuple):
    """What letters fold to, and the index of the letter that each character of ``text`` was.

    ``wild``: what the first of them becomes depends on what stands before.
    """

    text: str
    kept: Sequence[int]
    wild: bool

    @property
    def piece(self) -> str:
        """The text for ``together``."""
        return _OPEN if self.wild else self.text


class _Plain(dict[str, str]):
    """What one cleaned character folds to: "" gone, ``_SPECIAL`` it depends on what is before."""

    def __missing__(self, char: str) -> str:
        c = chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char
        if c in _SMALL_VOWELS or c in _SMALL_Y or c in "っ?ー":
            plain = _SPECIAL
        elif c.isalnum() or c in _KEPT_SIGNS:
            plain = _ALIKE.get(c, c)
        else:
            plain = ""
        self[char] = plain
        return plain


_PLAIN = _Plain()


def folded(chars: str) -> Folded:
    """Kana to hiragana, small kana to full, no drawls, no repeats, of punctuation only ``?`` (and line ends).

    A ー stays after katakana: スルー is not する.
    """
    out: list[str] = []
    kept: list[int] = []
    last = before_last = ""
    wild = False
    for at, char in enumerate(chars):
        c = _PLAIN[char]
        if not c:
            continue
        if c is _SPECIAL:
            wild = wild or (not out and char not in "っッ?")
            c = _in_place(char, last, chars[at - 1] if at else "")
            if not c:
                continue
        if c == last and (c == "ん" or (c == before_last and not c.isdigit())):
            continue
        out.append(c)
        kept.append(at)
        before_last, last = last, c
    return Folded("".join(out), range(len(chars)) if len(kept) == len(chars) else kept, wild)


def together(pieces: Iterable[str]) -> str | None:
    """What pieces that follow each other fold to, or None where only folding them as one can tell."""
    whole = "".join(pieces)
    return None if _RUN.search(whole) else whole


def _in_place(char: str, last: str, previous: str) -> str:
    """What a small kana, っ, ? or ー becomes after ``last`` (folded) and ``previous`` (not folded)."""
    c = chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char
    if c == "ー":
        return c if "ァ" <= previous <= "ヶ" else ""
    if c in "っ?":
        return "" if last == c else c
    if c in _SMALL_Y:
        return c if _VOWEL.get(last) == "い" else _SMALL_Y[c]
    full = _SMALL_VOWELS[c]
    return "" if last != full and _VOWEL.get(last) == full else full


def fold(text: str) -> str:
    """The folded form of a literal, as rules are compiled with it.

    >>> fold("ナンデﾀﾞﾒ？")
    'なんでだめ?'
    """
    if _INERT.fullmatch(text) and not _REPEATED.search(text):
        return text
    return folded(squash(text).chars).text


# What folds to itself: most literals of rule files, so that they load fast.
_INERT = re.compile(
    r"(?:[あいうえおか-じすずせぜそぞただちつてでとどな-もやゆよら-ろわん一-龠0-9]|[きしちにひみりぎじびぴ][ゃゅょ]|っ(?!っ))+"
)
_REPEATED = re.compile(r"(.)\1")
