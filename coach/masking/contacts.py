"""Finds what one could reach somebody by: phone, mail, postal address, link, account."""

import re
from collections.abc import Iterator

from coach.masking.personal import Personal, PersonalKind, script

_D = "[0-9０-９]"
_DASH = "[-‐‑‒–—―−－ー]"
_WORD = "A-Za-z0-9Ａ-Ｚａ-ｚ０-９"

_MAIL = re.compile(
    rf"(?<![{_WORD}._%+＿．＋])[{_WORD}][{_WORD}._%+\-＿．－＋]{{0,63}}"
    rf"[@＠][{_WORD}\-－]{{1,63}}(?:[.．][{_WORD}\-－]{{1,63}}){{1,5}}"
)
_URL = r"[!-~]"  # what an address is written with; Japanese ends it
_LINK = re.compile(
    rf"(?:https?://|www\.){_URL}+|ｈｔｔｐｓ?：／／[！-～]+"
    r"|(?<![A-Za-z0-9@＠._-])(?:[A-Za-z0-9-]{1,63}\.){1,5}"
    r"(?:com|net|org|jp|me|io|tv|app|gg|ly|ee|info|be|co|xyz|page|link)(?![A-Za-z0-9-])"
    rf"(?:/{_URL}*)?"
)
_GAP = rf"(?:[ 　]?(?:{_DASH}|[)）.])[ 　]?|[ 　])?"
_PHONE = re.compile(
    rf"(?<![0-9０-９A-Za-z])(?:[+＋][8８][1１]{_DASH}?[ 　]?|[0０]){_D}{{1,4}}{_GAP}{_D}{{2,4}}{_GAP}{_D}{{3,4}}"
    r"(?![0-9０-９])"
)
_POSTCODE = re.compile(
    rf"〒[ 　]?{_D}{{3}}{_DASH}?{_D}{{4}}|(?<![0-9０-９-]){_D}{{3}}{_DASH}{_D}{{4}}(?![0-9０-９-])"
)
_PREFECTURE = "(?:北海道|東京都|京都府|大阪府|[一-龯]{2,3}県)"
_KANA_TOWN = "さいたま|つくば|いわき|うるま|みどり|かすみがうら|つくばみらい|ひたちなか|あきる野|いなべ|たつの|みやま|えびの"
_TOWN = rf"(?:(?:{_KANA_TOWN}|[一-龯々ヶケノ]{{1,5}}|[ァ-ヴー]{{2,6}})[市区郡町村])"
_QUARTER = r"(?:(?:[一-龯々ヶケノァ-ヴー]|[ぁ-ん]{1,3}(?=[一-龯ヶ])|みなとみらい){0,12})"
_NUMBER = "[0-9０-９一二三四五六七八九十〇]{1,4}"
_HOUSE = (
    rf"(?:{_NUMBER}条[東西南北]?)?{_NUMBER}(?:丁目|番地?|号)(?:の?{_NUMBER}(?:番地?|号)?|{_DASH}{_D}{{1,4}})*"
    rf"|{_D}{{1,4}}(?:{_DASH}{_D}{{1,5}}){{1,3}}"
)
_HOME = "(?:マンション|アパート|ハイツ|コーポ|メゾン|レジデンス|ハイム|シャトー|荘|寮|タワー|団地)"
_LETTERS = "[一-龯々ァ-ヴーA-Za-z]"
_BUILDING = rf"(?:[ 　]?{_LETTERS}{{0,12}}{_HOME}{_LETTERS}{{0,10}})?(?:[ 　]?{_D}{{2,4}}(?:号室?|室))?"
_PLACE = re.compile(rf"(?:{_PREFECTURE}?{_TOWN}{{1,3}}|{_PREFECTURE})[ 　]?{_QUARTER}[ 　]?$")
_QUARTER_ALONE = re.compile(r"[一-龯々ヶァ-ヴー]{1,8}$")
_FAR = 40  # characters before a house number that may belong to its address
_HOUSE_NUMBER = re.compile(_HOUSE)
_AFTER = re.compile(_BUILDING)
_FLAT = re.compile(rf"{_HOME}{_LETTERS}{{0,10}}[ 　]?の?{_D}{{2,4}}(?:号室?|室)?")
_LETTERS_BEFORE = re.compile(rf"{_LETTERS}{{1,12}}$")
_SERVICES = (
    r"(?:LINE|ライン|line|インスタ(?:グラム)?|Instagram|insta|IG|ツイッター|Twitter|TikTok|ティックトック|カカオ|"
    r"Discord|ディスコード|ディスコ|Threads|スレッズ|BeReal|Facebook|フェイスブック|Snapchat|スナチャ|Skype|スカイプ|X)"
)
_OWN = (
    r"(?:ID|id|Id|ＩＤ|アカウント名?|アカ|垢|ユーザー(?:名|ネーム)|ハンドル(?:名|ネーム)?|ユーザ名|プロフ名)"
)
_ACCOUNT = re.compile(
    rf"(?:{_SERVICES}[ 　]?の?[ 　]?{_OWN}|{_SERVICES}|{_OWN})[ 　]?(?:は|が|も|の|で|:|：|=|→|、|\()?[ 　「『]*"
    r"(?P<id>[A-Za-z0-9][A-Za-z0-9_.\-]{3,}(?:#[0-9]{4})?)(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9._%+\-@＠])(?P<at>[@＠][A-Za-z0-9_][A-Za-z0-9_.\-]{2,})"
    r"|(?<![A-Za-z0-9_.#\-])(?P<tag>[A-Za-z0-9_.]{2,}#[0-9]{4})(?![0-9])"
    r"|(?<![A-Za-z0-9_.@＠/\-])(?P<bare>(?=[A-Za-z0-9_.]{0,40}[A-Za-z])"
    r"(?:[A-Za-z0-9.]+_[A-Za-z0-9_.]+|_[A-Za-z0-9_.]{4,}|[A-Za-z]{3,}[0-9]{3,}"
    r"|[a-z]{2,}-[a-z]*[0-9]{2,}|[a-z]{3,}\.[a-z0-9]{2,}(?:\.[a-z0-9]+)*(?<!\.jpg)(?<!\.png)(?<!\.pdf)(?<!\.mp4)(?<!\.txt)))(?![A-Za-z0-9_@＠])"
)


