"""What a wish only tells of, and does not ask for: what they said, and why it is wished."""

import re

from guardrails.request_parts import NOTHING

_THEIR_SAYING = re.compile(
    r"(?:^|(?<=[。!?！？\s、「」『』]))(?:[「『][^」』\n]{0,80}[」』]|[^。!?！？\s、「」『』]){1,60}?(?:って|と|て)、?[^。、\n「」『』]{0,8}?"
    r"(?:(?:言っ|言う|ゆっ|話し|おっしゃっ)て(?:い?(?:た|る)(?!って|と|ら|り|けど|けんど|のに|[?？])|はった)|(?:言|おっしゃ)(?:った|われた)(?!って|と|ら|り|けど|けんど|のに|[?？])"
    r"|(?:言っ|言う|ゆっ|話し|書い|教え|おっしゃっ)て(?:くれ(?:た|て(?!.?[?？])|はった|まし|とる)|くださ(?:った|って|いまし)|もら(?:った|って|いまし)))"
)
"""「クラゲが好きだと前に言っていたので」, 「付き合ってる人がいるって言ってくれた」: words of theirs."""

_REASON = re.compile(
    r"(?:^|(?<=[。!?！？\n]))[^。!?！？\n「」『』]{2,40}?(?:ので|だから|ですから|けど|なんで|んで|だし|ですし)、(?!って|と|それ|その|これ|そこ)"
)
"""「年上の方なので、」: why, before what is wished."""


def without_their_words(wish: str) -> str:
    """The wish without what it tells of their words; places are kept.

    >>> without_their_words("海が好きって言ってたから、海の話を足して").strip(NOTHING)
    'から、海の話を足して'
    """
    return _THEIR_SAYING.sub(_cut, wish)


def without_reason(wish: str) -> str:
    """The wish without the reason it begins with; places are kept."""
    return _REASON.sub(_cut, wish)


def _cut(told: re.Match[str]) -> str:
    return NOTHING * len(told[0])
