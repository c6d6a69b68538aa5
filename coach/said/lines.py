"""Pasted talk lines: LINE copies with times, 「名前: …」, 「自分→」, indented blocks, 「> 」 marks."""

import re
from collections import Counter
from dataclasses import dataclass

from coach.lexicon import lexicon
from coach.said.headed import headed
from coach.said.headed_draft import drafted
from coach.said.nameless import blocks, marked, timed
from coach.said.replying import answers
from coach.said.typed_lines import DAY, GAP, Pasted, TypedLine, plain, typed_lines
from coach.said.voices import Voice, invites, name_voice
from guardrails.vocabulary import Span

_YEAR = re.compile(r"\d{4}[/.年-](?=\d)")
_READ = re.compile(r"^(?:既読|未読|read)\s*\d*$", re.I)
_UNSENT = re.compile(r"^[(（](?:未送信|下書き|まだ)[^)）]*[)）]\s*")
_ONE_QUOTE = re.compile(r"「[^「」]*」\s*|『[^『』]*』\s*")
_CALL = re.compile(r"^(?:☎|📞)?\s*(?:不在着信|通話|キャンセル|応答なし)")


def pasted(message: str) -> list[Pasted]:
    """Every line of the message that is a pasted talk line, in order.

    A known speaker (自分, 相手, 彼女 ...) counts with any separator, if the line looks like talk; an unknown name
    counts when it has a time beside it, or stands among other talk lines.
    """
    lines = typed_lines(message)
    if under := headed(lines, message):
        return under
    speakers = _speakers(lines, message)
    indented = dict(blocks(lines, message))
    out: list[Pasted] = []
    day = ""
    for i, x in enumerate(lines):
        dated = bool(re.search(DAY, x.stamp))
        day = (
            _YEAR.sub("", x.stamp) if dated else day
        )  # over a raw paste a date may be any old one: no year is sure
        stamp = x.stamp if dated else f"{day} {x.stamp}".strip()
        words = x.words(message)
        if i in indented:
            out.append(indented[i])
        elif x.stamp and not x.name and _READ.match(words):
            read = Span(x.words_at, x.end, message[x.words_at : x.end])
            out.append(Pasted(Voice.NOBODY, read, stamp, True))
        elif speakers.talks(i, x) and not (
            GAP.match(words) or _CALL.match(words) or speakers.asks_us(i, words)
        ):
            out += _said(message, x, speakers.known[i] or Voice.THEM, stamp)
    return out or drafted(lines, message) or marked(lines, message) or timed(lines, message)


@dataclass(frozen=True, slots=True)
class _Speakers:
    """Who the names in front of lines are: ``known`` by line (None may be anybody), ``sure`` the lines that are talk."""

    known: dict[int, Voice | None]
    sure: tuple[int, ...]
    seps: frozenset[str]
    often: Counter[tuple[str, str]]

    def talks(self, i: int, x: TypedLine) -> bool:
        """Whether this line is somebody's talk."""
        if not x.name:
            return False
        if self.known[i] is not None:
            return i in self.sure or len(self.sure) >= 2 or bool(self.sure and x.sep)
        parted = bool(x.sep.strip() or "　" in x.sep)
        if ":" in x.stamp and (parted or "\t" in x.sep or x.sep == " "):
            return True
        again = bool(self.sure) or self.often[_named(x)] >= 2
        return parted and again and x.sep in (self.seps or {x.sep}) and _looks_like_a_name(x.name)

    def asks_us(self, i: int, words: str) -> bool:
        """Whether the user's own last line holds no message, but asks what to write (「自分→ なんて返す?」)."""
        mine = self.known[i] is Voice.USER and i == max(at for at, voice in self.known.items() if voice)
        return mine and lexicon("voices")["asks_what_to_write"].find(words) is not None


def _named(x: TypedLine) -> tuple[str, str]:
    return plain(x.name), x.sep.strip() or x.sep


def _speakers(lines: list[TypedLine], message: str) -> _Speakers:
    known = {i: name_voice(plain(x.name)) for i, x in enumerate(lines) if x.name}
    known |= _lettered(lines, message)
    own = _own_name(lines, message, set(known.values()))
    known = {i: Voice.USER if own and plain(lines[i].name) == own else v for i, v in known.items()}
    sure = tuple(i for i, v in known.items() if v is not None and _marks(lines[i], message))
    often = Counter(_named(x) for x in lines if x.name)
    return _Speakers(known, sure, frozenset(lines[i].sep for i in sure), often)


_LETTER = re.compile(r"[A-ZＡ-Ｚ]")


def _lettered(lines: list[TypedLine], message: str) -> dict[int, Voice | None]:
    """Who A and B are, where one invites and the other answers; else they may be two drafts to choose from."""
    letters = {i: plain(x.name) for i, x in enumerate(lines) if _LETTER.fullmatch(plain(x.name))}
    words = {i: message[lines[i].words_at : lines[i].end] for i in letters}
    first = next((i for i in letters if invites(words[i])), None)
    if first is None or len(set(letters.values())) != 2:
        return {}
    answered = any(i > first and letters[i] != letters[first] and answers(words[i]) for i in letters)
    if not answered:
        return {}
    return {i: Voice.USER if name == letters[first] else Voice.THEM for i, name in letters.items()}


def _own_name(lines: list[TypedLine], message: str, voices: set[Voice | None]) -> str:
    """Which of two names is the user, when neither is 自分 or the like: the one who invites first."""
    if Voice.USER in voices:
        return ""
    timed = [x for x in lines if x.name and ":" in x.stamp]
    names = list(dict.fromkeys(plain(x.name) for x in timed))
    if len(names) != 2:
        return ""
    invited = next((x for x in timed if invites(message[x.words_at : x.end])), None)
    return plain(invited.name) if invited else ""


def _marks(x: TypedLine, message: str) -> bool:
    """Whether a line with a known speaker is plainly talk."""
    if x.sep.strip() or "\t" in x.sep:
        return True
    if x.stamp:
        return True
    if x.sep == "":  # name「…」 to the end of the line, and no other's 「…」 behind it
        return bool(_ONE_QUOTE.fullmatch(message, x.words_at, x.end))
    return "　" in x.sep


def _looks_like_a_name(name: str) -> bool:
    return not re.search(
        r"[はがをにでと]$|誘|理由|経緯|状況|今日|メモ|質問|結論|補足|ログ|年齢|関係|場所|注|追記|ps|PS", name
    )


def _said(message: str, x: TypedLine, voice: Voice, stamp: str) -> list[Pasted]:
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
