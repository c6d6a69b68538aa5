"""What somebody is told to do often, as one says it of them: 写真をよく撮る人, 喫茶店によく行く方."""

import re
from collections.abc import Iterator

from coach.standing.things import DOING, KANJI, run, thing

OFTEN_HINT = re.compile("よく|いつも|毎[日週朝晩]|休みの日|続けて")
_OFTEN = r"(?:よく|いつも|しょっちゅう|毎[日週朝晩夜]|休みの日[はにも]?)"
_UNTIL = "好き|大事|大切|休みの日|毎[日週朝晩夜]"
_THING = rf"((?:(?:{thing(until=_UNTIL)}){{1,2}}{DOING}?|{run(KANJI, until=_UNTIL)}[りえみき]))"
_SOMEBODY = r"(?:(?<=[るたうくむぐすつぬぶ])(?:人|方|子))"
_DOES = rf"(?:作|つく|焼|撮|描|書|編|読|聴|観|見|弾|淹|いれ|育て|集め|飲|食べ|歌|踊|さ|し|す|なさ|や)[^。、!?！？\n「」をにが]{{0,8}}?{_SOMEBODY}"
_GOES = rf"(?:行|通|出かけ|いらっしゃ)[^。、!?！？\n「」をにが]{{0,8}}?{_SOMEBODY}"
_DONE_OFTEN = re.compile(
    rf"{_THING}(?:を、?{_OFTEN}(?:{_DOES})|[にへ]、?{_OFTEN}(?:{_GOES})|を、?(?:長く|ずっと|趣味で)?続けて(?:い?る|おられる|いらっしゃる){_SOMEBODY})"
)
_OFTEN_DONE = re.compile(rf"{_OFTEN}、?{_THING}(?:を{_DOES}|を[観見]に{_GOES})")
_NO_LIKING = frozenset(
    ("連絡", "電話", "通話", "メール", "返信", "返事", "質問", "約束", "仕事", "残業", "出張", "遅刻", "喧嘩", "冗談", "昔話", "噂話", "噂", "話", "雑談", "仕事の話", "相談", "誤解", "失敗", "無理", "我慢",
     "世話", "家事", "掃除", "洗濯", "買い物", "夢", "顔", "面倒", "会社", "職場", "学校", "大学", "実家", "病院", "歯医者", "店", "家", "コンビニ", "スーパー", "トイレ", "関係", "付き合い", "文句", "愚痴")
)  # fmt: skip
"""What is done, or where one goes, whether one likes it or not."""


def done_often(text: str) -> Iterator[re.Match[str]]:
    """Where something is told to be done often by somebody; the first group is the thing."""
    if not OFTEN_HINT.search(text):
        return
    for pattern in (_DONE_OFTEN, _OFTEN_DONE):
        yield from (m for m in pattern.finditer(text) if m[1] not in _NO_LIKING)