def contacts_in(text: str) -> tuple[Personal, ...]:
    """Every way to reach somebody that stands in the text; spans may overlap."""
    found = []
    for kind, pattern in (
        (PersonalKind.MAIL, _MAIL),
        (PersonalKind.LINK, _LINK),
        (PersonalKind.ADDRESS, _POSTCODE),
    ):
        found += [Personal(m.start(), m.end(), kind) for m in pattern.finditer(text)]
    found += [
        Personal(m.start(), m.end(), PersonalKind.PHONE)
        for m in _PHONE.finditer(text)
        if 9 <= sum(char.isdecimal() for char in m[0]) <= 12
    ]
    for m in _ACCOUNT.finditer(text):
        group = m.lastgroup or "id"
        found.append(Personal(m.start(group), m.end(group), PersonalKind.ACCOUNT))
    found += [Personal(start, end, PersonalKind.ADDRESS) for start, end in _addresses(text)]
    return tuple(found)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """House numbers with the place before them, and flats with the name of their building."""
    for house in _HOUSE_NUMBER.finditer(text):
        before = text[max(0, house.start() - _FAR) : house.start()]
        place = _PLACE.search(before) or ("丁目" in house[0] and _QUARTER_ALONE.search(before))
        if place:
            building = _AFTER.match(text, house.end())
            yield house.start() - len(place[0]), building.end() if building else house.end()
    for flat in _FLAT.finditer(text):
        name = _LETTERS_BEFORE.search(text[max(0, flat.start() - _FAR) : flat.start()])
        if name or not flat[0][-1].isdecimal() or script(flat[0][1]):
            yield flat.start() - len(name[0] if name else ""), flat.end()
