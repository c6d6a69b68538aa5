"""Lines without a sender: messages taken back, people who come and go, money that was sent."""

import re

from coach.line_export.person import clean_name

_UNSENT = re.compile(
    r"(?:(?P<ja>.+?)が)?メッセージの送信を取り消しました。?"
    r"|(?P<en>.+?) unsent a message\.?"
    r"|(?P<zh>.*?) ?(?:已收回訊息|已收回讯息|已收回消息|已收回了?一[條则則条]訊息|撤回了一条消息)。?"
    r"|(?P<de>.+?) (?:hat|haben|hast) (?:eine|die) Nachricht (?:zurückgezogen|zurückgenommen|gelöscht)\.?"
    r"|(?P<ko>.*?)(?:님이|이|가)? ?메시지(?:를|의) (?:보내기를 )?(?:전송을 )?취소(?:했습니다|하였습니다)\.?"
    r"|(?P<th>.*?) ?ยกเลิกข้อความ(?:แล้ว)?\.?"
)
_SELF = frozenset({"", "You", "Du", "Sie", "您", "你", "คุณ", "나"})
_NOTICES = re.compile(
    r".+(?:がグループに参加しました|がグループを退会しました|をグループに招待しました|が退出しました|が参加しました|トークルームを作成しました"
    r"|を招待しました|が背景を変更しました|を友だちに追加しました|がアナウンスを登録しました|のアナウンスを解除しました)。?"
    r"|.+ (?:left|joined) the (?:group|chat)\.?"
    r"|.+(?:加入群組|已退出群組|加入聊天|已加入群組|離開群組|退出了群组|加入了群组)。?"
    r"|.+ (?:hat|haben) den Chat (?:verlassen|betreten)\.?"
)


PAYMENT = "円相当のLINE Pay残高またはボーナスを送りました"
_PAYMENT = re.compile(rf"[^\t\n]{{1,60}}が[0-9,]{{1,12}} ?{PAYMENT}。?\r?")


def is_payment(line: str) -> bool:
    """Whether this is the one line of a phone's file that has no time: money was sent. No other wording is known."""
    return PAYMENT in line and _PAYMENT.fullmatch(line) is not None


def unsent_by(notice: str) -> str | None:
    """Whose message a notice says was taken back ("" is the exporter); None when the notice says something else."""
    if (found := _UNSENT.fullmatch(notice.strip())) is None:
        return None
    name = clean_name(next((group for group in found.groups() if group is not None), ""))
    return "" if name in _SELF else name


# What every notice ends in: a quick test, since most lines are none.
_NOTICE_ENDS = (
    "取り消しました", "参加しました", "退会しました", "招待しました", "退出しました", "作成しました", "変更しました", "追加しました",
    "登録しました", "解除しました", "message", "chat", "group", "訊息", "讯息", "消息", "zogen", "nommen", "löscht", "lassen", "treten", "취소했습니다",
    "취소하였습니다", "ข้อความ", "แล้ว", "群組", "群组", "聊天",
)  # fmt: skip
NOTICE_LAST = frozenset("。.") | {end[-1] for end in _NOTICE_ENDS}


def is_notice(words: str) -> bool:
    """Whether a line without a name column is a notice LINE writes."""
    if words[-1:] not in NOTICE_LAST or not words.rstrip("。.").endswith(_NOTICE_ENDS):
        return False
    return _UNSENT.fullmatch(words) is not None or _NOTICES.fullmatch(words) is not None
