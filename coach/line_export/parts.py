"""What a LINE talk history becomes: a talk, what is doubtful about it, or a named refusal."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from coach.line_export.messages import Messages


class Layout(StrEnum):
    """How the file is laid out: phones separate by tabs, the desktop app by single spaces."""

    TABBED = "tabbed"
    SPACED = "spaced"


class Notice(NamedTuple):
    """One record without a sender. ``unsent_by`` is a name, "" for the exporter, None when nothing was unsent."""

    ts: datetime
    text: str
    unsent_by: str | None


class CautionClass(StrEnum):
    """What is doubtful about a talk that could still be read."""

    BROKEN_CHARACTERS = "broken_characters"
    CUT_END = "cut_end"
    NO_HEADER = "no_header"
    EXPORTER_UNKNOWN = "exporter_unknown"
    ONE_SENDER = "one_sender"
    DAY_ORDER_UNKNOWN = "day_order_unknown"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    WEEKDAY_UNKNOWN = "weekday_unknown"
    DATE_INSIDE_TEXT = "date_inside_text"
    CLOCK_GOES_BACK = "clock_goes_back"
    RECORDS_INSIDE_TEXT = "records_inside_text"
    LONE_QUOTE = "lone_quote"
    MIXED_LINE_ENDS = "mixed_line_ends"
    UNDATED = "undated"
    UNREADABLE_LINES = "unreadable_lines"
    TWO_EXPORTS = "two_exports"
    NAMES_GUESSED = "names_guessed"
    RESAVED = "resaved"


@dataclass(frozen=True, slots=True)
class Caution:
    """One doubt, as a Japanese sentence; ``lines`` holds the first line numbers it is about (1-based)."""

    caution: CautionClass
    sentence: str
    count: int = 1
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk between two people, in file order: nothing sorted, nothing removed as a duplicate.

    ``participants`` are those who sent something, in order of appearance. ``header_name`` is the other person as
    the title or the file name says. ``exporter`` is None when only the user can say which one they are.
    """

    messages: Messages
    notices: tuple[Notice, ...]
    participants: tuple[str, ...]
    header_name: str | None
    exporter: str | None
    saved_at: datetime | None
    layout: Layout
    encoding: str
    cautions: tuple[Caution, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Both people as far as the file names them, those who never wrote included."""
        named = self.participants
        return named if self.header_name is None or self.header_name in named else (*named, self.header_name)

    @property
    def other(self) -> str | None:
        """The person who is not the exporter, when both are known."""
        if self.exporter is None:
            return None
        rest = [name for name in self.participants if name != self.exporter]
        if self.header_name in rest or not rest:
            return self.header_name
        return rest[0] if len(rest) == 1 else None


class RefusalClass(StrEnum):
    """Why a file is not taken in."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    ZIP = "zip"
    BINARY = "binary"
    ENCODING = "encoding"
    OTHER_APP = "other_app"
    OFFICIAL_ACCOUNT_CSV = "official_account_csv"
    NOT_A_TALK = "not_a_talk"
    HEADER_ONLY = "header_only"
    NO_MESSAGES = "no_messages"
    NO_DATES = "no_dates"
    GROUP = "group"
    NAMES_UNCLEAR = "names_unclear"


_HOW = "LINEのトーク画面のメニューにある「トーク履歴を送信」で保存した .txt を選んでください。"

# One sentence each.
SENTENCES = {
    RefusalClass.EMPTY: f"ファイルが空なので、{_HOW}",
    RefusalClass.TOO_LARGE: "ファイルが大きすぎるので（64MBまで）、新しいほうだけを切り出して選んでください。",
    RefusalClass.ZIP: "zipなどにまとめられたファイルなので、中の .txt を取り出して選んでください。",
    RefusalClass.BINARY: f"文字のファイルではないので、{_HOW}",
    RefusalClass.ENCODING: "文字コードが読み取れないか、文字化けしているので、編集していない元のファイルを選んでください。",
    RefusalClass.OTHER_APP: f"LINEではないアプリの履歴のようなので、{_HOW}",
    RefusalClass.OFFICIAL_ACCOUNT_CSV: "LINE公式アカウントのCSVですが、読めるのは個人のトーク履歴だけです。",
    RefusalClass.NOT_A_TALK: f"LINEのトーク履歴ではないようなので、{_HOW}",
    RefusalClass.HEADER_ONLY: f"見出しだけでメッセージが入っていないので、{_HOW}",
    RefusalClass.NO_MESSAGES: f"お知らせだけで送られたメッセージが1通も入っていないので、{_HOW}",
    RefusalClass.NO_DATES: "日付の行が読み取れず、いつのメッセージか分からないので取り込みません。",
    RefusalClass.GROUP: "グループのトークのようですが、読めるのは1対1のトークだけです。",
    RefusalClass.NAMES_UNCLEAR: "どこまでが名前かファイルだけでは決められないので、ふたりの表示名を教えてください。",
}


class Refusal(Exception):  # noqa: N818 (it is the answer, not an error)
    """The file is not taken in: ``refusal`` says why, the message is one Japanese sentence for the user."""

    def __init__(self, refusal: RefusalClass, sentence: str = "") -> None:
        super().__init__(sentence or SENTENCES[refusal])
        self.refusal = refusal
        self.sentence = sentence or SENTENCES[refusal]
