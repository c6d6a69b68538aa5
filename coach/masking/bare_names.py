"""Finds names that stand alone: by their sound, by the grammar around them, by who speaks, by what only somebody can be."""

import re
from collections.abc import Iterator
from functools import cache

from coach.masking.personal import Tokenized, any_of, inside_a_word, script, words
from coach.said.voices import name_voice
from guardrails.text import Token

_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_HIRAGANA = {katakana: hiragana for hiragana, katakana in _KATAKANA.items()}
_NO_PERSON = frozenset(["副詞可能", "形状詞可能", "サ変可能"])
_POINTING = frozenset(["代名詞", "連体詞", "接続詞", "副詞"])
_BEFORE = frozenset(["助詞", "補助記号", "空白", "記号", "副詞", "接続詞", "感動詞"])
_WORDS_BEFORE = frozenset(["助詞", "名詞", "副詞", "接続詞", "感動詞"])
_NO_HEAD = frozenset(["助詞", "助動詞", "接尾辞"])
_NOUNS = frozenset(["名詞", "接頭辞", "接尾辞"])
_KANA_OR_FOREIGN = r"(?P<name>[ぁ-んー]{2,6}?|[ァ-ヴー]{2,8}?|[A-Z][a-z]{2,11})"
_HEAD = re.compile(
    r"(?:^|[。、！？!?\s「])(?P<name>[ぁ-んー]{3,6}?|[ァ-ヴー]{3,8}?)(?=が|は|に(?!は)|と|から|も|を|って)",
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
    yield from _composed(told)
    yield from _out_of_grammar(told)
    yield from _speaking(told)
    yield from _partners(told)
    yield from _nicknames(told)


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


def _composed(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Given names of two usual pieces, where these are no words of the sentence: たかのりに as たか and のり.

    Where somebody must stand, they may be: みつはと遊ぶ as みつ and は.
    """
    text = told.text
    edges = {0, *told.ends}
    pattern, slot = _two_pieces()
    for match in pattern.finditer(text):
        start, end = match.span("name")
        tokens = told.ending_in(start, end)
        before = told.ending_in(start - 1, start)
        stands = not before or _may_stand_behind(before[0])
        if not {start, end} <= edges or inside_a_word(text, start, end) or not stands:
            continue
        nouns = all(token.pos[0] in _NOUNS for token in tokens)
        if len(tokens) > 1 and (nouns or (tokens[0].pos[0] not in _POINTING and slot.match(text, end))):
            yield start, end


@cache
def _two_pieces() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name in kana with what may follow one, at every place where one may begin; and what follows somebody."""
    heads, tails = any_of(words().name_heads), any_of(words().name_tails)
    katakana = (
        any_of(name.translate(_KATAKANA) for name in of) for of in (words().name_heads, words().name_tails)
    )
    names = f"(?:{heads})(?:{tails})|" + "".join(f"(?:{part})" for part in katakana)
    after = rf"{words().given_before}|だけ|の|[ 　:：「『]|{any_of(words().suffixes)}"
    return re.compile(rf"(?=(?P<name>{names})(?:{after}))"), re.compile(words().person_slot, re.X)


def _out_of_grammar(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Kana at the head of a clause that the dictionary can only read as a particle or a filler and a noun: はづきが."""
    for match in _HEAD.finditer(told.text):
        start, end = match.span("name")
        tokens = told.ending_in(start, end)
        if (
            len(tokens) > 1
            and tokens[-1].end == end
            and (tokens[0].pos[0] in _NO_HEAD or tokens[0].pos[1] == "フィラー")
            and tokens[-1].pos[0] == "名詞"
            and tokens[-1].pos[2] not in _NO_PERSON
        ):
            yield start, end


def _speaking(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Who is named behind the time of a pasted line, or before a colon in letters of another language."""
    for match in _SPEAKER.finditer(told.text):
        name = match["timed"] or match["foreign"]
        if name_voice(name) is None and name not in words().roles:
            yield match.span("timed" if match["timed"] else "foreign")


def _partners(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Who stands where only somebody can: かすみに断られた, こはく「ごめん」. A name even where it is a word, too."""
    pattern, speaks = _partner()
    before = None
    for token in told.tokens:
        match = pattern.match(told.text, token.start)
        if match and (before is None or _may_stand_behind(before)):
            head = before is None or before.pos[0] not in _WORDS_BEFORE
            if _is_somebody(told, match, whole=head and not speaks.match(told.text, match.end("name"))):
                yield match.span("name")
        before = token


_NICKNAME = re.compile("(?<![っッ])(?P<name>[ぁ-ん]っ[つちきけこたてとぽぺぷぴ](?:ん|ー))")


def _nicknames(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Names in the rhythm of nicknames, where somebody must stand: みっつんを誘った."""
    _, slot = _two_pieces()
    edges = {0, *told.ends}
    for match in _NICKNAME.finditer(told.text):
        start, end = match.span("name")
        begins = start in edges or told.text[start - 1] == "の"
        if begins and (slot.match(told.text, end) or told.text.startswith(("「", "『"), end)):
            yield start, end


@cache
def _partner() -> tuple[re.Pattern[str], re.Pattern[str]]:
    slot = words().partner_slot
    return re.compile(f"{_KANA_OR_FOREIGN}(?={slot})", re.X), re.compile(r"(?:が|は)?[「『]")


def _is_somebody(told: Tokenized, match: re.Match[str], *, whole: bool) -> bool:
    """``whole``: the clause begins here, and nothing but a name can make sense of what the dictionary takes apart."""
    start, end = match.span("name")
    name, tokens = match["name"], told.ending_in(start, end)
    if not tokens or tokens[-1].end != end or name in words().roles or name.endswith(tuple(words().suffixes)):
        return False
    if any(token.pos[0] == "代名詞" for token in tokens):
        return False
    if tokens[0].pos[0] in (_POINTING - {"副詞"} if whole and len(tokens) > 1 else _POINTING):
        return False
    if name[0].isascii():
        return name.lower() not in words().services
    if len(tokens) > 1:
        return whole or all(token.pos[0] in _NOUNS and token.pos[2] not in _NO_PERSON for token in tokens)
    alone = tokens[0].pos[0] in ("名詞", "形状詞") and tokens[0].pos[2] not in _NO_PERSON
    if script(name[0]) == "katakana" and not whole:
        return alone and (tokens[0].pos[1] == "固有名詞" or name.translate(_HIRAGANA) in _given())
    return alone


@cache
def _given() -> frozenset[str]:
    return words().spoken | words().given | words().name_heads


def _may_stand_behind(token: Token) -> bool:
    """Whether a name that stands alone can come behind this: a mark, a particle, a word of time or manner."""
    return token.pos[0] in _BEFORE or token.pos[2] == "副詞可能"
