"""Whether the plan they gave as a reason is one to be enjoyed."""

import re

from coach.lexicon import fold
from coach.situation import Reason

PLEASURE = "pleasure"
"""The key of the kind words for it; a plan of which nothing is said is only left to them."""

_ENJOYED = re.compile(
    r"旅行|旅(?!館の仕事)|ライブ|コンサート|フェス|公演|観劇|観戦|参戦|遠征|推し|イベント|お?祭り|まつり|花火|花見|キャンプ|bbq|バーベキュー|温泉|サウナ|ディズニー|usj|ユニバ|遊園地|遊び|遊ぶ"
    r"|(?:女子|男子|同窓|誕生日|忘年|新年|歓迎|送別|お茶|たこ|鍋|飲み?|呑み?|食事)会|(?:友達|友人|友だち|同期|地元|仲間|家族)[^。!?]{0,8}(?:ご飯|ごはん|飲み|ランチ|遊|会う|出かけ|旅|約束|予定)|誕生日|記念日|結婚式|披露宴|二次会|映画|舞台|ゴルフ|釣り|スキー|スノボ|登山|ドライブ|カラオケ|飲み(?!過ぎ|薬)|ランチ|ディナー|集まり|集い|例会|読書会|句会|デート"
)
_NOT = re.compile(
    r"仕事|出張|研修|審査|面談|相談|手続|役所|病院|通院|検査|法事|葬|墓|引っ?越|当番|審判|引率|準備|片付け|手伝|幹事"
)


def is_pleasure(reason: Reason) -> bool:
    """Whether something in the words of the reason is gone to for its own sake."""
    words = fold(reason.span.text).text if reason.span else ""
    return bool(_ENJOYED.search(words)) and not _NOT.search(words)
