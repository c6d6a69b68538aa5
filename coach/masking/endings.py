"""What the dictionary takes for somebody and is the end of a verb, a clause or a cry: 行く|っちゃん, できた|けん, ねね、."""

import re

from coach.masking.personal import Tokenized, script, words
from guardrails.text import Token

_INFLECTED = frozenset(["動詞", "形容詞", "助動詞"])
_OBLIGED = re.compile(r"(?:な|と|ば|にゃ|ちゃ|は)(?:いけ|いか|なら)ん$")
_CLAUSE_JOINED = re.compile(r"(?![がにをはと]|さん|くん|ちゃん)")
_CALL = re.compile(r"(?:^|[「『。、!！?？\s])ねね(?=ね*[、。!！〜ー…])", re.M)
_VOICED_STEM = re.compile(r"[一-龯]げ")
_VOICED_END = re.compile(r"(?<![一-龯])[聞行書歩聴着引焼働描咲磨弾履置泣吹]ぐ(?!さん|ちゃん|くん)")


def is_an_ending(told: Tokenized, start: int, end: int) -> bool:
    """Whether this span, taken for a name, is grammar of the clause around it."""
    before, first = _around(told, start)
    goes_on = before is not None and before.pos[0] in _INFLECTED
    if goes_on and first is not None and first.pos[0] == "助動詞":
        return True  # 送り|たかと, 間に合わ|んちゃん
    text = told.text
    if text.startswith("ちゃん", end) and (_assures(told, start, end) or _OBLIGED.search(text[:end])):
        return True
    if text[start:end] == "けん" and before is not None and _CLAUSE_JOINED.match(text, end):
        lacks = before.surface == "なか" and before.start > 0 and bool(script(text[before.start - 1]))
        return goes_on or lacks or before.surface in ("か", "ええ")  # できたけん, 余裕なかけん, よかけん
    if text[start:end] == "ねね":
        return _CALL.match(text, max(0, start - 1)) is not None
    if end - start == 1 and (_VOICED_STEM.match(text, start) or _VOICED_END.match(text, start - 1)):
        return True  # 行げね for 行けない, 聞ぐ会 for 聞く会
    okurigana = before is not None and before.pos[0] == "接頭辞" and "一" <= before.surface <= "龯"
    return okurigana and "ぁ" <= text[start] <= "ゖ" and before is not None and before.surface != "御"


def _around(told: Tokenized, start: int) -> tuple[Token | None, Token | None]:
    """The word that ends where the span begins, and the one that begins there."""
    found = told.ending_in(start - 1, start)
    rest = told.ending_in(start, len(told.text))[:1]
    return (found[-1] if found else None), (rest[0] if rest and rest[0].start == start else None)


def _assures(told: Tokenized, start: int, end: int) -> bool:
    """Whether it is っちゃん behind a whole predicate, as in the west: 行きたい|っちゃん, きつい|っちゃん."""
    if not told.text.startswith("っ", end - 1) or told.text[start : end - 1] in words().given:
        return False
    whole = told.ending_in(start, end)
    if whole and whole[-1].end == end and whole[-1].pos[0] == "形容詞":
        return True  # 楽しかっ|ちゃん
    stem = told.ending_in(start, end - 1)
    if not stem or stem[-1].end != end - 1:
        return False
    return stem[-1].pos[0] in ("形容詞", "助動詞") or stem[-1].pos[:2] == ("動詞", "非自立可能")
