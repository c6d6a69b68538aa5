"""Finds the names of people, schools and companies: by the words beside them and by the dictionary."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from coach.personal import Personal, PersonalKind
from guardrails.text import MAX_CHARS, Token, view

_RUN = "一-龯々ヶァ-ヴーA-Za-zＡ-Ｚａ-ｚ0-9・&"
_NO_NAME = frozenset(["助詞", "助動詞", "動詞", "接続詞", "連体詞", "副詞", "感動詞"])
_NOUN = frozenset(["名詞", "代名詞", "接頭辞", "感動詞", "副詞"])


class _Words(BaseModel):
    """`coach/rules/personal.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    suffixes: list[str]
    titles: list[str]
    given: frozenset[str]
    given_before: str
    introduced: str
    roles: frozenset[str]
    brands: frozenset[str]
    schools: list[str]
    school_names: list[str]
    general: list[str]
    legal: list[str]
    companies: list[str]
    company_names: list[str]
    works_after: str
    works_before: str
    studies_after: str


@cache
def _words() -> _Words:
    return _Words.model_validate(
        yaml.safe_load(files("coach").joinpath("rules/personal.yaml").read_text("utf-8"))
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any((*_words().suffixes, *_words().titles))})(?![々子相])")


@cache
def _school() -> re.Pattern[str]:
    return re.compile(
        rf"[{_RUN}]{{1,12}}(?:{_any(_words().schools)})|(?:{_any(_words().school_names)})(?![一-龯])"
        r"|[一-龯]{2,4}大(?=[一-四]年|の[一-四]年|生|に通|卒|出身)"
    )


@cache
def _company() -> re.Pattern[str]:
    legal = _any(_words().legal)
    return re.compile(
        rf"(?:{legal})[ 　]?[{_RUN}ぁ-ん]{{1,16}}?(?=$|[^{_RUN}ぁ-ん]|[でにのはがをとも]|から|へ|って)"
        rf"|[{_RUN}]{{1,16}}(?:{legal})|[{_RUN}]{{1,12}}(?:{_any(_words().companies)})|(?:{_any(_words().company_names)})(?![一-龯ァ-ヴー])"
    )


@cache
def _general() -> re.Pattern[str]:
    """A kind of school or company with nothing before it that names one."""
    words = _words()
    return re.compile(rf"(?:{_any(words.general)}|[0-9])*(?:{_any((*words.schools, *words.companies))})")


def names_in(text: str) -> tuple[Personal, ...]:
    """People, schools and companies named in the text; spans may overlap."""
    words = _words()
    found: list[Personal] = []
    for base in range(0, max(len(text), 1), MAX_CHARS):
        part = text[base : base + MAX_CHARS]
        tokens = [token for sentence in view(part).sentences for token in sentence.tokens]
        for span in (
            *_people(part, tokens),
            *_workplaces(part, tokens),
            *_matches(part, tokens, _school(), words.schools, PersonalKind.SCHOOL),
            *_matches(part, tokens, _company(), words.companies, PersonalKind.COMPANY),
        ):
            found.append(Personal(span.start + base, span.end + base, span.kind))
    return tuple(found)


def known_in(text: str, names: Sequence[str], *, sure: Iterable[str] = ()) -> Iterator[Personal]:
    """Where names that are known already stand in a text.

    A name is not searched inside a longer word of its own script; one of one or two letters must stand as a word
    or carry a title. Those that are ``sure`` were given by the user.
    """
    given = frozenset(sure)
    edges: frozenset[int] | None = None
    for name in names:
        for match in re.finditer(re.escape(name), text):
            start, end = match.span()
            titled = _title().match(text, end) is not None
            if not titled and _inside_a_word(text, start, end):
                continue
            if not titled and (len(name) == 1 or (len(name) == 2 and name not in given) or _hiragana(name)):
                edges = edges if edges is not None else _noun_edges(text)
                if not {start, -end - 1} <= edges:
                    continue
            yield Personal(start, end, PersonalKind.PERSON)


def _people(text: str, tokens: Sequence[Token]) -> Iterator[Personal]:
    words = _words()
    for run in _runs_of_people(text, tokens):
        yield Personal(run[0].start, run[-1].end, PersonalKind.PERSON)
    for title in _title().finditer(text):
        start = _start_of_name(text, title.start(), tokens, suffix=title[0] in words.suffixes)
        name = text[start : title.start()]
        if (
            name
            and name not in words.roles
            and not (title[0] in ("君", "様", "さま") and not _like_a_name(name))
        ):
            yield Personal(start, title.start(), PersonalKind.PERSON)
    for token in tokens:
        if token.surface in words.given and re.match(words.given_before, text[token.end : token.end + 3]):
            yield Personal(token.start, token.end, PersonalKind.PERSON)
    for match in re.finditer(words.introduced, text):
        start = _start_of_name(text, match.start(), tokens, suffix=True)
        if _like_a_name(text[start : match.start()]):
            yield Personal(start, match.start(), PersonalKind.PERSON)


def _runs_of_people(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The dictionary's names of people, family and given name together."""
    run: list[Token] = []
    for token in tokens:
        named = token.pos[1:3] == ("固有名詞", "人名") and token.surface not in _words().brands
        if run and not (named and not text[run[-1].end : token.start].strip(" 　・=＝")):
            yield run
            run = []
        if named:
            run.append(token)
    if run:
        yield run


def _start_of_name(text: str, end: int, tokens: Sequence[Token], *, suffix: bool) -> int:
    """How far back the name before a title reaches; ``end`` when there is none.

    A ``suffix`` stands on a name only, so the word before it is one even where the dictionary takes it for a
    particle; other titles are words of their own (ゼミの先生).
    """
    script = _script(text[:end].rstrip("ー")[-1:])
    run = end
    while (
        run > 0 and end - run < 12 and script and (_script(text[run - 1]) == script or text[run - 1] == "ー")
    ):
        run -= 1
    start = end
    for token in reversed([token for token in tokens if run < token.end <= end]):
        grammar = token.pos[0] in _NO_NAME
        if start == end and grammar and not suffix:
            return end
        ends_a_word = grammar and not token.surface.endswith(("っ", "ッ"))
        if token.start < run or (end - start > 1 and (ends_a_word or token.pos[2] == "副詞可能")):
            break
        start = token.start
    return start


def _like_a_name(name: str) -> bool:
    return 1 < len(name) <= 6 and name not in _words().roles


def _workplaces(text: str, tokens: Sequence[Token]) -> Iterator[Personal]:
    words = _words()
    for token in tokens:
        proper = token.pos[1:3] == ("固有名詞", "一般")
        foreign = (
            token.pos[0] == "名詞"
            and _script(token.surface[:1]) in ("katakana", "latin")
            and len(token.surface) > 2
        )
        if not (proper or foreign):
            continue
        if proper and token.surface.endswith(tuple(words.schools)):
            yield Personal(token.start, token.end, PersonalKind.SCHOOL)
        elif proper and token.surface.endswith(tuple(words.companies)):
            yield Personal(token.start, token.end, PersonalKind.COMPANY)
        after, before = text[token.end : token.end + 8], text[max(0, token.start - 8) : token.start]
        if (proper and re.match(words.works_after, after)) or re.search(words.works_before, before):
            yield Personal(token.start, token.end, PersonalKind.COMPANY)
        elif proper and re.match(words.studies_after, after):
            yield Personal(token.start, token.end, PersonalKind.SCHOOL)


def _matches(
    text: str, tokens: Sequence[Token], pattern: re.Pattern[str], kinds: Iterable[str], kind: PersonalKind
) -> Iterator[Personal]:
    for match in pattern.finditer(text):
        if not _general().fullmatch(match[0]):
            yield Personal(match.start(), match.end(), kind)
    for match in re.finditer(rf"(?<=[ぁ-んー])(?:{_any(kinds)})", text):  # みずほ銀行
        start = _start_of_name(text, match.start(), tokens, suffix=False)
        if match.start() - start > 1 and text[start : match.start()] not in _words().general:
            yield Personal(start, match.end(), kind)


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Whether katakana or letters go on at either side: ミキ in ミキサー."""
    for inner, outer in (
        (text[start : start + 1], text[start - 1 : start] if start else ""),
        (text[end - 1 : end], text[end : end + 1]),
    ):
        if _script(inner) in ("katakana", "latin") and _script(outer) == _script(inner):
            return True
    return False


def _noun_edges(text: str) -> frozenset[int]:
    """Where nouns start (offset) and end (-offset - 1)."""
    edges = set()
    for sentence in view(text[:MAX_CHARS]).sentences:
        for token in sentence.tokens:
            if token.pos[0] in _NOUN:
                edges |= {token.start, -token.end - 1}
    return frozenset(edges)


def _hiragana(name: str) -> bool:
    return len(name) < 4 and all(_script(char) == "hiragana" for char in name)


def _script(char: str) -> str:
    if not char:
        return ""
    if "ぁ" <= char <= "ゖ":
        return "hiragana"
    if "ァ" <= char <= "ヶ" or char == "ー":
        return "katakana"
    if "一" <= char <= "龯" or char == "々":
        return "kanji"
    return "latin" if char.isalpha() else ""
