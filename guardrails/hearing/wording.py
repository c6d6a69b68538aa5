"""What a hunch knows a text by: runs of kana, words, pairs of words, kanji."""

import re
from functools import lru_cache
from itertools import pairwise
from operator import add

from guardrails.text import Sentence, Text
from guardrails.writing.words import Word

KANJI = re.compile(r"[一-龠]")
_SILENT = ("補助記号", "空白", "記号")
_FUNCTION = ("助詞", "助動詞", "接続詞", "副詞", "連体詞", "感動詞", "代名詞")
_DEPENDENT = "非自立可能"
_RUNS = range(2, 6)
_FORMS = {"意": "V", "命": "I", "仮": "K", "未": "N"}  # first character of Sudachi's conjugation form


def features(text: Text) -> list[str]:
    """Every feature of a text, each once: words, word pairs, kana runs, kanji."""
    found = dict.fromkeys(name for sentence in text.sentences for name in said(sentence))
    found.update(dict.fromkeys(["c" + kanji for kanji in KANJI.findall(text.original)]))
    return list(found)


def phrased(text: Text) -> list[str]:
    """The same and how it is put: runs of two to five words in which a word that names something is only its kind."""
    found = dict.fromkeys(features(text))
    for sentence in text.sentences:
        kinds = [kind for word, _, _ in sentence.tokens if (kind := _kind(word))]
        row = ["^", *kinds, "?" if sentence.question else "."]
        found.update(
            dict.fromkeys(f"f{' '.join(row[at : at + n])}" for n in _RUNS for at in range(len(row) - n + 1))
        )
    return list(found)


def said(sentence: Sentence) -> list[str]:
    """The features of a sentence but for its kanji: runs of two, three and four kana, words, word pairs."""
    line = f"^{sentence.reading}$"
    pairs = list(map(add, line, line[1:]))
    threes = list(map(add, pairs, line[2:]))
    words = [name for word, _, _ in sentence.tokens if (name := _name(word))]
    mark = "?" if sentence.question else "."
    return [
        *pairs,
        *threes,
        *map(add, threes, line[3:]),
        *["t" + word for word in words],
        *[f"b{one} {other}" for one, other in zip(["^", *words], [*words, mark], strict=True)],
    ]


def strung(text: Text) -> list[str]:
    """Its words, and how they follow each other: runs of two and of three, its edges counted, and words with one between."""
    words = [name for sentence in text.sentences for word, _, _ in sentence.tokens if (name := _name(word))]
    edged = ["^", *words, "$"]
    return [
        *words,
        *[f"{one} {other}" for one, other in pairwise(edged)],
        *[f"{one} {other} {third}" for one, other, third in zip(edged, edged[1:], edged[2:], strict=False)],
        *[f"{one} _ {other}" for one, other in zip(edged, edged[2:], strict=False)],
    ]


@lru_cache(maxsize=20_000)
def _name(word: Word) -> str:
    """A word as the tables know it: a number is ``#``, a form that carries a mood is kept; "" for a mark."""
    if word.pos[0] in _SILENT:
        return ""
    return "#" if word.pos[1] == "数詞" else word.lemma + _FORMS.get(word.pos[5][:1], "")


@lru_cache(maxsize=20_000)
def _kind(word: Word) -> str:
    """A word that serves grammar as itself, any other as its part of speech and form; "" for a mark but the comma."""
    if word.pos[0] in _SILENT:
        return "、" if word.lemma == "、" else ""
    return (
        word.lemma if word.pos[0] in _FUNCTION or word.pos[1] == _DEPENDENT else word.pos[0] + word.pos[5][:2]
    )
