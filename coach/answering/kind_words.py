"""Which way a kind word about their reason goes, as a prompt says it; the phrases of composed drafts have the same keys."""

from coach.situation import ReasonKind
from coach.standing.care import (
    BEHIND,
    BIRTH,
    CHECKUP,
    CLUB,
    GRAVE,
    JOB_HUNT,
    MEMORIAL,
    MEMORIAL_PAST,
    NURSING,
    REST,
)

KIND_WORDS: dict[str, str] = {
    ReasonKind.WORK: "お仕事をねぎらう、応援する",
    ReasonKind.STUDY: "勉強や試験を応援する",
    JOB_HUNT: "就職活動をしている相手に、無理をせず進められるように、短く応援する。勉強や今の仕事の話にはしない",
    CLUB: "部活やサークル、試合や練習を応援する。勉強の話にはしない",
    ReasonKind.ILLNESS: "体をいたわる",
    CHECKUP: "軽く、お大事に、とひとこと。重い心配やいたわりの言葉にはしない",
    REST: "ゆっくり休んでもらう。仕事や勉強を応援する言葉は使わない",
    ReasonKind.FAMILY: "ご家族との時間を大事にしてもらう",
    NURSING: "家族の具合に、お大事に、と短くいたわる。病状はたずねず、楽しむ言葉や励ます言葉にはしない",
    ReasonKind.PRIOR_PLAN: "先の予定を楽しんでもらう",
    ReasonKind.DISTANCE: "移動や道のりをいたわる",
    ReasonKind.OTHER: "無理をしないでもらう",
    ReasonKind.MONEY: "気にしないで、と軽く受けとめる。おごる・貸す話や、安い案、節約の助言にはしない",
    BEHIND: "終わったことに、おつかれさま(受かったなら、おめでとう)と言う。応援や、がんばっての言葉にはしない",
    MEMORIAL: "静かな一日になるように、控えめにひとこと。うれしさや楽しみの言葉、感嘆符は使わない",
    MEMORIAL_PAST: "断られた日の事情には触れすぎず、静かに。会う日を楽しみにする一言は、軽くならかまわない。感嘆符は使わない",
    BIRTH: "子どもが生まれる喜びを、短く一緒に喜ぶ。たずねたり、心配したりしない",
    GRAVE: "たいへんな事情を静かにいたわる。うれしさ、楽しみ、励ましの言葉や感嘆符は使わない",
}
"""Which way a kind word goes (`coach/standing/care.py`); relationships are left alone."""
