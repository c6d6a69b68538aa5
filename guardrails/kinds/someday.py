"""Whether a sentence leaves the door open: to meet or talk again on no day at all, where both are anyway, or to listen."""

from collections.abc import Sequence
from itertools import pairwise

from guardrails.kinds.burdens import HEAVY, forms
from guardrails.kinds.gatherings import both_are_there, of_a_gathering, shared_places, where_both_are
from guardrails.kinds.predicate import Predicate, predicate
from guardrails.kinds.talking import OVER, TALKS, asks_to_talk, settles, topic_of, will_talk
from guardrails.kinds.whereabouts import MET, by_chance, gone_to, may_both_be, only_there
from guardrails.text import Sentence, Token

MEETS = forms("会う 会える 目 掛かる 掛かれる 一緒 御一緒 顔 合わせる")
"""目 掛かる are of お目にかかる."""

_HEARS = forms("伺う うかがう 聞く 聞ける")
"""句のお話をうかがえましたら: of talk alone."""

_SHOWN = forms("拝見 拝読 拝聴 作 作品 声")
"""What of theirs one sees or hears where both are: また句会でお作を拝見できましたら."""

SOME_DAY = forms(
    "又 此方 此処 いずれ 何れ いつ 何時 どこ 何処 何 誰 其の こと 折 折節 時 際 序で 機会 縁 御縁 タイミング 予定 気 向く 落ち着く 合う 有る 御座る",
    "近況 合間 楽しみ いつも よう おる 居る 巡る 無い 互い 御互い 為る 致す 出来る 元気 見る 揺る 緩い 楽しい 気楽 気軽 適当 通り 何時も みたい 皆 さん 様 触れる ふれる",
    "便り 御便り 挨拶 御挨拶 昼休み 休憩 頃 励み 好き放題 存分 あれこれ 色々 延々 熱い ばったり 被る かぶる 重なる",
)
"""What tells no day, no place and no manner that one would have to agree to."""

WELCOME = forms("幸い 嬉しい 良い 有り難い 光栄 幸甚 存じる 思う")

GREETED = forms("宜しく 願う 頼む")

LOOKED_FOR = forms("楽しみ 励み")

_CAN = forms("出来る 話せる 会える 掛かる 掛かれる 喋れる 語れる 聞ける 伺える")
"""What ends a hope that is not said to its end: またお話しできましたら."""

_NEWS = forms("出る 更新 届く 読む 読み終わる 供給")
"""Of what one may talk once it is there: 新作が出たら."""

_AWAITED = forms("答え 結論 結果 決心 決断 返答")
"""What one would wait for: 答えが出たら is no news."""

_FAVOUR = forms("頂く 頂ける 貰う 貰える 下さる 呉れる")
"""Who lets me hear: 聞かせていただけたら."""

_SOON = forms(
    "直ぐ すぐ 早速 早く 必ず 絶対 屹度 近々 もう もっと 今度 一寸 どうしても 何とか やっぱり 矢張り 次第"
)
"""How one presses for another time."""

_TELLS = frozenset(("名詞", "動詞", "形容詞", "形状詞", "副詞", "代名詞", "連体詞", "接尾辞"))

_MUCH = ("いっぱい", "たくさん")
"""How much one talks; 一杯 is a drink."""

_LETS = forms("せる 聞かせる させる")

_EAR = forms("聞く 伺う")

_TROUBLES = forms(
    "話 御話 愚痴 弱音 話す 零す 吐く いつ 何時 為る 致す たい 成る 気 向く 又 時 聞く 伺う 何 だ"
)


def door_open(said: Predicate) -> bool:
    """また句会でご一緒できたら幸いです, またゆるっと話そ, お話ならいつでもお聞きします; not また土曜に, また二人で会おう."""
    if said.ban or said.negative or _past(said):
        return False
    if said.order:
        return "又" in said.lemmas and asks_to_talk(said) and _nothing_fixed(said)
    if only_there(said):  # またお迎えの門のところで
        return both_are_there(said) and _nothing_fixed(said)
    return _listens(said) or ("又" in said.lemmas and _meets_or_talks(said) and _nothing_fixed(said))


def leaves_open(sentence: Sentence) -> bool:
    """``door_open`` of a sentence: what looks like an invitation in it (会, 一緒) is none."""
    said = predicate(sentence) if "また" in sentence.fold else None
    return said is not None and door_open(said)


def perhaps_open(sentence: Sentence) -> bool:
    """An open door in a place where both may be anyway, if they meet there by chance: また門のところでお会いしたら、よろしく.

    Not a good act by itself; only where the voice is calm may it stay.
    """
    said = predicate(sentence) if "また" in sentence.fold else None
    if said is None or said.ban or said.negative or sentence.question or _past(said):
        return False
    return "又" in said.lemmas and by_chance(said) and _nothing_fixed(said, by_chance=True)


def _past(said: Predicate) -> bool:
    """Whether it tells of what was; お会いしたら, お話しできましたら do not."""
    return said.past and not (said.end.pos[4] == "助動詞-タ" and said.end.pos[5].startswith("仮定形"))


def welcomes(sentence: Sentence) -> bool:
    """Whether to meet or talk again would be welcome, on whatever day."""
    said = predicate(sentence)
    return said is not None and "又" in said.lemmas and _meets_or_talks(said)


