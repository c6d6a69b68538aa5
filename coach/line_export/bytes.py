"""Bytes to text: UTF-8 as LINE writes it, and what people's editors make of it; everything else is named."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from coach.line_export.parts import Refusal, RefusalClass

LARGEST = 64 * 1024 * 1024
_SAMPLE = 256 * 1024

_MAGIC: tuple[tuple[bytes, RefusalClass], ...] = (
    (b"PK\x03\x04", RefusalClass.ZIP),
    (b"PK\x05\x06", RefusalClass.ZIP),
    (b"\x1f\x8b", RefusalClass.ZIP),
    (b"7z\xbc\xaf\x27\x1c", RefusalClass.ZIP),
    (b"Rar!", RefusalClass.ZIP),
    (b"%PDF", RefusalClass.BINARY),
    (b"\x89PNG", RefusalClass.BINARY),
    (b"\xff\xd8\xff", RefusalClass.BINARY),
    (b"GIF8", RefusalClass.BINARY),
    (b"SQLite format 3", RefusalClass.BINARY),
    (b"bplist00", RefusalClass.BINARY),
    (b"{\\rtf", RefusalClass.BINARY),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_RESAVED = ("cp932", "euc_jp", "gb18030", "big5", "cp949", "cp874")
# UTF-8 that was read as Latin-1 or Windows-1252, and as Shift_JIS.
_AS_LATIN = re.compile(
    "[\u00c3\u00c2\u00e2-\u00ef\u00f0][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122\ufffd]"
)
_AS_JAPANESE = re.compile("[縺繧繝]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the codec it was in, how many characters were broken, and whether the end is cut off."""

    text: str
    encoding: str
    broken: int = 0
    cut: bool = False


def decode(data: bytes, *, known: Callable[[str], bool]) -> Decoded:
    """The text of ``data``; ``known`` says whether a text shows a title or a date line.

    Codecs other than UTF-8 are only believed where ``known`` agrees. Raises Refusal: empty, too large, zip,
    binary, encoding.
    """
    if not data or data.isspace():
        raise Refusal(RefusalClass.EMPTY)
    if len(data) > LARGEST:
        raise Refusal(RefusalClass.TOO_LARGE)
    for magic, refusal in _MAGIC:
        if data.startswith(magic):
            raise Refusal(refusal)
    decoded = _decode(data, known)
    sample = decoded.text[:_SAMPLE]
    if not sample.strip("\ufeff\u200b \t\r\n"):
        raise Refusal(RefusalClass.EMPTY)
    if len(_CONTROL.findall(sample)) > len(sample) // 200:
        raise Refusal(RefusalClass.BINARY)
    if _garbled(sample):
        raise Refusal(RefusalClass.ENCODING)
    return decoded


def _decode(data: bytes, known: Callable[[str], bool]) -> Decoded:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _lenient(data, codec)
    if b"\x00" in data:
        return _without_mark(data, known)
    if b"\x1b$" in data[:_SAMPLE]:
        return _escaped(data, known)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3 and known(data[:_SAMPLE].decode("utf-8", "ignore")):
            return Decoded(data[: error.start].decode(), "utf-8", cut=True)
    return _resaved(data, known)


def _lenient(data: bytes, codec: str) -> Decoded:
    """Broken pieces become U+FFFD and are counted: the rest of a talk is worth having."""
    text = data.decode(codec, "replace").removeprefix("\ufeff")
    return Decoded(text, codec, broken=text.count("\ufffd"))


def _without_mark(data: bytes, known: Callable[[str], bool]) -> Decoded:
    """NUL bytes: UTF-16 without a mark, a stray NUL in UTF-8, or no text at all."""
    for codec in ("utf-16-le", "utf-16-be"):
        if known(data[:_SAMPLE].decode(codec, "ignore")):
            return _lenient(data, codec)
    if data.count(b"\x00") <= len(data) // 1000 and known(data[:_SAMPLE].decode("utf-8-sig", "ignore")):
        return _lenient(data, "utf-8")
    raise Refusal(RefusalClass.BINARY)


def _escaped(data: bytes, known: Callable[[str], bool]) -> Decoded:
    text = data.decode("iso2022_jp", "replace")
    if not known(text[:_SAMPLE]):
        raise Refusal(RefusalClass.ENCODING)
    return Decoded(text, "iso2022_jp", broken=text.count("\ufffd"))


def _resaved(data: bytes, known: Callable[[str], bool]) -> Decoded:
    """The codec in which most of the sample reads as everyday writing."""
    end = data.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE
    sample = data[:end]
    damaged = sample.decode("utf-8-sig", "replace")
    if known(damaged) and damaged.count("\ufffd") * 4 < len(re.findall("[^\x00-\x7f]", damaged)):
        return _lenient(data.removeprefix(b"\xef\xbb\xbf"), "utf-8")
    best: tuple[float, str] | None = None
    for codec in _RESAVED:
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        if known(text) and (best is None or _everyday(text) > best[0]):
            best = (_everyday(text), codec)
    if best is None:
        raise Refusal(
            RefusalClass.ENCODING
            if sum(b > 127 or b < 9 for b in sample) * 3 < len(sample) * 2
            else RefusalClass.BINARY
        )
    return _lenient(data, best[1])


def _everyday(text: str) -> float:
    """Share of kana, common ideographs, Hangul and Thai among what is not ASCII; half-width kana count against."""
    other = re.findall("[^\x00-\x7f]", text)
    good = re.findall("[\u3001-\u30ff\u4e00-\u9fff\uac00-\ud7a3\u0e00-\u0e7f\uff01-\uff5e]", text)
    kana = re.findall("[\u3041-\u30ff]", text)
    bad = re.findall("[\uff61-\uff9f\ue000-\uf8ff\u0080-\u00ff]", text)
    return (len(good) + len(kana) - 2 * len(bad)) / max(1, len(other))


def _garbled(sample: str) -> bool:
    """UTF-8 that was decoded as something else and saved again."""
    other = len(sample) - len(sample.encode("ascii", "ignore"))
    latin, japanese = len(_AS_LATIN.findall(sample)), len(_AS_JAPANESE.findall(sample))
    return (latin >= 4 and latin * 5 > other) or (japanese >= 6 and japanese * 5 > other)
