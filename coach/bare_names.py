"""Finds names that stand alone: common ones in kana, who speaks in a pasted line, who did something to the user."""

import re
from collections.abc import Iterator
from functools import cache

from coach.personal import Tokenized, any_of, inside_a_word, words
from coach.voices import name_voice

_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_NO_PERSON = frozenset(["副詞可能", "形状詞可能", "サ変可能"])
_POINTING = frozenset(["代名詞", "連体詞", "接続詞"])
_AGENT = re.compile(
    r"(?:^|[。、！？!?\s「])(?P<name>[ぁ-んー]{2,6}?|[ァ-ヴー]{2,8}?)(?:"
    r"に[はも]?(?:[「\"][^」\"\n]{0,30}[」\"](?:って|と)|[^。、\n「『]{0,4})"
    r"(?:言われ|いわれ|断られ|振られ|ふられ|フラれ|誘われ|嫌われ|無視され|返され)"
    r"|から[^。、\n]{0,4}(?:返事|返信|連絡|LINE|ライン))",
    re.M,
)
_SPEAKER = re.compile(
    r"^[^\n]{0,20}?[0-9]{1,2}:[0-9]{2}[ 　\t]+(?P<timed>[^\s:：「」0-9]{1,10})[ 　\t:：「]"
    r"|^[ 　\t]*(?P<foreign>[A-Z][a-z]{2,11})[ 　]?[:：]",
    re.M,
)


def bare_names(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Where names stand that neither a title nor the dictionary tells; spans may overlap."""
    yield from _spoken(told)
    yield from _speaking(told)
    yield from _agents(told)


def _spoken(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Given names in kana that the dictionary takes apart: ゆあに as ゆ and あ."""
    text = told.text
    edges = {0, *told.ends}
    for match in _given_in_kana().finditer(text):
        start, end = match.span()
        if {start, end} <= edges and not inside_a_word(text, start, end):
            yield start, end


@cache
def _given_in_kana() -> re.Pattern[str]:
    names = words().spoken
    kana = any_of(names | {name.translate(_KATAKANA) for name in names})
    return re.compile(rf"(?:{kana})(?={words().given_before}|だけ|の|[ 　:：]|{any_of(words().suffixes)})")


def _speaking(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Who is named behind the time of a pasted line, or before a colon in letters of another language."""
    for match in _SPEAKER.finditer(told.text):
        name = match["timed"] or match["foreign"]
        if name_voice(name) is None and name not in words().roles:
            yield match.span("timed" if match["timed"] else "foreign")


def _agents(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Who did something to the user, in kana at the head of a clause: a name even where it is a word, too."""
    for match in _AGENT.finditer(told.text):
        start, end = match.span("name")
        tokens = told.ending_in(start, end)
        a_word = len(tokens) == 1 and (tokens[0].pos[0] != "名詞" or tokens[0].pos[2] in _NO_PERSON)
        if tokens and tokens[0].pos[0] not in _POINTING and not a_word and match["name"] not in words().roles:
            yield start, end
