"""Characters: a text without width, decoration and line noise, and its folded form, each with a way back."""

import re
import unicodedata
from dataclasses import dataclass

from guardrails.romaji import romaji

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


@dataclass(frozen=True, slots=True)
class Letters:
    """A cleaned text; character ``i`` came from ``original[starts[i]:ends[i]]``."""

    chars: str
    starts: list[int]
    ends: list[int]


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
    kana = romaji(text) if _LATIN.search(text) else None
    parts = [_PLAIN[char] for char in text]
    if kana:
        spelled = zip(text, kana, parts, strict=True)
        parts = ["" if old == " " else new if new != old else part for old, new, part in spelled]
    for match in (*_KAOMOJI.finditer(text), *_LAUGH.finditer(text)):
        parts[match.start() : match.end()] = [SOFT, *[""] * (match.end() - match.start() - 1)]
    reach = _voice(text, parts) if _HAS_VOICING.search(text) else {}
    starts = [i for i, part in enumerate(parts) for _ in part]
    ends = [reach.get(i, i + 1) for i in starts] if reach else [i + 1 for i in starts]
    return Letters("".join(parts), starts, ends)


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


# --- folding ----------------------------------------------------------------------------------------------

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


class _Folded(dict[str, str]):
    """What one cleaned character folds to: "" gone, ``_SPECIAL`` it depends on what is before."""

    def __missing__(self, char: str) -> str:
        c = chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char
        if c in _SMALL_VOWELS or c in _SMALL_Y or c in "っ?ー":
            folded = _SPECIAL
        elif c.isalnum() or c in _KEPT_SIGNS:
            folded = _ALIKE.get(c, c)
        else:
            folded = ""
        self[char] = folded
        return folded


_FOLDED = _Folded()


def fold_run(chars: str) -> tuple[str, list[int]]:
    """Kana to hiragana, small kana to full, no drawls, no repeats, of punctuation only ``?`` (and line ends).

    Also gives the index in ``chars`` of each character kept. A ー stays after katakana: スルー is not する.
    """
    out: list[str] = []
    kept: list[int] = []
    last = before_last = ""
    for at, char in enumerate(chars):
        c = _FOLDED[char]
        if not c:
            continue
        if c is _SPECIAL:
            c = _in_place(char, last, chars[at - 1] if at else "")
            if not c:
                continue
        if c == last and (c == "ん" or (c == before_last and not c.isdigit())):
            continue
        out.append(c)
        kept.append(at)
        before_last, last = last, c
    return "".join(out), kept


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
    return fold_run(squash(text).chars)[0]


# What folds to itself: most literals of rule files, so that they load fast.
_INERT = re.compile(
    r"(?:[あいうえおか-じすずせぜそぞただちつてでとどな-もやゆよら-ろわん一-龠0-9]|[きしちにひみりぎじびぴ][ゃゅょ]|っ(?!っ))+"
)
_REPEATED = re.compile(r"(.)\1")
