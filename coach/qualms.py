"""Worries that are none: of nothing but their answer heard together with the telling, or of a customer of one's own.

What the hunch adds up are the words of one message, whoever said them. A polite answer to an invitation has words of
dangers it does not speak of (教室のみなさん, お付き合いしている人, できません); who the user is, and what they do, stands in their telling.
"""

from coach.lexicon import fold, lexicon
from coach.said.exchange import Exchange, Voice, parse
from coach.said.replying import answers, offers
from coach.standing.customers import invites_a_customer
from guardrails.hearing.hunch import suspect
from guardrails.hearing.signs import signs
from guardrails.hearing.weights import table
from guardrails.safety import unease
from guardrails.vocabulary import Alarm, Danger

_OF_THE_USER = frozenset({Danger.WORK_POWER, Danger.BEING_PURSUED, Danger.MONEY_FRAUD})
"""Who the user is or what they go through: it stands in their telling. The others may be meant by whoever says them, or be about to happen."""
_A_PLAIN_NO = "ごめん、その日は予定があって"
_CALM = -100
"""How far above its limits the hunch is for a telling that is calm beyond doubt; those of dangers lie above zero."""


def groundless(message: str, worry: Alarm) -> bool:
    """Whether what the hunch is uneasy about is none: see ``only_together``; and a shop's own customer is under nobody."""
    if worry.danger is Danger.WORK_POWER and invites_a_customer(fold(parse(message).telling).text):
        return True
    return only_together(message, worry)


def only_together(message: str, worry: Alarm) -> bool:
    """Whether an invitation and its quoted answer sound like a danger together, and neither does alone."""
    exchange = parse(message)
    if worry.danger not in _OF_THE_USER or not _tells_of_an_invitation(exchange):
        return False
    told = message
    for said in reversed(exchange.said):
        if said.voice is not Voice.THEM:
            return False
        words = said.span.text
        alone = unease(words)
        if not (answers(words) or offers(words)) or (alone and alone.danger is not Danger.WORK_POWER):
            return False
        told = told[: said.span.start] + _A_PLAIN_NO + told[said.span.end :]
    calm = suspect(told, table("danger"), signs=signs, least=_CALM) is None
    return calm and unease(told) is None


def _tells_of_an_invitation(exchange: Exchange) -> bool:
    return bool(exchange.said) and lexicon("telling")["invited"].find(fold(exchange.telling).text) is not None
