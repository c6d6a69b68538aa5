"""They offered a day or a group: it is answered, not bargained with."""

from guardrails.acts import Line
from guardrails.days import days_in, refused
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Category, Finding

W_OTHER_DAY = "相手が出してくれた日とちがう日になっています。"
H_ALTERNATIVE = "相手の出してくれた日に合わせるか、難しければお礼を先に伝えてみませんか。"
W_TWO = "みんなでと言ってくれた相手に、二人でと返すと押し返すことになります。"
_SOONER = frozenset({"今日", "本日", "今夜", "今晩", "明日", "あした", "明後日", "あさって", "今週", "来週"})
_WIDE = frozenset({"来週", "来月", "今週", "今月", "再来週", "月末", "再来月"})


def alternative(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    """A day they did not offer, or two alone where they offered a group."""
    out = []
    theirs, lost = days_in(incoming), refused(incoming)
    offered = theirs.weekdays - lost.weekdays
    sorry = any("sorry" in line.marks for line in known)
    everyone = any(
        w in incoming.fold.text for w in ("みんな", "皆", "友達", "一緒でも", "人で", "グループ", "誘って")
    )
    for line in known:
        mine = days_in(line.sentence)
        proposes = line.question or bool(line.marks & {"volition", "would_you", "request", "invite"})
        sooner = mine.near & _SOONER - theirs.near
        other = offered and mine.weekdays and not mine.weekdays & offered and not theirs.near & _WIDE
        if sorry or not proposes:
            continue
        if mine.weekdays & lost.weekdays or mine.dates & lost.dates or (sooner and theirs) or other:
            out.append(
                against(
                    text, line.sentence, "repropose.other_day", Category.REPROPOSE, W_OTHER_DAY, H_ALTERNATIVE
                )
            )
    if everyone:
        for line in known:
            if any(w in line.sentence.fold for w in ("二人", "2人", "ふたり")) and not sorry:
                out.append(
                    against(
                        text, line.sentence, "pressure.two_alone", Category.PRESSURE, W_TWO, H_ALTERNATIVE
                    )
                )
    return out
