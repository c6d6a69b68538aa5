"""The newest messages that matter, as a pasted exchange that the reading understands."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coach.line_export.joined import joined
from coach.line_export.messages import Message, MessageKind
from coach.line_export.parts import Talk
from coach.line_export.threads import Thread, invitations, runs

_LEAST = 6
_PAUSE = timedelta(days=14)  # what lies before so long a pause belongs to another conversation
_REACH = timedelta(days=60)  # an invitation so old still matters to what is asked today
_LONGEST = 240  # letters of one message
_PLACEHOLDERS = {
    MessageKind.STICKER: "[スタンプ]",
    MessageKind.PHOTO: "[写真]",
    MessageKind.VIDEO: "[動画]",
    MessageKind.VOICE: "[ボイスメッセージ]",
    MessageKind.FILE: "[ファイル]",
    MessageKind.LOCATION: "[位置情報]",
    MessageKind.CONTACT: "[連絡先]",
    MessageKind.ALBUM: "[アルバム]",
    MessageKind.NOTE: "[ノート]",
    MessageKind.GIFT: "[プレゼント]",
    MessageKind.CALL: "[通話]",
}


@dataclass(frozen=True, slots=True)
class Recent:
    """The pasted exchange, which messages are in it (indexes), and how many were left out."""

    text: str
    indexes: tuple[int, ...]
    left_out: int


def recent(talk: Talk, *, most: int = 30, letters: int = 2400) -> Recent:
    """The last conversation, and the last invitation with what came back where that is older.

    Lines read 「2025/03/02 09:31 自分: …」, one a message; breaks in a text become spaces and long texts are cut.
    Raises ValueError while nobody said which person is the user (``chosen``).
    """
    if talk.exporter is None:
        raise ValueError("choose the user first")
    lines = _Lines(talk)
    picked = _newest(talk, lines, most=most, letters=letters)
    thread = _last_invitation(talk, before=picked[0]) if picked else None
    if thread is not None:
        ahead = [thread.place, *thread.answers]
        room = letters - sum(map(len, map(lines.line, picked)))
        if sum(map(len, map(lines.line, ahead))) <= room + letters // 4:
            picked = sorted({*ahead, *picked})
    return Recent("\n".join(map(lines.line, picked)), tuple(picked), len(talk.messages) - len(picked))


@dataclass(frozen=True, slots=True)
class _Lines:
    talk: Talk

    def line(self, index: int) -> str:
        message = self.talk.messages[index]
        speaker = "自分" if message.sender == self.talk.exporter else "相手"
        return f"{message.ts:%Y/%m/%d %H:%M} {speaker}: {_words(message)}"


def _words(message: Message) -> str:
    if message.kind is not MessageKind.TEXT:
        return _PLACEHOLDERS[message.kind]
    words = " ".join(message.text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _newest(talk: Talk, lines: _Lines, *, most: int, letters: int) -> list[int]:
    picked: list[int] = []
    used, later = 0, None
    for i in range(len(talk.messages) - 1, max(-1, len(talk.messages) - 1 - most), -1):
        message = talk.messages[i]
        used += len(lines.line(i))
        pause = later is not None and later.ts - message.ts >= _PAUSE
        if picked and (used > letters or (pause and len(picked) >= _LEAST)):
            break
        picked.append(i)
        later = message
    return picked[::-1]


def _last_invitation(talk: Talk, *, before: int) -> Thread | None:
    """The user's last invitation, when it stands before the picked messages and is not too old to matter."""
    words, starts = joined(talk.messages), runs(talk.messages)
    found = [thread for thread in invitations(words, starts) if thread.sender == talk.exporter]
    if not found or found[-1].place >= before:
        return None
    age = talk.messages[-1].ts - talk.messages[found[-1].place].ts
    return found[-1] if age <= _REACH else None


def by_day(talk: Talk) -> list[tuple[date, str, int]]:
    """How many messages each person wrote on each day, in order of the days: the rows of a plot."""
    counts = Counter(zip(map(datetime.date, talk.messages.times), talk.messages.senders, strict=True))
    return [(day, sender, count) for (day, sender), count in sorted(counts.items())]
