"""A text and its views: folded, read aloud, cut into sentences, each with a map back to the original offsets."""

import re
import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import sudachipy

from guardrails.vocabulary import Span

MAX_CHARS = 20_000
"""Longer texts are cut here before anything else: no message is, and the tokenizer has a limit."""

_CHUNK = 8_000  # the tokenizer takes 49,149 bytes a call

_BREAK = "\n"  # between two sentences of a view; ``.`` in a rule does not cross it
_ELONGATION = frozenset("ー〜~—―─‐–ｰ")
_VOICING = {
    "\u3099": "\u3099",
    "ﾞ": "\u3099",
    "゛": "\u3099",
    "\u309a": "\u309a",
    "ﾟ": "\u309a",
    "゜": "\u309a",
}
_SMALL_VOWELS = dict(zip("ぁぃぅぇぉゎゕゖ", "あいうえおわかけ", strict=True))
_SMALL_Y = dict(zip("ゃゅょ", "やゆよ", strict=True))
_VOWEL_ROWS = {
    "あ": "あかがさざただなはばぱまやらわ",
    "い": "いきぎしじちぢにひびぴみり",
    "う": "うくぐすずつづぬふぶぷむゆるゔ",
    "え": "えけげせぜてでねへべぺめれ",
    "お": "おこごそぞとどのほぼぽもよろを",
}
_VOWEL = {kana: vowel for vowel, row in _VOWEL_ROWS.items() for kana in row} | {
    "ゃ": "あ",
    "ゅ": "う",
    "ょ": "お",
}
_KAOMOJI = re.compile(
    r"[(（](?=[^()（）]{0,14}[^\w\s()（）、。!?！？・:：/.%~〜＝=-])[^()（）\n一-龠]{1,14}[)）][ノﾉﾞ゛シｼbo]*(?![ぁ-んァ-ヶ一-龠])"
)
_LAUGH = re.compile(
    r"(?<=[ぁ-んァ-ヶー一-龠!?！？。〜~])[wｗWＷ]+(?![a-zA-Z])|[(（](?:笑|爆笑|汗|泣|涙|照|苦笑|嘘|爆)+[)）]"
    r"|(?<=[ぁ-んァ-ヶー!?！？。〜~])[笑草泣汗](?=$|[\s。!！?？、☆♪\u2600-\u27bf\U0001f000-\U0001faff])"
)


@dataclass(frozen=True, slots=True)
class View:
    """A derived text. Character ``i`` came from ``original[starts[i]:ends[i]]``.

    ``heads`` holds the indexes where a word begins; it is kept for the reading view only.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    heads: frozenset[int] = frozenset()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of ``text[start:end]`` (not empty)."""
        return self.starts[start], max(self.ends[start:end])


@dataclass(frozen=True, slots=True)
class Token:
    """A morpheme with its place in the original; ``pos`` is Sudachi's (word class, sub-class, ..., form)."""

    surface: str
    reading: str
    lemma: str
    pos: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``original[start:end]``; ``fold`` and ``reading`` are its lines in the two views."""

    start: int
    end: int
    fold: str
    reading: str
    question: bool
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with all its views. In ``fold`` and ``reading`` every sentence is one line."""

    original: str
    sentences: tuple[Sentence, ...]
    fold: View
    reading: View

    def span(self, start: int, end: int) -> Span:
        """The piece of the original between two original offsets."""
        return Span(start, end, self.original[start:end])

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this original offset."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)


@dataclass(slots=True)
class _Letters:
    """A text under work: characters, each with its offsets in the original."""

    chars: list[str]
    starts: list[int]
    ends: list[int]

    def add(self, char: str, start: int, end: int) -> None:
        self.chars.append(char)
        self.starts.append(start)
        self.ends.append(end)

    def cut(self, start: int, end: int) -> "_Letters":
        return _Letters(self.chars[start:end], self.starts[start:end], self.ends[start:end])


# --- characters -------------------------------------------------------------------------------------------

_SOFT = " "  # a place where a sentence may end: space, emoji, kaomoji, laughter
_LINE = "\n"  # a line break: more likely one


def _squash_char(char: str) -> str:
    """One character without width, decoration or line noise: "" gone, ``_SOFT``/``_LINE`` a possible break."""
    if char in "\n\r\u2028\u2029\x0b\x0c\x85":
        return _LINE
    if char in "❓❔¿؟":
        return "?"
    if char in "❗❕¡":
        return "!"
    if char == "…" or char == "‥":
        return "…"
    category = unicodedata.category(char)
    if category == "Zs" or char == "\t":
        return _SOFT
    if category in ("Cc", "Cf", "Cs", "Mn", "Me"):
        return ""
    if category in ("So", "Sk", "Cn", "Co") and char not in "゛゜" and not _is_compat_letter(char):
        return _SOFT
    if char in _ELONGATION:
        return "ー"
    out = unicodedata.normalize("NFKC", char).lower()
    if any(c in _ELONGATION for c in out):
        return "ー"
    return "".join(c for c in out if not c.isspace())


