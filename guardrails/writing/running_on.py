"""Whether a sentence runs on over a line break, or a line begins another: by the words on both sides."""

import re

from guardrails.writing.words import tokenizer

_LEAST = 2  # a longer word of kana tells where it begins
_CALLS = frozenset(("接続詞", "感動詞", "副詞", "代名詞", "連体詞"))
_NAMES = frozenset(("名詞", "動詞", "形容詞", "形状詞"))
_SEEN = re.compile("[一-龠ァ-ヶ0-9a-z]")
_OPENING = re.compile(
    "ん(?:じゃ|だ[ばなかがら、]|だけど、|で、|ま[たあ])|(?:じゃあ?|てか|ていうか|へば|せば|ほな|ほんな|そんな?ら|したら、|したっけ|なんか|りょ[!。、ー]?|だよね、|てへ|ばいと)"
)
"""How a line begins that the dictionary, hearing it alone, may take for an ending."""

_OPENERS = frozenset(
    ("でも", "で", "なら", "と", "だけど", "けど", "なので", "だから", "じゃ", "では", "ね", "な", "よ")
)


def joined(left: str, right: str, whole: bool) -> bool:
    """Whether a word (or, unless ``whole``, a word and its ending) runs from ``left`` into ``right``."""
    edge = len(left)
    for m in tokenizer().tokenize(left + right):
        if m.begin() < edge < m.end():
            return not m.is_oov()
        if m.begin() >= edge:
            return (
                not whole
                and m.part_of_speech()[0] in ("助詞", "助動詞", "接尾辞")
                and m.surface() not in _OPENERS
            )
    return False


def opens(left: str, right: str) -> bool:
    """Whether ``right`` begins with a word of its own, into which none of ``left`` runs: またね, じゃあ次, りょ!; not けど, 味 after 興.

    A word of kana that would run across (な and お of ありがとな / お祭り) is chance.
    """
    edge = len(left)
    across = [m.surface() for m in tokenizer().tokenize(left + right) if m.begin() < edge < m.end()]
    if across and _SEEN.search(across[0]):
        return False
    if _OPENING.match(right):
        return True
    words = [m for m in list(tokenizer().tokenize(right))[:2] if m.part_of_speech()[0] != "接頭辞"]
    if not words or words[0].is_oov():
        return False
    said, part = words[0].surface(), words[0].part_of_speech()[0]
    return part in _CALLS or (part in _NAMES and (bool(_SEEN.search(said)) or len(said) > _LEAST))
