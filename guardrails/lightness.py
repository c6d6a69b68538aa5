"""Whether a sentence after a no leaves the other as free as before, though no act knows it: told by its grammar."""

import re
from itertools import pairwise

from guardrails.acts import Line
from guardrails.aside import AWAY, BITTER, dated
from guardrails.burdens import BETWEEN_US, GIVEN, LISTENER, SPEAKER, WEIGHS, forms
from guardrails.predicate import Predicate, predicate
from guardrails.text import Text

_CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞"})
_EMPTY = forms(
    "日 時 こと 事 今日 今回 予定 用事 都合 為る 有る 居る 行く 来る 無理 御免 無い ない 成る 言う 思う 物 人 何 誘う 断る"
)
"""Words everybody says: to have them in common is not to take up what they told."""

_POINTING = forms("其れ そりゃ 其の 其処 其方 そんな そら")
_HOME = forms("寝る 帰る 食べる 食う 入る 休む 焼く 揚げる 洗う 片付ける 回す 干す 畳む")
_MINDING = forms("思う 感じる 考える 悩む 信じる 願う 居る 有る 成る 出来る 分かる 知る 見える")
_HEEDING = forms("覚える 見習う 承る 肝")
_MOVED = forms("笑う 和む 癒す 感動 感心 尊敬 想像 浮かぶ 憧れる 見習う 見届ける 羨む")
_PUT_BY = forms("とく おく 置く")
_EASY = forms("互い 御互い ぼちぼち ゆっくり のんびり 焦る マイペース 踏ん張る 乗り切る 乗り越える")
_LASTING = forms("てる 居る おる から")
_GLAD = forms("喜ぶ 賑やか 楽しい 楽しみ 心強い 幸せ 笑顔 嬉しい 安心 自慢 誇らしい")
_COPULA = forms("だ です や じゃ")
_ABSTRACT = forms(
    "事 こと 物 もの 訳 筈 為 話 積もり 義務 責任 基本 筋 限界 最後 順番 番 運命 命令 決定 確定 決まり 集合 出発 勝負 権利 損"
)
"""Nouns that settle, judge or bind, where others only picture."""
_GUESSING = ("でしょう", "でしょ", "だろう", "だろ", "やろ", "やろう", "じゃろ", "じゃろう")
_CHARM = forms("魔法 呪文 お呪い 呪い エール 念 旗 応援 祈り 御守り 花吹雪 拍手 パワー")
_LENT = forms("掛ける かける 振る ふる 送る 飛ばす とばす 唱える 込める 投げる 鳴らす 撒く 降らす 為る")
_WHO = forms("誰 何 何処 何方")
_TIME = forms(
    "時間 予定 休み 都合 日程 出来る 行く 来る 行ける 来れる 来られる 間に合う 分かる 知る 作る 作れる 取れる"
)
_IMAGE = 3
_GOING = forms(
    "行く 来る 参る 伺う 寄る 付き合う 遊ぶ 飲む 観る 見る 行ける 来れる 出掛ける 参加 手伝う 思う 知る 分かる"
)
"""What would bring the speaker along, or say what they think of it."""
_KANJI = re.compile("[一-龠]")
_EXCLAIMING = forms("笑 草 わら")
_SULKY = forms("ふーん ふん へえ 溜息 ちぇっ ちぇ えー はあ けっ ちっ")
_SINCE = forms("から ので")
_CLOSING = _SINCE | forms("です")
_AFTER = forms("て で")
_HELPS = forms(
    "心強い 楽 利く 効く 安心 温まる 暖かい 温かい 美味しい 落ち着く 捗る 治る 冷めにくい 快適 便利"
)
_FEW = 4
_LONG = 45
"""Letters of a sentence that says more than it takes to be light."""


def light(line: Line, incoming: Text) -> bool:
    """Whether the sentence of ``line``, an answer to a no, asks nothing and tells nothing of what is between the two.

    It takes up a thing of theirs, lifts a duty, heeds what they said, goes on with the speaker's own day, or only
    exclaims.
    """
    sentence = line.sentence
    said = None if sentence.question or len(sentence.fold) > _LONG else predicate(sentence)
    if said is None:
        return not sentence.question and _exclaims(line)
    lemmas = set(said.lemmas)
    if _exclaims(line) or (_lifts(said) and not line.marks & {"day", "concrete", "invite"}):
        return True
    if _sure(said):
        return not line.marks & (AWAY | {"day", "concrete"})
    weight = lemmas & (WEIGHS | BETWEEN_US | LISTENER | GIVEN | BITTER) - _lightened(said)
    if line.marks & AWAY or weight or _conditional(said) or dated(line, incoming):
        return False
    tests = (_heeds, _goes_on, _me_too, _cheers, _praises, _pictures, _from_afar, _gladdens, _helps)
    return _takes_up(said, incoming) or any(test(said) for test in tests)


def _exclaims(line: Line) -> bool:
    """おっ、あらら、笑: no word that says anything."""
    words = [t for t in line.sentence.tokens if t.pos[0] not in ("補助記号", "空白", "記号")]
    return all(
        (t.pos[0] in ("感動詞", "助詞") or t.lemma in _EXCLAIMING) and t.lemma not in _SULKY for t in words
    )


