"""Whether a sentence pictures their thing, its end, its joys or what eases it, and neither of the two."""

from itertools import pairwise

from guardrails.kinds.burdens import BETWEEN_US, BITTER, GIVEN, LISTENER, SPEAKER, WEIGHS, forms
from guardrails.kinds.predicate import Predicate
from guardrails.text import Token

GLAD = forms("喜ぶ 丈夫 賑やか 楽しい 楽しみ 心強い 幸せ 笑顔 嬉しい 安心 自慢 誇らしい")
_COPULA = forms("だ です や じゃ")
_ABSTRACT = forms(
    "事 こと 物 もの 訳 筈 為 話 積もり 義務 責任 基本 筋 限界 最後 順番 番 運命 命令 決定 確定 決まり 集合 出発 勝負 権利 損"
)
"""Nouns that settle, judge or bind, where others only picture."""
_TIME = forms(
    "時間 予定 休み 都合 日程 出来る 行く 来る 行ける 来れる 来られる 間に合う 分かる 知る 作る 作れる 取れる"
)
_SENSED = forms("匂い 香り 音 音色 声 歌声 歓声 笑い声 掛け声 熱気 湯気 気配 賑わい 活気 拍手")
_REACHES = forms("届く 漂う 聞こえる 響く 為る する 伝わる 流れる 溢れる")
_SPARE = forms("時間 休み 予定 都合 日程")
_IMAGE = 3
_SINCE = forms("から ので")
_HELPS = forms(
    "心強い 丈夫 楽 利く 効く 安心 温まる 暖かい 温かい 美味しい 落ち着く 捗る 治る 冷めにくい 快適 便利"
)
_DELIGHTS = forms(
    "美味しい 旨い 格別 絶品 最高 気持ち良い 心地良い 綺麗 美しい 眩しい 青い 可愛い たまる 溜まる 堪る 待ち遠しい 香ばしい"
)
_GUESSING = ("でしょう", "でしょ", "だろう", "だろ", "やろ", "やろう", "じゃろ", "じゃろう")


def pictured(said: Predicate) -> bool:
    """Whether it says what their thing is, how it may end, whom it gladdens or what helps with it."""
    tests = (_pictures, _gladdens, _delights, _helps, _stays, _reaches)
    return any(test(said) for test in tests)


def ends_well(said: Predicate) -> bool:
    """味噌汁が心強い味方になってくれるはず: a good end, of nobody's time."""
    if "筈" not in said.lemmas[-2:] or said.head is None or not _acts(said.head):
        return False
    if said.past or said.negative:
        return False
    bound = SPEAKER | LISTENER | BETWEEN_US | BITTER | WEIGHS | GIVEN | _TIME
    return not (bound - {"筈", "次", "呉れる"}).intersection(said.lemmas)


def _acts(word: Token) -> bool:
    """Whether a word tells an act: 守る, or 味方 of 味方する."""
    return word.pos[0] == "動詞" or word.pos[2] == "サ変可能"


def _pictures(said: Predicate) -> bool:
    """ゼリーとアイスの出番だ, 布団がいちばんの給水所だ: what things are, in a picture; of neither of the two."""
    if said.head is None or said.past or said.negative or said.order or SPEAKER.intersection(said.lemmas):
        return False
    words = list(said.words)
    while len(words) > 1 and words[-1].lemma in _SINCE:
        words.pop()
    stated = words[-1].lemma in _COPULA and words[-1].surface != "で" and len(words) > 1
    noun = words[-2] if stated else words[-1]
    if noun.pos[0] not in ("名詞", "接尾辞") or noun.lemma in _ABSTRACT:
        return False
    if any(t.pos[1] == "数詞" for t in words[-3:]) or _SPARE.intersection(said.lemmas):
        return False  # 駅から徒歩三分です
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


def _reaches(said: Predicate) -> bool:
    """屋台の匂いがこっちまでしてきそうや, 笑い声がここまで聞こえてきそうです: their day, sensed from afar."""
    lemmas = said.lemmas
    if said.past or said.negative or not _SENSED.intersection(lemmas):
        return False
    return bool(_REACHES.intersection(lemmas)) and bool({"そう", "よう"}.intersection(lemmas[-3:]))
