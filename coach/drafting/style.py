"""A wish for another wording, as it is understood without an LLM: its style, and the kind and register that go with it."""

import re
import unicodedata
from enum import StrEnum

from coach.parts import Kind
from coach.situation import Register


class Style(StrEnum):
    """The wishes that need no LLM."""

    SHORTER = "shorter"
    SOFTER = "softer"
    POLITE = "polite"
    CASUAL = "casual"
    NO_EMOJI = "no_emoji"
    DIALECT = "dialect"
    WAY_OUT = "way_out"
    ANOTHER = "another"


_WISHES: dict[Style, re.Pattern[str]] = {
    Style.SHORTER: re.compile(r"短|みじか|簡潔|あっさり|(?:ひとこと|一言)(?!を)|シンプル|コンパクト"),
    Style.SOFTER: re.compile(r"や[わさ]らか|柔らか|優し|あたたか|温か|ふんわり"),
    Style.POLITE: re.compile(r"敬語|丁寧|ていねい|です・?ます|フォーマル|かしこま"),
    Style.CASUAL: re.compile(r"タメ口|ため口|タメ語|くだけ|カジュアル|フランク|友達っぽ"),
    Style.NO_EMOJI: re.compile(
        r"(?:絵文字|顔文字|スタンプ).{0,6}(?:な[しくい]|ぬき|抜|外|はず|消|取|けず|削|いら|減|やめ)"
    ),
    Style.DIALECT: re.compile(r"方言|関西|大阪弁|京都弁|博多|福岡弁"),
    Style.WAY_OUT: re.compile(
        r"断り(?:道|やす)|逃げ道|断れる(?:一言|ひとこと|余地)|返(?:信|事)(?:は|を)?(?:気にし|求め|いら)な"
    ),
    Style.ANOTHER: re.compile(
        r"別の(?:案|言い方|もの|やつ)|他の(?:案|言い方)|ほかの(?:案|言い方)|違う(?:案|言い方)|もう一[度回](?:作|書|考え|出|お願い)|作り直"
    ),
}
_WISH_LENGTH = 40  # a longer message tells something new; it is not only a wish about the wording


def styles_of(wish: str) -> tuple[Style, ...]:
    """The styles a wish asks for, in a fixed order; empty when only an LLM could follow it."""
    plain = unicodedata.normalize("NFKC", wish)
    return tuple(style for style, pattern in _WISHES.items() if pattern.search(plain))


def is_wish(text: str) -> bool:
    """Whether a chat message, said after drafts were shown, only asks for another wording."""
    return len(text.strip()) <= _WISH_LENGTH and "「" not in text and bool(styles_of(text))


def kind_for(styles: tuple[Style, ...], kind: Kind) -> Kind:
    """The kind of draft that the styles ask for."""
    if Style.SHORTER in styles:
        return Kind.SHORT
    return Kind.WARM if Style.SOFTER in styles else kind


def register_for(styles: tuple[Style, ...], register: Register) -> Register:
    """The register that the styles ask for."""
    if Style.POLITE in styles:
        return Register.POLITE
    return Register.CASUAL if {Style.CASUAL, Style.DIALECT} & set(styles) else register
