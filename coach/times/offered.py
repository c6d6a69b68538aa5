"""The day inside an offer: 「来週の土曜ならどう?」 offers 「来週の土曜」."""

import re

_DAY = re.compile(
    r"(?:(?:来|再来|今)(?:週|月)の?|次の)?"
    r"(?:[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[0-9０-９]{1,2}/[0-9０-９]{1,2}|[0-9０-９]{1,2}日|[一二三四五六七八九十]{1,3}日"
    r"|[月火水木金土日]曜日?|土日|週末|平日|月末|連休|祝日|明後日|明日|あさって|あした|翌日|翌週|再来週|来週|今週|再来月|来月|今月)"
    r"(?:\([月火水木金土日]\)|（[月火水木金土日]）)?"
    r"(?:の?(?:午前|午後|お昼|昼|夕方|夜|朝|ランチ))?(?:過ぎ|すぎ|以降)?"
)


def day_in(offer: str) -> str:
    """The first day named in an offer, in its own words; "" when it names none.

    >>> day_in("来週の土曜ならどう?")
    '来週の土曜'
    """
    found = _DAY.search(offer)
    return found[0] if found else ""
