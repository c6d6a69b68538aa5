"""The day inside an offer: 「来週の土曜ならどう?」 offers 「来週の土曜」."""

import re

from guardrails.offers.days import days_of
from guardrails.offers.offer import offer
from guardrails.text import fold, view

_DAY = re.compile(
    r"(?:(?:来|再来|今|翌)(?:週|月)の?|次の)?"
    r"(?:[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[0-9０-９]{1,2}/[0-9０-９]{1,2}|[0-9０-９]{1,2}日|[一二三四五六七八九十]{1,3}日"
    r"|[月火水木金土日]曜日?|土日|週末|平日|月末|連休|祝日|明後日|明日|あさって|あした|翌日|翌週|再来週|来週|今週|再来月|来月|今月)"
    r"(?:\([月火水木金土日]\)|（[月火水木金土日]）)?"
    r"(?:の?(?:午前|午後|お昼|昼|夕方|夜|朝|ランチ))?(?:過ぎ|すぎ|以降)?"
)


def day_in(said: str) -> str:
    """The first day that is offered, in its own words; "" when none is, or only one that is refused.

    >>> day_in("来週の土曜ならどう?"), day_in("土曜は無理だけど日曜なら空いてるよ")
    ('来週の土曜', '日曜')
    """
    theirs = offer(view(said))
    for found in _DAY.finditer(said):
        named = days_of(fold(found[0]))
        if named.meets(theirs.days) or not named.meets(theirs.lost):
            return found[0]
    return ""
