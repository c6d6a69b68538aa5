"""Where Japanese sentences end, with or without punctuation, and whether one asks."""

import re
from collections.abc import Callable, Iterator

from guardrails.writing.farewells import farewells
from guardrails.writing.letters import LINE, SOFT

_BREAKS = re.compile(r"[ \n]+|(?:[。!?…]|\.(?![a-z0-9]))[。!?….」』)）】\]\"']*")
_LETTER = re.compile(r"\w")
_SPOKEN = re.compile(r"[^\Wー]")  # of a long vowel alone nothing is left where letters are folded
_ELLIPSIS = "…"
_FULL_STOP = "。"

_STARTS_NEVER = frozenset("んンっッぁぃぅぇぉゃゅょーァィゥェォャュョ、")
_HEAD_PARTICLE = re.compile(
    r"(?:は|が|を|も|に|から|まで|より|って|けど|ので|のに|です|ます|だよ|だね|だった|だけ|しか|とか)"
)
_SURE_END = re.compile(r"(?:[ねよわぞー。!?…]|です|ます|ました|とう|ごめん)$")
_LIKELY_END = re.compile(r"[なさいうたするかんだ]$")
_NEVER_FIRST = re.compile(
    r"は(?![いやじっはぁるーん])|が(?![んっーちら])|も(?![うちしっもーのと])|を|だけ|らい|られ|れ[るたてん]|しょう|って|けど|ので"
    r"|まで|ほど|くらい|たら|たく|ない(?:の|よ|で)|なかっ|てた|てる|てて|ます|まし|ませ"
)
_TAIL_OPEN = re.compile(r"(?:[をへ]|(?<![にちん])は|[一-龠]が|[一-龠]と|って|[一-龠]に|なら|いつ|との)$")
_CALLED_OUT = re.compile(
    r"(?:お大事に|お気楽に|お幸せに|お気軽に|ありがとの|(?:は)?はは|(?:[いただるんうらめつ]|て?とっ|[うゅゃ])って|あんがとの)$"
)
"""Ends of lines that look open: お大事に, 大丈夫だって."""
_SPEAKS = re.compile(r"[言思聞書話伝返送答]|いう|いっ|いい|ゆっ[てた]|のこと|いる|くる|き[たて]")
"""What may follow って in the same sentence."""
_PARTS = re.compile(
    r"また|じゃあ?|では|それ(?:では|じゃ)|よい(?:お|一|週)|良い(?:お|一|週)|どうぞ|へば|したっけ"
)
"""How one says good-bye, whatever the line before left open: お正月を🎍 / よいお年を."""
_LONG = 4
"""Letters of a line that is no piece of a word."""
_WINDOW = 6  # letters on each side of a break that decide whether a word runs through it
_TAIL_SPACE_OPEN = re.compile(
    r"(?:[ァ-ヶ]ー*|[一-龠0-9a-z]|[をにのへ]|とか|なら|なんか|でも|もう|まだ|また)$"
)


def split(
    chars: str, *, joined: Callable[[str, str, bool], bool], opens: Callable[[str, str], bool]
) -> list[list[tuple[int, int]]]:
    """The sentences of cleaned letters, each as the pieces (start, end) it consists of.

    Breaks that turn out to be inside a sentence are left out of its pieces: 返💦事まだ is one sentence.
    ``joined(left, right, whole)`` tells whether a word runs on from one piece to the next, or, unless ``whole``,
    an ending of one; ``opens(left, right)`` whether a line begins with a word of its own.
    """
    sentences: list[list[tuple[int, int]]] = []
    kind, before = _FULL_STOP, 0  # the break before the current piece, the letters of the piece before
    for start, end, after in _parted(chars):
        count = len(_LETTER.findall(chars, start, end))
        spoken = _SPOKEN.search(chars, start, end)
        if sentences and (
            not spoken or _inside(chars, sentences[-1][-1], (start, end), kind, before, count, joined, opens)
        ):
            sentences[-1].append((start, end))
        elif spoken:
            sentences.append([(start, end)])
        kind, before = after, count
    return sentences


def _parted(chars: str) -> Iterator[tuple[int, int, str]]:
    """The pieces, cut once more where a farewell is said before or behind something else."""
    for start, end, after in _pieces(chars):
        for at in farewells(chars, start, end):
            yield start, at, _FULL_STOP
            start = at
        yield start, end, after


