"""Whether a sentence that speaks of another time fixes where or what: a place one would go to, what the two would do there."""

import re

from guardrails.kinds.burdens import forms
from guardrails.kinds.gatherings import both_are_there, shared_places, where_both_are
from guardrails.kinds.predicate import Predicate, predicate
from guardrails.kinds.someday import LOOKED_FOR, MEETS, SOME_DAY, WELCOME, door_open, welcomes
from guardrails.kinds.talking import TALKS, asks_to_talk, settles, topic_of, will_talk
from guardrails.kinds.whereabouts import gone_to, only_there
from guardrails.offers.days import Days, days_in
from guardrails.text import Sentence, Token

_OUTING = forms(
    "行く 飲む 食べる 食う 遊ぶ 出掛ける 寄る 囲む 祝う 乾杯 打ち上げ リベンジ 登る 滑る 泳ぐ 走る 踊る 歌う 付き合う 参る 参上 来る 招く 招待 誘う 次回",
    "一服 慰労 祝勝 鑑賞 ドライブ デート 旅行 遠出 散策 御茶 食事 御食事 合流 案内 迎える 見舞う 御見舞い 見舞い",
)
"""What two people do at another time: また気が向いたら猫カフェ付き合って."""

_MEAL = re.compile(
    "[鍋丼麺鮨酒宴湯]|焼肉|焼き肉|寿司|おでん|ご飯|ごはん|ランチ|ディナー|モーニング|カフェ|ビア|バー$|バル$|屋台|居酒屋|ケーキ|スイーツ|タピオカ|映画|水族|温泉|サウナ|ライブ|花火|キャンプ|海$|山$"
)

_MANNERS = forms("感じ 形 雰囲気 調子 乗り メッセージ ライン LINE")
"""How or by what one talks: いつもの感じで."""

_MATTERS = forms("こと")
"""What one talks about, not where: 推しのことで."""


_IN_SEASON = re.compile(
    r"(?:[春夏秋冬]|紅葉|桜|花見|初詣|お?正月|年明け|年末|新年度?|くりすます|はろうぃん|ばれんたいん|夏休み|冬休み|春休み|連休|お盆|[祭]り?|まつり|えいさー|花火|新緑|梅雨明け)"
    r"(?:の(?:ころ|頃|時期|季節|とき|時)|ごろ|頃)?(?:に(?:でも|は|なったら|なりましたら)?|あたり|が来たら|が終わったら|のあなた)"
    r"|(?:暖か|温か|あたたか|涼し|寒)く(?:なったら|なりましたら|なった(?:ころ|頃)|なって(?:から|きたら))|の暁には"
)
"""A time of the year at which one would meet: 紅葉のころにまた."""

_MEANWHILE = re.compile(r"(?<!笑い)(?<!聞き)(?<!見)ながら|(?:[をお](?:はさん|挟ん|囲ん|つつい|傾け)|片手)")
"""What the two would do beside talking: また話そう、たこ焼きつつきながら."""

_HUNG = re.compile(
    rf"^(?:また)?(?:(?:{_IN_SEASON.pattern})|[月火水木金土日]曜日?(?:の.{{1,3}})?(?:とか|あたり|でも)+)(?:に|で|ね|な|は)*$"
)
"""No more than a time: 冬に, 水曜とか."""

_MEANWHILE_ONLY = re.compile(rf"(?:{_MEANWHILE.pattern})(?:で|さ|ね|な)*$")

_FRAGMENT = 12
"""Letters of what is hung behind a farewell: またね、冬に."""

_SIGNAL = re.compile(
    r"(?:(?<!あっ)たら|だら|れば|るころ|頃).{0,8}(?:(?:教え|知らせ)て(?!くれ[たる]|くださ[りる]|いただ)|合図|サイン(?:して|を|ちょう)|お?顔.{0,2}見せて|お?声[をお]?聞かせて)"
    r"|(?:予定|都合|返事|気持ち|答え|考え).{0,6}(?:(?:わか|分か|決ま|固ま|まとま)[っるれ]|られるようにな[っるれ])(?:たら|ば|とき|日|た(?:とき|日))"
)
"""What one would have to tell when it is over, or to think of: 余裕ができたら合図して."""

_WISHED = re.compile(r"[てで](?:ください|下さい)?[ねなよ]+(?=また)")
"""What is wished them before the farewell is no plan of the two: お正月にゆっくりしてね、またね."""


