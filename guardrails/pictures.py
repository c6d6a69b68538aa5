"""Whether a sentence pictures their thing, its end, its joys or what eases it, and neither of the two."""

import re
from itertools import pairwise

from guardrails.burdens import BETWEEN_US, BITTER, GIVEN, LISTENER, SPEAKER, WEIGHS, forms
from guardrails.predicate import Predicate
from guardrails.text import Text, Token

_CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞"})
_EMPTY = forms(
    "日 時 こと 事 今日 今回 予定 用事 都合 為る 有る 居る 行く 来る 無理 御免 無い ない 成る 言う 思う 物 人 何 誘う 断る"
)
"""Words everybody says: to have them in common is not to take up what they told."""
_POINTING = forms("其れ そりゃ 其の 其処 其方 そんな そら")
GLAD = forms("喜ぶ 賑やか 楽しい 楽しみ 心強い 幸せ 笑顔 嬉しい 安心 自慢 誇らしい")
_COPULA = forms("だ です や じゃ")
_ABSTRACT = forms(
    "事 こと 物 もの 訳 筈 為 話 積もり 義務 責任 基本 筋 限界 最後 順番 番 運命 命令 決定 確定 決まり 集合 出発 勝負 権利 損"
)
"""Nouns that settle, judge or bind, where others only picture."""
_TIME = forms(
    "時間 予定 休み 都合 日程 出来る 行く 来る 行ける 来れる 来られる 間に合う 分かる 知る 作る 作れる 取れる"
)
_IMAGE = 3
_KANJI = re.compile("[一-龠]")
_STIRS = forms("震える こたえる 応える 堪える 効く 染みる 沁みる 滲みる 燃える 痺れる 騒ぐ")
"""What a thing does to whoever has to do with it: 白紙は震える, 終電はこたえる."""
_SINCE = forms("から ので")
_HELPS = forms(
    "心強い 楽 利く 効く 安心 温まる 暖かい 温かい 美味しい 落ち着く 捗る 治る 冷めにくい 快適 便利"
)
_DELIGHTS = forms(
    "美味しい 旨い 格別 絶品 最高 気持ち良い 心地良い 綺麗 美しい 眩しい 青い 可愛い たまる 溜まる 堪る 待ち遠しい 香ばしい"
)
_GUESSING = ("でしょう", "でしょ", "だろう", "だろ", "やろ", "やろう", "じゃろ", "じゃろう")


def pictured(said: Predicate, incoming: Text) -> bool:
    """Whether it says what their thing is, how it may end, whom it gladdens or what helps with it."""
    tests = (_pictures, _gladdens, _delights, _helps, _stays)
    return _takes_up(said, incoming) or any(test(said) for test in tests)


def ends_well(said: Predicate) -> bool:
    """味噌汁が心強い味方になってくれるはず: a good end, of nobody's time."""
    if "筈" not in said.lemmas[-2:] or said.head is None or not _acts(said.head):
        return False
    if said.past or said.negative:
        return False
    bound = SPEAKER | LISTENER | BETWEEN_US | BITTER | WEIGHS | GIVEN | _TIME
    return not (bound - {"筈", "次", "呉れる"}).intersection(said.lemmas)


def echoes(said: Predicate, incoming: Text) -> bool:
    """毎日終電て…, 決勝とは!: nothing but their own words, said with surprise."""
    words = [t for t in said.words if t.pos[0] not in ("助詞", "感動詞")]
    if not words or said.end.surface not in ("って", "て", "とは", "は") or words[-1] is said.end:
        return False
    return not _EMPTY & {t.lemma for t in words} and all(_shared([t.lemma], incoming) for t in words)


def hurries(said: Predicate, incoming: Text) -> bool:
    """餅は待ってくれへんもんな: it is their thing that does not wait, so that they are free to go."""
    words = said.words
    topic = next((before for before, after in pairwise(words) if after.lemma == "は"), None)
    if topic is None or said.head is None or said.head.lemma != "待つ" or "呉れる" not in said.hung:
        return False
    refused = said.negative or "へん" in said.hung
    return refused and topic.pos[0] == "名詞" and _shared([topic.lemma], incoming)


def lemmas_of(incoming: Text) -> frozenset[str]:
    """The words of theirs that say something."""
    return frozenset(t.lemma for s in incoming.sentences for t in s.tokens if t.pos[0] in _CONTENT) - _EMPTY


def _acts(word: Token) -> bool:
    """Whether a word tells an act: 守る, or 味方 of 味方する."""
    return word.pos[0] == "動詞" or word.pos[2] == "サ変可能"


def _takes_up(said: Predicate, incoming: Text) -> bool:
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


def _shared(lemmas: list[str], incoming: Text) -> bool:
    """Whether one of ``lemmas`` is, or is part of, a word of theirs: 野球 of 草野球."""
    return any(
        mine in their or their in mine
        for mine in lemmas
        for their in lemmas_of(incoming)
        if len(mine) > 1 or _KANJI.match(mine)
    )


def _pictures(said: Predicate) -> bool:
    """ゼリーとアイスの出番だ, 布団がいちばんの給水所だ: what things are, in a picture; of neither of the two."""
    if said.head is None or said.past or said.negative or said.order or SPEAKER.intersection(said.lemmas):
        return False
    words = list(said.words)
    while len(words) > 1 and words[-1].lemma in _SINCE:
        words.pop()
    stated = words[-1].lemma in _COPULA and len(words) > 1
    noun = words[-2] if stated else words[-1]
    if noun.pos[0] not in ("名詞", "接尾辞") or noun.pos[1] == "数詞" or noun.lemma in _ABSTRACT:
        return False
    return (stated or bool(said.tail)) and len(words) >= _IMAGE


def _helps(said: Predicate) -> bool:
    """鞄に入れておくと心強いよ: a thing that makes their day easier, in which the speaker has no part."""
    if said.head is None or said.past or said.negative or SPEAKER.intersection(said.lemmas):
        return False
    given = any(t.lemma == "と" and t.pos[1] == "接続助詞" for t in said.words)
    return given and said.head.lemma in _HELPS


def _gladdens(said: Predicate) -> bool:
    """おじいちゃんも喜ぶでしょうね: a guess at the joy of those they will be with."""
    if said.head is None or said.past or said.negative or SPEAKER.intersection(said.lemmas):
        return False
    return bool(GLAD.intersection(said.lemmas[-6:])) and said.end.surface in _GUESSING


def _stays(said: Predicate) -> bool:
    """山は逃げませんから: the thing will be there another time, whenever that is; not 俺は逃げないから."""
    topics = [before for before, after in pairwise(said.words) if after.lemma in ("は", "も")]
    refused = said.negative or {"の", "だ"} <= said.hung  # 味噌カツは逃げんでな
    if said.head is None or said.head.lemma != "逃げる" or not refused or {"られる", "れる"} & said.hung:
        return False
    return bool(topics) and topics[0].pos[0] == "名詞" and not SPEAKER.intersection(said.lemmas)


def _delights(said: Predicate) -> bool:
    """つきたてはたまらんやろなあ, 湯上がりの麦茶は格別でしょうね: a guess at what is good in their day."""
    if said.head is None or said.past or SPEAKER.intersection(said.lemmas):
        return False
    return said.head.lemma in _DELIGHTS and said.end.surface in _GUESSING