def _is_compat_letter(char: str) -> bool:
    """Whether a symbol such as ㊙ or ① or 🅰 stands for letters."""
    plain = unicodedata.normalize("NFKC", char)
    return plain != char and any(c.isalnum() for c in plain)


_SQUASH_CACHE: dict[str, str] = {}


def _squash(text: str) -> _Letters:
    """The text as letters, sentence punctuation and possible breaks, case and width gone."""
    dull = [(m.start(), m.end()) for m in _KAOMOJI.finditer(text)] if "(" in text or "（" in text else []
    dull += [(m.start(), m.end()) for m in _LAUGH.finditer(text)]
    skip = {}
    for start, end in dull:
        for i in range(start, end):
            skip[i] = i == start
    out = _Letters([], [], [])
    chars, starts, ends = out.chars, out.starts, out.ends
    cache = _SQUASH_CACHE
    for i, char in enumerate(text):
        if skip and i in skip:
            if skip[i]:
                out.add(_SOFT, i, i + 1)
            continue
        if char in _VOICING:
            voiced = unicodedata.normalize("NFC", chars[-1] + _VOICING[char]) if chars else ""
            if len(voiced) == 1:
                chars[-1], ends[-1] = voiced, i + 1
            continue
        plain = cache.get(char)
        if plain is None:
            plain = cache[char] = _squash_char(char)
        for c in plain:
            chars.append(c)
            starts.append(i)
            ends.append(i + 1)
    return out


_KATAKANA = re.compile(r"[ァ-ヶー]+")


def fold_letters(letters: _Letters) -> tuple[_Letters, list[int]]:
    """Kana to hiragana, small kana to full, no drawls, no repeats, punctuation down to ``?``.

    Also gives the index each kept character had. A ー stays after katakana: スルー is not する.
    """
    out = _Letters([], [], [])
    kept: list[int] = []
    before = ""
    chars, starts, ends = out.chars, out.starts, out.ends
    for at, (char, start, end) in enumerate(zip(letters.chars, letters.starts, letters.ends, strict=True)):
        previous, before = before, char
        c = chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char
        last = chars[-1] if chars else ""
        if c in _SMALL_VOWELS:
            full = _SMALL_VOWELS[c]
            if last != full and _VOWEL.get(last) == full:
                continue
            c = full
        elif c in _SMALL_Y and _VOWEL.get(last) != "い":
            c = _SMALL_Y[c]
        elif c == "っ" and last == "っ":
            continue
        elif c == "?":
            if last == "?":
                continue
        elif c == "ヵ" or c == "ゖ":
            c = "か"
        elif c == "ー":
            if not "ァ" <= previous <= "ヶ":
                continue
        elif not (c.isalnum() or c in "々/:-#"):
            continue  # ー, 、, 。, brackets: nothing a rule could mean
        if c == last and (c == "ん" or (len(chars) > 1 and chars[-2] == c and not c.isdigit())):
            continue  # んん -> ん, a third repeat -> two
        chars.append({"ぢ": "じ", "づ": "ず", "を": "お"}.get(c, c))
        starts.append(start)
        ends.append(end)
        kept.append(at)
    return out, kept


def fold(text: str) -> str:
    """The folded form of a literal, as rules are compiled with it.

    >>> fold("ナンデﾀﾞﾒ？")
    'なんでだめ?'
    """
    return "".join(fold_letters(_squash(text))[0].chars)


# --- tokens -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _dictionary() -> sudachipy.Dictionary:
    return sudachipy.Dictionary(dict="core")


# Where the dictionary reads a common word otherwise than people do on LINE.
_SPOKEN = {
    "明日": "アシタ",
    "私": "ワタシ",
    "今日": "キョウ",
    "昨日": "キノウ",
    "一日": "イチニチ",
    "行った": "イッタ",
}

_LOCAL = threading.local()  # one Dictionary is shared; a Tokenizer must not be
_ONCE = threading.Lock()
_POS: dict[int, tuple[str, ...]] = {}


def _tokenizer() -> sudachipy.Tokenizer:
    tokenizer = getattr(_LOCAL, "tokenizer", None)
    if tokenizer is None:
        with _ONCE:
            tokenizer = _LOCAL.tokenizer = _dictionary().tokenizer()
    return tokenizer


