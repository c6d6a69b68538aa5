import time
from contextlib import suppress
from datetime import date, datetime, timedelta
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.line_export.facts import facts
from coach.line_export.json import as_record
from coach.line_export.notices import is_notice
from coach.line_export.parts import Refusal, Talk
from coach.talk import read_pasted, read_talk
from tests.coach.talk_files import (
    HEADER,
    Row,
    clock_24,
    clock_ampm,
    clock_en,
    date_de,
    date_era,
    date_ja,
    date_tw,
    date_us,
    spaced,
    tabbed,
)

LINES = st.sampled_from(
    [
        "[LINE] ゆいとのトーク履歴", "保存日時：2024/10/14 08:00", "", "2024/10/12(土)", "2024/05/01(水)", "2024.10.12 土曜日",
        "Sat, 10/12/2024", "09:00\tゆい\tあ", "09:01\tけん\t[写真]", '09:02\tゆい\t"い', 'う"', '"', "25:99\tけん\tえ", "09:03\tゆいがメッセージの送信を取り消しました",
        "09:04 ゆい あ", "09:05 けん い う", "11:00 駅集合", "午後1:00\tゆい\tお", "\t", "09:06\t", "09:07\t\t", "☎ 通話時間 0:10", "\ufeff", "本文",
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\r\n", "\u2028"])
SCRAMBLED = st.lists(st.tuples(LINES, ENDS), max_size=40).map(lambda parts: "".join(a + b for a, b in parts))


def _total(data: bytes) -> None:
    with suppress(Refusal):
        talk = read_talk(data, filename="[LINE]ゆい.txt")
        assert talk.messages
        assert set(talk.participants) == {m.sender for m in talk.messages}
        assert all(m.sender and m.ts.year >= 2011 for m in talk.messages)
        as_record(talk, facts(talk), messages=True)


@given(st.binary(max_size=400))
@settings(max_examples=400, deadline=2000)
def test_any_bytes_are_a_talk_or_a_named_refusal(data: bytes) -> None:
    _total(data)


@given(SCRAMBLED, st.sampled_from(["utf-8", "utf-16", "cp932", "euc_jp"]))
@settings(max_examples=600, deadline=2000)
def test_scrambled_pieces_are_a_talk_or_a_named_refusal(text: str, encoding: str) -> None:
    _total(text.encode(encoding, "replace"))


@given(st.binary(max_size=60), st.integers(0, 400), st.integers(0, 30))
@settings(max_examples=120, deadline=2000)
def test_a_damaged_file_is_a_talk_or_a_named_refusal(damage: bytes, at: int, gone: int) -> None:
    day = datetime(2024, 10, 12, 9)
    data = tabbed(
        [(day, "ゆい", "やあ"), (day, "けん", "一\n二"), (day, "ゆい", "うん")], eol="\r\n"
    ).encode()
    _total(data[:at] + damage + data[at + gone :])


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=2000)
def test_any_pasted_text_is_a_talk_or_a_named_refusal(text: str) -> None:
    with suppress(Refusal):
        assert read_pasted(text).messages


RECORDS = [
    "09:00\tゆい\tあ",
    "09:01\tけん\tい",
    "09:02\tゆい\t[写真]",
    '09:03\tけん\t"う"',
    "09:04\t\u2068ゆい\u2069\tえ",
]
ODD = [
    "09:02\tけん\tお\tか", "09:02\tゆい\t\"く", "け\"", "09:02\tゆい\t\"", "さ", "", "し\tす", "\t", "09:02\tけん", "09:02\tけん\t", "09:02\t\tせ",
    "\u200e09:02\tゆい\tそ", "07:00\tゆい\tた", "25:00\tけん\tち", "24:05\tゆい\tつ", HEADER.strip(), "[LINE] ゆいとのトーク履歴", "2024/10/14(月)",
    "2024/10/12(土)", "09:02\tけん\t\"て\nと\"", "09:02\tけん\tな\n", "09:02\tけん\t\"に\nぬ", "09:02\tゆいがメッセージの送信を取り消しました",
]  # fmt: skip
# A plain day, with something odd in it, or two things next to each other.
DAY = st.tuples(
    st.lists(st.sampled_from(RECORDS), max_size=4).map(sorted),
    st.lists(st.sampled_from(ODD), max_size=2),
    st.integers(0, 4),
).map(lambda drawn: [*drawn[0][: drawn[2]], *drawn[1], *drawn[0][drawn[2] :]])


@given(st.lists(DAY, min_size=1, max_size=3), st.booleans())
@example([["09:00\tゆい\tあ", "09:02\tけん", "\t09:03\tけん\tい"]], False)
@settings(max_examples=500, deadline=2000)
def test_a_day_read_by_columns_is_the_day_read_line_by_line(days: list[list[str]], phone_ends: bool) -> None:
    written = [HEADER.replace("\n", "\r\n")]
    for i, lines in enumerate(days):
        written += [f"{line}\r\n" for line in (f"2024/10/{13 + i}({'日月火'[i]})", *lines, "")]
    text = "".join(written)
    data = (text if phone_ends else text.replace("\r\n", "\n")).encode()
    with patch("coach.line_export.plain.Plain.day", lambda *_: None):
        slowly = _read_or_refused(data)
    assert _read_or_refused(data) == slowly


SPACED_RECORDS = ["09:00 ゆい あ", "09:01 けん い", "09:02 ゆい 写真", "09:03 けん う え", "午後1:03 けん お"]
SPACED_ODD = [
    "か", "", "11:00 駅集合", "12:00 ゆい", "09:02 ゆいがメッセージの送信を取り消しました", "09:02 ゆい left the chat.", "25:00 けん き", "07:00 ゆい く",
    "24:05 ゆい け", "2024.05.01 水曜日", "2024.10.13 日曜日", "[LINE] ゆいとのトーク履歴", "09:02 ゆい子 こ", "09:02  ゆい さ", "09:02 けん  し", "9:03 PM ゆい す",
    "ゆい", " 09:02 ゆい せ", "09:02\tゆい\tそ", "09:02 ゆい unsent a message", "ですが left the chat.",
]  # fmt: skip
SPACED_DAY = st.tuples(
    st.lists(st.sampled_from(SPACED_RECORDS), max_size=5).map(sorted),
    st.lists(st.sampled_from(SPACED_ODD), max_size=2),
    st.integers(0, 5),
).map(lambda drawn: [*drawn[0][: drawn[2]], *drawn[1], *drawn[0][drawn[2] :]])
NAMES = st.sampled_from([("ゆい", "けん"), ("ゆい", "ゆい子"), ("ゆい", "けん い"), ("ゆい", "PM"), ()])


@given(st.lists(SPACED_DAY, min_size=1, max_size=3), NAMES, st.booleans())
@example([["09:00 ゆい あ", "09:01 けん left the chat.", "か"]], ("ゆい", "けん"), True)
@settings(max_examples=500, deadline=2000)
def test_a_desktop_day_read_by_columns_is_the_day_read_line_by_line(
    days: list[list[str]], names: tuple[str, ...], windows_ends: bool
) -> None:
    lines = [line for i, day in enumerate(days) for line in (f"2024.10.{13 + i} {'日月火'[i]}曜日", *day)]
    data = ("\r\n" if windows_ends else "\n").join(lines).encode()
    with patch("coach.line_export.spaced._Spaced._plain", lambda *_: None):
        slowly = _read_or_refused(data, names)
    assert _read_or_refused(data, names) == slowly


def _read_or_refused(data: bytes, names: tuple[str, ...] = ()) -> Talk | str:
    try:
        return read_talk(data, names=names)
    except Refusal as refusal:
        return refusal.sentence


# Whatever people type, but nothing that looks like the file's own structure: those texts have tests of their own.
WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters='"\ufeff\ufffd0123456789☎['
    ),
    min_size=1,
    max_size=20,
).filter(lambda words: words == words.strip() != "" and not is_notice(f"ゆい {words}"))
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
TIMES = st.lists(st.integers(0, 6000), min_size=4, max_size=25).map(
    lambda steps: [datetime(2023, 1, 1) + timedelta(minutes=sum(steps[: i + 1])) for i in range(len(steps))]
)
TABBED_NAME = WORDS.filter(lambda name: "\t" not in name)


