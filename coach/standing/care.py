"""Which way a kind word about their reason goes: its kind, but for clubs, matches, duties, and what is too grave for cheer."""

import re
from dataclasses import replace

from coach.lexicon import fold, lexicon
from coach.situation import Reading, Reason, ReasonKind, SignId
from coach.standing.gravity import grave
from guardrails.vocabulary import Stage

GRAVE, CLUB, REST, MEMORIAL, BEHIND = "grave", "club", "rest", "memorial", "behind"
CHECKUP, NURSING, JOB_HUNT = "checkup", "nursing", "job_hunt"
BIRTH, MEMORIAL_PAST = "birth", "memorial_aside"
"""Ways of a kind word beside the kinds of reasons; ``BEHIND`` is for an exam or a paper that lies behind them, ``CHECKUP``
for a doctor who is gone to as to a hairdresser, ``NURSING`` for a child's fever or a mother's doctor, ``JOB_HUNT`` for who
looks for work and studies nothing, ``BIRTH`` for a child who is born to them, ``MEMORIAL_PAST`` for the dead of the day they
refused, where another day is looked forward to."""
_CLUB = re.compile(r"部活|サークル|朝練|合宿|部の|同好会|試合|大会|練習|稽古|リハ|遠征")
_STAGE_ART = re.compile(r"稽古|リハ(?!ビリ)|ゲネ|公演|舞台|本番前")
_PAID = re.compile(r"仕事|残業|バイト|出勤|シフト|会社|勤務|営業")
"""Whether who rehearses lives by it is not said."""
_OF_TWO = re.compile(r"[二2]人|ふたり|サシ|さし(?=で|は|だ)|緊張|恥ず|はず(?:か|い)|照れ|気まず|人見知り")
"""Beside company that is offered, why it is: nobody is to be spared anything."""
_TRIP = re.compile(
    r"遠征(?!費)|旅行(?!会社|代理|業|シーズン)|ライブ|コンサート|フェス(?!ティ)|観戦|観劇|推し|参戦"
)
"""Gone to for its own sake: the way there is no burden."""
_WATCHED = re.compile(
    r"(?:ライブ|推し|コンサート|フェス|公演|舞台|試合|千秋楽|界隈|ファン)[^。!?]{0,12}(?:遠征|参戦|全通|観|見|行|当た|当選|チケ)|観戦|観劇|応援に"
)
_FAN = re.compile(
    r"推し(?:の|が|に|と|は|を)?[^。、!?]{0,6}?(?:円盤|ブルーレイ|dvd|現場|千秋楽|公演|舞台|イベ|[生聖]?誕|ライブ|コンサート|フェス|ファンミ|会える|会う|配信|上映|出演|来日)|推し(?:活|と(?:過ご|いる|会))|円盤の発売|リリイベ|ファンミ|握手会|サイン会|特典会|お渡し会|応援上映"
)
"""Where somebody is a fan: what they call their 現場 is no work."""
_PLAYED = re.compile(r"リハ|稽古|練習|本番|出演|出る")
"""Whose own match or stage it is."""
_FAR = re.compile(r"遠[いく]|片道|往復|代が|時間")
_DUTY = re.compile(r"引っ?越|荷造り|転居|当番|手伝い|幹事|審判|引率|準備|片付け|掃除|町内|付き添い")
"""What is done rather than enjoyed: who moves house is wished no pleasure."""
_TIRED = re.compile(
    r"(?:夜勤|当直|宿直|徹夜|泊まり|連勤)(?:が|の)?明け|明けで|寝不足|疲れ|くたくた|クタクタ|へとへと|ヘトヘト|ぐったり|バテ|ばて[てた]|しんど|体力|体がも(?:た|ち)"
    r"|(?:寝(?!込|坊|かしつけ|る?(?:間|暇))|ねむ|眠)(?:て(?!な|ま?せん|い(?:ない|ません))|た[いく]|る|ます|と[るく]|り)|休(?:み|ませ)(?:た[いく]|ます)|体を?休め|ゆっくりし(?:たい|ます)|充電し"
)
"""Who sleeps after the night's work is not cheered on at it."""
_LESSONS = re.compile(
    r"試験|テスト|受験|模試|検定|課題|レポート|論文?|ゼミ|授業|講|実習|資格|勉強|車校|教習|学会|研究"
)
_NEIGHBOURHOOD = re.compile(
    r"町内|自治会|町会|隣組|管理組合|集落|(?:マンション|団地|地区|地域|学区|神社|お寺)の(?:清掃|掃除|草|理事|役員|当番|会合|集まり|行事|祭)|pta|子ども会|子供会|消防団|氏子|どぶさらい"
)
"""What neighbours and parents do for each other: neither a job nor time with the family."""
_ROUTINE = re.compile(
    r"歯医者|歯科(?!衛生)|歯の?(?:検診|クリーニング|メンテ|掃除|矯正)|(?:健康|定期)診断|健診|検診|人間ドック|予防接種|ワクチン(?!の副)|眼科|耳鼻科|皮膚科|コンタクト|眼鏡|メガネ"
)
_SUFFERS = re.compile(
    r"痛|いた[いくみ]|腫|抜[くいかけ]|手術|入院|熱|しんど|急[にな遽]|精密|再検査|引っかか|ひっかか|具合|体調|副反応|ひど|つら"
)
_JOB_HUNT = re.compile(
    r"就活|就職活動|転職活動|(?:最終|[一二三1-3]次|集団|企業|会社の)面接|面接(?!官)|インターン(?!の[子人生])|(?:会社|企業)説明会|選考|エントリーシート|(?<![a-z])es(?![a-z])(?:の|を|書|締|提出)"
)
_OF_A_SCHOOL = re.compile(r"ゼミ|入試|入学|院試|受験|推薦|検定|英検|資格|編入|奨学")
_NO_TASTE = re.compile(
    r"(?:興味|関心)(?:が|は|も)?、?(?:あんまり|あんま|あまり|そんなに?|そこまで|全然|ぜんぜん|まったく|それほど|特に)?(?:な[いくか]|ねえ|ねー|あら?へん|ありません|湧か|わか(?:な|ん|へん)|持て(?:な|ん|へん)|薄)"
    r"|(?:好き|タイプ|好み|趣味)(?:じゃ|では|や)な[いくか]|ピンと(?:こ|来)|(?:くわし|詳し)くな[いくか]|刺さらな"
)
_OF_EVERYTHING = re.compile(r"何に(?:対して)?も|なんにも|何も|なにも|全部|すべて|全て|生きる|最近")
"""Who cares for nothing any more is not left without a kind word."""
_POLITE_NO = re.compile(
    r"お?(?:気持ち|心遣い|気遣い|志|言葉)だけ(?:で|を|は|、)*(?:ありがたく|有り?難く|嬉しく|うれしく)?(?:頂|いただ|戴|受け取|もら|十分|嬉し|うれし|ちょうだい)"
)
"""What is only not liked, or declined in a set phrase, weighs on nobody."""
_NO_RIDE = re.compile(
    r"(?:車|クルマ|くるま|原付|バイク|自転車|チャリ)(?:が|を|も|は|で|に|まだ|、)*[^。!?]{0,8}?(?:借り(?:れ|られ)?(?:な|ん|へん|ま[せへ]|ず)|貸(?:して(?:て|る|もらえ)|せ|りれ)|使え(?:な|ん|へん|ま[せへ]|ず)|出せ(?:な|ん|へん|ま[せへ])|空(?:いて(?:い)?な|かな|かん)|送って(?:もら(?:えな|えん|え)|くれ(?:な|ん)))"
)
_GATHERING = re.compile(
    r"(?<!法事の)(?:集まり|集い|つどい|あつまり|会合|集会|例会|礼拝|ミサ|お茶会|茶会|句会|歌会|読書会|勉強会|座禅会|朗読会|交流会|懇親会)"
)
_HUSHED = re.compile(r"自助|遺族|患者|当事者|被害|追悼|慰霊|断酒|断薬|喪|葬|亡|偲|謝罪|対策|緊急|説明会")
_DISPOSED = re.compile(
    r"(?:朝|早起き|早朝|夜|夜遊び|夜更かし|人[混込ご]み|人ごみ|人の多い(?:所|ところ|場所)|大勢|寒さ|暑さ|[寒暑高暗狭]い(?:所|ところ|とこ)|虫|犬|猫|お?酒|カラオケ|騒がしい(?:所|ところ|とこ))[^。!?、]{0,6}?(?:弱[いくか]|苦手|にがて|だめ(?:な|で)|ダメ(?:な|で)|駄目|怖[いくが])"
    r"|(?:に|が|は|も|は?どうも)、?(?:どうも|あまり|ちょっと|めっぽう|昔から|根っから)*(?:苦手|にがて)|(?<=[るいな])(?:たち|タチ|タイプ|質|性分|体質|性質)(?:な(?:の|ん|もの)|で(?!も)|です|だ)|(?:とこ|ところ|所|場所|人[混込]み)(?:は|が|も)?苦手|(?:船|車|乗り物|バス|電車|揺れ|寒さ|暑さ)に(?:は|も)?、?[ぁ-ん]{0,6}?弱[いくか]|酔いやす[いく]|酔う(?:から|ので|もの|んで)|出不精|インドア(?:派|な|で)|夜型|朝型"
)
_AILING = re.compile(
    r"痛|熱が|具合|体調|ひど[いく]|つら|しんど|障害|発作|病気|アレルギ|かぶれ|パニック|うつ|鬱|寝込|通院|病院|薬"
)
"""How somebody is made weighs on nobody: there is nothing to rest from; unless they suffer from it now."""
_SHY = re.compile(r"緊張|恥ず|はず(?:か|い)|照れ|気まず|人見知り|どきどき|ドキドキ")
_FESTIVE = re.compile(
    r"(?:祭り?|まつり)(?:で|の)(?:太鼓|お?神輿|みこし|山車|お?囃子|出し物)|(?:太鼓|笛|三味線)(?:を)?(?:叩|たた|打|吹|弾)|(?:神輿|みこし|山車|だんじり)(?:を)?(?:担|かつ|引|曳|ひ[くき])"
    r"|(?:バーベキュー|bbq|キャンプ|花見|芋煮|たこパ|女子会|誕生日会|旅行|温泉|ゴルフ|釣り|飲み|呑み|鍋|カラオケ|フェス|ライブ)(?:の予定|の約束)?(?:が|に|を|で)?、?(?:もう|先に|すでに|既に)(?:入|決ま|約束|誘われ|行くって|予約)"
)
_BORN = re.compile(
    r"(?:初孫|孫|赤ちゃん|赤ん坊|子ども|子供|子|姪|甥|ひ孫|妹|弟|嫁|娘|妻|姉|息子|家族)[^。!?]{0,10}?(?:生まれ(?!変|つ|育|故|年|の)|産まれ|出産|お産)|(?:出産|お産)(?:の)?(?:予定|に立ち会|立ち会|間近|を控え)|臨月|里帰り出産"
)
_NOT_WELL = re.compile(r"流産|死産|早産|切迫|入院|手術|緊急|難産|亡|牛|馬|羊|犬|猫")
_SLIMMING = re.compile(r"ダイエット|減量|糖質制限|体を?絞|増量中|筋トレ")
_NOT_PAID = (ReasonKind.FAMILY, ReasonKind.PRIOR_PLAN, ReasonKind.OTHER)

