"""Things said to be liked, by the form of the sentence: what stands before 好き, 趣味, ハマって, 推し, を飼って."""

import re

from guardrails.vocabulary import Span

_THING = r"(?:[ァ-ヶー]+|[一-龠々〆]+|[A-Za-z0-9][A-Za-z0-9&'+-]*)"
_LIKES = re.compile(
    rf"((?:{_THING}(?:巡り|めぐり|作り|づくり|歩き)?|{_THING}[のや]{_THING}|[一-龠々]+[りえみき]){{1,3}})"
    r"(?:が|は|も|とか|って|に)?(?:、)?(?:すごく|すごい|とても|めっちゃ|めちゃくちゃ|ほんと(?:に)?|本当に|昔から|最近|結構|けっこう|今|いま)?"
    r"(?:(?:大)?好き(?!じゃ|では|くない|な人|な子|な方)|趣味(?!じゃ|では)|ハマって|はまって|推し|にはま|にハマ)"
)
_KEPT = re.compile(
    rf"((?:{_THING}|{_THING}[のや]{_THING}|[一-龠々]+[りえみき]))"
    r"(?:好きな(?:人|子|方)|に(?:目がな|夢中|凝って)|の(?:大)?ファン|を?(?:飼って|習って|始めたら(?:し|れ))|を?始めたって)"
)
_LIKES_EN = re.compile(
    r"\bI(?:'m| am)? (?:really |also )?(?:love|like|into|a fan of) ((?!you\b|to\b|it\b|that\b|this\b)[A-Za-z][A-Za-z' -]{2,30}?)(?=[.,!?\n)]|$| and | but )"
)
_CUES = ("好き", "趣味", "ハマ", "はま", "推し")
_KEPT_CUES = ("好きな", "目がな", "夢中", "凝って", "ファン", "飼って", "習って", "始めた")
_NOT_THINGS = frozenset(
    (
        "貴方",
        "彼女",
        "最近",
        "本当",
        "全部",
        "一番",
        "自分",
        "お互",
        "結構",
        "感じ",
        "相手",
        "先輩",
        "後輩",
        "友達",
        "上司",
        "同級生",
        "年上",
        "年下",
        "一人",
        "性格",
        "笑顔",
        "外見",
    )
)
_NOT_ONE = frozenset("人子方今昔私僕俺何誰娘母父兄姉弟妹妻夫君前次夜朝昼男女皆彼大目顔声話心体")
_HEAD = re.compile("^(?:最近|昔|今|実|本当|結構|私|僕|俺|相手|彼女|彼氏|先輩|後輩|友達|上司|彼)+(?=.)")


def liked(text: str) -> tuple[Span, ...]:
    """The things a text says somebody likes, each once, in order; every span is a substring of it."""
    found = list(_LIKES_EN.finditer(text)) if "I" in text else []
    if any(cue in text for cue in _CUES):  # the pattern is dear, and most texts hold none of these
        found += _LIKES.finditer(text)
    if any(cue in text for cue in _KEPT_CUES):
        found += _KEPT.finditer(text)
    spans: dict[str, Span] = {}
    for match in found:
        start, end = match.span(1)
        if head := _HEAD.match(match[1]):
            start += head.end()
        word = text[start:end].rstrip()
        if word and word not in _NOT_THINGS and not (len(word) == 1 and word in _NOT_ONE):
            spans.setdefault(word, Span(start, start + len(word), word))
    return tuple(spans.values())
