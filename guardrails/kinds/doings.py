"""Whether a sentence tells of what the speaker does or takes to heart, in which the other has no part."""

from guardrails.kinds.burdens import SPEAKER, forms
from guardrails.kinds.predicate import Predicate

_BRIEF = forms("寝る 帰る 食べる 食う 入る 休む 焼く 揚げる 洗う 片付ける 回す 干す 畳む")
"""What is one's own even where nobody says whose it is: 今日は早く寝るね."""
_AT_HOME = forms(
    "読む 聴く 観る 弾く 描く 編む 縫う 煮る 焼く 炊く 揚げる 茹でる 漬ける 捏ねる 剥く 洗う 干す 畳む 掃く 拭く 磨く",
    "片付ける 片付け 掃除 洗濯 整理 整頓 模様替え 料理 自炊 読書 筋トレ 耕す 植える 抜く 崩す 組み立てる 温まる",
)
"""What one may be in the middle of at home: it waits for nobody, unlike 待ってる, 見てる, 飲んでる, 起きてる."""
_KEPT = forms("写真 アルバム 画面 スマホ 手紙 メッセージ トーク 履歴 思い出 弁当 御弁当 プレゼント 分 人前")
"""Things that make of it a doing for, or about, the other."""
_MINDING = forms("思う 感じる 考える 悩む 信じる 願う 居る 有る 成る 出来る 分かる 知る 見える")
_HEEDING = forms("覚える 見習う 承る 肝")
MOVED = forms("笑う 和む 癒す 感動 感心 敬服 尊敬 想像 浮かぶ 憧れる 見習う 見届ける 羨む")
_PUT_BY = forms("とく おく 置く")
_LASTING = forms("てる 居る おる から")
CHARM = forms("魔法 呪文 お呪い 呪い エール 念 旗 応援 祈り 御守り 花吹雪 拍手 パワー 舞 舞い 踊り 念力")
_LENT = forms(
    "掛ける かける 振る ふる 送る 飛ばす とばす 唱える 込める 投げる 鳴らす 撒く 降らす 為る 踊る おどる 舞う"
)
_WHO = forms("誰 何 何処 何方")
_GOING = forms(
    "行く 来る 参る 伺う 寄る 付き合う 遊ぶ 飲む 観る 見る 行ける 来れる 出掛ける 参加 手伝う 思う 知る 分かる",
    "休み 非番 暇 自由 時間 オフ フリー 一人 独り",
)
"""What would bring the speaker along, say what they think of it, or that they are free or alone."""


def of_ones_own(said: Predicate) -> bool:
    """Whether it tells of an act or a mood of the speaker that takes nothing from the other."""
    return any(test(said) for test in (_heeds, _goes_on, _is_at, _me_too, _from_afar))


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
    return said.head.lemma in MOVED or (said.head.lemma in _HEEDING and not said.past)


def _goes_on(said: Predicate) -> bool:
    """The speaker's own day, in which the other has no part: こっちは家で餃子包むわ, 銭湯でふやけてくる."""
    head = said.head
    if head is None or said.past or said.negative or said.order or said.wills or head.lemma in _MINDING:
        return False
    if (head.pos[0] != "動詞" and "為る" not in said.hung) or _LASTING & said.hung:
        return False
    own = bool(SPEAKER.intersection(said.lemmas)) or {"て", "来る"} <= said.hung
    return own or (head.lemma in _BRIEF and bool(said.tail) and not _PUT_BY & said.hung)


def _is_at(said: Predicate) -> bool:
    """What the speaker is in the middle of: こっちは家で本読んでます; not 本を読んでました, which says what for."""
    if said.head is None or said.past or said.negative or said.order or not _LASTING & said.hung:
        return False
    if not SPEAKER.intersection(said.lemmas) or (_KEPT | _GOING - {"観る"}).intersection(said.lemmas):
        return False
    return said.head.lemma in _AT_HOME


def _me_too(said: Predicate) -> bool:
    """俺ももやし生活だよ, 私も昨日寝坊した: the same of oneself, which asks nothing."""
    first, second = said.words[0], said.words[1:2]
    if first.lemma not in SPEAKER or not second or second[0].lemma != "も" or said.order or said.head is None:
        return False
    return not _GOING.intersection(said.lemmas)


def _from_afar(said: Predicate) -> bool:
    """遠くから旗ふってる, 一瞬で終わる魔法かけとくわ: help that takes nothing."""
    if said.head is None or said.past or said.negative or said.order:
        return False
    return said.head.lemma in _LENT and bool(CHARM.intersection(said.lemmas))
