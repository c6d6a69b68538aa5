"""Where the two stand: topic and stage, from what was said, what is told, and what is known."""

import re
from dataclasses import replace

from coach.planning.waiting import OPEN
from coach.said.exchange import Voice
from coach.said.heard import Heard
from coach.said.replying import accepts, undecided
from coach.said.reported import tells_advice
from coach.situation import Aim, SignId, Topic
from coach.standing.after_no import after_no
from coach.standing.aims import aim_of, asks_whether_it_is_time, young_user
from coach.standing.clues import Clues, Standing
from coach.standing.couple import is_couple, taken
from coach.standing.dependence import depends
from coach.standing.history import (
    came_back,
    count_noes,
    days_since,
    ended,
    has_replied,
    is_warm,
    newest_answer,
    noes_in,
    talked_days_ago,
    unanswered,
)
from coach.standing.not_refused import not_refused
from coach.standing.quiet import ends_asking, silence_is_newer, silent_or_waiting
from coach.standing.repeated import asked_anew
from coach.standing.telling import Told
from coach.standing.years import ADULT
from guardrails.vocabulary import Danger, Stage

_CRISIS = frozenset(
    {
        Danger.SELF_HARM,
        Danger.DV,
        Danger.BEING_PURSUED,
        Danger.THREAT,
        Danger.SEXTORTION,
        Danger.MONEY_FRAUD,
    }
)
_A_LIFETIME = 36_500  # days; what is said to be longer ago is a manner of speaking
_LONG_PAST = 14  # days after which an offered day has gone by
_A_TELLING = 3  # words beside a pasted talk; fewer are what is left of its lines
_THANKS = re.compile(
    r"(?:ありがと(?:う|ー)?(?:ございま(?:す|した))?|おかげ(?:さま)?(?:で|です))(?!、?(?:って|と|を|の|は))"
)
_WISHES = (Aim.INVITE, Aim.CHAT, Aim.REPLY, Aim.SEND_MORE)
_OURS = ("person", "partner", "longing", "warm", "confessed", "silent", "declined", "ended", "told_offer")


