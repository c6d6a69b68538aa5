"""Whether a no for good is one that is answered with a word: somebody else is named, or two alone are declined politely."""

import re

from coach.lexicon import fold

_SOMEBODY = re.compile(
    r"彼氏|彼女(?!が|は)|カレシ|カノジョ|恋人|パートナー|(?<!誰とも)(?<!誰とも、)(?<!誰ともお)(?:付き合|つきあ)(?!う気|いする気|うつもり)|交際(?:して|相手|中の|する(?!気|つもり)|を始)|婚約|結婚|入籍|既婚|妻|夫|旦那|主人|好きな(?:人|方|子)"
)
_TWO_ALONE = re.compile(
    r"(?:お?[二2]人|ふたり|サシ)(?:きり|だけ)?(?:で(?:の)?)?[^。!?]{0,12}?(?:遠慮|控え|見送|辞退|難し|行け|お会いでき|ご一緒でき|ごめん|お断り|やめ)"
)
_HARSH = re.compile(
    r"今後|この先|これから|二度と|一生|絶対|もう(?:誘|連絡|会|送|話|来)|これ以上|金輪際|しつこ|迷惑|やめて(?!お)|困り|困る|怖|気持ち悪|嫌い|嫌が|怒|許さ|最後|終了|終わり|これで|それでも|もう一度|一度だけ|ブロック|警察|連絡(?:は|し(?:て(?:こ|く)|な))|お前|あんた|無理(?:だから|です。)"
)
"""Beside it: an end that asks for nothing more, not even a word."""


def ends_gently(words: str) -> bool:
    """Whether their words, which end it, are plain and kind enough that one short acceptance is owed unasked."""
    said = fold(words).text
    return bool(_SOMEBODY.search(said) or _TWO_ALONE.search(said)) and not _HARSH.search(said)
