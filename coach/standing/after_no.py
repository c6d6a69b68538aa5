"""After a no: declined, cooling down, or time for a second invitation."""

import re

from coach.planning.waiting import VAGUE
from coach.situation import Aim, SignId
from coach.standing.clues import Standing
from coach.standing.telling import Told
from guardrails.vocabulary import Stage

_MONTH = 30


def after_no(base: Standing, told: Told, signs: set[SignId]) -> Stage:
    """Which of the three a no that is told has come to."""
    if base.dependent:
        return Stage.DECLINED
    days = base.days_since
    later = days is not None and days >= 1 and base.day_certain
    if (told.has("not_replied") and (days or 0) < 5) or (
        days == 0 and not base.replied and not base.they_wrote
    ):
        return Stage.DECLINED
    if (
        base.aim in (Aim.REPLY, Aim.NONE)
        and not base.replied
        and not base.they_wrote
        and (not later or (days or 0) < 3)
    ):
        return Stage.DECLINED
    soft = (
        base.they_wrote
        or told.has("daily")
        or (base.aim is not Aim.REPLY and (_long_ago(told) or (told.has("over") and told.has("declined"))))
    )
    if base.warm and (base.aim in (Aim.INVITE, Aim.CHAT) or (told.longest() or 0) >= 7):
        soft = True
    if not base.replied and not later and not soft:
        return Stage.DECLINED
    return Stage.SECOND_INVITE if _ready(base, told, signs) else Stage.COOLDOWN


_EARLIER = re.compile(
    r"前に|以前|この前|こないだ|先日|最初|[一1]回目|あのとき|あの時|その後|あれから|それから|の時期|の頃|のころ|(?:もう|今は?|いま)(?:梅雨|春|夏|秋|冬)|第二弾"
)
_SECOND = re.compile(r"[二2](?:回|度)目")


def _long_ago(told: Told) -> bool:
    text = told.folded.text
    return bool(_EARLIER.search(text) or (_SECOND.search(text) and not told.has("later_date")))


def _ready(base: Standing, told: Told, signs: set[SignId]) -> bool:
    """Whether a second, light invitation may be considered: asked for, long enough ago, and not coldly refused."""
    days = base.days_since
    friendly = base.warm or base.they_wrote or told.has("likes", "over")
    asks = told.telling_words > 0  # a talk that is pasted bare wishes for nothing
    drifting = (
        asks
        and base.aim not in (Aim.INVITE, Aim.CHAT)
        and (days or 0) >= 14
        and (friendly or base.aim is Aim.NONE)
    )
    if not (base.aim is Aim.INVITE or drifting) or told.has("no_invite"):
        return False
    if days is None:
        return friendly and (_long_ago(told) or told.has("over"))
    if SignId.POSTPONED in signs and not (base.they_wrote or base.warm):
        return False
    least = 14 if signs & VAGUE or not signs else 7
    if days < least:
        return False
    return friendly or days >= _MONTH or not signs & VAGUE
