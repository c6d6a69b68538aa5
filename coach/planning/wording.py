"""A plan in Japanese: the words of ``rules/plan.yaml``, the fact they rest on quoted in front, the day and its reason."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import yaml

from coach.lexicon import RULES
from coach.planning.footing import Footing
from coach.planning.waiting import SHORT, WEEK
from coach.situation import Action, Plan, Reading, SignId
from guardrails.vocabulary import Stage

ACCEPT = "stop_reply"
"""The words of a plan that ends it with the one short acceptance."""
ACCEPT_SECOND = "stop_second_reply"
"""The same where two invitations were turned down: that ends the inviting, in plain words."""
ACCEPT_SOFT = "stop_dependent_reply"
"""The same where one depends on the other: the soft no ends the inviting, not the work."""

_LONGEST_QUOTE = 40
_DRAFTED = frozenset({Action.REPLY_NOW, Action.SCHEDULE, Action.SMALL_TALK, Action.INVITE_LIGHTLY})


@dataclass(frozen=True, slots=True)
class Line:
    """What is said with one kind of plan: what can be said, what cannot, one thing to do, one to leave."""

    key: str
    can: str
    cannot: str
    today: str
    leave: str
    source: tuple[str, ...]


@cache
def _lines() -> dict[str, Line]:
    entries = yaml.safe_load((RULES / "plan.yaml").read_text(encoding="utf-8"))
    return {
        key: Line(key, e["can"], e["cannot"], e["today"], e["leave"], tuple(e["source"]))
        for key, e in entries.items()
    }


def line(key: str) -> Line:
    """The words of one kind of plan. Raises KeyError for a key the file does not hold."""
    return _lines()[key]


def told_fact(reading: Reading) -> str:
    """The fact a plan rests on: their words, quoted from the message; "" when there are none."""
    span = reading.signs[0].span if reading.signs else reading.incoming
    if span is None:
        return ""
    words = span.text.replace("\n", " ").strip('「」『』"”“ ')
    if len(words) > _LONGEST_QUOTE:
        words = words[:_LONGEST_QUOTE] + "…"
    if reading.stage is Stage.SILENCE:
        return f"書いてくれた事実は「{words}」。"
    return f"言葉として確かなのは「{words}」。"


def worded(action: Action, key: str, reading: Reading, here: Footing) -> Plan:
    """The plan for an action; ``key`` names its words in ``rules/plan.yaml``."""
    words = line(key)
    stopped = action in (Action.STOP_CONTACT, Action.REFER_TO_HELP)
    wait = None if stopped else here.wait
    when = None if stopped or here.theirs else here.invite_on
    why_date = ""
    talk = action is Action.WAIT_UNTIL and words.key == "wait_talk"
    if talk:
        when = here.talked_on + WEEK if here.talked_on else when
        why_date = "前の雑談から一週間あけて、軽く一通だけなら。日数は目安です。" if when else ""
    elif when is not None and wait is not None:
        why_date = _why_date(here, when, wait)
    fact = told_fact(reading)
    return Plan(
        action=action,
        stage=here.stage,
        today=words.today,
        leave=words.leave,
        why="".join(part for part in (fact, words.can, words.cannot) if part),
        drafts=key in (ACCEPT, ACCEPT_SECOND, ACCEPT_SOFT) or _may_be_drafted(action, reading, here),
        wait_days=wait,
        not_before=when,
        why_date=why_date,
        source=words.source,
        for_talk=talk,
    )


def _may_be_drafted(action: Action, reading: Reading, here: Footing) -> bool:
    """Whether there is anything we know how to write.

    A draft that is looked at may come back corrected, but not on top of a silence or after the end; an answer in a talk
    where nobody has said no is the user's own.
    """
    if action is Action.CHECK_DRAFT:
        return here.stage is None and not any(sign.id is SignId.NO_ANSWER for sign in reading.signs)
    return action in _DRAFTED and not (action is Action.REPLY_NOW and here.stage is None)


def _why_date(here: Footing, when: date, wait: tuple[int, int]) -> str:
    least, most = wait
    vague = "理由がはっきりしない断り" if least > SHORT[0] else "理由のある断り"
    if here.reason.until is not None and here.no_on and when > here.no_on + timedelta(days=least):
        return f"「{here.reason.until_words}」が過ぎてからにするためです。日数は目安です。"
    return f"{vague}のあとは、{least}〜{most}日あけるのが目安です。"
