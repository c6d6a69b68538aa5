"""What their message offers and what it says no to: days, hours and things, clause by clause."""

import re
from dataclasses import dataclass

from guardrails.days import Days, days_in, days_of
from guardrails.text import Sentence, Text, fold

_REFUSED = re.compile(
    r"(?:は|も|が|だと)?.{0,8}(?:無理|むり|だめ|駄目|難し|厳し|きつ|あかん|いかん|埋ま|行けな|行けん|仕事|用事|予定|先約|ばいと|出張|ごめん|すみ|苦手"
    r"|都合が?(?:悪|つか|合わ)|家族と|会議)"
)
_OFFER = re.compile(
    r"(?:なら|だったら|やったら|でしたら|どう|いかが|空いて|空い|いける|行ける|大丈夫|平気|なら!|れる|ですか|でもいい|がいい|落ち着|以降|あたり|行こ|にしない|にしよ|どげん|よか|でお願い|しない\?|け(?:ど|れば)?$)"
)
_CLAUSES = re.compile(
    r"(?:だ|です|ます|い|る|た|ん)?(?:けれど|けど|ので|んで|から|(?:が|なの|で)(?=[月火水木金土日来再今明夜昼朝夕0-9]))|(?<=無理)(?=[^だでなのかっ])"
)
_SINCE = re.compile("([0-9]{1,2})時(?:から|以降|過ぎ|すぎ|より)")
_UNTIL = re.compile("([0-9]{1,2})時(?:まで|前)")
_VAGUE = frozenset(["時間", "こと", "もの", "ほう", "感じ", "みんな", "人", "ため", "よう", "はず", "つもり"])


@dataclass(frozen=True, slots=True)
class Offer:
    """Days and things (folded nouns and verb stems) that would do, and those that would not.

    ``places`` are the names of places among the things; ``since`` and ``until`` are clock hours, 0 and 24 where
    they set none.
    """

    days: Days
    lost: Days
    things: frozenset[str]
    refused: frozenset[str]
    places: frozenset[str]
    since: int
    until: int


def offer(incoming: Text) -> Offer:
    """Reads 土曜は仕事だけど日曜なら as a day that would do and one that would not."""
    days, lost, kept, gone = Days(), Days(), "", ""
    for sentence in incoming.sentences:
        for clause in _CLAUSES.split(sentence.fold):
            if _REFUSED.search(clause) and not _OFFER.search(clause):
                lost |= days_of(clause)
                gone += f"\n{clause}"
            else:
                days |= days_of(clause)
                kept += f"\n{clause}"
    words = _things(incoming)
    things = frozenset(word for word in words if word in kept)
    refused = frozenset(word for word in words if word in gone) - things
    since = max([int(hour) for hour in _SINCE.findall(kept)], default=0)
    until = min([int(hour) for hour in _UNTIL.findall(kept)], default=24)
    days |= days_in(incoming) - lost
    return Offer(days, lost, things, refused, places(incoming) & things, since, until)


def places(text: Text | Sentence) -> frozenset[str]:
    """The names of places, folded."""
    sentences = (text,) if isinstance(text, Sentence) else text.sentences
    return frozenset(fold(t.surface) for s in sentences for t in s.tokens if t.pos[2] == "地名")


def _things(text: Text) -> set[str]:
    """Nouns and verb stems of two letters and more that are no days and no mere helpers."""
    return {
        folded
        for sentence in text.sentences
        for token in sentence.tokens
        if (
            token.pos[0] == "名詞" and token.pos[1] in ("普通名詞", "固有名詞") and token.pos[2] != "副詞可能"
        )
        or (token.pos[0] == "動詞" and token.pos[1] == "一般")
        if len(folded := fold(token.surface)) >= 2 and token.surface not in _VAGUE
    }
