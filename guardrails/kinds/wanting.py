"""Whether a sentence wants something of the other, or goes on about the two, whatever kind word is in it."""

from itertools import pairwise

from guardrails.acts import Line
from guardrails.kinds.burdens import GIVEN, JUDGES, SPEAKER, TOWARD_ME, forms
from guardrails.kinds.predicate import Predicate, predicate
from guardrails.kinds.putting_off import puts_off
from guardrails.text import Token
from guardrails.vocabulary import Act

_ASIDE = forms("普通 此れ 今 職場 学校")
"""Words of going on as before: これからも普通に話してくれたらうれしい."""

_AS_EVER = forms("いつも 通り")
_TALKING = forms("話す 喋る 接する")
"""いつもどおり話してくれたらうれしい."""

_WORK = forms("仕事 御仕事 業務 職場 会社 お仕事")
_SUPPORT = forms("力添え 御力添え 指導 御指導 鞭撻 愛顧")
_COMING = forms(
    "待つ 空ける 迎える 探す 調べる 予約 用意 参る 参上 伺う 駆け付ける 押し掛ける 御馳走 奢る 届ける"
)
"""What a speaker would do for the next time, or to be there."""

_SENDING = forms("送る 誘う")
_SENT = forms("念 応援 エール パワー 元気 祈り 拍手")
_LONGING = frozenset(("たい", "欲しい"))
_THOUGHT = forms("思う 言う 聞く 信じる")
_EASED = forms("嬉しい 有り難い 助かる 救う ほっと 安心 楽 光栄 心強い 気楽 喜ぶ 恐縮")
"""What their kind word does to the speaker."""

_BY_ITSELF = forms(
    "持つ 晴れる 上がる 止む 引く 下がる 治る 治まる 収まる 落ち着く 咲く 効く 成る 過ぎる 続く"
)
_NATURE = forms(
    "天気 御天気 空 雨 雪 風 台風 暑さ 寒さ 気温 桜 花 熱 痛み 腫れ 咳 鼻水 花粉 薬 湿布 腰 膝 肩 喉 頭 体 体調"
)
_KIN = forms(
    "孫 妹 弟 姉 兄 娘 息子 子 子供 赤ちゃん 母 父 お母さん お父さん 祖母 祖父 婆 爺 甥 姪 家族 生徒 園児 患者 客 犬 猫 ワンコ ニャンコ"
)
_SPARED = forms("ない 無い ず 忘れる 後回し 構う")
_ABOUT_ME = (("の", "こと"), ("の", "方"), ("の", "気持ち"))
_GIVING_UP = forms("諦める もう 一人 独り")
_REGRETS = forms("間違い 間違う 馬鹿 失敗 愚か 情けない 情け無い 恥")
_BESIDE = forms("隣 側 横 そば 傍")
_ONLY = forms("だけ ばかり のみ")
_TELLING = forms("言う 教える 聞かせる 話す 答える 伝える 説明")
_INMOST = forms("理由 訳 本音 本心 本当 気持ち 事情 原因 真相")
"""What is theirs to tell or not."""

_PAST_MATTERS = forms("こと 事 約束 話 件 言葉")
_BUT = (
    "ましたけど",
    "ましたけれど",
    "ましたけども",
    "ましたが",
    "たけどさ",
    "たけどね",
    "わかったけど",
    "分かったけど",
)
"""What takes back that one understood: 仰ることは分かりましたけど."""
_LEAVING = ("のに", "くせに", "のにな", "のにね")


def wants(line: Line) -> bool:
    """Whether ``line`` asks in the form of a wish, wants for the speaker, reproaches, laments or prepares to meet.

    教えてもらえるとうれしい, 私も見たい, すてきなのに, 面倒だもんね, 私は眠れません, 待ってるね; not 待ってないよ or
    気が楽になりました.
    """
    said = predicate(line.sentence)
    if said is None:
        return False
    lemmas = set(said.lemmas)
    return (
        line.sentence.fold.endswith(_LEAVING)
        or (asks_softly(said) and not lemmas & _ASIDE and not _as_ever(lemmas))
        or bool(lemmas & SPEAKER and lemmas & _LONGING)
        or prepares(said)
        or (bool(lemmas & JUDGES) and not said.negative)
        or (line.acts == {Act.CARE} and _laments(said))
        or _for_me(said)
        or _left_alone(said)
        or _would_send(said)
        or _has_them_tell(said)
        or puts_off(said)
        or (line.acts == {Act.ACCEPTANCE} and line.sentence.fold.endswith(_BUT))
    )


def _as_ever(lemmas: set[str]) -> bool:
    """いつもどおり話してくれたらうれしい, 今後ともお仕事でお力添えいただけましたら幸いです."""
    return (lemmas >= _AS_EVER and bool(lemmas & _TALKING)) or bool(lemmas & _WORK and lemmas & _SUPPORT)


