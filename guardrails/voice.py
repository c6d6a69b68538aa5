"""The frozen statistical voice: hears what no rule names, and may turn a pass into a doubt, never the other way.

A linear model over kana n-grams, words, word pairs and a few relations to their message, one column of weights
a stage. ``evals.voice`` trains it and writes ``voice.tsv``; here it is integer sums over a frozen table, so the
verdict is the same on every machine.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from math import isqrt

from guardrails.text import Sentence, Text, Token
from guardrails.vocabulary import Span, Stage

STAGES = (
    Stage.DECLINED,
    Stage.ALTERNATIVE,
    Stage.SILENCE,
    Stage.COOLDOWN,
    Stage.SECOND_INVITE,
    Stage.CLOSED,
)
"""The columns of the table, in order. ``waiting`` has no drafts to learn from and is heard as ``cooldown``."""

ZERO = ord("O")
"""A weight is one printable character; this one stands for 0."""

_MAX_PIECES = 3

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
    lemma: tuple(name for name, words in _WORDS.items() if lemma in words.split())
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


@dataclass(frozen=True, slots=True)
class Heard:
    """What the voice makes of a message.

    ``score`` is comparable within a stage only, higher is worse. ``pieces`` (never empty when ``doubtful``) are
    the parts of the original that moved it, worst first.
    """

    score: int
    doubtful: bool
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The frozen weights of one stage: a score from ``limit`` (``own_limit`` for our own drafts) is doubtful."""

    weights: dict[str, int]
    bias: int
    limit: int
    own_limit: int


def hear(text: Text, *, stage: Stage, incoming: Text, own: bool = False) -> Heard:
    """Weighs a message against the ones the voice has learned from.

    Args:
        text: the message about to be sent.
        stage: where the two people stand.
        incoming: their last message; the view of "" where there is none.
        own: the message is a draft of ours and not a person's; such drafts have their own limit.

    Raises:
        ValueError: the table is damaged. The caller fails closed.
    """
    table = _tables()[_heard_as(stage)]
    found = features(text, incoming)
    score = weigh(found, table)
    doubtful = score >= (table.own_limit if own else table.limit)
    return Heard(score, doubtful, _pieces(text, found, table.weights) if doubtful else ())


def weigh(found: dict[str, tuple[int, int]], table: Table) -> int:
    """The score: the sum of the known features' weights over the root of the number of all features."""
    known = table.weights.get
    total = sum([known(name, 0) for name in found])
    return table.bias + total * 1000 // isqrt(10_000 * max(1, len(found)))


def features(text: Text, incoming: Text) -> dict[str, tuple[int, int]]:
    """Every feature of a message with the original offsets of its first place; (0, 0) when it has none."""
    found: dict[str, tuple[int, int]] = {}
    _relations(found, text, incoming)
    starts, ends = text.reading.starts, text.reading.ends
    at = 0
    for sentence in text.sentences:
        _kana(
            found,
            sentence.reading,
            starts[at : at + len(sentence.reading)],
            ends[at : at + len(sentence.reading)],
        )
        at += len(sentence.reading) + 1
        _tokens(found, sentence)
    return found


def _kana(
    found: dict[str, tuple[int, int]], line: str, starts: tuple[int, ...], ends: tuple[int, ...]
) -> None:
    """Runs of two to four kana of a sentence read aloud, its edges counted as letters."""
    edged, n = f"^{line}$", len(line)
    starts = (starts[0], *starts, starts[-1]) if n else (0, 0)
    ends = (ends[0], *ends, ends[-1]) if n else (0, 0)
    for i in range(n + 1):
        start = starts[i]
        found[edged[i : i + 2]] = (start, ends[i + 1])
        if i < n:
            found[edged[i : i + 3]] = (start, ends[i + 2])
            if i < n - 1:
                found[edged[i : i + 4]] = (start, ends[i + 3])


def _word(token: Token) -> str:
    """A token as the model knows it: a number is ``#``, a form that carries a mood is kept."""
    pos = token.pos
    if pos[1] == "数詞":
        return "#"
    if pos[0] in ("動詞", "助動詞", "形容詞"):
        return token.lemma + _FORMS.get(pos[5][:1], "")
    return token.lemma


def _said(sentence: Sentence) -> list[Token]:
    return [t for t in sentence.tokens if t.pos[0] not in _SILENT]


