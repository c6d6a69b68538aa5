"""Questions, invitations and interests in a talk, found by their form, with what was written after them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count, islice
from operator import ne
from typing import NamedTuple

from coach.line_export.joined import Joined
from coach.line_export.messages import Messages
from coach.situation import Register
from coach.standing.interests import HINTS, liked

_ANSWER = 3  # messages of the other person that count as what came back
_REGISTER_SAMPLE, _REGISTER_LEAST = 200, 3
_REACH = 20_000  # newest messages that are searched for interests


class Thread(NamedTuple):
    """An invitation, and the first messages of the other person after it.

    ``place`` and ``answers`` are indexes of messages; ``answers`` is empty when nothing was written after it; whether it was read is not in the file. A NamedTuple,
    because a long talk has thousands of them.
    """

    place: int
    sender: str
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Interest:
    """Something somebody said they like: the words, who said it first, where, and how often it is named."""

    words: str
    sender: str
    index: int
    mentions: int


_MARKS = re.compile(r"\?"), re.compile("？")
_LINK = re.compile(r"https?://[^\s　]+")
_POLITE_KA = re.compile(
    r"か(?:(?<=[でま]すか)|(?<=ませんか|[まで]したか|だろうか)|(?<=[まで]しょうか))[。.!！〜～ー…笑ｗw\s]*$",
    re.MULTILINE,
)
_WITH = r"(?:行|い|食べに|飲みに|遊びに|見に|観に|お?茶|ごはん|ご飯|ランチ|ディナー|映画|デート|散歩|ドライブ|会|一緒)"
_HEADS = "[行い食飲遊見観お茶ごラデ映散ド会一空あ0-9０-９二三四五六七八九十月火水木金土日今来再週明初花要]"
_INVITES = re.compile(
    rf"(?={_HEADS})(?:{_WITH}[^。！!\n]{{0,16}}?(?:ませんか|ない[?？]|ないか|ないですか|ません[?？])"
    r"|(?:行|い)(?:こう|きましょう)(?:よ|か|ね|!|！|[?？]|〜|～|ー|。|$)"
    r"|(?:行|い|会)(?:ける|けます|えます|える)(?:か|かな)?[?？]"
    r"|(?:会い|行き|飲み|食べ)(?:ましょう|に行こう)"
    r"|(?:空いて|あいて)(?:る|ます|ない|ません)(?:日|か|かな|とき|時)?[^。\n]{0,8}[?？]"
    r"|(?:[0-9０-９一二三四五六七八九十](?:日|時)|[月火水木金土日]曜?|今週|来週|再来週|週末|今度|明日|今夜|ランチ|ご飯|ごはん|お茶|映画|初詣|花火|飲み)"
    r"[^。！!\n]{0,14}?(?:どう(?:です|でしょう)?か?[?？]|いかがですか|どうかな)"
    r"|(?:いっしょに|一緒に)[^。！!\n]{0,16}(?:どう|たいな|たいです|ませんか|しない)"
    r"|要不要(?:一起|去|吃|看)|一起(?:去|吃|看)[^。\n]{0,12}(?:吗|嗎|吧))",
    re.MULTILINE,
)
"""How an invitation is said; the letters it can begin with stand first, since they tell most places apart at once."""
_INVITES_EN = re.compile(
    r"\b(?:(?:do you|would you|d['’]you) (?:want|like) to|want to (?:go|come|meet|grab|have|see|join)|shall we|let['’]s (?:go|meet|grab|have)"
    r"|how about (?!you\b)|are you free|(?:dinner|lunch|coffee|drinks|brunch|a movie)\b[^.!?\n]{0,40}\?)",
    re.IGNORECASE,
)
_BEFORE_MARK = "(?:(?<=ない.|せん.|[けえ]る.)|(?<=[けえ]るか.|[けえ]ます.)|(?<=[けえ]るかな.|[けえ]ますか.)|(?<=[けえ]ますかな.))"
_MAY_INVITE = re.compile(
    r"か(?:(?<=せんか)|(?<=ないか)|(?<=ないですか)|が)|う(?<=[こどょ]う)|空いて|あいて|緒に|ょに|要不要|一起"
    rf"|？{_BEFORE_MARK}|\?"
    r"|want to |Want to |w(?<=hall w)e|k(?<=lik)e to |'(?<=et')s|’(?<=et’)s|b(?<=ow ab)out|free"
)
"""Every invitation holds one of these, and few other messages do; each begins at its rarest letter."""
_POLITE = re.compile(
    r"(?:です|ます|ました|ません|でした|でしょう|ましょう|ください|下さい)(?:か|ね|よ|が|けど|し)?"
)
_JAPANESE = re.compile("[ぁ-ん]{2}")


def questions(words: Joined) -> list[int]:
    """Indexes of the texts that ask something: a question mark outside a link, or a polite か at the end of a line."""
    texts = words.messages.texts
    return [i for i in words.holding(*_MARKS, _POLITE_KA) if _asks(texts[i])]


def _asks(text: str) -> bool:
    """A text that holds one of the forms; the mark may be that of a link."""
    if "http" not in text:
        return True
    plain = _LINK.sub("", text)
    return "?" in plain or "？" in plain or _POLITE_KA.search(text) is not None


def invitations(words: Joined, starts: Sequence[int]) -> tuple[Thread, ...]:
    """Every text with the form of an invitation, in Japanese, Chinese or English; ``starts`` is that of `runs`."""
    texts, senders, end = words.messages.texts, words.messages.senders, len(words.messages)
    bounds, threads = [*starts, end, end], []
    for i in words.holding(_MAY_INVITE):
        if _invites(texts[i]):
            following = bisect_right(starts, i)
            begin = bounds[following]
            threads.append(
                Thread(i, senders[i], tuple(range(begin, min(bounds[following + 1], begin + _ANSWER))))
            )
    return tuple(threads)


def _invites(text: str) -> bool:
    return bool((not text.isascii() and _INVITES.search(text)) or _INVITES_EN.search(text))


def runs(messages: Messages) -> list[int]:
    """Where each run of messages by one person begins."""
    senders = messages.senders
    return [0, *compress(count(1), map(ne, senders[1:], senders))] if senders else []


def interests(words: Joined, *, most: int = 12) -> tuple[Interest, ...]:
    """The things last said to be liked, each once, newest first, with how often the talk names them."""
    messages, found, seen = words.messages, dict[str, int](), set[str]()
    for i in reversed(words.holding(*HINTS, since=len(words.messages) - _REACH)):
        text = messages.texts[i]
        if text not in seen:
            seen.add(text)
            found.update((span.text, i) for span in liked(text, theirs=True) if span.text not in found)
        if len(found) >= most:
            break
    return tuple(
        Interest(thing, messages.senders[i], i, words.whole.count(thing))
        for thing, i in list(found.items())[:most]
    )


def register_of(texts: Iterable[str]) -> Register | None:
    """How somebody writes, by their newest Japanese texts (newest first); None with fewer than three of them."""
    japanese = (text for text in texts if not text.isascii() and _JAPANESE.search(text))
    newest = list(islice(japanese, _REGISTER_SAMPLE))
    if len(newest) < _REGISTER_LEAST:
        return None
    polite = sum(_POLITE.search(text) is not None for text in newest)
    return Register.POLITE if polite * 2 >= len(newest) else Register.CASUAL
