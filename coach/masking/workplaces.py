"""Finds the names of schools and companies: by the word they end with, and by what is done there."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from coach.masking.names import start_of_name
from coach.masking.personal import Personal, PersonalKind, Tokenized, any_of, script, words
from guardrails.text import Token

_RUN = re.compile("[一-龯々ヶァ-ヴーA-Za-zＡ-Ｚａ-ｚ0-9・&]{0,12}$")
_SHORT = re.compile("[一-龯々ヶ]{1,4}$")
_NAME = re.compile("(?:[一-龯々ヶ]{2,12}|[ァ-ヴー・]{2,12}|[A-Za-zＡ-Ｚａ-ｚ&]{2,12})$")
_QUARTERS = frozenset("東西南北")
_LEARNING = frozenset(["学校", "大学", "高校", "中学", "短大", "専門学校", "専門", "塾", "予備校"])
_LONGEST = 12
_LIKED = re.compile(
    "に(?:今|いま|最近|ずっと|、)*(?:はま|ハマ|凝っ|興味|夢中|目がな)|[がはも]?、?趣味|の?(?:体験|ワークショップ|教室)|の(?:展示|魅力|名刺|カード|ポスター|道具|本|話)|を(?:体験|始め|習)"
)
"""What is said of a craft or a thing to see, and of nobody's work: 活版印刷にはまってる."""


@cache
def _general() -> re.Pattern[str]:
    """What stands before a kind of school or company without naming one."""
    return re.compile(rf"(?:{any_of(words().general)}|[0-9])*")


@cache
def _by_name() -> tuple[tuple[PersonalKind, re.Pattern[str]], ...]:
    own = "[一-龯々ヶァ-ヴーA-Za-zＡ-Ｚａ-ｚ0-9・&ぁ-ん]"
    foreign = "[ァ-ヴーA-Za-zＡ-Ｚ・&]"
    named = "[一-龯々ァ-ヴーA-Za-zＡ-Ｚａ-ｚ]"  # 山田株式会社に勤める goes on in no name
    worked = "に(?:勤|就職|入社|転職|内定|配属)|で(?:働|仕事|バイト)|の(?:社員|営業|社長)"
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
        (
            PersonalKind.COMPANY,
            re.compile(
                rf"(?:(?<!{named})(?:{legal})[ 　]?|(?:{legal})[ 　]?(?![でにのはがをともへ]|から|って))(?!{worked}){own}{{1,16}}?{stop}"
            ),
        ),
    )


def workplaces_in(told: Tokenized) -> Iterator[Personal]:
    """Schools and companies named in the text; spans may overlap."""
    for kind, pattern in _by_name():
        named = (m for m in pattern.finditer(told.text) if not _of_no_school(m[0]))
        yield from (Personal(m.start(), m.end(), kind) for m in named)
    yield from _by_ending(told, PersonalKind.SCHOOL, any_of(words().schools))
    yield from _by_ending(told, PersonalKind.COMPANY, any_of(words().companies | words().legal))
    yield from _short_schools(told)
    yield from _universities(told)
    yield from _introduced(told)
    yield from _by_deed(told)


def _of_no_school(name: str) -> bool:
    """Whether it is a kind of university and no name of one: 女子大(生), 地方国立大(生)."""
    return len(name) > 2 and name.endswith("大") and bool(_general().fullmatch(name[:-1]))


def _by_ending(told: Tokenized, kind: PersonalKind, endings: str) -> Iterator[Personal]:
    text = told.text
    for ending in re.finditer(endings, text):
        start, end = ending.span()
        run = _RUN.search(text[max(0, start - _LONGEST) : start])
        name = run[0] if run else ""
        if not name and start and script(text[start - 1]) == "hiragana":  # みずほ銀行
            first = start_of_name(told, start, suffix=False)
            name = text[first:start] if start - first > 1 else ""
        if len(name) < 1 + (script(text[start]) == "katakana") or _general().fullmatch(name):
            continue
        of_a_craft = ending[0] == "印刷" and _LIKED.match(text, end)
        if of_a_craft and all(t.pos[1] != "固有名詞" for t in told.ending_in(start - len(name), end)):
            continue
        pupil = (
            text[end : end + 1] == "生"
        )  # 二人とも高校生: of no school that is named, unless a name stands there
        if not pupil or any(token.pos[1] == "固有名詞" for token in told.ending_in(start - len(name), start)):
            yield Personal(start - len(name), end, kind)


def _short_schools(told: Tokenized) -> Iterator[Personal]:
    """西高の子, 三中出身: a school by its short name, and no word of the dictionary that ends alike (最中, 途中)."""
    for match in re.finditer(words().school_short, told.text):
        start, end = match.span()
        run = _SHORT.search(told.text[max(0, start - _LONGEST) : start])
        if run is None:
            continue
        start -= len(run[0])
        tokens = told.ending_in(start, end)
        if tokens and tokens[0].start == start and _may_name(tokens):
            yield Personal(start, end, PersonalKind.SCHOOL)


def _universities(told: Tokenized) -> Iterator[Personal]:
    """龍谷大, 芝浦工大: a name and 大, or one word of both, where no word goes on."""
    for name, end in pairwise((*told.tokens, None)):
        if name is None or name.pos[1] != "固有名詞" or script(name.surface[-1]) != "kanji":
            continue
        joined = end is not None and end.surface == "大" and end.start == name.end and name.pos[2] != "国"
        last = end.end if end is not None and joined else name.end
        long = len(name.surface) > 2 and name.surface.endswith("大")
        if (joined or long) and script(told.text[last : last + 1]) != "kanji":
            yield Personal(name.start, last, PersonalKind.SCHOOL)


def _may_name(tokens: tuple[Token, ...]) -> bool:
    """Whether these can be the short name of a school: no word of its own, and begun with a place, a quarter, a number."""
    first = tokens[0]
    if len(tokens) == 1:
        return first.pos[1] == "固有名詞"
    by_place = first.pos[1] in ("固有名詞", "数詞") or first.surface in _QUARTERS
    return by_place or (tokens[-1].surface == "高" and len(first.surface) > 1)


def _introduced(told: Tokenized) -> Iterator[Personal]:
    """アオバネットっていう会社: whatever it is called, of a name's length and one script."""
    for match in re.finditer(words().places_introduced, told.text):
        run = _NAME.search(told.text[max(0, match.start() - _LONGEST) : match.start()])
        if run and not _general().fullmatch(run[0]) and run[0] not in words().trades:
            kind = PersonalKind.SCHOOL if match["place"] in _LEARNING else PersonalKind.COMPANY
            yield Personal(match.start() - len(run[0]), match.start(), kind)


def _by_deed(told: Tokenized) -> Iterator[Personal]:
    for token in told.tokens:
        before = told.text[max(0, token.start - 8) : token.start]
        after = told.text[token.end : token.end + 8]
        if kind := _kind(token, before, after):
            yield Personal(token.start, token.end, kind)


def _kind(token: Token, before: str, after: str) -> PersonalKind | None:
    if token.surface in words().trades:  # フルタイム is a name for the dictionary
        return None
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
