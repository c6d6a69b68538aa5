import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from guardrails.helplines import JAPAN, catalogue, dialled, known_numbers, lines_for, load, open_now
from guardrails.holidays import holidays
from guardrails.vocabulary import Danger

LINES = {line.id: line for line in catalogue()}


@pytest.mark.parametrize(
    ("line", "at", "answers"),
    [
        ("yorisoi", datetime(2026, 11, 21, 3, 0), True),
        ("inochi_denwa", datetime(2026, 11, 21, 15, 59), False),
        ("inochi_denwa", datetime(2026, 11, 21, 16, 0), True),
        ("inochi_denwa", datetime(2026, 11, 10, 9, 0), True),
        ("inochi_denwa", datetime(2026, 11, 11, 7, 59), True),
        ("inochi_denwa", datetime(2026, 11, 11, 8, 0), False),
        ("inochi_denwa", datetime(2026, 12, 1, 3, 0), False),
        ("police_advice", datetime(2026, 11, 20, 10, 0), True),
        ("police_advice", datetime(2026, 11, 21, 10, 0), False),
        ("police_advice", datetime(2026, 11, 23, 10, 0), False),
        ("police_advice", datetime(2026, 12, 30, 10, 0), None),
        ("childline", datetime(2026, 12, 28, 17, 0), True),
        ("childline", datetime(2026, 12, 29, 17, 0), False),
        ("childline", datetime(2027, 1, 3, 17, 0), False),
        ("childline", datetime(2027, 1, 4, 17, 0), True),
        ("inochi_sos", datetime(2026, 11, 21, 12, 0), None),
        ("dv_navi", datetime(2026, 11, 21, 12, 0), None),
    ],
)
def test_who_answers_when(line: str, at: datetime, answers: bool | None) -> None:
    assert open_now(LINES[line], at.replace(tzinfo=JAPAN)) is answers


def test_hours_are_japanese_wherever_the_clock_stands() -> None:
    assert open_now(LINES["inochi_denwa"], datetime(2026, 11, 21, 8, 0, tzinfo=UTC)) is True  # 17:00 in Tokyo


@pytest.mark.parametrize(
    "number", ["0120-279-338", "0120-783-556", "#9110", "110", "119", "#8008", "050-3655-0279"]
)
def test_numbers_of_the_catalogue_are_known(number: str) -> None:
    assert dialled(number) in known_numbers()


@pytest.mark.parametrize("number", ["0570-046-556", "#9999", "188", "0120-000-000"])
def test_numbers_that_could_not_be_confirmed_are_not(number: str) -> None:
    assert dialled(number) not in known_numbers()


@pytest.mark.parametrize("line", catalogue(), ids=lambda line: line.id)
def test_every_line_says_where_it_is_from(line) -> None:  # type: ignore[no-untyped-def]
    assert line.source_url.startswith("http")
    assert line.grade in ("A", "B")
    assert line.name
    assert line.hours
    assert line.dangers


@pytest.mark.skipif(os.environ.get("CI") != "true", reason="the calendar may only fail a build of ours")
def test_every_line_was_verified_within_half_a_year() -> None:
    today = datetime.now(JAPAN).date()
    assert [line.id for line in catalogue() if (today - line.verified_on).days > 180] == []


def test_lines_for_the_young_come_only_where_one_is_concerned() -> None:
    assert not any(line.young for line in lines_for(Danger.SELF_HARM))
    assert any(line.young for line in lines_for(Danger.SELF_HARM, young=True))


@pytest.mark.parametrize(
    "entry",
    [
        "{id: x, name: n, hours: h, for: [self_harm], grade: C, source_url: u, verified_on: 2026-11-21, number: '1'}",
        "{id: x, name: n, hours: h, for: [self_harm], grade: A, source_url: u, verified_on: 2026-11-21}",
        "{id: x, name: n, hours: h, for: [nothing], grade: A, source_url: u, verified_on: 2026-11-21, number: '1'}",
        "{id: x, name: n, hours: h, for: [dv], grade: A, source_url: u, verified_on: soon, number: '1'}",
        "{id: x, name: n, hours: h, for: [dv], grade: A, source_url: u, verified_on: 2026-11-21, number: '1', more: 1}",
    ],
    ids=["second-hand", "no number", "unknown danger", "no date", "unknown key"],
)
def test_a_mistake_in_the_catalogue_names_the_entry(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "lines.yaml"
    path.write_text(f"lines: [{entry}]", encoding="utf-8")
    with pytest.raises(ValueError, match="x"):
        load(path)


@pytest.mark.parametrize(
    ("day", "free"),
    [
        (date(2026, 1, 1), True),
        (date(2026, 1, 12), True),
        (date(2026, 3, 20), True),
        (date(2026, 5, 6), True),  # the 3rd falls on a Sunday
        (date(2026, 9, 22), True),  # between two holidays
        (date(2027, 3, 22), True),  # the 21st falls on a Sunday
        (date(2026, 6, 15), False),
        (date(2026, 12, 25), False),
    ],
)
def test_holidays(day: date, free: bool) -> None:
    assert (day in holidays(day.year)) is free
