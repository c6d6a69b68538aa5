"""Numbers and addresses that a text tells to call or to open, and that the catalogue of helplines does not have."""

import re
import unicodedata
from collections.abc import Iterable

from guardrails.helplines import catalogue, dialled, known_numbers
from guardrails.vocabulary import Span

_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_DASH = r"[-‐‑–—−ー\s.()・の]"
_LONG = re.compile(rf"#?\d(?:{_DASH}{{0,2}}\d){{5,}}")
_SHORT = re.compile(
    r"#\d{3,}|(?<![\d第])\d{3,5}(?=番(?!目|線|組|地|号))|(?<!\d)\d{3,5}(?=(?:番)?(?:に|へ)(?:も|すぐ|まず)?(?:電話|ダイヤル|かけ|相談|連絡|通報))"
)
_NOT_DIALLED = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d+(?:円|人|件|字|文字|歩)")
_WEB = re.compile(
    r"https?://[^\s」』)）、。]+|(?<![\w@.-])[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:jp|com|net|org|info|me|io|app|ne|co)(?![\w])(?:/[^\s」』)）、。]*)?|[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,20}"
)


def unknown_numbers(text: str) -> tuple[Span, ...]:
    """Telephone numbers that are not in the catalogue, in digits of any width or in kanji.

    >>> [n.text for n in unknown_numbers("0120-000-123へ。危ないときは110番へ。")]
    ['0120-000-123']
    """
    plain = "".join(_one_wide(c) for c in text)
    dates = [m.span() for m in _NOT_DIALLED.finditer(plain)]
    found = []
    for source in (plain, plain.translate(_KANJI_DIGITS)):
        long = list(_LONG.finditer(source))
        whole = [*dates, *(m.span() for m in long)]  # the end of a long number is none of its own
        short = [m for m in _SHORT.finditer(source) if not _lies_in(m, whole)]
        for match in (*(m for m in long if not _lies_in(m, dates)), *short):
            if dialled(match[0]) not in known_numbers():
                found.append(_span(text, match))
    return tuple(dict.fromkeys(found))


def _lies_in(match: re.Match[str], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in spans)


def unknown_addresses(text: str) -> tuple[Span, ...]:
    """Addresses of the web and of mail that are not in the catalogue."""
    known = {line.web.rstrip("/") for line in catalogue() if line.web}
    plain = "".join(_one_wide(c) for c in text)
    return tuple(_span(text, m) for m in _WEB.finditer(plain) if m[0].rstrip("/") not in known)


def is_number(text: str) -> bool:
    """Whether a text is nothing but a number to call: in quotation marks it is no message.

    >>> is_number("#8008"), is_number("8時に")
    (True, False)
    """
    plain = "".join(_one_wide(c) for c in text).strip()
    return bool(re.fullmatch(rf"#?\d(?:{_DASH}{{0,2}}\d){{2,}}番?", plain))


def _span(text: str, match: re.Match[str]) -> Span:
    return Span(match.start(), match.end(), text[match.start() : match.end()])


def _one_wide(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char
