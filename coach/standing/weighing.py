"""Weighs the rules' reading against the statistical proposal: which of the two the stage is taken from.

What the proposal settles is shown as unsure and asked back.
"""

import re
from dataclasses import dataclass, replace

from coach.planning.waiting import wait_days
from coach.said.exchange import Exchange, Voice
from coach.said.heard import Heard, hear
from coach.situation import Aim, SignId, Topic
from coach.standing.aims import wishes_to_send
from coach.standing.clues import Clues, Standing
from coach.standing.history import ended, newest_answer, noes_in, refused_again
from coach.standing.impossible import A_TELLING, impossible
from coach.standing.proposal import Proposal, clues, propose
from guardrails.vocabulary import Danger, Stage

_LEAD = {"closed": 90, "alternative": 90, "draft_check": 60}
_LEAD_OVER_WORDS = 40
_LEAST_LEAD = 15
"""How far a proposal must be ahead of the rules' own label to be taken instead of it: the further, the surer those
are; most of all where the other's own words refuse or offer."""
_AFTER_NO = (Stage.DECLINED, Stage.COOLDOWN, Stage.SECOND_INVITE)
_PREDICATE = re.compile(r"[ぁ-ん]")
_ANSWERED = (Stage.DECLINED, Stage.ALTERNATIVE, Stage.COOLDOWN, Stage.SECOND_INVITE, Stage.CLOSED)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The standing that holds, the exchange and replies it rests on, and whether it is only proposed."""

    standing: Standing
    exchange: Exchange
    heard: tuple[Heard, ...]
    proposed: bool = False


def weigh(message: str, given: Clues, standing: Standing) -> Weighed:
    """Take the proposal's stage where the rules are silent or speak against their own wording.

    A danger, a final no in the other's own words, an answer that its own date makes an old one, a talk pasted bare, and
    an order to the machine are for the rules alone; the proposal never says that there is danger.
    """
    rules = Weighed(standing, given.exchange, given.heard)
    if _settled(given, standing):
        return rules
    proposal = propose(given.told.unordered(message), clues(given.exchange, given.told, given.heard))
    marks = dict(proposal.standing)
    ruled_out = impossible(given, standing)
    best = next(name for name, _ in proposal.standing if name not in ruled_out)
    own = label(standing)
    misled = proposal.label in (Stage.ALTERNATIVE, Topic.OFF_TOPIC) and proposal.label in ruled_out
    if misled or best == own or marks[best] - marks[own] < _lead(best, own, given):
        return rules
    exchange, heard = _voices(message, best, given)
    return Weighed(_taken(best, proposal, heard, exchange, standing, given), exchange, heard, proposed=True)


def _lead(best: str, own: str, given: Clues) -> int:
    worded = any(h.reply.refuses and not h.reported for h in given.heard)
    if own in _AFTER_NO and best == Stage.CLOSED:
        return _LEAD[best]  # an end that neither their words nor the telling name
    if own == Stage.SILENCE and best == Stage.CLOSED:
        return _LEAD_OVER_WORDS  # who does not answer has not said so
    return _LEAD.get(own, _LEAD_OVER_WORDS if worded and own == Stage.DECLINED else _LEAST_LEAD)


def label(standing: Standing) -> str:
    """The stage, or the topic where it is not a situation between two people."""
    at = standing.stage if standing.topic is Topic.SITUATION else None
    return at.value if at else (Topic.OTHER if standing.topic is Topic.SITUATION else standing.topic).value


def _settled(given: Clues, standing: Standing) -> bool:
    dangers = {a.danger for a in given.alarms} - {Danger.IDIOM}
    final = any(s.id is SignId.CLOSED for h in given.heard for s in h.reply.signs)
    known = bool(given.case) and standing.stage is None  # the story tells the stage
    newest = newest_answer(given.heard)
    old = newest is not None and newest.dated and standing.day_certain
    bare = given.exchange.log and not given.told.telling_words and standing.topic is Topic.SITUATION
    counted = given.told.has("later_date")  # the number misleads: the guess knows it from second invitations
    thin = standing.stage is not None and not given.exchange.said and (counted or _is_thin(given))
    silenced = bool(dangers) or standing.topic is Topic.CRISIS or given.told.has("override")
    twice = standing.stage is Stage.CLOSED and refused_again(noes_in(given.heard), given.told)
    answered = standing.accepted and standing.topic is Topic.OTHER and given.told.has("declined")
    rules_only = twice or answered or standing.plain or given.exchange.labelled or standing.undecided
    return silenced or final or known or old or bare or thin or rules_only


def _is_thin(given: Clues) -> bool:
    """Whether a plain fact is told with next to no wording to guess from; a bare noun tells nothing."""
    told = given.told
    fact = told.has("declined", "silent") or ended(told, given.heard)
    return bool(fact) and told.telling_words < A_TELLING and bool(_PREDICATE.search(told.folded.text))


def _voices(message: str, best: str, given: Clues) -> tuple[Exchange, tuple[Heard, ...]]:
    """Who said what, when the label tells whose the words are that nobody was named for."""
    exchange = given.exchange
    if not exchange.of(Voice.UNKNOWN):
        return exchange, given.heard
    if best == Topic.DRAFT_CHECK:
        return _given_to(Voice.DRAFT, exchange), given.heard
    if best not in _ANSWERED or given.heard:
        return exchange, given.heard
    exchange = _given_to(Voice.THEM, exchange)
    return exchange, hear(exchange, message, given.told, refused=best != Stage.ALTERNATIVE, case=given.case)


def _given_to(voice: Voice, exchange: Exchange) -> Exchange:
    said = tuple(replace(s, voice=voice) if s.voice is Voice.UNKNOWN else s for s in exchange.said)
    return replace(exchange, said=said)


def _taken(
    best: str,
    proposal: Proposal,
    heard: tuple[Heard, ...],
    exchange: Exchange,
    standing: Standing,
    given: Clues,
) -> Standing:
    if best in (Topic.DRAFT_CHECK, Topic.OFF_TOPIC, Topic.OTHER):
        return replace(standing, topic=Topic(best), stage=None)
    told = replace(standing, topic=Topic.SITUATION, stage=Stage(best))
    if standing.topic is Topic.DRAFT_CHECK and standing.aim is Aim.SEND_MORE:
        told = replace(told, aim=Aim.NONE)  # what was taken for a draft is none
    theirs = heard[-1].span if heard else proposal.span
    match told.stage:
        case Stage.WAITING if standing.aim is Aim.SEND_MORE and not wishes_to_send(given.told):
            return replace(told, aim=Aim.NONE)
        case Stage.SILENCE:
            own = exchange.of(Voice.USER)
            return replace(told, silent=standing.silent or (own[-1].span if own else proposal.span))
        case Stage.CLOSED:
            return replace(told, closed=standing.closed or theirs)
        case Stage.ALTERNATIVE:
            return replace(told, offered=standing.offered or theirs)
        case Stage.SECOND_INVITE if _too_early(heard, standing):
            return replace(told, stage=Stage.COOLDOWN)
        case _:
            return replace(told, declines=min(standing.declines, max(1, len(noes_in(heard)))))


def _too_early(heard: tuple[Heard, ...], standing: Standing) -> bool:
    """Whether the days that are told, or a postponement they have not taken up, forbid a second invitation.

    Where neither warmth nor a word of theirs after the no is told, who only wishes to talk is not told to invite.
    """
    if standing.aim is Aim.CHAT and not (standing.warm or standing.they_wrote):
        return True
    if not heard:
        return False
    reply = heard[-1].reply
    signs = frozenset(s.id for s in reply.signs)
    if SignId.POSTPONED in signs and not (standing.they_wrote or standing.warm):
        return True
    least = wait_days(signs, reply.reason)
    return bool(least and standing.days_since is not None and standing.days_since < least[0])
