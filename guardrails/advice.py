"""What the coach may not say to the user, including messages it offers to be sent."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from guardrails.check import check
from guardrails.helplines import catalogue, dialled, known_numbers
from guardrails.hunch import Sound, hearing, suspect, table
from guardrails.quotes import Role, framed, role
from guardrails.rules import RULES_DIR, RuleSet
from guardrails.text import view
from guardrails.vocabulary import AdviceCategory, Finding, Outcome, Span, Stage, Verdict

FOLDER = RULES_DIR / "advice"
_LEXICON = FOLDER / "lexicon.yaml"

MAX_ADVICE = 4_000
"""What is longer is no advice; it is rejected unread."""


def rule_files() -> list[Path]:
    """The files with the rules for advice."""
    return sorted(p for p in FOLDER.glob("*.yaml") if p != _LEXICON)


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The rules for advice, compiled."""
    return RuleSet.load(rule_files(), lexicon=_LEXICON)


def check_advice(text: str, *, stage: Stage | None = None) -> Verdict:
    """Judge what the coach is about to say to the user: a sentence or a whole text.

    A quoted message that is offered to be sent is checked as a draft, at ``stage`` or else at the stage the words
    around it speak of. The other side's words and messages that are warned against may be quoted. Numbers and
    addresses must be those of the helpline catalogue. ``UNSURE``: no rule speaks, but it sounds
    like what the coach must not say. Fails closed: an internal error rejects.

    >>> check_advice("必ず連絡が来ます。").categories
    (<AdviceCategory.PROMISE: 'promise'>,)
    >>> check_advice("『返事まだ?』とは送らないでおきましょう。").outcome.value
    'pass'
    """
    try:
        findings = _findings(text, stage)
        doubts = () if findings else _doubts(text)
    except Exception as error:
        return Verdict(Outcome.REJECT, (_failed(error),))
    if findings:
        return Verdict(Outcome.REJECT, findings)
    return Verdict(Outcome.UNSURE if doubts else Outcome.PASS, doubts)


def _findings(text: str, stage: Stage | None) -> tuple[Finding, ...]:
    if len(text) > MAX_ADVICE:
        raise ValueError("too long to be read")
    cut = framed(text)
    found: list[Finding] = [
        Finding(
            m.rule.id,
            AdviceCategory(m.rule.category),
            _span(text, m.span.start, m.span.end),
            m.rule.why,
            m.rule.hint,
        )
        for m in rules().match(view(cut.frame))
    ]
    # A phrase that a rule knows, in a text where all the rest says the opposite: spoken of, not said.
    if found and hearing(cut.frame, table("advice"))["ng"] is Sound.CALM:
        found = []
    for quote in cut.quotes:
        at = quote.start - 1 if cut.frame[quote.start - 1 : quote.start] == "龘" else quote.start
        if role(cut.frame, at) is Role.OFFERED:
            found += _offered(cut.frame, quote, stage)
    found += _numbers(text)
    return tuple(sorted(found, key=lambda f: (f.span.start, f.span.end, f.rule)))


def _doubts(text: str) -> tuple[Finding, ...]:
    """What no rule names may still sound like what the coach must not say."""
    heard = suspect(framed(text).frame, table("advice"))
    if heard is None:
        return ()
    return (
        Finding(
            "advice.hunch",
            None,
            _span(text, heard.span.start, heard.span.end),
            "言い切りや後押しに聞こえるおそれがあります。",
            "分かることと分からないことを分けて、短く書き直してください。",
        ),
    )


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


# --- drafts inside advice ---------------------------------------------------------------------------------

