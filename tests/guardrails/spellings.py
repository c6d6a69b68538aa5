"""Ways to write the same Japanese with other characters: none of them changes what a message says."""

import re
import unicodedata
from collections.abc import Callable

from guardrails.text import reading, view


def between(mark: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?<=[ぁ-んァ-ヶ一-龠])(?=[ぁ-んァ-ヶ一-龠])", mark, text)


def inside_a_word(mark: str) -> Callable[[str], str]:
    def put(text: str) -> str:
        words = [t for s in view(text).sentences for t in s.tokens if len(t.surface) > 1]
        if not words:
            return text
        word = words[len(words) // 2]
        at = word.start + len(word.surface) // 2
        return text[:at] + mark + text[at:]

    return put


def katakana(text: str) -> str:
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


HALF = dict(
    zip(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー。、",
        "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ｡､",
        strict=True,
    )
)


def half_width(text: str) -> str:
    plain = unicodedata.normalize("NFD", katakana(text))
    return "".join(HALF.get(c, {"\u3099": "ﾞ", "\u309a": "ﾟ"}.get(c, c)) for c in plain)


SPELLINGS: dict[str, Callable[[str], str]] = {
    "katakana": katakana,
    "half-width kana": half_width,
    "full-width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
    "kana only": lambda t: "\n".join(reading(line) for line in re.split(r"\n", t)),
    "spaced out": between(" "),
    "zero-width inside": between("\u200b"),
    "emoji inside": inside_a_word("😭"),
    "line break inside": inside_a_word("\n"),
    "stretched": lambda t: re.sub(r"([ぁ-ん])(?=[、。!?！？]|$)", r"\1ーーー", t),
    "drawled": lambda t: t + "〜〜〜",
    "laughing": lambda t: t + "ｗｗ",
    "emoji after": lambda t: t + "😅💦",
    "small kana": lambda t: t.translate(str.maketrans("あいうえおわ", "ぁぃぅぇぉゎ")),
    "space inside": inside_a_word(" "),
    "repeated marks": lambda t: re.sub(r"([?？!！])", r"\1\1\1", t),
}
