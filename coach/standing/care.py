"""Which way a kind word about their reason goes: its kind, but for a club, and for what is too grave for cheer."""

import re

from coach.lexicon import fold
from coach.situation import Reading, ReasonKind
from coach.standing.gravity import grave

GRAVE, CLUB = "grave", "club"
_CLUB = re.compile(r"部活|サークル|朝練|合宿|部の|同好会")
_LESSONS = re.compile(
    r"試験|テスト|受験|模試|検定|課題|レポート|論文?|ゼミ|授業|講|実習|資格|勉強|車校|教習|学会|研究"
)


def care(reading: Reading) -> str:
    """A key of the kind words (``prompts/phrases.yaml``): who goes to a club is wished nothing for their studies."""
    if grave(reading):
        return GRAVE
    reason = reading.reason
    words = fold(reason.span.text).text if reason.span else ""
    of_club = reason.kind is ReasonKind.STUDY and _CLUB.search(words) and not _LESSONS.search(words)
    return CLUB if of_club else reason.kind.value