_OF_ONESELF = (ReasonKind.ILLNESS, ReasonKind.DISTANCE, ReasonKind.OTHER)
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
    if reason.kind is ReasonKind.OTHER and _weighs_nothing(words):
        return ReasonKind.NONE.value
    if reason.kind in (ReasonKind.FAMILY, ReasonKind.OTHER) and _NO_RIDE.search(words):
        return ReasonKind.MONEY.value  # what they do not have is not to be minded
    company = any(sign.id is SignId.GROUP for sign in reading.signs)
    if company and reason.kind is ReasonKind.OTHER and _OF_TWO.search(words):
        return ReasonKind.NONE.value
    if reason.kind is ReasonKind.FAMILY and families["nursing"].find(words):
        return NURSING
    if reason.kind in _NOT_PAID and _BORN.search(words) and not _NOT_WELL.search(words):
        return BIRTH
    if reason.kind in _NEEDING_REST and _TIRED.search(words):
        return REST
    if reason.kind in _OF_ONESELF and _DISPOSED.search(words) and not _AILING.search(words):
        return ReasonKind.NONE.value
    if reason.kind is ReasonKind.OTHER and _FESTIVE.search(words) and not _DUTY.search(words):
        return ReasonKind.PRIOR_PLAN.value
    if reason.kind is ReasonKind.OTHER and _SLIMMING.search(words) and not _AILING.search(words):
        return CLUB
    if (
        reason.kind in (*_NOT_PAID, ReasonKind.WORK)
        and _NEIGHBOURHOOD.search(words)
        and not _CLUB.search(words)
    ):
        return ReasonKind.OTHER.value
    if reason.kind is ReasonKind.ILLNESS and _ROUTINE.search(words) and not _SUFFERS.search(words):
        return CHECKUP
    if reason.kind in _NOT_PAID and families["harvest"].find(words):
        return (ReasonKind.OTHER if "手伝" in words else ReasonKind.WORK).value
    if reason.kind is ReasonKind.STUDY and (reason.over or families["exam_over"].find(said)):
        return BEHIND
    if reason.kind in (ReasonKind.STUDY, ReasonKind.OTHER) and _seeks_work(words):
        return JOB_HUNT
    if reason.kind is ReasonKind.OTHER and _GATHERING.search(words) and not _HUSHED.search(words):
        return ReasonKind.PRIOR_PLAN.value
    if reason.kind is ReasonKind.WORK and _STAGE_ART.search(words) and not _PAID.search(words):
        return ReasonKind.OTHER.value
    if reason.kind is ReasonKind.PRIOR_PLAN and _DUTY.search(words):
        return ReasonKind.OTHER.value
    planned = reason.kind in (ReasonKind.STUDY, ReasonKind.PRIOR_PLAN)
    watches = _WATCHED.search(words) and not _PLAYED.search(words)
    of_club = planned and _CLUB.search(words) and not (_LESSONS.search(words) or watches)
    return CLUB if of_club else reason.kind.value


