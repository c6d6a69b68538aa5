"""What public parsers of this format get wrong, a test each."""

import re
from datetime import datetime

import pytest

from coach.line_export.parts import CautionClass, Refusal, RefusalClass, Talk
from coach.talk import read_talk
from tests.coach.talk_files import HEADER, clock_ampm, clock_en, date_era, spaced, tabbed, two_days

DAY = "2024/10/12(土)\n"
ROWS = two_days("やあ", "どうも", "元気？", "はい", "a", "b")


def texts(talk: Talk) -> list[str]:
    return [message.text for message in talk.messages]


def cautions(talk: Talk) -> dict[CautionClass, tuple[int, ...]]:
    return {c.caution: c.lines for c in talk.cautions}


def read(body: str, *, header: str = HEADER, eol: str = "\n") -> Talk:
    return read_talk((header + body).replace("\n", eol).encode())


@pytest.mark.parametrize(
    "line", ["12 octobre", "October 12th", "2024-10-12", "きょう", "2024/10/12(日)", "2024/13/41(土)", ""]
)
def test_unknown_date_line_is_never_today(line: str) -> None:
    with pytest.raises(Refusal) as caught:
        read(f"{line}\n10:00\tゆい\tあ\n10:01\tけん\tい\n")
    assert caught.value.refusal is RefusalClass.NO_DATES


def test_record_before_the_first_date_line_is_left_out_and_told() -> None:
    talk = read(f"08:00\tゆい\tあ\n{DAY}09:00\tけん\tい\n09:01\tゆい\tう\n")
    assert texts(talk) == ["い", "う"]
    assert cautions(talk) == {CautionClass.UNDATED: (4,)}


PASTED = "これ\n2024/05/01(水)\n10:00\tけん\t覚えてる？\n笑"


