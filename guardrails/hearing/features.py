"""What the voice listens to: kana runs, words and word pairs of each sentence, and relations to their message."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from operator import add
from typing import NamedTuple

from guardrails.text import Sentence, Text, View
from guardrails.writing.words import Word

_WORDS = {
    "WH": "何 何時 何処 誰 何故 如何 どう どんな どれ どの 幾つ 幾ら 何方 どちら 何で どうして 何れ",
    "DAY": "今日 明日 明後日 今週 来週 再来週 今度 今月 来月 再来月 週末 土曜 日曜 月曜 火曜 水曜 木曜 金曜 土曜日 日曜日 月曜日"
    " 火曜日 水曜日 木曜日 金曜日 平日 休日 祝日 連休 今夜 今晩 夜 昼 朝 夕方 午後 午前 日 週 月 時 次回 年末 年始 夏休み"
    " 冬休み 春休み 翌日 翌週 土日",
    "LINE": "返事 返信 連絡 LINE ライン 既読 未読 通知 メッセージ 電話 スタンプ 通話 スルー ブロック 音沙汰 反応 返す 送る 届く"
    " 読む 見る 待つ 無視",
    "MEET": "行く 会う 来る 飲む 食べる 遊ぶ 付き合う 寄る 出掛ける 誘う 御一緒 一緒 合流 集合 迎え リベンジ 観る 同行 参加"
    " 招待 予約 埋め合わせ",
    "FREE": "空く 空き 暇 都合 予定 スケジュール 候補 シフト 日程 希望 調整 余裕 休み 日時",
    "ME": "私 俺 僕 自分 うち あたし わたくし おいら わし 此方 こっち",
    "YOU": "貴方 君 御前 そっち 其方 あんた",
    "HURT": "悲しい 寂しい 辛い ショック 泣く 凹む 落ち込む 嫌う 嫌い 迷惑 重い 邪魔 無理 駄目 傷付く 振る 断る 避ける 怒る"
    " 惨め 諦める 疲れる 我慢 不安 怖い 後悔 価値 脈",
    "THANK": "有る 有り難う 感謝 御礼 助かる 嬉しい サンキュー 有難い",
    "YES": "了解 承知 分かる 解る オッケー おけ 大丈夫 平気 気 其う りょ 構う 遠慮",
    "CARE": "御大事 無理 休む 頑張る 気 付ける 体 ゆっくり 寝る 応援 ファイト 温かい 暖かい 祈る 御疲れ 御疲れ様",
    "MUST": "必ず 絶対 約束 是非 べき マナー 礼儀 常識 普通 社会人 一回 一度 一言 毎日 最後 せめて 本当 本気",
    "EXIT": "スルー 無理 流す 気 遠慮 断る 難しい 気軽 興味 宜しい 良い",
    "NOT": "ない 無い ず ぬ",
    "WANT": "たい",
    "GIVE": "呉れる 貰う 頂く 下さる 下さい",
    "DID": "た",
}
_CLASSES = {
    lemma: frozenset(name for name, words in _WORDS.items() if lemma in words.split())
    for lemma in " ".join(_WORDS.values()).split()
}
_MOODS = {"意": "WILL", "命": "ORDER"}  # first character of Sudachi's conjugation form
_FORMS = {"意": "V", "命": "I", "仮": "K", "未": "N"}
_DAY = re.compile(
    r"今日|明日|明後日|あさって|きょう|あした|今週|再来週|来週|今月|再来月|来月|週末|平日|祝日|連休|今夜|今晩|夜|昼|らんち|朝"
    r"|夕方|午後|午前|[月火水木金土日]曜|土日|休み|\d+"
)
_SILENT = frozenset(("補助記号", "空白", "記号"))
_CONTENT = frozenset(("名詞", "動詞", "形容詞"))
_INFLECTED = frozenset(("動詞", "助動詞", "形容詞"))


class _Heard(NamedTuple):
    """A word as the model knows it: a number is ``#``, a form that carries a mood is kept."""

    name: str
    kinds: frozenset[str]
    silent: bool
    content: bool


@lru_cache(maxsize=20_000)
def _heard(word: Word) -> _Heard:
    pos, lemma = word.pos, word.lemma
    name = "#" if pos[1] == "数詞" else lemma + _FORMS.get(pos[5][:1], "") if pos[0] in _INFLECTED else lemma
    mood = _MOODS.get(pos[5][:1])
    kinds = _CLASSES.get(lemma, frozenset()) | ({mood} if mood else frozenset())
    content = pos[0] in _CONTENT and pos[1] != "非自立可能"
    return _Heard(name, kinds, pos[0] in _SILENT, content)


