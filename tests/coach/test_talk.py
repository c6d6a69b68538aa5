import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from coach.line_export.clock import IMPOSSIBLE, NO_CLOCK, Order, date_shape, minute_of
from coach.line_export.facts import facts
from coach.line_export.json import as_record, error_record
from coach.line_export.kinds import call_length, kind_of
from coach.line_export.messages import MessageKind
from coach.line_export.notices import is_notice, unsent_by
from coach.line_export.parts import CautionClass, Refusal, RefusalClass, Talk
from coach.talk import chosen, read_pasted, read_talk, within
from tests.coach.talk_files import (
    HEADER,
    clock_24,
    clock_ampm,
    clock_en,
    date_buddhist,
    date_de,
    date_era,
    date_tw,
    date_us,
    spaced,
    tabbed,
    two_days,
)

FILES = Path(__file__).parent / "data" / "line-export"
EXPECTED: dict[str, Any] = json.loads((FILES / "expected.json").read_text(encoding="utf-8"))["files"]
ROWS = two_days("やあ", "どうも", "一行目\n二行目", "[スタンプ]", "元気？", "はい")


def shown(talk: Talk) -> list[tuple[datetime, str, str]]:
    return [(m.ts, m.sender, m.text) for m in talk.messages]


def cautions(talk: Talk) -> set[CautionClass]:
    return {c.caution for c in talk.cautions}


@pytest.mark.parametrize("name", EXPECTED)
def test_export_has_the_expected_facts(name: str) -> None:
    expected = EXPECTED[name]
    talk = read_talk((FILES / name).read_bytes(), filename=name)
    record = as_record(talk, facts(talk), messages=True)
    same = {key: record[key] for key in expected if key in record and key != "encoding"}
    assert same == {key: expected[key] for key in same}
    assert len(same) >= 16
    assert [{**spot, **record["messages"][spot["index"]]} for spot in expected["spot"]] == expected["spot"]
    json.dumps(record)


def test_desktop_file_without_its_name_asks_who_the_user_is() -> None:
    name = next(name for name in EXPECTED if name.startswith("[LINE]"))
    talk = read_talk((FILES / name).read_bytes())
    assert (talk.header_name, talk.exporter, talk.other) == (None, None, None)
    assert CautionClass.EXPORTER_UNKNOWN in cautions(talk)
    mine = chosen(talk, "森 大地")
    assert (mine.exporter, mine.other) == ("森 大地", "さくら 🌙")
    assert CautionClass.EXPORTER_UNKNOWN not in cautions(mine)


def test_nobody_can_be_chosen_who_is_not_in_the_talk() -> None:
    with pytest.raises(ValueError, match="not one of"):
        chosen(read_talk(tabbed(ROWS).encode()), "だれか")


