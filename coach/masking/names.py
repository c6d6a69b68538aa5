"""Finds the names of people: by the title beside them, by the dictionary, and those that are known already."""

import re
from collections.abc import Iterable, Iterator, Sequence

from coach.masking.bare_names import bare_names
from coach.masking.endings import is_an_ending
from coach.masking.kin import is_kin
from coach.masking.nobody import blooms, is_a_friend, is_a_god, is_a_pronoun, names_nobody, title_pattern
from coach.masking.personal import Personal, PersonalKind, Tokenized, inside_a_word, script, words
from guardrails.text import Token

_NO_NAME = frozenset(["助詞", "助動詞", "動詞", "接続詞", "連体詞", "副詞", "感動詞"])
_INFLECTED = frozenset(["動詞", "形容詞", "助動詞"])
_NOUN = frozenset(["名詞", "代名詞", "接頭辞", "感動詞", "副詞"])
_ALSO_IN_WORDS = frozenset(["君", "様", "さま"])  # 諸君, 仕様
_LONGEST = 12


def people_in(told: Tokenized) -> Iterator[Personal]:
    """People named in the text; spans may overlap."""
    text = told.text
    for start, end in (
        *_in_the_dictionary(told),
        *_with_a_title(told),
        *_introduced(told),
        *bare_names(told),
    ):
        if not is_an_ending(told, start, end):
            yield Personal(start, end, PersonalKind.PERSON)
    for token in told.tokens:
        given = token.surface in words().given and not blooms(text, token.surface, token.end)
        if given and re.match(words().given_before, text[token.end : token.end + 3]):
            yield Personal(token.start, token.end, PersonalKind.PERSON)


def known_in(told: Tokenized, names: Sequence[str], *, sure: Iterable[str] = ()) -> Iterator[Personal]:
    """Where names that are known already stand in a text.

    A name is not searched inside a longer word of its own script; a short one must stand as a word or carry a
    title. Those that are ``sure`` were given by the user.
    """
    given = frozenset(sure)
    edges: frozenset[int] | None = None
    for name in names:
        for match in re.finditer(re.escape(name), told.text):
            start, end = match.span()
            if title_pattern().match(told.text, end) is None:
                if inside_a_word(told.text, start, end) or (len(name) == 1 and script(name) != "kanji"):
                    continue
                if len(name) == 1 or (len(name) == 2 and name not in given) or _short_hiragana(name):
                    edges = edges if edges is not None else _noun_edges(told)
                    if not {start, -end - 1} <= edges:
                        continue
            yield Personal(start, end, PersonalKind.PERSON)


def start_of_name(told: Tokenized, end: int, *, suffix: bool) -> int:
    """How far back the name before a title reaches; ``end`` when there is none.

    A ``suffix`` stands on a name only, so the word before it is one even where the dictionary takes it for a
    particle; other titles are words of their own (ゼミの先生).
    """
    before = told.text[max(0, end - _LONGEST) : end]
    written = script(before.rstrip("ー")[-1:])
    if not written:
        return end
    run = end
    for char in reversed(before):
        if script(char) != written and char != "ー":
            break
        run -= 1
    start = end
    if suffix and (misread := told.across(end)) and misread.pos[0] not in _INFLECTED:
        return misread.start if run <= misread.start < end - 1 else end  # むっちゃ|んと for むっ|ちゃん|と
    for token in reversed(told.ending_in(run, end)):
        grammar = token.pos[0] in _NO_NAME
        if start == end and grammar and not suffix:
            return end
        # No clause begins with a particle: のえる is no の and える.
        begins = suffix and token.pos[0] == "助詞" and not script(told.text[token.start - 1 : token.start])
        ends_a_word = grammar and not begins and not token.surface.endswith(("っ", "ッ"))
        a_time = token.pos[2] == "副詞可能"
        of_a_day = a_time and len(token.surface) > 2 and told.text.startswith("ちゃん", end)
        kin_of_a_day = of_a_day and is_kin(told.text, start, end)  # あさって|ばあちゃん
        if token.start < run or (
            end - start > 1 and (ends_a_word or kin_of_a_day or (a_time and written == "kanji"))
        ):
            break
        start = token.start
    return start + _owned(told.text, start, end)


_OF_A_NOUN = re.compile("(?<=[一-龯ァ-ヶー])の[ぁ-ん]ー")


def _owned(text: str, start: int, end: int) -> int:
    """One where a の of the sentence begins what was taken for a name: 職場の|みーちゃん."""
    return end - start == 3 and _OF_A_NOUN.fullmatch(text, start, end) is not None


