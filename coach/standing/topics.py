"""What the two talk of, and what somebody is told to do gladly: 温泉巡りの話をよくします, 干し柿を作るのに凝っている."""

import re
from collections.abc import Iterator

from coach.standing.things import DOING, KANJI, run, thing

TOPIC_HINT = re.compile("話|トーク|[うくすつぬぶむるぐ]の[にがは]")
"""A text in which this is not found talks of nothing in these forms."""
_DOES = r"(?:作|つく|撮|描|書|編|焼|淹れ|育て|集め|見|観|眺め|回|巡|めぐ|釣|いじ|縫|踊|走|食べ|乗|登|彫|織)る|(?:飼|歌|買|縫|洗)う|(?:聴|聞|弾|描|書|歩|磨|焚|炊)く|(?:読|飲|編|摘)む|(?:直|探)す|遊ぶ|泳ぐ"
_UNTIL = "巡り|作り|歩き|話"
_THING = thing(until=_UNTIL)
_TALK = r"の(?:お?話|話題|トーク)"
_GOES_WELL = r"(?:盛り上が(?:って|る|り|った)|もりあが|弾(?:ん|み|む)|はず(?:ん|み|む)|続[いきく])"
_TALKED = re.compile(
    rf"((?:(?:{_THING}){{1,3}}(?:[のや](?:{_THING}){{1,2}})?{DOING}?|{run(KANJI, until='話')}[りえみき]))"
    rf"(?:{_TALK}(?:で(?:は)?(?:いつも|よく|めっちゃ|すごく|かなり)?(?:(?:雑談|会話|やり?とり|トーク|line|LINE)[がはも、]*)?{_GOES_WELL}"
    r"|(?:になって|が出て)、?(?:盛り上が|もりあが)"
    rf"|[がはも]、?(?:楽しく|ずっと|ゆるく|よく|今も|いまも|のんびり|ぽつぽつ|途切れず(?:に)?|細く|長く|いい感じに|、)*(?:{_GOES_WELL}|止まら|尽き[なま])"
    r"|(?:を|は|も)?(?:、)?(?:よく|いつも|毎日)(?:する|し(?:て|ます)|(?:聞|き)かせて|ふって|振って)"
    r"|を、?(?:(?:向こう|相手|先方|彼女?|あの[子人方])(?:の(?:ほう|方))?から)?(?:ふっ|振っ)て(?:くれ|くだ|き(?:た|て|まし)|来|もら|いただ))"
    rf"|を(?:{_DOES})の(?:に|が|は)、?(?:昔から|とても|すごく|一番)?(?:凝って|はまって|ハマって|夢中|[大お]?好き(?!じゃ|では|くな)|趣味(?!じゃ|では)))"
)
_OF_EVERYBODY = frozenset(
    ("仕事", "学校", "会社", "職場", "家族", "恋愛", "恋", "昔", "将来", "次", "今度", "前回", "約束", "誘い", "別", "他", "例", "本題", "お金", "悩み", "失恋", "結婚", "大学", "子供", "子育て",
     "人", "顔", "話", "夢", "天気", "共通", "最近", "お互い", "互い", "普通", "時間", "予定", "様子")
)  # fmt: skip
"""What is talked of, or done, and is nobody's liking."""


def topics(text: str) -> Iterator[re.Match[str]]:
    """Where something is told to be talked of, or done gladly; the first group is the thing."""
    return (m for m in _TALKED.finditer(text) if m[1] not in _OF_EVERYBODY)
