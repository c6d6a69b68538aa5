"""How a sentence ends: the word it says of its subject, what is hung on that word, and the particles after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from guardrails.kinds.burdens import forms
from guardrails.kinds.dialect import plainly
from guardrails.kinds.endings import bans, closes, orders, wills
from guardrails.text import Sentence, Token
from guardrails.writing.folding import fold

_SILENT = frozenset(("補助記号", "空白", "記号"))

_HELPERS = forms(
    "居る おる 有る 置く おく 来る 行く 見る 仕舞う 呉れる 貰う 頂く 下さる 上げる 遣る 良い 欲しい"
)
"""What is no word of its own after て: 食べてくる, 休んでいい."""

_GUESSES = forms("だ です や じゃ た ない たい")
"""What in such a form only guesses: 心強いでしょう, よく飲めるだろう."""

_NAMING = frozenset(("代名詞", "名詞", "副詞", "助詞", "接頭辞"))

_AFTERTHOUGHT = 3
"""Words that may follow the predicate: これは, お互いに, あれ."""

_EMPTY = forms("の もの 物 こと 訳 様 よう 筈 為る 致す")


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a sentence says at its end.

    ``words`` are its words without marks and without ``tail``, its last particles, ``lemmas`` theirs; ``head`` is the
    word that says something, ``hung`` the lemmas after it (tense, manners, benefit).
    """

    words: tuple[Token, ...]
    lemmas: tuple[str, ...]
    tail: tuple[Token, ...]
    head: Token | None
    hung: frozenset[str]
    past: bool
    negative: bool
    order: bool
    ban: bool

    @property
    def end(self) -> Token:
        """The last word before the particles."""
        return self.words[-1]

    @property
    def wills(self) -> bool:
        """Whether it says let us, or I will: 行こう, ぼちぼちいこ."""
        return wills(self.end) and self.end.lemma not in _GUESSES


@lru_cache(maxsize=64)  # a sentence is read by several kinds, one after the other
def predicate(sentence: Sentence) -> Predicate | None:
    """How ``sentence`` ends; None where it has no words but particles.

    >>> from guardrails.text import view
        >>> said = predicate(view("近所の銭湯でふやけてくるわ").sentences[0])
        >>> said and said.head and said.head.lemma, said and sorted(said.hung)
        ('ふやける', ['て', '来る'])
    """
    said = plainly(sentence)
    words = [t for t in _in_order(said) if t.pos[0] not in _SILENT]
    end = len(words)
    while end and closes(words[:end]):
        end -= 1
    plain = sentence.fold if said is sentence.tokens else fold("".join([t.surface for t in said]))
    return _read(words[:end], words[end:], plain.rstrip("w笑")) if end else None


def thought(said: Predicate) -> Predicate:
    """What is thought: 正しい判断だ of 正しい判断だと思います; a sentence that tells no thought as it is."""
    end = len(said.words)
    while end and said.words[end - 1].lemma in ("思う", "ます"):
        end -= 1
    if end in (0, 1, len(said.words)) or said.words[end - 1].surface != "と":
        return said
    return _read(list(said.words[: end - 1]), list(said.tail), "")


def _read(said: list[Token], tail: list[Token], plain: str) -> Predicate:
    """The predicate of words without their last particles; ``plain`` is the folded sentence."""
    at = _head(said)
    hung = said[at + 1 :]
    return Predicate(
        tuple(said),
        tuple(_lemmas(said)),
        tuple(tail),
        said[at],
        frozenset(t.lemma for t in hung),
        past=any(t.pos[4] == "助動詞-タ" for t in hung),
        negative=any(t.lemma in ("ない", "無い", "ず") for t in (said[at], *hung)),
        order=orders(said, tail, plain),
        ban=bans(said, plain),
    )


def _lemmas(words: list[Token]) -> list[str]:
    """The lemmas of words; うち of 寝れるうちに, which is no speaker, is 内, and 好き of 好きな音楽 is 好み."""
    around = zip([None, *words], words, [*words[1:], None], strict=False)
    return [_meant(before, word, after) for before, word, after in around]


def _meant(before: Token | None, word: Token, after: Token | None) -> str:
    """The lemma of a word by what stands around it."""
    if word.lemma == "うち" and _limits(before):
        return "内"
    return "好み" if word.lemma == "好き" and after is not None and after.surface == "な" else word.lemma


def _in_order(words: Sequence[Token]) -> Sequence[Token]:
    """これは毛布の日だね of 毛布の日だね、これは: what is said after the predicate goes before it."""
    at = next((i for i in range(len(words) - 1, 1, -1) if words[i].surface == "、"), 0)
    after = [t for t in words[at + 1 :] if t.pos[0] not in _SILENT]
    closed = at and (words[at - 1].pos[1] == "終助詞" or words[at - 1].pos[5].startswith("意志推量形"))
    if not closed or len(after) > _AFTERTHOUGHT or any(t.pos[0] not in _NAMING for t in after):
        return words
    return [*after, *words[:at]]


def _limits(before: Token | None) -> bool:
    """Whether a word limits the noun after it: 寝れるうちに, 若いうち."""
    return before is not None and before.pos[0] in ("動詞", "形容詞", "助動詞")


def _head(words: list[Token]) -> int:
    """Where the word is that the sentence says: what stands before helpers, tense and manners."""
    at = len(words) - 1
    while at > 0:
        word, before = words[at], words[at - 1]
        helps = (word.lemma in _HELPERS and _links(before, word)) or (
            word.lemma == "下さる" and before.pos[0] in ("動詞", "名詞", "形状詞")
        )
        helps = helps or (word.lemma == "成る" and at > 1 and _honours(words[at - 2], before))
        if not (helps or word.pos[0] in ("助動詞", "助詞") or word.lemma in _EMPTY):
            break
        at -= 1
    return at


def _honours(verb: Token, particle: Token) -> bool:
    """お忘れになる says what they do."""
    return particle.surface == "に" and verb.pos[0] == "動詞" and verb.pos[5].startswith("連用形")


def _links(word: Token, helper: Token) -> bool:
    """Whether a helper may follow: 飲んでみて, 寝ずにいて; 全力で is a manner, after which one looks (見て)."""
    looks = helper.lemma == "見る" and word.pos[1] != "接続助詞"
    return word.lemma in ("て", "で", "ず", "ない") and not looks
