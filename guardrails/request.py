"""What a wish for a rewrite would do to the message: its style, harmless content, or content that makes it NG."""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from guardrails.burdens import forms
from guardrails.check import check
from guardrails.check import rules as draft_rules
from guardrails.predicate import predicate
from guardrails.request_parts import NOTHING, parted
from guardrails.request_slots import ADD, FOLDER, LEXICON, slot
from guardrails.request_told import without_reason, without_their_words
from guardrails.rules import Match, RuleSet
from guardrails.text import Sentence, Text, view
from guardrails.vocabulary import AdviceCategory, Category, Finding, RequestKind, RequestVerdict, Span, Stage

_SWAPPED = re.compile(
    r"[「『](?P<old>[^」』]{1,20})[」』](?:じゃなく(?:て)?|ではなく(?:て)?|より(?:も|は)?|やめて|は|を|から)、?"
    r"[「『](?P<new>[^」』]{1,20})[」』](?=が|の(?:ほう|方)|に|で|へ|と)"
)
"""Words put in another's place: 「私」より「うち」がいい."""

_BECAUSE = re.compile(
    r"(?:(?:だ|です|や|な(?:の|ん)だ?|た|(?:わけ|ん|の)(?:ちゃう|(?:じゃ|では)ない))(?:から|ので|し)|なんで)笑?$"
)
"""A sentence that gives a reason wishes for nothing: 「絵文字いらん。おっさんやから笑」."""

_SAME = 4
"""New words that are so many letters longer than the old ones, at most, say the same."""

_ABOUT = re.compile(
    r"^(?:お?相手|向こう|先方|彼女?|あの[人子方]|この[人子方])(?:は|が|も)[^。、「『]{2,30}(?:です|ます|だ|人|方)(?:よ|ね)?$"
    r"|^(?:当方|こちら|私|僕|俺|うち|自分)(?:は|も)?[^。、「『]{1,12}(?:代|歳|才|派|人|者|育ち|生まれ)(?:です|だ|や)(?:よ|ね|し|から|ので)?$"
)
"""A sentence that tells of one of the two wishes for nothing: 「漢字を減らして。相手は日本語を勉強中の方です」."""

_ASKED_ON = re.compile(
    r"[?？]+(?=、?って|と(?!り)|も(?:聞|入|足|書)|とか|だけ|みたい|的な|て(?:聞|入|言|書))"
)
"""A question that is told ends no sentence: 「終わるん?も聞いて」."""

_NO_JUDGEMENT = forms("無い ない 欲しい 良い 好き 嫌い 大丈夫 楽しみ 嬉しい")
"""What is said of the two, or of what is wanted, and not of the draft."""

_MARK = re.compile(r"[「『\"][!?！？。、…♡♪〜ー~・wｗ笑]{1,4}[」』\"]")


