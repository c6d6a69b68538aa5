"""Whether a no stands on top of an earlier one: 先月誘って断られて、今日カフェに誘ったら「ごめん」. Two of them end the inviting."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from coach.lexicon import fold
from coach.planning.waiting import STILL_FRESH
from coach.standing.meeting import meeting_declined
from coach.standing.telling import Told
from guardrails.vocabulary import Span

_SENTENCE_END = re.compile(r"[。!?\n]")
_INVITED = re.compile(
    r"誘(?:っ(?:た(?!い|ほう|方|こと|ら、?(?:いい|だめ|ダメ|駄目|迷惑|しつこ|重|まず|嫌|怖|引|困|失礼|うざ|悪|どう|早|断られ(?:る|ます|そう)))|て(?=[、「『□断]|み(?:た(?!い|ら(?:って|と|どう|、))|まし))|ちゃ)|い(?:まし|を(?:し|かけ)|した|の(?:line|連絡))|うた|うて(?=[、「『□断]))"
    r"|声(?:を)?(?:お)?(?:かけ|掛け)(?:た(?!い|ほう|方)|て(?!い|も)|まし)|(?:ない|ません|どう)(?:か|かな)?\??(?:って|と)(?:送|聞|line|言)(?:っ|い)"
)
"""What the user did once more."""
_NOT_MADE = re.compile(
    r"(?:だめ|ダメ|駄目|いけ|まず|あかん|お(?:う|っか)|いたい|え(?:ば|よ)|いい|ええ|大丈夫)"
)
"""Behind 誘っちゃ: it is asked whether to, or wished."""
_EARLIER = re.compile(
    r"前に|以前|この前|こないだ|前回|最初|一度目?|一回目?|1回目?|去年|昨年|[春夏秋冬](?:頃|ごろ|先|休み)?に|\d月に?|(?:正月|連休|gw|お盆|年末|年始|クリスマス)に"
)
_ANEW = re.compile(
    r"また(?!は|今度|ね)|もう(?:一|1|いっ)(?:度|回|かい)|もっかい|再び|再度|改めて|あらためて|今度は|今回|[二2](?:度|回)目|懲りず|こりず|リベンジ|久しぶり|ひさびさ|久々"
    r"|しばらく(?:して|た[っち]|経[っち])|(?:間|日|期間|時間)を(?:あけ|空け|置[いき]|おい)|後日|先日|この間|今週|週末|(?:日|週間|月)(?:後|して|あけ|空け|た[っち]|経[っち])"
)
_AT_ONCE = re.compile(
    r"(?:す|直)ぐ|じゃあ?、|それなら|その場で|別(?:の)?日|ほかの日|他の日|代わりの|候補|日(?:を|程)(?:変|ずら)"
)
"""Another day for the same thing, asked for in the same breath: what answers it is the same no (or dodges it, A-4)."""
_TOLD_BACK = re.compile(r"断り|ことわり|理由|(?:あの|その)(?:とき|時)")
"""Words that go back to the first no."""
_MET = re.compile(
    r"会え(?:た|て|まし)|会っ(?:た|て)|会いまし|行って(?:くれ|き|来)|行けた|行きまし|遊ん|来てくれ|ok(?:して|もら|だ)|付き合い始"
)
_HAVE_MET = re.compile(
    r"楽しかった(?!ら)|(?:みんなで|一緒に|二人で|ふたりで)(?:行っ|飲ん|食べ|遊ん|観|見)[ただ](?!ら|い|ほう|方|こと|人)|会(?:え(?:た|まし)|っ(?:た|てき(?:た|まし))|いまし)(?!ら|い|ほう|方|こと|人|子|とき|時|の(?:は|が|に))|(?:行|遊ん|食べ|飲ん|観|見)[っんて]*てき(?:た|まし)(?!ら|い)"
    r"|(?:デート|食事|お茶|ランチ|ご飯|ごはん|飲み)(?:に)?(?:行っ|いっ|し)(?:た(?!い|ら|ほう|方|こと)|てき|まし)"
)
"""It is told that they have met: what was arranged is over."""
_SOMEBODY_ELSE = re.compile(
    r"(?:別|ほか|他|違う|新しい|次)の?(?:人|子|女|男|相手)|(?:別|ほか|他)の方(?!法)|(?:友達|友だち|友人|同僚|同期|後輩|先輩|妹|姉|弟|兄|母|父|親|家族|みんな)(?:の[^。、]{1,6})?(?:を|に|も)(?:は)?[^。、]{0,8}(?:誘|声)"
)
_SECOND_TIME = re.compile(
    r"[二三四2-4](?:回|度)目に(?:お?誘(?:いし|っ)|お?声(?:を)?(?:お)?(?:かけ|掛け)(?:し)?)(?:た|て|まし|、)(?!い|ほう|方|場合|として|とし)[^。!?]{0,24}?も、?(?:「|『)?□"
)
"""What was invited to a second time came to nothing *too*; without も the first time may have been a yes."""
_SECOND_MADE = re.compile(
    r"[二三2-3](?:回|度)目(?:の|に|を)?、?お?(?:誘(?:い(?:を)?(?:し|いたし|送)|っ)|声(?:を)?(?:お)?(?:かけ|掛け))(?:た|て|まし)(?!い|ほう|方|場合|ら(?:い|しつ|重|だめ|ダメ))"
)


def has_invited(told: Told) -> bool:
    """Whether an invitation of the user's is told of as made; who only asks whether to invite has made none."""
    text = told.folded.text
    return any(not _NOT_MADE.match(text, m.end()) for m in _INVITED.finditer(text))


