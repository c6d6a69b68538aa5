"""The day inside an offer: 「来週の土曜ならどう?」 offers 「来週の土曜」."""

import re

from guardrails.offers.days import days_of
from guardrails.offers.offer import offer
from guardrails.text import fold, view

DAY = (
    r"(?:(?:(?:来|再来|今|翌)(?:週|月)の?|次の)?"
    r"(?:[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[0-9０-９]{1,2}/[0-9０-９]{1,2}|(?<![初四0-9０-９十])(?!49日|四十九日)(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日"
    r"|[月火水木金土日]曜日?|土日|週末|平日|月末|連休|祝日|明後日|明日|あさって|あした|翌日|翌週|再来週|来週|今週|再来月|来月|今月)"
    r"(?:\([月火水木金土日]\)|（[月火水木金土日]）)?"
    r"(?:の?(?:午前|午後|お昼|昼|夕方|夜|朝|ランチ))?(?:過ぎ|すぎ|以降)?)"
)
_DAY = re.compile(DAY)
_EVERY = re.compile(
    r"どっち|どちら|両[方日]|全部|ぜんぶ|いずれ|どの日|どれ|(?:その|あの|同じ|た)日|そこ|それも"
)


def days_in(said: str) -> tuple[str, ...]:
    """The days that are offered, in their own words, without those that are refused.

    >>> days_in("土曜は無理だけど、日曜か来週の月曜なら空いてるよ")
    ('日曜', '来週の月曜')
    """
    theirs = offer(view(said))
    found = []
    for m in _DAY.finditer(said):
        named = days_of(fold(m[0]))
        if named.meets(theirs.days) or not named.meets(theirs.lost):
            found.append(m[0])
    return tuple(found)


def day_in(said: str) -> str:
    """The first day that is offered, in its own words; "" when none is, or only one that is refused.

    >>> day_in("来週の土曜ならどう?"), day_in("土曜は無理だけど日曜なら空いてるよ")
    ('来週の土曜', '日曜')
    """
    return next(iter(days_in(said)), "")


def days_left(said: str, cannot: str) -> tuple[str, ...]:
    """The days of an offer but for those on which the user cannot come, by the words that say so.

    >>> days_left("土曜か日曜ならどう?", "日曜は仕事で行けない"), days_left("日曜ならどう?", "その日は無理")
    (('土曜',), ())
    """
    if _EVERY.search(cannot):
        return ()
    refused = [days_of(fold(m[0])) for m in _DAY.finditer(cannot)]
    return tuple(day for day in days_in(said) if not any(days_of(fold(day)).meets(no) for no in refused))
