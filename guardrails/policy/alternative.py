"""They offered a day or a group: it is answered, not bargained with."""

import re

from guardrails.acts import Line
from guardrails.days import Days, days_in
from guardrails.offer import Offer, offer
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Act, Category, Finding

W_OTHER_DAY = "相手が出してくれた日とちがう日になっています。"
W_OTHER_HOUR = "相手が難しいと言った時間帯になっています。"
W_REFUSED = "難しいと言われた日のことをたずねると、理由を聞き出すように届きます。"
H_ALTERNATIVE = "相手の出してくれた日に合わせるか、難しければお礼を先に伝えてみませんか。"
W_THING = "相手が難しいと言ったことを、もう一度すすめる形になっています。"
W_TWO = "みんなでと言ってくれた相手に、二人でと返すと押し返すことになります。"
_SOONER = frozenset("今日 本日 今夜 今晩 明日 あした 明後日 あさって 今週 来週 今月".split())  # noqa: SIM905
_EVERYONE = ("みんな", "皆", "友達", "一緒でも", "人で", "ぐるーぷ", "誘って")
_TWO = ("二人", "2人", "ふたり")
_ASKS = frozenset({"volition", "would_you", "invite", "picks"})
_LATE = frozenset({"night"})
_ABOUT = re.compile("以降|頃|ごろ|あたり|前後|から|過ぎ|どこか|週")


def alternative(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    """A day or hour they did not offer, a question about the day they refused, two alone for a group."""
    if any("sorry" in line.marks for line in known):
        return []
    out = []
    theirs = offer(incoming)
    grouped = any(word in incoming.fold.text for word in _EVERYONE)
    grouped = grouped and "どっち" not in incoming.fold.text
    for line in known:
        found = _of_day(text, line, theirs, incoming)
        if found:
            out.append(found)
        elif (
            line.marks & _ASKS
            and "rather" not in line.marks
            and any(thing in line.sentence.fold for thing in theirs.refused)
        ):
            out.append(
                against(
                    text, line.sentence, "pressure.refused_thing", Category.PRESSURE, W_THING, H_ALTERNATIVE
                )
            )
        if grouped and any(word in line.sentence.fold for word in _TWO):
            out.append(
                against(text, line.sentence, "pressure.two_alone", Category.PRESSURE, W_TWO, H_ALTERNATIVE)
            )
    return out


def _of_day(text: Text, line: Line, theirs: Offer, incoming: Text) -> Finding | None:
    mine, offered, lost = days_in(line.sentence), theirs.days, theirs.lost
    kind = Act.CARE in line.acts and not line.question  # 23日は楽しんできて
    if not line.question and not line.marks & (_ASKS if kind else _ASKS | {"request"}):
        return None
    if line.question and "digs" in line.marks and mine.meets(lost):
        return against(text, line.sentence, "probing.refused_day", Category.PROBING, W_REFUSED, H_ALTERNATIVE)
    if _other_day(mine, offered, lost, incoming) or (
        "rather" in line.marks and offered and mine.hours - offered.hours
    ):
        rule, why = "repropose.other_day", W_OTHER_DAY
    elif mine.hours & lost.hours - offered.hours or (offered.hours and mine.hours - offered.hours & _LATE):
        rule, why = "repropose.other_hour", W_OTHER_HOUR
    else:
        return None
    return against(text, line.sentence, rule, Category.REPROPOSE, why, H_ALTERNATIVE)


def _other_day(mine: Days, offered: Days, lost: Days, incoming: Text) -> bool:
    if offered and mine.near & _SOONER - offered.near:
        return True
    if mine.meets(offered):
        return False
    if mine.meets(lost):
        return True
    if offered.weekdays and mine.weekdays:
        return True
    return bool(offered.dates and mine.dates and not _ABOUT.search(incoming.fold.text))
