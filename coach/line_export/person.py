"""Display names: the marks around them, their spellings, and the names LINE gives those who left."""

import re
import unicodedata

_INVISIBLE = "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_EDGES = re.compile(rf"^[{_INVISIBLE}]+|[{_INVISIBLE}]+$")
GONE = frozenset(
    {"Unknown", "unknown", "Unbekannt", "不明", "メンバーがいません", "沒有成員", "没有成员", "알 수 없음"}
)


def clean_name(name: str) -> str:
    """A display name without the invisible marks that some phones wrap it in."""
    return _EDGES.sub("", name)


def same_name(one: str, two: str) -> bool:
    """Whether two spellings are one name: file systems change the composition and some signs."""
    return _comparable(one) == _comparable(two)


def _comparable(name: str) -> str:
    return re.sub(r'[\\/:*?"<>|]', "_", unicodedata.normalize("NFC", clean_name(name))).strip()
