"""Days of a phone's file in which nothing is odd, read by columns: nearly all days of nearly all files."""

from dataclasses import dataclass, field

from coach.talk_clock import LONGEST_CLOCK, NO_CLOCK, minute_of
from coach.talk_person import clean_name

_BEGIN = "\r"  # stands before every record: a file that was split into units has none


class Minutes(dict[str, int]):
    """`minute_of` for the words before a tab; a file writes the same few again and again."""

    def __missing__(self, words: str) -> int:
        words = words.removeprefix(_BEGIN)
        minute = minute_of(words) if len(words) <= LONGEST_CLOCK else NO_CLOCK
        if minute != NO_CLOCK:
            self[words] = self[_BEGIN + words] = minute
        return minute


class Shown(dict[str, str]):
    """`clean_name` for the names of a file, most often two."""

    def __missing__(self, name: str) -> str:
        shown = self[name] = clean_name(name)
        return shown


@dataclass(frozen=True, slots=True)
class Columns:
    """The records of a day: minutes after midnight, senders, and whole texts."""

    minutes: list[int] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def plain_day(units: list[str], *, wrapped: bool, minutes: Minutes, shown: Shown) -> Columns | None:
    """The records in the units of one day; None where one of them is anything but a message in its turn.

    That is what has to be read line by line: notices, quotes nobody closed, clocks that run back, pasted records,
    titles, texts with tabs in them. ``wrapped`` is that of `Lines`.
    """
    while units and not units[-1]:
        units.pop()
    if not units:
        return Columns()
    # A line without a tab goes on with the text above it.
    whole = "".join([f"\t{_BEGIN}{unit}" if "\t" in unit else f"\n{unit}" for unit in units])
    fields, count = whole.split("\t"), whole.count(_BEGIN)
    if len(fields) != 1 + 3 * count or fields[0] or (count < len(units) and (wrapped or "\n[LINE]" in whole)):
        return None
    # As many fields with a mark as records, and every third is one (else it has no minute): so no field is amiss.
    clock = [minutes[words] for words in fields[1::3]]
    if clock[0] < 0 or clock != sorted(clock):
        return None
    senders = [shown[name] for name in fields[2::3]]
    if not all(senders):
        return None
    texts = fields[3::3]
    for i, text in enumerate(texts):
        if '"' in text or "\n" in text:
            unquoted = _unquoted(text, wrapped=wrapped)
            if unquoted is None:
                return None
            texts[i] = unquoted
    return Columns(clock, senders, texts)


def _unquoted(text: str, *, wrapped: bool) -> str | None:
    """A text of several lines without its pair of quotes; None where a quote is open, and other lines may be in it."""
    if not wrapped:
        text = text.rstrip("\n")
    if text[:1] != '"':
        return text
    closed = len(text) > 1 and text[-1] == '"'
    if not closed:
        return text if wrapped else None
    return text[1:-1] if "\n" in text else text