def care_owed(reading: Reading, stage: Stage | None) -> str:
    """The same for a message that is written at this stage; ``none`` where the reason is no matter any more.

    A second invitation does not go back to the no, and so not to its reason: only what they tell newly can be grave. Small
    talk of later days does not wish a good wedding to who has been to it; a sorrow stays one, and who has passed an exam
    since may hear of it.
    """
    theme = care(reading)
    kept = (GRAVE, BEHIND)
    if stage is Stage.ALTERNATIVE and theme == MEMORIAL:
        return MEMORIAL_PAST
    if stage is Stage.SECOND_INVITE:
        return GRAVE if theme == GRAVE and reading.they_wrote else ReasonKind.NONE.value
    if stage is Stage.COOLDOWN and reading.reason.past and theme not in kept:
        return ReasonKind.NONE.value
    return theme


def _seeks_work(words: str) -> bool:
    return bool(_JOB_HUNT.search(words)) and not _OF_A_SCHOOL.search(words)


def _weighs_nothing(words: str) -> bool:
    """Whether the reason is none that one could be kind about: a matter of taste, shyness, or thanks in a set phrase."""
    of_taste = _NO_TASTE.search(words) and not _OF_EVERYTHING.search(words)
    return bool(of_taste or _POLITE_NO.search(words) or _SHY.search(words))


def _taken(reason: Reason) -> Reason:
    """The reason as a kind word takes it: a journey or a show that is a pleasure is a plan, no distance and no work."""
    words = fold(reason.span.text).text if reason.span else ""
    journey = reason.kind is ReasonKind.DISTANCE and _TRIP.search(words) and not _FAR.search(words)
    show = reason.kind in (ReasonKind.WORK, ReasonKind.OTHER) and _FAN.search(words)
    pleasure = journey or (show and not _PAID.search(words))
    return replace(reason, kind=ReasonKind.PRIOR_PLAN) if pleasure else reason