def stand(clues: Clues) -> Standing:
    """Decide topic and stage. Danger first, then a final no, then the newest words, then the telling."""
    told, heard, exchange = clues.told, clues.heard, clues.exchange
    dangers = {a.danger for a in clues.alarms}
    noes = noes_in(heard)
    last = newest_answer(heard)
    signs = {s.id for h in heard for s in h.reply.signs}
    aim = aim_of(told, exchange)
    if clues.case and aim is Aim.NONE and asks_whether_it_is_time(told):
        aim = Aim.INVITE
    declines = count_noes(noes, told)
    days, day_certain = days_since(exchange, noes, last, told)
    days = None if days is None else min(days, _A_LIFETIME)
    they_wrote = came_back(heard, noes, told) or (
        told.has("came") and aim is not Aim.INVITE and bool(heard or told.has("declined"))
    )
    own_last = bool(exchange.said) and exchange.log and exchange.said[-1].voice is Voice.USER
    base = Standing(
        topic=Topic.SITUATION,
        aim=aim,
        days_since=days,
        day_certain=day_certain,
        declines=declines,
        replied=has_replied(told, exchange, noes),
        unanswered=unanswered(exchange, told),
        warm=is_warm(told, noes),
        they_wrote=they_wrote,
        talked_days_ago=talked_days_ago(told, they_wrote),
        dependent=depends(clues),
        accepted=(told.has("accepted") and not _thanks_us(told))
        or any(h.reply.agrees or accepts(h.span.text) for h in heard[-1:]),
    )

    if dangers & _CRISIS or any(a.on_user for a in clues.alarms) or _pressed(clues):
        return replace(base, topic=Topic.CRISIS)
    final = SignId.CLOSED in signs
    over = ended(told, heard) or taken(exchange)
    if Danger.ABOUT_TO_PURSUE in dangers:
        return replace(base, stage=Stage.CLOSED, closed=over or clues.alarms[0].evidence[0])
    if Danger.MINOR in dangers and not final:
        own = clues.years.user
        young = young_user(told) if own is None else own < ADULT
        return replace(base, topic=Topic.CRISIS if young else Topic.OTHER)
    if told.has("go_between") and not heard:
        return replace(base, topic=Topic.OTHER, aim=Aim.FOR_ANOTHER)
    if _is_check(clues, aim):
        return replace(base, topic=Topic.DRAFT_CHECK, silent=told.span("silent"))
    if final or over:
        return replace(base, stage=Stage.CLOSED, closed=over)
    opened = {s.id for s in last.reply.signs} & OPEN if last else set()
    refused = bool(noes or opened) or told.has("declined")
    offers = bool(opened - ({SignId.GROUP} if base.dependent else set()))  # there company is only polite
    if told.has("i_decline") and not told.has("invited"):
        return replace(base, topic=Topic.OTHER, aim=Aim.REPLY, they_wrote=True)
    if told.has("declined") and told.has("not_declined") and not noes:
        return replace(base, topic=Topic.OTHER, aim=Aim.NONE, accepted=False)  # a no, and none: to be asked
    if told.has("never_yet") and not noes:
        return replace(base, topic=Topic.OTHER, aim=Aim.INVITE)
    if clues.case and not (heard or refused) and tells_advice(exchange.telling):
        return replace(
            base, plain=True
        )  # others' advice tells nothing of where the two stand: the story does
    if (kind := not_refused(base, clues, refused=refused)) is not None:
        return kind
    unread = not (refused or told.has("told_offer")) or silence_is_newer(told, heard)
    if (told.has("silent") or exchange.read_mark) and unread:
        return silent_or_waiting(base, told, exchange)
    if own_last and told.telling_words < _A_TELLING and ends_asking(exchange):
        return replace(
            base, stage=Stage.SILENCE, silent=exchange.said[-1].span
        )  # whatever was said before it
    if heard and undecided(heard[-1].span.text) and not refused:
        return replace(base, topic=Topic.OTHER, undecided=True)
    if base.accepted and not noes and heard and asked_anew(told, heard[-1].span.start):
        return replace(base, topic=Topic.OTHER, aim=Aim.REPLY)  # the no was answered by a yes
    if offers and last and not _moved_on(told, last, days):
        return replace(base, stage=Stage.ALTERNATIVE)
    if told.has("told_offer") and not noes:
        return replace(base, stage=Stage.ALTERNATIVE, offered=told.span("told_offer"))
    if declines >= 2:
        newest = noes[-1].span if noes else told.span("declined")
        closed = told.span("second_no") or newest
        return replace(base, stage=Stage.CLOSED, declines=2, closed=closed, twice=True)
    if (
        refused
        and signs == {SignId.POSTPONED}
        and (told.has("waiting") or is_couple(told))
        and not told.has("invited", "declined")
    ):
        return replace(
            base, stage=Stage.WAITING, plain=is_couple(told)
        )  # they said they would write, and no invitation is in play
    if heard and told.has("invited") and not told.has("accepted") and not refused:
        refused = not heard[-1].answered  # an invitation, and words of theirs that do not accept it
    if refused:
        return replace(base, stage=after_no(base, told, signs))
    if own_last and (told.has("waiting") or not told.telling_words):
        return replace(base, stage=Stage.SILENCE, silent=exchange.said[-1].span)
    if clues.case and (aim in _WISHES or told.has("not_replied")) and not told.has("override"):
        return base  # asked with a story in hand: the story tells the stage
    of_them = told.has("person") or (clues.case and told.has(*_OURS))
    if (told.has("off_topic") and not of_them) or told.has("override"):
        return replace(base, topic=Topic.OFF_TOPIC)
    if told.has("thanks") and not told.has("waiting"):
        return replace(base, topic=Topic.OTHER, aim=Aim.REPLY, they_wrote=True)
    if told.has("waiting"):
        return replace(base, stage=Stage.WAITING)
    if base.accepted and heard:
        return replace(base, topic=Topic.OTHER, aim=Aim.REPLY)
    if told.has("apart"):
        return replace(base, topic=Topic.OTHER, aim=Aim.COMFORT)
    foreign = not (exchange.said or clues.case) and not told.has(*_OURS) and told.telling_words >= _A_TELLING
    if (told.has("off_topic") and not of_them) or foreign:
        return replace(base, topic=Topic.OFF_TOPIC)
    return replace(base, topic=Topic.SITUATION if clues.case else Topic.OTHER)  # the case may tell the stage


def _pressed(clues: Clues) -> bool:
    """Whether somebody with power presses the user; who has asked somebody and fears that they could not refuse does not tell so."""
    told = clues.told
    suffers = told.has("pressed") or (told.has("cannot_refuse") and not told.has("invited"))
    return suffers and any(a.danger is Danger.WORK_POWER for a in clues.alarms)


def _thanks_us(told: Told) -> bool:
    """Whether the user only thanks for the help: nothing is asked."""
    asks = "?" in told.folded.text or told.has("reply_aim", "invite_again", "chat", "send_more", "check")
    return bool(_THANKS.search(told.folded.text)) and not asks


def _moved_on(told: Told, offer: Heard, days: int | None) -> bool:
    """Whether an offer they once made lies in the past: by its own date, or because a new invitation is in mind."""
    ago = offer.days if offer.days is not None else days
    return ago is not None and ago >= _LONG_PAST and (offer.dated or told.has("invite_again"))


def _is_check(clues: Clues, aim: Aim) -> bool:
    """Whether the message asks for a look at the user's own draft."""
    told = clues.told
    if clues.exchange.labelled:
        return True
    if not told.has("check", "post"):
        return False
    voices = (Voice.DRAFT,) if told.has("invited") else (Voice.DRAFT, Voice.UNKNOWN)
    drafts = [s for s in clues.exchange.said if s.voice in voices]
    return bool(drafts)
