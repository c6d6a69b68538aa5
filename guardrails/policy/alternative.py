"""They offered a day or a group: it is answered, not bargained with."""

import re

from guardrails.acts import Line
from guardrails.offers.days import Days, days_in
from guardrails.offers.offer import Offer, offer, places
from guardrails.policy.findings import against
from guardrails.text import Text
from guardrails.vocabulary import Act, Category, Finding

_SOONER = frozenset(
    ["今日", "本日", "今夜", "今晩", "明日", "あした", "明後日", "あさって", "今週", "来週", "今月"]
)
_EVERYONE = (
    "みんな",
    "皆",
    "友達",
    "一緒でも",
    "何人か",
    "数人",
    "3人",
    "4人",
    "三人",
    "四人",
    "ぐるーぷ",
    "誘って",
)
_TWO = ("二人", "2人", "ふたり")
_ASKS = frozenset({"volition", "would_you", "invite", "picks"})
_FITS = {
    "morning": {"morning"},
    "noon": {"morning", "noon", "afternoon"},
    "afternoon": {"noon", "afternoon", "evening"},
    "evening": {"afternoon", "evening", "night"},
    "night": {"evening", "night"},
}
"""What an hour they named is wide enough for."""
_LESS = (
    "より",
    "じゃなく",
    "ではなく",
    "もいいけど",
    "でもいいけど",
    "もいいですが",
    "でもいいですが",
    "もええけど",
    "でもええけど",
    "って気分じゃ",
    "は気分じゃ",
)
_TAKEN_UP = (
    r"(?:に|へ|を|も|は|で|とか)?(?:行|いこ|し(?:よ|な|ま)|見|観|食べ|飲|ど(?:う|や|な)|いかが|寄|やろ|入ろ)"
)
"""What is done with a thing that is proposed: 映画に行こう, not お迎えに響かないように."""
_ACCEPTS = re.compile(
    r"(?:日|曜|[月火水木金土]|週|月|末|朝|昼|夜)(?:(?:なら|で|に|も|が|の方が)?(?:大丈夫|平気|ok)|(?:は|なら|で|に|も|が|の方が)?"
    r"(?:空け|空いて|あけと|あけて|行け(?:る|ます)|いけ(?:る|ます)|会え(?:る|ます)|お願いし|伺い|ご一緒)(?!てほし|てもら|てくれ))"
)
"""What takes a day: 土曜、大丈夫だよ; not 土曜、了解, which takes in that it is none."""
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
        other = _of_day(text, line, theirs, incoming)
        out += [f for f in (other, _of_thing(text, line, theirs)) if f]
        if other and other.category is Category.REPROPOSE and _refused(days_in(line.sentence), theirs):
            out.append(against(text, "pressure.refused_day", line.sentence))
        if grouped and any(word in line.sentence.fold for word in _TWO):
            out.append(against(text, "pressure.two_alone", line.sentence))
    return out


def _of_thing(text: Text, line: Line, theirs: Offer) -> Finding | None:
    said = line.sentence.fold
    if any(f"{thing}{less}" in said for thing in theirs.things for less in _LESS):
        return against(text, "pressure.less_than", line.sentence)
    pressed = line.marks & _ASKS and "rather" not in line.marks
    if pressed and any(re.search(re.escape(thing) + _TAKEN_UP, said) for thing in theirs.refused):
        return against(text, "pressure.refused_thing", line.sentence)
    return None


def _of_day(text: Text, line: Line, theirs: Offer, incoming: Text) -> Finding | None:
    mine, rather = days_in(line.sentence), "rather" in line.marks
    kind = Act.CARE in line.acts and not line.question  # 23日は楽しんできて
    named_once = not (mine.weekdays and (mine.dates or mine.near))  # 翌週の土曜 may be another than 土曜
    accepts = not kind and named_once and _ACCEPTS.search(line.sentence.fold)
    if not (line.question or accepts or line.marks & (_ASKS if kind else _ASKS | {"request"})):
        return None
    if line.question and "digs" in line.marks and mine.meets(theirs.lost):
        return against(text, "probing.refused_day", line.sentence)
    if _other_day(mine, theirs, rather, incoming):
        rule = "repropose.other_day"
    elif _other_hour(mine, theirs, rather):
        rule = "repropose.other_hour"
    elif theirs.places and places(line.sentence) - theirs.places:
        rule = "repropose.other_place"
    else:
        return None
    return against(text, rule, line.sentence)


def _other_day(mine: Days, theirs: Offer, rather: bool, incoming: Text) -> bool:
    offered = theirs.days
    if offered and mine.near & _SOONER - offered.near:
        return True
    if mine.meets(offered):
        return rather and bool(mine - offered)
    if mine.meets(theirs.lost):
        return True
    if (offered.weekdays and mine.weekdays) or (offered.near and mine.near):
        return True
    return bool(offered.dates and mine.dates and not _ABOUT.search(incoming.fold.text))


def _refused(mine: Days, theirs: Offer) -> bool:
    only_lost = mine.meets(theirs.lost) and not mine.meets(theirs.days)
    return only_lost or bool(mine.hours & theirs.lost.hours - theirs.days.hours)


def _other_hour(mine: Days, theirs: Offer, rather: bool) -> bool:
    offered = theirs.days.hours
    if mine.hours & theirs.lost.hours - offered or (rather and theirs.days and mine.hours - offered):
        return True
    if offered and mine.hours - {hour for one in offered for hour in _FITS[one]}:
        return True
    return any(not theirs.since <= _as_said(int(hour), theirs) <= theirs.until for hour in mine.clock)


def _as_said(hour: int, theirs: Offer) -> int:
    """Their 18時 and our 7時 are of the same evening."""
    return hour + 12 if hour <= 11 and theirs.since >= 12 else hour
