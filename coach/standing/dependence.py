"""Whether one of the two depends on the other, so that a soft no cannot be taken as a free one."""

import re
from collections.abc import Sequence

from coach.standing.telling import Told
from guardrails.vocabulary import Alarm, Danger

_SAID_OF_PEERS = re.compile(r"常連(?:さん)?|(?:大学)?院生?(?:さん)?[にを]?")
"""Words that sound like power only where somebody serves, teaches or decides."""
_DECIDES = re.compile(
    r"働い|勤め|店員|スタッフ|接客|うちの店|当店|店をや|経営|(?<![a-z])ta(?![a-z])|チューター|家庭教師|教え(?!て(?:くれて)?(?:ください|ほし|下さい))|指導|授業|講義|採点|査読|審査|研究室|助教|講師|教授|先生"
)


def depends(told: Told, alarms: Sequence[Alarm]) -> bool:
    """Whether it is told, or named as a danger; not where the only word for it is said of peers (ジムの常連仲間)."""
    if told.has("not_held"):
        return False
    text = told.folded.text
    words = [text[start:end] for start, end in told.places("held")]
    words += [e.text for a in alarms if a.danger is Danger.WORK_POWER for e in a.evidence]
    peers = told.has("peers") and not _DECIDES.search(text)
    return any(not (peers and _SAID_OF_PEERS.fullmatch(word)) for word in words)