@pytest.mark.parametrize("eol", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("quoted", [True, False], ids=["quoted", "raw"])
def test_old_export_pasted_inside_a_message_stays_inside(eol: str, quoted: bool) -> None:
    at = datetime(2024, 10, 12, 19)
    rows = [
        (at, "ゆい", PASTED),
        (at.replace(minute=5), "けん", "笑"),
        (at.replace(day=13), "けん", "またね"),
    ]
    talk = read_talk(tabbed(rows, eol=eol, quoted=quoted).encode())
    assert [(m.ts, m.sender, m.text) for m in talk.messages] == rows
    if eol == "\n":
        assert cautions(talk)[CautionClass.RECORDS_INSIDE_TEXT] == (7,)


WHOLE = "見て\n[LINE] ゆいとのトーク履歴\n保存日時：2023/10/14 08:00\n\n2023/05/01(月)\n10:00\tけん\tむかし\n10:01\tゆい\tうん"


@pytest.mark.parametrize("eol", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_old_export_pasted_with_its_head_is_no_second_export(eol: str) -> None:
    at = datetime(2024, 10, 12, 9)
    rows = [(at, "ゆい", WHOLE), (at.replace(minute=5), "けん", "なつかしい")]
    talk = read_talk(tabbed(rows, eol=eol).encode())
    assert [(m.ts, m.sender, m.text) for m in talk.messages] == rows
    assert CautionClass.TWO_EXPORTS not in cautions(talk)


def test_pasted_records_without_their_day_are_known_by_the_clock() -> None:
    talk = read(f'{DAY}09:00\tゆい\t"ほら\n10:00\tけん\tむかし"\n09:05\tけん\t笑\n')
    assert texts(talk) == ["ほら\n10:00\tけん\tむかし", "笑"]


def test_old_desktop_talk_pasted_inside_a_desktop_message() -> None:
    rows = [
        (at, who, text + ("\n07:00 けん むかし\n07:01 ゆい うん" if text == "どうも" else ""))
        for at, who, text in ROWS
    ]
    talk = read_talk(spaced(rows).encode(), filename="[LINE]ゆい.txt")
    assert [(m.ts, m.sender, m.text) for m in talk.messages] == rows
    assert CautionClass.RECORDS_INSIDE_TEXT in cautions(talk)


def test_old_desktop_talk_pasted_with_its_date_ends_where_the_clock_steps_back() -> None:
    old = "\n2024.05.01 水曜日\n23:00 けん むかし\n23:01 ゆい うん"
    rows = [(at, who, text + (old if text == "どうも" else "")) for at, who, text in ROWS]
    talk = read_talk(spaced(rows).encode(), filename="[LINE]ゆい.txt")
    assert [(m.ts, m.sender, m.text) for m in talk.messages] == rows
    assert {CautionClass.RECORDS_INSIDE_TEXT, CautionClass.DATE_INSIDE_TEXT} == set(cautions(talk))


def test_a_desktop_notice_holds_nothing_pasted() -> None:
    lines = [
        "2024.10.12 土曜日",
        *(f"{9 + i // 2:02}:00 {'ゆいけん'[i % 2 * 2 :][:2]} 話{i}" for i in range(8)),
    ]
    lines[4:4] = ["10:30 ゆいがメッセージの送信を取り消しました", "09:30 けん あとから"]
    talk = read_talk("\r\n".join(lines).encode(), filename="[LINE]ゆい.txt")
    assert len(talk.messages) == 9
    assert CautionClass.CLOCK_GOES_BACK in cautions(talk)


@pytest.mark.parametrize("eol", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("later", ["うん", '"すごい\nよ"', '"伝説"', '彼が"やあ"'])
def test_lone_quote_swallows_nothing(eol: str, later: str) -> None:
    body = f'{DAY}09:00\tゆい\t"やばい\n09:01\tけん\tなに\n09:02\tゆい\t{later}\n09:03\tけん\tほう\n'
    talk = read_talk((HEADER + body).replace("\n", eol).encode())
    expected = later[1:-1] if "\n" in later else later
    assert texts(talk) == ['"やばい', "なに", expected, "ほう"]


@pytest.mark.parametrize("text", ['"伝説の日"って呼んでる', '"引用"', '"', '""', 'あ"', '"やばい'])
def test_quotes_of_a_single_line_are_the_users(text: str) -> None:
    assert texts(read(f"{DAY}09:00\tゆい\t{text}\n09:01\tけん\tい\n"))[0] == text


@pytest.mark.parametrize("inner", ['彼が"やあ"\nと言った', 'a\n""b""\nc', '"a"\n"b"', "\nあ", 'あ\n"'])
def test_quotes_inside_a_text_of_several_lines(inner: str) -> None:
    assert texts(read(f'{DAY}09:00\tゆい\t"{inner}"\n09:01\tけん\tい\n')) == [inner, "い"]


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r", "\r\r\n"], ids=["LF", "CRLF", "CR", "CR CRLF"])
def test_every_line_end(eol: str) -> None:
    assert texts(read(tabbed(ROWS, header=""), eol=eol)) == [text for _, _, text in ROWS]


def test_mixed_line_ends_lose_no_record() -> None:
    lines = tabbed(ROWS).split("\n")
    mixed = "".join(line + ("\r\n" if i % 2 else "\n") for i, line in enumerate(lines))
    talk = read_talk(mixed.encode())
    assert texts(talk) == [text for _, _, text in ROWS]
    assert CautionClass.MIXED_LINE_ENDS in cautions(talk)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\v", "\f", "\x85", "\x1c", "\x1d", "\x1e"], ids=ascii)
def test_odd_break_cuts_no_text(sign: str) -> None:
    assert texts(read(f"{DAY}09:00\tゆい\tあ{sign}い\n09:01\tけん\tう\n")) == [f"あ{sign}い", "う"]


@pytest.mark.parametrize("clock", [clock_ampm, clock_en], ids=["午前午後", "AM PM"])
def test_twelve_hour_clocks(clock: object) -> None:
    rows = [(datetime(2024, 10, 12, hour, 30), "ゆい", str(hour)) for hour in range(24)]
    assert [m.ts for m in read_talk(tabbed(rows, clock=clock).encode()).messages] == [at for at, _, _ in rows]


def test_24_05_belongs_to_the_day_above_it() -> None:
    talk = read(f"{DAY}24:05\tゆい\tあ\n09:00\tけん\tい\n")
    assert talk.messages[0].ts == datetime(2024, 10, 12, 0, 5)


def test_day_first_dates() -> None:
    header = "[LINE] Chat history with Yui\nSaved on: 26/04/2026, 04:36PM\n\n"
    talk = read("Sun, 05/04/2026\n4:35 PM\tYui\thi\n04:36PM\tKen\tho\n", header=header)
    assert (talk.messages[0].ts, talk.saved_at) == (
        datetime(2026, 4, 5, 16, 35),
        datetime(2026, 4, 26, 16, 36),
    )


def test_era_years() -> None:
    assert [m.ts for m in read_talk(tabbed(ROWS, date_line=date_era).encode()).messages] == [
        at for at, _, _ in ROWS
    ]


@pytest.mark.parametrize(
    "notice",
    ["ゆいがメッセージの送信を取り消しました", "\tゆい已收回訊息", "じゅんがグループに参加しました。"],
)
def test_notice_is_no_author(notice: str) -> None:
    talk = read(f"{DAY}09:00\tゆい\tあ\n09:01\t{notice}\n09:02\tけん\tい\n")
    assert talk.participants == ("ゆい", "けん")
    assert [n.text for n in talk.notices] == [notice.strip()]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2024.10.12 土曜日\n10:00 起きた\n12:00 昼ごはん カレー\n13:00 散歩 公園\n15:00 読書\n16:00 昼寝 少し\n17:00 夕食\n", id="diary"),
        pytest.param("2024-10-12 10:00:00\tINFO\tstarted\n2024-10-12 10:00:01\tINFO\tdone\n", id="log"),
        pytest.param("time\tuser\tmessage\n10:00\tINFO\tstarted\n10:01\tINFO\tdone\n", id="log without days"),
        pytest.param("[2024/10/12 9:00:00] Yui: hi\n[2024/10/12 9:01:00] Ken: ho\n", id="another app"),
    ],
)  # fmt: skip
def test_what_is_no_talk_is_not_imported(text: str) -> None:
    with pytest.raises(Refusal):
        read_talk(text.encode())


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "cp932"])
def test_text_encoded_twice_is_refused(codec: str) -> None:
    data = tabbed(ROWS).encode().decode(codec, "replace").encode()
    with pytest.raises(Refusal) as caught:
        read_talk(data)
    assert caught.value.refusal is RefusalClass.ENCODING


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"], ids=["none", "LF", "CRLF", "blank"])
@pytest.mark.parametrize("last", ["おわり", "おわり\nです"])
def test_last_message_is_there(end: str, last: str) -> None:
    body = tabbed([*ROWS, (datetime(2024, 10, 14, 9), "ゆい", last)]).rstrip("\n") + end
    assert texts(read_talk(body.encode()))[-1] == last


