"""What the dictionary takes for people and is nobody: it joins clauses, tells an age, or is seen, heard and read."""

import re
from collections.abc import Sequence
from functools import cache

from coach.masking.personal import any_of, script, words
from guardrails.text import Token

_JOINS_FOREIGN = frozenset("・=＝")
_REST_OF_FOREIGN = re.compile("(?:[・=＝][ァ-ヴー]+)+")
_SHOWN = re.compile("展(?:覧会|示会)?(?![一-龯])")  # 北斎展


def names_nobody(text: str, run: Sequence[Token]) -> bool:
    """Whether these words of the dictionary, taken together, are no person of the text."""
    start, end = run[0].start, run[-1].end
    if script(text[start]) == "kanji" and text[start:end] in words().roles:
        return True
    of = _slots()
    if of["titled"].match(text, end):
        return False
    if of["connectives"].match(text, start) or of["aged"].fullmatch(text, start, end):
        return True
    if _SHOWN.match(text, end):
        return True
    if len(run) > 1 and run[-1].surface in words().flowers:
        return bool(of["thing_slot"].match(text, end))
    if script(text[start]) != "katakana":
        return False
    return _is_a_thing(text, start, end) or _is_known_as_a_thing(text, text[start:end])


def _is_a_thing(text: str, start: int, end: int) -> bool:
    """Whether a foreign name stands here for what somebody made."""
    of = _slots()
    rest = _REST_OF_FOREIGN.match(text, end)
    last = rest.end() if rest else end
    full = last > end or text[start - 1 : start] in _JOINS_FOREIGN
    if of["thing_slot"].match(text, last) or (full and of["star_slot"].match(text, last)):
        return True
    return bool(of["work_slot"].match(text, last) and of["art"].search(text))


def _is_known_as_a_thing(text: str, name: str) -> bool:
    """Whether another place of the text shows it to be one, and no place shows somebody of that name."""
    of = _slots()
    places = [m.span() for m in re.finditer(re.escape(name), text)]
    somebody = any(of[slot].match(text, end) for _, end in places for slot in ("titled", "person", "partner"))
    return not somebody and any(_is_a_thing(text, start, end) for start, end in places)


@cache
def _slots() -> dict[str, re.Pattern[str]]:
    of = words()
    return {
        "connectives": re.compile(of.connectives),
        "aged": re.compile(of.aged),
        "thing_slot": re.compile(of.thing_slot),
        "star_slot": re.compile(of.star_slot),
        "work_slot": re.compile(of.work_slot),
        "art": re.compile(of.art),
        "person": re.compile(of.person_slot, re.X),
        "partner": re.compile(of.partner_slot, re.X),
        "titled": title_pattern(),
    }


@cache
def title_pattern() -> re.Pattern[str]:
    """What stands behind a name and calls somebody: さん, 先輩."""
    return re.compile(rf"(?:{any_of(words().suffixes | words().titles)})(?![々子相])")
