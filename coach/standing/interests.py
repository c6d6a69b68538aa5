"""Things said to be liked, by the form of the sentence: what stands before 好き, 趣味, ハマって, 推し, を飼って, をよく撮る人."""

import re
from collections.abc import Iterable

from coach.standing.habits import OFTEN_HINT, done_often
from coach.standing.pursuits import PURSUIT_HINT, bought, paired, pursued
from coach.standing.things import DOING, KANJI, run, thing
from coach.standing.topics import TOPIC_HINT, topics
from coach.standing.wishes import WISH_HINT, wished
from guardrails.text import Token, view
from guardrails.vocabulary import Span

_CUE = "[大お]?好き|趣味|推し|昔から|ハマって"
_LIKED = thing(until=_CUE, after="趣味")
_LIKES = re.compile(
    rf"((?:{_LIKED}(?:[のや]{_LIKED})?{DOING}?"
    rf"|{run(KANJI, until=_CUE, after='趣味')}[りえみき](?:のお?話|の話題)?){{1,3}})"
    r"(?:が|は|も|とか|って|に|の(?=お好きな[人方]))?(?:、)?(?:すごく|すごい|とても|めっちゃ|めちゃくちゃ|ほんと(?:に)?|本当に|昔から|最近|結構|けっこう|今|いま)?"
    r"(?:[大お]?好き(?!じゃ|では|くない|な人|な子|な方)|(?<=が)[大お]?好きな(?:人|子|方)|(?<=の)お好きな[人方]|趣味(?!じゃ|では)|ハマって|はまって|推し|にはま|にハマ)"
)
_TAKEN_UP = thing(until="好きな|飼[っうわい]|習って|集めて|始めた")
_KEPT = re.compile(
    rf"((?:(?:{_TAKEN_UP}){{1,2}}(?:[のや]{_TAKEN_UP})?{DOING}?|{run(KANJI, until='好き')}[りえみき]))"
    r"(?:好きな(?:人|子|方)|に(?:目がな|夢中|凝って)|の(?:大)?ファン|を?(?:飼って|飼うて|飼われて|飼い始め|習って|始めたら(?:し|れ))|を?始めたって"
    r"|を(?:集めて|収集して|育てて)(?:い?る|い?た[のんっ人方]|い?ます|(?:い)?らっしゃ|おられ|はる))"
)
_WISHED = re.compile(
    rf"((?:{_TAKEN_UP}(?:[のや]{_TAKEN_UP})?|{run(KANJI, until='好き')}[りえみき]))"
    r"(?:を|に|へ|が|って)[^。、!?！？「」『』\n]{0,8}?[てで]みたい(?:なあ?|です|んだ|よね)?[」』]?(?:って|と|、と|とか)(?!思)[^。\n]{0,6}(?:話|言|いって|おっしゃ|仰|聞|書|つぶや|教え|うかが|伺)"
)
"""What they wish to try, as it is told: 苔玉を作ってみたいと話していました."""
_USER_IS = re.compile(
    r"[^。、!！?？\n「」人子方相彼]{0,12}?(?:[1-9１-９][0-9０-９](?:歳|才|さい)?|[二三四五六七八]?十[一二三四五六七八九]?(?:歳|才)?)(?:の)?(?:(?:会社員|社会人|大学生|学生|院生|主婦|農家|男(?!の)|女(?!の)|♂|♀|男性(?!に|を|が|と)|女性(?!に|を|が|と)))?(?:です|だ(?!と|そう|って|から相)|や(?!って)|っす|[。、\n]|$)"
)
"""Behind a liking: it is the user's own, who says how old they are (盆栽好きの大学生19です)."""
_OWN = re.compile(
    r"(?:^|[。、!！?？\n])(?:私|わたし|俺|僕|ぼく|自分|うち|わし)(?:は|も|が)[^。!！?？\n相彼さ]{0,8}$"
)
_LIKES_EN = re.compile(
    r"\bI(?:['’]m| am)? (?:really |also )?(?:love|like|into|a fan of) ((?!you\b|to\b|it\b|that\b|this\b)[A-Za-z][A-Za-z' -]{2,30}?)(?=[.,!?\n)]|$| and | but )"
)
_EN_HINT = re.compile("I['’ ]")
_HINT = re.compile("好き|趣味|ハマ|はま|推し")
_KEPT_HINT = re.compile("好きな|目がな|夢中|凝って|ファン|飼[っうわい]|習って|始めた|集めて|収集して|育てて")
_WISH_HINT = re.compile("[てで]みたい")
HINTS = (_EN_HINT, _HINT, _KEPT_HINT, TOPIC_HINT, _WISH_HINT, WISH_HINT, OFTEN_HINT, PURSUIT_HINT)
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
        "一緒",
        "実際",
        "今度",
        "次回",
        "二人",
        "署名",
        "情報",
        "子供",
        "部下",
        "外見",
    )
)
_PERSON = re.compile(
    "の[人子方奴]$|(?:[女男]性|[女男]子|異性|同性|美人|先輩|後輩|友人|同僚|上司|部下|先生|店員|[店社部課係院園校]長|幼馴染|同級生)$"
)  # somebody, by the head of the words (年上の女の人, 職場の先輩)
_NOT_ONE = frozenset("日実人子方今昔私僕俺何誰娘母父兄姉弟妹妻夫君前次夜朝昼男女皆彼大目顔声話心体")
_WHO_LIKES = re.compile("が[大お]?好きな(?:人|子|方)")
"""Behind a thing it says who likes it, behind a name who is liked."""
_WHEN = re.compile(
    r"(?:[0-9]+|[一二三四五六七八九十半数何]+)(?:日|週間?|[ヶカか箇]?月|年(?!生)|時間|分)(?:間|半)?(?:前|後|目)?"
    r"|(?:先々|先|今|来|再来|毎)(?:週|月|年)(?:末|始)?|(?:一昨|昨|今|毎)(?:日|夜|晩|朝|年)|週末|以前|当時"
)
_HEAD = re.compile(
    rf"^(?>{_WHEN.pattern}|最近|昔|今度|今年|今|一度|実|本当|結構|私|僕|俺|相手|彼女|彼氏|先輩|後輩|友達|上司|彼)+(?=.)"
)

