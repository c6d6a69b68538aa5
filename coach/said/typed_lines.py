"""The lines of a message as they were typed: a time, a name and a separator in front of the words, where there are any."""

import re
from dataclasses import dataclass

from coach.said.voices import Voice, name_voice
from guardrails.vocabulary import Span

DAY = r"(?:\d{4}[/.年-])?\d{1,2}[/月.]\d{1,2}日?(?:\s*[(（][月火水木金土日][)）])?"
TIME = r"(?:午前|午後|am|pm|AM|PM)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp][Mm])?"
_STAMP = re.compile(
    rf"[\[［(（【]?\s*(?:[月火水木金土日](?:曜日?)?[ 　]+(?={TIME}))?(?:{DAY}|{TIME})(?:[\s,　]+(?:{DAY}|{TIME}))*"
    r"\s*[\]］)）】]?[ 　\t]*"
    r"|[\[［【][月火水木金土日](?:曜日?)?[\]］】][ 　\t]*"
)
_NAMED = re.compile(
    r"(?P<name>[^\s:：「」『』→⇒>＞\t。、,!！?？…=＝←↑↓\[\]]{1,12}?(?:\s*[(（][^)）\n]{1,8}[)）])?)"
    r"[ ]*(?P<sep>[:：]|→|⇒|＞|>|\t|　+|(?=[「『])| )[ \t　]*(?P<words>\S.*)"
)
_BOXED = re.compile(
    r"[〈<＜\[【(（](?P<name>[^〉>＞\]】)）\s\d:：/]{1,8})[〉>＞\]】)）][ 　]*(?P<words>[^\s「『].*)"
)
_LATE = re.compile(
    rf"(?P<name>[^\s:：「」『』→。、!！?？0-9]{{1,12}})[ 　]+(?P<stamp>(?:{DAY}[ 　]*)?{TIME})[ 　]+(?P<words>\S.*)"
)
_BRACKETS = re.compile(r"[(（][^)）]*[)）]$")
GAP = re.compile(
    r"^(?:[(（][^)）]{0,12}[)）]|(?:まだ)?(?:未返信|未送信|返信前|返事前|返(?:信|事)?(?:を|は)?(?:して(?:い)?な(?:い|し)|して(?:い)?ません|せて(?:い)?ない|まだ))|(?:返(?:信|事)は?)?まだ)$"
)
_SPLIT = re.compile(r"\n|　{2,}")


@dataclass(frozen=True, slots=True)
class Pasted:
    """One pasted line: whose it is, the words, and the day or time written beside it."""

    voice: Voice
    span: Span
    stamp: str = ""
    read_mark: bool = False


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One line: its offsets, what stands in front of its words, and how it is set off from the others."""

    start: int
    end: int
    stamp: str
    name: str
    sep: str
    words_at: int
    indented: bool
    marked: bool

    def words(self, message: str) -> str:
        """What stands behind time and name."""
        return message[self.words_at : self.end].strip()

    def whole(self, message: str) -> str:
        """The line without the blanks around it."""
        return message[self.start : self.end].strip()


def typed_lines(message: str) -> list[TypedLine]:
    """Every line of the message, in order; wide gaps divide like line breaks."""
    return [_line(message, start, end) for start, end in _cut(message)]


def plain(name: str) -> str:
    """A name without what is added in brackets."""
    return _BRACKETS.sub("", name).strip()


def _cut(message: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for m in _SPLIT.finditer(message):
        spans.append((at, m.start()))
        at = m.end()
    spans.append((at, len(message)))
    return spans


def _line(message: str, start: int, end: int) -> TypedLine:
    raw = message[start:end]
    indent = len(raw) - len(raw.lstrip(" 　\t"))
    at = start + indent
    marked = message[at : at + 1] in ("＞", ">")
    while at < end and message[at] in ">＞・●○◯■□-*　 \t":
        at += 1
    stamp = ""
    m = _STAMP.match(message, at, end)
    if m and m.end() > at:
        stamp, at = m.group().strip(), m.end()
    late = _LATE.match(message, at, end) if not stamp else None
    if late:
        return TypedLine(
            start, end, late["stamp"], late["name"], " ", late.start("words"), indent > 0, marked
        )
    boxed = _BOXED.match(message, at, end)
    if boxed and name_voice(boxed["name"]) is not None:
        return TypedLine(start, end, stamp, boxed["name"], ":", boxed.start("words"), indent > 0, marked)
    named = _NAMED.match(message, at, end)
    if not named:
        return TypedLine(start, end, stamp, "", "", at, indent > 0, marked)
    return TypedLine(start, end, stamp, named["name"], named["sep"], named.start("words"), indent > 0, marked)
