"""How the user writes to the other person, so that drafts sound like them."""

import re

from coach.said.exchange import Exchange, Voice
from coach.said.voices import invites
from coach.situation import Register

_POLITE = re.compile(r"です|でした|ます|ました|ません|でしょう|ください|ございま")
_SENT = re.compile(
    r"(?P<words>[^。、!！\n「」『』□]{2,40}?[?？!！〜~ー…笑w]*)、?(?:って|と|て|(?:的|みたい)な(?:ノリ|感じ)で|(?<=[?？や]))(?:line|ライン|dm)?(?:送|誘|聞|言|書|打|伝え)(?:った|うた|って|い(?:た|て)|りま|いま|きま|たら|まし)",
    re.I,
)
"""What the user wrote, told without marks: 土曜ひま?って送ったら."""

_ASKS = re.compile(r"(?:[?？]|[こそとのぼもろよご](?:う|ー|〜)?[ぜやよなねか]?|[べぞぜ])[!！〜~ー…笑w]*$")
"""A question, or the mood in which one asks along: 走ろ, 行くぞ, いくべ."""


def register_of(exchange: Exchange) -> Register:
    """How they write to the other; where no words of theirs stand, as they tell it, but polite to who is polite."""
    own = "".join(s.span.text for s in (*exchange.of(Voice.USER), *exchange.of(Voice.DRAFT)))
    words = own or _sent(exchange.telling) or exchange.telling + _theirs(exchange)
    return Register.POLITE if _POLITE.search(words) else Register.CASUAL


def _theirs(exchange: Exchange) -> str:
    return "".join(s.span.text for s in exchange.of(Voice.THEM))


def _sent(telling: str) -> str:
    """The user's own message as far as it is told word for word: only what asks, or asks along, sounds like one."""
    told = (m["words"] for m in _SENT.finditer(telling))
    return "".join(words for words in told if invites(words) or _ASKS.search(words))