@pytest.mark.parametrize("clock", ["25:99", "24:60", "午後13:00", "99:00"])
def test_impossible_time_is_left_out_and_told(clock: str) -> None:
    talk = read(f"{DAY}09:00\tゆい\tあ\n{clock}\tけん\tい\nう\n09:02\tけん\tえ\n")
    assert texts(talk) == ["あ", "え"]
    assert cautions(talk) == {CautionClass.UNREADABLE_LINES: (6, 7)}


def test_day_line_that_is_missing_is_told() -> None:
    talk = read(f"{DAY}22:00\tゆい\tあ\n08:00\tけん\tい\n")
    assert cautions(talk) == {CautionClass.CLOCK_GOES_BACK: (6,)}


@pytest.mark.parametrize(
    "typed", ["次は\n2024/10/20(日)\nだよ", "次は\n2024/10/20(日)"], ids=["in the middle", "at the end"]
)
def test_typed_date_is_no_date_line(typed: str) -> None:
    rows = [*ROWS, (datetime(2024, 10, 14, 9), "ゆい", typed), (datetime(2024, 10, 14, 10), "けん", "うん")]
    talk = read_talk(tabbed(rows, quoted=False).encode())
    assert [(m.ts, m.sender, m.text) for m in talk.messages] == rows


@pytest.mark.parametrize("quoted", [True, False], ids=["quoted", "raw"])
def test_a_date_after_the_file_was_saved_was_typed(quoted: bool) -> None:
    header = HEADER.replace("2031/12/31", "2024/10/13")
    at = datetime(2024, 10, 12, 20)
    rows = [
        (at, "けん", "メモ\n2024/12/01(日)\n10:00\tゆい\t仮"),
        (at.replace(minute=1), "ゆい", "これでいい？"),
    ]
    talk = read_talk(tabbed(rows, header=header, quoted=quoted).encode())
    assert [(m.ts, m.sender, m.text) for m in talk.messages] == rows