def _conditional(said: Predicate) -> bool:
    """…なら, …たら, …ば: it depends on something."""
    return any(t.pos[5].startswith("仮定形") for t in said.words)


def _lightened(said: Predicate) -> frozenset[str]:
    """What weighs nothing here: より of 何より, だけ of 想像するだけで, みんな of みんな喜ぶでしょう, しか of 尊敬しかない."""
    lemmas = set(said.lemmas)
    light: set[str] = set()
    if any(a.lemma == "何" and b.lemma == "より" for a, b in pairwise(said.words)):
        light.add("より")
    if "想像" in lemmas:
        light.add("だけ")
    if lemmas & _GLAD:
        light.add("皆")
    if lemmas & _MOVED:
        light |= {"しか", "無い"}
    return frozenset(light)


def _sure(said: Predicate) -> bool:
    """味噌汁が心強い味方になってくれるはず: a good end, of nobody's time."""
    if "筈" not in said.lemmas[-2:] or said.head is None or said.head.pos[0] != "動詞":
        return False
    if said.past or said.negative:
        return False
    bound = SPEAKER | LISTENER | BETWEEN_US | BITTER | WEIGHS | GIVEN | _TIME
    return not (bound - {"筈", "次", "呉れる"}).intersection(said.lemmas)


def _lifts(said: Predicate) -> bool:
    """No need to, free to: 返事しなくていいよ, 泣いていいよ, 遅いなんて思いませんでした."""
    lemmas = said.lemmas
    while lemmas[-1:] and lemmas[-1] in _CLOSING:
        lemmas = lemmas[:-1]
    tail = lemmas[-4:]
    free = tail[-1:] == ["良い"] or bool({"大丈夫", "平気", "結構", "十分"} & set(tail[-2:]))
    if free and _AFTER & set(tail) and {"ない", "ず", "無い"} & set(tail):
        return not SPEAKER & set(lemmas)
    blames = {"なんて", "とか", "とは"} & set(lemmas)
    return bool(blames) and said.negative and said.head is not None and said.head.lemma == "思う"


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
    return not said.past and (bool(said.tail) or "だ" in said.hung)


def _shared(lemmas: list[str], incoming: Text) -> bool:
    """Whether one of ``lemmas`` is, or is part of, a word of theirs: 野球 of 草野球."""
    theirs = {t.lemma for s in incoming.sentences for t in s.tokens if t.pos[0] in _CONTENT} - _EMPTY
    return any(
        mine in their or their in mine
        for mine in lemmas
        for their in theirs
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


def _from_afar(said: Predicate) -> bool:
    """遠くから旗ふってる, 一瞬で終わる魔法かけとくわ: help that takes nothing."""
    if said.head is None or said.past or said.negative or said.order:
        return False
    return said.head.lemma in _LENT and bool(_CHARM.intersection(said.lemmas))


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
    return bool(_GLAD.intersection(said.lemmas[-6:])) and said.end.surface in _GUESSING


def _heeds(said: Predicate) -> bool:
    """覚えておきます, 見習います, 笑った, 想像しただけで目が回る: what they said is taken in, or moves."""
    if said.head is None or said.order:
        return False
    if "尊敬" in said.lemmas:
        return True
    if said.negative:
        return False
    if "想像" in said.lemmas:
        return not _WHO.intersection(said.lemmas)
    return said.head.lemma in _MOVED or (said.head.lemma in _HEEDING and not said.past)


def _goes_on(said: Predicate) -> bool:
    """The speaker's own day, in which the other has no part: こっちは家で餃子包むわ, 銭湯でふやけてくる."""
    head = said.head
    if head is None or said.past or said.negative or said.order or head.lemma in _MINDING:
        return False
    if (head.pos[0] != "動詞" and "為る" not in said.hung) or _LASTING & said.hung:
        return False
    own = bool(SPEAKER.intersection(said.lemmas)) or {"て", "来る"} <= said.hung
    return own or (head.lemma in _HOME and bool(said.tail) and not _PUT_BY & said.hung)


def _me_too(said: Predicate) -> bool:
    """俺ももやし生活だよ, 私も昨日寝坊した: the same of oneself, which asks nothing."""
    first, second = said.words[0], said.words[1:2]
    if first.lemma not in SPEAKER or not second or second[0].lemma != "も" or said.order or said.head is None:
        return False
    return not _GOING.intersection(said.lemmas)


def _cheers(said: Predicate) -> bool:
    """焦らずいこ, お互い踏ん張ろうね: an effort each makes alone."""
    return said.end.pos[5].startswith("意志推量形") and bool(_EASY.intersection(said.lemmas))


def _praises(said: Predicate) -> bool:
    """意志が強い!, 正しい判断!, 安全運転で!: how they are, or how it may go, in a word."""
    if said.head is None or said.past or said.negative or SPEAKER.intersection(said.lemmas):
        return False
    if len(said.words) > _FEW or said.end.lemma == "良い":
        return False
    if said.end.surface == "で" and len(said.words) > 1:
        return said.words[-2].pos[2] == "サ変可能"
    said_of = said.words[-2] if said.end.pos[0] == "名詞" and len(said.words) > 1 else said.end
    return said_of.pos[0] in ("形容詞", "形状詞")
