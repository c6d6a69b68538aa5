"""What is said when a message speaks of danger, and to whom one can turn: calm words first, numbers last."""

import re
from collections.abc import Sequence
from datetime import datetime

from coach.help_words import IDIOM_ASIDE, MISREAD, WORDS, WORRIES, WORRY, YOUNG
from coach.parts import Helped, Line, Worried
from guardrails.danger.ages import read_ages
from guardrails.helplines import Helpline, catalogue, lines_for, open_now
from guardrails.vocabulary import Alarm, Danger

_WORRY_LINES = 3
_FOR_MANY = 3
"""A line for more dangers than these is there for every distress, not for despair alone."""
_SEXUAL = re.compile(
    r"手(?:を|が)|触|さわ|揉|キス|ちゅ|チュ|抱き|押し倒|脱|裸|胸|尻|腿|もも|下着|体|風呂|着替え|盗撮|のぞ|覗|性|エッチ|やら(?:せ|れ|さ)|ゴム|避妊"
    r"|妊娠|ホテル|布団|ベッド|寝て|眠って|無理やり|むりやり|飲み物|襲|犯|痴漢|レイプ"
)


def help_for(alarms: Sequence[Alarm], *, at: datetime, pressed: bool = False) -> Helped | None:
    """The words and lines for the gravest danger that ends the path, or None when none does.

    ``pressed`` says that the reading found the user pressed by whoever has power over them (an alarm may say so, too).

    ``alarms`` come from ``guardrails.safety.screen``, ``at`` is an aware datetime. Lines that answer at that moment
    come first; where the evidence says that someone is under 18, the lines for the young come before the others, and
    where it speaks of touching or of sex, the lines for that; whoever suffers it at work gets the line for work, too.
    """
    suffered = pressed or any(a.on_user for a in alarms)
    alarm = next(
        (a for a in alarms if a.danger in WORDS and (suffered or a.danger is not Danger.WORK_POWER)), None
    )
    if alarm is None:
        return None
    words = WORDS[alarm.danger]
    young = alarm.danger is Danger.MINOR or any(read_ages(s.text).minors for s in alarm.evidence)
    said = words.said if not young or YOUNG in words.said else (*words.said, YOUNG)
    sexual = alarm.danger is Danger.DV and any(_SEXUAL.search(s.text) for s in alarm.evidence)
    first, rest = _lines(alarm.danger, at=at, young=young, sexual=sexual)
    at_work = alarm.danger is Danger.DV and any(a.danger is Danger.WORK_POWER for a in alarms)
    work = [line for line in lines_for(Danger.WORK_POWER) if at_work and line not in (*first, *rest)][:1]
    return Helped(
        alarm.danger, said, tuple(_shown(line, at) for line in (*rest[: words.most], *work, *first))
    )


def help_again(danger: Danger, *, at: datetime) -> Helped:
    """What is said when the talk goes on after a danger that still holds: no draft, and to whom one can turn."""
    words = WORDS[danger]
    first, rest = _lines(danger, at=at, young=danger is Danger.MINOR)
    lines = (*rest[: words.most], *first)
    misread = () if danger is Danger.SELF_HARM else (MISREAD,)  # that holds for a night only
    return Helped(danger, (*words.again, *misread), tuple(_shown(line, at) for line in lines), again=True)


def _lines(
    danger: Danger, *, at: datetime, young: bool, sexual: bool = False
) -> tuple[list[Helpline], list[Helpline]]:
    """The emergency numbers where they are called for, and the other lines, those that answer at that moment first."""
    lines = lines_for(danger, young=young)
    first = [line for line in lines if line.emergency and WORDS[danger].emergency]
    rest = sorted(
        (line for line in lines if not line.emergency),
        key=lambda line: (
            _of_despair(line, danger),
            _rank(open_now(line, at)),
            not line.young,
            sexual and not line.sexual,
        ),
    )
    return first, rest


def aside_for(alarms: Sequence[Alarm]) -> str:
    """The one soft sentence for a figure of speech, or "" where it is not called for."""
    return IDIOM_ASIDE if any(a.danger is Danger.IDIOM for a in alarms) else ""


def worry_for(alarm: Alarm, *, at: datetime) -> Worried:
    """What is said when quiet words only might speak of danger: it may be a misreading, and it is said to be."""
    lines = sorted(
        lines_for(alarm.danger),
        key=lambda line: (line.emergency, _of_despair(line, alarm.danger), _rank(open_now(line, at))),
    )
    said = WORRIES.get(alarm.danger, WORRY)
    return Worried(said, tuple(_shown(line, at) for line in lines[:_WORRY_LINES]))


def every_line(*, at: datetime) -> tuple[Line, ...]:
    """The whole catalogue, those that answer at that moment first."""
    ordered = sorted(catalogue(), key=lambda line: _rank(open_now(line, at)))
    return tuple(_shown(line, at) for line in ordered)


def still_there(lines: Sequence[Line], *, at: datetime) -> tuple[Line, ...]:
    """Lines that were shown before, as they answer at that moment; those no longer in the catalogue are left out."""
    known = {(line.name, line.contact): line for line in catalogue()}
    return tuple(_shown(known[key], at) for line in lines if (key := (line.name, line.contact)) in known)


def _of_despair(line: Helpline, danger: Danger) -> bool:
    """Whether a line is there for those who think of dying, and they are not meant: it comes after the others."""
    return (
        danger is not Danger.SELF_HARM and Danger.SELF_HARM in line.dangers and len(line.dangers) <= _FOR_MANY
    )


def _rank(answering: bool | None) -> int:
    return {True: 0, None: 1, False: 2}[answering]


def _shown(line: Helpline, at: datetime) -> Line:
    return Line(
        name=line.name,
        contact=line.contact,
        hours=line.hours,
        note=line.note,
        source_url=line.source_url,
        verified_on=line.verified_on.isoformat(),
        open_now=open_now(line, at),
    )