def shown(talk: Talk) -> list[Row]:
    return [(m.ts, m.sender, m.text) for m in talk.messages]


@given(TIMES, st.lists(TEXTS, min_size=25, max_size=25), st.data())
@settings(max_examples=120, deadline=2000)
def test_a_talk_written_by_a_phone_is_read_again(
    times: list[datetime], texts: list[str], data: st.DataObject
) -> None:
    senders = data.draw(
        st.lists(st.sampled_from(["ゆい", "森 けん"]), min_size=len(times), max_size=len(times))
    )
    rows = list(zip(times, senders, texts, strict=False))
    written = tabbed(
        rows,
        header=HEADER,
        date_line=data.draw(st.sampled_from([date_ja, date_era, date_us, date_de, date_tw])),
        clock=data.draw(st.sampled_from([clock_24, clock_ampm, clock_en])),
        eol=data.draw(st.sampled_from(["\n", "\r\n"])),
        quoted=data.draw(st.booleans()),
    )
    assert shown(read_talk(written.encode())) == rows


@given(TIMES, st.lists(TEXTS, min_size=25, max_size=25), st.data())
@settings(max_examples=120, deadline=2000)
def test_a_talk_written_by_the_desktop_app_is_read_again(
    times: list[datetime], texts: list[str], data: st.DataObject
) -> None:
    senders = data.draw(
        st.lists(st.sampled_from(["ゆい", "森 けん"]), min_size=len(times), max_size=len(times))
    )
    rows = list(zip(times, senders, texts, strict=False))
    written = spaced(rows, eol=data.draw(st.sampled_from(["\n", "\r\n"])))
    assert shown(read_talk(written.encode(), names=("ゆい", "森 けん"))) == rows


