"""What the coach quotes, and as what: the other side's words, a thing not to send, or a message to be sent."""

import re
from dataclasses import dataclass
from enum import StrEnum

from guardrails.vocabulary import Span

_PAIRS = {"「": "」", "『": "』", "“": "”", "〝": "〟", "«": "»"}
_QUOTED = re.compile("|".join(f"{a}[^{a}{b}]*(?:{a}[^{a}{b}]*{b}[^{a}{b}]*)*{b}" for a, b in _PAIRS.items()))
_STRAIGHT = re.compile(r'"[^"\n]{2,200}"')
_LISTED = re.compile(
    r"^[ \t]*(?:[・\-*●▪◆>→]|[0-9]+[.)、)]|[①-⑨])?[ \t]*(?:下書き|文面|例文?|返信案?|案|送る文|メッセージ)[0-9一二三AB]?[ \t]*[::][ \t]*(?P<draft>[^「『\n][^\n]*)$",
    re.MULTILINE,
)
STAND_IN = "龘"
"""The letter that stands for a quoted piece; no message has it."""

_GAP = "\u200b"


@dataclass(frozen=True, slots=True)
class Framed:
    """A text with every quoted piece replaced by ``STAND_IN``, place for place, and the pieces without their marks."""

    frame: str
    quotes: tuple[Span, ...]


class Role(StrEnum):
    """As what a quoted piece is given."""

    OFFERED = "offered"
    THEIRS = "theirs"
    THOUGHT = "thought"
    WARNED = "warned"
    NAMED = "named"


def framed(text: str) -> Framed:
    """Cut the quotes out of a text, keeping every place.

    >>> f = framed("『来週は?』と聞かれた")
    >>> f.quotes[0].text, len(f.frame)
    ('来週は?', 10)
    """
    chars = list(text)
    quotes: list[Span] = []
    for start, end, inner_start, inner_end in _pieces(text):
        chars[start:end] = [STAND_IN, *([_GAP] * (end - start - 1))]
        quotes.append(Span(inner_start, inner_end, text[inner_start:inner_end]))
    return Framed("".join(chars), tuple(quotes))


def _pieces(text: str) -> list[tuple[int, int, int, int]]:
    found = [(m.start(), m.end(), m.start() + 1, m.end() - 1) for m in _QUOTED.finditer(text)]
    found += [(m.start(), m.end(), m.start() + 1, m.end() - 1) for m in _STRAIGHT.finditer(text)]
    found += [
        (m.start("draft"), m.end("draft"), m.start("draft"), m.end("draft")) for m in _LISTED.finditer(text)
    ]
    kept: list[tuple[int, int, int, int]] = []
    for piece in sorted(found):
        if piece[3] > piece[2] and (not kept or piece[0] >= kept[-1][1]):
            kept.append(piece)
    return kept


