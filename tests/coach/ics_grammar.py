"""What RFC 5545 asks of the lines of a calendar file, written from its grammar and sharing nothing with our library."""

import re
from dataclasses import dataclass
from datetime import date, datetime

LINE = re.compile(
    r"(?P<name>[A-Za-z0-9-]+)(?P<params>(?:;[A-Za-z0-9-]+=(?:\"[^\"\x00-\x08\x0a-\x1f\x7f]*\"|[^\";:,\x00-\x08\x0a-\x1f\x7f]*))*):"
    r"(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)"
)
"""3.1: contentline; no control characters but the tab."""
TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,Nn])*")
"""3.3.11: backslash, semicolon and comma are escaped, a line break is written \\n."""
ONCE = {"VCALENDAR": {"PRODID", "VERSION"}, "VEVENT": {"UID", "DTSTAMP", "DTSTART"}}
AT_MOST_ONCE = {
    "VCALENDAR": {"CALSCALE", "METHOD"},
    "VEVENT": {"SUMMARY", "DTEND", "TRANSP", "CLASS", "SEQUENCE"},
}


@dataclass(frozen=True, slots=True)
class Property:
    """One unfolded line: its name, its parameters, its value as written."""

    name: str
    params: dict[str, str]
    value: str


def unfolded(raw: bytes) -> list[str]:
    """3.1: lines end in CRLF, are at most 75 octets long, and go on behind one blank."""
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    lines: list[bytes] = []
    for octets in raw.split(b"\r\n")[:-1]:
        assert 0 < len(octets) <= 75
        if octets[:1] in (b" ", b"\t"):
            lines[-1] += octets[1:]
        else:
            lines.append(octets)
    return [line.decode("utf-8") for line in lines]


def properties(line: str) -> Property:
    """A line by its parts."""
    match = LINE.fullmatch(line)
    assert match, line
    params = dict(param.split("=", 1) for param in match["params"].split(";")[1:])
    return Property(match["name"].upper(), params, match["value"])


def checked(raw: bytes) -> list[list[Property]]:
    """The events of a file that holds to the grammar; AssertionError where it does not."""
    found = [properties(line) for line in unfolded(raw)]
    assert (found[0].name, found[0].value) == ("BEGIN", "VCALENDAR")
    assert (found[-1].name, found[-1].value) == ("END", "VCALENDAR")
    open_: list[str] = []
    here: dict[str, list[Property]] = {}
    events: list[list[Property]] = []
    for line in found:
        if line.name == "BEGIN":
            assert line.value == "VCALENDAR" or open_ == ["VCALENDAR"]
            open_.append(line.value)
            here[line.value] = []
        elif line.name == "END":
            assert open_.pop() == line.value
            _counted(line.value, here[line.value])
            if line.value == "VEVENT":
                _event(here["VEVENT"])
                events.append(here["VEVENT"])
        else:
            here[open_[-1]].append(line)
    assert not open_
    assert next(line.value for line in here["VCALENDAR"] if line.name == "VERSION") == "2.0"
    return events


def _counted(component: str, lines: list[Property]) -> None:
    """3.6: what a component must have once, and what it may have no more than once."""
    names = [line.name for line in lines]
    assert all(names.count(name) == 1 for name in ONCE[component])
    assert all(names.count(name) <= 1 for name in AT_MOST_ONCE[component])


def _event(lines: list[Property]) -> None:
    """3.6.1, 3.8: an event of whole days, which ends on a later day than it begins; the stamp is in UTC."""
    by_name = {line.name: line for line in lines}
    begin, end = (_day(by_name[name]) for name in ("DTSTART", "DTEND"))
    assert begin < end
    stamp = by_name["DTSTAMP"].value
    assert re.fullmatch(r"\d{8}T\d{6}Z", stamp)
    assert datetime.fromisoformat(stamp).tzinfo is not None
    assert TEXT.fullmatch(by_name["SUMMARY"].value)
    assert TEXT.fullmatch(by_name["UID"].value)
    assert not any("TZID" in line.params for line in lines)  # then no VTIMEZONE is needed (3.6.5)
    assert by_name["TRANSP"].value in ("OPAQUE", "TRANSPARENT")
    assert by_name["SEQUENCE"].value.isdecimal()


def _day(line: Property) -> date:
    assert line.params == {"VALUE": "DATE"}
    assert re.fullmatch(r"\d{8}", line.value)
    return date(int(line.value[:4]), int(line.value[4:6]), int(line.value[6:]))
