"""What a wish for a rewrite would do to the message: its style, harmless content, or content that makes it NG."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from guardrails.check import check
from guardrails.check import rules as draft_rules
from guardrails.lexicon import Lexicon
from guardrails.patterns import Pattern
from guardrails.rules import RULES_DIR, Match, RuleSet, load_lexicon
from guardrails.text import Text, view
from guardrails.vocabulary import AdviceCategory, Category, Finding, RequestKind, RequestVerdict, Span, Stage

FOLDER = RULES_DIR / "request"
_LEXICON = FOLDER / "lexicon.yaml"
_CLAUSE = re.compile(r"[^。．.!！?？\n、,]*(?:「[^」]*」|『[^』]*』)?[^。．.!！?？\n、,]*[。．.!！?？\n、,]*")
_WITHOUT = re.compile(r"(?<!かな)[かわさたならがばせけれえべめ]ずに?|ないで(?!す|き|ほしい|くだ|くれ)")
"""Where a clause ends that says what to do without: 「理由は聞かずにお礼を」."""

_SWAPPED = re.compile(
    r"[「『](?P<old>[^」』]{1,20})[」』](?:じゃなく(?:て)?|ではなく(?:て)?|より(?:も|は)?|やめて|は|を|から)、?"
    r"[「『](?P<new>[^」』]{1,20})[」』](?=が|の(?:ほう|方)|に|で|へ|と)"
)
"""Words put in another's place: 「私」より「うち」がいい."""

_BECAUSE = re.compile(r"(?:だ|です|や|な(?:の|ん)だ?|た)(?:から|ので|し)笑?$")
"""A sentence that gives a reason wishes for nothing: 「絵文字いらん。おっさんやから笑」."""

_SAME = 4
"""New words that are so many letters longer than the old ones, at most, say the same."""

_QUOTED = re.compile(r"[「『][^」』]*[」』]")
_MARK = re.compile(r"[「『\"][!?！？。、…♡♪〜ー~・wｗ笑]{1,4}[」』\"]")
_NOTHING = "\u200b"