def asked_anew(told: Told, start: int) -> bool:
    """Whether an invitation anew lies between a no that is told of and this offset: what stands here answers that one."""
    text, here = told.folded.text, bisect_left(told.folded.at, start)
    return any(first[1] < here and _lies_apart(told, text, first, here) for first in told.places("declined"))


def said_no_again(quoted: Sequence[tuple[Span, ...]], told: Told) -> bool:
    """Whether the newest no answers an invitation that came after a no told of, or quoted, before it.

    The two must lie apart in time, or the second be told as asked anew. Who met in between, who asked somebody else, and
    who only asked for another day has one no.
    """
    at, text = told.folded.at, told.folded.text
    noes = [(bisect_left(at, no[0].start), bisect_left(at, no[-1].end)) for no in quoted]
    places = sorted([*noes, *told.places("declined")])
    return any(
        first[1] < last[0]
        and _lies_apart(told, text, first, last[0])
        and not met(text, first[1], last[0])
        and not _SOMEBODY_ELSE.search(text, _head(text, first[0]), last[0])
        for i, first in enumerate(places)
        for last in places[i + 1 :]
    )


def talking_again(told: Told, start: int, end: int) -> bool:
    """Whether talk is told to go well between these offsets, and nothing of an invitation: what comes then is talk."""
    first, last = bisect_left(told.folded.at, start), bisect_left(told.folded.at, end)
    warm = any(first <= at < last for at, _ in told.places("warm", "daily"))
    return warm and not _INVITED.search(told.folded.text, first, last)


def second_time(text: str, no: str) -> bool:
    """Whether the no in these words answers a second invitation, and says so or refuses the meeting itself."""
    m = _SECOND_TIME.search(text)
    if m is None and meeting_declined(fold(no).text):
        m = _SECOND_MADE.search(text)
    return m is not None and not met(text, 0, m.start())


def met(text: str, start: int, end: int) -> bool:
    """Whether the two are told to have met between these places: what is refused after that is refused once."""
    return _MET.search(text, start, end) is not None


def has_met(told: Told) -> bool:
    """Whether a meeting of the two is told of as over; who would like to meet has not met."""
    return bool(_HAVE_MET.search(told.folded.text))


def _head(text: str, at: int) -> int:
    """Where the sentence begins."""
    return max((m.end() for m in _SENTENCE_END.finditer(text, 0, at)), default=0)


def _lies_apart(told: Told, text: str, first: tuple[int, int], second: int) -> bool:
    head = _head(text, first[0])
    before, between = text[head : first[0]], text[first[1] : second]
    if (
        not _INVITED.search(text, first[1], second + 1)
        or _AT_ONCE.search(between)
        or _TOLD_BACK.search(between)
    ):
        return False
    then = [t.days for t in told.times if head <= t.start and t.end <= first[0]]
    now = [t.days for t in told.times if first[1] <= t.start and t.end <= second]
    if then and now:
        return max(then) - min(now) > STILL_FRESH.days
    long_ago = bool(_EARLIER.search(before)) or (bool(then) and max(then) > STILL_FRESH.days)
    anew = bool(_ANEW.search(between))
    return (long_ago and bool(now)) or (anew and (long_ago or not now))
