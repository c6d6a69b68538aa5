"""The texts of a talk as one string: a form is searched for once, and not in each of hundreds of thousands."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, count, repeat
from operator import add

from coach.line_export.messages import MessageKind, Messages


@dataclass(frozen=True, slots=True)
class Joined:
    """``whole`` holds all texts with a line break between them, ``ends`` where each of the next ones begins."""

    messages: Messages
    whole: str
    ends: list[int]

    def holding(self, *forms: re.Pattern[str], since: int = 0) -> list[int]:
        """Indexes, from ``since`` on, of the messages whose words hold one of these forms; a placeholder has no words.

        A form must not need a line break, or it would be found where one message ends and another begins. One that
        always begins with the same letter is found ten times faster than one that begins with any of several.
        """
        begin = self.ends[since - 1] if since > 0 else 0
        places = (found.start() for form in forms for found in form.finditer(self.whole, begin))
        kinds, words = self.messages.kinds, MessageKind.TEXT
        return [i for i in sorted(set(map(bisect_right, repeat(self.ends), places))) if kinds[i] is words]


def joined(messages: Messages) -> Joined:
    """The texts of these messages, joined."""
    texts = messages.texts
    return Joined(messages, "\n".join(texts), list(map(add, accumulate(map(len, texts)), count(1))))
