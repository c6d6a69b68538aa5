"""Days and hours a text speaks of, and which of them the other side offered or refused."""

import re
from dataclasses import dataclass, fields

from guardrails.text import Sentence, Text

_DAY = re.compile(
    r"(?P<weekday>(?<![そこあ]の)(?<!別の)(?<!他の)(?<!前の)(?<!次の)(?<!同じ)(?<![毎当休何曜])[月火水木金土日](?=曜|[のにはがならもかと、。!?]|$))曜?日?"
    r"|(?P<group>土日|平日|週末|休日|休みの日)"
    r"|(?P<date>[0-9]{1,2}(?:/[0-9]{1,2}|日)|[0-9]{1,2}月)"
    r"|(?P<near>明後日|あさって|明日|あした|今日|本日|今夜|今晩|翌日|翌週|再来週|来週|今週|再来月|来月|今月|月末|別の日|他の日"
    r"|祝日|連休)"
)
_HOUR = re.compile(
    r"(?P<morning>午前|朝|もーにんぐ)|(?P<noon>昼|らんち|午後)|(?P<evening>夕方|夕)"
    r"|(?P<night>夜|晩|でぃなー|仕事終わり|仕事のあと|れいとしょー)"
)
_GROUPS = {"土日": "土日", "平日": "月火水木金", "週末": "金土日", "休日": "土日", "休みの日": "土日"}
_REFUSED = re.compile(
    r"(?:は|も|が|だと)?.{0,8}(?:無理|むり|だめ|駄目|難し|厳し|きつ|あかん|いかん|埋ま|行けな|行けん|仕事|用事|予定|先約|ばいと|出張|ごめん|すみ|苦手"
    r"|都合が?(?:悪|つか|合わ)|家族と|会議)"
)
_OFFER = re.compile(
    r"(?:なら|だったら|やったら|でしたら|どう|いかが|空いて|空い|いける|行ける|大丈夫|平気|なら!|れる|ですか|でもいい|がいい|落ち着|以降|あたり|行こ|にしない|にしよ|どげん|よか|でお願い|しない\?|け(?:ど|れば)?$)"
)
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
    """Day words as written, weekdays as their one kanji, hours as ``morning``, ``noon``, ``evening``, ``night``."""

    weekdays: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()

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
        return _days(text.fold, text.reading)
    return _days(text.fold.text, text.reading.text)


def _days(folded: str, read: str) -> Days:
    weekdays = {kanji for kana, kanji in _KANA.items() if kana in read}
    dates: set[str] = set()
    near: set[str] = set()
    for match in _DAY.finditer(folded):
        if match["weekday"]:
            weekdays.add(match["weekday"])
        elif match["group"]:
            weekdays.update(_GROUPS[match["group"]])
        elif match["date"]:
            dates.add(match["date"])
        elif match["near"]:
            near.add(match["near"])
    hours = {m.lastgroup for m in _HOUR.finditer(folded) if m.lastgroup}
    return Days(frozenset(weekdays), frozenset(dates), frozenset(near), frozenset(hours))


def offered_and_refused(incoming: Text) -> tuple[Days, Days]:
    """What their message offers and what it says no to, clause by clause: 土曜は仕事だけど日曜なら."""
    offered, lost = Days(), Days()
    for sentence in incoming.sentences:
        for clause in _CLAUSES.split(sentence.fold):
            if _REFUSED.search(clause) and not _OFFER.search(clause):
                lost |= _days(clause, "")
            else:
                offered |= _days(clause, "")
    return offered | (days_in(incoming) - lost), lost


_CLAUSES = re.compile(
    r"(?:だ|です|ます|い|る|た|ん)?(?:けれど|けど|ので|んで|から|(?:が|なの|で)(?=[月火水木金土日来再今明夜昼朝夕0-9]))|(?<=無理)(?=[^だでなのかっ])"
)