def _tokenize(letters: _Letters) -> list[Token]:
    tokens: list[Token] = []
    starts, ends = letters.starts, letters.ends
    for base in range(0, len(letters.chars), _CHUNK):
        for m in _tokenizer().tokenize("".join(letters.chars[base : base + _CHUNK])):
            begin, end = base + m.begin(), base + m.end()
            pos_id = m.part_of_speech_id()
            pos = _POS.get(pos_id)
            if pos is None:
                pos = _POS[pos_id] = tuple(m.part_of_speech())
            surface = m.surface()
            if surface.isascii() or (pos[1] == "数詞" and m.is_oov()) or pos[0] in ("補助記号", "空白"):
                reading = surface
            else:
                reading = _SPOKEN.get(surface) or m.reading_form() or surface
            tokens.append(Token(surface, reading, m.normalized_form(), pos, starts[begin], ends[end - 1]))
    return tokens


def reading(text: str) -> str:
    """A literal read aloud and folded, as rules are compiled with it.

    >>> reading("既読ついた")
    'きどくついた'
    """
    letters = _squash(text)
    return "".join(_read(_tokenize(letters))[0].chars) if letters.chars else ""


def _read(tokens: list[Token]) -> tuple[_Letters, list[int]]:
    """What the tokens sound like, folded, and the indexes where a token begins."""
    out = _Letters([], [], [])
    heads: list[int] = []
    for token in tokens:
        heads.append(len(out.chars))
        sound = token.reading
        if "ー" in sound and not _KATAKANA.fullmatch(token.surface):
            sound = sound.replace("ー", "")
        one_to_one = token.end - token.start == len(sound) == len(token.surface)
        for i, c in enumerate(sound):
            if one_to_one:
                out.add(c, token.start + i, token.start + i + 1)
            else:
                out.add(c, token.start, token.end)
    folded, kept = fold_letters(out)
    begins = set(heads)
    return folded, [i for i, at in enumerate(kept) if at in begins]


# --- sentences --------------------------------------------------------------------------------------------

_HARD = frozenset("。!?")
_CLOSING = frozenset("」』)）】]\"'")
_ASKS = re.compile(
    r"(?:です|ます|ました|でした|ません|でしょう|ましょう|だろう|るの|たの|なの|いの)か(?:ね|な|い)?$|かしら$|っけ$"
)
_ECHO = re.compile(r"^(?:ああ|あ|いえ|はい|ええ|へえ)?(?:そう|さよう)(?:でした|です|だったの|なの|なんです)か|なんでか|^[^いどなだ何誰]{1,8}(?:です|でした)か$")
_WH = re.compile(
    r"何(?!でも|か|も|と|より)|(?<!ん)なに(?!も|か|より)|なん(?:で(?!も|か|や)|の|じに)|いつ(?!も|でも|か|しか|のま)|どこ(?!か|も|で)"
    r"|どう(?!せ|ぞ|か|も|して)|どうして(?!も)|どの(?!み)|どんな|(?<!し)だれ(?!か|も|で|だ)|誰(?!か|も|で|だ)|なぜ|いくら(?!で|かは)|どっち(?!も)|どちら(?!も|様)|いかが"
)
_WH_END = re.compile(r"(?:の|ん|なん|どう|いかが|いつ|どこ|だれ|誰|何|なに|なぜ|なんで|どっち|どちら|する|いい|ええ|と)$")


def _asks(fold_line: str) -> bool:
    """Whether a folded sentence asks: by its mark, its ending, or a question word with an open ending."""
    if fold_line.endswith("?"):
        return True
    if _ECHO.search(fold_line):
        return False
    return bool(_ASKS.search(fold_line) or (_WH.search(fold_line) and _WH_END.search(fold_line)))


def _pieces(letters: _Letters) -> list[tuple[int, int, str]]:
    """(start, end, break after) of the runs between possible breaks; short scraps are glued together."""
    raw: list[tuple[int, int, str]] = []
    start, n, i = 0, len(letters.chars), 0
    chars = letters.chars
    while i < n:
        c = chars[i]
        if c in (_SOFT, _LINE):
            j, kind = i, _SOFT
            while j < n and chars[j] in (_SOFT, _LINE):
                kind = _LINE if chars[j] == _LINE else kind
                j += 1
            if i > start:
                raw.append((start, i, kind))
            elif raw:
                s, e, k = raw[-1]
                raw[-1] = (s, e, k if k in ("hard", _LINE) else kind)
            start = i = j
            continue
        dot = c == "." and not (i + 1 < n and chars[i + 1].isalnum() and chars[i + 1].isascii())
        if c in _HARD or dot or c == "…":
            j = i
            while j < n and (chars[j] in _HARD or chars[j] in "…." or chars[j] in _CLOSING):
                j += 1
            strong = any(chars[k] in _HARD or chars[k] == "." for k in range(i, j)) and "…" not in chars[i:j]
            mark = "?" in chars[i:j]
            raw.append((start, j, "hard" if strong or mark else "…"))
            start = i = j
            continue
        i += 1
    if start < n:
        raw.append((start, n, "hard"))
    return raw


