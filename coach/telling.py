"""What the user tells in their own words: what happened, how long ago, and what they would like to do."""

import re
from dataclasses import dataclass
from datetime import date

from coach.days import ago, told_today
from coach.lexicon import Folded, fold, lexicon
from guardrails.vocabulary import Span

_NEAR = 14  # letters between a time and what it is the time of


@dataclass(frozen=True, slots=True)
class Told:
    """The user's own telling, folded, and the families of words found in it."""

    folded: Folded
    found: frozenset[str]
    today: date

    def has(self, *names: str) -> bool:
        """Whether any of these families occurs."""
        return any(name in self.found for name in names)

    def span(self, name: str) -> Span | None:
        """The first words of a family, as they stand in the message."""
        m = lexicon("telling")[name].find(self.folded.text)
        return self.folded.span(*m.span()) if m else None

    def since(self, *names: str) -> int | None:
        """Days since what these families tell of: the time that stands nearest to them; None when none is near."""
        places = [m.span() for name in names for m in lexicon("telling")[name].every(self.folded.text)]
        best: tuple[int, int] | None = None
        for time in ago(self.folded.text, self.today):
            for start, end in places:
                gap = max(start - time.end, time.start - end, 0)
                if gap <= _NEAR and "\n" not in self.folded.text[min(end, time.end) : max(start, time.start)]:
                    best = min(best or (gap, time.days), (gap, time.days))
        return best[1] if best else None

    def any_time(self) -> int | None:
        """The longest time in the past that is named at all."""
        return max((t.days for t in ago(self.folded.text, self.today)), default=None)


def listen(telling: str, today: date) -> Told:
    """Read the user's telling (same length as the message, what others said blanked out)."""
    folded = fold(telling)
    found = frozenset(name for name, family in lexicon("telling").items() if family.find(folded.text))
    return Told(folded, found, told_today(folded.text, today) or today)


_AGE = re.compile(
    r"(?<!\d)(\d{2})(?:歳|才|さい|[男女♂♀]|です|で|の|\)|(?=$))|([高中小])([1-6一二三])(?!人)|(高校生|中学生|小学生|大学生|社会人|会社員|専門学生)"
)
