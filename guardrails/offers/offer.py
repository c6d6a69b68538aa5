"""What their message offers and what it says no to: days, hours and things, clause by clause."""

import re
from dataclasses import dataclass

from guardrails.offers.days import Days, days_in, days_of
from guardrails.text import Sentence, Text, fold

_REFUSED = re.compile(
    r"(?:は|も|が|だと)?.{0,8}(?:無理|むり|だめ|駄目|難し|厳し|きつ|あかん|いかん|埋ま|行けな|行けん|仕事|用事|予定|先約|ばいと|出張|ごめん|すみ|苦手"
    r"|都合が?(?:悪|つか|合わ)|家族と|会議)"
)
_OFFER = re.compile(
    r"(?:なら|だったら|やったら|でしたら|どう|いかが|空いて|空い|いける|行ける|大丈夫|平気|なら!|れる|ですか|でもいい|がいい|落ち着|以降|あたり|行こ|にしない|にしよ|どげん|よか|でお願い|しない\?|は\?$|け(?:ど|れば)?$)"
)
_CLAUSES = re.compile(
    r"(?:だ|です|ます|い|る|た|ん)?(?:けれど|けど|ので|んで|から|(?:が|なの|で|なんだ|やねん|だし|し)(?=[月火水木金土日来再今明夜昼朝夕0-9]))|(?<=無理)(?=[^だでなのかっ])"
)
_EXCEPT = re.compile(
    r".{1,6}?(?:(?:は|も|だけは)?(?:なし|抜き|ぬき|以外|やめ|避け|外して|いらな|勘弁|控え|遠慮|ちょっと(?:$|怖|早))|(?:じゃ|では)な(?:い|く|けれ))"
)
_TOPIC = re.compile(
    r"[月火水木金土日]曜?(?:日)?(?:は|も|だけは)|(?:夜|昼|朝|午前|午後|日|週|月|夕方|末)(?:は|も|だけは)"
)
_COMMA = re.compile(
    "[、，,]|(?<![月火水木金土日曜週末時0-9０-９])[〜～~ー…]+(?=[月火水木金土日来再今明0-9０-９])"
)
"""A wave cuts like a comma before another day (土曜バイトやわ〜日曜なら), not between two (土曜〜日曜)."""
_SHORT = 5
"""Letters of a piece that is no clause of its own: 土曜、無理."""
_SINCE = re.compile("([0-9]{1,2})時(?:から|以降|過ぎ|すぎ|より)")
_UNTIL = re.compile("([0-9]{1,2})時(?:まで|前|には(?:帰|出|解散|戻|寝))")
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
    clauses = _clauses(incoming)
    offering = any(_OFFER.search(clause) for clause in clauses)
    kept, gone = [], []
    for clause in clauses:
        except_for = _EXCEPT.findall(clause)
        gone += except_for
        refuses = _REFUSED.search(clause) or (offering and _TOPIC.search(clause))
        if refuses and not _OFFER.search(clause):
            gone.append(clause)
        else:
            kept.append(_EXCEPT.sub("", clause))
    days, lost = days_of("\n".join(kept)), days_of("\n".join(gone))
    words = _things(incoming)
    things = frozenset(word for word in words if any(word in clause for clause in kept))
    refused = frozenset(word for word in words if any(word in clause for clause in gone)) - things
    since = max([int(hour) for hour in _SINCE.findall("\n".join(kept))], default=0)
    until = min([int(hour) for hour in _UNTIL.findall("\n".join(kept))], default=24)
    days |= days_in(incoming) - lost
    return Offer(days, lost, things, refused, places(incoming) & things, since, until)


def _clauses(text: Text) -> list[str]:
    """Folded clauses, cut at commas (the folded view has none) and where one day is set against another."""
    found = []
    for sentence in text.sentences:
        held = ""
        for piece in _COMMA.split(text.original[sentence.start : sentence.end]):
            held += fold(piece)
            if len(held) > _SHORT or (_REFUSED.search(held) and days_of(held)):
                found += _CLAUSES.split(held)
                held = ""
        found += _CLAUSES.split(held) if held else []
    return found


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