def _in_the_dictionary(told: Tokenized) -> Iterator[tuple[int, int]]:
    """Family and given name together."""
    run: list[Token] = []
    for token in told.tokens:
        named = token.pos[1:3] == ("固有名詞", "人名") and token.surface not in words().brands
        # A second letter of a given name that the dictionary does not know: 優斗 as 優 and 斗.
        letter = (
            run
            and len(token.surface) == 1
            and script(token.surface) == script(run[-1].surface[-1]) == "kanji"
            and token.pos[0] != "接尾辞"  # 北斎|展
        )
        named = named or bool(
            letter and run[-1].end == token.start and not title_pattern().match(told.text, token.start)
        )
        if run and not (named and not told.text[run[-1].end : token.start].strip(" 　・=＝")):
            if not names_nobody(told.text, run):
                yield run[0].start, run[-1].end
            run = []
        if named:
            run.append(token)
    if run and not names_nobody(told.text, run):
        yield run[0].start, run[-1].end


def _with_a_title(told: Tokenized) -> Iterator[tuple[int, int]]:
    for title in title_pattern().finditer(told.text):
        start = start_of_name(told, title.start(), suffix=title[0] in words().suffixes)
        name = told.text[start : title.start()]
        if _adverb(told, title) or _trade(told, start, title.start()) or is_a_pronoun(told, title):
            continue
        if not name or name in words().roles or is_kin(told.text, start, title.start()):
            continue
        if is_a_god(told.text, name, title.end()) or is_a_friend(told.text, title.start()):
            continue
        if title[0] not in _ALSO_IN_WORDS or _like_a_name(name):
            yield start, title.start()


def _adverb(told: Tokenized, title: re.Match[str]) -> bool:
    """Whether it is ちゃんと behind a time, a count or a clause (先週ちゃんと, 二回ちゃんと, つらいけどちゃんと), and no title."""
    if title[0] != "ちゃん" or not told.text.startswith("と", title.end()):
        return False
    before = told.ending_in(title.start() - 1, title.start())
    timed = bool(before) and before[-1].pos[2] in ("副詞可能", "助数詞可能")
    return timed or _ends_a_clause(told, title.start())


_JOINS = re.compile("(?:けれ?ど|から|ので|んで|のに|て|し)$")


def _ends_a_clause(told: Tokenized, end: int) -> bool:
    """Whether a predicate goes on here in a conjunction, and it is one to the dictionary: つらい|けど, but た|けど of a name."""
    joined = _JOINS.search(told.text[max(0, end - 3) : end])
    if not joined:
        return False
    at = end - len(joined[0])
    stem, by = told.ending_in(max(0, at - 2), at), told.ending_in(end - 1, end)
    if not stem or stem[-1].end != at or stem[-1].pos[0] not in _INFLECTED or not by:
        return False
    grammar = by[-1].pos[1] == "接続助詞" or joined[0] in ("ので", "んで", "のに")
    return grammar and (len(stem) > 1 or stem[-1].end - stem[-1].start > 1)


_TRADE = re.compile(
    "[一-龯]{2,}[士員者師官]|(?:カメラ|サラリー|ビジネス|セールス|ガード|バンド|スポーツ|ホテル|ドア)(?:ウー)?マン|[ァ-ヴー]{2,}(?:[ニリティヤ]スト|シャン|ライター|グラファー|クリエイター|プランナー|アドバイザー|コンサルタント)"
)


def _trade(told: Tokenized, start: int, end: int) -> bool:
    """Whether it is what somebody does for a living, in common words: 衛生士, 学芸員, カメラマン."""
    tokens = told.ending_in(start, end)
    common = all(token.pos[1] != "固有名詞" for token in tokens)
    return common and bool(_TRADE.fullmatch(told.text, start, end))


def _introduced(told: Tokenized) -> Iterator[tuple[int, int]]:
    for match in re.finditer(words().introduced, told.text):
        start = start_of_name(told, match.start(), suffix=True)
        if _like_a_name(told.text[start : match.start()]):
            yield start, match.start()


def _like_a_name(name: str) -> bool:
    return 1 < len(name) <= 6 and name not in words().roles


def _noun_edges(told: Tokenized) -> frozenset[int]:
    """Where nouns start (offset) and end (-offset - 1)."""
    nouns = [token for token in told.tokens if token.pos[0] in _NOUN]
    return frozenset([token.start for token in nouns] + [-token.end - 1 for token in nouns])


def _short_hiragana(name: str) -> bool:
    return len(name) < 4 and all(script(char) == "hiragana" for char in name)
