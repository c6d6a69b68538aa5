"""Which of LINE's two layouts a text is in."""

import re

from coach.line_export.clock import CLOCK
from coach.line_export.parts import Layout

_ANY_RECORD = re.compile(rf"^{CLOCK}\t", re.MULTILINE)
_ANY_TIMED = re.compile(rf"^{CLOCK} [^ ]", re.MULTILINE)
_BODY_AFTER_DATE = re.compile(rf"^[^\t\n]{{6,48}}\n+{CLOCK}([\t ])", re.MULTILINE)


def layout_of(text: str, head: str) -> Layout | None:
    """Decided once: by what follows the date lines, else by any record. None where there is no record.

    ``head`` is the beginning of ``text``, its line ends LF.
    """
    follows = [found[1] for found in _BODY_AFTER_DATE.finditer(head)]
    if follows:
        return Layout.TABBED if follows.count("\t") * 2 >= len(follows) else Layout.SPACED
    body = head if len(text) <= len(head) else re.sub("\r\n?", "\n", text)
    if _ANY_RECORD.search(body):
        return Layout.TABBED
    return Layout.SPACED if _ANY_TIMED.search(body) else None