def _has_them_tell(said: Predicate) -> bool:
    """詫びはいらないから理由を言って, あのことは忘れないで; not 傘を忘れないで, いつでも言ってね."""
    if said.head is None or not said.order:
        return False
    kept = said.negative and said.head.lemma == "忘れる"
    about = _PAST_MATTERS if kept else _INMOST
    return (kept or said.head.lemma in _TELLING) and bool(about.intersection(said.lemmas))


def _would_send(said: Predicate) -> bool:
    """また誘うね, 写真送るわ; not 知らずに誘っちゃった, which is sorry, nor エール送るね."""
    if said.head is None or said.head.lemma not in _SENDING or said.order or said.past:
        return False
    return not _SENT.intersection(said.lemmas)


def asks_softly(said: Predicate) -> bool:
    """Whether a favour is a condition: …てもらえると, …てくれたら, …ていただければ; not …てくれると思う."""
    for at, word in enumerate(said.words):
        if word.lemma not in GIVEN - _LONGING or _takes_kindly(said, at) or _of_a_thing(said, at):
            continue
        if any(t.pos[5].startswith("仮定形") for t in said.words[at : at + 4]):
            return True
        after = [t.lemma for t in said.words[at + 1 : at + 4] if t.lemma != "ます"]
        if after[:1] == ["と"] and not _THOUGHT.intersection(after[1:2]):
            return True
    return False


def _of_a_thing(said: Predicate, at: int) -> bool:
    """天気もってくれればいいな, 妹さんが喜んでくれるといいね: what goes by itself, or is another's, is no favour to the speaker."""
    before = {t.lemma for t in said.words[:at]}
    goes = before & _BY_ITSELF and before & _NATURE
    theirs = _kin_does(said.words[:at]) and not before & (SPEAKER | TOWARD_ME)
    return said.words[at].lemma == "呉れる" and bool(goes or theirs)


def _kin_does(words: tuple[Token, ...]) -> bool:
    """Whether kin of theirs are who does it: 妹さんが喜んで; not 妹さんのこと話して."""
    bare = [word for word in words if word.pos[0] != "接尾辞"]
    return any(who.lemma in _KIN and particle.surface == "が" for who, particle in pairwise(bare))


def _takes_kindly(said: Predicate, at: int) -> bool:
    """Whether what is had at ``at`` was said already: そう言ってもらえるとこちらまで嬉しいです; not そう言ってもらえたら."""
    before = [t.lemma for t in said.words[max(at - 3, 0) : at]]
    after = [t.lemma for t in said.words[at + 1 : at + 4] if t.lemma != "ます"]
    said_so = before == ["そう", "言う", "て"] and after[:1] == ["と"]
    return said_so and said.head is not None and said.head.lemma in _EASED and not said.negative


def _for_me(said: Predicate) -> bool:
    """たまには俺を優先して, 私のことも大事にしてね; not 俺の分まで楽しんで, こっちのことは忘れて."""
    lemmas = said.lemmas
    if not said.order or _SPARED.intersection(lemmas):
        return False
    mine = SPEAKER - {"自分", "此方"}
    after = [lemmas[at + 1 : at + 3] for at, lemma in enumerate(lemmas) if lemma in mine]
    return any(follows[:1] in (("を",), ("に",)) or follows in _ABOUT_ME for follows in after)


def _left_alone(said: Predicate) -> bool:
    """俺だけ楽しみにしてた, 誘ったのが間違いだった, 隣にいて; not お母さんのそばにいて."""
    if said.negative:
        return False
    if "誘う" in said.lemmas and _REGRETS.intersection(said.lemmas):
        return True
    pairs = list(pairwise(said.lemmas))
    beside = said.order and said.head is not None and said.head.lemma == "居る" and "上げる" not in said.hung
    theirs = not SPEAKER.intersection(said.lemmas)
    mine = any(
        after in _BESIDE and not (theirs and before == "の")
        for before, after in [("", said.lemmas[0]), *pairs]
    )
    return (beside and mine) or any(who in SPEAKER and limit in _ONLY for who, limit in pairs)


def _laments(said: Predicate) -> bool:
    """私は昨日から眠れてません, 私はもう諦めて寝てます: how the speaker is, in words that would care for another."""
    if said.words[0].lemma not in SPEAKER or said.order or len(said.words) == 1:
        return False
    gives_up = {"ない", "ず"} & said.hung or _GIVING_UP.intersection(said.lemmas)
    return said.words[1].pos[1] in ("係助詞", "格助詞") and bool(gives_up)


def prepares(said: Predicate) -> bool:
    """Whether the speaker gets ready for the two: 待ってる, 席を空けとく, お迎えに参ります."""
    if said.head is None or said.past or said.negative or said.order or (GIVEN | {"よう"}) & said.hung:
        return False
    if said.head.pos[0] == "名詞" and {"だ", "です", "や", "じゃ"} & said.hung:
        return False  # 寝るのが一番のごちそうだ is of no doing
    if said.head.lemma == "取る":
        return bool({"とく", "おく", "置く"} & said.hung)
    return said.head.lemma in _COMING and "だろう" not in said.end.surface
