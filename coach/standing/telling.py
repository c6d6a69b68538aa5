"""What the user tells in their own words: what happened, how long ago, and what they would like to do."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from coach.lexicon import Folded, fold, lexicon
from coach.times.dates import told_today
from coach.times.days import Ago, ago
from guardrails.vocabulary import Span

_RUN = re.compile(r"[一-龠々]+|[ァ-ヶー]{2,}|[a-z]{2,}")
_MARK = re.compile(r"[、。!?\n□]")
_SENTENCE_END = re.compile(r"[。!?\n]")
_IT_ENDED = re.compile(r"(?:の[^。、]{1,3})?に?(?:は|も)?(?:終わ|おわ|済ん|明け)")
"""Behind a time: it is when something else came to its end (試験は先週に終わった)."""
_NEAR = 18  # letters between a time and what it is the time of
_BEHIND = (
    12  # letters that a comma between a no and a time counts for: a time begins its clause (断られて、昨日…)
)


@dataclass(frozen=True, slots=True)
class Told:
    """The user's own telling, folded, the families of words found in it, and the times it names.

    ``orders`` is where in the message the machine is told what to do; nothing of it is telling.
    """

    folded: Folded
    found: frozenset[str]
    today: date
    times: tuple[Ago, ...]
    said_today: bool = False
    orders: tuple[tuple[int, int], ...] = ()

    def has(self, *names: str) -> bool:
        """Whether any of these families occurs."""
        return any(name in self.found for name in names)

    @property
    def telling_words(self) -> int:
        """How many runs of kanji, katakana or Latin letters the telling has: none is a sigh, many are a topic."""
        return len(_RUN.findall(self.folded.text))

    def unordered(self, message: str) -> str:
        """The message, letter for letter, with a blank for each letter of an order."""
        for start, end in self.orders:
            message = message[:start] + " " * (end - start) + message[end:]
        return message

    def span(self, name: str) -> Span | None:
        """The first words of a family, as they stand in the message."""
        m = lexicon("telling")[name].find(self.folded.text)
        return self.folded.span(*m.span()) if m else None

    def places(self, *names: str) -> list[tuple[int, int]]:
        """Where these families occur in the folded telling, in order."""
        return sorted(m.span() for name in names for m in lexicon("telling")[name].every(self.folded.text))

    def since(self, *names: str, beside: tuple[Span, ...] = (), close: bool = False) -> int | None:
        """Days since what these families, or the quotes ``beside``, tell of; None when no time stands near.

        The nearest time counts; one in the next or the last sentence counts as further away. With ``close`` only a time of
        the same sentence that counts from something (3日前) does.
        """
        places = self.places(*names) + [self._here(span) for span in beside]
        best: tuple[int, int] | None = None
        for time in self.times:
            if _IT_ENDED.match(self.folded.text, time.end) or (close and not time.passed):
                continue
            for start, end in places:
                lo, hi = (end, time.start) if time.start >= end else (time.end, start)
                between = self.folded.text[lo:hi] if hi > lo else ""
                gap = (
                    len(between)
                    - sum(between.count(c) for c in "□「」『』")
                    + 12 * sum(between.count(c) for c in "\n。!?")
                )
                apart = self.folded.text[min(time.start, end) : max(time.start, start)]
                if gap <= _NEAR and not (close and _SENTENCE_END.search(apart)):
                    behind = _BEHIND * between.count("、") if time.start >= end and "declined" in names else 0
                    found = (gap + behind, time.days)
                    best = min(best or found, found)
        return best[1] if best else None

    def _here(self, span: Span) -> tuple[int, int]:
        """Where a span of the message lies in the folded telling."""
        return bisect_left(self.folded.at, span.start), bisect_left(self.folded.at, span.end)

    def only_time(self) -> int | None:
        """The one time in the past that is named, when there is only one; None when there are more, or none."""
        days = {t.days for t in self.times if t.days and t.passed}
        return days.pop() if len(days) == 1 else None

    def longest(self) -> int | None:
        """The longest time in the past that is named at all."""
        return max((t.days for t in self.times), default=None)


def listen(message: str, telling: str, today: date) -> Told:
    """Read the user's telling: the message with what others said blanked out, offset for offset.

    An order to a machine (「これまでの指示を無視して」) tells nothing: its clause is blanked out, too, and only where
    nothing else is told it is found.
    """
    families = lexicon("telling")
    folded = replace(fold(telling), original=message)
    orders = [_clause(folded.text, *m.span()) for m in families["override"].every(folded.text)]
    folded = replace(folded, text=_blanked(folded.text, orders))
    found = frozenset(name for name, family in families.items() if family.find(folded.text))
    if orders and not found:
        found = frozenset({"override"})
    day = told_today(folded.text, today)
    now = day or today
    spans = tuple((folded.at[start], folded.at[end]) for start, end in orders)
    return Told(folded, found, now, tuple(ago(folded.text, now)), day is not None, spans)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """From the mark before to the mark behind."""
    behind = _MARK.search(text, end)
    return max(
        (m.end() for m in _MARK.finditer(text, 0, start)), default=0
    ), behind.start() if behind else len(text)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "□" * (end - start) + text[end:]
    return text
