"""Whether a sentence frees the other of what they might owe the speaker: an answer, an apology, a thought."""

from itertools import pairwise

from guardrails.kinds.burdens import BETWEEN_US, BITTER, GIVEN, LISTENER, SPEAKER, WEIGHS, forms
from guardrails.kinds.predicate import Predicate

_SINCE = forms("から ので です")
_AFTER = forms("て で")
_LEFT_BE = forms("聞く 尋ねる 触れる 訊く")
_PUT_BY = forms("とく おく 置く")
_OURS = forms("此方 誘い 御誘い 返事 御返事 返信 文 文面 メッセージ")
"""What is the speaker's: 俺 and 私 are not said so without a reproach (俺のことなんて忘れて)."""
_SET_ASIDE = _PUT_BY | forms("忘れる 後回し 流す 転がす 放置 スルー")
_THING = forms("こと 事 件 話")
_NOBODY = (BETWEEN_US | BITTER | SPEAKER | LISTENER | forms("人 奴 子 相手 過去 昔 気持ち")) - {"芝居"}
_APOLOGY = forms("御免 詫び 御詫び 謝罪 謝る 詫びる 申し訳")
_NEEDED = forms("いる 要る 及ぶ 必要")
_STILL = forms("だけ 又 まだ 又 思い出す 絶対 必ず 後 今 今度 心 胸 頭 片隅 手元 側")
"""Where it would be kept, or taken up again."""


def releases(said: Predicate) -> bool:
    """Whether no need is left: 返事しなくていいよ, こっちのことは棚に置いといて, 結末は聞かずにおきますね."""
    return any(test(said) for test in (_lifts, _sets_aside, _spares))


def _lifts(said: Predicate) -> bool:
    """No need to, free to: 返事しなくていいよ, 泣いていいよ, 遅いなんて思いませんでした."""
    lemmas = said.lemmas
    while lemmas[-1:] and lemmas[-1] in _SINCE:
        lemmas = lemmas[:-1]
    tail = lemmas[-4:]
    free = tail[-1:] == ("良い",) or bool({"大丈夫", "平気", "結構", "十分"} & set(tail[-2:]))
    if free and _AFTER & set(tail) and {"ない", "ず", "無い"} & set(tail):
        return not SPEAKER & set(lemmas)
    if said.head is not None and said.head.lemma in _NEEDED and _APOLOGY.intersection(lemmas):
        return said.negative and not SPEAKER.intersection(lemmas)  # ごめんとかいらないよ
    blames = {"なんて", "とか", "とは"} & set(lemmas)
    if not blames or not said.negative or said.head is None:
        return False
    offended = said.head.lemma == "悪い" and "気" in lemmas  # 気を悪くなんてしていませんよ
    return offended or said.head.lemma == "思う"


def _sets_aside(said: Predicate) -> bool:
    """こっちのことは棚の上に置いといて, この返事はそのまま置いといてね, 誘いのことは忘れてね."""
    if said.head is None or said.negative or said.past or said.head.lemma not in _SET_ASIDE:
        return False
    lemmas = set(said.lemmas)
    if (
        not (lemmas & _OURS or _of_a_plan(said))
        or "は" not in lemmas
        or lemmas & (SPEAKER - {"此方"} | LISTENER | GIVEN - {"呉れる", "下さる"} | _STILL)
    ):
        return False
    return said.order or said.end.surface == "で" or said.end.lemma == "良い"


def _of_a_plan(said: Predicate) -> bool:
    """お芝居のことは, 昼食の件は: what they were asked to, no person and no day."""
    return any(
        what.pos[0] == "名詞"
        and what.pos[2] != "副詞可能"
        and what.lemma not in _NOBODY
        and no.surface == "の"
        for what, no, thing in zip(said.words, said.words[1:], said.words[2:], strict=False)
        if thing.lemma in _THING
    )


def _spares(said: Predicate) -> bool:
    """ネタバレになるので聞かずにおきますね: what the speaker leaves be."""
    left = any(
        a.lemma in _LEFT_BE and b.lemma in ("ず", "ない") and _PUT_BY.intersection(said.lemmas[-3:])
        for a, b in pairwise(said.words)
    )
    return left and not (WEIGHS | BITTER | LISTENER | GIVEN).intersection(said.lemmas)
