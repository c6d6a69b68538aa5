"""What an invitation names: some one thing to do, and where it is or that it is there."""

import re
from itertools import pairwise

from guardrails.kinds.burdens import forms
from guardrails.text import Text, Token

_ANY = forms(
    "御飯 飯 食事 夕食 夕飯 昼食 朝食 ランチ ディナー 御茶 お茶 茶 飲み 飲み会 酒 御酒 デート 遊び 外出 予定 都合 時間 日 週末 土日 平日",
    "休み 機会 今度 今 次 方 人 皆 二人 一人 会 約束 電話 連絡 返事 話 相談 こと 事 物 所 場所 感じ 気 気分 無理 遠慮 大丈夫 良かっ",
    "一緒 御一緒 散歩 何時 場合 為 よう 上 中 時 暇 手 顔 興味 参加 誘い 御誘い 用事 仕事 体調 迷惑 遊ぶ 一杯 一回 一度 毎回 気軽",
)
"""What is said in every invitation and names nothing: ご飯, どこか, 今度."""

_THERE = forms(
    "有る 見付ける 見つかる 出来る 始まる 開く 開催 公開 上映 入荷 出る オープン 見頃 咲く 遣る 貰う"
)
_RUN = 4
_HEARSAY = forms("らしい って 見たい みたい そう だそう")


_PLACE = re.compile("(?:駅|駅前|ビル|町|街|村|裏|端|隣|近く|沿い|敷|岸|港|島|園|館|院|寺|通り|参道)$")
"""How the word for a place ends: 隣町, 河川敷, 湾岸."""


def thing(text: Text) -> bool:
    """Whether any noun of ``text`` names what it would be: a shop, a film, a game, not just food or fun."""
    return any(_names(token) for sentence in text.sentences for token in sentence.tokens)


def found(text: Text) -> bool:
    """Whether it is told of as something that is there, or with its place: 駅前のカフェ, 展示をやってるって."""
    for sentence in text.sentences:
        words = [t for t in sentence.tokens if t.pos[0] not in ("補助記号", "空白")]
        if not any(_names(t) for t in words):
            continue
        lemmas = {t.lemma for t in words}
        if lemmas & _THERE or lemmas & _HEARSAY:
            return True
        pairs = pairwise(words)
        if any(
            _names(t) and after.surface in ("で", "に") and after.pos[1] == "格助詞" for t, after in pairs
        ):
            return True
    return False


_TURNS = re.compile(
    "それより|ところで|それはそう|それはさて|そんなこと|もいいけど|もいいですが|よりも|(?:ほんと|本当)は"
)


def theirs(text: Text, incoming: Text) -> bool:
    """Whether it takes up what their message names, or what it tells is there, and turns to nothing else.

    猫にまみれに行かない? after 猫カフェ行ってみたい; 一戦交えに行く? after 卓球バーがあるらしいよ.
    """
    if _TURNS.search(text.fold.text):
        return False
    named = _things(incoming)
    return found(incoming) or any(mine in their or their in mine for mine in _things(text) for their in named)


def _things(text: Text) -> set[str]:
    """The things it names, by their lemmas."""
    return {t.lemma for sentence in text.sentences for t in sentence.tokens if _names(t)}


def placed(text: Text) -> bool:
    """Whether the place of a thing is told: 隣町のゲーセン, 大須の裏のひつまぶし屋."""
    return any(
        place.pos[0] == "名詞"
        and (place.pos[2] == "地名" or _PLACE.search(place.surface))
        and of.surface == "の"
        and any(_names(token) for token in after)
        for sentence in text.sentences
        for place, of, *after in _runs(sentence.tokens)
    )


def _runs(tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """Every two words of a sentence with the two after them."""
    return [tokens[at : at + _RUN] for at in range(len(tokens) - 2)]


def _names(token: Token) -> bool:
    return (
        token.pos[0] == "名詞"
        and token.pos[1] in ("普通名詞", "固有名詞")
        and token.pos[2] not in ("副詞可能", "助数詞可能")
        and token.lemma not in _ANY
        and len(token.surface) > 1
    )
