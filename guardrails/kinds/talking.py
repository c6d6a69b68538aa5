"""Whether a sentence says let us talk, and of what."""

from itertools import pairwise

from guardrails.kinds.burdens import HEAVY, forms
from guardrails.kinds.predicate import Predicate
from guardrails.text import Token

TALKS = forms(
    "話す 話せる 話 御話 喋る 喋れる 語る 語れる 語らう 御喋り お喋り 語り 駄弁る だべる ダベる トーク 雑談 世間話 無駄話 昔話 馬鹿話 ばか話 笑い話 与太話",
    "交わす 交わせる 挨拶 御挨拶",
)

_SPOKEN = ("話", "話し", "語り", "トーク")

OVER = forms("為る 盛り上がる")
"""What one does over a talk: 猫の話で盛り上がろう."""

_IDLE = forms("話 下らない 下る 詰まらない 無い")

WEIGHTY = (HEAVY - _IDLE) | forms(
    "大事 大切 将来 今後 此れから 先 続き 思い出 今回 此の 彼の 件 例 込み入る 真面目 結婚 同棲 交際 告白 恋愛 旅行 計画 日程 予定 仕切り直し 来週 今週 今度 次 次回 週末"
)
"""What one talks about to settle something, or at a time that is named."""


def will_talk(said: Predicate) -> bool:
    """話そう, 昔話でもしようや, いっぱい話しよ, また猫の話でも."""
    if said.head is not None and said.head.surface in _SPOKEN and _or_so(said):
        return True
    old = said.end.pos[4] == "文語助動詞-キ"  # 話いっぱいしよ: し is taken for an old past
    politely = said.head.lemma if said.head and said.end.lemma == "ます" else said.end.lemma
    lemma = "為る" if old else politely
    talks = lemma in TALKS or (lemma in OVER and bool(TALKS.intersection(said.lemmas)))
    after = said.tail[0].surface if said.tail else ""
    softly = after.startswith("よ") and (old or said.end.pos[5].startswith("連用形"))
    if said.end.surface == "よう":
        return said.words[-2:][0].surface == "話し"  # 猫の話しよう: taken for 話し様
    return talks and (said.wills or softly or after == "べ")  # 話そう, 話しよ, 話すべ


def _or_so(said: Predicate) -> bool:
    """古本の話でも, 猫の話とか: the verb left out."""
    rest = "".join(t.surface for t in (*said.words[-3:], *said.tail))
    return rest.endswith(("話でも", "話とか"))


def topic_of(words: tuple[Token, ...]) -> list[Token]:
    """What one would talk about: くだらない of くだらない話, 猫の of 猫の話."""
    at = next(
        (
            i
            for i, (word, after) in enumerate(pairwise(words))
            if word.surface in _SPOKEN and (after.lemma != "為る" or after.pos[5].startswith("意志推量形"))
        ),
        0,
    )
    topic: list[Token] = []
    while at and not _ends_a_phrase(words[at - 1]):
        at -= 1
        topic.append(words[at])
    return topic


def _ends_a_phrase(word: Token) -> bool:
    return word.lemma == "又" or (
        word.pos[0] in ("助詞", "助動詞") and word.surface not in ("の", "な", "ない", "ん", "も")
    )
