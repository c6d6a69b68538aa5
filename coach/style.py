"""A wish for another wording, understood without an LLM: shorter, softer, polite, casual, no emoji, another one."""

import re
import unicodedata
from dataclasses import replace
from enum import StrEnum

from coach.parts import Draft, Kind
from coach.situation import Register


class Style(StrEnum):
    """The wishes that need no LLM."""

    SHORTER = "shorter"
    SOFTER = "softer"
    POLITE = "polite"
    CASUAL = "casual"
    NO_EMOJI = "no_emoji"
    ANOTHER = "another"


_WISHES: dict[Style, re.Pattern[str]] = {
    Style.SHORTER: re.compile(r"短|みじか|簡潔|あっさり|ひとこと|一言|シンプル|コンパクト"),
    Style.SOFTER: re.compile(r"や[わさ]らか|柔らか|優し|あたたか|温か|ふんわり"),
    Style.POLITE: re.compile(r"敬語|丁寧|ていねい|です・?ます|フォーマル|かしこま"),
    Style.CASUAL: re.compile(r"タメ口|ため口|タメ語|くだけ|カジュアル|フランク|友達っぽ"),
    Style.NO_EMOJI: re.compile(
        r"(?:絵文字|顔文字|スタンプ).{0,6}(?:な[しくい]|ぬき|抜|外|はず|消|取|けず|削|いら|減|やめ)"
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
    return Register.CASUAL if Style.CASUAL in styles else register


def without_emoji(draft: Draft) -> Draft:
    """The same draft with pictographs taken out; pieces left empty go."""
    pieces = (replace(piece, text=_plain(piece.text)) for piece in draft.pieces)
    return replace(draft, pieces=tuple(piece for piece in pieces if piece.text))


def _plain(text: str) -> str:
    kept = (
        c for c in text if not (unicodedata.category(c) in ("So", "Sk") or ord(c) in (0x200D, 0xFE0E, 0xFE0F))
    )
    return "".join(kept).rstrip(" ")
