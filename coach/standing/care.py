"""Which way a kind word about their reason goes: its kind, but for clubs, matches, duties, and what is too grave for cheer."""

import re
from dataclasses import replace

from coach.lexicon import fold, lexicon
from coach.situation import Reading, Reason, ReasonKind
from coach.standing.gravity import grave

GRAVE, CLUB, REST, MEMORIAL, BEHIND, NURSING = "grave", "club", "rest", "memorial", "behind", "nursing"
"""Ways of a kind word beside the kinds of reasons; ``BEHIND`` is for an exam or a paper that lies behind them, ``NURSING`` for
a child's fever or a mother's doctor."""
_CLUB = re.compile(r"部活|サークル|朝練|合宿|部の|同好会|試合|大会|練習|稽古|リハ|遠征")
_TRIP = re.compile(
    r"遠征(?!費)|旅行(?!会社|代理|業|シーズン)|ライブ|コンサート|フェス(?!ティ)|観戦|観劇|推し|参戦"
)
"""Gone to for its own sake: the way there is no burden."""
_WATCHED = re.compile(
    r"(?:ライブ|推し|コンサート|フェス|公演|舞台|試合)[^。!?]{0,6}(?:遠征|参戦|全通|観|見|行|当た|当選|チケ)|観戦|観劇|応援に"
)
_PLAYED = re.compile(r"リハ|稽古|練習|本番|出演|出る")
"""Whose own match or stage it is."""
_FAR = re.compile(r"遠[いく]|片道|往復|代が|時間")
_DUTY = re.compile(r"引っ?越|荷造り|転居|当番|手伝い|幹事|審判|引率|準備|片付け|掃除|町内|付き添い")
"""What is done rather than enjoyed: who moves house is wished no pleasure."""
_TIRED = re.compile(
    r"(?:夜勤|当直|宿直|徹夜|泊まり|連勤)(?:が|の)?明け|明けで|寝不足|疲れ|くたくた|クタクタ|へとへと|ヘトヘト|ぐったり|バテ|ばて[てた]|しんど|体力"
    r"|(?:寝(?!込|坊|かしつけ|る?(?:間|暇))|ねむ|眠)(?:て(?!な|ま?せん|い(?:ない|ません))|た[いく]|る|ます|と[るく]|り)|休(?:み|ませ)(?:た[いく]|ます)|体を?休め|ゆっくりし(?:たい|ます)|充電し"
)
"""Who sleeps after the night's work is not cheered on at it."""
_LESSONS = re.compile(
    r"試験|テスト|受験|模試|検定|課題|レポート|論文?|ゼミ|授業|講|実習|資格|勉強|車校|教習|学会|研究"
)
_NOT_PAID = (ReasonKind.FAMILY, ReasonKind.PRIOR_PLAN, ReasonKind.OTHER)

_NEEDING_REST = (ReasonKind.WORK, ReasonKind.STUDY, ReasonKind.OTHER)


def care(reading: Reading) -> str:
    """A key of the kind words (``prompts/phrases.yaml``).

    Who goes to a club or a match is wished nothing for their studies and no pleasure of a plan, who goes to a grave no
    pleasant time, who has passed an exam no luck for it, and whose child has a fever no good time with the family.
    """
    if grave(reading):
        return GRAVE
    reason, families = _taken(reading.reason), lexicon("cares")
    words = fold(reason.span.text).text if reason.span else ""
    said = words + "\n" + (fold(reading.incoming.text).text if reading.incoming else "")
    if families["memorial"].find(said):
        return MEMORIAL
    if families["pet"].find(said):
        return ReasonKind.OTHER.value
    if reason.kind is ReasonKind.FAMILY and families["nursing"].find(words):
        return NURSING
    if reason.kind in _NEEDING_REST and _TIRED.search(words):
        return REST
    if reason.kind in _NOT_PAID and families["harvest"].find(words):
        return ReasonKind.WORK.value
    if reason.kind is ReasonKind.STUDY and (reason.over or families["exam_over"].find(said)):
        return BEHIND
    if reason.kind is ReasonKind.PRIOR_PLAN and _DUTY.search(words):
        return ReasonKind.OTHER.value
    planned = reason.kind in (ReasonKind.STUDY, ReasonKind.PRIOR_PLAN)
    watches = _WATCHED.search(words) and not _PLAYED.search(words)
    of_club = planned and _CLUB.search(words) and not (_LESSONS.search(words) or watches)
    return CLUB if of_club else reason.kind.value


def _taken(reason: Reason) -> Reason:
    """The reason as a kind word takes it: a journey that is a pleasure is a plan, and no distance."""
    words = fold(reason.span.text).text if reason.span else ""
    pleasure = reason.kind is ReasonKind.DISTANCE and _TRIP.search(words) and not _FAR.search(words)
    return replace(reason, kind=ReasonKind.PRIOR_PLAN) if pleasure else reason