def sentence_names(sentence: Sentence) -> list[str]:
    """What a sentence says, whoever it answers; a feature that is there twice is there twice."""
    heard = [h for h in [_heard(word) for word, _, _ in sentence.tokens] if not h.silent]
    words = [h.name for h in heard]
    mark = "?" if sentence.question else "."
    names = _kana(sentence.reading) if sentence.reading else []
    names += ["t" + word for word in words]
    names += [f"b{one} {other}" for one, other in zip(["^", *words], [*words, mark], strict=True)]
    names += [f"s{one} {other}" for one, other in _with_one_between(words, mark)]
    names += _company(frozenset().union(*[h.kinds for h in heard]), mark)
    return names


def _kana(line: str) -> list[str]:
    """Runs of two, of three and of four kana of a sentence read aloud, its edges counted as letters."""
    edged = f"^{line}$"
    pairs = list(map(add, edged, edged[1:]))
    threes = list(map(add, pairs, edged[2:]))
    return [*pairs, *threes, *map(add, threes, edged[3:])]


def _with_one_between(words: Sequence[str], mark: str) -> Iterable[tuple[str, str]]:
    return zip(words, [*words[2:], mark], strict=False) if len(words) > 1 else ()


@lru_cache(maxsize=4096)
def _company(kinds: frozenset[str], mark: str) -> tuple[str, ...]:
    """Which kinds of word share a sentence."""
    ordered = sorted(kinds)
    alone = [f"k{kind}{mark}" for kind in ordered]
    return (*alone, *[f"k{one}&{other}{mark}" for one, other in combinations(ordered, 2)])


def places(text: Text) -> list[list[tuple[int, int]]]:
    """For each sentence the original offsets of each of its features, in the order of ``sentence_names``."""
    return [_kana_places(text.reading, sentence) + _word_places(sentence) for sentence in text.sentences]


def _kana_places(view: View, sentence: Sentence) -> list[tuple[int, int]]:
    line, base = view.piece(sentence.line)
    if not line:
        return []
    found = [view.place(at) for at in range(base, base + len(line))]
    starts = [found[0].start, *[place.start for place in found], found[-1].start]
    ends = [found[0].end, *[place.end for place in found], found[-1].end]
    return [(start, end) for size in (2, 3, 4) for start, end in zip(starts, ends[size - 1 :], strict=False)]


def _word_places(sentence: Sentence) -> list[tuple[int, int]]:
    heard = [(_heard(token.word), token) for token in sentence.tokens]
    spans = [(token.start, token.end) for h, token in heard if not h.silent]
    edges = [(sentence.start, sentence.start), *spans, (sentence.end, sentence.end)]
    kinds = frozenset().union(*[h.kinds for h, _ in heard if not h.silent])
    return [
        *spans,
        *[(one[0], other[1]) for one, other in pairwise(edges)],
        *(
            [(one[0], other[1]) for one, other in zip(spans, edges[3:], strict=False)]
            if len(spans) > 1
            else ()
        ),
        *[(sentence.start, sentence.end)] * len(_company(kinds, "")),
    ]


def relation_names(text: Text, incoming: Text) -> list[str]:
    """What the message does with theirs: days they named or did not, questions, length, shared words."""
    names: list[str] = []
    ours, theirs = set(_DAY.findall(text.fold.text)), set(_DAY.findall(incoming.fold.text))
    length, their_length = len(text.fold.text), len(incoming.fold.text)
    asked = sum(s.question for s in text.sentences)
    new, same = ours - theirs, ours & theirs
    names += [
        f"d:sentences{min(len(text.sentences), 6)}",
        f"d:length{min(length // 12, 9)}",
        f"d:asks{min(asked, 3)}",
    ]
    if text.sentences and text.sentences[-1].question:
        names.append("d:asks_last")
    if their_length:
        names.append(f"d:ratio{min(2 * length // their_length, 8)}")
    else:
        names.append("d:unanswered")
    if theirs:
        names.append("d:they_named_a_day")
    if any(s.question for s in incoming.sentences):
        names.append("d:they_asked")
    for kind, days in (("new", new), ("same", same)):
        if days:
            names.append(f"d:{kind}")
            if asked:
                names.append(f"d:asks_{kind}")
            names += [f"d:{kind} {'#' if day.isdigit() else day}" for day in sorted(days)]
    names.append(f"d:shared{min(len(_content(text) & _content(incoming)), 4)}")
    for sentence in incoming.sentences:
        heard = [_heard(word) for word, _, _ in sentence.tokens]
        words = [h.name for h in heard if not h.silent]
        names += ["i" + word for word in words]
        last = "?" if sentence.question else "."
        names += [f"j{one} {other}" for one, other in zip(["^", *words], [*words, last], strict=True)]
    return names


def _content(text: Text) -> set[str]:
    words = [word for s in text.sentences for word, _, _ in s.tokens]
    return {word.lemma for word in words if _heard(word).content}
