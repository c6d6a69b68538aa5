"""Pasted talk lines: LINE copies with times, 「名前: …」, 「自分→」, indented blocks, 「> 」 marks."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from coach.voices import Voice, invites, name_voice
from guardrails.vocabulary import Span

_DAY = r"(?:\d{4}[/.年-])?\d{1,2}[/月.]\d{1,2}日?(?:\s*[(（][月火水木金土日][)）])?"
_TIME = r"(?:午前|午後|am|pm|AM|PM)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp][Mm])?"
_STAMP = re.compile(
    rf"[\[［(（【]?\s*(?:[月火水木金土日](?:曜日?)?[ 　]+(?={_TIME}))?(?:{_DAY}|{_TIME})(?:[\s,　]+(?:{_DAY}|{_TIME}))*"
    r"\s*[\]］)）】]?[ 　\t]*"
)
_NAMED = re.compile(
    r"(?P<name>[^\s:：「」『』→⇒>＞\t。、,!！?？…=＝←↑↓\[\]]{1,12}?(?:\s*[(（][^)）\n]{1,8}[)）])?)"
    r"[ ]*(?P<sep>[:：]|→|⇒|＞|>|\t|　+|(?=[「『])| )[ \t　]*(?P<words>\S.*)"
)
_BOXED = re.compile(
    r"[〈<＜\[【(（](?P<name>[^〉>＞\]】)）\s\d:：/]{1,8})[〉>＞\]】)）][ 　]*(?P<words>[^\s「『].*)"
)
_LATE = re.compile(
    rf"(?P<name>[^\s:：「」『』→。、!！?？0-9]{{1,12}})[ 　]+(?P<stamp>(?:{_DAY}[ 　]*)?{_TIME})[ 　]+(?P<words>\S.*)"
)
_BRACKETS = re.compile(r"[(（][^)）]*[)）]$")
_READ = re.compile(r"^(?:既読|未読|read)\s*\d*$", re.I)
_GAP = re.compile(r"^[(（][^)）]{0,12}[)）]$")
_UNSENT = re.compile(r"^[(（](?:未送信|下書き|まだ)[^)）]*[)）]\s*")
_ENDED = re.compile(r"[」』]\s*$")
_SPLIT = re.compile(r"\n|　{2,}")
_WHEN = re.compile(rf"(?:昨日|今日|おととい|今朝)?\s*(?:{_DAY})?\s*(?:{_TIME})?")
_CALL = re.compile(r"^(?:☎|📞)?\s*(?:不在着信|通話|キャンセル|応答なし)")


@dataclass(frozen=True, slots=True)
class Pasted:
    """One pasted line: whose it is, the words, and the day or time written beside it."""

    voice: Voice
    span: Span
    stamp: str = ""
    read_mark: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    stamp: str
    name: str
    sep: str
    words_at: int
    indented: bool
    marked: bool


def _cut(message: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for m in _SPLIT.finditer(message):
        spans.append((at, m.start()))
        at = m.end()
    spans.append((at, len(message)))
    return spans


def _line(message: str, start: int, end: int) -> _Line:
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
        return _Line(start, end, late["stamp"], late["name"], " ", late.start("words"), indent > 0, marked)
    boxed = _BOXED.match(message, at, end)
    if boxed and name_voice(boxed["name"]) is not None:
        return _Line(start, end, stamp, boxed["name"], ":", boxed.start("words"), indent > 0, marked)
    named = _NAMED.match(message, at, end)
    if not named:
        return _Line(start, end, stamp, "", "", at, indent > 0, marked)
    return _Line(start, end, stamp, named["name"], named["sep"], named.start("words"), indent > 0, marked)


def _own_name(lines: list[_Line], message: str, voices: set[Voice | None]) -> str:
    """Which of two names is the user, when neither is 自分 or the like: the one who invites first."""
    if Voice.USER in voices:
        return ""
    timed = [x for x in lines if x.name and ":" in x.stamp]
    names = list(dict.fromkeys(_plain(x.name) for x in timed))
    if len(names) != 2:
        return ""
    invited = next((x for x in timed if invites(message[x.words_at : x.end])), None)
    return _plain(invited.name) if invited else ""


def _plain(name: str) -> str:
    return _BRACKETS.sub("", name).strip()


def pasted(message: str) -> list[Pasted]:
    """Every line of the message that is a pasted talk line, in order.

    A known speaker (自分, 相手, 彼女 ...) counts with any separator, if the line looks like talk; an unknown name
    counts when it has a time beside it, or stands among other talk lines.
    """
    lines = [_line(message, a, b) for a, b in _cut(message)]
    known = {i: name_voice(_plain(x.name)) for i, x in enumerate(lines) if x.name}
    own = _own_name(lines, message, set(known.values()))
    known = {i: Voice.USER if own and _plain(lines[i].name) == own else v for i, v in known.items()}
    names = Counter((_plain(x.name), x.sep.strip() or x.sep) for x in lines if x.name)
    sure = [i for i, v in known.items() if v is not None and _marks(lines[i], message)]
    out: list[Pasted] = []
    day = ""
    i = 0
    while i < len(lines):
        x = lines[i]
        if x.stamp and re.search(_DAY, x.stamp):
            day = x.stamp
        stamp = x.stamp if re.search(_DAY, x.stamp) else f"{day} {x.stamp}".strip()
        rest = message[x.words_at : x.end].strip()
        if x.stamp and not x.name and _READ.match(rest):
            out.append(
                Pasted(Voice.NOBODY, Span(x.words_at, x.end, message[x.words_at : x.end]), stamp, True)
            )
            i += 1
            continue
        voice = known.get(i)
        talk = x.name and (
            (voice is not None and (i in sure or len(sure) >= 2 or (len(sure) and x.sep)))
            or (
                voice is None
                and (
                    (":" in x.stamp and bool(x.sep.strip() or "\t" in x.sep or "　" in x.sep or x.sep == " "))
                    or (
                        bool(x.sep.strip() or "　" in x.sep)
                        and (sure or names[(_plain(x.name), x.sep.strip() or x.sep)] >= 2)
                        and x.sep in ([lines[j].sep for j in sure] or [x.sep])
                        and _looks_like_a_name(x.name)
                    )
                )
            )
        )
        if talk and not _GAP.match(rest) and not _CALL.match(rest):
            out += _said(message, x, voice or Voice.THEM, stamp)
        elif (
            not x.name
            and x.stamp == ""
            and not x.indented
            and i + 2 < len(lines)
            and _block(lines, message, i)
        ):
            i += 1
            while i < len(lines) and lines[i].indented and message[lines[i].start : lines[i].end].strip():
                a = lines[i].start
                piece = message[a : lines[i].end]
                a += len(piece) - len(piece.lstrip())
                out.append(Pasted(Voice.THEM, Span(a, a + len(piece.strip()), piece.strip())))
                i += 1
            continue
        i += 1
    return out or _marked(lines, message) or _nameless(lines, message)


def _nameless(lines: list[_Line], message: str) -> list[Pasted]:
    """Lines with a time and no name: theirs, when there are at least two."""
    timed = [x for x in lines if ":" in x.stamp and not x.name and message[x.words_at : x.end].strip()]
    if len(timed) < 2:
        return []
    out = []
    for x in timed:
        words = message[x.words_at : x.end].rstrip()
        out.append(Pasted(Voice.THEM, Span(x.words_at, x.words_at + len(words), words), x.stamp))
    return out


def _marks(x: _Line, message: str) -> bool:
    """Whether a line with a known speaker is plainly talk."""
    if x.sep.strip() or "\t" in x.sep:
        return True
    if x.stamp:
        return True
    if x.sep == "":  # name「…」 to the end of the line
        return bool(_ENDED.search(message[x.words_at : x.end]))
    return "　" in x.sep


def _looks_like_a_name(name: str) -> bool:
    return not re.search(
        r"[はがをにでと]$|誘|理由|経緯|状況|今日|メモ|質問|結論|補足|ログ|年齢|関係|場所|注|追記|ps|PS", name
    )


def _said(message: str, x: _Line, voice: Voice, stamp: str) -> list[Pasted]:
    start, end = x.words_at, x.end
    words = message[start:end].rstrip()
    end = start + len(words)
    if words[0] in "「『" and words[-1] in "」』" and sum(words.count(c) for c in "「『") == 1:
        start, end = start + 1, end - 1
    unsent = _UNSENT.match(message[start:end])
    if unsent and voice is Voice.USER:
        start, voice = start + unsent.end(), Voice.DRAFT
    if start >= end:
        return []
    return [Pasted(voice, Span(start, end, message[start:end]), stamp)]


def _block(lines: list[_Line], message: str, i: int) -> bool:
    """Whether line ``i`` is a name alone, with at least two indented lines under it."""
    head = message[lines[i].start : lines[i].end].strip()
    return (
        0 < len(head) <= 10
        and not re.search(r"[。!！?？、]", head)
        and all(lines[j].indented and message[lines[j].start : lines[j].end].strip() for j in (i + 1, i + 2))
    )


def _marked(lines: list[_Line], message: str) -> list[Pasted]:
    """Talk where one side is marked with ``>``: the marked lines are the user's, those between are theirs."""
    at = [i for i, x in enumerate(lines) if x.marked]
    if len(at) < 2:
        return []
    out = []
    alone = all(b - a == 1 for a, b in pairwise(at))  # one block, all of it quoted from the other
    end = at[-1] + (
        not alone and not _GAP.match(message[lines[at[-1]].start : lines[at[-1]].end].strip("＞> 　"))
    )
    for i in range(at[0], min(end + 1, len(lines))):  # an answer may stand under the last marked line
        x = lines[i]
        start = x.start
        piece = message[start : x.end]
        start += len(piece) - len(piece.lstrip("＞> 　"))
        words = message[start : x.end].strip()
        if words and not _GAP.match(words) and not _WHEN.fullmatch(words):
            out.append(
                Pasted(
                    Voice.USER if x.marked and not alone else Voice.THEM,
                    Span(start, start + len(words), words),
                )
            )
    return out
