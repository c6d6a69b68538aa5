"""What a wish only tells of, and does not ask for: what they said, and why it is wished."""

import re

from guardrails.wishes.parts import NOTHING

_MARK = re.compile(r"[「『\"][!?！？。、…♡♪〜ー~・wｗ笑]{1,4}[」』\"]")
"""Marks that are spoken of: 「!」をとって."""

_ASKED_ON = re.compile(
    r"[?？]+(?=、?って|と(?!り)|も(?:聞|入|足|書)|とか|だけ|みたい|的な|て(?:聞|入|言|書))"
)
"""A question that is told ends no sentence: 「終わるん?も聞いて」."""

_THEIR_SAYING = re.compile(
    r"(?:^|(?<=[。!?！？\s、「」『』]))(?:[「『][^」』\n]{0,80}[」』]|[^。!?！？\s、「」『』]){1,60}?(?:って|と|て)、?[^。、\n「」『』]{0,8}?"
    r"(?:(?:言っ|言う|ゆっ|話し|おっしゃっ)て(?:い?(?:た|る)(?!って|と|ら|り|けど|けんど|のに|[?？])|はった)|(?:言|おっしゃ)(?:った|われた)(?!って|と|ら|り|けど|けんど|のに|[?？])"
    r"|(?:言っ|言う|ゆっ|話し|書い|教え|おっしゃっ)て(?:くれ(?:た|て(?!.?[?？])|はった|まし|とる)|くださ(?:った|って|いまし)|もら(?:った|って|いまし)))"
)
"""「クラゲが好きだと前に言っていたので」, 「付き合ってる人がいるって言ってくれた」: words of theirs."""

_HEARSAY = re.compile(
    r"(?:^|(?<=[。!?！？\s、]))[^。!?！？\s、「」『』]{2,40}?(?:んだって|(?<!見える)(?<!読める)(?<!聞こえる)らしい(?:です)?|とのこと(?:です)?|[いたる]そうです)(?:(?:な)?(?:ので|から|し))?(?=[。!！、])"
)
"""「ライブが当たったんだって。」: what the user has heard."""

_REASON = re.compile(
    r"(?:^|(?<=[。!?！？\n]))[^。!?！？\n「」『』]{2,40}?(?:ので|だから|ですから|けど|なんで|んで|だし|ですし)、(?!って|と|それ|その|これ|そこ)"
)
"""「年上の方なので、」: why, before what is wished."""


_READS_AS = re.compile(
    r"(?:^|(?<=[。!?！？\s、]))[^。!?！？\s、「」『』]{1,24}?(?:そう|く|に|と|って)(?:も)?"
    r"(?:(?:見え|読め|聞こえ|受け取れ)(?:る|ん|へん|ます)|(?:思わ|受け取ら|取ら)れ(?:る|ん|そう|ます|たくな(?:い|く)|とうな(?:い|く)))"
    r"(?:の(?:が|は|も)?(?:いや|嫌|やだ|困る)|かも(?:しれない)?|気が(?:する|します)|の?(?:で|だ?から)|ん?(?:で|だ)|から|けど|し|て)*(?:(?=[。!?！？\s、]|$)|(?<=ので|から|んで))"
)
"""How the draft reads to the user: 「悲しそうに読めるので、」. The opposite is wished for, by the rest."""


_LEST = re.compile(
    r"(?:重[くた]|しつこ|うざ|ウザ|催促|急か|せか|圧|プレッシャー|負担|迷惑|押しつけ|押し付け|必死|未練がまし|深刻|暗く|大げさ|馴れ馴れし|なれなれし|そっけな|素っ気な|冷た|堅苦し|きつく|怖く|嫌味|いやみ)[ぁ-ん]{0,3}?"
    r"(?:な(?:ら|り(?:すぎ|たく)?)|見え|聞こえ|思われ|取られ|感じさせ|感じられ|与え|かけ|さ|し(?:すぎ)?)(?:たく)?な(?:い|く)"
    r"(?:ように|感じ(?:で|に)|よう|やつ|言い方|書き方|文|程度)?(?:で|に|が|を)?(?:して|いい|よい|お願い)?(?:ください|ほしい|ね|よ|です)*(?=[。!?！？\s、]|$|(?:短|軽|やわ|優|敬語|お礼|丁寧))"
)
"""What the draft is not to become: 「催促にならないように」. What else is wished stands beside it and is judged."""


def own_words(wish: str) -> str:
    """What the user wishes: marks are named by a word; their words, and how the draft reads, are cut out, places kept.

    >>> own_words("「!!」減らして").replace(NOTHING, "")
    '記号減らして'
    """
    said = _MARK.sub(lambda mark: "記号".ljust(len(mark[0]), NOTHING), wish)
    return _LEST.sub(_cut, _READS_AS.sub(_cut, without_their_words(_ASKED_ON.sub(_cut, said))))


def without_their_words(wish: str) -> str:
    """The wish without what it tells of their words; places are kept.

    >>> without_their_words("海が好きって言ってたから、海の話を足して").strip(NOTHING)
    'から、海の話を足して'
    """
    return _HEARSAY.sub(_cut, _THEIR_SAYING.sub(_cut, wish))


def without_reason(wish: str) -> str:
    """The wish without the reason it begins with; places are kept."""
    return _REASON.sub(_cut, wish)


def _cut(told: re.Match[str]) -> str:
    return NOTHING * len(told[0])
