"""Whether a sentence takes up their own words: what they told of, said again, marvelled at or put first."""

import re
from collections.abc import Sequence
from itertools import pairwise

from guardrails.kinds.burdens import LISTENER, SPEAKER, TOWARD_ME, forms
from guardrails.kinds.predicate import Predicate
from guardrails.text import Sentence, Text, Token

_CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞"})
_EMPTY = forms(
    "日 時 こと 事 今日 今回 予定 用事 都合 為る 有る 居る 行く 来る 無理 御免 無い ない 成る 言う 思う 物 人 何 誘う 断る"
)
"""Words everybody says: to have them in common is not to take up what they told."""
_POINTING = forms("其れ そりゃ 其の 其処 其方 そんな そら")
_STIRS = forms("震える こたえる 応える 堪える 効く 染みる 沁みる 滲みる 燃える 痺れる 騒ぐ")
"""What a thing does to whoever has to do with it: 白紙は震える, 終電はこたえる."""
_KANJI = re.compile("[一-龠]")
_PLAIN = forms("先ず だ です や じゃ 了")
"""Of りょ、星よりまず単位だな."""
_MUST = ("と", "は", "です")
_CALLS = forms("行く 楽しむ 見届ける 祝う 守る 外す 休む 寝る 頑張る 出る 優先 帰る 味わう 満喫")
"""What is done where they are, without the speaker."""


def puts_first(said: Predicate, incoming: Text) -> bool:
    """Whether it gives way to a thing of theirs, in words that would weigh elsewhere (より, しか, 待つ, 毎日)."""
    tests = (_echoes, _hurries, _calls, _prefers)
    return any(test(said, incoming) for test in tests)


def takes_up(said: Predicate, incoming: Text) -> bool:
    """Something said of a word of theirs that is no act of the speaker: 発表会!, 店長は喜ぶだろうね."""
    if said.head is None or said.order or SPEAKER.intersection(said.lemmas):
        return False
    first = next(t for t in said.words if t.pos[0] != "感動詞" or t is said.end)
    opens = first.lemma in _POINTING
    if not (opens or _shared(said.lemmas, incoming)):
        return False
    if said.negative and said.head.pos[0] == "形容詞":
        return False
    if said.head.pos[0] != "動詞" or said.head.lemma == "過ぎる":
        return not said.past or bool(said.tail)
    return not said.past and (bool(said.tail) or "だ" in said.hung or said.head.lemma in _STIRS)


def of_theirs(sentence: Sentence, incoming: Text) -> bool:
    """Whether it names a thing that they told of."""
    named = [t.lemma for t in sentence.tokens if t.pos[0] in _CONTENT and t.lemma not in _EMPTY]
    return _shared(named, incoming)


def only_theirs(sentence: Sentence, incoming: Text) -> bool:
    """Whether all that it names is theirs: 講習会でしたか after その日は講習会で."""
    names = ("名詞", "形容詞", "形状詞", "代名詞", "副詞")
    named = [t.lemma for t in sentence.tokens if t.pos[0] in names and t.pos[1] != "数詞"]
    return bool(named) and _EMPTY.isdisjoint(named) and all(_shared([lemma], incoming) for lemma in named)


def _echoes(said: Predicate, incoming: Text) -> bool:
    """毎日終電て…, 決勝とは!: nothing but their own words, said with surprise."""
    words = [t for t in said.words if t.pos[0] not in ("助詞", "感動詞")]
    if not words or said.end.surface not in ("って", "て", "とは", "は") or words[-1] is said.end:
        return False
    return not _EMPTY & {t.lemma for t in words} and all(_shared([t.lemma], incoming) for t in words)


def _hurries(said: Predicate, incoming: Text) -> bool:
    """餅は待ってくれへんもんな: it is their thing that does not wait, so that they are free to go."""
    words = said.words
    topic = next((before for before, after in pairwise(words) if after.lemma == "は"), None)
    if topic is None or said.head is None or said.head.lemma != "待つ" or "呉れる" not in said.hung:
        return False
    refused = said.negative or "へん" in said.hung
    return refused and topic.pos[0] == "名詞" and _shared([topic.lemma], incoming)


def _calls(said: Predicate, incoming: Text) -> bool:
    """それは行くしかない, 門限あるなら守らんとね: that they must, with which nobody argues; not 待つしかない."""
    lemmas = said.lemmas
    verbs = [t.lemma for t in said.words if t.pos[0] == "動詞" or t.pos[2] == "サ変可能"]
    bound = lemmas[-2:] == ("しか", "無い") or (
        said.negative and bool(said.tail) and said.end.surface in _MUST
    )
    if not bound or not verbs or verbs[-1] not in _CALLS or set(verbs) - _CALLS - {"有る"}:
        return False
    first = next((t for t in said.words if t.pos[0] != "感動詞"), said.end)
    opens = first.lemma in _POINTING or _shared([first.lemma], incoming)
    return opens and not (SPEAKER | LISTENER | TOWARD_ME).intersection(lemmas)


def _prefers(said: Predicate, incoming: Text) -> bool:
    """山より膝!: their word before another, and no word more."""
    words = [t for t in said.words if t.lemma not in _PLAIN and t.pos[0] != "感動詞"]
    lemmas = [t.lemma for t in words]
    if "より" not in lemmas or SPEAKER.intersection(lemmas):
        return False
    at = lemmas.index("より")
    nouns = [*words[:at], *words[at + 1 :]]
    return 0 < at < len(words) - 1 and all(_noun(t) for t in nouns) and _shared(lemmas[at + 1 :], incoming)


def _noun(word: Token) -> bool:
    return word.pos[0] in ("名詞", "接頭辞", "接尾辞")


def lemmas_of(incoming: Text) -> frozenset[str]:
    """The words of theirs that say something."""
    return frozenset(t.lemma for s in incoming.sentences for t in s.tokens if t.pos[0] in _CONTENT) - _EMPTY


def _core(lemma: str) -> str:
    """What 片付け and 片付く have in common; a single kanji is too little."""
    kanji = "".join(_KANJI.findall(lemma))
    return kanji if len(kanji) > 1 else lemma


def _shared(lemmas: Sequence[str], incoming: Text) -> bool:
    """Whether one of ``lemmas`` is, or is part of, a word of theirs: 野球 of 草野球."""
    return any(
        mine in their or their in mine or _core(mine) == _core(their)
        for mine in lemmas
        for their in lemmas_of(incoming)
        if len(mine) > 1 or _KANJI.match(mine)
    )