def test_clock_at_the_start_of_a_desktop_line_is_text() -> None:
    rows = [(at, who, text + ("\n11:00 駅集合" if text == "はい" else "")) for at, who, text in ROWS]
    talk = read_talk(spaced(rows).encode())
    assert [(m.ts, m.sender, m.text) for m in talk.messages] == rows


PAID = "ゆいが1,000 円相当のLINE Pay残高またはボーナスを送りました。"


@pytest.mark.parametrize("eol", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    ("body", "said"),
    [
        (f"{DAY}09:00\tゆい\tあ\n{PAID}\n09:01\tけん\tい\n", ["あ", "い"]),
        (f"{DAY}{PAID}\n09:00\tゆい\tあ\n09:01\tけん\tい\n", ["あ", "い"]),
        (f"{DAY}09:00\tゆい\tあ\n09:01\tけん\tい\n{PAID}\n\n2024/10/13(日)\n09:00\tゆい\tう\n", ["あ", "い", "う"]),
        (f'{DAY}09:00\tゆい\t"あ\nい"\n{PAID}\n09:01\tけん\tう\n', ["あ\nい", "う"]),
    ],
    ids=["between", "first of a day", "last of a day", "after a quote"],
)  # fmt: skip
def test_money_sent_has_no_time_and_is_a_notice(body: str, said: list[str], eol: str) -> None:
    if eol == "\r\n":
        body = body.replace("あ\nい", "あ\0い")
    talk = read_talk((HEADER + body).replace("\n", eol).replace("\0", "\n").encode())
    assert texts(talk) == said
    assert [(notice.text, notice.unsent_by) for notice in talk.notices] == [(PAID, None)]
    assert not set(cautions(talk)) & {CautionClass.UNREADABLE_LINES, CautionClass.WEEKDAY_UNKNOWN}


@pytest.mark.parametrize(
    "text",
    [
        f"見て\n\n{PAID}\nだって",
        f"{PAID}笑",
        "LINE Payで1,000円送りました。",
        "見て\nゆいが1,000円送りました。",
        "ゆいがLINE Pay残高またはボーナスを送りました。",
    ],
    ids=["quoted", "with more", "told", "told in lines", "no sum"],
)
def test_a_text_about_money_is_a_text(text: str) -> None:
    talk = read_talk(tabbed(two_days("やあ", text, "うん", "はい")).encode())
    assert texts(talk) == ["やあ", text, "うん", "はい"]
    assert not talk.notices


def test_two_exports_in_one_file_are_told() -> None:
    talk = read_talk((tabbed(ROWS) + "\n" + tabbed([(datetime(2024, 10, 20, 9), "ゆい", "あ")])).encode())
    assert len(talk.messages) == 7
    assert CautionClass.TWO_EXPORTS in cautions(talk)


def test_a_later_export_may_hold_days_after_the_first_was_saved() -> None:
    header = HEADER.replace("2031/12/31", "2024/10/13")
    later = [(datetime(2024, 10, day, 9), "ゆい", "あ") for day in (12, 20)]
    talk = read_talk((tabbed(ROWS, header=header) + "\n" + tabbed(later)).encode())
    assert [m.ts for m in talk.messages][-2:] == [at for at, _, _ in later]


def test_name_that_holds_the_title_words() -> None:
    name = "AとのトークとのトークA"
    rows = two_days("a", "b", names=(name, "けん"))
    assert read_talk(tabbed(rows, header=HEADER.replace("ゆい", name)).encode()).exporter == "けん"


def test_no_word_says_that_a_message_was_read() -> None:
    talk = read(f"{DAY}09:00\tゆい\tあ\n09:01\tけん\tい\n")
    told = " ".join(c.sentence for c in talk.cautions) + " ".join(str(Refusal(r)) for r in RefusalClass)
    assert not re.search("既読|未読|無視", told)
