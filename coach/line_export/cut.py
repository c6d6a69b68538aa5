"""Files that broke off: the beginning of a record is no part of the text above it, and no notice."""

import re
from collections.abc import Sequence

from coach.line_export.clock import HALF
from coach.line_export.sheet import Sheet

# A clock without its last figure, or a date line that does not end, where the file has no line end either.
_BEGUN = re.compile(
    rf"(?:\r\n|\n|\r)(?:(?:{HALF}) ?)?[0-9]{{1,2}}:[0-9]?\Z"
    r"|(?:\r\n\r\n|\n\n|\r\r)[0-9]{4}/[0-9]{0,2}(?:/[0-9]{0,2}(?:[(（]\w?)?)?\Z"
)
_LAST = 64  # letters from the end that may hold it


def without_begun_line(text: str) -> str:
    """The text without a last line that had only begun."""
    found = _BEGUN.search(text, max(0, len(text) - _LAST))
    return text[: found.start()] if found else text


def drop_begun_record(sheet: Sheet, people: Sequence[str]) -> bool:
    """Whether the last "notice" was the beginning of a name: a record, cut off. It is taken off the sheet."""
    if not sheet.notices or sheet.notices[-1].ts < sheet.times[-1]:
        return False
    last = sheet.notices[-1].text
    if any(person.startswith(last) for person in people):
        sheet.notices.pop()
        return True
    return False
