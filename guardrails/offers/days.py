"""Days and hours a text speaks of."""

import re
from dataclasses import dataclass, fields

from guardrails.text import Sentence, Text

_DAY = re.compile(
    r"(?P<weekday>(?<![そこあ]の)(?<!別の)(?<!他の)(?<!前の)(?<!次の)(?<!同じ)(?<!今夜は)(?<!今夜の)(?<!今日は)(?<![毎当休何曜前後翌初終満半新])[月火水木金土日](?=曜|[のにはがならもかと、。!?]|$))曜?日?"
    r"|(?P<group>土日|平日|週末|休日|休みの日)"
    r"|(?P<date>(?<![0-9初])(?!49日)[0-9]{1,2}(?:/[0-9]{1,2}|日)|[0-9]{1,2}月|(?<!四)[二三]?十[一二三四五六七八九]?日(?![間もぶ前目連]))"
    r"|(?P<near>明後日|あさって|明日|あした|今日|本日|今夜|今晩|翌日|翌週|再来週|来週|今週|再来月|来月|今月|月末|別の日|他の日"
    r"|祝日|連休)"
)
_HOUR = re.compile(
    r"(?P<morning>午前|朝(?![礼練型])|もーにんぐ)|(?P<noon>昼(?![前寝])|らんち)|(?P<afternoon>午後)|(?P<evening>夕方|夕(?!飯|食))"
    r"|(?P<night>(?<!今)夜(?![勤行型勉])|(?<!今)晩|夕飯|夕食|でぃなー|仕事終わり|仕事のあと|れいとしょー)"
)
_CLOCK = re.compile(r"[0-9]{1,2}(?=時(?!間))")
_GROUPS = {"土日": "土日", "平日": "月火水木金", "週末": "金土日", "休日": "土日", "休みの日": "土日"}
_DIGITS = "〇一二三四五六七八九"
_KANA = {
    "げつよう": "月",
    "かよう": "火",
    "すいよう": "水",
    "もくよう": "木",
    "きんよう": "金",
    "どよう": "土",
    "にちよう": "日",
}


@dataclass(frozen=True, slots=True)
class Days:
    """Day words as written, weekdays as their one kanji, hours as ``morning`` to ``night``, clock hours as said."""

    weekdays: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether a day is named; an hour alone is none."""
        return bool(self.weekdays or self.dates or self.near)

    def __or__(self, other: "Days") -> "Days":
        return Days(*(getattr(self, f.name) | getattr(other, f.name) for f in fields(self)))

    def __sub__(self, other: "Days") -> "Days":
        return Days(*(getattr(self, f.name) - getattr(other, f.name) for f in fields(self)))

    def meets(self, other: "Days") -> bool:
        """Whether both name a same day."""
        return bool(self.weekdays & other.weekdays or self.dates & other.dates or self.near & other.near)


def days_in(text: Text | Sentence) -> Days:
    """All day words of a text or a sentence."""
    if isinstance(text, Sentence):
        return days_of(text.fold, text.reading)
    return days_of(text.fold.text, text.reading.text)


def days_of(folded: str, read: str = "") -> Days:
    """The day words of a folded piece of text; ``read`` is the piece read aloud, where known."""
    weekdays = {kanji for kana, kanji in _KANA.items() if kana in read}
    dates: set[str] = set()
    near: set[str] = set()
    for match in _DAY.finditer(folded):
        if match["weekday"]:
            weekdays.add(match["weekday"])
        elif match["group"]:
            weekdays.update(_GROUPS[match["group"]])
        elif match["date"]:
            dates.add(_in_digits(match["date"]))
        elif match["near"]:
            near.add(match["near"])
    hours = {m.lastgroup for m in _HOUR.finditer(folded) if m.lastgroup}
    clock = frozenset(_CLOCK.findall(folded))
    return Days(frozenset(weekdays), frozenset(dates), frozenset(near), frozenset(hours), clock)


def _in_digits(date: str) -> str:
    """A date in kanji as one in digits: 二十七日 is 27日."""
    tens, ten, ones = date.removesuffix("日").partition("十")
    if not ten:
        return date
    return f"{_DIGITS.index(tens) if tens else 1}{_DIGITS.index(ones) if ones else 0}日"