def _letter_count(letters: _Letters, start: int, end: int) -> int:
    return sum(1 for k in range(start, end) if letters.chars[k].isalnum() or letters.chars[k] == "ー")


def _joined(letters: _Letters) -> list[_Letters]:
    """The sentences, as letters without the breaks that turned out to be inside one."""
    sentences: list[_Letters] = []
    open_kind = "hard"  # the break before the current piece
    previous = 0  # letters in the piece before
    for start, end, kind in _pieces(letters):
        count = _letter_count(letters, start, end)
        piece = letters.cut(start, end)
        scrap = open_kind in (_SOFT, _LINE) and count <= 2 and previous <= 2
        if sentences and (
            count == 0 or scrap or (open_kind != "hard" and _goes_on(sentences[-1], piece, open_kind))
        ):
            last = sentences[-1]
            last.chars += piece.chars
            last.starts += piece.starts
            last.ends += piece.ends
        elif count:
            sentences.append(piece)
        open_kind, previous = kind, count
    return sentences


_STARTS_NEVER = frozenset("んンっッぁぃぅぇぉゃゅょーァィゥェォャュョ、")
_HEAD_PARTICLE = re.compile(
    r"(?:は|が|を|も|に|から|まで|より|って|けど|ので|のに|です|ます|だよ|だね|だった|だけ|しか|とか)(?![ぁ-ん]?ーい)"
)
_TAIL_SPACE_OPEN = re.compile(r"(?:[ァ-ヶー一-龠0-9a-z]|[をにのへ]|とか|なら|なんか|でも|もう|まだ|また)$")


def _goes_on(left: _Letters, right: _Letters, kind: str) -> bool:
    """Whether what looks like a break is inside a sentence."""
    head = "".join(right.chars[:4])
    tail = "".join(left.chars[-4:])
    if head and head[0] in _STARTS_NEVER:
        return True
    if tail.endswith(("、", ",")) or (tail.endswith(("っ", "ッ")) and kind != "…"):
        return kind != _LINE or tail[-1] in "、,"
    if kind == _SOFT:
        return bool(_TAIL_SPACE_OPEN.search(tail) or _HEAD_PARTICLE.match(head))
    if kind == _LINE:
        return bool(re.search(r"[をへ]$", tail))
    return bool(_HEAD_PARTICLE.match(head))


@lru_cache(maxsize=256)
def view(text: str) -> Text:
    """The text with all its views. Any ``str`` will do; lone surrogates are dropped.

    >>> t = view("返事まだ？\\nなんでダメなの")
    >>> [s.fold for s in t.sentences]
    ['返事まだ?', 'なんでだめなの']
    """
    letters = _squash(text[:MAX_CHARS])
    sentences = _joined(letters)
    folds = _Letters([], [], [])
    reads = _Letters([], [], [])
    done: list[Sentence] = []
    heads: list[int] = []
    for sentence, tokens in zip(sentences, _tokens_of(sentences), strict=True):
        folded, _ = fold_letters(sentence)
        read, begins = _read(tokens)
        if not folded.chars:
            continue
        line, read_line = "".join(folded.chars), "".join(read.chars)
        if done:
            for target, source in ((folds, folded), (reads, read)):
                edge = target.ends[-1] if target.ends else 0
                target.add(_BREAK, edge, edge)
        heads += [len(reads.chars) + i for i in begins]
        for target, source in ((folds, folded), (reads, read)):
            target.chars += source.chars
            target.starts += source.starts
            target.ends += source.ends
        done.append(
            Sentence(sentence.starts[0], sentence.ends[-1], line, read_line, _asks(line), tuple(tokens))
        )
    return Text(text, tuple(done), _view(folds, frozenset()), _view(reads, frozenset(heads)))


def _tokens_of(sentences: list[_Letters]) -> list[list[Token]]:
    """Tokens of all sentences in one pass of the tokenizer."""
    whole = _Letters([], [], [])
    bounds = []
    for s in sentences:
        whole.chars += s.chars
        whole.starts += s.starts
        whole.ends += s.ends
        bounds.append(s.ends[-1])
        whole.add(_BREAK, s.ends[-1], s.ends[-1])
    out: list[list[Token]] = [[] for _ in sentences]
    at = 0
    for token in _tokenize(whole):
        while at < len(bounds) - 1 and token.start >= bounds[at]:
            at += 1
        if token.surface != _BREAK:
            out[at].append(token)
    return out


def _view(letters: _Letters, heads: frozenset[int]) -> View:
    return View("".join(letters.chars), tuple(letters.starts), tuple(letters.ends), heads)
