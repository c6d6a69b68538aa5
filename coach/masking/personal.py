"""The kinds of words that tell who somebody is or where to reach them, and the words that show them to be such."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from guardrails.text import MAX_CHARS, Token, view


class PersonalKind(StrEnum):
    """What is masked. The values are the words a model sees in the placeholders."""

    PERSON = "人物"
    PHONE = "電話"
    MAIL = "メール"
    ADDRESS = "住所"
    LINK = "リンク"
    ACCOUNT = "アカウント"
    SCHOOL = "学校"
    COMPANY = "会社"


@dataclass(frozen=True, slots=True)
class Personal:
    """A piece of a text that is personal, in code points."""

    start: int
    end: int
    kind: PersonalKind


class Words(BaseModel):
    """`coach/rules/personal.yaml`, where each list says what it is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    suffixes: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    shops: frozenset[str]
    gods: frozenset[str]
    shrines: frozenset[str]
    shrine_slot: str
    brands: frozenset[str]
    sights: frozenset[str]
    given: frozenset[str]
    given_before: str
    spoken: frozenset[str]
    name_heads: frozenset[str]
    name_tails: frozenset[str]
    person_slot: str
    partner_slot: str
    services: frozenset[str]
    places_introduced: str
    introduced: str
    connectives: str
    aged: str
    thing_slot: str
    star_slot: str
    work_slot: str
    art: str
    painters: frozenset[str]
    place_slot: str
    seen_slot: str
    bloom_slot: str
    rest_of_word: str
    flowers: frozenset[str]
    school_short: str
    schools: frozenset[str]
    school_names: frozenset[str]
    general: frozenset[str]
    legal: frozenset[str]
    companies: frozenset[str]
    company_names: frozenset[str]
    trades: frozenset[str]
    works_after: str
    works_before: str
    studies_after: str


@cache
def words() -> Words:
    """The words, read once."""
    source = files("coach").joinpath("rules/personal.yaml").read_text("utf-8")
    return Words.model_validate(yaml.safe_load(source))


def any_of(chosen: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(chosen, key=lambda word: (-len(word), word)))


@dataclass(frozen=True, slots=True)
class Tokenized:
    """A text of any length and its morphemes, in order."""

    text: str
    tokens: tuple[Token, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Tokenized":
        """Tokenize in pieces that the tokenizer takes."""
        tokens = tuple(
            t._replace(start=t.start + base, end=t.end + base)
            for base in range(0, len(text), MAX_CHARS)
            for sentence in view(text[base : base + MAX_CHARS]).sentences
            for t in sentence.tokens
        )
        return cls(text, tokens, tuple(token.end for token in tokens))

    def ending_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that end behind ``start`` and not behind ``end``."""
        return self.tokens[bisect_right(self.ends, start) : bisect_right(self.ends, end)]

    def across(self, at: int) -> Token | None:
        """The token that begins before this place and ends behind it."""
        after = bisect_right(self.ends, at)
        token = self.tokens[after] if after < len(self.tokens) else None
        return token if token and token.start < at else None


def script(char: str) -> str:
    """What a letter is written in; "" for what is no letter."""
    if "ぁ" <= char <= "ゖ":
        return "hiragana"
    if "ァ" <= char <= "ヶ" or char == "ー":
        return "katakana"
    if "一" <= char <= "龯" or char == "々":
        return "kanji"
    return "latin" if char.isalpha() else ""


def inside_a_word(text: str, start: int, end: int) -> bool:
    """Whether katakana or letters go on at either side: ミキ in ミキサー."""
    sides = ((text[start], text[start - 1 : start] if start else ""), (text[end - 1], text[end : end + 1]))
    return any(script(a) in ("katakana", "latin") and script(b) == script(a) for a, b in sides)
