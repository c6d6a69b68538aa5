"""What a whole text is: a placeholder LINE wrote in one of its languages, a call, or words."""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import compress, count
from operator import itemgetter

from coach.line_export.messages import MessageKind


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


# How every text that is more than words begins: a quick test for the hundreds of thousands that are not.
_FIRST = frozenset("[☎通CA통เイア") | {sentence[0] for sentence in _SENTENCES}
_FIRST_LETTER = itemgetter(slice(1))  # "" of an empty text
_FIRST_BARE = _FIRST | {word[0] for word in BARE_KINDS}


def kinds_of(texts: Sequence[str], *, bare: bool) -> list[MessageKind]:
    """What each of these texts is, by `kind_of`."""
    first = (_FIRST_BARE if bare else _FIRST).__contains__
    whole = _BRACKETED | BARE_KINDS if bare else _BRACKETED
    kinds = [MessageKind.TEXT] * len(texts)
    may_be = list(compress(count(), map(first, map(_FIRST_LETTER, texts))))
    # An event begins with anybody's name; one search over all texts tells that there is none.
    if "album" in "\n".join(texts):
        may_be += [i for i, text in enumerate(texts) if "album" in text]
    for i in may_be:
        kinds[i] = whole.get(texts[i]) or kind_of(texts[i], bare=bare)
    return kinds


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
