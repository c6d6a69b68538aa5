"""What one can do together about what they like: the verb, and the noun that goes with it."""

import re
from dataclasses import dataclass

from coach.drafting.phrases import phrases

_DOING = re.compile(
    r"(?:の)?(?:手作り|作り|づくり|(?:食べ|飲み|はしご)?(?:歩き|比べ)|(?:お?店)?(?:巡り|めぐり|探し|開拓)|通い|鑑賞|観賞|観劇)$"
)
"""Behind a noun: what somebody does with it alone. One goes out for the thing itself."""

_AT = re.compile(r"(?:屋(?:さん)?|店|カフェ|喫茶|食堂|バル|バー|館|公園|庭園|温泉|銭湯|神社|お寺|城)$")
_ELSE = re.compile(
    r"(?:釣り|旅館|教室|レシピ|動画|配信|マンガ|漫画|アニメ|小説|本|写真|音楽|グッズ|検定|道|器|カップ|研究|栽培|アート|作家|監督|俳優)$"
)
"""What ends so is another thing than what it is named for: 魚釣り is no fish."""

_KATAKANA = re.compile("[ァ-ヶー]")
_SHORT = 2
_ALONE = ("料理", "お酒")
"""Too wide a word to be gone for alone."""


@dataclass(frozen=True, slots=True)
class Outing:
    """``kind`` is a key of the invitations in `prompts/phrases.yaml`, ``noun`` what they are filled in with."""

    kind: str
    noun: str


def outing(interest: str) -> Outing:
    """How an invitation speaks of an interest.

    >>> outing("カレー作り"), outing("パン屋巡り").kind, outing("コーヒー").kind
    (Outing(kind='food', noun='カレー'), 'place', 'drink')
    """
    noun = _DOING.sub("", interest)
    kind = _kind(noun) if noun not in _ALONE else "other"
    return Outing(kind, noun) if kind != "other" else Outing(kind, interest)


def _kind(noun: str) -> str:
    """The kind of the word that ends last in the noun, the longest of them."""
    if _ELSE.search(noun):
        return "other"
    if _AT.search(noun):
        return "place"
    found = (
        (noun.rfind(word) + len(word), len(word), kind)
        for kind, words in phrases().interests.items()
        for word in words
        if _names(word, noun)
    )
    return max(found, default=(0, 0, "other"))[2]


def _names(word: str, noun: str) -> bool:
    """Whether the word is one in the noun, and not the beginning of another: there is no パン in パンダ, no 肉 in 肉体."""
    if noun.endswith(word):
        return True
    at = noun.rfind(word)
    behind = noun[at + len(word) :]
    return at >= 0 and len(word) > _SHORT and not (_KATAKANA.match(word[-1]) and _KATAKANA.match(behind))
