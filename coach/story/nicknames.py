"""What a story calls the other person: the title that the user gave it, when that is a name."""

import re

from coach.masking.personal import any_of, words
from coach.story.memory import Case

_LONGEST = 10
_APART = re.compile(r"[\s　、,・/／()（）「」]+")


def nicknames(case: Case) -> tuple[str, ...]:
    """The name a title begins with, and others in it that carry a title of their own; with it and without.

    A title that is still the beginning of the first message names nobody.

    >>> from datetime import datetime
    >>> nicknames(Case("", "みくちゃん(映画) さとうさん", datetime(2026, 11, 21)))
    ('みくちゃん', 'みく', 'さとうさん', 'さとう')
    """
    told = case.turns[0].text if case.turns else ""
    if not case.title or case.title.strip() in told:
        return ()
    suffix = re.compile(rf"(?:{any_of(words().suffixes)})$")
    given: list[str] = []
    for place, name in enumerate(filter(None, _APART.split(case.title))):
        if place == 0 or suffix.search(name):
            given += [name, suffix.sub("", name)]
    kept = (name for name in given if 1 < len(name) <= _LONGEST and name not in words().roles)
    return tuple(dict.fromkeys(kept))
