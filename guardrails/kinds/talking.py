"""Whether a sentence says let us talk, and of what."""

from collections.abc import Sequence
from itertools import pairwise

from guardrails.kinds.burdens import HEAVY, forms
from guardrails.kinds.predicate import Predicate
from guardrails.text import Token

TALKS = forms(
    "話す 話せる 話 御話 喋る 喋れる 語る 語れる 語らう 御喋り お喋り 語り 駄弁る だべる ダベる トーク 雑談 世間話 無駄話 昔話 馬鹿話 ばか話 笑い話 与太話",
    "交わす 交わせる 挨拶 御挨拶 語り合う 話し合う 言い合う 笑い合う 叫び合う 煽り合う 教え合う 立ち話 噂話 裏話 土産話 談義 情報交換 近況報告 答え合わせ",
)

_SPOKEN = ("話", "話し", "語り", "トーク", "談義")

_TOLD = TALKS | forms("感想 近況 エピソード ネタ 小ネタ")
"""What one may ask to hear; not 気持ち, 返事."""

OVER = forms("為る 盛り上がる")
"""What one does over a talk: 猫の話で盛り上がろう."""

_LET = forms("聞く 聞かせる 話 話す 語る 為る")

_IDLE = forms("しょうもない 仕様も無い 話 下らない 下る 詰まらない 無い")

WEIGHTY = (HEAVY - _IDLE) | forms(
    "大事 大切 将来 今後 此れから 先 続き 思い出 今回 此の 彼の 件 例 込み入る 真面目 結婚 同棲 交際 告白 恋愛 旅行 計画 日程 予定 仕切り直し 来週 今週 今度 次 次回 週末"
)
"""What one talks about to settle something, or at a time that is named."""

_THINGS = ("曲", "冊", "本", "枚", "品", "皿", "匹", "話", "巻", "首", "句", "杯", "株", "鉢", "線")
"""What is counted and is a thing: 一曲の話; 三時 and 二人 are none. 三線 is an instrument."""


def will_talk(said: Predicate) -> bool:
    """話そう, 昔話でもしようや, いっぱい話しよ, また猫の話でも."""
    spoken = said.head is not None and (said.head.surface in _SPOKEN or said.head.lemma in TALKS)
    if spoken and _or_so(said):
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


def asks_to_talk(said: Predicate) -> bool:
    """また山の話を聞かせてください, また推しの話させて: for a talk some day; not 気持ちを聞かせて."""
    if (
        said.head is None
        or not said.order
        or said.ban
        or said.negative
        or not _TOLD.intersection(said.lemmas)
    ):
        return False
    lets = "せる" in said.hung or said.head.lemma == "聞かせる"
    return lets and said.head.lemma in _LET


def _or_so(said: Predicate) -> bool:
    """古本の話でも, 猫の話とか, また立ち話でもな: the verb left out."""
    rest = "".join(t.surface for t in (*said.words[-5:], *said.tail)).rstrip("なね")
    return rest.endswith(("話でも", "話とか", "話など", "挨拶だけでも", "あいさつだけでも"))


def topic_of(words: tuple[Token, ...]) -> list[Token]:
    """What one would talk about: くだらない of くだらない話, 猫の of 猫の話, 推しの of 推しのことで語ろう."""
    at = next((i for i, (word, after) in enumerate(pairwise(words)) if _talk(word, after)), 0)
    at = at or next((i for i, (word, after) in enumerate(pairwise(words)) if _matter(word, after)), 0)
    topic: list[Token] = []
    while at and not _ends_a_phrase(words[at - 1]):
        at -= 1
        topic.append(words[at])
    return topic


def settles(words: Sequence[Token], topic: Sequence[Token]) -> bool:
    """Whether a talk of ``topic`` would settle something: 大事な話, 旅行の話, 三時の話; not 思い出話."""
    told = {t.lemma for t in topic} - ({"思い出"} if _as_one_word(words) else set())
    return bool(WEIGHTY & told) or any(_counts_time(a, b) for a, b in pairwise(words) if a in topic)


def _as_one_word(words: Sequence[Token]) -> bool:
    """思い出話 is a talk of old times; 思い出の話 may be of the two."""
    return any(a.lemma == "思い出" and b.surface == "話" for a, b in pairwise(words))


def _counts_time(number: Token, unit: Token) -> bool:
    """三時 of 三時の話, 二人 of 二人の話; 一曲 of 一曲の話 is a thing."""
    return number.pos[1] == "数詞" and unit.surface not in _THINGS


def _talk(word: Token, after: Token) -> bool:
    """話 of 猫の話を, 噂話 of 古本市の噂話; not 話し of お話ししよう."""
    if word.surface in _SPOKEN:
        return after.lemma != "為る" or after.pos[5].startswith("意志推量形") or word.surface == "話"
    return word.lemma in _TOLD and word.pos[0] == "名詞" and word.pos[2] != "サ変可能"


def _matter(word: Token, after: Token) -> bool:
    """こと of 推しのことで."""
    return word.lemma == "こと" and after.surface in ("で", "を", "に")


def _ends_a_phrase(word: Token) -> bool:
    return word.lemma in ("又", "うち") or (  # またそのうち、しょうもない話でも
        word.pos[0] in ("助詞", "助動詞") and word.surface not in ("の", "な", "ない", "ん", "も")
    )
