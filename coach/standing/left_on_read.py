"""Whether it is the user who has read their words and not answered yet: 「『…』って来て、まだ既読のまま」."""

import re
from bisect import bisect_left

from coach.standing.telling import Told

_READ = re.compile(
    r"(?P<yet>(?:まだ|未だ|今[はも]?|とりあえず|ひとまず|一応|いちおう|、)*)(?:既読|きどく)(?!スルーされ|無視され)"
)
_CAME = re.compile(
    r"[」』”\"、。…!?\s]*(?:(?:って|っち|と|て)?(?:言われ|いわれ|言って(?:き|くれ)|来|き|返って(?:き|来)|返事(?:が)?(?:来|き)|line(?:が)?(?:来|き)|届い)(?:て|た(?:の(?:に|で|を)?|けど|まま)?|まし(?:て|た(?:が|けど)?))(?:い?て)?)?[、。!\s]*"
)


def left_on_read(told: Told, end: int) -> bool:
    """Whether the words of theirs that end here (an offset of the message) are what stands read.

    Between them and the mark it is only told that they came, and no mark of a message of the user's follows.
    """
    text = told.folded.text
    came = _CAME.match(text, bisect_left(told.folded.at, end))
    read = _READ.match(text, came.end()) if came else None
    if read is None or not (read["yet"] or told.has("reply_aim")):
        return False
    return all(start < read.end() for start, _ in told.places("silent", "sent"))
