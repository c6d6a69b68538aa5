"""What is told of a couple: that the two are one, and that the other one of them has somebody else, told by others."""

import re

from coach.said.exchange import Exchange, Voice
from coach.standing.telling import Told
from guardrails.vocabulary import Span

_COUPLE = re.compile(
    r"付き合(?:って(?:い?る|[0-9一二三四五六七八九十半数]|もう|まだ|ます)|い始め|って、)|(?<!元)彼氏(?:に|と|から|が|を)|(?<!元)彼女(?:に|と|から|が|を)|旦那|(?<![丈工])夫(?:に|と|から|が|を)|妻(?:に|と|から|が|を)|嫁|恋人|同棲|遠距離"
)
_NOT_YET = re.compile(r"告白|片思い|片想い|気になる|好きな(?:人|子|方)|元(?:カ[レノ]|彼)|別れた")
_TAKEN = re.compile(
    r"結婚し(?:て(?:い)?(?:る|ます)|た)|既婚|(?:彼氏|彼女|恋人|奥さん|旦那(?:さん)?|ご主人|夫|妻|婚約者)(?:が|は|も)?(?:い(?:る|ます|た)|おる|おられ|いらっしゃ|でき(?:た|て))|付き合って(?:い)?る(?:人|らしい|って|よ|みたい)"
)
_OPEN = re.compile(r"[?？]|かも|かな|いな(?:い|さそう)|てな(?:い|さそう)|のか|別れ|離婚")


def is_couple(told: Told) -> bool:
    """Whether the two are told to be a couple: a wish for some distance ends nothing between them."""
    return bool(_COUPLE.search(told.folded.text)) and not _NOT_YET.search(told.folded.text)


def taken(exchange: Exchange) -> Span | None:
    """Words of somebody else who knows that the other has a partner: 共通の知人が「あの人結婚してるよ」."""
    others = (s.span for s in exchange.of(Voice.NOBODY))
    return next((span for span in others if _TAKEN.search(span.text) and not _OPEN.search(span.text)), None)
