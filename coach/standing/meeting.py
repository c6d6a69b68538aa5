"""A refusal to meet at all (お会いするのは遠慮させてください): a last word, where no day, no reason and no other way is named.

Beside a no, that they go on to talk as ever (通話ならいつも通りできる) is no other way: nothing is offered that was not there.
"""

import re

from coach.lexicon import lexicon
from coach.situation import ReasonKind
from coach.standing.own_reason import kind_of

_FROM_AFAR = r"(?:(?:ビデオ|グループ|寝落ち)?通話|電話|line|ライン|チャット|dm|メッセ(?:ージ)?|文字|オンライン|ボイチャ|ゲーム(?:内)?|ネット)"
_EVER = r"(?:いつも|今まで|いままで|これまで|前|以前|普段|ふだん)(?:の?(?:通り|とおり|どおり|まま|ように|感じで)|と(?:同じ|変わらず|一緒)(?:に|ように|く)?|みたいに)|(?:今後も)?変わらず|引き続き"
_AS_EVER = re.compile(
    rf"{_FROM_AFAR}[^。!?、\n]{{0,4}}?(?:なら|だったら|でしたら|は|とか|も)[^。!?、\n]{{0,4}}?(?:{_EVER})[^。!?、\n]*"
    rf"|(?:{_EVER})[^。!?、\n]{{0,3}}?{_FROM_AFAR}[^。!?、\n]{{0,2}}?(?:なら|だったら|でしたら|は|とか)[^。!?、\n]*"
)
_OTHER_WAYS = ("offer", "group", "postponed", "undecided")


def meeting_refused(words: str) -> re.Match[str] | None:
    """Where folded words say so; who is ill or away, or would rather talk, refuses a day and not the meeting."""
    return _found("closed_to_meeting", words)


def meeting_declined(words: str) -> bool:
    """Whether folded words say that to meet is hard or cannot be: a last word to whom it is the second time."""
    return _found("meeting_declined", words) is not None


def as_ever(words: str) -> re.Match[str] | None:
    """Where folded words only keep what there is between the two: talk from afar as before, and no day is named."""
    found = (m for m in _AS_EVER.finditer(words) if not lexicon("signs")["dated"].find(m[0]))
    return next(found, None)


def _found(name: str, words: str) -> re.Match[str] | None:
    families = lexicon("signs")
    found = families[name].find(words)
    if found is None or any(families[other].find(words) for other in _OTHER_WAYS):
        return None
    return found if kind_of(words) is ReasonKind.OTHER else None
