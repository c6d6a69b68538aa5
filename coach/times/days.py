"""Japanese expressions of past times, understood relative to today: how long ago something was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coach.times.background import of_something_else
from coach.times.dates import STAMP, WEEKDAYS, past_date

_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九")}
_NUMBER = r"(?:\d+|[〇一二三四五六七八九十]+|数|ひと|ふた|半)"
_UNIT = r"(?:日間|日目|日|週間|週|[かカヶケヵ個]月間|[かカヶケヵ個]月|月|年|晩|時間|分)"


@dataclass(frozen=True, slots=True)
class Ago:
    """A time in the past: where it stands in the text and how many days ago it was.

    ``passed`` says that the words count from something (3日前, 10日たった), not only name a span of time.
    """

    start: int
    end: int
    days: int
    passed: bool = False


def number(words: str) -> int | None:
    """A number in digits or kanji; 数 counts as 3, ひと as 1.

    >>> number("二十三"), number("10"), number("十")
    (23, 10, 10)
    """
    if words.isdigit():
        return int(words)
    special = {"数": 3, "ひと": 1, "ふた": 2}
    if words in special:
        return special[words]
    if "十" in words:
        tens, _, ones = words.partition("十")
        return _KANJI.get(tens, 1) * 10 + _KANJI.get(ones, 0)
    total = 0
    for c in words:
        if c not in _KANJI:
            return None
        total = total * 10 + _KANJI[c]
    return total


def _days(count: str, unit: str, half: bool) -> int | None:
    n = number(count)
    if n is None:
        return None
    if unit.startswith(("日", "晩")):
        return n
    if unit.startswith("週"):
        return n * 7 + (3 if half else 0)
    if unit.startswith("年"):
        return n * 365 + (182 if half else 0)
    if unit.startswith(("時", "分")):
        return 0
    return n * 30 + (15 if half else 0)


_BEFORE = re.compile(
    rf"(?P<n>{_NUMBER})(?P<unit>{_UNIT})(?P<half>半)?(?:くらい|ぐらい|ほど|ちょい|ちょっと|以上|弱|強)?(?:前|まえ|ぶり|(?P<later>後)(?!に|の|で|か|ま|、))"
)
_PASSED = re.compile(
    rf"(?:もう|ちょうど|丸|まる|かれこれ|そろそろ|約)?(?P<n>{_NUMBER})(?P<unit>{_UNIT})(?P<half>半)?"
    r"(?:くらい|ぐらい|ほど|ちょい|ちょっと|以上|近く|弱|強|目)?"
    r"(?P<later>)(?:が|も|は)?(?:たっ|たち|経|過ぎ|すぎ|あい|空い|空け|あけ|来ない|こない|返事|返信|ない|なし|音沙汰|既読|未読|たつ|、|。|で(?!も)|や(?:で|ねん|わ|。|、|$)|です|!|！|\?|？|$|\s|になる|の(?:間|あいだ)|目|無視|スルー|ノー|ゼロ|しか|かけて|空けて|控え|待(?:っ|ち(?:ま|続))|経過|引い|様子|音信|連絡)"
)
_FROM_THEN = re.compile(
    rf"(?:(?<=から)|(?<=以来)|(?<=て))(?:もう|ちょうど|丸|まる|かれこれ|はや|今日で|きょうで)*(?P<n>{_NUMBER})(?P<unit>(?>{_UNIT}))(?P<half>半)?"
    r"(?:と(?P<more>\d+|[一二三四五六])日)?(?P<later>)(?!後|以内|先|まで|は(?:空|あ|待|お)|おき|以上(?:空|あ|お))"
)
_SINCE = re.compile(r"(?:[てで]|から|その|あの日の?|(?:今日|きょう|今|いま)[はがで]?|もう)$")
"""What stands before 3日後 when the three days have gone by; else they are still to come."""
_IF = re.compile(
    r"(?:が|も)?(?:経|た|過|す)?(?:っ|ぎ|い|け)?(?:たら|れば|てば)[^。!\n]{0,16}(?:\?|いい|よい|だめ|ダメ|つもり|たい|よう|べき|ok)"
)
"""A time that is thought of, not gone by."""
_LONG_BEFORE = re.compile(
    r"(?:なって|始めて|はじめて|出会って|付き合って|知り合って|続けて|通って|越して)(?:から)?$"
)
_WORDS: tuple[tuple[str, int], ...] = (
    (r"一昨日|おととい|おとつい", 2),
    (r"一昨々日|さきおととい", 3),
    (r"昨日|きのう|昨夜|昨晩|ゆうべ|前日|翌日|次の日", 1),
    (
        r"直後|(?:今日|きょう)(?!で(?!す)|[はが]?(?:ちょうど|まる|丸|もう)?\d+日目)|今朝|けさ|さっき|先ほど|先程|さきほど|たった今|今さっき|いまさっき|ついさっき|今夜|今しがた|ただいま|今日の",
        0,
    ),
    (r"半月", 15),
    (r"半年", 182),
    (r"ひと月|一ヶ月|一か月|一カ月", 30),
    (r"先々月", 60),
    (r"先月(?!の?末)", 30),
    (r"去年|昨年", 300),
)
_LAST_WEEKDAY = re.compile(
    rf"(?P<week>先々週|先週|今週|この前|こないだ|この間)?の?(?P<day>[{WEEKDAYS}])曜日?"
)
_OF_THE_OUTING = re.compile(
    r"(?:[のにへは、]|夜|朝|昼|夕方)*(?:一緒|いっしょ)?[^。!?、「」□\n]{0,14}?(?:[こおもぼとろのそ]う?|よう?|ない(?:か(?:な)?)?|ません(?:か)?|どう(?:か(?:な)?|です(?:か)?)?)\??(?:って|と)(?:お?誘|さそ|言|送|声|line|聞)"
)
"""Behind a day: it is when they would go (今週の水曜いっしょに登ろって誘った), not when they were asked."""
_TODAY_WEEKDAY = re.compile(rf"(?:今日|きょう|今)(?:は|が)?(?P<day>[{WEEKDAYS}])曜")
_BARE_WEEKDAY = re.compile(
    rf"(?<!先週の)(?<!今週の)(?<!来週の)(?<!今日は)(?<!きょうは)(?<!次の)(?P<day>[{WEEKDAYS}])曜日?(?=に|、|。|で|が|[(（]|の(?:夜|朝|昼))"
)
_LAST_WEEK = re.compile(r"先々週|先週")
_MONTH_END = re.compile(r"先月の?末")
_MONTH = re.compile(
    r"(?<![\d/])(?P<m>\d{1,2}|(?<![一二三四五六七八九十数])[一二三四五六七八九十]{1,2}(?=月の(?:半ば|頭|初め|はじめ|末|終わり|上旬|中旬|下旬)))月(?=に|の(?:半ば|頭|初め|はじめ|末|終わり|上旬|中旬|下旬)|、|。|:|$|頃|ごろ|は|が)"
)


def ago(text: str, today: date) -> Iterator[Ago]:
    """Every time in the past that the text names of the matter, with the days since; times of day count as 0."""
    return (time for time in _named(text, today) if not of_something_else(text, time.start))


def _named(text: str, today: date) -> Iterator[Ago]:
    whole = [m.span() for m in _FROM_THEN.finditer(text) if m["more"]]
    for pattern in (_BEFORE, _PASSED, _FROM_THEN):
        for m in pattern.finditer(text):
            if pattern is not _FROM_THEN and any(a < m.start() < b for a, b in whole):
                continue
            if _IF.match(text, m.end()) or (m["later"] and not _SINCE.search(text, 0, m.start())):
                continue
            if m["n"] == "半" and m["unit"] in ("月", "年"):
                days: int | None = 15 if m["unit"] == "月" else 182
            elif m["unit"] == "月" and pattern is not _BEFORE and m["n"] not in ("ひと", "ふた"):
                days = None
            else:
                days = _days(m["n"], m["unit"], m["half"] is not None)
            if days is not None and pattern is _FROM_THEN and m["more"]:
                days += number(m["more"]) or 0
            if days is not None:
                yield Ago(m.start(), m.end(), days, not _LONG_BEFORE.search(text[: m.start()]))
    for words, days_ago in _WORDS:
        for m in re.finditer(f"(?:{words})(?!まで|いっぱい)", text):
            if _IF.match(text, m.end()):
                continue
            yield Ago(m.start(), m.end(), days_ago, passed=True)
    for m in _LAST_WEEKDAY.finditer(text):
        week = m["week"]
        if week is None:
            continue
        weekday = WEEKDAYS.index(m["day"])
        back = (today.weekday() - weekday) % 7
        if week == "今週" and (weekday > today.weekday() or _OF_THE_OUTING.match(text, m.end())):
            continue  # still to come
        if week == "先週":
            back = today.weekday() + 7 - weekday
        elif week == "先々週":
            back = today.weekday() + 14 - weekday
        yield Ago(m.start(), m.end(), back, passed=True)
    now = _TODAY_WEEKDAY.search(text)
    if now:
        for m in _BARE_WEEKDAY.finditer(text):
            yield Ago(m.start(), m.end(), (WEEKDAYS.index(now["day"]) - WEEKDAYS.index(m["day"])) % 7 or 7)
    for m in _LAST_WEEK.finditer(text):
        yield Ago(m.start(), m.end(), 7 if m.group() == "先週" else 14)
    for m in _MONTH_END.finditer(text):
        yield Ago(m.start(), m.end(), today.day, passed=True)
    for m in _MONTH.finditer(text):
        back = (today.month - (number(m["m"]) or today.month)) % 12
        if back:
            yield Ago(m.start(), m.end(), back * 30, passed=True)
    for m in STAMP.finditer(text):
        day = past_date(m.group(), today)
        if day is not None and (today - day).days < 200:
            yield Ago(m.start(), m.end(), (today - day).days)
