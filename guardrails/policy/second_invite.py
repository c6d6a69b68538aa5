"""The one second invitation: concrete, light, easy to refuse."""

import re

from guardrails.acts import Line
from guardrails.offers.named import found, placed, theirs, thing
from guardrails.policy.findings import against
from guardrails.policy.soft_ask import soft_ask
from guardrails.text import Text
from guardrails.vocabulary import Act, Category, Finding

_SOMEDAY = re.compile("いつか|いつでも|そのうち|近いうち|近々|どこ(?:か|でも)")
_SOME_TIME = re.compile("今度|こんど")
"""A suggestion needs no date (DOMAIN, ``light``), but then it names what, asks, and can be turned down."""
_ASKS = frozenset({"invite", "would_you", "volition"})
_TIMES = frozenset({"concrete", "day"})


def _invites(line: Line) -> bool:
    """Whether it asks them along, or names a time; not one of what was: 昨日は一時間に一本しか鳴らなかった."""
    return bool(line.marks & _ASKS or (line.marks & _TIMES and "done" not in line.marks))


def second_invite(text: Text, known: tuple[Line, ...], incoming: Text) -> list[Finding]:
    """What an invitation lacks: a day or thing, a way out; and a question that goes back to the no."""
    back = [
        line
        for line in known
        if "past" in line.marks and (line.question or "request" in line.marks) and Act.EXIT not in line.acts
    ]
    out = [against(text, "probing.past", line.sentence) for line in back]
    out += [f for line in known if (f := soft_ask(text, line)) and f.category is Category.PROBING]
    marks = frozenset().union(*(line.marks for line in known))
    acts = frozenset().union(*(line.acts for line in known))
    inviting = [line for line in known if _invites(line)]
    if not inviting:
        return out
    first = inviting[0].sentence
    concrete, exits = "concrete" in marks, Act.EXIT in acts or "condition" in marks
    soft = bool(marks & {"soft", "would_you"})
    named = placed(text) or theirs(text, incoming)
    light = exits and "would_you" in marks and named
    some_time = any(_SOME_TIME.search(line.sentence.fold) for line in known)
    someday = any(_SOMEDAY.search(line.sentence.fold) for line in known) or (some_time and not light)
    concrete = concrete or (named and not someday)
    there = concrete or (found(text) and not someday)
    if not exits and not (soft and there):
        out += [against(text, rule, first) for rule in ("vague_invite.no_exit", "pressure.no_exit")]
    elif not exits:
        out.append(against(text, "second_invite.no_exit", first))
    if not (concrete or found(text)) and (someday or not thing(text)):
        out.append(against(text, "vague_invite.nothing_concrete", first))
    return out
