"""Finds the names of schools and companies: by the word they end with, and by what is done there."""

import re
from collections.abc import Iterator
from functools import cache

from coach.names import start_of_name
from coach.personal import Personal, PersonalKind, Tokenized, any_of, script, words
from guardrails.text import Token

_RUN = re.compile("[一-龯々ヶァ-ヴーA-Za-zＡ-Ｚａ-ｚ0-9・&]{0,12}$")
_LONGEST = 12


@cache
def _general() -> re.Pattern[str]:
    """What stands before a kind of school or company without naming one."""
    return re.compile(rf"(?:{any_of(words().general)}|[0-9])*")


@cache
def _by_name() -> tuple[tuple[PersonalKind, re.Pattern[str]], ...]:
    own = "[一-龯々ヶァ-ヴーA-Za-zＡ-Ｚａ-ｚ0-9・&ぁ-ん]"
    foreign = "[ァ-ヴーA-Za-zＡ-Ｚ・&]"
    legal = any_of(words().legal)
    stop = rf"(?=$|(?!{own})|[でにのはがをとも]|から|へ|って)"
    return (
        (PersonalKind.SCHOOL, re.compile(rf"(?:{any_of(words().school_names)})(?![一-龯])")),
        (PersonalKind.SCHOOL, re.compile(r"[一-龯]{2,4}大(?=[一-四]年|の[一-四]年|生|に通|卒|出身)")),
        (PersonalKind.COMPANY, re.compile(rf"(?:{any_of(words().company_names)})(?![一-龯ァ-ヴー])")),
        (
            PersonalKind.COMPANY,
            re.compile(
                rf"(?<!{foreign})(?!(?:{any_of(words().trades)})(?!{foreign})){foreign}{{3,20}}(?={words().works_after})"
            ),
        ),
        (PersonalKind.COMPANY, re.compile(rf"(?:{legal})[ 　]?{own}{{1,16}}?{stop}")),
    )


def workplaces_in(told: Tokenized) -> Iterator[Personal]:
    """Schools and companies named in the text; spans may overlap."""
    for kind, pattern in _by_name():
        yield from (Personal(m.start(), m.end(), kind) for m in pattern.finditer(told.text))
    yield from _by_ending(told, PersonalKind.SCHOOL, any_of(words().schools))
    yield from _by_ending(told, PersonalKind.COMPANY, any_of(words().companies | words().legal))
    yield from _by_deed(told)


def _by_ending(told: Tokenized, kind: PersonalKind, endings: str) -> Iterator[Personal]:
    text = told.text
    for ending in re.finditer(endings, text):
        start, end = ending.span()
        run = _RUN.search(text[max(0, start - _LONGEST) : start])
        name = run[0] if run else ""
        if not name and start and script(text[start - 1]) == "hiragana":  # みずほ銀行
            first = start_of_name(told, start, suffix=False)
            name = text[first:start] if start - first > 1 else ""
        if name and not _general().fullmatch(name):
            yield Personal(start - len(name), end, kind)


def _by_deed(told: Tokenized) -> Iterator[Personal]:
    for token in told.tokens:
        before = told.text[max(0, token.start - 8) : token.start]
        after = told.text[token.end : token.end + 8]
        if kind := _kind(token, before, after):
            yield Personal(token.start, token.end, kind)


def _kind(token: Token, before: str, after: str) -> PersonalKind | None:
    proper = token.pos[1:3] == ("固有名詞", "一般")
    foreign = token.pos[0] == "名詞" and script(token.surface[0]) in ("katakana", "latin")
    if (proper or (foreign and len(token.surface) > 2)) and re.search(words().works_before, before):
        return PersonalKind.COMPANY
    if not proper:
        return None
    if token.surface.endswith(tuple(words().companies)) or re.match(words().works_after, after):
        return PersonalKind.COMPANY
    if token.surface.endswith(tuple(words().schools)) or re.match(words().studies_after, after):
        return PersonalKind.SCHOOL
    return None
