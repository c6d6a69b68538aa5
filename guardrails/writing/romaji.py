"""Japanese written in Latin letters, back into kana: nande dame nano -> なんで だめ なの."""

import re

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_SYLLABLES = {c + v: kana for c, row in _ROWS.items() for v, kana in zip("aiueo", row, strict=True)}
_SYLLABLES |= {
    "ya": "や",
    "yu": "ゆ",
    "yo": "よ",
    "wa": "わ",
    "wo": "を",
    "shi": "し",
    "chi": "ち",
    "tsu": "つ",
}
_SYLLABLES |= {
    "fu": "ふ",
    "ji": "じ",
    "fa": "ふぁ",
    "fi": "ふぃ",
    "fe": "ふぇ",
    "fo": "ふぉ",
    "je": "じぇ",
    "she": "しぇ",
}
_GLIDES = {"ky": "き", "sy": "し", "sh": "し", "ty": "ち", "ch": "ち", "ny": "に", "hy": "ひ", "my": "み"}
_GLIDES |= {"ry": "り", "gy": "ぎ", "zy": "じ", "jy": "じ", "j": "じ", "by": "び", "py": "ぴ"}
_SYLLABLES |= {
    c + v: kana + small for c, kana in _GLIDES.items() for v, small in zip("auo", "ゃゅょ", strict=True)
}
_WORD = re.compile(r"[a-z']+")
_ALONE = {"wa": "は", "ha": "は", "e": "へ", "o": "を"}
_FEWEST = 5  # letters (nande); shorter texts are abbreviations, and names such as note


def romaji(text: str) -> list[str] | None:
    """For each character what it becomes, or None when the text is not Japanese in Latin letters.

    >>> "".join(romaji("nande dame nano?") or [])
    'なんで だめ なの?'
    """
    low = text.lower()
    if len(low) != len(text):
        return None
    latin = sum("a" <= c <= "z" for c in low)
    if latin < _FEWEST or latin < 0.7 * sum(c.isalnum() for c in low):
        return None
    parts = list(text)
    read = 0
    for word in _WORD.finditer(low):
        kana = _kana(word[0])
        if kana is not None:
            parts[word.start() : word.end()] = kana
            read += word.end() - word.start()
    return parts if read >= 0.7 * latin else None


def _kana(word: str) -> list[str] | None:
    """One entry a letter: the kana at the first letter of its syllable, "" for the rest."""
    if word in _ALONE:
        return [_ALONE[word], *[""] * (len(word) - 1)]
    out: list[str] = []
    at = 0
    while at < len(word):
        if word[at] == "n" and (at + 1 == len(word) or word[at + 1] not in "aiueoy"):
            size, kana = (
                (2, "ん") if word[at + 1 : at + 2] in ("n", "'") and at + 2 >= len(word) else (1, "ん")
            )
        elif at + 1 < len(word) and word[at] == word[at + 1] and word[at] in "kstpgdbcjz":
            size, kana = 1, "っ"
        else:
            left = len(word) - at
            size = next((n for n in (3, 2, 1) if n <= left and word[at : at + n] in _SYLLABLES), 0)
            if not size:
                return None
            kana = _SYLLABLES[word[at : at + size]]
        out += [kana, *[""] * (size - 1)]
        at += size
    return out
