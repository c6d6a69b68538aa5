"""Days of a phone's file in which nothing is odd; the others are read line by line."""

from collections.abc import Sequence

from coach.line_export.clock import LONGEST_CLOCK, NO_CLOCK, minute_of
from coach.line_export.columns import Begin, Columns, Days
from coach.line_export.notices import PAYMENT
from coach.line_export.person import clean_name


def tabbed_minute(words: str) -> int:
    """`minute_of` for the words before a tab, which may be of any length."""
    return minute_of(words) if len(words) <= LONGEST_CLOCK else NO_CLOCK


class Plain:
    """The days of one file. ``wrapped`` is that of `Lines`."""

    def __init__(self, *, wrapped: bool) -> None:
        self._wrapped = wrapped
        self._days = Days(
            "\r\n" if wrapped else "\n", r"[^\t\n]*+\t(?:[^\t\n]*+\t)?+", _begin_of, odd=["\n[LINE]", PAYMENT]
        )

    def day(self, units: Sequence[str]) -> Columns | None:
        """The records under the date line ``units`` begin with; None where one is not a record in its turn.

        That is what has to be read line by line: quotes nobody closed, clocks that run back, pasted records, titles.
        """
        columns = self._days.columns(units)
        if columns is None:
            return None
        texts = columns.texts
        for i in [i for i, text in enumerate(texts) if "\n" in text or '"' in text]:
            text = self._whole(texts[i], notice=not columns.senders[i])
            if text is None:
                return None
            texts[i] = text
        return columns

    def _whole(self, text: str, *, notice: bool) -> str | None:
        """A text without its pair of quotes; None where a quote is open, or the lines may be more than text."""
        if self._wrapped:
            if "\r" in text:
                return None
        else:
            text = text.rstrip("\n")
        lines = "\n" in text
        if lines and (notice or "\t" in text):
            return None
        if notice or text[:1] != '"':
            return text
        if len(text) > 1 and text[-1] == '"':
            return text[1:-1] if lines else text
        return text if self._wrapped else None


def _begin_of(words: str) -> Begin:
    clock, name, *_ = words.split("\t")
    return tabbed_minute(clock), clean_name(name)
