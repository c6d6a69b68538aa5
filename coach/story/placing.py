"""Where a message stands in its story: what tells no stage of its own does not move it, and what was offered is still on the table."""

import re
from dataclasses import replace
from datetime import date, timedelta

from coach.lexicon import fold
from coach.planning.footing import retold
from coach.said.bare import bare, is_the_users
from coach.said.replying import closes
from coach.situation import Aim, Reading, ReasonKind, SignId, Topic
from coach.standing.doubts import TIMED
from coach.story.summary import Story, is_another_no
from coach.times.unable import unable
from guardrails.vocabulary import Stage

_SETTLED = re.compile(
    r"(?:に|で|が|も)決ま(?:った|りまし)(?!ら)|約束(?:を|が)?(?:し(?:た|まし)|でき(?:た|まし))(?!ら|い)|ことになった|会うことにな"
)
"""A day is fixed between the two: the offer is answered, whoever wrote last."""


_OF_OTHERS = re.compile(
    r"[」』](?:って|と)?、?(?:うちの|私の|俺の|僕の|別の|共通の)?(?:母|父|親|妹|姉|弟|兄|友[達人]|友だち|知り合い|知人|占い師|(?<=別の|他の)人)(?:が|から|に|も)"
    r"|(?:別|ほか|他)の(?:人|子|方)(?:が|から|に)、?[「『]|[」』](?:って|と)?(?:前に|昔|以前)言われ|夢で|思い出し"
)
_MARKS = '「『“"：:→>＞'


def placed(
    reading: Reading,
    text: str,
    story: Story,
    earlier: tuple[Reading, ...],
    today: date,
    *,
    asked: bool = False,
) -> Reading:
    """The reading where the story stands.

    Args:
        reading: what was read from the newest message.
        text: that message.
        story: what is known to have happened.
        earlier: what was read from the messages before it, the newest first.
        today: the day in Japan.
        asked: whether the coach has just asked for their words, which then need no marks.
    """
    days = reading.days_since
    if not story.begun:
        return _still_undecided(reading, earlier)
    if _tells_no_stage(reading, text, story, today, asked=asked):
        not_theirs = _is_unmarked(reading, text) or _is_somebody_elses(reading, text)
        reading = replace(
            reading,
            topic=Topic.SITUATION,
            stage=None,
            signs=(),
            days_since=None,
            proposed=False,
            incoming=None if not_theirs else reading.incoming,
            offered_day=None if not_theirs else reading.offered_day,
            accepted=reading.accepted and not not_theirs,
        )
    if reading.topic is not Topic.SITUATION:
        return reading
    if reading.incoming is not None:
        return _they_write(reading, story)
    if reading.stage in TIMED and story.no_on is not None:
        return _why(reading, earlier)
    if reading.stage is not None:
        return reading
    if story.offered and _SETTLED.search(fold(text).text):
        return replace(reading, replied=True)
    if story.closed:
        return _answered_after_the_end(reading, earlier)
    if story.offered and not (story.arranged or reading.met):
        return _offered(reading, text, earlier)
    if story.no_on is None:
        return reading
    if reading.invited and reading.declines:
        on = today - timedelta(days=days or 0)
        another = is_another_no(story, words="", on=on, invited=True)
        return replace(reading, stage=Stage.DECLINED, days_since=days) if another else reading
    if reading.invited and not story.asked_again:
        return replace(reading, asked_again=True)  # nothing is told of an answer to it
    if reading.warm and reading.talked_days_ago is None and not reading.they_wrote:
        reading = replace(reading, talked_days_ago=0)  # it is told today, and of no other time
    return _why(reading, earlier)


def _still_undecided(reading: Reading, earlier: tuple[Reading, ...]) -> Reading:
    """Who asked for time has it still, where nothing else is told since."""
    silent = reading.stage is None and reading.incoming is None and not reading.accepted
    asked_for_time = bool(earlier) and earlier[0].undecided
    return replace(reading, topic=Topic.OTHER, undecided=True) if silent and asked_for_time else reading


