"""Files that broke off or were damaged, and people who left LINE: what can still be known, and what is said of it."""

import pytest

from coach.line_export.parts import CautionClass, Talk
from coach.talk import chosen, read_talk
from tests.coach.talk_files import HEADER

BODY = f"{HEADER}2024/10/12(土)\n09:00\tゆい\tあ\n09:01\tけん\tい"


def shown(talk: Talk) -> list[tuple[str, str]]:
    return [(message.sender, message.text) for message in talk.messages]


def cautions(talk: Talk) -> set[CautionClass]:
    return {caution.caution for caution in talk.cautions}


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    "begun",
    [
        pytest.param("\n09:0", id="clock"),
        pytest.param("\n9:", id="hour"),
        pytest.param("\n午後1:3", id="half day"),
        pytest.param("\n\n2024/1", id="month"),
        pytest.param("\n\n2024/10/1", id="day"),
        pytest.param("\n\n2024/10/13(日", id="weekday"),
    ],
)
def test_a_line_that_had_only_begun_is_no_part_of_the_last_message(begun: str, eol: str) -> None:
    talk = read_talk((BODY + begun).replace("\n", eol).encode())
    assert shown(talk) == [("ゆい", "あ"), ("けん", "い")]
    assert cautions(talk) == {CautionClass.CUT_END}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("9:00集合", id="words after a clock"),
        pytest.param("09:05", id="whole clock"),
        pytest.param("2024/10/1", id="date without a blank line"),
        pytest.param("合計12:", id="words before it"),
        pytest.param("5", id="number"),
    ],
)
def test_a_last_line_that_people_type_stays(line: str) -> None:
    talk = read_talk(f"{BODY}\n{line}".encode())
    assert (shown(talk)[-1], cautions(talk)) == (("けん", f"い\n{line}"), set())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"], ids=["LF", "CRLF", "blank line"])
def test_a_line_that_ends_had_not_only_begun(end: str) -> None:
    talk = read_talk(f"{BODY}\n09:0{end}".encode())
    assert shown(talk)[-1] == ("けん", "い\n09:0")


def test_a_desktop_file_may_break_off_too() -> None:
    body = "2024.10.12 土曜日\n09:00 ゆい あ\n09:01 けん い\n09:02 けん え\n09:03 ゆい う\n09:0"
    talk = read_talk(body.encode(), filename="[LINE]ゆい.txt")
    assert shown(talk)[-1] == ("ゆい", "う")
    assert cautions(talk) == {CautionClass.CUT_END}


@pytest.mark.parametrize(
    ("senders", "exporter", "other"),
    [
        pytest.param(("Unknown", "けん"), "けん", "Unknown", id="the other one left"),
        pytest.param(("ゆい", "Unbekannt"), None, None, id="somebody else left"),
        pytest.param(("ゆい", "けん", "Unknown"), None, None, id="three"),
    ],
)
def test_whoever_left_is_not_the_one_who_exported(
    senders: tuple[str, ...], exporter: str | None, other: str | None
) -> None:
    lines = "".join(f"09:0{i}\t{sender}\tあ\n" for i, sender in enumerate(senders))
    talk = read_talk(f"{HEADER}2024/10/12(土)\n{lines}".encode())
    assert (talk.exporter, talk.other) == (exporter, other)
    assert (CautionClass.EXPORTER_UNKNOWN in cautions(talk)) == (exporter is None)


def test_the_other_of_three_is_whom_the_title_names() -> None:
    lines = "09:00\tUnknown\tあ\n09:01\tゆい\tい\n09:02\tけん\tう\n"
    talk = chosen(read_talk(f"{HEADER}2024/10/12(土)\n{lines}".encode()), "けん")
    assert talk.other == "ゆい"


def test_a_few_broken_bytes_in_a_short_file_do_not_make_it_no_text() -> None:
    talk = read_talk(BODY.encode() + b"\xff\xfe\x80" + "今日もよい天気".encode())
    assert [message.sender for message in talk.messages] == ["ゆい", "けん"]
    assert cautions(talk) == {CautionClass.BROKEN_CHARACTERS}
