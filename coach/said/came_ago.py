"""How long ago words came: from the stamp beside them, or the words just before them."""

import re
from datetime import date

from coach.lexicon import fold
from coach.said.exchange import Said
from coach.times.dates import past_date
from coach.times.days import ago

BREAK = re.compile(r"[。!！?？\n→⇒]")
_BEFORE = 32  # letters in front of a quote that may say when it came
_LEAD = 16  # letters more, which tell what such a time counts from (知り合って3週間の方に)


def came_ago(telling: str, said: Said, today: date) -> int | None:
    """Days since a reply came, from the stamp beside it or the words just before it."""
    if said.stamp:
        day = past_date(said.stamp, today)
        if day is not None:
            return (today - day).days
    before = telling[max(0, said.span.start - _BEFORE - _LEAD) : said.span.start]
    pieces = [p for p in BREAK.split(before) if p.strip("「『□ 、")]
    folded = fold(pieces[-1] if pieces else "").text
    line = telling[telling.rfind("\n", 0, said.span.start) + 1 : said.span.start]
    if said.span.start - len(line) == 0 or telling[said.span.start - len(line) - 1] == "\n":
        day = past_date(line[:8], today)
        if day is not None:
            return (today - day).days
    near = [a for a in ago(folded, today) if a.end > len(folded) - _BEFORE]
    found = sorted(near, key=lambda a: a.end)
    return found[-1].days if found else None