def _tells_no_stage(reading: Reading, text: str, story: Story, today: date, *, asked: bool) -> bool:
    """Whether the stage is a guess, the longing of somebody in the middle of it, a meeting, or a word after the answer."""
    over = reading.met and (story.offered or story.waits) and reading.incoming is None
    if over or _is_a_guess(reading, text, asked=asked) or _is_somebody_elses(reading, text):
        return True
    if reading.topic is not Topic.SITUATION:
        return False
    longs = reading.stage is Stage.WAITING and story.no_on is not None and reading.aim is not Aim.COMFORT
    closing = story.replied and retold(reading, story, today) and not _is_their_no(reading, story)
    return longs or closing


def _is_a_guess(reading: Reading, text: str, *, asked: bool) -> bool:
    """Whether the stage rests on no word of theirs and no fact, only on how the message sounds: a story knows better."""
    if not reading.proposed or reading.own_draft is not None:
        return False
    if reading.incoming is None:
        return True
    answers = asked and not is_the_users(text)
    refuses = reading.stage is not Stage.ALTERNATIVE and bare(
        text
    )  # a yes or a day of theirs needs its marks
    return _is_unmarked(reading, text) and not answers and not refuses


def _is_unmarked(reading: Reading, text: str) -> bool:
    """Whether what was taken for their words stands in no marks and behind no name: most likely the user's own thought."""
    words = reading.incoming
    return words is not None and (words.start == 0 or text[words.start - 1] not in _MARKS)


def _is_somebody_elses(reading: Reading, text: str) -> bool:
    """Whether the quoted words are a third person's, old ones remembered, or dreamt: nothing has come from the other."""
    return reading.incoming is not None and _OF_OTHERS.search(fold(text).text) is not None


def _is_their_no(reading: Reading, story: Story) -> bool:
    """Whether their words are those of the no itself, told once more."""
    words = reading.incoming.text if reading.incoming else ""
    return bool(words) and (words in story.no_words or (story.no_words != "" and story.no_words in words))


def _they_write(reading: Reading, story: Story) -> Reading:
    """Words of theirs that refuse nothing, after the no was answered, are theirs of their own accord; a closing word asks for none back."""
    words = reading.incoming.text if reading.incoming else ""
    after = reading.stage is None and story.no_on is not None and story.replied
    return replace(reading, they_wrote=True) if after and not closes(words) else reading


def _offered(reading: Reading, text: str, earlier: tuple[Reading, ...]) -> Reading:
    """With the day or company they offered, which is not answered yet, and whether the user can come."""
    offer = next((r for r in earlier if r.stage is Stage.ALTERNATIVE), None)
    if offer is None:
        return reading
    cannot = unable(text, offer.offered_day.text) if offer.offered_day else None
    return replace(
        reading,
        offered_day=offer.offered_day,
        unable=cannot or offer.unable,
        company=offer.company or _of_company(offer),
    )


def _answered_after_the_end(reading: Reading, earlier: tuple[Reading, ...]) -> Reading:
    """Who came back with a day of their own is still to be answered a message later; else the end stands."""
    last = earlier[0] if earlier else None
    if last is None or last.stage is not Stage.ALTERNATIVE or last.incoming is None:
        return reading
    return replace(
        reading,
        stage=last.stage,
        incoming=last.incoming,
        company=last.company or _of_company(last),
        offered_day=last.offered_day,
        unable=last.unable,
    )


def _of_company(reading: Reading) -> bool:
    """Whether what they offered is company, and no day."""
    return {sign.id for sign in reading.signs} & {SignId.OTHER_DAY, SignId.GROUP} == {SignId.GROUP}


def _why(reading: Reading, earlier: tuple[Reading, ...]) -> Reading:
    """With the reason of the no as it was told: how long it lasts need not stand in their own words."""
    if reading.reason.kind is not ReasonKind.NONE:
        return reading
    told = next((r.reason for r in earlier if r.reason.kind is not ReasonKind.NONE), None)
    return replace(reading, reason=told) if told else reading