def fixes(sentence: Sentence) -> bool:
    """Whether to meet or talk again would be welcome, but as two, or in a place one would have to go to: また居酒屋で話せたら."""
    said = predicate(sentence)
    if said is None:
        return False
    if "又" in said.lemmas and (will_talk(said) or asks_to_talk(said)):
        topic = topic_of(said.words)
        if settles(said.words, topic):
            return True  # また結婚の話を聞かせて
    if only_there(said):  # また居酒屋で
        return not both_are_there(said) and gone_to(said.words[-2])
    if not (welcomes(sentence) or _will_meet(said) or _greets_or_hopes(said)):
        return False
    words = said.words
    on_the_way = any(t.surface.endswith(("帰り", "上がり")) and t.pos[0] == "名詞" for t in words)
    shared = shared_places(words)
    return (
        on_the_way
        or "二人" in said.lemmas
        or any(
            word.pos[0] == "名詞"
            and word.lemma not in SOME_DAY | _MANNERS | _MATTERS
            and words[at + 1].surface == "で"
            and words[min(at + 2, len(words) - 1)].surface != "も"  # 感想でも話そう
            and at not in shared
            and not where_both_are(words[at - 1] if at else None, word, words[at + 1])
            for at, word in enumerate(words[:-1])
        )
    )


def names_when(sentence: Sentence) -> bool:
    """Whether it says when, behind or before a talk or a meeting that would be welcome: また話せたら、土曜の昼に."""
    said = predicate(sentence)
    if said is None or "又" not in said.lemmas or both_are_there(said):
        return False
    hoped = any(t.pos[5].startswith("仮定形") for t in said.words) or will_talk(said) or asks_to_talk(said)
    named = days_in(sentence)
    if "曜" not in sentence.fold and "土日" not in sentence.fold:
        named -= Days(weekdays=named.weekdays)  # 土のお話などできましたら
    return hoped and bool(set(said.lemmas) & (MEETS | TALKS)) and bool(named)


def asks_for_then(sentence: Sentence) -> bool:
    """Whether it names a season for another time, what the two would do meanwhile, or asks for a sign when it is time."""
    fold = sentence.fold
    if _SIGNAL.search(fold):
        return "気が向いたら" not in fold
    said = _WISHED.split(fold)[-1]
    return "また" in said and bool(_IN_SEASON.search(said) or _MEANWHILE.search(said) or _HUNG.search(said))


def hangs_then(sentence: Sentence) -> bool:
    """Whether it is no more than a time or a doing, hung behind a farewell: 冬に, 水曜とか, プリ撮りながらさ."""
    fold = sentence.fold
    return len(fold) <= _FRAGMENT and bool(_HUNG.search(fold) or _MEANWHILE_ONLY.search(fold))


def goes_out(sentence: Sentence) -> bool:
    """Whether it speaks of another time and of what the two would do then: また熱が下がったら、お鍋を囲みましょう."""
    said = predicate(sentence)
    if said is None or "又" not in said.lemmas or door_open(said):
        return False
    after = said.words[said.lemmas.index("又") + 1 :]
    shared = shared_places(said.words)
    return any(
        word.lemma in _OUTING
        or (word.pos[0] == "名詞" and word not in topic_of(said.words) and _meal_or_trip(word))
        for at, word in enumerate(after, said.lemmas.index("又") + 1)
        if at not in shared
    )


def _meal_or_trip(word: Token) -> bool:
    return bool(_MEAL.search(word.surface))


def _greets_or_hopes(said: Predicate) -> bool:
    """また実家でよろしく, また渓流で竿を並べられたら嬉しいな: whatever it is that would be done again."""
    if "又" not in said.lemmas or said.head is None:
        return False
    hopes = said.head.lemma in WELCOME and any(t.pos[5].startswith("仮定形") for t in said.words)
    return hopes or "宜しく" in said.lemmas


def _will_meet(said: Predicate) -> bool:
    """また駅前でお目にかかります, また仕事帰りに会えるのを楽しみにしています."""
    if "又" not in said.lemmas or said.head is None:
        return False
    looks_forward = said.head.lemma in LOOKED_FOR and bool(MEETS.intersection(said.lemmas))
    return looks_forward or said.head.lemma in MEETS
