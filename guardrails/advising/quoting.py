"""As what a text of the coach quotes a message: to be sent, as the other side's, as thought, warned against, or named."""

import re
from enum import StrEnum

from guardrails.advising.quoted_handed import is_new, is_taken_up, is_told_to_send, is_urged, only_spoken_of
from guardrails.advising.quoted_sound import sound
from guardrails.advising.quoted_spoken import (
    is_mine,
    is_named,
    is_said_by_others,
    is_said_elsewhere,
    is_thought,
)
from guardrails.advising.quoted_theirs import likely_theirs, stands_there, surely_theirs, told_of
from guardrails.advising.quoted_warned import is_swapped, is_warned
from guardrails.advising.quotes import GAP, STAND_IN
from guardrails.advising.sending import REST
from guardrails.hearing.hunch import Sound


class Role(StrEnum):
    """As what a quoted piece is given."""

    OFFERED = "offered"
    THEIRS = "theirs"
    THOUGHT = "thought"
    WARNED = "warned"
    NAMED = "named"
    ELSEWHERE = "elsewhere"


_Q = STAND_IN

_LISTED_ON = re.compile(
    rf"^(?:[、,・や]|とか|と|も)?{_Q}(?:(?:[、,・や]|とか|と|も)?{_Q})*(?=(?:のよう|など|みたい|という|って|は|も|を|と))"
)
_TOPIC = re.compile(
    rf"^{_Q}(?P<said>(?:という(?:の|言葉|一言|ひと言|問い))?は、?{REST}{{1,60}}[、は]{REST}{{0,40}}?の?{_Q}を[^。\n]*)(?P<later>.*)$",
    re.DOTALL,
)
"""「A」は短いけれど、「B」を押し返す言葉です: A is spoken of beyond B."""


_TO_THEM = re.compile(r"相手|(?:好きな|気になる|あの|その)(?:人|方)")
"""友だちにも相手にも, 好きな人に: no third person."""


def role(frame: str, at: int, *, marked: bool = True) -> Role:
    """As what the piece whose stand-in is at ``at`` in a frame is given; ``OFFERED`` where nothing says otherwise.

    How it sounds counts where quotation marks stand about it (``marked``).

    >>> role("龘とは送らないでおきましょう。", 0).value
    'warned'
    """
    said_before, lead, rest = parted(frame, at)
    if is_swapped(rest):
        return Role.WARNED
    if is_new(lead, rest):
        return Role.OFFERED
    rest = _Q + _LISTED_ON.sub("", rest[1:])  # 「A」や「B」は: what is said of B is said of A
    own = _Q + rest[1:].split(_Q, 1)[0]  # what is said of the next one is not said of this
    topic = _TOPIC.match(rest)
    if topic:  # ... but of a topic, to the end of the sentence
        own = _Q + topic["said"].replace(_Q, "") + topic["later"].split(_Q, 1)[0]
    if is_urged(lead, own):
        return Role.OFFERED
    if is_said_elsewhere(lead) and not _TO_THEM.search(lead):
        return Role.ELSEWHERE
    if surely_theirs(lead, own, rest):
        return Role.THEIRS
    how = sound(said_before, lead, rest) if marked else Sound.FAINT
    only_stands = stands_there(own) and not is_taken_up(own)  # 「…」とあります
    if how is Sound.CLEAR and not only_stands:
        return Role.OFFERED
    given = Role.WARNED if is_warned(said_before, lead, own) else _as_words(said_before, lead, own, rest)
    if given is not Role.OFFERED or how is not Sound.CALM or is_taken_up(own) or is_told_to_send(own):
        return given
    return Role.NAMED


def parted(frame: str, at: int) -> tuple[str, str, str]:
    """What was said since the piece before, the sentence up to the stand-in at ``at``, and all from it on."""
    start = max(frame.rfind(c, 0, at) for c in "。\n!?！？") + 1
    lead, rest = frame[start:at].replace(GAP, ""), frame[at:].replace(GAP, "")
    return frame[:start].replace(GAP, "").rsplit(_Q, 1)[-1], lead, rest


def _as_words(said_before: str, lead: str, own: str, rest: str) -> Role:
    """Theirs, thought, or only named; ``OFFERED`` where no pattern knows."""
    if likely_theirs(lead, own):
        return Role.THEIRS
    if told_of(own) or is_thought(lead, own):
        return Role.THOUGHT
    if is_mine(said_before, lead, own):
        return Role.NAMED
    if is_said_by_others(lead, own):
        return Role.THOUGHT
    if is_named(lead, own, rest):
        return Role.NAMED
    if stands_there(own):
        return Role.THEIRS
    return Role.NAMED if only_spoken_of(lead, own) else Role.OFFERED
