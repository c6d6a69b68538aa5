"""Strings that nobody writes: any Unicode, Japanese in pieces, examples of the rules torn, doubled and mixed."""

import random
from collections.abc import Iterator
from functools import cache

from guardrails.check import rules

_JAPANESE = "あいうえおかがきくけこさしすせそたちってとなにのはひふへほまみもやゆよらりるれろわをんゃゅょぁーアイカキシスダツナパメヤルンヴヶ返事来週何日土曜断行会話私君今度本当無理"
_ODD = "ｱｶﾞﾟ゛゜々ゝヽゟヿ㍻㍿①ﬁａＡ１０ｗw笑草汗(（)）「」『』。、!?！？…‥・〜～ー-~.,:/#@'\"\n\r\t \u3000\u200b\u200d\u00ad\u0301\u3099\ufe0f\u202e\x00\ufffd\ud800\udfff\U0001f600\U0001f1ef\U000e0067\U0010ffff"
_LATIN = "abcdefghijklmnopqrstuvwxyzABC0123456789"
_LONGEST = 400


@cache
def _written() -> tuple[str, ...]:
    return tuple(
        example.text for rule in rules().rules for example in rule.examples["ng"] + rule.examples["ok"]
    )


def strings(count: int, seed: int) -> Iterator[str]:
    """So many strings; the same seed gives the same ones."""
    chance = random.Random(seed)
    ways = (_any, _pool, _torn, _doubled, _latin)
    for _ in range(count):
        yield chance.choice(ways)(chance)[:_LONGEST]


def _any(chance: random.Random) -> str:
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(60)))


def _pool(chance: random.Random) -> str:
    return "".join(chance.choices(_JAPANESE + _ODD, k=chance.randrange(120)))


def _torn(chance: random.Random) -> str:
    """Two messages with odd characters anywhere in them."""
    letters = list(chance.choice(_written()) + chance.choice(_written()))
    for _ in range(chance.randrange(1, 12)):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(_ODD))
    if chance.random() < 0.3:
        chance.shuffle(letters)
    return "".join(letters)


def _doubled(chance: random.Random) -> str:
    """A piece over and over: what a slow engine stalls on."""
    text = chance.choice(_written())
    begin = chance.randrange(len(text))
    return text[begin : begin + chance.randrange(1, 8)] * chance.randrange(2, 80)


def _latin(chance: random.Random) -> str:
    return "".join(chance.choices(_LATIN + "aiueon '!?", k=chance.randrange(80)))
