"""What a proposal cannot be, whatever the wording: what plain facts of a message rule out."""

import re

from coach.lexicon import fold
from coach.planning.waiting import LONG
from coach.said.exchange import Voice
from coach.said.replying import closes
from coach.situation import Aim, Topic
from coach.standing.clues import Clues, Standing
from coach.standing.history import ended, love_refused, noes_in
from coach.standing.meeting import as_ever
from coach.standing.telling import Told
from guardrails.vocabulary import Stage

_PAST = ("over", "came")
_LATER = ("warm", *_PAST)
_A_WEEK = 7
A_TELLING = 3  # words; in fewer what the rules found stands, and is asked about
_OFFERING = re.compile(
    r"[?？]|なら|たら|れば|(?<!それ)でも|どう(?![ぞかも])|空[いけ]|あい[てと]|よう|ましょ|ませんか|おいで|[行会飲遊]お?[こおもぼ](?:う|[よやな]|$)|がいい|ほうが|方が"
)
"""The grammar of an offer: a condition, a question, a mood that includes both, a choice."""
_BARE = 8
"""Letters of a no that says nothing but no."""
_GREETING = re.compile(r"おはよ|こんにち|こんばん|はじめまして|初めまして|お(?:つか|疲)れ(?:さま|様)")
_CALLED_OFF = re.compile(r"ドタキャン|どたきゃん|当日(?:に)?(?:キャンセル|中止)")
_MARKED = re.compile(r"(?:既読|未読)(?:スルー|無視)?")


def impossible(given: Clues, standing: Standing) -> frozenset[str]:
    """What a proposal cannot be: a danger, and whatever plain facts of the message rule out.

    A no that is told of is no other topic; a no that the user has answered is not the newest word. For what comes after
    it time must have passed, or something be wished for. In a talk whose every word is one of theirs no draft is left to
    check, and nobody is silent who wrote last.
    """
    told, exchange = given.told, given.exchange
    out: set[str] = {Topic.CRISIS}
    if (told.has("declined") or ended(told, given.heard)) and not told.has(
        "go_between", "i_decline", "never_yet", "not_declined"
    ):
        out |= {Topic.OTHER, Topic.OFF_TOPIC}
    if told.has("not_declined") and not noes_in(given.heard):
        out |= {Stage.DECLINED, Stage.COOLDOWN, Stage.SECOND_INVITE}
    if _GREETING.match(told.folded.text) and not told.has("off_topic"):
        out.add(Topic.OFF_TOPIC)
    if not exchange.said and _unread(told, standing):
        out |= {Topic.OTHER, Topic.OFF_TOPIC}
    if love_refused(told):
        out |= {Stage.SECOND_INVITE, Stage.COOLDOWN}  # a last word, however long ago
    if standing.replied:
        out.add(Stage.DECLINED)
    noes = noes_in(given.heard)
    fresh = standing.stage is Stage.DECLINED and standing.days_since == 0
    if noes and fresh and standing.aim not in (Aim.INVITE, Aim.CHAT):
        out |= {Stage.COOLDOWN, Stage.SECOND_INVITE}  # it came today, however long ago the day was fixed
    if noes and all(len(no.span.text) <= _BARE for no in noes) and not ended(told, given.heard):
        out.add(Stage.CLOSED)  # a word or two end nothing
    if standing.stage is Stage.SECOND_INVITE and standing.warm and (standing.days_since or 0) >= LONG[0]:
        out.add(Stage.COOLDOWN)
    if _CALLED_OFF.search(told.folded.text) and not ended(told, given.heard):
        out.add(Stage.CLOSED)  # a day was fixed: what is called off on the day ends nothing
    if told.has("later_date") and not told.has("second_no"):
        out.add(Stage.CLOSED)  # they have come to the dates before
    theirs = [s.span.text for s in exchange.said if s.voice in (Voice.THEM, Voice.UNKNOWN)]
    bare = told.has("declined") and not exchange.said
    if (bare or noes_in(given.heard) or told.has("not_declined")) and not (
        told.has("told_offer") or any(map(_may_offer, theirs))
    ):
        out.add(Stage.ALTERNATIVE)
    if theirs and all(map(closes, theirs)) and not told.has("declined"):
        out.add(Stage.CLOSED)
    if standing.stage is Stage.SILENCE and told.has("asked_again"):
        out |= {Stage.SECOND_INVITE, Stage.COOLDOWN}  # it went out, and stands unanswered
    later = told.has(*_LATER)
    again = told.has(*_PAST) or (told.has("warm") and (not theirs or _warm_after_no(told)))
    if standing.aim is not Aim.INVITE and not again and (told.longest() or 0) < _A_WEEK:
        out.add(Stage.SECOND_INVITE)
    asks = standing.aim not in (Aim.NONE, Aim.COMFORT) or "?" in told.folded.text
    if not (asks or later or standing.replied or told.longest()):
        out.add(Stage.COOLDOWN)
    if not exchange.said and "\n" not in exchange.telling and not told.has("check", "post"):
        out.add(Topic.DRAFT_CHECK)
    whole = exchange.of(Voice.USER) and exchange.of(Voice.THEM)
    if whole and not exchange.of(Voice.UNKNOWN) and not exchange.of(Voice.DRAFT):
        out.add(Topic.DRAFT_CHECK)
        if exchange.log and noes_in(given.heard):
            out |= {Topic.OTHER, Topic.OFF_TOPIC}
        if exchange.said[-1].voice is Voice.USER and noes_in(given.heard):
            out.add(Stage.DECLINED)
        if exchange.log and exchange.said[-1].voice is Voice.THEM and not told.has("silent", "sent"):
            out.add(Stage.SILENCE)
    return frozenset(out)


def _warm_after_no(told: Told) -> bool:
    """Whether talk went well after a no that is told of; not 盛り上がったのに「一人で見る派」だそうです."""
    no, warm = told.span("declined"), told.span("warm")
    return no is not None and warm is not None and no.start < warm.start


def _may_offer(words: str) -> bool:
    """Whether words have the grammar of an offer, beside what they say goes on as ever."""
    even = fold(words).text
    kept = as_ever(even)
    return bool(_OFFERING.search(even.replace(kept[0], "") if kept else words))


def _unread(told: Told, standing: Standing) -> bool:
    """Whether a message of the user's that stands read or unread is told of, be it in nouns as for a search."""
    if told.telling_words < A_TELLING:
        return False
    span = told.span("silent")
    return standing.stage is Stage.SILENCE and span is not None and bool(_MARKED.match(span.text))