def _listens(said: Predicate) -> bool:
    """An ear that waits for nothing: 話したくなったら聞くよ; not 理由なら聞くよ, それは聞きたい."""
    if said.head is None or said.head.lemma not in _EAR or "たい" in said.hung or "せる" in said.hung:
        return False
    conditional = any(t.pos[5].startswith("仮定形") for t in said.words)
    return conditional and all(
        lemma in _TROUBLES
        for token, lemma in zip(said.words, said.lemmas, strict=True)
        if token.pos[0] in _TELLS
    )


def _meets_or_talks(said: Predicate) -> bool:
    """Whether to meet or talk would be welcome, or it says let us talk; not let us meet."""
    if said.head is None:
        return False
    lemmas = set(said.lemmas)
    conditional = any(t.pos[5].startswith("仮定形") or _when(t) for t in said.words)
    if will_talk(said) or asks_to_talk(said):
        return conditional or not lemmas & MEETS  # not また会って話そう
    if _hopes_unsaid(said):
        return bool(lemmas & (MEETS | TALKS))
    if said.wills and said.head.lemma in MEETS:
        return both_are_there(said)  # また送り迎えのときにお会いしましょう
    if said.head.lemma in MEETS and said.end.lemma in ("ます", said.head.lemma):
        return "たい" not in lemmas and both_are_there(said)  # また稽古の折にお目にかかります
    if said.head.lemma == "時" and lemmas & (MEETS | TALKS):
        return said.end.surface == "に"  # また集まりでお会いしたときに, また魚の話など、気の向いたときに
    if conditional and said.head.lemma == "時" and "其の" in lemmas:
        return True  # また合うことがあればそのときに
    if conditional and said.head.lemma in WELCOME:
        return bool(lemmas & (MEETS | TALKS)) or bool(lemmas & _SHOWN and both_are_there(said))
    if said.head.lemma in LOOKED_FOR and lemmas & (MEETS | _SHOWN):
        return both_are_there(said)  # また稽古でお会いできるのを楽しみにしております
    told_when = bool(lemmas & {"時", "際", "折"}) or conditional
    return told_when and "宜しく" in lemmas and said.head.lemma in GREETED and bool(lemmas & (MEETS | TALKS))


def _hopes_unsaid(said: Predicate) -> bool:
    """また読書会でお話しできましたら: how welcome it would be is left out."""
    ends = said.end.pos[5].startswith("仮定形") or (
        said.end.surface == "ば" and bool(_CAN & set(said.lemmas))
    )
    return (
        ends and not said.tail and any(t.lemma in _CAN or t.surface.endswith("れ") for t in said.words[-3:-1])
    )


def _when(word: Token) -> bool:
    """と of お話しできますと幸いです."""
    return word.surface == "と" and word.pos[1] == "接続助詞"


def _nothing_fixed(said: Predicate, *, by_chance: bool = False) -> bool:
    """Whether every word of it is some day, meeting, talk, a place where both are anyway or what one talks about;
    ``by_chance``: or any place where one may be met.
    """
    known = SOME_DAY | MEETS | TALKS | WELCOME | GREETED | OVER
    known |= _SHOWN if both_are_there(said) else frozenset()
    topic = topic_of(said.words)
    if any(t.pos[2] == "副詞可能" and t.lemma not in known for t in topic):
        return False  # また今夜お話しできたら
    if settles(said.words, topic):
        return False
    news = _news(said.words) if will_talk(said) or asks_to_talk(said) else frozenset()
    passed = shared_places(said.words) | news
    around = zip([None, *said.words], said.words, [*said.words[1:], None], strict=False)
    for at, (before, word, after) in enumerate(around):
        if word.pos[0] not in _TELLS or word.lemma in known or word in topic or word.surface in _MUCH:
            continue
        if (
            at in passed
            or (word.lemma in MET and after is not None and _if(after))
            or (word.lemma in _HEARS | _FAVOUR and _of_a_talk(said, before))
        ):
            continue
        if word.lemma in _HEARS and _SHOWN & known:
            continue
        if word.pos[0] == "副詞" and word.lemma not in _SOON:
            continue
        if by_chance and may_both_be(word, after):
            continue
        if not where_both_are(before, word, after) and not of_a_gathering(said.words[at : at + 3]):
            return False
    return True


def _if(word: Token) -> bool:
    """たら of 並んだら."""
    return word.pos[4] == "助動詞-タ" and word.pos[5].startswith("仮定形")


def _of_a_talk(said: Predicate, before: Token | None) -> bool:
    """Whether one hears or is let hear a talk: 聞かせて of 猫の話を聞かせていただけたら; not 会っていただけたら."""
    heard = before is None or before.lemma != "て" or any(t.lemma in _LETS for t in said.words)
    return heard and bool(TALKS.intersection(said.lemmas))


def _news(words: Sequence[Token]) -> frozenset[int]:
    """Which words say that something new is there: 新作が出たら."""
    for at, (verb, past) in enumerate(pairwise(words)):
        if verb.lemma in _NEWS and past.pos[5].startswith("仮定形"):
            first = at
            while first and _subject(words[first - 1]):
                first -= 1
            return frozenset(range(first, at + 1))
    return frozenset()


def _subject(word: Token) -> bool:
    names = (
        word.pos[0] in ("名詞", "接頭辞", "接尾辞")
        and word.pos[2] != "副詞可能"
        and word.lemma not in HEAVY | _AWAITED
    )
    return word.surface in ("の", "が", "は", "も", "新しい") or (names and not gone_to(word))
