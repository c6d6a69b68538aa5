"""A message without an answer: whether the silence is newer than their words, and whether it is silence or longing."""

import re
from dataclasses import replace
from itertools import takewhile

from coach.said.exchange import Exchange, Voice
from coach.said.heard import Heard
from coach.standing.clues import Standing
from coach.standing.left_on_read import left_on_read
from coach.standing.telling import Told
from guardrails.text import view
from guardrails.vocabulary import Stage


def silence_is_newer(told: Told, heard: tuple[Heard, ...]) -> bool:
    """Whether the silence came after their words: it is told of behind them, with something sent in between."""
    silent = told.places("silent")
    before = [h.span.end for h in heard] + [
        told.folded.at[e] for _, e in told.places("declined", "told_offer")
    ]
    newest = told.folded.at[silent[-1][0]] if silent else 0
    if heard and left_on_read(told, heard[-1].span.end):
        return False
    return bool(silent) and newest > max(before, default=0) and told.has("sent", "invited")


def ends_asking(exchange: Exchange) -> bool:
    """Whether the user asked something after the other's last words, and nothing came back."""
    own = takewhile(lambda said: said.voice is Voice.USER, reversed(exchange.said))
    return any(sentence.question for said in own for sentence in view(said.span.text).sentences)


def silent_or_waiting(base: Standing, told: Told, exchange: Exchange) -> Standing:
    """Silence when something of the user's own stands unanswered; waiting when it is longing for contact."""
    span = told.span("silent") or (exchange.said[-1].span if exchange.said else None)
    mine = told.has("invited", "sent") or exchange.log or bool(exchange.of(Voice.USER))
    marked = bool(re.search(r"既読|未読|きどく|みどく|スルー|無視", told.folded.text))
    stands = marked and bool(told.since("silent"))  # read or unread for a day or more
    if mine or stands or (marked and not told.has("partner", "longing")):
        return replace(base, stage=Stage.SILENCE, silent=span)
    return replace(
        base, stage=Stage.WAITING if told.has("longing", "partner") else Stage.SILENCE, silent=span
    )