def _tokens(found: dict[str, tuple[int, int]], sentence: Sentence) -> None:
    """Words, neighbours, words with one between, and which kinds of word share the sentence."""
    tokens = _said(sentence)
    mark = "?" if sentence.question else "."
    whole = (sentence.start, sentence.end)
    words = [_word(t) for t in tokens]
    last, last_start, before, before_start = "^", sentence.start, "", sentence.start
    kinds: set[str] = set()
    for word, token in zip(words, tokens, strict=True):
        start, end = token.start, token.end
        found["t" + word] = (start, end)
        found[f"b{last} {word}"] = (last_start, end)
        if before:
            found[f"s{before} {word}"] = (before_start, end)
        if last != "^":
            before, before_start = last, last_start
        last, last_start = word, start
        kinds.update(_CLASSES.get(token.lemma, ()))
        mood = _MOODS.get(token.pos[5][:1])
        if mood:
            kinds.add(mood)
    found[f"b{last} {mark}"] = (last_start, sentence.end)
    if before:
        found[f"s{before} {mark}"] = (before_start, sentence.end)
    ordered = sorted(kinds)
    for kind in ordered:
        found[f"k{kind}{mark}"] = whole
    for one, other in combinations(ordered, 2):
        found[f"k{one}&{other}{mark}"] = whole


def _relations(found: dict[str, tuple[int, int]], text: Text, incoming: Text) -> None:
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
        last = "^"
        for token in _said(sentence):
            word = _word(token)
            names += (f"i{word}", f"j{last} {word}")
            last = word
        names.append(f"j{last} {'?' if sentence.question else '.'}")
    for name in names:
        found[name] = (0, 0)


def _content(text: Text) -> set[str]:
    return {
        t.lemma for s in text.sentences for t in s.tokens if t.pos[0] in _CONTENT and t.pos[1] != "非自立可能"
    }


def _pieces(text: Text, found: dict[str, tuple[int, int]], weights: dict[str, int]) -> tuple[Span, ...]:
    """The run of tokens in each sentence whose features weigh most, the worst sentences first."""
    load = [0] * (len(text.original) + 1)
    for name, (start, end) in found.items():
        weight = weights.get(name, 0)
        if weight and end > start:
            share = weight * 60 // (end - start)
            for i in range(start, end):
                load[i] += share
    runs: list[tuple[int, int, int]] = []
    for sentence in text.sentences:
        best, current, start = (0, 0, 0), 0, sentence.start
        for token in sentence.tokens:
            if current <= 0:
                current, start = 0, token.start
            current += sum(load[token.start : token.end])
            best = max(best, (current, start, token.end))
        if best[0] > 0:
            runs.append(best)
    runs.sort(key=lambda run: (-run[0], run[1]))
    runs = [run for run in runs if run[0] * 4 >= runs[0][0]][:_MAX_PIECES]
    if not runs:
        return (text.span(0, len(text.original)),)
    return tuple(text.span(start, end) for _, start, end in runs)


def _heard_as(stage: Stage) -> Stage:
    return Stage.COOLDOWN if stage is Stage.WAITING else stage


@lru_cache(maxsize=1)
def _tables() -> dict[Stage, Table]:
    return read_tables((files("guardrails") / "voice.tsv").read_text("utf-8"))


def read_tables(frozen: str) -> dict[Stage, Table]:
    """The tables from the text of ``voice.tsv``: a line a stage (bias, two limits), then a line a feature.

    Raises:
        ValueError: a line is not what ``evals.voice`` writes.
    """
    lines = frozen.split("\n")
    heads = [line.split("\t") for line in lines[: len(STAGES)]]
    if [head[0] for head in heads] != [f"stage={stage}" for stage in STAGES] or lines[-1] != "":
        raise ValueError("voice.tsv: damaged head or end")
    pairs = [line.split("\t") for line in lines[len(STAGES) : -1]]
    names = [name for name, _ in pairs]
    columns = "".join([codes for _, codes in pairs]).encode("ascii")
    if len(columns) != len(STAGES) * len(names):
        raise ValueError("voice.tsv: a feature without one weight a stage")
    tables: dict[Stage, Table] = {}
    for i, (stage, (_, bias, limit, own_limit)) in enumerate(zip(STAGES, heads, strict=True)):
        weights = {n: c - ZERO for n, c in zip(names, columns[i :: len(STAGES)], strict=True) if c != ZERO}
        tables[stage] = Table(weights, int(bias), int(limit), int(own_limit))
    return tables
