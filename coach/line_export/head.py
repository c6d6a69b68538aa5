"""The head of a history in LINE's languages: the title, the saved-on line, and what the file name says."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from coach.line_export.clock import CLOCK, LONGEST_DATE, Order, date_shape, minute_of
from coach.line_export.person import clean_name


@dataclass(frozen=True, slots=True)
class Title:
    """A title line: the other person's name, or a group's."""

    name: str
    group: bool


_MARK = r"\[LINE\] ?"
_LINE = rf"(?:{_MARK})?"
# One-to-one wordings come first: the group wording is a suffix of most of them.
_TITLES = tuple(
    (re.compile(rf"{start}{words}"), group)
    for start, words, group in (
        (_LINE, r"(.+)とのトーク履歴", False),
        (_MARK, r"(.+)とのトーク", False),
        (_LINE, r"Chat history with (.+)", False),
        (_MARK, r"Chat with (.+)", False),
        (_LINE, r"[與与](.+)的(?:聊天|對話|对话)(?:[記记][錄录]|[紀纪][錄录])", False),
        (_MARK, r"[與与](.+)的(?:聊天|對話|对话)", False),
        (_MARK, r"Chat mit (.+)", False),
        (_LINE, r"(.+?)(?:님)?(?:과|와)의 (?:대화|채팅).*", False),
        (_LINE, r"(?:ประวัติการแชท|ประวัติแชท|การแชท|แชท)ในกลุ่ม ?\"?(.+?)\"?", True),
        (_MARK, r"(?:ประวัติการแชท|ประวัติแชท|การแชท|แชท)(?:กับ|ของ)? ?\"?(.+?)\"?", False),
        (_LINE, r"(.+)のトーク履歴", True),
        (_MARK, r"(.+)のトーク", True),
        (_LINE, r"Chat history in (.+)", True),
        (_MARK, r"Chat in (.+)", True),
        (_LINE, r"(.+)的(?:聊天|對話|对话)(?:[記记][錄录]|[紀纪][錄录])", True),
    )
)
_LONGEST = 300  # letters of a title
_TOP = 64 * 1024  # letters that are searched for one
_COPY = re.compile(r"(?: ?\([0-9]{1,3}\)|[ _-]コピー| のコピー| - copy| copy)$", re.IGNORECASE)


def title_of(line: str) -> Title | None:
    """The title in a first line; None when it is no title. ``[LINE]`` with unknown words gives an empty name."""
    line = line.strip().strip("\ufeff")
    for form, group in _TITLES:
        if found := form.fullmatch(line):
            return Title(clean_name(found[1]), group)
    return Title("", group=False) if line.startswith("[LINE]") else None


def names_in_file_name(filename: str) -> tuple[Title, ...]:
    """What the file name may say about the other person, likeliest reading first."""
    stem = unicodedata.normalize("NFC", filename.replace("\\", "/").rsplit("/", 1)[-1])
    stem = re.sub(r"\.(?:txt|text|log)$", "", stem, flags=re.IGNORECASE)
    if not stem.startswith("[LINE]"):
        return ()
    titles = []
    for form in dict.fromkeys((stem, _COPY.sub("", stem))):
        title = title_of(form)
        if title is not None:
            titles.append(title if title.name else Title(form.removeprefix("[LINE]").strip(), group=False))
    return tuple(title for title in titles if title.name)


_SAVED = re.compile(
    r"(?:保存日時|Saved on|Saved at|儲存日期|储存日期|保存日期|存檔日期|Gespeichert (?:um|am)|저장한? 날짜|저장 일시|บันทึกเมื่อ|บันทึกวันที่)"
    r" ?[:：] ?(.+)"
)
_SAVED_PARTS = re.compile(rf"(.+?),? ?({CLOCK})")


def is_saved_line(line: str) -> bool:
    """Whether this is the line that says when the history was saved."""
    return _SAVED.fullmatch(line.strip()) is not None


def saved_at(line: str, order: Order) -> datetime | None:
    """The moment of the export, read in the day order of the file."""
    if (found := _SAVED.fullmatch(line.strip())) is None:
        return None
    if (parts := _SAVED_PARTS.fullmatch(found[1].strip())) is None:
        return None
    shape, minute = date_shape(parts[1]), minute_of(parts[2])
    day = shape.day(order) if shape is not None else None
    return None if day is None or minute < 0 else datetime.combine(day, time(0)) + timedelta(minutes=minute)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body; ``begin`` is the first unit of the body."""

    title: Title | None
    saved: str | None
    begin: int


def read_head(units: Sequence[str]) -> Head:
    """The title and the saved-on line, where people have not cut them off."""
    begin = 0
    while begin < len(units) and not units[begin].strip():
        begin += 1
    title = title_of(units[begin]) if begin < len(units) and len(units[begin]) < _LONGEST else None
    if title is not None:
        begin += 1
    saved = next((unit for unit in units[begin : begin + 3] if is_saved_line(unit)), None)
    if saved is not None:
        begin = units.index(saved, begin) + 1
    return Head(title, saved, begin)


def looks_like_talk(text: str) -> bool:
    """Whether a title or a date line of LINE's stands near the top of this text."""
    for line in re.split("\r\n|\n|\r", text[:_TOP])[:400]:
        title = title_of(line) if len(line) < _LONGEST else None
        if title is not None and title.name:
            return True
        shape = date_shape(line) if len(line) <= LONGEST_DATE else None
        if shape is not None and any(shape.fits(order) for order in Order):
            return True
    return False