def rule_files() -> list[Path]:
    """The files with the rules for wishes."""
    return sorted(p for p in FOLDER.glob("*.yaml") if p != _LEXICON)


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The rules for wishes, compiled."""
    return RuleSet.load(rule_files(), lexicon=_LEXICON)


@lru_cache(maxsize=8)
def _pattern(source: str) -> Pattern:
    return Pattern.of([source], _lexicon())


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return load_lexicon(_LEXICON)


_UNSENT = "{UNSENT}"
_REMOVE = "{REMOVE}"
_REMOVED = "{REMOVE}(?:て|た|と|で|さい|ださい|ほしい|くれ|よ|ね|お願い|な|い|ます|です){0,4}$"
_STYLE = "{STYLE}"
_ADD = "{ADD}"
_FORCES = "{FORCES}"
_BARE = "{BARE}"
_DICTATED = re.compile(
    r"[「『](?P<quoted>[^」』]{5,80})[」』](?!みたい|っぽ|じゃな|ではな|を[「『]|の(?:字|漢字|部分|ところ|とこ|一行|文|あと|前))"
    r"|(?P<said>[^。!?\n「」『』]{4,80}?[!?]?)(?:(?<![切作送取減残守削縮])って|、って|、を|、と|(?<!っ)と)(?=(?:いう)?(?:形|流れ|感じ|気持ち|内容|意味|旨|文|一言|ひとこと|一文|一行|書|入れ|足|添|加え|伝え"
    r"|言っ|返|聞|丁寧|やわらか|柔らか|遠回し|軽く|やんわり)|[。!]*$)"
)
_OF_STYLE = (
    "{STYLE_THING}.{0,16}(?:{ADD}|{REMOVE})|(?:この|その)まま.{0,12}|(?:同じ(?:こと|言葉|話)|重複|繰り返|くどい|かぶっ|ダブっ).{0,20}|(?:オチ|結論|要点|本題|お礼)(?:を|は|から).{0,4}(?:先|前|最初|始)"
    "|(?:とこ|ところ|位置|文|あたり|句読?点)で.{0,4}切|(?:部分|ところ|とこ|あたり|言い方|書き方)(?:を|は|が|だけ|も)?.{0,6}{STYLE}|(?:[弁]|口調|調子|敬語|タメ口|ため口|感じ|風|トーン|ノリ|文体|言葉|目)(?:で|に)、?(?:頼[むみん]|お願い)(?:ます|する|します|しました|し(?:たい)?|わ|で|ばい|ね|よ|です|や)*$|順番|順序|並べ替え|入れ替え|(?:を|は)(?:先|前|あと|後ろ|最初)に$"
)
_POINTS_BACK = "そこ|それ|これ|その(?:部分|へん|辺|あたり|一文|行|文)|この(?:部分|へん|一文|行|文)|あそこ"


def check_request(text: str, *, stage: Stage) -> RequestVerdict:
    """Judge a wish such as 「短くして」 or 「理由を聞いて」 for a message at a stage.

    What is taken out is no longer judged as content; what turns the message into a note that nobody gets is fine.
    After a final no and on top of silence, content that no rule knows counts as NG.

    >>> check_request("もっと短く", stage=Stage.DECLINED).kind.value
    'style'
    >>> check_request("なんでダメなのか聞いて", stage=Stage.DECLINED).categories
    (<Category.PROBING: 'probing'>,)
    """
    said = _MARK.sub(lambda mark: "記号".ljust(len(mark[0]), _NOTHING), text)
    whole = view(said)
    kept, removed = _parted(said)
    findings = _findings(text, view(removed), stage, "remove") if removed.strip(_NOTHING) else ()
    unsent = _pattern(_UNSENT).search(whole)
    wanted = view(kept)
    asked = _findings(text, wanted, stage, "add")
    findings += tuple(f for f in asked if not unsent or f.category is Category.SNS)
    if not findings and not unsent:
        findings = _dictated(text, kept, stage)
    if not findings and not unsent and _has_content(wanted):
        findings = _findings(text, wanted, stage, "rest")
    if findings:
        return RequestVerdict(RequestKind.CONTENT_NG, findings)
    if unsent or _has_content(wanted) or (removed.strip(_NOTHING) and not _only_style(view(removed))):
        return RequestVerdict(RequestKind.CONTENT_OK)
    return RequestVerdict(RequestKind.STYLE)


def _dictated(text: str, kept: str, stage: Stage) -> tuple[Finding, ...]:
    """What a message of the words that are to be written would be stopped for, as far as words alone tell.

    What a whole message lacks is no matter of a piece; whether a day may be named is a matter of their message.
    """
    worded = _worded()
    found: list[Finding] = []
    for match in _DICTATED.finditer(kept):
        start, end = match.span("quoted" if match["quoted"] else "said")
        for finding in check(text[start:end], stage=stage).findings:
            if finding.rule not in worded or (stage in _OFFERS and finding.category in _BY_THEIR_WORDS):
                continue
            place = Span(start + finding.span.start, start + finding.span.end, finding.span.text)
            found.append(replace(finding, span=place))
        if match["quoted"] and not found:
            found += _wished(text, start, end, stage)
    return tuple(found)


def _wished(text: str, start: int, end: int, stage: Stage) -> list[Finding]:
    """What it would be to wish for the quoted words in words: 「今度いこ」 is the wish 「今度いこって入れて」."""
    words = text[start:end].rstrip("!?。！？")
    matches = rules().match(view(f"{words}って入れて"), stage=stage.value, act="add")
    shown = [replace(_finding(text, m), span=Span(start, end, text[start:end])) for m in matches]
    return [f for f in shown if f.category is not Category.VAGUE_INVITE]


@lru_cache(maxsize=1)
def _worded() -> frozenset[str]:
    return frozenset(rule.id for rule in draft_rules().rules if rule.category in set(Category))


_OFFERS = (Stage.ALTERNATIVE, Stage.SECOND_INVITE)
_BY_THEIR_WORDS = (Category.REPROPOSE, Category.VAGUE_INVITE)


def _parted(text: str) -> tuple[str, str]:
    """The wish without the clauses that take something out, and those clauses alone; places are kept.

    「そこ削って」 takes out what the clause before it names.
    """
    clauses = list(_clauses(text))
    out: set[int] = set()
    for index, (start, end) in enumerate(clauses):
        seen = view(_QUOTED.sub(lambda quoted: _NOTHING * len(quoted[0]), text[start:end]))
        if _pattern(_FORCES).search(seen):
            continue
        if _pattern(_REMOVED).search(seen) or (_pattern(_REMOVE).search(seen) and not _adds(seen)):
            out.update(range(start, end))
            if index and (_pattern(_BARE).search(seen) or _pattern(_POINTS_BACK).search(seen)):
                out.update(range(*clauses[index - 1]))
    kept = "".join(_NOTHING if i in out else c for i, c in enumerate(text))
    removed = "".join(c if i in out else _NOTHING for i, c in enumerate(text))
    return kept, removed


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The places of the clauses of a wish."""
    for clause in _CLAUSE.finditer(text):
        start = clause.start()
        for without in _WITHOUT.finditer(text, start, clause.end()):
            said = text[start : without.end()]
            if said.count("「") + said.count("『") > said.count("」") + said.count("』"):
                continue  # 「気にしないで」は消して: the words of a quote part nothing
            yield start, without.end()
            start = without.end()
        if start < clause.end():
            yield start, clause.end()


def _adds(text: Text) -> bool:
    return _pattern(_ADD).search(text)


def _only_style(text: Text) -> bool:
    return all(_pattern(_STYLE).search_line(s.fold, s.reading) for s in text.sentences)


def _has_content(text: Text) -> bool:
    """Whether a sentence puts in more than style, or none speaks of style at all."""
    text = _worded_otherwise(text)
    if any(
        not _only_style(view(match["quoted"] or match["said"])) for match in _DICTATED.finditer(text.original)
    ):
        return True
    lines = [(s.fold, s.reading) for s in text.sentences if not _BECAUSE.search(s.fold)]
    if any(_pattern(_ADD).search_line(*x) and not _pattern(_OF_STYLE).search_line(*x) for x in lines):
        return True
    return bool(lines) and not any(_pattern(_STYLE).search_line(*x) for x in lines)


def _worded_otherwise(text: Text) -> Text:
    """The wish with words that only change places taken as talk of wording."""

    def told(swap: re.Match[str]) -> str:
        longer = len(swap["new"]) - len(swap["old"])
        return "言い回し" if longer <= _SAME else swap[0]

    return view(_SWAPPED.sub(told, text.original))


def _findings(text: str, seen: Text, stage: Stage, act: str) -> tuple[Finding, ...]:
    matches = rules().match(seen, stage=stage.value, act=act)
    return tuple(_finding(text, match) for match in matches)


def _finding(text: str, match: Match) -> Finding:
    start, end = match.span.start, match.span.end
    category: Category | AdviceCategory = Category(match.rule.category)
    return Finding(
        match.rule.id, category, Span(start, end, text[start:end]), match.rule.why, match.rule.hint
    )
