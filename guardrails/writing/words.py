"""Words: what the dictionary says of each piece of a text, looked up once a word and then remembered."""

import re
import threading
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple, cast

import sudachipy

from guardrails.writing.folding import Folded, folded
from guardrails.writing.letters import Letters, squash

BREAK = "\n"
"""Between two sentences; ``.`` in a rule does not cross it."""

_CHUNK = 8_000  # letters; the tokenizer takes 49,149 bytes a call
_MOST_KNOWN = 20_000  # words, about 10 MB; a year of messages has fewer

# Where the dictionary reads a common word otherwise than people do on LINE.
_SPOKEN = {
    "明日": "アシタ",
    "私": "ワタシ",
    "今日": "キョウ",
    "昨日": "キノウ",
    "一日": "イチニチ",
    "行った": "イッタ",
    "終わ": "オワ",  # the stem, as rules write it: 終わって, 終わり
}
_KATAKANA = re.compile(r"[ァ-ヶー]+")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word, wherever it is written; ``pos`` is Sudachi's (word class, sub-class, ..., form).

    ``sound`` is what is heard of it; ``written`` and ``spoken`` are its surface and its sound, folded, ``fold`` and
    ``heard`` the same as pieces for ``together``.
    """

    surface: str
    reading: str
    lemma: str
    pos: tuple[str, ...]
    sound: str
    written: Folded
    spoken: Folded
    fold: str
    heard: str


class Token(NamedTuple):
    """A word at its place in the original: ``original[start:end]``."""

    word: Word
    start: int
    end: int

    @property
    def surface(self) -> str:
        """The word as it is written, without width and decoration."""
        return self.word.surface

    @property
    def reading(self) -> str:
        """The word in katakana; its surface where that says it better."""
        return self.word.reading

    @property
    def lemma(self) -> str:
        """Sudachi's normalized form."""
        return self.word.lemma

    @property
    def pos(self) -> tuple[str, ...]:
        """Sudachi's part of speech, six fields."""
        return self.word.pos


def tokens(letters: Letters) -> list[Token]:
    """The words of a text and, as words of their own, its line breaks."""
    found: list[Token] = []
    chars, starts, ends = letters.chars, letters.starts, letters.ends
    for base in range(0, len(chars), _CHUNK):
        words, edges = _words(chars[base : base + _CHUNK])
        begins = [base, *[base + edge for edge in edges]]
        places = zip(words, begins, begins[1:], strict=False)
        found += [_token((word, starts[at], ends[to - 1])) for word, at, to in places if at < to]
    return found


def _words(chars: str) -> tuple[list[Word], list[int]]:
    """The words of letters, and where each ends. An … is three to the dictionary, two of them empty.

    A list for each thing asked of Sudachi, and its words looked up by one ``map``: half the time of a loop.
    """
    morphemes = list(tokenizer().tokenize(chars))
    edges = [m.end() for m in morphemes]
    surfaces = [chars[start:end] for start, end in zip([0, *edges], edges, strict=False)]
    words = list(map(_KNOWN.get, zip([m.word_id() for m in morphemes], surfaces, strict=True)))
    if None in words:
        return [
            word or _look_up(m, surface) for word, m, surface in zip(words, morphemes, surfaces, strict=True)
        ], edges
    return cast("list[Word]", words), edges


_token = partial(tuple.__new__, Token)  # a third of the time of Token(...), for each word of every text


def reading(text: str) -> str:
    """A literal read aloud and folded, as rules are compiled with it.

    >>> reading("既読ついた")
    'きどくついた'
    """
    plain = squash(text).chars
    sounds = (
        (_SPOKEN.get(m.surface()) or _literal_sound(m) for m in tokenizer().tokenize(plain)) if plain else ()
    )
    return folded("".join(sounds)).text


def _literal_sound(morpheme: sudachipy.Morpheme) -> str:
    surface = str(morpheme.surface())
    if surface.isascii():
        return surface
    return _heard(surface, morpheme.reading_form() or surface)


def _heard(surface: str, sound: str) -> str:
    """A drawled word sounds like the word: only katakana keeps its ー."""
    return sound if "ー" not in sound or _KATAKANA.fullmatch(surface) else sound.replace("ー", "")


# --- the dictionary ---------------------------------------------------------------------------------------

_LOCAL = threading.local()  # one Dictionary is shared; a Tokenizer must not be
_ONCE = threading.Lock()
_KNOWN: dict[tuple[int, str], Word] = {}
_POS: dict[int, tuple[str, ...]] = {}


@lru_cache(maxsize=1)
def _dictionary() -> sudachipy.Dictionary:
    return sudachipy.Dictionary(dict="core")


def tokenizer() -> sudachipy.Tokenizer:
    """This thread's own: one cannot be shared."""
    own: sudachipy.Tokenizer | None = getattr(_LOCAL, "tokenizer", None)
    if own is None:
        with _ONCE:
            own = _LOCAL.tokenizer = _dictionary().tokenizer()
    return own


def _look_up(m: sudachipy.Morpheme, surface: str) -> Word:
    """What the dictionary says, remembered; the id of a word that is not in it says its part of speech."""
    pos_id = m.part_of_speech_id()
    pos = _POS.get(pos_id)
    if pos is None:
        pos = _POS[pos_id] = tuple(m.part_of_speech())
    unknown = bool(m.is_oov())
    if pos[0] in ("空白", "補助記号") or surface.isascii() or (unknown and pos[1] == "数詞"):
        read = surface
    else:
        read = _SPOKEN.get(surface) or m.reading_form() or surface
    sound = _heard(surface, read)
    written = folded(surface)
    spoken = written if sound == surface else folded(sound)
    word = Word(surface, read, m.normalized_form(), pos, sound, written, spoken, written.piece, spoken.piece)
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN[m.word_id(), surface] = word
    return word
