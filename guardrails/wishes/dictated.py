"""The words that a wish dictates for a message, and what such a message would be stopped for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from guardrails.check import check
from guardrails.check import rules as draft_rules
from guardrails.text import view
from guardrails.vocabulary import Category, Finding, Outcome, Span, Stage
from guardrails.wishes.parts import NOTHING
from guardrails.wishes.rules import finding, rules
from guardrails.wishes.slots import slot

_DICTATED = re.compile(
    r"[「『](?P<quoted>[^」』]{5,80})[」』](?!が(?!い|よ|良|ほ|欲|入)|は(?![^。\n]{0,14}(?:入|足|残|絶対|必ず))|みたい|っぽ|じゃな|ではな|を[「『]|の(?:字|漢字|部分|ところ|とこ|一行|文|あと|前))"
    r"|(?P<said>[^。!?\n「」『』]{4,80}?[!?]?)(?:(?<![切作送取減残守削縮])って|、って|、を|、と|(?<!っ)と|、?(?:くらい|ぐらい)(?:は|を|なら|の(?:こと|一言)[はをも]?)?)、?(?=(?:いう)?(?:形|流れ|感じ|気持ち|内容|意味|旨|趣旨|文|一言|ひとこと|一文|一行|書|入れ|足|添|加え|伝え"
    r"|言っ|返|聞|教え|諭|匂わ|におわ|ほのめか|漂わ|混ぜ|まぜ|頼|甘え|問い詰め|つっこ|ツッコ|突っ込|つけ|付け|締め|上品|丁寧|やわらか|柔らか|遠回し|最後|最初|冒頭|末尾|先頭|頭に|さらっと|さりげな|冗談|世間話|軽[くいさみ]|やんわり)|[。!]*$)"
    r"|(?P<alike>[^。!?\n「」『』]{4,80}?)[!?\u200b]?みたいな(?=$|の(?:を|に|で|$)|感じ|やつ|一言|文)"
)


def dictated(wish: str) -> Iterator[re.Match[str]]:
    """The words that are to be written: one named group of each match."""
    return _DICTATED.finditer(wish)


def without_good_words(kept: str, stage: Stage) -> str:
    """The wish with the words that do good whoever sends them called thanks; places are kept.

    That is what passes as our own draft where all but known good acts are denied, and a way out of an invitation.
    """

    def called(words: re.Match[str]) -> str:
        start, end = (at - words.start() for at in words.span(words.lastgroup or 0))
        said = words[0][start:end]
        if NOTHING in said or not _does_good(said, stage):
            return words[0]
        return words[0][:start] + _THANKS.ljust(end - start, NOTHING) + words[0][end:]

    return _DICTATED.sub(called, kept)


def _does_good(said: str, stage: Stage) -> bool:
    if stage is Stage.SECOND_INVITE:
        return slot(_EXIT).search(view(said)) and not rules().match(view(said), stage=stage.value, act="add")
    return stage in _DENIED and check(said, stage=stage, ours=True).outcome is Outcome.PASS


def against_dictated(text: str, kept: str, stage: Stage) -> tuple[Finding, ...]:
    """What a message of the words that are to be written would be stopped for, as far as words alone tell.

    What a whole message lacks is no matter of a piece; whether a day may be named is a matter of their message.
    """
    worded = _worded()
    found: list[Finding] = []
    for match in dictated(kept):
        start, end = match.span(match.lastgroup or 0)
        for one in check(kept[start:end], stage=stage).findings:
            if one.rule not in (*worded, _ASKS) or (stage in OFFERS and one.category in _BY_THEIR_WORDS):
                continue
            place = Span(start + one.span.start, start + one.span.end, one.span.text)
            found.append(replace(one, span=place))
        if match["quoted"] and not found:
            found += _wished(text, start, end, stage)
    return tuple(found)


def _wished(text: str, start: int, end: int, stage: Stage) -> list[Finding]:
    """What it would be to wish for the quoted words in words: 「今度いこ」 is the wish 「今度いこって入れて」."""
    words = text[start:end].rstrip("!?。！？")
    matches = rules().match(view(f"{words}って入れて"), stage=stage.value, act="add")
    shown = [replace(finding(text, m), span=Span(start, end, text[start:end])) for m in matches]
    return [f for f in shown if f.category is not Category.VAGUE_INVITE]


_ASKS = "silence.question"
"""What asks for an answer where none is owed is so by its words alone, though no pattern finds it."""


@lru_cache(maxsize=1)
def _worded() -> frozenset[str]:
    return frozenset(rule.id for rule in draft_rules().rules if rule.category in set(Category))


_DENIED = (Stage.DECLINED, Stage.CLOSED)
_THANKS = "お礼"
_EXIT = "{EXIT}"
OFFERS = (Stage.ALTERNATIVE, Stage.SECOND_INVITE)
_BY_THEIR_WORDS = (Category.REPROPOSE, Category.VAGUE_INVITE)