def _days(count: int) -> str:
    first = date(2012, 1, 1)
    return "".join(date_ja(first + timedelta(days=i % 30_000)) + "\n" for i in range(count))


START = HEADER + "2012/01/01(日)\n"
SIZE = 40_000


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda n: START + "08:00\tゆい\t" + "行です\n" * n, id="one message"),
        pytest.param(lambda n: START + '08:00\tゆい\t"' + "行です\n" * n + '"\n', id="one quoted message"),
        pytest.param(lambda n: START + '08:00\tゆい\t"\n' + "08:01\tけん\tあ\n" * n, id="open quote"),
        pytest.param(lambda n: START + '08:00\tゆい\t"あ\n' * n + '08:00\tけん\tあ"\n', id="every quote open"),
        pytest.param(lambda n: START + '08:00\tゆい\t"あ\n09:00\tけん\tい"\n08:30\tけん\tう\n' * (n // 3), id="every quote full"),
        pytest.param(lambda n: HEADER + _days(n) + "08:00\tゆい\tあ\n", id="date lines"),
        pytest.param(lambda n: START + "08:00\tゆい\tあ\n" + "\n" * n + "08:01\tけん\tあ\n", id="blank lines"),
        pytest.param(lambda n: "2012.01.01 日曜日\n" + "08:00 ゆい あ\n09:00 けん い\n07:00 ゆい う\n" * (n // 3), id="clock back"),
        pytest.param(lambda n: "2012.01.01 日曜日\n" + "".join(f"08:00 名{i} あ\n" for i in range(n)), id="many names"),
        pytest.param(lambda n: START + "08:00\tゆい\t" + "あ" * n * 10, id="one long line"),
        pytest.param(lambda n: "2" * n * 10, id="digits"),
        pytest.param(lambda n: "ã\x81" * n, id="garbled"),
    ],
)  # fmt: skip
def test_time_grows_with_the_file_and_not_faster(make: object) -> None:
    assert callable(make)
    small, large = (make(n).encode() for n in (SIZE, 4 * SIZE))
    spent = []
    for data in (small, large):
        begin = time.process_time()
        with suppress(Refusal):
            read_talk(data)
        spent.append(time.process_time() - begin)
    assert spent[1] < 12 * max(spent[0], 0.02)  # 4 when linear, 16 when quadratic