_Q = STAND_IN
_NOT_SENT = (
    r"(?:ない(?:で|よう|ほう|方|こと|と|まま|ため)|ずに|ず[、,。]|(?<![いち])ません(?!か)|避け|控え|やめ|止め|外(?:し|す|せ|れ)|消(?:し|す|せ)|取り(?:除|消)"
    r"|なくし|抜(?:き|い|け)|削(?:っ|り|る)|減ら|替え|変え|換え|直し|直す|しまって|強い言葉|急か|急がせ|催促|責め|重(?:い|く|た)|NG|負担|疑(?:わ|い)"
    r"|受け取られ|響(?:く|い)|聞こえ|角が立(?:つ|って|ちや|ちます)|重荷|残(?:し|り)(?:ま|や)|余地がな|逃げ場|つい|ここでだけ|ここだけ|メモ|紙に|熱い言葉|怖|こわ|傷つ|詰め|追い詰|逆効果|もったいな|がまん|我慢"
    r"|ではなく|じゃなく|より(?:も)?(?:、|『|「|龘)|前に|そうにな|下書きに戻|画面を閉じ|取り(?:ま|下げ)|なぐさめ|困(?:る|り|ら)|言い過ぎ|変えて|早すぎ|気持ちは|気持ちが"
    r"|失礼に|押しつけ|圧|プレッシャー|問い(?:つ|に)|尋問|探って|試(?:し|す)|やりすぎ|踏み込みすぎ|言いすぎ|書きすぎ|早すぎ|まだ早|下書きのまま|送らず|見送|しまって|取っておき|置いて(?:いっ|おき|み)|早い(?:かも|です)|の(?:ところ|一行|行|一言)?(?:だけ)?外|断りづらい|代わりに|やめる|閉じ(?:て|ま))"
)
_WARNED = re.compile(rf"{_Q}[^。\n]{{0,60}}{_NOT_SENT}")
_WARNED_NEXT = re.compile(
    rf"{_Q}(?:と(?:いう|か|も)?|のような)?[^。\n]{{0,30}}(?:たくな|打(?:ち|っ)|書(?:き|い)|送(?:り|ろ|っ)|言い|聞き|足し)[^。\n]{{0,30}}[。\n][^。\n]{{0,60}}"
    r"(?:ない(?:で|よう|ほう)|ずに|ません(?!か)|避け|控え|やめ|閉じ|メモ|送らず|置いて|待って)"
)
_THEIRS_AFTER = re.compile(
    rf"{_Q}(?:と|って|との|という(?:のは|ふうに|お?返事|言葉|一言|ひと言|お?断り|言い方|書き方|文|メッセージ)?|とだけ|のように|、|,|\s)*"
    r"[^。\n]{0,14}(?:返っ|返(?:事|信)(?:が|を|でし|だっ|は|に)|来(?:た|て|ま)|きた|届い|届き|言われ|言って(?:い|く|き|も)|言った|書いて(?:くれ|くださ|あ|いる|い)|書かれ|教えて(?:くれ|くださ|もら)"
    r"|伝えて(?:くれ|くださ|もら)|断(?:ら|っ)|いただ|おっしゃ|くれ(?:た|て)|くださ(?:った|って)|送られ|残して|聞かれ|尋ねられ|話して|誘われ|答え(?:て|が)|お?返事|告げられ|ありました|とのこと|だそう|一つ返)"
)
_IS_THERE = re.compile(
    # 「A」とあります, 「A」とおわびもある: what stands there was written by the other; a way that there is, is offered
    rf"{_Q}(?:と|って|という|との)(?!(?:いう|の)?案)(?:(?!送|返[しすせ]|伝え|添え(?!られ)|入れ|足|加え|続け|打|聞(?!か)|尋|たず|確かめ|書(?!か|いてあ)|[しいきみ]方|例|文面|下書き)[^。\n{_Q}]){{0,20}}?"
    r"(?:あり(?:ま|、|つつ)|ある(?!い)|あった|見え|読め|読み取)"
)
_THEIRS_BEFORE = re.compile(
    rf"(?:お?相手|先方|向こう|彼女?|その人|あの人|方|さん|くん|ちゃん|あちら|先生|店長|課長)(?:から|が|は|の|も|に)[^。\n]{{0,12}}{_Q}"
    rf"|(?:届いた|返ってきた|もらった|いただいた|言われた|送られてきた|受け取った|書いてある|書かれている|書かれた)[^。\n]{{0,10}}{_Q}"
)
_THOUGHT = re.compile(
    rf"{_Q}(?:と|って|なんて|とか|かも|のかと)(?:、)?[^。\n]{{0,16}}(?:送った|送ってしま|送って(?:い)?る|返した|返して(?:い|し)|打っては|打ちたく|打って(?:しま|い)|書いて(?:しま|は)|書きたく|言いたく|聞きたく|送りたく"
    r"|思(?:う|っ|い|え)|考え(?:て|る|た|が)|感じ|悩|検索|不安|つぶや|言い聞かせ|期待|願|よく聞|よく言|と言う(?:人|声)|言ってしま|伝えてしま|気にな(?:さ|る|り)|確かめたく|責めて|迷(?:っ|う)|声に出|言えた)"
    rf"|{_Q}(?:が|は)(?:、)?(?:頭|胸|心|口)(?:から|に|を)[^。\n]{{0,10}}(?:離れ|浮か|残|よぎ|出)"
)
_SENDING = re.compile(
    r"(?:送|返(?:し|す|せ|信|事)|伝え|添え|書|入れ|足し|加え|言(?:え|い|っ|う)|打|つなげ|締め|続け|でいき|いかが|文面|下書き|案|例|作|まとめ|こう(?:なり|書|返|伝)|ひと言|一言|使|お好き|どうぞ|短く|なら|くらい|どうで|いい|よい){1}"
)
_PART = re.compile(
    rf"{_Q}(?:の|と書いた|と書いてある|とある)(?:ところ|部分|行|箇所|一文)|{_Q}(?:という|って)(?:文|気持ち|行|声|問い|考え)(?:が|は|も)"
    rf"|{_Q}(?:から始まる|で始まる)"
)
_AS_WORD = re.compile(
    rf"{_Q}(?:という|って(?:いう)?|との|や{_Q}という)(?:記事|話|本|動画|説|声|言い方|考え方?|噂|助言|言葉|語|一語|文字|呼び方|単語|表現|響き)|{_Q}(?:は|が|も)(?:、)?[^。\n]{{0,20}}(?:言葉|合図|意味|響き|読め|サイン)"
)


_LISTED_ON = re.compile(
    rf"^(?:[、,・や]|とか|と|も)?{_Q}(?:(?:[、,・や]|とか|と|も)?{_Q})*(?=(?:のよう|など|みたい|という|って|は|も|を|と))"
)


def role(frame: str, at: int) -> Role:
    """As what the quote that begins at ``at`` in a frame is given; ``OFFERED`` where nothing says otherwise.

    >>> f = framed("『返事まだ?』とは送らないでおきましょう。")
    >>> role(f.frame, 0).value
    'warned'
    """
    start = max(frame.rfind(c, 0, at) for c in "。\n!?！？") + 1
    lead, rest = frame[start:at].replace(_GAP, ""), frame[at:].replace(_GAP, "")
    rest = _Q + _LISTED_ON.sub("", rest[1:])  # 「A」や「B」は: what is said of B is said of A
    own = (
        rest[:1] + rest[1:].split(_Q, 1)[0]
    )  # up to the next quote: what is said of that one is not said of this
    sentence = own.split("。", 1)[0]
    if _is_replacement(lead):
        return Role.OFFERED
    if _WARNED.match(own) or _WARNED_NEXT.match(rest):
        return Role.WARNED
    if _THEIRS_AFTER.match(own) or (_THEIRS_BEFORE.search(lead + _Q) and not _SENDING.search(own)):
        return Role.THEIRS
    if _THOUGHT.match(own):
        return Role.THOUGHT
    if _PART.match(own) or (_AS_WORD.match(rest) and not _SENDING.search(sentence)):
        return Role.NAMED
    return Role.THEIRS if _IS_THERE.match(own) else Role.OFFERED


def _is_replacement(lead: str) -> bool:
    """「AをBに替えました」, 「聞かずに、B」, 「代わりにB」: what comes after the warning is the better one."""
    return bool(
        re.search(
            r"(?:を|から|かわりに|代わりに|ずに|やめて|避けて|外して|消して|なく)[、,]?[^。\n龘]{0,6}$", lead
        )
    ) and bool(re.search(rf"{_Q}|ずに|代わりに|かわりに|やめて", lead))
