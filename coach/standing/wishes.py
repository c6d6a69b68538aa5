"""What somebody says they wish to try or are drawn to, in words of their own: 苔テラリウム作ってみたい, その店気になってる.

Only for words that are surely theirs: in the user's telling 気になってる is said of whom they like.
"""

import re
from collections.abc import Iterator

from coach.standing.things import KANJI, run, thing

_VERB = "[作行食飲見観読登乗習始撮育描弾編焼買使泊入歩走泳聴着試挑参会逢話指貸やし](?:[っいんべりきみえめしび])?[てで]みたい|気に"
_THING = thing(until=_VERB)
_NAMED = (
    rf"(?:{run(KANJI, until=_VERB)}[りえみきぎ](?=[をにへがはも、やしま]|って|とか)"
    rf"|(?:{_THING}){{1,3}}(?:[のや](?!お?店|とこ)(?:{_THING}){{1,3}})?(?:巡り|めぐり|作り|づくり|歩き)?)"
)
_BETWEEN = (
    r"(?:のお?(?:店|とこ(?:ろ)?))?(?:を|に|へ|が|は|も|って|とか|なんか|のこと|、)*"
    r"(?:まじ(?:で)?|マジ(?:で)?|ほんと(?:う)?(?:に)?|本当に|すご(?:く|い)|すっごく|とても|めっちゃ|めちゃ(?:くちゃ)?|ちょっと|少し|前から|ずっと|最近|いつか|一度|自分でも|かなり|地味に|密かに|今)*"
)
_WISHED = re.compile(
    rf"({_NAMED}){_BETWEEN}"
    r"(?:(?:[一-龠]|や|し)?[ぁ-ん]{0,2}?[てで]みたい(?!(?:と(?:は)?|って)?思(?:わな|いませ)|わけ|人|方|か)"
    r"|気にな(?:って(?:(?:い)?(?:る|ます|て)|しょうがな|仕方な|た)|る|ります|りまく)(?!人|方|子|ひと|こと|点|ところ|から|ので))"
)
_LOOKS = re.compile(
    rf"((?:{_NAMED})(?:[のや](?:{_NAMED}|[一-龠]+[ぁ-ん]?[一-龠]+べ?))?)(?:[、はもが〜ー]|って|とか|めっちゃ|めちゃ|すごく|すごい|ほんと)*"
    r"(?:楽し|たのし|おもしろ|面白|おいし|美味し|うま|よさ|良さ|気持ちよさ|すてき|素敵|きれい|綺麗|かわい)そう(?!に|な(?:人|顔)|です(?:か|ね[?？]))"
)
"""What looks good to them, said of a thing: クリームソーダの飲み比べ、たのしそう."""
_ONLY_SEEN = frozenset(
    (
        "写真",
        "動画",
        "画像",
        "投稿",
        "毎日",
        "仕事",
        "旅行",
        "今日",
        "明日",
        "週末",
        "感じ",
        "雰囲気",
        "顔",
        "声",
        "二人",
        "全員",
    )
)
"""What looks good, and is what was shown of it, or who was there."""
_STANDS_IN = frozenset(("実物", "本物", "現物", "実際", "生", "続き", "全部", "現地", "次"))
"""What stands for a thing that was named before it: パンダの動画やばい、実物見てみたい."""
_SHOWN = re.compile(
    rf"((?:{_THING}){{1,3}})の(?:動画|写真|画像|映像|番組|特集|記事|ドキュメンタリー|投稿|ポスター|本|話)"
)
WISH_HINT = re.compile("[てで]みたい|気にな|そう")
"""A text in which this is not found wishes for nothing in these forms."""
_WORRY = re.compile(
    r"(?:体調|具合|天気|天候|空模様|時間|結果|返事|返信|予定|仕事|体重|値段|様子|将来|お金|人目|噂|周り|腰|膝|喉|熱|咳|台風|地震|雨|雪|ニュース|家|母|父|親|息子|娘|妹|弟|姉|兄|子ども|子供|猫|犬|病気|検査|試験|会社|相手|彼|彼女|先輩|後輩|人|方)$"
)
"""What somebody worries about, and what is a person."""


def wished(words: str) -> Iterator[re.Match[str]]:
    """Each place where words of theirs name what they wish for or what looks good to them; group 1 is the thing."""
    looks = (m for m in _LOOKS.finditer(words) if m[1] not in _ONLY_SEEN)
    for m in (*_WISHED.finditer(words), *looks):
        named = _named_before(words, m) if m[1] in _STANDS_IN else m
        if (
            named
            and not _WORRY.search(named[1])
            and (len(named[1]) > 1 or not words.startswith("って", named.end(1)))
        ):
            yield named  # not: 会って話してみたい


def _named_before(words: str, standing_in: re.Match[str]) -> re.Match[str] | None:
    """What was shown or told of last before words that only stand for it."""
    found = list(_SHOWN.finditer(words, 0, standing_in.start()))
    return found[-1] if found else None