@pytest.mark.parametrize(
    ("words", "minute"),
    [
        ("13:47", 827), ("9:20", 560), ("24:53", 53), ("午前11:24", 684), ("午後05:38", 1058), ("下午04:46", 1006),
        ("8:15AM", 495), ("04:35PM", 995), ("2:32 PM", 872), ("2:32\u202fPM", 872), ("2:32\u00a0PM", 872),
        ("10.30", 630), ("午前12:04", 4), ("午後12:28", 748), ("午後0:30", 750), ("오후 3:00", 900),
        ("25:99", IMPOSSIBLE), ("12:60", IMPOSSIBLE), ("午後13:00", IMPOSSIBLE), ("25:00", IMPOSSIBLE),
        ("12:3", NO_CLOCK), ("1234", NO_CLOCK), ("", NO_CLOCK), ("２２：００", NO_CLOCK), ("12:30:45", NO_CLOCK),
    ],
)  # fmt: skip
def test_clock(words: str, minute: int) -> None:
    assert minute_of(words) == minute


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2018/07/10(火)", date(2018, 7, 10)), ("2021/1/1(金)", date(2021, 1, 1)), ("R7/02/09(日)", date(2025, 2, 9)),
        ("2015/12/25 Fri", date(2015, 12, 25)), ("2018/04/16(Mon)", date(2018, 4, 16)),
        ("Mon, 8/19/2019", date(2019, 8, 19)), ("Thu, 01/02/2563 BE", date(2020, 1, 2)),
        ("Do., 29.8.2019", date(2019, 8, 29)), ("2017/11/20（一）", date(2017, 11, 20)),
        ("2022/9/2（週五）", date(2022, 9, 2)), ("2026/1/30周五", date(2026, 1, 30)),
        ("2017.09.03 Sunday", date(2017, 9, 3)), ("2025.12.30 火曜日", date(2025, 12, 30)),
        ("2025.08.04 星期一", date(2025, 8, 4)), ("2025.05.15 วันพฤหัสบดี", date(2025, 5, 15)),
        ("2021.1.1 金曜日", date(2021, 1, 1)), ("ศ. 28/11/2568", date(2025, 11, 28)),
        ("2024년 10월 12일 토요일", date(2024, 10, 12)), ("2024. 10. 12. 토요일", date(2024, 10, 12)), ("2024年10月12日(土)", date(2024, 10, 12)),
        ("Sun, 26/04/2026", date(2026, 4, 26)),
    ],
)  # fmt: skip
def test_date_line_with_its_weekday(line: str, day: date) -> None:
    shape = date_shape(line)
    assert shape is not None
    assert day in [shape.day(order) for order in Order if shape.fits(order)]


@pytest.mark.parametrize(
    "line",
    ["2024/05/01(水)まで", "5月1日(水)", "12:30", "2024/13/40(水)", "1999/05/05(水)", "2024-05-01 Wed", ""],
)
def test_line_that_is_no_date_line(line: str) -> None:
    shape = date_shape(line)
    assert shape is None or not any(shape.fits(order) for order in Order)


