"""Whether the words quoted as theirs are an old no, and something of theirs is told to have come since."""

import re

from coach.lexicon import fold
from coach.said.replying import answers
from coach.situation import Reading
from guardrails.vocabulary import Stage

_PAUSE = (Stage.COOLDOWN, Stage.SECOND_INVITE)
_A_WEEK = 7
_CLAUSE_END = re.compile(r"[、。!?\n]")
_CAME_SINCE = re.compile(
    r"(?:報告|連絡|知らせ|line|ライン|写真|動画|メッセージ|返[事信]|スタンプ|近況|コメント|いいね)(?:も|が|を|まで)?(?:あ(?:った|り(?:まし|、))|来(?:た|て|まし|る)|き(?:た|て|まし)|届[いき]|くれ|もら|いただ|送(?:られ|って(?:き|く|来)))"
    r"|(?<!好き)(?<!たい)(?:って|と|を)(?:話し|言っ|教え|報告し|喜んで|書い|送っ)(?:て)?(?:くれ|き(?:た|て|まし)|来(?:た|て|まし)|い?(?:た|まし)|まし)"
    r"|(?:向こう|相手|先方|彼女?|あちら|あの[子人方]|本人)から[^。!?\n]{0,16}(?:来|き(?:た|て|まし)|届|くれ|もら)"
)


def outdated(reading: Reading, message: str) -> bool:
    """Whether what would stand as their newest words is the no of weeks ago (…と断られた。受かったって報告も来た)."""
    no = reading.incoming
    if no is None or reading.stage not in _PAUSE or (reading.days_since or 0) < _A_WEEK:
        return False
    reason = reading.reason.span
    refuses = answers(no.text) or (reason is not None and no.start <= reason.start < no.end)
    behind = fold(message[no.end :]).text
    mark = _CLAUSE_END.search(behind)  # up to it, it is told how the no came: 」と返ってきました。
    return refuses and mark is not None and bool(_CAME_SINCE.search(behind, mark.end()))