def _pieces(chars: str) -> list[tuple[int, int, str]]:
    """(start, end, the kind of break after it) of all runs between possible breaks."""
    found: list[tuple[int, int, str]] = []
    at = 0
    for match in _BREAKS.finditer(chars):
        run = match[0]
        if run[0] in SOFT + LINE:
            kind = LINE if LINE in run else SOFT
            if match.start() > at:
                found.append((at, match.start(), kind))
            elif found and found[-1][2] not in (_FULL_STOP, LINE):
                found[-1] = (*found[-1][:2], kind)
        else:
            soft = _ELLIPSIS in run and "?" not in run
            found.append((at, match.end(), _ELLIPSIS if soft else _FULL_STOP))
        at = match.end()
    if at < len(chars):
        found.append((at, len(chars), _FULL_STOP))
    return found


def _inside(
    chars: str,
    left: tuple[int, int],
    right: tuple[int, int],
    kind: str,
    before: int,
    count: int,
    joined: Callable[[str, str, bool], bool],
    opens: Callable[[str, str], bool],
) -> bool:
    """Whether what looks like a break is inside a sentence."""
    if kind == _FULL_STOP:
        return False
    said = count >= _LONG or chars[right[1] - 1] in "!。"
    if kind == LINE and before >= _LONG and said and _new_line(chars, left, right, opens):
        return False
    if kind != _ELLIPSIS and before <= 2 and count <= 2:
        return True
    head = chars[right[0] : min(right[0] + 4, right[1])]
    tail = chars[max(left[0], left[1] - 4) : left[1]]
    if head[0] in _STARTS_NEVER or tail[-1] in "、,":
        return True
    if tail[-1] in "っッ" and kind == SOFT:
        return True
    if kind == _ELLIPSIS:
        return bool(_HEAD_PARTICLE.match(head))
    if _NEVER_FIRST.match(head) or _TAIL_OPEN.search(tail):
        return True
    if kind == SOFT and (_TAIL_SPACE_OPEN.search(tail) or _HEAD_PARTICLE.match(head)):
        return True
    if _SURE_END.search(tail):
        return False
    if tail[-1].isdigit() and head[0].isdigit():
        return True
    before_it = chars[max(left[0], left[1] - _WINDOW) : left[1]]
    after_it = chars[right[0] : min(right[0] + _WINDOW, right[1])]
    return joined(before_it, after_it, bool(_LIKELY_END.search(tail)))


def _new_line(
    chars: str, left: tuple[int, int], right: tuple[int, int], opens: Callable[[str, str], bool]
) -> bool:
    """Whether a line after another is a sentence of its own: 楽しんで / じゃあまた; not 今日は友達と / 映画を見て."""
    tail = chars[max(left[0], left[1] - _WINDOW) : left[1]]
    head = chars[right[0] : min(right[0] + _WINDOW, right[1])]
    if _PARTS.match(head):
        return True
    if _TAIL_OPEN.search(tail) and (not _CALLED_OUT.search(tail) or _SPEAKS.match(head)):
        return False
    return tail[-1] not in "、," and opens(tail, head)


# --- asking -----------------------------------------------------------------------------------------------

_ASKS = re.compile(
    r"(?:です|ます|ました|でした|ません|でしょう|ましょう|だろう|るの|たの|なの|いの)か(?:ね|な|い)?$|かしら$|っけ$"
)
_ECHO = re.compile(
    r"^(?:ああ|あ|いえ|はい|ええ|へえ)?(?:そう|さよう)(?:でした|です|だったの|なの|なんです)か"
    r"|なんでか|^[^いどなだ何誰]{1,8}(?:です|でした)か$"
)
_WH = re.compile(
    r"何(?!でも|か|も|と|より)|(?<!ん)なに(?!も|か|より)|なん(?:で(?!も|か|や)|の|じに)"
    r"|いつ(?!も|でも|か|しか|のま|け)|どこ(?!か|も|で|にも|へも)|どう(?!せ|ぞ|か|も|して)|どうして(?!も)|どの(?!み)|どんな"
    r"|(?<!し)だれ(?!か|も|で|だ)|誰(?!か|も|で|だ)|なぜ|いくら(?!で|かは)|どっち(?!も)|どちら(?!も|様)|いかが"
)
_WH_END = re.compile(
    r"(?:の|ん|なん|どう|いかが|いつ|どこ|だれ|誰|何|なに|なぜ|なんで|どっち|どちら|する|いい|ええ|と)$"
)


def asks(folded: str) -> bool:
    """Whether a folded sentence asks: by its mark, its ending, or a question word with an open ending."""
    if folded.endswith("?"):
        return True
    if _ECHO.search(folded):
        return False
    return bool(_ASKS.search(folded) or (_WH.search(folded) and _WH_END.search(folded)))
