"""Which way a kind word about their reason goes: its kind, but for clubs, matches, duties, and what is too grave for cheer."""

import re

from coach.lexicon import fold, lexicon
from coach.situation import Reading, ReasonKind, SignId
from coach.standing.gravity import grave

GRAVE, CLUB, REST, MEMORIAL, BEHIND = "grave", "club", "rest", "memorial", "behind"
"""Ways of a kind word beside the kinds of reasons; ``BEHIND`` is for an exam or a paper that lies behind them."""
_CLUB = re.compile(r"部活|サークル|朝練|合宿|部の|同好会|試合|大会|練習|稽古|リハ|遠征")
_STAGE_ART = re.compile(r"稽古|リハ(?!ビリ)|ゲネ|公演|舞台|本番前")
_PAID = re.compile(r"仕事|残業|バイト|出勤|シフト|会社|勤務|営業")
"""Whether who rehearses lives by it is not said."""
_OF_TWO = re.compile(r"[二2]人|ふたり|サシ|さし(?=で|は|だ)|緊張|恥ず|はず(?:か|い)|照れ|気まず|人見知り")
"""Beside company that is offered, why it is: nobody is to be spared anything."""
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
    pleasant time, and who has passed an exam no luck for it.
    """
    if grave(reading):
        return GRAVE
    reason, families = reading.reason, lexicon("cares")
    words = fold(reason.span.text).text if reason.span else ""
    said = words + "\n" + (fold(reading.incoming.text).text if reading.incoming else "")
    if families["memorial"].find(said):
        return MEMORIAL
    if families["pet"].find(said):
        return ReasonKind.OTHER.value
    company = any(sign.id is SignId.GROUP for sign in reading.signs)
    if company and reason.kind is ReasonKind.OTHER and _OF_TWO.search(words):
        return ReasonKind.NONE.value
    if reason.kind in _NEEDING_REST and _TIRED.search(words):
        return REST
    if reason.kind in _NOT_PAID and families["harvest"].find(words):
        return ReasonKind.WORK.value
    if reason.kind is ReasonKind.STUDY and (reason.over or families["exam_over"].find(said)):
        return BEHIND
    if reason.kind is ReasonKind.WORK and _STAGE_ART.search(words) and not _PAID.search(words):
        return ReasonKind.OTHER.value
    if reason.kind is ReasonKind.PRIOR_PLAN and _DUTY.search(words):
        return ReasonKind.OTHER.value
    planned = reason.kind in (ReasonKind.STUDY, ReasonKind.PRIOR_PLAN)
    of_club = planned and _CLUB.search(words) and not _LESSONS.search(words)
    return CLUB if of_club else reason.kind.value