@pytest.mark.parametrize(
    ("header", "date_line", "clock"),
    [
        pytest.param(HEADER, None, None, id="ja 24h"),
        pytest.param(HEADER.replace("31/12/31 08:00", "31/12/31 午後1:16"), None, clock_ampm, id="ja 12h"),
        pytest.param("[LINE] ゆいとのトーク履歴\n保存日時：R8/04/11 20:01\n\n", date_era, None, id="ja era"),
        pytest.param(
            "[LINE] Chat history with ゆい\nSaved on: 3/1/2026, 22:11\n\n", date_us, clock_en, id="en"
        ),
        pytest.param(
            "Chat history with ゆい\nSaved on: 1/30/2026, 22:11\n\n", date_us, None, id="en no mark"
        ),
        pytest.param("[LINE] 與ゆい的聊天記錄\n儲存日期： 2026/02/12 02:42\n\n", date_tw, None, id="zh-TW"),
        pytest.param("[LINE] 与ゆい的聊天记录\n保存日期：2026/02/12 02:42\n\n", date_tw, None, id="zh-CN"),
        pytest.param("[LINE] Chat mit ゆい\nGespeichert um: 30.1.2026, 22:02\n\n", date_de, None, id="de"),
        pytest.param("[LINE] ประวัติการแชทกับ ゆい\nบันทึกเมื่อ: 30/1/2569 22:02\n\n", date_buddhist, None, id="th"),
        pytest.param("[LINE] ゆい님과의 대화\n저장한 날짜 : 2026/02/12 02:42\n\n", None, None, id="ko"),
    ],
)
@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("quoted", [True, False], ids=["quoted", "raw"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no BOM", "BOM"])
def test_phone_file_in_every_language(
    header: str, date_line: object, clock: object, eol: str, quoted: bool, mark: str
) -> None:
    form = {key: value for key, value in (("date_line", date_line), ("clock", clock)) if value is not None}
    text = mark + tabbed(ROWS, header=header, eol=eol, quoted=quoted, **form)
    talk = read_talk(text.encode())
    assert shown(talk) == ROWS
    assert (talk.header_name, talk.exporter) == ("ゆい", "けん")
    assert talk.saved_at is not None
    assert talk.saved_at > talk.messages[-1].ts
    assert cautions(talk) == set()


@pytest.mark.parametrize(
    "encoding", ["cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_file_that_an_editor_saved_anew(encoding: str) -> None:
    talk = read_talk(tabbed(ROWS).encode(encoding))
    assert shown(talk) == ROWS
    assert cautions(talk) == {CautionClass.RESAVED}


@pytest.mark.parametrize(
    ("header", "date_line", "encoding"),
    [
        ("[LINE] 與小美的聊天記錄\n儲存日期： 2026/02/12 02:42\n\n", date_tw, "big5"),
        ("[LINE] 与小美的聊天记录\n保存日期：2026/02/12 02:42\n\n", date_tw, "gb18030"),
    ],
)
def test_chinese_file_saved_anew(header: str, date_line: object, encoding: str) -> None:
    rows = two_days("你好", "你好嗎", "很好", "好的", names=("小美", "阿明")) if encoding == "big5" else two_days(
        "你好", "你好吗", "很好", "好的", names=("小美", "阿明"))  # fmt: skip
    talk = read_talk(tabbed(rows, header=header, date_line=date_line).encode(encoding))
    assert shown(talk) == rows


@pytest.mark.parametrize(
    "names", [("ゆい", "けん"), ("さくら 🌙", "森 大地"), ("森 ゆい", "森 けん")], ids=str
)
@pytest.mark.parametrize("eol", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_desktop_file(names: tuple[str, str], eol: str) -> None:
    rows = two_days("やあ", "どうも 元気", "一行目\n\n二行目", "うん まあ", "なに？", "いえ", names=names)
    talk = read_talk(spaced(rows, eol=eol).encode(), filename=f"[LINE]{names[0]}.txt")
    assert shown(talk) == rows
    assert (talk.header_name, talk.exporter) == names
    assert shown(read_talk(spaced(rows, eol=eol).encode(), names=names)) == rows


@pytest.mark.parametrize(
    ("days", "clock"),
    [
        pytest.param(("2024.10.12 土曜日", "2024.10.13 日曜日"), clock_ampm, id="ja 12h"),
        pytest.param(("R6.10.12 土曜日", "R6.10.13 日曜日"), None, id="ja era"),
        pytest.param(("2024.10.12 Saturday", "2024.10.13 Sunday"), clock_en, id="en"),
        pytest.param(
            ("2024.10.12 Saturday", "2024.10.13 Sunday"),
            lambda at: clock_en(at).replace("AM", " AM").replace("PM", " PM"),
            id="en with a space",
        ),
        pytest.param(("2024.10.12 星期六", "2024.10.13 星期日"), None, id="zh"),
        pytest.param(("2567.10.12 วันเสาร์", "2567.10.13 วันอาทิตย์"), None, id="th, Buddhist year"),
        pytest.param(
            ("2024.10.12 토요일", "2024.10.13 일요일"),
            lambda at: clock_ampm(at).replace("午前", "오전 ").replace("午後", "오후 "),
            id="ko 12h",
        ),
        pytest.param(("2024.10.12 Samstag", "2024.10.13 Sonntag"), None, id="de"),
    ],
)
@pytest.mark.parametrize("names", [("ゆい", "けん"), ("Mio: K", "森 けん")], ids=["words", "spaces"])
def test_desktop_file_in_every_language(
    days: tuple[str, str], clock: Callable[[datetime], str] | None, names: tuple[str, str]
) -> None:
    rows = two_days("やあ", "どうも 元気", "一行目\n二行目", "うん", "なに？", "いえ", names=names)
    lines = [f"{(clock or clock_24)(at)} {sender} {text}" for at, sender, text in rows]
    text = "\n".join([days[0], *lines[:3], days[1], *lines[3:]])
    talk = read_talk(text.encode(), filename=f"[LINE]{names[0].replace(':', '_')}.txt")
    assert shown(talk) == rows
    assert talk.exporter == names[1]


@pytest.mark.parametrize(
    "filename",
    ["[LINE]ゆい.txt", "[LINE]ゆい (1).txt", "C:\\talks\\[LINE]ゆい.txt", "/tmp/[LINE] ゆいとのトーク.txt",
     "[LINE] Chat with ゆい.txt", "[LINE] 與ゆい的聊天.txt"],
)  # fmt: skip
def test_file_name_tells_the_other_person(filename: str) -> None:
    talk = read_talk(spaced(ROWS).encode(), filename=filename)
    assert (talk.header_name, talk.exporter) == ("ゆい", "けん")
    headless = read_talk(tabbed(ROWS, header="").encode(), filename=filename)
    assert (headless.exporter, cautions(headless)) == ("けん", {CautionClass.NO_HEADER})


def test_file_name_in_another_unicode_form() -> None:
    rows = two_days("やあ", "どうも", "a", "b", names=("がく", "けん"))
    talk = read_talk(spaced(rows).encode(), filename="[LINE]か\u3099く.txt")
    assert talk.exporter == "けん"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[スタンプ]", "sticker"), ("[Sticker]", "sticker"), ("[貼圖]", "sticker"), ("[写真]", "photo"), ("[画像]", "photo"),
        ("[照片]", "photo"), ("[動画]", "video"), ("[ボイスメッセージ]", "voice"), ("[音声メッセージ]", "voice"),
        ("[ファイル]", "file"), ("[連絡先]", "contact"), ("[プレゼント]", "gift"), ("[位置情報] 駅：https://x.example", "location"),
        ("[Location]", "location"), ("[null] https://maps.google.com/?q=1", "location"), ("[ノート] 旅程 https://x.example", "note"),
        ("[投票]", "note"), ("ノートに投稿しました。", "note"), ("アルバムを作成しました", "album"), ("Alice created an album.", "album"),
        ("[Albums] 旅", "album"), ("イベント「花見」が作成されました。", "note"),
        ("☎ 通話時間 0:54", "call"), ("☎ 不在着信", "call"), ("通話時間 1:02:03", "call"), ("不在着信。", "call"), ("Missed call", "call"),
        ("写真", "text"), ("スタンプ", "text"), ("[写真]きれい", "text"), ("(emoji)", "text"), ("[笑]", "text"), ("通話しよう", "text"), ("", "text"),
    ],
)  # fmt: skip
def test_kind_on_a_phone(text: str, kind: str) -> None:
    assert kind_of(text, bare=False) == kind


def test_a_bare_word_is_a_placeholder_only_on_the_desktop() -> None:
    assert kind_of("写真", bare=True) is MessageKind.PHOTO
    assert kind_of("写真だよ", bare=True) is MessageKind.TEXT


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("☎ 通話時間 0:54", 54), ("☎ 通話時間0:53", 53), ("☎ Call time 1:02:03", 3723), ("☎ 不在着信", None)],
)
def test_call_length(text: str, seconds: int | None) -> None:
    length = call_length(text)
    assert (length and length.total_seconds()) == seconds


@pytest.mark.parametrize(
    ("notice", "name"),
    [
        ("メッセージの送信を取り消しました", ""), ("ゆいがメッセージの送信を取り消しました", "ゆい"), ("You unsent a message.", ""),
        ("Tom W unsent a message.", "Tom W"), ("小美已收回訊息", "小美"), ("ゆいがグループに参加しました。", None), ("Unknown left the chat.", None),
    ],
)  # fmt: skip
def test_notice(notice: str, name: str | None) -> None:
    assert is_notice(notice)
    assert unsent_by(notice) == name


@pytest.mark.parametrize(
    "text", ["昨日メッセージ送りました", "それで彼は left the building", "了解しました", ""]
)
def test_no_notice(text: str) -> None:
    assert not is_notice(text)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \r\n\n", "empty", id="blank"),
        pytest.param(b"\xef\xbb\xbf", "empty", id="only a BOM"),
        pytest.param(HEADER.encode(), "header_only", id="header only"),
        pytest.param((HEADER + "2024/10/12(土)\n").encode(), "header_only", id="header and a day"),
        pytest.param((HEADER + "2024/10/12(土)\n09:00\tメッセージの送信を取り消しました\n").encode(), "no_messages", id="only notices"),
        pytest.param(b"PK\x03\x04" + bytes(40), "zip", id="zip"),
        pytest.param(b"\x89PNG\r\n" + bytes(40), "binary", id="picture"),
        pytest.param(bytes(range(256)) * 8, "binary", id="bytes"),
        pytest.param(b"x" * (64 * 1024 * 1024 + 1), "too_large", id="too large"),
        pytest.param(b"[2024/10/12, 9:00:00] Yui: hi\n[2024/10/12, 9:01:00] Ken: ho\n", "other_app", id="WhatsApp iPhone"),
        pytest.param(b"12/10/24, 09:00 - Yui: hi\n12/10/24, 09:01 - Ken: ho\n", "other_app", id="WhatsApp Android"),
        pytest.param("유이 님과 카카오톡 대화\n\n[유이] [오후 3:00] 안녕\n".encode(), "other_app", id="KakaoTalk"),
        pytest.param(b'{"participants": [{"name": "a"}], "messages": []}', "other_app", id="JSON"),
        pytest.param(b'[{"type": "message", "user": "U1", "text": "hi"}]', "other_app", id="JSON list"),
        pytest.param(b"2024-10-12 09:00:00 Yui\nhi\n2024-10-12 09:01:00 Ken\nho\n", "other_app", id="WeChat"),
        pytest.param(b"2024-10-12 09:00:00 INFO started\n2024-10-12 09:00:01 INFO done\n", "not_a_talk", id="log"),
        pytest.param(b"<!DOCTYPE html><html><body>chat</body></html>", "other_app", id="HTML"),
        pytest.param("アカウント名,店\nタイムゾーン,'+09:00\n送信者タイプ,送信者名,送信日,送信時刻,内容\n".encode(), "official_account_csv", id="official account"),
        pytest.param(tabbed(ROWS, header="[LINE] 飲み会のトーク履歴\n保存日時：2024/10/14 08:00\n\n").encode(), "group", id="group title"),
        pytest.param(tabbed(ROWS, header='Chat history in "G"\n\n').encode(), "group", id="group title en"),
        pytest.param(tabbed(two_days(*"abcdef", names=("ゆい", "けん", "じゅん"))).encode(), "group", id="three senders"),
        pytest.param(spaced(two_days(*["x y"] * 18, names=("ゆい", "けん", "じゅん"))).encode(), "group", id="three desktop senders"),
        pytest.param(
            spaced(two_days("a", "b", "c d", "e", "f", "g h", "i", names=("ゆい", "けん", "じゅん"))).encode(),
            "group",
            id="three desktop senders in a few lines",
        ),
        pytest.param(spaced(two_days("やあ", "どうも")).encode(), "names_unclear", id="names on one line each"),
        pytest.param("今日は雨。\n明日は晴れ。\n".encode(), "not_a_talk", id="prose"),
    ],
)  # fmt: skip
def test_refusal_is_named(data: bytes, refusal: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_talk(data)
    assert caught.value.refusal == refusal
    assert error_record(caught.value) == {"error": {"class": refusal, "message": str(caught.value)}}
    assert str(caught.value).endswith("。")
    assert str(caught.value).count("。") == 1


def test_every_refusal_is_one_sentence() -> None:
    assert {Refusal(refusal).sentence.count("。") for refusal in RefusalClass} == {1}


@pytest.mark.parametrize(
    ("dates", "saved", "first"),
    [
        pytest.param(("Sat, 02/03/2024", "Sun, 26/04/2026"), "", date(2024, 3, 2), id="a later line decides"),
        pytest.param(("Sat, 11/01/2025", "Sat, 01/02/2025"), "", date(2025, 1, 11), id="days run forward"),
        pytest.param(
            ("Sat, 11/01/2025",), "Saved on: 01/11/2025, 22:11\n", date(2025, 1, 11), id="saved after"
        ),
    ],
)
def test_order_of_day_and_month_is_one_for_the_file(dates: tuple[str, ...], saved: str, first: date) -> None:
    body = "\n".join(f"{line}\n10:00\tYui\ta\n10:01\tKen\tb\n" for line in dates)
    talk = read_talk(f"[LINE] Chat history with Yui\n{saved}\n{body}".encode())
    assert talk.messages[0].ts.date() == first
    assert cautions(talk) == set()


def test_order_that_nothing_decides_is_told_and_can_be_answered() -> None:
    data = b"[LINE] Chat history with Yui\n\nSat, 11/01/2025\n10:00\tYui\ta\n10:01\tKen\tb\n"
    assert cautions(read_talk(data)) == {CautionClass.DAY_ORDER_UNKNOWN}
    told = read_talk(data, order=Order.DAY_FIRST)
    assert (told.messages[0].ts.date(), cautions(told)) == (date(2025, 1, 11), set())


def test_wrong_weekday_is_told() -> None:
    text = tabbed(ROWS).replace("2024/10/13(日)", "2024/10/13(月)")
    talk = read_talk(text.encode())
    assert shown(talk) == ROWS
    assert [(c.caution, c.lines) for c in talk.cautions] == [(CautionClass.WEEKDAY_MISMATCH, (10,))]


def test_broken_bytes_are_counted() -> None:
    data = tabbed(two_days(*["ながめの文です"] * 6)).encode()
    place = data.index("ながめ".encode())
    talk = read_talk(data[: place + 1] + b"\xff" + data[place + 2 :])
    assert CautionClass.BROKEN_CHARACTERS in cautions(talk)
    assert len(talk.messages) == 6


@pytest.mark.parametrize("cut", [1, 2], ids=["inside a letter", "inside a letter too"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no BOM", "BOM"])
def test_cut_file_is_said_to_be_cut(cut: int, mark: str) -> None:
    data = (mark + tabbed(ROWS).rstrip("\n")).encode()
    talk = read_talk(data[:-cut])
    assert cautions(talk) == {CautionClass.CUT_END}


def test_record_cut_in_its_name_is_no_notice() -> None:
    talk = read_talk((tabbed(ROWS) + "23:00\tゆ").encode())
    assert (len(talk.messages), talk.notices, cautions(talk)) == (6, (), {CautionClass.CUT_END})


def test_only_one_sender_is_told() -> None:
    talk = read_talk(tabbed([row for row in ROWS if row[1] == "けん"]).encode())
    assert (talk.participants, talk.people, talk.exporter) == (("けん",), ("けん", "ゆい"), "けん")
    assert cautions(talk) == {CautionClass.ONE_SENDER}


def test_sender_who_left_is_not_a_third_person() -> None:
    talk = read_talk(tabbed(two_days(*"abcdef", names=("ゆい", "けん", "Unknown"))).encode())
    assert talk.exporter is None
    assert CautionClass.EXPORTER_UNKNOWN in cautions(talk)


def test_invisible_marks_around_a_name() -> None:
    talk = read_talk(tabbed(two_days("a", "b", names=("\u2068ゆい\u2069", "けん"))).encode())
    assert (talk.participants, talk.exporter) == (("ゆい", "けん"), "けん")


def test_pasted_text_is_read_as_a_file_is() -> None:
    assert shown(read_pasted(tabbed(ROWS))) == ROWS


def test_lone_surrogate_in_pasted_text() -> None:
    assert len(read_pasted(tabbed(ROWS).replace("やあ", "や\ud83d")).messages) == 6


def test_nothing_is_sorted_and_nothing_removed() -> None:
    at = datetime(2024, 10, 12, 23, 35)
    rows = [(at, "ゆい", "あ"), (at, "ゆい", "あ"), (at.replace(minute=34), "けん", "い"), (at, "けん", "あ")]
    assert shown(read_talk(tabbed(rows).encode())) == rows


def test_range() -> None:
    talk = within(read_talk(tabbed(ROWS).encode()), since=date(2024, 10, 13))
    assert shown(talk) == ROWS[3:]
    assert shown(within(talk, until=date(2024, 10, 12))) == []
