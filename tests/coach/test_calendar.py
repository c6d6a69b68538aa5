"""The calendar file, read back as a calendar program reads it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from coach.calendar import Step, calendar, steps
from coach.situation import Event, EventKind
from tests.coach.ics_grammar import checked

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
NO = Event(EventKind.DECLINED, TODAY, "ごめん、その日は仕事で難しい")
ANSWERED = Event(EventKind.REPLIED, TODAY)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("events", "after", "expected"),
    [
        ([NO, ANSWERED], 0, [("wait", 0, 6), ("talk", 7, 13)]),
        ([NO, ANSWERED], 3, [("wait", 3, 6), ("talk", 7, 13)]),
        ([NO, ANSWERED], 30, []),
        ([NO, ANSWERED, Event(EventKind.SMALL_TALK, day(8))], 9, [("talk", 15, 21)]),
        (
            [Event(EventKind.DECLINED, TODAY, "忙しい"), Event(EventKind.SMALL_TALK, day(8))],
            9,
            [("wait", 9, 13), ("talk", 15, 21)],
        ),
        ([Event(EventKind.DECLINED, TODAY, "また今度ね")], 0, []),
        ([Event(EventKind.SILENCE, TODAY)], 0, []),
        ([NO, Event(EventKind.CLOSED, TODAY)], 0, []),
        ([Event(EventKind.OFFERED, TODAY, "来週の土曜なら")], 0, []),
        ([], 0, []),
    ],
    ids=["no", "later", "over", "talked", "vague", "theirs", "silence", "closed", "offered", "nothing"],
)
def test_steps(events: list[Event], after: int, expected: list[tuple[str, int, int]]) -> None:
    found = steps(events, day(after))
    assert [(s.key, (s.first - TODAY).days, (s.last - TODAY).days) for s in found] == expected


def read_back(name: str = "") -> Calendar:
    return Calendar.from_ical(calendar(steps([NO, ANSWERED], TODAY), case_id="a", now=NOW, name=name))


def test_what_every_calendar_program_needs() -> None:
    file = read_back()
    assert (str(file["version"]), str(file["method"])) == ("2.0", "PUBLISH")
    assert file["prodid"]
    assert len(file.events) == 2
    for entry in file.events:
        assert entry.DTSTAMP == NOW
        assert str(entry["uid"]).endswith("@yohaku")
        assert entry["transp"] == "TRANSPARENT"
    assert file.errors == []
    assert all(entry.errors == [] for entry in file.events)


def test_whole_days_with_an_end_that_is_not_part_of_them() -> None:
    wait, talk = read_back().events
    assert (wait.start, wait.end) == (TODAY, day(7))
    assert (talk.start, talk.end) == (day(7), day(14))
    raw = calendar(steps([NO, ANSWERED], TODAY), case_id="a", now=NOW)
    assert raw.count(b"DTSTART;VALUE=DATE:") == raw.count(b"DTEND;VALUE=DATE:") == 2
    assert b"VTIMEZONE" not in raw  # no clock time, so no zone to be read wrongly


def test_the_lines_are_as_the_format_has_them() -> None:
    raw = calendar(steps([NO], TODAY), case_id="a", now=NOW, name="とても長い名前の人" * 5)
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert raw.count(b"\n") == raw.count(b"\r\n")
    raw.decode("utf-8")


def test_no_name_unless_it_is_wanted() -> None:
    assert [str(e["summary"]) for e in read_back().events] == ["この日までは誘わない", "軽い雑談を1通まで"]
    assert str(read_back("A; さん,\nB").events[0]["summary"]).startswith("この日までは誘わない（A; さん,")


def test_a_later_file_replaces_the_entries_of_an_earlier_one() -> None:
    early = Calendar.from_ical(calendar(steps([NO], TODAY), case_id="a", now=NOW)).events
    late = Calendar.from_ical(calendar(steps([NO], day(2)), case_id="a", now=NOW + timedelta(days=2))).events
    other = Calendar.from_ical(calendar(steps([NO], TODAY), case_id="b", now=NOW)).events
    assert [e["uid"] for e in early] == [e["uid"] for e in late]
    assert {e["uid"] for e in early}.isdisjoint(e["uid"] for e in other)
    assert all(a.sequence < b.sequence for a, b in zip(early, late, strict=True))


@given(
    name=st.text(max_size=30), first=st.dates(date(2026, 1, 1), date(2030, 1, 1)), days=st.integers(0, 400)
)
def test_any_name_and_days_come_back(name: str, first: date, days: int) -> None:
    step = Step("wait", "この日までは誘わない", first, first + timedelta(days=days))
    raw = calendar((step,), case_id="a", now=NOW, name=name)
    (entry,) = Calendar.from_ical(raw).events
    assert (entry.start, entry.end) == (first, first + timedelta(days=days + 1))
    (lines,) = checked(raw)
    written = {line.name: line.value for line in lines}
    assert written["DTSTART"] == f"{first:%Y%m%d}"
    assert written["DTEND"] == f"{first + timedelta(days=days + 1):%Y%m%d}"


def test_the_file_holds_to_the_grammar_of_the_format() -> None:
    events = checked(calendar(steps([NO, ANSWERED], TODAY), case_id="a", now=NOW, name="A; さん,\\B\nC"))
    titles = [line.value for lines in events for line in lines if line.name == "SUMMARY"]
    assert titles[0] == r"この日までは誘わない（A\; さん\,\\B\nC）"


@pytest.mark.parametrize(
    "broken",
    [
        lambda raw: raw.replace(b"\r\n", b"\n"),
        lambda raw: raw.replace(b"DTSTAMP", b"X-STAMP"),
        lambda raw: raw.replace(b"DTEND;VALUE=DATE", b"DTEND;TZID=Asia/Tokyo;VALUE=DATE"),
        lambda raw: raw.replace(b"DTEND;VALUE=DATE:20261128", b"DTEND;VALUE=DATE:20261121"),
        lambda raw: raw.replace(b"UID:", b"UID:a;b"),
        lambda raw: raw.replace(b"END:VEVENT\r\n", b"", 1),
    ],
    ids=[
        "line ends",
        "no stamp",
        "a zone nobody defines",
        "an end on its first day",
        "unescaped",
        "not closed",
    ],
)
def test_the_grammar_sees_a_broken_file(broken: Callable[[bytes], bytes]) -> None:
    raw = calendar(steps([NO, ANSWERED], TODAY), case_id="a", now=NOW)
    assert len(checked(raw)) == 2
    with pytest.raises(AssertionError):
        checked(broken(raw))
