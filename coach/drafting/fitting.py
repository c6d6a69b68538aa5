"""Which of the phrases fit: the acts of a kind as far as what is known carries them, and the lines of an act."""

from datetime import date

from coach.drafting.outing import outing
from coach.drafting.phrases import phrases
from coach.drafting.pleasure import PLEASURE, is_pleasure
from coach.situation import Reading, ReasonKind, SignId
from coach.standing.answered_day import UNABLE, answered_day, declined_day, declines_the_day
from coach.standing.care import GRAVE, care_owed
from guardrails.vocabulary import Act, Stage

_TOLD = frozenset((Act.THANKS, Act.ACCEPTANCE, Act.CARE, Act.FUTURE))  # what bears on the reason they gave
_OF_THE_DAY = frozenset((Act.THANKS, Act.ANSWER, Act.CARE, Act.FUTURE))
_ALONG = (Act.LIGHT, Act.GROUP)
"""What says where to go together."""
_COLD = (11, 15)
_SEASONS = ("winter", "spring", "summer", "autumn")


def fitting(frame: tuple[Act, ...], reading: Reading) -> tuple[Act, ...]:
    """The acts of a kind as far as what is known carries them."""
    if (
        not reading.interests
    ):  # 「おすすめ」 needs something to ask about; a season is there to begin with for anybody
        frame = tuple(
            Act.GREETING if act is Act.INTEREST else act for act in frame if act is not Act.QUESTION
        )
    if reading.dependent:  # one soft no ends it: nothing is held out for later
        frame = tuple(act for act in frame if act is not Act.FUTURE)
    if reading.company or any(sign.id is SignId.GROUP for sign in reading.signs):
        return tuple(Act.GROUP if act is Act.LIGHT else act for act in frame)
    return frame


def choices(stage: Stage, act: Act, reading: Reading, *, today: date) -> list[str]:
    """The lines for an act that fit what was read, filled in; none where one needs what is not known."""
    interest = reading.interests[0].text if reading.interests else ""
    day = (declined_day if declines_the_day(reading) else answered_day)(reading)
    fit = _fit(stage, act, reading, interest, today=today)
    lines = phrases().choices(stage, reading.register, act, fit=fit)
    noun = outing(interest).noun if act in _ALONG else interest
    filled = (line.replace("{day}", day).replace("{interest}", noun) for line in lines)
    return [] if not interest and any("{interest}" in line for line in lines) else list(filled)


def briefer(stage: Stage, act: Act, reading: Reading) -> list[str]:
    """The lines for an act that are shorter than all others; none where something bad has happened."""
    grave = care_owed(reading, stage) == GRAVE
    return [] if grave else phrases().briefest(stage, reading.register, act)


def _fit(stage: Stage, act: Act, reading: Reading, interest: str, *, today: date) -> str:
    if act in _OF_THE_DAY and declines_the_day(reading):
        return UNABLE
    season = _season(today)
    theme = care_owed(reading, stage)
    if act in _TOLD and theme == GRAVE:
        return GRAVE
    match act:
        case Act.CARE:
            return PLEASURE if theme == ReasonKind.PRIOR_PLAN.value and is_pleasure(reading.reason) else theme
        case Act.GREETING:
            return season
        case Act.ANSWER | Act.THANKS:
            return _offer(reading)
        case Act.DISCLOSURE:
            return "interest" if interest else season
        case Act.LIGHT | Act.GROUP if not interest:
            return "plain"
        case Act.LIGHT | Act.GROUP:
            return outing(interest).kind
    return "any"


def _season(today: date) -> str:
    """The season as it feels in Japan: from the middle of November on it is cold."""
    if (today.month, today.day) >= _COLD and today.month < 12:
        return "winter"
    return _SEASONS[today.month % 12 // 3]


def _offer(reading: Reading) -> str:
    if answered_day(reading):
        return "day"
    group = reading.company or any(sign.id is SignId.GROUP for sign in reading.signs)
    return "group" if group else "open"
