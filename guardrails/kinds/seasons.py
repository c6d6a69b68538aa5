"""Whether a sentence speaks of the weather and the season, and of nothing else."""

from guardrails.kinds.burdens import forms
from guardrails.kinds.predicate import Predicate

_SEASON = forms(
    "朝晩 朝 夜 夕方 夕暮れ 日 日中 昼間 昼 空 空気 風 夜風 北風 南風 木枯らし 雨 雪 霜 霧 雲 日差し 陽射し 陽 気温 温度 湿度",
    "天気 天候 季節 時期 時候 変わり目 春 夏 秋 冬 初夏 梅雨 真夏 真冬 小春日和 年の瀬 寒さ 暑さ 冷え 冷え込み 寒波 寒暖差 暖かさ",
    "桜 梅 紫陽花 新緑 若葉 紅葉 銀杏 金木犀 落ち葉 花粉 蝉 鈴虫 虫 蕾 外 町 街 通り 木々 葉 色 声 香り 匂い 音 続き 明け 入り",
)
"""Not the moon and the stars, whose beauty is said to one alone."""
_WEATHER = forms(
    "冷える 冷え込む 寒い 涼しい 暑い 暖かい 温かい 蒸す 蒸し暑い 晴れる 晴れ 曇る 降る 止む 上がる 吹く 積もる 咲く 散る 舞う",
    "色づく 色付く 染まる 深まる 和らぐ 緩む 落ち着く 短い 長い 高い 低い 澄む 乾燥 乾く 近い 遠い 早い 始まる 終わる 進む 続く 強い",
    "大きい 厳しい 気持ち良い 心地良い 爽やか 穏やか 綺麗 体 身体 堪える",
)
_HOW = forms(
    "今日 今朝 今 今年 最近 近頃 此処 所 もう すっかり 大分 随分 漸く 急 少し ちょっと 段々 一気 毎日 本当 とても 中々 又 益々 そろそろ",
    "為る 成る 来る 行く 居る 有る 様 よう 様子 感じ 事 こと の 物 もの 飛ぶ 良い",
)
_TELLS = frozenset({"名詞", "動詞", "形容詞", "形状詞", "代名詞"})


def of_the_season(said: Predicate) -> bool:
    """朝晩冷えますね, 金木犀の香る時期ですね: all it says is of the weather; not 寒いですね、返事もないし."""
    if said.order or said.wills:
        return False
    telling = {t.lemma for t in said.words if t.pos[0] in _TELLS}
    return bool(telling & (_SEASON | _WEATHER)) and telling <= _SEASON | _WEATHER | _HOW
