"""Whether the coach speaks against a quoted message."""

import re

from guardrails.advising.quotes import STAND_IN
from guardrails.advising.sending import ACT, AVOIDED, BURDEN, DO, NEGATED, REGRET, REST, SEEMS, SEND

_Q = STAND_IN

_SAID_OF = rf"{REST}{{0,60}}?"
_WARNED = re.compile(
    rf"{_Q}{_SAID_OF}(?:{SEND}{NEGATED}|{AVOIDED}|{BURDEN}|{SEEMS})|{_Q}{REGRET}"
    rf"|{_Q}(?:と|って)、?{ACT}(?:と|ば|たら)、?(?:お?相手|読む(?:人|側|ほう)|受け取る(?:人|側)|向こう|先方|彼女?)(?:は|が|に)(?:(?!焦|追|気にな|連絡|後悔|惜し|本音|やす|うれし|嬉|喜|楽|安心|助か){REST}){{0,50}}(?:かもしれ|ことがあ|てしまいま)"
    rf"|{_Q}(?:だけ|を|は|も)?(?:、)?取(?:ろ|っ|る|り(?!入|上|出|組))|{_Q}(?:という)?{REST}{{0,8}}(?:では|じゃ)なく|{_Q}(?:{REST}{{0,12}}{ACT})?(?:は|の)?より|{_Q}{REST}{{0,12}}[るくすうつむぐぶぬ](?:その)?(?:前に|手前で)"
)
_SWAPPED = re.compile(
    rf"^{_Q}(?:を|から|は)(?:、)?{_Q}(?:に|へ)(?:と)?(?:替|変|換|代|言い換|直|差し替|置き換)"
)
_SPOKEN_OF_ON = re.compile(
    rf"{_Q}(?:の(?:一言|ひと言|一文|一行|言葉|[一二三四五]文字|ところ|部分)(?=は|も))?(?:は|も|って|。|だと|では|と(?:いう|か|も)?|のような|$)"
)
_WARNED_NEXT = re.compile(
    rf"[^。\n]{{0,70}}(?:[。]|\n)+(?:{_Q})?(?!.{{0,30}}{DO})[^。\n{_Q}]{{0,40}}(?:{SEND}{NEGATED}|{AVOIDED}|{BURDEN})"
)
_WARNED_LEAD = re.compile(
    rf"(?:こう|こんな|このよう|次の|以下|下の|これら?)[^。\n]{{0,20}}{SEND}{NEGATED}[^。\n]{{0,12}}[。:\uff1a\n]+$"
    r"|(?:避けたい|控えたい|やめておきたい|送りたくない|送らない(?:ほうがいい|でおきたい)?|NGの|よくない|残念な|よくある失敗)[^。\n]{0,6}(?:例|もの|言葉|文面?|一言|言い方|書き方)[^。\n]{0,14}[。:\uff1a\n]+$"
)


def is_swapped(rest: str) -> bool:
    """Whether it is replaced by the words that follow: 「A」を「B」に替える."""
    return bool(_SWAPPED.match(rest))


def is_warned(said_before: str, lead: str, own: str) -> bool:
    """Whether the user is told to leave it, there, in the next sentence or before it."""
    if _WARNED.match(own):
        return True
    if _SPOKEN_OF_ON.match(own) and _WARNED_NEXT.match(own):
        return True
    return not lead.strip() and bool(_WARNED_LEAD.search(said_before.rstrip(" ")))
