"""Whether a sentence takes their answer in, or feels with the giving of it."""

from itertools import pairwise

from guardrails.kinds.burdens import BETWEEN_US, BITTER, GIVEN, LISTENER, SPEAKER, WEIGHS, forms
from guardrails.kinds.predicate import Predicate, thought

_ANSWER = forms("返事 御返事 言葉 御言葉 人柄 文面 遣り取り 知らせ 御知らせ 心遣い 御心遣い 気遣い")
_WARM = forms(
    "真っ直ぐ 丁寧 誠実 誠実さ 温かい 温かさ 暖かい 暖かさ あたたかさ 優しい やさしい 優しさ 気遣い 心遣い 礼儀 律儀 温もり 頭 正直"
)
_TAKEN_IN = forms("感じる 染みる 沁みる 滲みる 届く 伝わる 滲む 入る 下がる 温まる 和む 受け止める")
_UNDERSTOOD = forms("受け止める 承る 分かる 承知")
_GIVING = forms("伝える 断る 書く 打つ 言う 知らせる 打ち明ける 切り出す 告げる 話す 決める")
_COSTS = forms(
    "勇気 気力 エネルギー 労力 体力 力 カロリー 気まずい 心苦しい 大変 悩む 迷う 緊張 難しい 言い辛い 言い難い"
)
_PACE = forms("ペース 速さ 早さ 時間 タイミング リズム 歩幅 歩み 速度")
_OWN = forms("其々 其れ其れ 形")
_ASKED = forms("誘う 御誘い 誘い 連絡 声掛け 声")
_BAD_TIME = forms("時期 時 所 最中 中 前 直前 矢先 忙しい 大変 遠い")
_DID = forms("ちゃう 仕舞う")
_FELT = forms("気持ち 御気持ち 考え 御考え 判断 御判断")
"""What they may have: そのお気持ち、もっともです."""
_MUCH = BITTER | LISTENER | SPEAKER | GIVEN


def takes_in(said: Predicate) -> bool:
    """Whether it says how their answer was received, what it cost them to give it, or that it took the time it took."""
    tests = (_receives, _takes_as_said, _feels_with, _each_their_own, _finds_it_right, _asked_too_much)
    return any(test(said) for test in tests)


def _receives(said: Predicate) -> bool:
    """まっすぐなお返事で、すっと胸に入ってきました: how their answer was, in a good word."""
    lemmas = set(said.lemmas)
    if said.head is None or said.negative or said.order or not lemmas & _ANSWER or not lemmas & _WARM:
        return False
    weighs = (WEIGHS | BETWEEN_US | BITTER | LISTENER | SPEAKER) - _ANSWER - {"正直"}
    return said.head.lemma in _TAKEN_IN and not lemmas & weighs


def _takes_as_said(said: Predicate) -> bool:
    """仰ることはそのまま受けとめております, お返事、承りました; not 言いたいことは分かった、でも."""
    if said.head is None or said.head.lemma not in _UNDERSTOOD or said.negative or said.order:
        return False
    lemmas = set(said.lemmas)
    weighs = (WEIGHS | BETWEEN_US | BITTER | LISTENER | SPEAKER) - _ANSWER
    told = bool(lemmas & _ANSWER) or any(
        a.lemma == "仰る" and b.lemma == "こと" for a, b in pairwise(said.words)
    )
    return told and not lemmas & (weighs | {"けど", "けれど", "が", "たい", "でも"})


def _feels_with(said: Predicate) -> bool:
    """伝えるのは勇気が要ったと思います, 断るのって気まずかったよね; not 断られるほうも, 誘うのも."""
    lemmas = set(said.lemmas)
    if (
        said.negative
        or said.order
        or not lemmas & _COSTS
        or lemmas & (_MUCH - {"返事", "御返事"} | {"誘う", "られる", "れる", "方", "側"})
    ):
        return False
    words = said.words
    return any(a.lemma in _GIVING and b.lemma in ("の", "こと") for a, b in pairwise(words))


def _each_their_own(said: Predicate) -> bool:
    """心の片付けにはその人なりの速さがある, 歩き出す速さは人それぞれ; not 約束の重さも人それぞれ."""
    lemmas = set(said.lemmas)
    weighs = WEIGHS | BETWEEN_US | LISTENER | SPEAKER | GIVEN
    return bool(lemmas & _PACE and lemmas & _OWN) and not said.negative and not lemmas & weighs


def _finds_it_right(said: Predicate) -> bool:
    """そう思うの、もっともです, 迷うのももっともだよ; not 断られるのももっともだ."""
    said = thought(said)
    if said.head is None or said.head.lemma != "尤も" or said.negative or said.past:
        return False
    weighs = (WEIGHS | BETWEEN_US | LISTENER | SPEAKER | {"怒る", "れる", "られる", "なんて"}) - _FELT
    told = "の" in said.lemmas or bool(_FELT & set(said.lemmas))
    return told and not weighs.intersection(said.lemmas)


def _asked_too_much(said: Predicate) -> bool:
    """大事な時期に連絡しちゃいましたね, 遠いところをお誘いしてしまいました; not つい連絡しちゃった, 我慢できないときに."""
    lemmas = set(said.lemmas)
    if said.head is None or said.head.lemma not in _ASKED or not said.past or said.negative:
        return False
    weighs = (WEIGHS | BITTER | LISTENER | SPEAKER | BETWEEN_US) - _ASKED
    return bool(_DID & said.hung and lemmas & _BAD_TIME) and not lemmas & (weighs | {"ない", "我慢", "遂"})
