"""The words LINE itself writes into a history, in its languages: titles, saved-on lines, placeholders, notices."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from coach.talk_clock import CLOCK, Order, date_shape, minute_of
from coach.talk_parts import MessageKind

INVISIBLE = "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_EDGES = re.compile(rf"^[{INVISIBLE}]+|[{INVISIBLE}]+$")
GONE = frozenset(
    {"Unknown", "unknown", "Unbekannt", "不明", "メンバーがいません", "沒有成員", "没有成员", "알 수 없음"}
)


def clean_name(name: str) -> str:
    """A display name without the invisible marks that some phones wrap it in."""
    return _EDGES.sub("", name)


def same_name(one: str, two: str) -> bool:
    """Whether two spellings are one name: file systems change the composition and some signs."""
    return _comparable(one) == _comparable(two)


def _comparable(name: str) -> str:
    return re.sub(r'[\\/:*?"<>|]', "_", unicodedata.normalize("NFC", clean_name(name))).strip()


@dataclass(frozen=True, slots=True)
class Title:
    """A title line: the other person's name, or a group's."""

    name: str
    group: bool


_LINE = r"(?:\[LINE\] ?)?"
# One-to-one wordings come first: the group wording is a suffix of most of them.
_TITLES = tuple(
    (re.compile(rf"{start}{words}"), group)
    for start, words, group in (
        (_LINE, r"(.+)とのトーク(?:履歴)?", False),
        (_LINE, r"Chat history with (.+)", False),
        (r"\[LINE\] ?", r"Chat with (.+)", False),
        (_LINE, r"[與与](.+)的(?:聊天|對話|对话)(?:[記记][錄录]|[紀纪][錄录])?", False),
        (r"\[LINE\] ?", r"Chat mit (.+)", False),
        (_LINE, r"(.+?)(?:님)?(?:과|와)의 (?:대화|채팅).*", False),
        (_LINE, r"(?:ประวัติการแชท|ประวัติแชท|การแชท|แชท)ในกลุ่ม ?\"?(.+?)\"?", True),
        (_LINE, r"(?:ประวัติการแชท|ประวัติแชท|การแชท|แชท)(?:กับ|ของ)? ?\"?(.+?)\"?", False),
        (_LINE, r"(.+)のトーク(?:履歴)?", True),
        (_LINE, r"Chat history in (.+)", True),
        (r"\[LINE\] ?", r"Chat in (.+)", True),
        (_LINE, r"(.+)的(?:聊天|對話|对话)(?:[記记][錄录]|[紀纪][錄录])", True),
    )
)
_COPY = re.compile(r"(?: ?\([0-9]{1,3}\)|[ _-]コピー| のコピー| - copy| copy)$", re.IGNORECASE)


def title_of(line: str) -> Title | None:
    """The title in a first line; None when it is no title. ``[LINE]`` with unknown words gives an empty name."""
    line = line.strip().strip("\ufeff")
    for form, group in _TITLES:
        if found := form.fullmatch(line):
            return Title(clean_name(found[1]), group)
    return Title("", group=False) if line.startswith("[LINE]") else None


def names_in_file_name(filename: str) -> tuple[Title, ...]:
    """What the file name may say about the other person, likeliest reading first."""
    stem = unicodedata.normalize("NFC", filename.replace("\\", "/").rsplit("/", 1)[-1])
    stem = re.sub(r"\.(?:txt|text|log)$", "", stem, flags=re.IGNORECASE)
    if not stem.startswith("[LINE]"):
        return ()
    titles = []
    for form in dict.fromkeys((stem, _COPY.sub("", stem))):
        title = title_of(form)
        if title is not None:
            titles.append(title if title.name else Title(form.removeprefix("[LINE]").strip(), group=False))
    return tuple(title for title in titles if title.name)


_SAVED = re.compile(
    r"(?:保存日時|Saved on|Saved at|儲存日期|储存日期|保存日期|存檔日期|Gespeichert (?:um|am)|저장한? 날짜|저장 일시|บันทึกเมื่อ|บันทึกวันที่)"
    r" ?[:：] ?(.+)"
)
_SAVED_PARTS = re.compile(rf"(.+?),? ?({CLOCK})")


def is_saved_line(line: str) -> bool:
    """Whether this is the line that says when the history was saved."""
    return _SAVED.fullmatch(line.strip()) is not None


def saved_at(line: str, order: Order) -> datetime | None:
    """The moment of the export, read in the day order of the file."""
    if (found := _SAVED.fullmatch(line.strip())) is None:
        return None
    if (parts := _SAVED_PARTS.fullmatch(found[1].strip())) is None:
        return None
    shape, minute = date_shape(parts[1]), minute_of(parts[2])
    day = shape.day(order) if shape is not None else None
    return None if day is None or minute < 0 else datetime.combine(day, time(0)) + timedelta(minutes=minute)


def _kinds() -> dict[str, MessageKind]:
    rows = {
        MessageKind.STICKER: "スタンプ|Sticker|Stickers|貼圖|贴图|表情貼|스티커|สติกเกอร์|สติ๊กเกอร์|Stiker",
        MessageKind.PHOTO: "写真|画像|Photo|Photos|照片|圖片|图片|相片|Foto|Fotos|사진|รูป|รูปภาพ|รูปถ่าย",
        MessageKind.VIDEO: "動画|Video|Videos|影片|视频|視頻|동영상|วิดีโอ|วีดีโอ",
        MessageKind.VOICE: "ボイスメッセージ|音声メッセージ|Voice message|Voice Message|Audio|語音訊息|语音消息|语音|語音"
        "|Sprachnachricht|음성 메시지|음성메시지|ข้อความเสียง",
        MessageKind.FILE: "ファイル|File|Files|檔案|文件|Datei|파일|ไฟล์",
        MessageKind.LOCATION: "位置情報|Location|位置訊息|位置资讯|位置信息|位置資訊|Standort|위치|위치 정보|ตำแหน่ง|ตำแหน่งที่ตั้ง",
        MessageKind.CONTACT: "連絡先|Contact|Contacts|聯絡資訊|联系方式|联系人|好友資訊|Kontakt|연락처|รายชื่อติดต่อ|ผู้ติดต่อ",
        MessageKind.ALBUM: "アルバム|Album|Albums|相簿|相册|Alben|앨범|อัลบั้ม",
        MessageKind.NOTE: "ノート|Note|Notes|記事本|记事本|Notizen|노트|โน้ต|โน๊ต|投票|Poll|Polls|Umfrage|투표|โพล",
        MessageKind.GIFT: "プレゼント|ギフト|Gift|Gifts|禮物|礼物|Geschenk|선물|ของขวัญ",
    }
    return {word: kind for kind, words in rows.items() for word in words.split("|")}


BARE_KINDS = _kinds()
_BRACKETED = {f"[{word}]": kind for word, kind in BARE_KINDS.items()}
_WITH_MORE = frozenset(
    {
        MessageKind.LOCATION,
        MessageKind.FILE,
        MessageKind.NOTE,
        MessageKind.ALBUM,
        MessageKind.CONTACT,
        MessageKind.GIFT,
    }
)
_LENGTH = r"((?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2})"
_CALLED = re.compile(
    r"(?:☎[\ufe0e\ufe0f]? ?(?:.*?)|(?:通話時間|通话时间|通話時長|通话时长|Call time|Anrufdauer|통화 ?시간|เวลาโทร) ?)"
    rf"{_LENGTH}[。.]?",
    re.DOTALL,
)
_SENTENCES: dict[str, MessageKind] = {
    **dict.fromkeys(
        (
            "不在着信",
            "不在着信がありました",
            "通話をキャンセルしました",
            "通話に応答がありませんでした",
            "Missed call",
            "Canceled call",
            "Cancelled call",
            "未接來電",
            "未接来电",
            "已取消通話",
            "無應答",
            "無人接聽",
            "Verpasster Anruf",
            "부재중 전화",
            "สายที่ไม่ได้รับ",
        ),
        MessageKind.CALL,
    ),
    **dict.fromkeys(("アルバムに写真を追加しました", "アルバムを作成しました"), MessageKind.ALBUM),
    "ノートに投稿しました": MessageKind.NOTE,
}
_EVENTS = (
    (re.compile(r"イベント「.+」が(?:作成|変更|削除)されました。?"), MessageKind.NOTE),
    (re.compile(r".{1,40} created (?:an|the) album\b.{0,60}"), MessageKind.ALBUM),
    (re.compile(r".{1,40} added (?:a |[0-9]+ )?photos? to the album\b.{0,60}"), MessageKind.ALBUM),
    (re.compile(r"アルバム「.+」(?:を作成|に写真を追加)しました。?"), MessageKind.ALBUM),
)
_EVENT_ENDS = ("。", ".", "た")
_MAP = re.compile(r"\[null\] ?.*maps\.google\.", re.DOTALL)


# How every text that is more than a text begins: a quick test for the hundreds of thousands that are not.
FIRST_SIGNS = frozenset("[☎通CA통เイア") | {sentence[0] for sentence in _SENTENCES}


def kind_of(text: str, *, bare: bool) -> MessageKind:
    """What a whole text is; ``bare`` (the desktop layout) takes an unbracketed placeholder for one too."""
    if not text:
        return MessageKind.TEXT
    first = text[0]
    if first == "[":
        return _bracketed(text)
    if first == "☎":
        return MessageKind.CALL
    if bare and text in BARE_KINDS:
        return BARE_KINDS[text]
    if len(text) < 120:
        if (kind := _SENTENCES.get(text.rstrip("。."))) is not None:
            return kind
        if first in "通CA통เ" and _CALLED.fullmatch(text):
            return MessageKind.CALL
        if text.endswith(_EVENT_ENDS) and ("album" in text or "アルバム「" in text or "イベント「" in text):
            return next((kind for form, kind in _EVENTS if form.fullmatch(text)), MessageKind.TEXT)
    return MessageKind.TEXT


def _bracketed(text: str) -> MessageKind:
    if (kind := _BRACKETED.get(text)) is not None:
        return kind
    word, bracket, more = text.partition("]")
    kind = _BRACKETED.get(word + bracket)
    if kind in _WITH_MORE and more[:1] in (" ", "\n", "\u3000"):
        return kind
    return MessageKind.LOCATION if _MAP.match(text) else MessageKind.TEXT


def call_length(text: str) -> timedelta | None:
    """How long an answered call was; None for a call that was not answered."""
    if (found := _CALLED.fullmatch(text)) is None:
        return None
    seconds = 0
    for number in found[1].split(":"):
        seconds = seconds * 60 + int(number)
    return timedelta(seconds=seconds)


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


def unsent_by(notice: str) -> str | None:
    """Whose message a notice says was taken back ("" is the exporter); None when the notice says something else."""
    if (found := _UNSENT.fullmatch(notice.strip())) is None:
        return None
    name = clean_name(next((group for group in found.groups() if group is not None), ""))
    return "" if name in _SELF else name


# What every notice ends in: a quick test, since most lines are none.
_NOTICE_ENDS = (
    "ました", "message", "chat", "group", "訊息", "讯息", "消息", "zogen", "nommen", "löscht", "lassen", "treten", "취소했습니다",
    "취소하였습니다", "ข้อความ", "แล้ว", "群組", "群组", "聊天",
)  # fmt: skip
NOTICE_LAST = frozenset("。.") | {end[-1] for end in _NOTICE_ENDS}


def is_notice(words: str) -> bool:
    """Whether a line without a name column is a notice LINE writes."""
    if words[-1:] not in NOTICE_LAST or not words.rstrip("。.").endswith(_NOTICE_ENDS):
        return False
    return _UNSENT.fullmatch(words) is not None or _NOTICES.fullmatch(words) is not None


_OTHER_APPS = (
    (
        re.compile(
            r"^\u200e?\[?[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4},? [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
            r"(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?(?:\] | - )[^\n]{1,60}",
            re.MULTILINE,
        ),
        "WhatsApp",
    ),
    (
        re.compile(
            r"카카오톡 대화|KakaoTalk Chats|^-{5,} ?[0-9]{4}년|^\[[^\]\n]{1,30}\] \[(?:오전|오후) ",
            re.MULTILINE,
        ),
        "カカオトーク",
    ),
    (
        re.compile(
            r'^\s*\{[^{}\[\]]{0,400}"(?:participants|messages|chats|personal_information)"\s*:', re.DOTALL
        ),
        "",
    ),
    (re.compile(r"^\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE), ""),
    (
        re.compile(
            r"^\[[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4} [0-9]{1,2}:[0-9]{2}[^\]\n]*\] [^\n:]{1,60}\n",
            re.MULTILINE,
        ),
        "Discord",
    ),
    (
        re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{1,2}:[0-9]{2}:[0-9]{2} [^\n]{1,60}\n", re.MULTILINE),
        "WeChat",
    ),
)
_OFFICIAL = re.compile(
    r"^\"?(?:アカウント名|Account name|送信者タイプ)\"?,|\"?送信者タイプ\"?,\"?送信者名\"?,", re.MULTILINE
)


def other_app(head: str) -> str | None:
    """The app a foreign export comes from ("" when only that it is foreign is known); None when it may be LINE's."""
    return next((app for form, app in _OTHER_APPS if form.search(head)), None)


def is_official_csv(head: str) -> bool:
    """Whether this is the history file of an official account, another product."""
    return _OFFICIAL.search(head[:2000]) is not None
