"""Ways to say the same in another variety of Japanese, as far as plain replacement goes; a text without any is itself."""

import re
from collections.abc import Callable, Sequence

from guardrails.text import view

Pairs = Sequence[tuple[str, str]]


def replacing(pairs: Pairs) -> Callable[[str], str]:
    """One pass over the text from the left; where two would fit, the one that comes first."""
    anyone = re.compile("|".join(f"(?P<p{i}>{old})" for i, (old, _) in enumerate(pairs)))
    return lambda text: anyone.sub(lambda m: m.expand(pairs[int(str(m.lastgroup)[1:])][1]), text)


_END = r"(?=[？?！!。、\s]|$)"

KANSAI: Pairs = (
    (r"じゃないですか|ではないですか", "ちゃいますか"),
    (r"じゃない|ではない", "ちゃう"),
    (r"じゃなくて", "ちゃうくて"),
    (r"本当|ほんと(?!う)", "ほんま"),
    (r"(?<=[れけげてめしきぎいえせみび])ないの" + _END, "へんの"),
    (r"(?<=[らかさわまがなばた])ないの" + _END, "へんの"),
    (r"(?<=[らかさわまがなばた])ない" + _END, "へん"),
    (r"(?<=[てで])くれない" + _END, "くれへん"),
    (r"だよね" + _END, "やんな"),
    (r"だよ" + _END, "やで"),
    (r"だね" + _END, "やね"),
    (r"なの" + _END, "なん"),
    (r"(?<=[るたい])の" + _END, "ん"),
    (r"だから", "やから"),
    (r"だけど", "やけど"),
    (r"だったら", "やったら"),
    (r"でしょう?" + _END, "やろ"),
    (r"だろう?" + _END, "やろ"),
    (r"(?<![がしまくうたっとち])いいよ", "ええよ"),
    (r"(?<=[てで])いい" + _END, "ええ"),
    (r"(?<=て)いる", "おる"),
    (r"してる", "しとる"),
    (r"だめ|ダメ|駄目", "あかん"),
    (r"すごく|とても", "めっちゃ"),
    (r"(?<=[てで])よ" + _END, "や"),
    (r"じゃあ|それじゃ", "ほな"),
)

HAKATA: Pairs = (
    (r"なんで|どうして", "なして"),
    (r"(?<=[るたい])の" + _END, "と"),
    (r"なの" + _END, "なんと"),
    (r"だよ" + _END, "ばい"),
    (r"だから", "やけん"),
    (r"(?<=[るたいん])から" + _END, "けん"),
    (r"だけど", "やけど"),
    (r"(?<=[らかさわまがなばた])ない" + _END, "ん"),
    (r"でしょう?" + _END, "やろ"),
    (r"だろう?" + _END, "やろ"),
    (r"(?<=[てで])いい" + _END, "よか"),
    (r"してる", "しとう"),
    (r"だめ|ダメ|駄目", "いかん"),
    (r"本当に?|ほんとに?(?!う)", "ほんなこつ"),
)

TOHOKU: Pairs = (
    (r"(?<=[らかさわまがなばた])ないの" + _END, "ねえの"),
    (r"(?<=[らかさわまがなばた])ない" + _END, "ねえ"),
    (r"だよね" + _END, "だべな"),
    (r"だよ" + _END, "だべ"),
    (r"でしょう?" + _END, "だべ"),
    (r"だろう?" + _END, "だべ"),
    (r"行こう" + _END, "行くべ"),
    (r"しよう" + _END, "すっぺ"),
    (r"だから", "だがら"),
    (r"けど", "けんども"),
    (r"なんで", "なして"),
    (r"(?<=わ)か(?=[らりっ])", "が"),
)

GAL: Pairs = (
    (r"本当に?|ほんとに?", "まぢ"),
    (r"すごく|とても|すごい", "ちょー"),
    (r"絶対", "ぜったぃ"),
    (r"です" + _END, "っす"),
    (r"だよ" + _END, "だょ"),
    (r"じゃん" + _END, "ぢゃん"),
    (r"じゃあ", "ぢゃぁ"),
    (r"(?<=[^\s])ね" + _END, "ねっ💕"),
    (r"かな" + _END, "かなぁ🥺"),
    (r"の(?=[？?])", "のぉ"),
    (r"よ" + _END, "ょ〜✨"),
    (r"！|!", "!!!💖"),
    (r"私|わたし", "ゎたし"),
)

