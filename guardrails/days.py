"""Days a text speaks of, and which of them the other side offered."""

import re
from dataclasses import dataclass

from guardrails.text import Sentence, Text

_DAY = re.compile(
    r"(?P<weekday>(?<![そこあ]の)(?<!別の)(?<!他の)(?<!前の)(?<![毎当休何])[月火水木金土日](?=曜|[のにはがならもかと、。!?]|$)|土日|平日|週末|祝日|連休)曜?日?"
    r"|(?P<date>[0-9]{1,2}(?:/[0-9]{1,2}|日)|[0-9]{1,2}月)"
    r"|(?P<near>明後日|あさって|明日|あした|今日|本日|今夜|今晩|翌日|翌週|再来週|来週|今週|再来月|来月|今月|月末|別の日|他の日)"
)
_REFUSED = re.compile(
    r"(?:は|も|が|だと)?.{0,8}(?:無理|むり|だめ|駄目|難し|厳し|きつ|あかん|いかん|埋ま|行けな|行けん|仕事|用事|予定|先約|バイト|出張|ごめん|すみ|都合が?(?:悪|つか|合わ))"
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
    """Day words as written, weekdays as their one kanji."""

    weekdays: frozenset[str]
    dates: frozenset[str]
    near: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.dates or self.near)


def days_in(text: Text | Sentence) -> Days:
    """All day words of a text or a sentence."""
    if isinstance(text, Sentence):
        return _days(text.fold, text.reading)
    return _days(text.fold.text, text.reading.text)


def _days(folded: str, read: str) -> Days:
    weekdays: set[str] = set()
    dates: set[str] = set()
    near: set[str] = set()
    for match in _DAY.finditer(folded):
        if match["weekday"]:
            weekdays.update(match["weekday"] if match["weekday"] != "土日" else "土日")
        elif match["date"]:
            dates.add(match["date"])
        elif match["near"]:
            near.add(match["near"])
    weekdays.update(kanji for kana, kanji in _KANA.items() if kana in read)
    return Days(frozenset(weekdays), frozenset(dates), frozenset(near))


def offers(incoming: Text) -> bool:
    """Whether their message names a day or plan that would do."""
    for sentence in incoming.sentences:
        line = sentence.fold
        if _OFFER.search(line) and (_DAY.search(line) or any(k in sentence.reading for k in _KANA)):
            return True
    return False


def refused(incoming: Text) -> Days:
    """The days their message says no to, clause by clause: 土曜は仕事だけど日曜なら."""
    found = Days(frozenset(), frozenset(), frozenset())
    for sentence in incoming.sentences:
        for clause in _CLAUSES.split(sentence.fold):
            if _REFUSED.search(clause) and not _OFFER.search(clause):
                lost = _days(clause, "")
                found = Days(found.weekdays | lost.weekdays, found.dates | lost.dates, found.near | lost.near)
    return found


_CLAUSES = re.compile(
    r"(?:だ|です|ます|い|る|た|ん)?(?:けれど|けど|ので|んで|から|が(?=[月火水木金土日来再今明0-9]))|(?<=無理)(?=[^だでなのかっ])"
)
