"""Finds in what the user typed who said what: pasted lines, quotes, and words reported without marks."""

import re
from dataclasses import dataclass, replace

from coach.lexicon import fold, lexicon
from coach.said.bare import bare
from coach.said.by_turns import by_turns
from coach.said.lines import pasted
from coach.said.pointed import pointed
from coach.said.replying import answers, dodges, offers
from coach.said.reported import asked_about, reported
from coach.said.typed_lines import Pasted
from coach.said.voices import (
    Voice,
    called_draft,
    invites,
    quote_voice,
    surely_theirs,
    told_as_sent,
    would_be_sent,
)
from guardrails.vocabulary import Span

__all__ = ["Exchange", "Said", "Voice", "parse"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody said or wants to say, with the day written beside them, if any."""

    voice: Voice
    span: Span
    stamp: str = ""
    pasted: bool = False
    reported: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was said, in the order of the text, and the user's own telling around it.

    What is quoted as that to which an answer came (「行かない?」への返事) stands before it.

    ``telling`` has the length of the message; what somebody said is blanked out with ``□`` in it, so that
    offsets stay and a quote cannot be taken for the user's own words. ``log`` says that whole lines were
    pasted, ``read_mark`` that the paste ends in 既読, ``labelled`` that a line or quote is called a draft, ``bare`` that
    the whole message is taken for words of theirs: a guess, to be asked back.
    """

    said: tuple[Said, ...]
    telling: str
    log: bool = False
    read_mark: bool = False
    labelled: bool = False
    bare: bool = False

    def of(self, voice: Voice) -> tuple[Said, ...]:
        """What this voice said, in order."""
        return tuple(s for s in self.said if s.voice is voice)

    @property
    def own_telling(self) -> str:
        """The telling without what they are told to have said."""
        return _blanked(self.telling, [s.span for s in self.of(Voice.THEM)])


_QUOTE = re.compile(
    r"「([^「」]*)」|『([^『』]*)』|“([^“”]*)”|\"([^\"\n]{2,})\"|”([^”\n]{2,})”|‘([^’\n]{2,})’|＂([^＂\n]{2,})＂"
)


def _refuses(words: str) -> bool:
    return (answers(words) or dodges(words)) and not invites(words)


def _quotes(message: str, taken: list[tuple[int, int]]) -> list[Said]:
    said = []
    for m in _QUOTE.finditer(message):
        group = next(i for i in range(1, 8) if m.group(i) is not None)
        start, end = m.span(group)
        if start == end or any(a < end and start < b for a, b in taken):
            continue
        words = m.group(group)
        refuses = answers(words)
        voice = quote_voice(message, m.start(), m.end(), words, refuses=refuses, offers=offers(words))
        sure = surely_theirs(message, m.start(), m.end(), refuses=refuses)
        said.append(Said(voice, Span(start, end, message[start:end]), sure=sure))
    turns = by_turns(message, [s.span for s in said], _refuses)
    said = [s if _is_kept(message, s) else replace(s, voice=turns.get(s.span, s.voice)) for s in said]
    return [replace(s, voice=Voice.DRAFT) if _is_shown(message, s) else s for s in said]


_LONG_AGO = re.compile(
    r"(?:[0-9０-９一二三四五六七八九十半数]+(?:か月|ヶ月|カ月|ケ月|週間|年)|先々?月|先々週|半年|去年)[^。]{0,12}(?:断|ことわ|言われ|誘っ|前)"
)


def _is_shown(message: str, said: Said) -> bool:
    """Whether an invitation stands alone as the last thing, long after a no that is told of: shown to be looked at."""
    before, after = message[: said.span.start - 1].rstrip(), message[said.span.end + 1 :].strip()
    alone = not after and (
        before.endswith(("。", "！", "!", "？", "?", "…"))
        or message[len(before) : said.span.start - 1].count("\n") > 0
    )
    return alone and invites(said.span.text) and bool(_LONG_AGO.search(before))


def _is_kept(message: str, said: Said) -> bool:
    """Whether words are a draft by what is asked of them, whoever's turn it is."""
    return said.voice is Voice.DRAFT and would_be_sent(message, said.span.end + 1)


def _own(message: str, telling: str, said: list[Said]) -> list[Said]:
    """With the user's request to check a draft, the words that must be the draft."""
    if any(s.voice is Voice.DRAFT for s in said) or not _asks_about_words(fold(telling).text):
        return said
    asked = asked_about(message, telling)
    if asked:
        return [*said, Said(Voice.DRAFT, asked)]
    families, told = lexicon("telling"), fold(telling).text
    invited = families["invited"].find(told) or families["declined"].find(told)
    unsure = [
        s
        for s in said
        if not (
            s.sure
            or s.pasted
            or s.reported
            or (told_as_sent(message, s.span.end) and any(_is_later(t, s) for t in said))
            or (invited and (answers(s.span.text) or offers(s.span.text)))
        )
    ]
    if not unsure:
        return said
    first = next((s for s in unsure if not answers(s.span.text)), unsure[0])
    return [replace(s, voice=Voice.DRAFT) if s is first else s for s in said]


def _is_later(other: Said, said: Said) -> bool:
    """Whether these are words of theirs behind it: what they answered has been sent."""
    return other.voice is Voice.THEM and other.span.start > said.span.start


def _asks_about_words(told: str) -> bool:
    """Whether the telling asks about words of the user's own: a message to look at, a post."""
    families = lexicon("telling")
    return bool(families["check"].find(told) or families["post"].find(told))


_ANSWERED = re.compile(r"[」』”\"]?(?:への|に対する)(?:お?返[事信答]|答え|LINE|回答)")


def _was_answered(message: str, said: Said) -> bool:
    return bool(_ANSWERED.match(message, said.span.end))


def _joined(lines: list[Pasted]) -> list[Said]:
    return [Said(p.voice, p.span, p.stamp, pasted=True) for p in lines if p.voice is not Voice.NOBODY]


def _blanked(telling: str, spans: list[Span]) -> str:
    for span in spans:
        end = span.end + telling.startswith("\n", span.end)  # what stands under it goes on from it
        telling = telling[: span.start] + "□" * (end - span.start) + telling[end:]
    return telling


def parse(message: str) -> Exchange:
    """Take a message apart into what was said, by whom, and the user's own telling."""
    lines = pasted(message)
    taken = [(p.span.start - 1, p.span.end + 1) for p in lines]
    said = _joined(lines) + _quotes(message, taken)
    telling = list(message)
    for s in said:
        telling[s.span.start : s.span.end] = "□" * len(s.span.text)
    for p in lines:
        head = message.rfind("\n", 0, p.span.start) + 1
        telling[head : p.span.end] = "□" * (p.span.end - head)
    told = "".join(telling)
    if not any(s.voice is Voice.THEM for s in said):
        beside = pointed(message, told)
        said += [Said(Voice.THEM, span, sure=True) for span in beside]
        told = _blanked(told, beside)
    said += [Said(Voice.THEM, span, reported=True) for span in reported(message, told)]
    if not said and bare(message):
        return Exchange((Said(Voice.THEM, Span(0, len(message), message)),), "□" * len(message), bare=True)
    said = _own(message, told, said)
    said.sort(key=lambda s: (not _was_answered(message, s), s.span.start))
    drafts = [s for s in said if s.voice is Voice.DRAFT]
    labelled = any(s.pasted or called_draft(message, s.span.start) for s in drafts)
    read_mark = bool(lines) and lines[-1].read_mark
    return Exchange(tuple(said), told, log=bool(lines), read_mark=read_mark, labelled=labelled)