OJISAN: Pairs = (
    (r"かな" + _END, "カナ⁉️😅"),
    (r"だよ" + _END, "だヨ😃"),
    (r"だね" + _END, "だネ😊"),
    (r"よ" + _END, "ヨ😄✨"),
    (r"ね" + _END, "ネ😘💦"),
    (r"です" + _END, "デス😁"),
    (r"。", "❗️😆"),
    (r"、", "、😅"),
    (r"？|\?", "❓🤔💕"),
    (r"！|!", "❗❗😍"),
)

KEIGO: Pairs = (
    (r"なの" + _END, "なのでしょうか"),
    (r"(?<=[るたい])の(?=[？?]|$)", "のでしょうか"),
    (r"ですか" + _END, "でしょうか"),
    (r"(?<=[てで])よ" + _END, "いただけますか"),
    (r"(?<=[てで])ほしい" + _END, "いただきたいです"),
    (r"(?<=[てで])ください" + _END, "いただけますでしょうか"),
    (r"(?<=[てで])くれない" + _END, "いただけませんか"),
    (r"だよね" + _END, "ですよね"),
    (r"だよ" + _END, "です"),
    (r"だね" + _END, "ですね"),
    (r"ごめん(?:ね|なさい)?" + _END, "申し訳ございません"),
    (r"ありがとう" + _END, "ありがとうございます"),
    (r"(?<!お)返事", "ご返信"),
    (r"(?<!ご)連絡", "ご連絡"),
    (r"(?<!ご)都合", "ご都合"),
    (r"(?<!ご)予定", "ご予定"),
    (r"今日", "本日"),
    (r"俺|僕|おれ|ぼく", "私"),
    (r"誰", "どなた"),
    (r"どう" + _END, "いかがでしょうか"),
    (r"だから", "ですから"),
    (r"だけど", "ですが"),
    (r"じゃあ", "それでは"),
    (r"なんで|どうして", "なぜ"),
    (r"(?<=[てで])いい" + _END, "よろしいでしょうか"),
    (r"だめ|ダメ|駄目", "難しい"),
)

_ROWS = (
    ("", "アイウエオ"), ("k", "カキクケコ"), ("s", "サシスセソ"), ("t", "タチツテト"), ("n", "ナニヌネノ"),
    ("h", "ハヒフヘホ"), ("m", "マミムメモ"), ("r", "ラリルレロ"), ("g", "ガギグゲゴ"), ("z", "ザジズゼゾ"),
    ("d", "ダヂヅデド"), ("b", "バビブベボ"), ("p", "パピプペポ"),
)  # fmt: skip
_SYLLABLES = {kana: c + v for c, row in _ROWS for kana, v in zip(row, "aiueo", strict=True)} | {
    "シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ン": "n",
}  # fmt: skip
_SPOKEN = {"ハ": "wa", "ヘ": "e", "ヲ": "o"}  # particles


def _latin(kana: str) -> str:
    out = ""
    for i, char in enumerate(kana):
        before, after = out[-1:], kana[i + 1 : i + 2]
        if char in "ャュョ" and out.endswith("i"):
            stem = out[:-1]
            out = stem + ("" if stem.endswith(("sh", "ch", "j")) else "y") + "auo"["ャュョ".index(char)]
        elif char == "ー":
            out += before if before in "aiueo" else ""
        elif char == "ッ":
            out += _SYLLABLES.get(after, "t")[0]
        else:
            out += _SYLLABLES.get(char, char)
    return out


_JOINED = ("助動詞", "接尾辞")
_NUMBERS = {"一": "ichi", "二": "ni", "三": "san"}


def romaji(text: str) -> str:
    """Words read aloud in Latin letters, with spaces between them, as on a phone without Japanese."""
    lines = []
    for sentence in view(text).sentences:
        words: list[str] = []
        for token in sentence.tokens:
            if token.pos[0] in ("補助記号", "記号", "空白"):
                continue
            particle = token.pos[0] == "助詞" and token.reading in _SPOKEN
            said = _SPOKEN[token.reading] if particle else _NUMBERS.get(token.surface, token.reading)
            if words and (
                token.pos[0] in _JOINED or token.surface in ("て", "で") or words[-1].endswith("ッ")
            ):
                words[-1] += said
            else:
                words.append(said)
        lines.append(" ".join(map(_latin, words)) + ("?" if sentence.question else "."))
    return " ".join(lines)


REGISTERS: dict[str, Callable[[str], str]] = {
    "romaji": romaji,
    "Kansai": replacing(KANSAI),
    "Hakata": replacing(HAKATA),
    "Tohoku": replacing(TOHOKU),
    "gal": replacing(GAL),
    "ojisan": replacing(OJISAN),
    "business keigo": replacing(KEIGO),
}
