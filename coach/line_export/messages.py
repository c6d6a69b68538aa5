"""The messages of a talk, kept in columns: a history has hundreds of thousands, and few of them are looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import compress
from typing import NamedTuple


class MessageKind(StrEnum):
    """What a record with a sender is; everything but ``TEXT`` is a placeholder LINE wrote."""

    TEXT = "text"
    STICKER = "sticker"
    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    FILE = "file"
    LOCATION = "location"
    CONTACT = "contact"
    ALBUM = "album"
    NOTE = "note"
    GIFT = "gift"
    CALL = "call"


class Message(NamedTuple):
    """One record with a sender: local wall-clock time to the minute, and the exact text (breaks are LF)."""

    ts: datetime
    sender: str
    kind: MessageKind
    text: str


@dataclass(frozen=True, slots=True)
class Messages:
    """Four columns of the same length, in file order; a `Message` is made when one is asked for."""

    times: tuple[datetime, ...] = ()
    senders: tuple[str, ...] = ()
    kinds: tuple[MessageKind, ...] = ()
    texts: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.times)

    def __getitem__(self, index: int) -> Message:
        return Message(self.times[index], self.senders[index], self.kinds[index], self.texts[index])

    def __iter__(self) -> Iterator[Message]:
        return map(Message, self.times, self.senders, self.kinds, self.texts)

    def where(self, kept: Iterable[bool]) -> "Messages":
        """Those for which ``kept`` (one a message) is true."""
        flags = tuple(kept)
        columns = (self.times, self.senders, self.kinds, self.texts)
        times, senders, kinds, texts = (tuple(compress(column, flags)) for column in columns)
        return Messages(times, senders, kinds, texts)  # type: ignore[arg-type]