def rule_files() -> list[Path]:
    """The files with the rules for wishes."""
    return sorted(p for p in FOLDER.glob("*.yaml") if p != LEXICON)


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The rules for wishes, compiled."""
    return RuleSet.load(rule_files(), lexicon=LEXICON)


_UNSENT = "{UNSENT}"
_STYLE = "{STYLE}"
_DICTATED = re.compile(
    r"[「『](?P<quoted>[^」』]{5,80})[」』](?!が(?!い|よ|良|ほ|欲|入)|は(?![^。\n]{0,14}(?:入|足|残|絶対|必ず))|みたい|っぽ|じゃな|ではな|を[「『]|の(?:字|漢字|部分|ところ|とこ|一行|文|あと|前))"
    r"|(?P<said>[^。!?\n「」『』]{4,80}?[!?]?)(?:(?<![切作送取減残守削縮])って|、って|、を|、と|(?<!っ)と)、?(?=(?:いう)?(?:形|流れ|感じ|気持ち|内容|意味|旨|趣旨|文|一言|ひとこと|一文|一行|書|入れ|足|添|加え|伝え"
    r"|言っ|返|聞|教え|諭|匂わ|におわ|ほのめか|漂わ|混ぜ|まぜ|頼|甘え|問い詰め|つっこ|ツッコ|突っ込|つけ|付け|締め|上品|丁寧|やわらか|柔らか|遠回し|さらっと|さりげな|冗談|世間話|軽[くいさみ]|やんわり)|[。!]*$)"
    r"|(?P<alike>[^。!?\n「」『』]{4,80}?)[!?\u200b]?みたいな(?=$|の(?:を|に|で|$)|感じ|やつ|一言|文)"
)
_OF_STYLE = (
    "{STYLE_THING}.{0,16}(?:{ADD}|{REMOVE})|(?:この|その)まま.{0,12}|(?:同じ(?:こと|言葉|話)|重複|繰り返|くどい|かぶっ|ダブっ).{0,20}|(?:オチ|結論|要点|本題|お礼)(?:を|は|から).{0,4}(?:先|前|最初|始)"
    "|(?:とこ|ところ|位置|文|あたり|句読?点)で.{0,4}切|(?:部分|ところ|とこ|あたり|言い方|書き方)(?:を|は|が|だけ|も)?.{0,6}{STYLE}|(?:[弁]|口調|調子|敬語|タメ口|ため口|感じ|風|トーン|ノリ|文体|言葉|目)(?:で|に)、?(?:頼[むみん]|お願い)(?:ます|する|します|しました|し(?:たい)?|わ|で|ばい|ね|よ|です|や)*$|順番|順序|並べ替え|入れ替え|(?:を|は)(?:先|前|あと|後ろ|最初)に$"
)


def check_request(text: str, *, stage: Stage) -> RequestVerdict:
    """Judge a wish such as 「短くして」 or 「理由を聞いて」 for a message at a stage.

    What is taken out is no longer judged as content; what turns the message into a note that nobody gets is fine.
    After a final no and on top of silence, content that no rule knows counts as NG.

    >>> check_request("もっと短く", stage=Stage.DECLINED).kind.value
    'style'
    >>> check_request("なんでダメなのか聞いて", stage=Stage.DECLINED).categories
    (<Category.PROBING: 'probing'>,)
    """
    said = _MARK.sub(lambda mark: "記号".ljust(len(mark[0]), NOTHING), text)
    said = without_their_words(_ASKED_ON.sub(lambda mark: NOTHING * len(mark[0]), said))
    whole = view(said)
    kept, removed = parted(said)
    findings = _findings(text, view(removed), stage, "remove") if removed.strip(NOTHING) else ()
    unsent = slot(_UNSENT).search(whole)
    wanted = view(kept)
    asked = _findings(text, wanted, stage, "add")
    findings += tuple(f for f in asked if not unsent or f.category is Category.SNS)
    if not findings and not unsent:
        findings = _dictated(text, kept, stage)
    if not unsent and (asked or (not findings and _has_content(wanted))):
        findings += _findings(text, wanted, stage, "rest")
    if findings:
        return RequestVerdict(RequestKind.CONTENT_NG, findings)
    if unsent or _has_content(wanted) or (removed.strip(NOTHING) and not _only_style(view(removed))):
        return RequestVerdict(RequestKind.CONTENT_OK)
    return RequestVerdict(RequestKind.STYLE)


def _dictated(text: str, kept: str, stage: Stage) -> tuple[Finding, ...]:
    """What a message of the words that are to be written would be stopped for, as far as words alone tell.

    What a whole message lacks is no matter of a piece; whether a day may be named is a matter of their message.
    """
    worded = _worded()
    found: list[Finding] = []
    for match in _DICTATED.finditer(kept):
        start, end = match.span(match.lastgroup or 0)
        for finding in check(text[start:end], stage=stage).findings:
            if finding.rule not in (*worded, _ASKS) or (
                stage in _OFFERS and finding.category in _BY_THEIR_WORDS
            ):
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


_ASKS = "silence.question"
"""What asks for an answer where none is owed is so by its words alone, though no pattern finds it."""


@lru_cache(maxsize=1)
def _worded() -> frozenset[str]:
    return frozenset(rule.id for rule in draft_rules().rules if rule.category in set(Category))


_OFFERS = (Stage.ALTERNATIVE, Stage.SECOND_INVITE)
_BY_THEIR_WORDS = (Category.REPROPOSE, Category.VAGUE_INVITE)


def _only_style(text: Text) -> bool:
    return all(_says(_STYLE, text, s.line) for s in text.sentences)


def _has_content(text: Text) -> bool:
    """Whether a sentence puts in more than style, or none speaks of style at all."""
    text = _worded_otherwise(text)
    wished = view(without_reason(text.original))
    if any(
        not _only_style(view(match[match.lastgroup or 0])) for match in _DICTATED.finditer(wished.original)
    ):
        return True
    if any(_says(ADD, wished, line) and not _says(_OF_STYLE, wished, line) for line in _wishes(wished)):
        return True
    lines = _wishes(text)
    of_style = any(_says(_STYLE, text, line) for line in lines)
    return bool(lines) and not of_style and not _finds(text.sentences[-1])


def _wishes(text: Text) -> list[int]:
    """The sentences that wish for something."""
    return [s.line for s in text.sentences if not _tells(s.fold)]


def _says(source: str, text: Text, line: int) -> bool:
    return bool(slot(source).spans(text, line))


def _finds(sentence: Sentence) -> bool:
    """Whether a sentence says how the draft reads: 「ちょっと馴れ馴れしいかも」."""
    said = predicate(sentence)
    if said is None or said.head is None or said.past or said.head.lemma in _NO_JUDGEMENT:
        return False
    return said.head.pos[0] in ("形容詞", "形状詞") and not said.order


def _tells(sentence: str) -> bool:
    """Whether a sentence only tells why, or of the other."""
    return bool(_BECAUSE.search(sentence) or _ABOUT.search(sentence))


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
