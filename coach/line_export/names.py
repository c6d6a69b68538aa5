"""Whose names begin the lines of a desktop export, where one space separates everything and names have spaces too."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_SAME = 0.9  # share of lines that must go on with the same word for it to be part of the name
_TWINS = 0.85  # share that two second words must cover to be two people with the same first word
_FEW = 5
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Names:
    """The names found, most frequent first after those that were told; ``guessed`` when they rest on few lines."""

    names: tuple[str, ...]
    guessed: bool
    covered: float


def learn_names(rests: Sequence[str], moment: Callable[[int], int], told: Sequence[str]) -> Names:
    """Names from what recurs at the beginning of ``rests`` (lines without their time).

    ``moment`` gives the minute of a line, which never runs back inside one day for real records; a schedule typed
    inside a message does not fit between its neighbours, and so its words are no names. ``told`` are names known
    from elsewhere.
    """
    names = list(dict.fromkeys(told))
    begins = owner_form(names).match
    taken = [begins(rest) is not None for rest in rests]
    guessed = False
    while len(names) < 4 and (candidate := _next(rests, moment, taken, known=len(names))):
        name, lines = candidate
        guessed |= len(lines) < _FEW and " " in rests[lines[0]][len(name) + 1 :]
        names.append(name)
        for i in lines:
            taken[i] = True
    if len(names) == 1 and not told and len(twins := _twins(rests, names[0])) == 2:
        names, guessed = twins, True
    return Names(tuple(names), guessed, sum(taken) / max(1, len(taken)))


def owner_form(names: Sequence[str]) -> re.Pattern[str]:
    """A form that matches the name a line begins with, the longest first; it matches nothing without names."""
    return re.compile(rf"({any_of(names)})(?: |$)")


def any_of(names: Sequence[str]) -> str:
    """The pattern of one of these names, the longest first; it matches nothing without names."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"


def _next(
    rests: Sequence[str], moment: Callable[[int], int], taken: Sequence[bool], *, known: int
) -> tuple[str, list[int]] | None:
    free = [i for i, done in enumerate(taken) if not done]
    counts = Counter(rests[i].partition(" ")[0] for i in free if " " in rests[i])
    for word, count in counts.most_common(3):
        if count < max(2, 0.01 * len(rests)):
            return None
        lines = [i for i in free if rests[i].startswith(word + " ")]
        # In a talk of two, who speaks in most of the other lines is the other one, whatever was pasted in between.
        speaks = known == 0 or (known == 1 and count * 2 >= len(free) and count * 5 >= len(rests))
        if speaks or _in_time(lines, moment, taken):
            name = _extend(rests, lines, word)
            return name, [i for i in lines if rests[i].startswith(name + " ")]
    return None


def _in_time(lines: list[int], moment: Callable[[int], int], taken: Sequence[bool]) -> bool:
    """Whether most of these lines fit between their neighbours in time."""
    sure = [i for i, done in enumerate(taken) if done]
    misfits = 0
    for i in lines:
        k = bisect_left(sure, i)
        before = moment(sure[k - 1]) if k else -1
        after = moment(sure[k]) if k < len(sure) else moment(i)
        misfits += not before - 5 <= moment(i) <= after + 5
    return misfits * 3 <= len(lines)


def _extend(rests: Sequence[str], lines: list[int], name: str) -> str:
    """Add words to the name as long as nearly all its lines share them and have a text left."""
    while len(name) < _LONGEST:
        following = Counter(rests[i][len(name) + 1 :].partition(" ")[0] for i in lines)
        word, count = following.most_common(1)[0]
        longer = f"{name} {word}"
        if not word or count < _SAME * len(lines) or count < 2:
            return name
        lines = [i for i in lines if rests[i].startswith(longer + " ")]
        if len(lines) < _SAME * count or len(lines) < 2:
            return name
        name = longer
    return name


def _twins(rests: Sequence[str], name: str) -> list[str]:
    """Two people whose names begin with the same words."""
    lines = [rest[len(name) + 1 :] for rest in rests if rest.startswith(name + " ")]
    following = Counter(line.partition(" ")[0] for line in lines if " " in line)
    top = [(word, count) for word, count in following.most_common(2) if word and count >= 2]
    if len(top) < 2 or sum(count for _, count in top) < _TWINS * len(lines):
        return []
    return [f"{name} {word}" for word, _ in top]
