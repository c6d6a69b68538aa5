"""How old the two are, where the message says it in years or school classes, and whose age it is."""

import re
from dataclasses import dataclass

from coach.times.days import number
from guardrails.danger.ages import read_ages
from guardrails.vocabulary import Span

ADULT = 18

_ME = re.compile(
    r"(?:私|わたし|あたし|わたくし|俺|おれ|オレ|僕|ぼく|ボク|自分|当方|こちら|こっち|うち|ワイ|わし)(?:は|が|も)?[^。!！?？\n]{0,4}$"
)
_THEM = re.compile(
    r"(?:相手|彼女|彼氏|彼|あの[子人方]|その[子人方]|向こう|むこう|先方|先輩|後輩|上司|部下|先生|さん|くん|ちゃん|人|子|方|女性|男性)"
    r"[^。!！?？\n]{0,6}$"
)
_SAYS_OF_ME = re.compile(
    r"^(?:[歳才])?(?:の?(?:女|男|会社員|主婦|社会人|大学生|高校生|学生|おじさん|おばさん))?(?:です|だ|、|。|$)"
)
_OF_THEM = re.compile(
    r"^(?:[歳才])?(?:くらい|ぐらい)?の(?:子(?!(?:が|も|は)?(?:い[るてま]|お(?:り|る)|[0-9一二三]人)|(?:を|と|の)(?:育|連|暮|住|送り迎え|弁当|受験|世話)|持ち|育て)|人|方|女性|男性|女の子|男の子|先輩|後輩|彼)"
)
_OF_ME = re.compile(r"です|[男女]$|会社員$|主婦$|OL$")
_YEARS = re.compile(r"[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?")
_CLASS = re.compile(r"(?P<school>小|中|高)(?:学|校)?(?P<year>[1-6一二三四五六])")
_STUDIES = re.compile(r"大学?院?[1-6一二三四五六]年")
_PUPIL = re.compile(r"[小中高](?:学|校)?生")
_FIRST_CLASS = {"小": 6, "中": 12, "高": 15}  # the age before the first class


@dataclass(frozen=True, slots=True)
class Years:
    """The user's age and the other's in years; None where it is not said whose it is, or not in years."""

    user: int | None = None
    them: int | None = None


def years(message: str) -> Years:
    """Ages as the message says them; the first of each counts.

    >>> years("17です。塾の先生(26)が好き")
    Years(user=17, them=26)
    """
    found = read_ages(message)
    user = them = None
    for span in sorted((*found.minors, *found.adults), key=lambda s: s.start):
        age = _in_years(message[span.start : span.end + 1])
        if age is None:
            continue
        if _is_theirs(message, span):
            them = age if them is None else them
        elif _is_mine(message, span):
            user = age if user is None else user
    return Years(user, them)


def _in_years(words: str) -> int | None:
    if "代" in words:
        return None  # a decade is no age
    if _STUDIES.search(words):
        return ADULT  # at least: a year of study is no age (大学3年)
    school = _CLASS.search(words)
    if school:
        at_most = _FIRST_CLASS[school["school"]] + (number(school["year"]) or 0)
        return min(at_most, ADULT - 1)  # who still goes to school may be 17: under age to ``read_ages``, too
    if _PUPIL.search(words):
        return ADULT - 1  # at most, as ``read_ages`` takes it
    stated = _YEARS.search(words)
    return number(stated.group()) if stated else None


def _is_theirs(message: str, span: Span) -> bool:
    before = _before(message, span)
    of_them = _OF_THEM.match(message[span.end : span.end + 8])
    return bool(of_them) or (bool(_THEM.search(before)) and not _ME.search(before))


def _is_mine(message: str, span: Span) -> bool:
    said = _SAYS_OF_ME.match(message[span.end : span.end + 8]) or _OF_ME.search(span.text)
    opens = span.start == 0 or message[span.start - 1] in "。、!！?？\n 　"
    return bool(_ME.search(_before(message, span))) or bool(said and opens)


def _before(message: str, span: Span) -> str:
    """What stands before the number itself; a span may begin with the person (彼は25)."""
    stated = _YEARS.search(span.text) or _CLASS.search(span.text)
    at = span.start + (stated.start() if stated else 0)
    return message[max(0, at - 14) : at]