_STAGES = (
    (
        Stage.CLOSED,
        re.compile(
            r"連絡しないで|連絡を断|ブロック|終わりを告げ|もう会わない|最後に(?:一度|ひと)|きっぱり断"
        ),
    ),
    (Stage.SECOND_INVITE, re.compile(r"[二2]度目|[二2]回目|もう一度(?:の)?お?誘")),
    (Stage.COOLDOWN, re.compile(r"世間話|近況|雑談|間を空け|冷却|話題")),
    (
        Stage.ALTERNATIVE,
        re.compile(
            r"(?:お?相手|向こう|先方)(?:から|が|の)[^。]{0,20}(?:日|龘)|提案して(?:くれ|くださ)|別の日を|出してくれ|挙げてくれ"
        ),
    ),
    (
        Stage.SILENCE,
        re.compile(
            r"返事がな|お返事がな|返信がな|未読|既読のまま|既読がつ|[三四五六七0-9]日たった|返ってこない"
        ),
    ),
)


_CLOSED_ACTS = (Stage.DECLINED, Stage.SILENCE, Stage.CLOSED)
"""Stages at which only known good acts are offered."""


def _offered(frame: str, quote: Span, stage: Stage | None) -> list[Finding]:
    at = stage or _stage_spoken_of(frame)
    judged = check(quote.text, stage=at, incoming="")
    if judged.outcome is Outcome.PASS or (judged.outcome is Outcome.UNSURE and at not in _CLOSED_ACTS):
        return []
    first = judged.findings[0]
    return [Finding("advice.quoted_draft", AdviceCategory.QUOTED_DRAFT, quote, first.why, first.hint)]


def _stage_spoken_of(frame: str) -> Stage:
    return next((stage for stage, words in _STAGES if words.search(frame)), Stage.DECLINED)


# --- numbers and addresses --------------------------------------------------------------------------------

_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_DASH = r"[-‐‑–—−ー\s.()・の]"
_LONG = re.compile(rf"#?\d(?:{_DASH}{{0,2}}\d){{5,}}")
_SHORT = re.compile(
    r"#\d{3,}|(?<![\d第])\d{3,5}(?=番(?!目|線|組|地|号))|(?<!\d)\d{3,5}(?=(?:番)?(?:に|へ)(?:も|すぐ|まず)?(?:電話|ダイヤル|かけ|相談|連絡|通報))"
)
_NOT_DIALLED = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d+(?:円|人|件|字|文字|歩)")
_WEB = re.compile(
    r"https?://[^\s」』)）、。]+|(?<![\w@.-])[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:jp|com|net|org|info|me|io|app|ne|co)(?![\w])(?:/[^\s」』)）、。]*)?|[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,20}"
)


def _numbers(text: str) -> list[Finding]:
    plain = "".join(_one_wide(c) for c in text)
    dates = [m.span() for m in _NOT_DIALLED.finditer(plain)]
    found = []
    for source in (plain, plain.translate(_KANJI_DIGITS)):
        for match in (*_LONG.finditer(source), *_SHORT.finditer(source)):
            inside = any(s <= match.start() and match.end() <= e for s, e in dates)
            if not inside and dialled(match[0]) not in known_numbers():
                found.append(_unknown(text, match.start(), match.end(), "advice.unknown_number"))
    known = {line.web.rstrip("/") for line in catalogue() if line.web}
    found += [
        _unknown(text, m.start(), m.end(), "advice.unknown_address")
        for m in _WEB.finditer(plain)
        if m[0].rstrip("/") not in known
    ]
    return list(dict.fromkeys(found))


def _one_wide(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def _unknown(text: str, start: int, end: int, rule: str) -> Finding:
    return Finding(
        rule,
        AdviceCategory.INVENTED_NUMBER,
        _span(text, start, end),
        "確かめられていない番号やアドレスは、出せません。",
        "番号は書かず、「このアプリの窓口の一覧」とだけ書いてください。",
    )


def _failed(error: Exception) -> Finding:
    return Finding(
        f"advice.error.{type(error).__name__}",
        None,
        Span(0, 0, ""),
        "確認の途中でうまくいかないことがあり、安全のため止めました。",
        "短く、言い切らない形で書き直してください。",
    )
