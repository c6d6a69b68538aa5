"""Where a sentence that leaves the door open would have the two meet: where they may be anyway, or where one would have to go."""

import re

from guardrails.kinds.burdens import forms
from guardrails.kinds.predicate import Predicate
from guardrails.kinds.talking import asks_to_talk, will_talk
from guardrails.text import Token

_GONE_TO = re.compile(
    "居酒|酒場|サウナ|岩盤浴|スパ$|バー|パブ|カフェ|喫茶|茶店|スタバ|ドトール|マック|サイゼ|ガスト|ファミレス|レストラン|食堂|[飲食酒鍋焼丼麺鮨茶]|ラーメン|ランチ|ディナー"
    "|デート|駅|改札|家|うち|ウチ|宅|部屋|個室|公園|広場|温泉|湯|ホテル|宿|映画|劇場|[^書育民][館園]$|店$|海|山|川|湖|島|祭|フェス|ライブ|イベント|展"
    "|タワー|ランド(?!リー|セル)|モール|街|町$|車|ドライブ|旅|電話|通話|ビデオ|オンライン|^夜|^昼|^朝$|^朝[ごめ]|^夕|週|日$|月$|二人|ふたり|近く|そば|隣|横|外$|現地|カラオケ|キャンプ"
    "|[温個和寝客]室|屋上|待ち合わせ|場所|会場|席|夢|来世|前世|来年"
)
"""A place or an hour one would have to agree on."""

_AS_TWO = re.compile("家|うち|ウチ|宅|部屋|個室|ホテル|宿|二人|ふたり|デート|[飲食酒]|ごはん|ご飯|旅")
"""Where nobody meets by chance."""

MET = forms("会う 顔合わせ 見掛ける 顔 見る 為る ます 合わせる 並ぶ 成る 擦れ違う 居る")
"""What stands before たら where one may be met: 会ったら, お会いしたら, 顔見たら, 隣になったら."""

_BUMPED_INTO = forms("会う 顔合わせ 見掛ける 顔 合わせる 並ぶ 擦れ違う 隣")
"""How one meets without an appointment; what could be done (お話しできましたら) is a hope."""

_WHEN = forms("時 際 折 場合")

_THEREABOUTS = forms("所 方 辺り")

_TWO = 2


def gone_to(word: Token) -> bool:
    """Whether a word is a place or an hour one would have to agree on: 居酒屋, 駅前."""
    return bool(_GONE_TO.search(word.surface))


def only_there(said: Predicate) -> bool:
    """また門のところで: a good-bye that names a place."""
    ends = said.end.surface.rstrip("ー") == "で" and all(
        t.surface.rstrip("ー") in ("ね", "な") for t in said.tail
    )
    return ends and said.words[0].lemma == "又" and len(said.words) > _TWO


def by_chance(said: Predicate) -> bool:
    """また風呂で会うたら、よろしゅう, またお散歩でお会いしたときに: greeted or talked to if met; not また駅前で会えたらよろしく."""
    met = any(
        a.lemma in MET
        and (b.pos[4] == "助動詞-タ" or b.surface == "たら")
        and not a.surface.endswith("え")
        and _on_meeting(b, after)
        for a, b, after in zip(said.words, said.words[1:], [*said.words[2:], None], strict=False)
    )
    met = met and bool(_BUMPED_INTO.intersection(said.lemmas)) and "出来る" not in said.lemmas
    return met and ("宜しく" in said.lemmas or will_talk(said) or asks_to_talk(said) or _ends_there(said))


def _on_meeting(past: Token, after: Token | None) -> bool:
    """たら, or た before とき, 際, 折."""
    return (
        past.pos[5].startswith("仮定形")
        or past.surface == "たら"
        or (after is not None and after.lemma in _WHEN)
    )


def _ends_there(said: Predicate) -> bool:
    """また廊下で会ったら, またお散歩でお会いしたときに."""
    return said.end.pos[4] == "助動詞-タ" or (
        said.end.surface in ("に", "は") and said.words[-2].lemma in _WHEN
    )


def may_both_be(word: Token, after: Token | None) -> bool:
    """Whether one may be met there by chance: 門 of 門のところで, not 土曜 of 土曜のフットサルで, nor 家."""
    if word.lemma in _THEREABOUTS:
        return True
    if word.pos[0] != "名詞" or word.pos[1] == "数詞" or word.pos[2] == "副詞可能":
        return False
    return after is not None and after.surface in ("で", "の", "とか") and not _AS_TWO.search(word.surface)
