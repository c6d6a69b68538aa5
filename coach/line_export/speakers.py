"""Who speaks in a desktop export: from the user, the file name, its notices, and what recurs after the times."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from coach.line_export.clock import minute_of
from coach.line_export.names import learn_names
from coach.line_export.notices import NOTICE_LAST, is_notice, unsent_by
from coach.line_export.parts import Caution, CautionClass, Refusal, RefusalClass
from coach.line_export.person import GONE, same_name
from coach.line_export.sheet import TIMED

_SAMPLE = 4000  # units that show the names of a long file
_FEW = 6  # timed lines, in which even a true talk shows no names
_COVER = 0.8  # of the timed lines, what the names must explain
_DAY = 24 * 60


def speakers(
    units: Sequence[str], days: Sequence[int], *, hints: Sequence[str], names: Sequence[str]
) -> tuple[list[str], list[Caution]]:
    """The names that begin the records; ``days`` are the units that are date lines, in order.

    ``hints`` are names the file name suggests, ``names`` those the user gave. Raises Refusal: not_a_talk,
    names_unclear, group.
    """
    if len(names) == 2:
        return list(names), []
    timed = _sample(units, days, hints)
    rests = timed.rests
    hinted = _hinted(rests, hints)
    told = [name for name in dict.fromkeys((*names, *hinted, *timed.taught)) if name]
    told = [name for name in told if any(rest.startswith(name) for rest in rests)]
    learned = learn_names(rests, timed.moments.__getitem__, told)
    found = list(learned.names)
    present = [name for name in found if name not in GONE]
    if len(present) > 2:
        third = sum(rest.startswith(present[2] + " ") for rest in rests)
        if third >= max(3, 0.02 * len(rests)) or third * 10 >= len(rests):
            raise Refusal(RefusalClass.GROUP)
        found = [name for name in found if name in GONE or name in present[:2]]
    if learned.covered < _COVER:
        raise Refusal(
            RefusalClass.NAMES_UNCLEAR if hints or told or len(rests) < _FEW else RefusalClass.NOT_A_TALK
        )
    if len(found) + bool(hints and not hinted) < 2:
        raise Refusal(RefusalClass.NAMES_UNCLEAR)
    if not learned.guessed:
        return found, []
    sentence = (
        f"名前と本文の境目を「{'」「'.join(found)}」と推し量りました。違うときは表示名を教えてください。"
    )
    return found, [Caution(CautionClass.NAMES_GUESSED, sentence)]


@dataclass(frozen=True, slots=True)
class _Timed:
    """What follows the time in lines that begin with one, the minute of each, and the names notices tell."""

    rests: list[str]
    moments: list[int]
    taught: list[str]


def _sample(units: Sequence[str], days: Sequence[int], hints: Sequence[str]) -> _Timed:
    """Of a long file every so many units; all of them where those show few records, or not the hinted name."""
    step = len(units) // _SAMPLE if len(units) > 2 * _SAMPLE else 1
    timed = _timed(units, days, step)
    if step > 1 and (len(timed.rests) * 2 < _SAMPLE or (hints and not _hinted(timed.rests, hints))):
        timed = _timed(units, days, 1)
    return timed


def _timed(units: Sequence[str], days: Sequence[int], step: int) -> _Timed:
    rests, moments, taught = [], [], set()
    for i in range(0, len(units), step):
        if (found := TIMED.match(units[i])) is None:
            continue
        rest = units[i][found.end() :]
        if rest[-1:] in NOTICE_LAST and is_notice(rest):
            taught.add(unsent_by(rest))
        else:
            rests.append(rest)
            moments.append(bisect_right(days, i) * _DAY + minute_of(found[1]))
    return _Timed(rests, moments, sorted(name for name in taught if name))


def _hinted(rests: Sequence[str], hints: Sequence[str]) -> list[str]:
    """The hint as the lines spell it (a file system may have changed the spelling)."""
    for hint in hints:
        words = hint.count(" ") + 1
        heads = dict.fromkeys(" ".join(rest.split(" ", words)[:words]) for rest in rests)
        if spelled := [head for head in heads if same_name(head, hint)]:
            return spelled[:1]
    return []
