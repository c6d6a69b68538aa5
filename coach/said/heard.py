"""Their replies, put together from the pieces of an exchange: what each says, when it came, what it answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.lexicon import lexicon
from coach.planning.waiting import STILL_FRESH
from coach.said.came_ago import BREAK, came_ago
from coach.said.exchange import Exchange, Said, Voice
from coach.said.meant import meant, refused_behind
from coach.said.replying import accepts, closes, excuses, undecided
from coach.said.small_talk import is_chat, is_talk, told_as_talk
from coach.said.whole_answer import YES
from coach.situation import Event, Sign
from coach.standing.couple import is_couple
from coach.standing.left_on_read import left_on_read
from coach.standing.repeated import asked_anew, talking_again
from coach.standing.signs import Reply, read_reply
from coach.standing.telling import Told
from coach.times.dates import names_year
from guardrails.vocabulary import Span

_BEHIND = 36  # letters behind a quote that may say what it answers


@dataclass(frozen=True, slots=True)
class Heard:
    """One reply of theirs.

    ``pieces`` are its parts in the message; ``reply`` speaks in offsets of the message. ``days`` is how long
    ago it came, when that is told beside it; ``answered`` says that the user wrote after it. ``stamped`` says that a
    day stands in front of it as in a pasted talk, ``dated`` that the day has its year and is no guess.
    """

    pieces: tuple[Span, ...]
    reply: Reply
    days: int | None
    asked_again: bool
    answered: bool
    reported: bool = False
    stamped: bool = False
    dated: bool = False

    @property
    def span(self) -> Span:
        """The last piece: their newest words."""
        return self.pieces[-1]


def _groups(said: Sequence[Said], log: bool) -> list[list[int]]:
    """Indices of what they said, pasted lines in a row together."""
    groups: list[list[int]] = []
    for i, s in enumerate(said):
        if s.voice is not Voice.THEM:
            continue
        together = log and groups and groups[-1][-1] == i - 1 and said[i - 1].pasted and s.pasted
        if together:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _moved(span: Span, starts: list[tuple[int, int]]) -> Span:
    """A span of the joined words, in offsets of the message."""
    joined, original = next(pair for pair in reversed(starts) if pair[0] <= span.start)
    by = original - joined
    return Span(span.start + by, span.end + by, span.text)


def _place(reply: Reply, starts: list[tuple[int, int]]) -> Reply:
    reason = reply.reason
    if reason.span is not None:
        reason = replace(reason, span=_moved(reason.span, starts))
    offered = _moved(reply.offered, starts) if reply.offered else None
    signs = tuple(Sign(s.id, _moved(s.span, starts)) for s in reply.signs)
    return replace(reply, signs=signs, reason=reason, offered=offered)


def _asks_again(words: str, *, behind: bool = False) -> bool:
    """Whether the user proposes another day (or, ``behind`` a quote, is said to have done so before it)."""
    return bool(lexicon("reported")["answer_to_another_day" if behind else "another_day"].find(words))


def hear(
    exchange: Exchange, message: str, told: Told, *, refused: bool = False, case: Sequence[Event] = ()
) -> tuple[Heard, ...]:
    """Every reply of theirs in the order of the message; with ``refused``, the only one is known to be a no.

    ``case`` is what happened before: a yes needs something that was asked, a kind close an answer that it closes.
    """
    said = exchange.said
    out: list[Heard] = []
    asked = False
    groups = _groups(said, exchange.log)
    alone = said[groups[0][0]] if len(groups) == 1 else None
    anew = alone is not None and asked_anew(told, alone.span.start)
    later = alone is not None and not anew and _after_the_no(exchange.telling, alone, told)
    told_no = len(groups) == 1 and (
        refused or (told.has("declined") and not told.has("came", "not_declined") and not (later or anew))
    )
    silent = told.has("silent") and not (alone and left_on_read(told, alone.span.end))
    asks = told.has("invited") and not (silent or told.has("accepted", "came", "i_decline"))
    invited = alone is not None and asks and not later
    for group in groups:
        first, last = said[group[0]], said[group[-1]]
        between = [s for s in said[: group[0]] if s.voice is Voice.USER]
        if out:
            between = [s for s in between if s.span.start >= out[-1].span.end]
            asked = asked or (bool(between) and out[-1].reply.refuses)
        own = between[-1].span.text if between else ""
        again = (
            asked
            or _asks_again(own)
            or _asks_again(exchange.telling[: first.span.start][-24:])
            or _asks_again(exchange.telling[last.span.end :][:_BEHIND].split("\n")[0], behind=True)
        )
        words, starts = "", []
        for i in group:
            starts.append((len(words), said[i].span.start))
            words += said[i].span.text + "\n"
        kind = meant(
            words,
            message,
            last.span.end,
            own=own,
            log=exchange.log,
            sure=first.sure,
            told=told,
            case=case,
            told_no=told_no,
        )
        no = kind is None and (
            told_no
            or (invited and not accepts(words) and not undecided(words))
            or refused_behind(message, last.span.end)
            or (first.sure and not exchange.log and excuses(words.strip()))
        )
        after_a_no = bool(out) and out[-1].reply.refuses
        talks = after_a_no and talking_again(told, out[-1].span.end, first.span.start)
        chatting = talks and not (no or exchange.log)
        parting = after_a_no and bool(own) and closes(words)
        days = came_ago(exchange.telling, first, told.today)
        reply = _place(
            read_reply(words.rstrip("\n"), asked_again=again, refused=no, couple=is_couple(told)), starts
        )
        if kind is not None:
            reply = reply.agreeing(kind) if kind in YES else Reply(whole=kind)
        elif (
            parting
            or (chatting and is_chat(reply, words))
            or (
                not no
                and is_talk(
                    reply,
                    words,
                    own,
                    begins=not out and not between and any(s.pasted for s in said if s.voice is Voice.USER),
                    later=later or (bool(out) and _days_later(out[-1], days)),
                    anew=anew,
                )
            )
        ):
            reply = Reply()
        answered = any(s.voice is Voice.USER for s in said[group[-1] + 1 :])
        out.append(
            Heard(
                tuple(said[i].span for i in group),
                reply,
                days,
                again,
                answered,
                first.reported,
                bool(first.stamp),
                names_year(first.stamp),
            )
        )
    return tuple(out)


def _days_later(before: Heard, days: int | None) -> bool:
    """Whether words came days after others of theirs: those are dated, and the first are not, or are older."""
    return days is not None and (before.days is None or before.days - days > STILL_FRESH.days)


def _after_the_no(telling: str, said: Said, told: Told) -> bool:
    """Whether words stand days after a no that is told of before them: talk of later (断られて40日。きのうは「…」)."""
    came = came_ago(telling, said, told.today)
    behind = any(told.folded.at[end] <= said.span.start for _, end in told.places("declined"))
    if came is None and _LATELY.search(BREAK.split(telling[: said.span.start])[-1]):
        came = 0
    later = came is not None and (told.since("declined") or 0) - came > STILL_FRESH.days
    return behind and (later or told_as_talk(telling, said.span, told))


_LATELY = re.compile(r"^[^「『]{0,6}?(?:最近|こないだ|つい最近|今朝|さっき)")
