"""Questions, invitations and interests in a talk, found by their form, with what was written after them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from coach.interests import liked
from coach.signs import Reply, read_reply
from coach.situation import Register
from coach.talk_messages import MessageKind, Messages
from coach.talk_parts import Talk

_ANSWER = 3  # messages of the other person that count as what came back
_REGISTER_SAMPLE = 200
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


_LINK = re.compile(r"https?://[^\s　]+")
_ASKS = re.compile(
    r"(?:です|ます|ません|ました|でした|でしょう|ましょう|だろう)か[。．!！〜～ー…笑ｗw\s]*$", re.MULTILINE
)
_WITH = r"(?:行|い|食べに|飲みに|遊びに|見に|観に|お?茶|ごはん|ご飯|ランチ|ディナー|映画|デート|散歩|ドライブ|会|一緒)"
_INVITES = re.compile(
    rf"{_WITH}[^。！!\n]{{0,16}}?(?:ませんか|ない[?？]|ないか|ないですか|ません[?？])"
    r"|(?:行|い)(?:こう|きましょう)(?:よ|か|ね|!|！|[?？]|〜|～|ー|。|$)"
    r"|(?:行|い|会)(?:ける|けます|えます|える)(?:か|かな)?[?？]"
    r"|(?:会い|行き|飲み|食べ)(?:ましょう|に行こう)"
    r"|(?:空いて|あいて)(?:る|ます|ない|ません)(?:日|か|かな|とき|時)?[^。\n]{0,8}[?？]"
    r"|(?:[0-9０-９一二三四五六七八九十]+(?:日|時)|[月火水木金土日]曜?|今週|来週|再来週|週末|今度|明日|今夜|ランチ|ご飯|ごはん|お茶|映画|初詣|花火|飲み)"
    r"[^。！!\n]{0,14}?(?:どう(?:です|でしょう)?か?[?？]|いかがですか|どうかな)"
    r"|(?:いっしょに|一緒に)[^。！!\n]{0,16}(?:どう|たいな|たいです|ませんか|しない)"
    r"|\b(?:(?:do you|would you|d'you) (?:want|like) to|want to (?:go|come|meet|grab|have|see|join)|shall we|let's (?:go|meet|grab|have)"
    r"|how about (?!you\b)|are you free|(?:dinner|lunch|coffee|drinks|brunch|a movie)\b[^.!?\n]{0,40}\?)"
    r"|要不要(?:一起|去|吃|看)|一起(?:去|吃|看)[^。\n]{0,12}(?:吗|嗎|吧)",
    re.IGNORECASE | re.MULTILINE,
)
_POLITE = re.compile(
    r"(?:です|ます|ました|ません|でした|でしょう|ましょう|ください|下さい)(?:か|ね|よ|が|けど|し)?"
)
_JAPANESE = re.compile("[ぁ-ん]{2}")


def questions(talk: Talk) -> tuple[int, ...]:
    """Indexes of the texts that ask something: a question mark outside a link, or a polite か at the end of a line."""
    return tuple(_those(talk.messages, _asks))


def _those(messages: Messages, is_one: Callable[[str], bool]) -> list[int]:
    """Indexes of the messages whose words are of this form; a placeholder LINE wrote is none."""
    words = MessageKind.TEXT
    return [i for i, kind in enumerate(messages.kinds) if kind is words and is_one(messages.texts[i])]


def _asks(text: str) -> bool:
    if "?" in text or "？" in text:
        return "http" not in text or (plain := _LINK.sub("", text)).find("?") >= 0 or "？" in plain
    return "か" in text and _ASKS.search(text) is not None


def invitations(talk: Talk) -> tuple[Thread, ...]:
    """Every text with the form of an invitation, in Japanese, English or Chinese."""
    return _threads(talk, _those(talk.messages, _invites))


def _invites(text: str) -> bool:
    """Cheap tests first: every form of the pattern has one of these in it."""
    if text.isascii():
        may = (
            "?" in text
            or "et's" in text
            or "want to" in text
            or "hall we" in text
            or "ow about" in text
            or "free" in text
        )
    else:
        may = (
            "?" in text or "？" in text or "せんか" in text or "こう" in text or "ましょ" in text or "ないか" in text
            or "ないですか" in text or "いかが" in text or "どう" in text or "緒" in text or "いっしょ" in text or "一起" in text
            or "要不" in text or "et's" in text
        )  # fmt: skip
    return may and _INVITES.search(text) is not None


def _threads(talk: Talk, found: Sequence[int]) -> tuple[Thread, ...]:
    starts, messages = runs(talk.messages), talk.messages
    senders = messages.senders
    threads, k = [], 0
    for i in found:
        while k < len(starts) and starts[k] <= i:
            k += 1
        start = starts[k] if k < len(starts) else len(messages)
        end = starts[k + 1] if k + 1 < len(starts) else len(messages)
        threads.append(Thread(i, senders[i], tuple(range(start, min(end, start + _ANSWER)))))
    return tuple(threads)


def runs(messages: Messages) -> list[int]:
    """Where each run of messages by one person begins."""
    senders = messages.senders
    return [0, *compress(count(1), map(ne, senders[1:], senders))] if senders else []


def signs_of(talk: Talk, thread: Thread) -> Reply:
    """The signs in what came back, read as the coach reads any reply; spans count in the joined texts."""
    return read_reply(
        "\n".join(m.text for i in thread.answers if (m := talk.messages[i]).kind is MessageKind.TEXT)
    )


def interests(talk: Talk, *, most: int = 12) -> tuple[Interest, ...]:
    """The things last said to be liked, each once, newest first, with how often the talk names them."""
    found: dict[str, int] = {}
    for i in range(len(talk.messages) - 1, max(-1, len(talk.messages) - 1 - _REACH), -1):
        _, _, kind, text = talk.messages[i]
        if kind is MessageKind.TEXT:
            found.update((span.text, i) for span in liked(text) if span.text not in found)
            if len(found) >= most:
                break
    texts = "\n".join(talk.messages.texts) if found else ""
    return tuple(
        Interest(words, talk.messages.senders[i], i, texts.count(words))
        for words, i in list(found.items())[:most]
    )


def register_of(talk: Talk, sender: str) -> Register | None:
    """How this person writes, by the newest Japanese texts; None with fewer than three of them."""
    polite = total = 0
    for message in reversed(talk.messages):
        if message.sender == sender and message.kind is MessageKind.TEXT and _JAPANESE.search(message.text):
            total += 1
            polite += _POLITE.search(message.text) is not None
            if total == _REGISTER_SAMPLE:
                break
    if total < 3:
        return None
    return Register.POLITE if polite * 2 >= total else Register.CASUAL
