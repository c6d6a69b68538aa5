"""Kin by the words that children use, however the vowel is drawn out: ばあちゃん, ばぁちゃん, おかーさん, ひいじーちゃん."""

import re

_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_KIN = re.compile(
    "(?:お|ひ[いぃー]|大)?(?:[ばか][あぁー〜]+|[じに][いぃー〜]+|と[うぅおー〜]+|ね[えぇー〜]+)"
)
_CALLED = ("ちゃん", "さん", "さま")


def is_kin(text: str, start: int, end: int) -> bool:
    """Whether what stands before ちゃん or さん is a word for kin, and nobody's name."""
    called = text.startswith(_CALLED, end)
    return called and _KIN.fullmatch(text[start:end].translate(_KATAKANA)) is not None
