"""Things said to be liked, by the form of the sentence: what stands before 好き, 趣味, ハマって, 推し, を飼って."""

import re

from guardrails.vocabulary import Span

_KANJI = "[一-龠々〆]"


def _run(letters: str, *, until: str, after: str = "") -> str:
    """A run of these letters from its beginning, or from ``after``, to its end, or to where ``until`` begins in it.

    It is never tried shorter or from its middle: otherwise a run of n letters costs n to the fourth.
    """
    begin = rf"(?:(?<!{letters})|(?<={after}))" if after else rf"(?<!{letters})"
    return rf"{begin}(?:(?!{until}){letters})++"


def _thing(*, until: str, after: str = "") -> str:
    katakana, kanji = _run("[ァ-ヶー]", until=until), _run(_KANJI, until=until, after=after)
    return rf"(?:{katakana}|{kanji}|(?<![A-Za-z0-9&'+-])[A-Za-z0-9][A-Za-z0-9&'+-]*+)"


_CUE = "大?好き|趣味|推し|昔から|ハマって"
_LIKED = _thing(until=_CUE, after="趣味")
_LIKES = re.compile(
    rf"((?:{_LIKED}(?:[のや]{_LIKED})?(?:巡り|めぐり|作り|づくり|歩き)?"
    rf"|{_run(_KANJI, until=_CUE, after='趣味')}[りえみき]){{1,3}})"
    r"(?:が|は|も|とか|って|に)?(?:、)?(?:すごく|すごい|とても|めっちゃ|めちゃくちゃ|ほんと(?:に)?|本当に|昔から|最近|結構|けっこう|今|いま)?"
    r"(?:(?:大)?好き(?!じゃ|では|くない|な人|な子|な方)|趣味(?!じゃ|では)|ハマって|はまって|推し|にはま|にハマ)"
)
_TAKEN_UP = _thing(until="好きな|飼って|習って|始めた")
_KEPT = re.compile(
    rf"((?:{_TAKEN_UP}(?:[のや]{_TAKEN_UP})?|{_run(_KANJI, until='好き')}[りえみき]))"
    r"(?:好きな(?:人|子|方)|に(?:目がな|夢中|凝って)|の(?:大)?ファン|を?(?:飼って|習って|始めたら(?:し|れ))|を?始めたって)"
)
_LIKES_EN = re.compile(
    r"\bI(?:['’]m| am)? (?:really |also )?(?:love|like|into|a fan of) ((?!you\b|to\b|it\b|that\b|this\b)[A-Za-z][A-Za-z' -]{2,30}?)(?=[.,!?\n)]|$| and | but )"
)
_EN_HINT = re.compile("I['’ ]")
_HINT = re.compile("好き|趣味|ハマ|はま|推し")
_KEPT_HINT = re.compile("好きな|目がな|夢中|凝って|ファン|飼って|習って|始めた")
HINTS = (_EN_HINT, _HINT, _KEPT_HINT)
"""A text in which nothing of these is found says of nothing that it is liked; most texts are such."""
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
        "友達",
        "年上",
        "年下",
        "一人",
        "性格",
        "笑顔",
        "外見",
    )
)
_PERSON = re.compile(
    "の[人子方奴]$|(?:[女男]性|[女男]子|異性|同性|美人|先輩|後輩|友人|同僚|上司|部下|先生|店員|幼馴染|同級生)$"
)  # somebody, by the head of the words (年上の女の人, 職場の先輩)
_NOT_ONE = frozenset("人子方今昔私僕俺何誰娘母父兄姉弟妹妻夫君前次夜朝昼男女皆彼大目顔声話心体")
_WHEN = re.compile(
    r"(?:[0-9]+|[一二三四五六七八九十半数何]+)(?:日|週間?|[ヶカか箇]?月|年(?!生)|時間|分)(?:間|半)?(?:前|後|目)?"
    r"|(?:先々|先|今|来|再来|毎)(?:週|月|年)(?:末|始)?|(?:一昨|昨|今|毎)(?:日|夜|晩|朝|年)|週末|以前|当時"
)
_HEAD = re.compile(
    rf"^(?>{_WHEN.pattern}|最近|昔|今|実|本当|結構|私|僕|俺|相手|彼女|彼氏|先輩|後輩|友達|上司|彼)+(?=.)"
)

_SOMEBODY = re.compile(r"(?:の|(?<=の))(?:子(?!供|ども)|(?:人|方|奴)(?=[ァ-ヶ]))(?=.)")
"""Who likes it, run into what is liked where no particle stands between: その子|ネイル好き."""


def liked(text: str) -> tuple[Span, ...]:
    """The things a text says somebody likes, each once, in order; every span is a substring of it."""
    found = list(_LIKES_EN.finditer(text)) if _EN_HINT.search(text) else []
    if _HINT.search(text):
        found += _LIKES.finditer(text)
    if _KEPT_HINT.search(text):
        found += _KEPT.finditer(text)
    spans: dict[str, Span] = {}
    for match in found:
        start, end = match.span(1)
        if head := _HEAD.match(match[1]):
            start += head.end()
        if somebody := _SOMEBODY.match(text, start, end):
            start = somebody.end()
        word = text[start:end].rstrip()
        if word and not (
            word in _NOT_THINGS or word in _NOT_ONE or _PERSON.search(word) or _WHEN.fullmatch(word)
        ):
            spans.setdefault(word, Span(start, start + len(word), word))
    return tuple(spans.values())
