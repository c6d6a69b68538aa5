"""How a sentence closes: whether it tells them to, tells them not to, or says let us."""

import re
from collections.abc import Sequence

from guardrails.text import Token

_ORDERS = re.compile(
    r"(?:て|で)(?:おいで|こい|きんさい|きんしゃい|きいや|けろ|ちょう?(?:だい)?)$|(?:といで|どいで|んしゃい|んさい|なはれ|りゃあ|りや|ったりや|(?<!ほ)たって(?:な|や)?|って(?:って)(?:ね|な|よ)?|と(?:け|き)(?:ー|え|ぇ)?(?:よ|や|ね)?|[きしちみりびべえけ]よし)$"
)
"""Orders of dialects that the dictionary takes for nouns: 見せてきんしゃい, 買うたってな."""

_BANS = re.compile(
    r"(?:ん|る|く|す|つ|ぬ|む|う|ぐ|ぶ)なよ?$|(?:き|し|り|ぎ|ち|み|び|い|え)(?:な|ん)や$"
    r"|(?:ん|ない|せん|しない)(?:とき|とけ|といて|ように|ようにね|ごとね?)$|(?:ちゃ|たら)(?:だめ|あかん|いかん)(?:だ|や)?よ?$"
)
"""What one is told not to do: 道まちがえんなよ, 風邪ひきなや, 腰やらんように, 無理しちゃだめ."""


def closes(words: Sequence[Token]) -> bool:
    """Whether the last only closes a sentence: よ, わ; and な after a verb or よろしく, where it is never だ."""
    word = words[-1]
    whole = len(words) > 1 and (words[-2].pos[0] in ("動詞", "副詞") or words[-2].surface == "よう")
    return word.pos[1] == "終助詞" or (word.surface == "な" and whole)


def _commands(end: Token) -> bool:
    """楽しめ, あったかくして寝れ: an imperative that the dictionary takes for the stem of 楽しめる."""
    stem = (
        end.pos[0] == "動詞" and end.pos[5].startswith("連用形") and end.surface[-1] in "えけげせてねべめれ"
    )
    return stem and end.lemma[-2:-1] != end.surface[-1]


def wills(end: Token) -> bool:
    """Whether it says let us, or I will: 行こう, ぼちぼちいこ; よう of 話しような, taken for 話し様, too."""
    return end.pos[5].startswith("意志推量形") or end.surface == "よう" or _wills_shortly(end)


def _wills_shortly(end: Token) -> bool:
    """語ろ, しゃべろ: let us, which the dictionary takes for an order, that ends in れ; not ねろ, which is 寝ろ."""
    order = end.pos[4] == "五段-ラ行" and end.pos[5].startswith("命令形")
    return order and end.surface.endswith("ろ") and end.surface != "ねろ"


def bans(words: Sequence[Token], plain: str) -> bool:
    """Whether a sentence of these words, and folded so, tells them not to: 風邪ひくなよ; not 話そうな."""
    adverb = words[-1].pos[0] == "副詞"  # よろしくな
    return bool(_BANS.search(plain)) and not (adverb or wills(words[-1]))


def orders(words: Sequence[Token], tail: Sequence[Token], plain: str) -> bool:
    """Whether it ends in an imperative, a bare て, or a soft order of what they do anyway; ``tail`` are its last particles."""
    return _orders(words, tail) or bool(_ORDERS.search(plain))


def _orders(words: Sequence[Token], tail: Sequence[Token]) -> bool:
    end, before = words[-1], words[-2].lemma if len(words) > 1 else ""
    of_verb = len(words) > 1 and words[-2].pos[0] == "動詞"
    said = tail[0].surface.rstrip("ー") if tail else ""
    form = end.pos[5]
    return (
        (form.startswith("命令形") and not _wills_shortly(end))
        or (end.lemma in ("て", "で", "ながら") and end.pos[1] == "接続助詞")
        or (end.lemma == "り" and of_verb)  # 食べりーよ
        or (end.lemma == "ます" and before == "下さる")  # くださいまし
        or (not tail and _commands(end))
        or (end.lemma == "だ" and before == "の" and said in ("ぞ", "よ"))
        or (end.pos[0] == "動詞" and form.startswith("終止形") and said == "な")
        or (end.pos[0] == "動詞" and form.startswith("連用形") and said in ("や", "な", "ね"))
    )
