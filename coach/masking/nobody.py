"""What is taken for people and is nobody: it joins clauses, tells an age, is seen, heard and read, a shop or a god."""

import re
from collections.abc import Sequence
from functools import cache

from coach.masking.personal import Tokenized, any_of, script, words
from guardrails.text import Token

_JOINS_FOREIGN = frozenset("・=＝")
_REST_OF_FOREIGN = re.compile("(?:[・=＝][ァ-ヴー]+)+")
_OF_A_SHOP = re.compile(
    "の(?:[人方子店]|お?[姉兄嬢]|ご?主人|女将|店員|店主|バイト|娘|息子|若|おば|おじ)|で(?!す|し|も)"
)
_FRIEND_OF_A_KIND = re.compile(
    "(?:[犬猫鳥馬旅飯酒茶山]|ママ|パパ|飲み|呑み|趣味|推し|ゲー|ゲーム|オタ|ヲタ|サウナ|キャンプ|ラン|ネッ|リア)友$"
)
_LONGEST_KIND = 6
_OF_A_LAND = re.compile(
    "(?:半島|海岸|渓谷|高原|漁港|海水浴場|城[跡址]|川沿い|沿い(?=[のをにで])|峠(?=[のをにで])|温泉(?=[のにへで]))"
)
_SHOWN = re.compile("展(?:覧会|示会)?(?![一-龯])")  # 北斎展


def names_nobody(text: str, run: Sequence[Token]) -> bool:
    """Whether these words of the dictionary, taken together, are no person of the text."""
    start, end = run[0].start, run[-1].end
    if script(text[start]) == "kanji" and text[start:end] in words().roles:
        return True
    of = _slots()
    if title := of["titled"].match(text, end):
        return is_a_god(text, text[start:end], title.end()) or is_a_friend(text, end)
    if text[start:end] in words().shops and _OF_A_SHOP.match(text, end):
        return True
    if of["connectives"].match(text, start) or of["aged"].fullmatch(text, start, end):
        return True
    if of["rest_of_word"].match(text, end) or blooms(text, text[start:end], end):
        return True
    if _SHOWN.match(text, end) or of["seen_slot"].match(text, end):
        return True
    if script(text[start]) == "kanji" and of["place_slot"].match(text, end):
        return True
    if _OF_A_LAND.match(text, end):
        return True
    if text[start:end] in words().painters or text[start:end] in words().sights:
        return not _is_somebody(text, text[start:end])
    if len(run) > 1 and run[-1].surface in words().flowers:
        return bool(of["thing_slot"].match(text, end))
    if script(text[start]) != "katakana":
        return False
    return _is_a_thing(text, start, end) or _is_known_as_a_thing(text, text[start:end])


def is_a_god(text: str, name: str, end: int) -> bool:
    """Whether who is called by a title that ends here is worshipped: unless a deed of somebody's follows."""
    at_a_shrine = _slots()["shrine"].match(text, end) is not None
    if name in words().gods:
        return at_a_shrine or _slots()["person"].match(text, end) is None
    return name in words().shrines and at_a_shrine


def is_a_friend(text: str, end: int) -> bool:
    """Whether who is called by a title that begins here is a friend by what is shared (犬友さん), and not by a name (大友さん)."""
    return _FRIEND_OF_A_KIND.search(text[max(0, end - _LONGEST_KIND) : end]) is not None


def is_a_pronoun(told: Tokenized, title: re.Match[str]) -> bool:
    """Whether it is 氏 by itself, for whoever a clause before it tells of: 意気投合した氏."""
    before = told.ending_in(title.start() - 1, title.start())
    suffixed = told.ending_in(title.start(), title.end())
    alone = bool(suffixed) and suffixed[-1].pos[0] == "名詞" and title[0] == "氏"
    return alone and bool(before) and before[-1].pos[0] in ("動詞", "助動詞")


def blooms(text: str, name: str, end: int) -> bool:
    """Whether a flower that is a given name, too, is looked at here, and nobody of that name stands in the text."""
    flower = name in words().flowers and _slots()["bloom_slot"].match(text, end)
    return bool(flower) and not _is_somebody(text, name, beside=end)


def _is_a_thing(text: str, start: int, end: int) -> bool:
    """Whether a foreign name stands here for what somebody made."""
    of = _slots()
    rest = _REST_OF_FOREIGN.match(text, end)
    last = rest.end() if rest else end
    full = last > end or text[start - 1 : start] in _JOINS_FOREIGN
    if of["thing_slot"].match(text, last) or (full and of["star_slot"].match(text, last)):
        return True
    return bool(of["work_slot"].match(text, last) and of["art"].search(text))


def _is_known_as_a_thing(text: str, name: str) -> bool:
    """Whether another place of the text shows it to be one, and no place shows somebody of that name."""
    places = [m.span() for m in re.finditer(re.escape(name), text)]
    return not _is_somebody(text, name) and any(_is_a_thing(text, start, end) for start, end in places)


def _is_somebody(text: str, name: str, *, beside: int = -1) -> bool:
    """Whether a place of the text shows somebody of that name, other than the one that ends ``beside`` it."""
    of = _slots()
    ends = [m.end() for m in re.finditer(re.escape(name), text) if m.end() != beside]
    return any(of[slot].match(text, end) for end in ends for slot in ("titled", "person", "partner"))


@cache
def _slots() -> dict[str, re.Pattern[str]]:
    of = words()
    return {
        "connectives": re.compile(of.connectives),
        "aged": re.compile(of.aged),
        "thing_slot": re.compile(of.thing_slot),
        "star_slot": re.compile(of.star_slot),
        "work_slot": re.compile(of.work_slot),
        "place_slot": re.compile(of.place_slot),
        "seen_slot": re.compile(of.seen_slot),
        "bloom_slot": re.compile(of.bloom_slot),
        "rest_of_word": re.compile(of.rest_of_word),
        "art": re.compile(of.art),
        "person": re.compile(of.person_slot, re.X),
        "partner": re.compile(of.partner_slot, re.X),
        "titled": title_pattern(),
        "shrine": re.compile(of.shrine_slot),
    }


@cache
def title_pattern() -> re.Pattern[str]:
    """What stands behind a name and calls somebody: さん, 先輩."""
    return re.compile(rf"(?:{any_of(words().suffixes | words().titles)})(?![々子相])")
