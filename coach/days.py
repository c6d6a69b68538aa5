"""Japanese expressions of time, understood relative to today: how long ago, and until when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九")}
_NUMBER = r"(?:\d+|[〇一二三四五六七八九十]+|数|ひと|ふた|半)"
_UNIT = r"(?:日間|日目|日|週間|週|[かカヶケヵ個]月間|[かカヶケヵ個]月|月|年|晩|時間|分)"
_WEEKDAY = "月火水木金土日"


@dataclass(frozen=True, slots=True)
class Ago:
    """A time in the past: where it stands in the text and how many days ago it was.

    ``passed`` says that the words count from something (3日前, 10日たった), not only name a span of time.
    """

    start: int
    end: int
    days: int
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Until:
    """How long a reason lasts: the words, and the last day of it when that can be told."""

    start: int
    end: int
    words: str
    day: date | None


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
    rf"(?P<n>{_NUMBER})(?P<unit>{_UNIT})(?P<half>半)?(?:くらい|ぐらい|ほど|ちょい|ちょっと|以上|弱|強)?(?:前|まえ|ぶり)"
)
_PASSED = re.compile(
    rf"(?:もう|ちょうど|丸|まる|かれこれ|そろそろ|約)?(?P<n>{_NUMBER})(?P<unit>{_UNIT})(?P<half>半)?"
    r"(?:くらい|ぐらい|ほど|ちょい|ちょっと|以上|近く|弱|強|目)?"
    r"(?:が|も|は)?(?:たっ|たち|経|過ぎ|すぎ|あい|空い|空け|あけ|来ない|こない|返事|返信|ない|なし|音沙汰|既読|未読|たつ|、|。|で|や|です|!|！|\?|？|$|\s|になる|の(?:間|あいだ)|目|間|無視|スルー|ノー|ゼロ|かけて|空けて|控え|待っ|引い|様子|音信|連絡)"
)
_SINCE = re.compile(r"前|まえ|たっ|たち|たつ|経|過ぎ|すぎ|目")
_WORDS: tuple[tuple[str, int], ...] = (
    (r"一昨日|おととい|おとつい", 2),
    (r"一昨々日|さきおととい", 3),
    (r"昨日|きのう|昨夜|昨晩|ゆうべ|前日|翌日", 1),
    (
        r"今日|きょう|今朝|けさ|さっき|先ほど|先程|さきほど|たった今|今さっき|いまさっき|ついさっき|今夜|今しがた|ただいま|今日の",
        0,
    ),
    (r"半月", 15),
    (r"半年", 182),
    (r"ひと月|一ヶ月|一か月|一カ月", 30),
    (r"先月末|先月の末", 25),
    (r"先々月", 60),
    (r"先月", 30),
    (r"去年|昨年", 300),
)
_LAST_WEEKDAY = re.compile(
    rf"(?P<week>先々週|先週|今週|この前|こないだ|この間)?の?(?P<day>[{_WEEKDAY}])曜日?"
)
_TODAY_WEEKDAY = re.compile(rf"(?:今日|きょう|今)(?:は|が)?(?P<day>[{_WEEKDAY}])曜")
_BARE_WEEKDAY = re.compile(
    rf"(?<!先週の)(?<!今週の)(?<!来週の)(?<!今日は)(?<!きょうは)(?<!次の)(?P<day>[{_WEEKDAY}])曜日?(?=に|、|。|で|が|の(?:夜|朝|昼))"
)
_LAST_WEEK = re.compile(r"先々週|先週")
_DATE = re.compile(r"(?:(?P<y>\d{4})[/年.-])?(?P<m>\d{1,2})(?:[/月.-])(?P<d>\d{1,2})日?")
_MONTH = re.compile(
    r"(?<![\d/])(?P<m>\d{1,2}|(?<![一二三四五六七八九十数])[一二三四五六七八九十]{1,2}(?=月の(?:半ば|頭|初め|はじめ|末|終わり|上旬|中旬|下旬)))月(?=に|の(?:半ば|頭|初め|はじめ|末|終わり|上旬|中旬|下旬)|、|。|:|$|頃|ごろ|は|が)"
)
_MONTH_IS = re.compile(r"(?:今は?|いまは?)(?P<m>\d{1,2})月")
_TODAY_IS = re.compile(
    r"(?:今日|きょう|本日|現在|いま|今)(?:は|が|:|：|=|=)?\s*(?:(?P<m>\d{1,2})[/月])?(?P<d>\d{1,2})日?(?!時|分|:|歳|才|通|個|回|人|万|円|週|か月|ヶ月|年)"
    r"|(?:(?P<m2>\d{1,2})[/月])(?P<d2>\d{1,2})日?\s*(?:←|<-|…)?\s*(?:いま|今日|今ここ|きょう|現在)"
)


def told_today(text: str, today: date) -> date | None:
    """The day the user says it is (「今日は10/5」), as the nearest such day; None when not said."""
    m = _TODAY_IS.search(text)
    if not m:
        only = _MONTH_IS.search(text)
        return _on(today.year, int(only["m"]), 15) if only else None
    day = int(m["d"] or m["d2"])
    month = int(m["m"] or m["m2"] or 0)
    if not month:
        in_stamps = _DATE.findall(text)
        month = int(in_stamps[0][1]) if in_stamps else today.month
    return _on(today.year, month, day)


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def past_date(text: str, today: date) -> date | None:
    """The newest day not after ``today`` that a stamp such as 10/3 or 2025/04/18 means."""
    m = _DATE.search(text)
    if not m:
        return None
    month, day = int(m["m"]), int(m["d"])
    if m["y"]:
        return _on(int(m["y"]), month, day)
    for year in (today.year, today.year - 1):
        found = _on(year, month, day)
        if found and found <= today:
            return found
    return None


def ago(text: str, today: date) -> Iterator[Ago]:
    """Every time in the past that the text names, with the days since; times of day count as 0."""
    for pattern in (_BEFORE, _PASSED):
        for m in pattern.finditer(text):
            if m["n"] == "半" and m["unit"] in ("月", "年"):
                days: int | None = 15 if m["unit"] == "月" else 182
            elif m["unit"] == "月" and pattern is _PASSED and m["n"] not in ("ひと", "ふた"):
                days = None
            else:
                days = _days(m["n"], m["unit"], m["half"] is not None)
            if days is not None:
                yield Ago(m.start(), m.end(), days, bool(_SINCE.search(m.group())))
    for words, days_ago in _WORDS:
        for m in re.finditer(words, text):
            yield Ago(m.start(), m.end(), days_ago)
    for m in _LAST_WEEKDAY.finditer(text):
        week = m["week"]
        if week is None:
            continue
        back = (today.weekday() - _WEEKDAY.index(m["day"])) % 7
        if week == "先週":
            back = today.weekday() + 7 - _WEEKDAY.index(m["day"])
        elif week == "先々週":
            back = today.weekday() + 14 - _WEEKDAY.index(m["day"])
        yield Ago(m.start(), m.end(), back)
    now = _TODAY_WEEKDAY.search(text)
    if now:
        for m in _BARE_WEEKDAY.finditer(text):
            yield Ago(m.start(), m.end(), (_WEEKDAY.index(now["day"]) - _WEEKDAY.index(m["day"])) % 7 or 7)
    for m in _LAST_WEEK.finditer(text):
        yield Ago(m.start(), m.end(), 7 if m.group() == "先週" else 14)
    for m in _MONTH.finditer(text):
        back = (today.month - (number(m["m"]) or today.month)) % 12
        if back:
            yield Ago(m.start(), m.end(), back * 30)
    for m in _DATE.finditer(text):
        day = past_date(m.group(), today)
        if day is not None and (today - day).days < 200:
            yield Ago(m.start(), m.end(), (today - day).days)


_NTH = re.compile(
    r"(?:(?P<next>来月|再来月|今月)の?)?(?:(?P<m>\d{1,2})[/月])?(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})日?"
)
_ENDS = re.compile(
    r"(?P<words>(?:(?P<when>(?:来月|再来月|今月|来週|再来週|今週|年内|今年|年度|年度末|月末|来月末|今月末|週末|お盆|正月|年末年始|年末|年明け|gw|ゴールデンウィーク|連休|三連休|春休み|夏休み|冬休み)"
    r"|(?:(?:来月|再来月|今月)の?)?(?:\d{1,2}[/月])?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)(?P<in>[^。!?、\n]{0,10}?)(?P<end>いっぱい|まで|迄|明け|あけ|過ぎ|すぎ|が終わ|中は|中|に終わ|締切|〆切|締め切)))",
    re.I,
)
_NTH_DAY = re.compile(
    r"(?P<words>(?:(?P<m>\d{1,2})月(?:の)?)?(?P<n>第[1-5一二三四五]|最後の|最終)(?P<day>[月火水木金土日])曜日?(?:まで|が終わ|の[^。、]{0,6}まで|だから)?)"
)
_UNDATED = re.compile(
    r"(?P<words>[^。!?、,\n「」]{0,14}?(?:試験|テスト|受験|繁忙期|決算|締切|締め切り|納期|出張|旅行|実習|研修|卒論|合宿|発表|就活|大会|ライブ|本番|千秋楽|入稿|引っ越し|治療|手術|退院|検査)(?:が|の)?(?:まで|終わ(?:る|った|り|ら)|明け|おわ(?:る|った)|すむ|済む)[^。!?、,\n「」]{0,4})"
)


def _month_end(day: date, ahead: int) -> date:
    month = day.month + ahead + 1
    return date(day.year + (month - 1) // 12, (month - 1) % 12 + 1, 1) - timedelta(days=1)


def _named(when: str, today: date) -> date | None:
    sunday = today + timedelta(days=6 - today.weekday())
    fixed = {
        "今週": sunday,
        "週末": sunday,
        "来週": sunday + timedelta(days=7),
        "再来週": sunday + timedelta(days=14),
        "今月": _month_end(today, 0),
        "月末": _month_end(today, 0),
        "今月末": _month_end(today, 0),
        "来月": _month_end(today, 1),
        "来月末": _month_end(today, 1),
        "再来月": _month_end(today, 2),
        "年内": date(today.year, 12, 31),
        "今年": date(today.year, 12, 31),
        "年末": date(today.year, 12, 31),
        "年度": _next(today, 3, 31),
        "年度末": _next(today, 3, 31),
        "お盆": _next(today, 8, 16),
        "正月": _next(today, 1, 3),
        "年明け": _next(today, 1, 3),
        "年末年始": _next(today, 1, 3),
        "gw": _next(today, 5, 6),
        "ゴールデンウィーク": _next(today, 5, 6),
    }
    if when.lower() in fixed:
        return fixed[when.lower()]
    m = _NTH.fullmatch(when)
    if not m:
        return None
    day = number(m["d"])
    if day is None:
        return None
    if m["m"]:
        return _next(today, int(m["m"]), day)
    ahead = {"来月": 1, "再来月": 2, "今月": 0}.get(m["next"] or "")
    first = _month_end(today, (ahead or 0) - 1) + timedelta(days=1)
    found = _on(first.year, first.month, day)
    if ahead is None and found is not None and found < today:
        first = _month_end(today, 0) + timedelta(days=1)
        found = _on(first.year, first.month, day)
    return found


def _next(today: date, month: int, day: int) -> date | None:
    for year in (today.year, today.year + 1):
        found = _on(year, month, day)
        if found and found >= today:
            return found
    return None


def _nth(m: re.Match[str], today: date) -> date | None:
    """The n-th or last weekday of a month, the next one from today."""
    month = int(m["m"] or today.month)
    year = today.year + (month < today.month)
    first = _on(year, month, 1)
    if first is None:
        return None
    ahead = (_WEEKDAY.index(m["day"]) - first.weekday()) % 7
    days = [first + timedelta(days=ahead + 7 * i) for i in range(5)]
    days = [d for d in days if d.month == month]
    if not m["n"].startswith("第"):
        return days[-1]
    n = number(m["n"][1:]) or 1
    return days[n - 1] if n <= len(days) else None


def until(text: str, today: date) -> Until | None:
    """How long the reason in a reply lasts, as they put it (「来月の10日まで」「お盆明け」).

    The day counts from ``today``, the day the reply is read. None when nothing is said; ``day`` is None when
    what is said has no date (「試験が終わるまで」).
    """
    m = _ENDS.search(text)
    if m:
        day = _named(m["when"], today)
        return Until(m.start("words"), m.end("words"), m["words"], day)
    m = _NTH_DAY.search(text)
    if m:
        return Until(m.start("words"), m.end("words"), m["words"], _nth(m, today))
    m = _UNDATED.search(text)
    if m:
        return Until(m.start("words"), m.end("words"), m["words"], None)
    return None