_SOMEBODY = re.compile(r"(?:の|(?<=の))(?:子(?!供|ども)|(?:人|方|奴)(?=[ァ-ヶ]))(?=.)")
"""Who likes it, run into what is liked where no particle stands between: その子|ネイル好き."""


_ABOUT = re.compile(r"のお?(?:話|話題)$")
_HIRAGANA = re.compile("[ぁ-ん]$")
_DOING = re.compile(DOING)
_OURS = frozenset(("うち", "こと", "もの", "ほう", "とこ", "ところ", "みんな", "ひと"))
_NEAR = 16  # letters before a thing in which the rest of its word may stand


def _tokens(text: str, end: int) -> list[Token]:
    """The words just before ``end``, counted in the whole text."""
    near = max(0, end - 2 * _NEAR)
    found = [t for s in view(text[near:end]).sentences for t in s.tokens]
    return [t._replace(start=near + t.start, end=near + t.end) for t in found]


def _whole(text: str, start: int, end: int) -> int:
    """Where a thing begins whose word begins in other letters than it was found by (たこ|焼き, 廃線あとの|写真)."""
    if end - start > _NEAR or not _HIRAGANA.search(text[max(0, start - 1) : start]):
        return start
    tokens = _tokens(text, end)
    at = next((i for i, t in enumerate(tokens) if t.start <= start < t.end), 0)
    begin = tokens[at].start if tokens else start
    if at and begin == start and _DOING.fullmatch(text, start, end) and tokens[at - 1].pos[1] == "普通名詞":
        return tokens[at - 1].start  # まち|歩き
    own = at - 2
    if (
        own >= 0
        and tokens[at - 1].surface == "の"
        and begin == start
        and _HIRAGANA.search(tokens[own].surface)
    ):
        while own >= 0 and tokens[own].pos[1] == "普通名詞" and tokens[own].surface not in _OURS:
            begin, own = tokens[own].start, own - 1
    return begin


def _common(text: str, end: int) -> bool:
    """Whether the word that ends here is a common noun, and nobody's name."""
    tokens = _tokens(text, end)
    return bool(tokens) and tokens[-1].pos[1] != "固有名詞"


def liked(text: str, *, theirs: bool = False) -> tuple[Span, ...]:
    """The things a text says somebody likes, each once, in order; every span is a substring of it.

    What the user says of themselves is left out; in a text that is ``theirs`` the one who says 私 is the other, and what
    they wish to try counts, too.
    """
    found = list(_LIKES_EN.finditer(text)) if _EN_HINT.search(text) else []
    if _HINT.search(text):
        found += (*paired(text), *_LIKES.finditer(text))
    if _KEPT_HINT.search(text):
        found += _KEPT.finditer(text)
    if _WISH_HINT.search(text):
        found += _WISHED.finditer(text)
    if TOPIC_HINT.search(text):
        found += topics(text)
    found += (*done_often(text), *bought(text))
    if theirs and WISH_HINT.search(text):
        found += wished(text)
    if theirs:
        found += pursued(text)
    spans: dict[str, Span] = {}
    for match in found:
        start, end = match.span(1)
        if text[start:end] in _NOT_ONE or (_WHO_LIKES.match(text, end) and not _common(text, end)):
            continue
        own = _USER_IS.match(text, match.end()) or _OWN.search(text, max(0, start - _NEAR), start)
        if own and not theirs:
            continue
        if about := _ABOUT.search(match[1]):
            end = start + about.start()
        start = _whole(text, start, end)
        if head := _HEAD.match(text[start:end]):
            start += head.end()
        if somebody := _SOMEBODY.match(text, start, end):
            start = somebody.end()
        if (bound := text.find("の", start, end)) >= 0 and text[start:bound] in _NOT_THINGS | _NOT_ONE | {""}:
            start = bound + 1
        word = text[start:end].rstrip()
        if word and not (
            word in _NOT_THINGS or word in _NOT_ONE or _PERSON.search(word) or _WHEN.fullmatch(word)
        ):
            spans.setdefault(word, Span(start, start + len(word), word))
    return tuple(spans.values())


def interests(message: str, theirs: Iterable[Span]) -> tuple[Span, ...]:
    """What a message says they like, and what they say so themselves in the words of ``theirs`` that refuse nothing."""
    found = {span.text: span for span in liked(message)}
    for words in theirs:
        for span in liked(words.text, theirs=True):
            at = words.start + span.start
            found.setdefault(span.text, Span(at, at + len(span.text), span.text))
    return tuple(found.values())
