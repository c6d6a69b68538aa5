"""What the coach may not say to the user, including messages it offers to be sent."""

import re
from functools import lru_cache
from pathlib import Path

from guardrails.advising.advised import offered_drafts
from guardrails.advising.numbers import unknown_addresses, unknown_numbers
from guardrails.advising.quotes import framed
from guardrails.advising.turned import explained, turned
from guardrails.hearing.hunch import Sound, hearing, suspect
from guardrails.hearing.weights import table
from guardrails.rules import RULES_DIR, Match, RuleSet
from guardrails.text import Text, view
from guardrails.vocabulary import AdviceCategory, Finding, Outcome, Span, Stage, Verdict

FOLDER = RULES_DIR / "advice"
_LEXICON = FOLDER / "lexicon.yaml"

_THOUGHT = re.compile(
    r"[^。\n?\uff1f、]{0,40}(?:[?\uff1f]|か(?:な|も|しら)?|の?では|んじゃ)、?(?:と(?:いう|の)?|って(?:いう)?)、?ご?"
    r"(?:考え|思[いうっ](?!ます)|感じ|不安|悩|自問|心配|疑|迷|気にな|頭)"
)
"""A question that goes on as a thought: 断られたのは自分のせい?と考え始めたら, 病気なのかな、というご心配ですね."""

_STEPS = (AdviceCategory.ADVISE_NG, AdviceCategory.TRICK)
"""What one is told to do; a reason against it tells nobody to."""

_DOUBTED = 0.25
"""How far below a clear sound, of the way to calm, what no rule names is doubted: a doubt costs a request, a miss hurts."""

MAX_ADVICE = 4_000
"""What is longer is no advice; it is rejected unread."""


def rule_files() -> list[Path]:
    """The files with the rules for advice."""
    return sorted(p for p in FOLDER.glob("*.yaml") if p != _LEXICON)


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The rules for advice, compiled."""
    return RuleSet.load(rule_files(), lexicon=_LEXICON)


def check_advice(text: str, *, stage: Stage | None = None, incoming: str = "") -> Verdict:
    """Judge what the coach is about to say to the user: a sentence or a whole text.

    A quoted message that is offered to be sent is checked as a draft, at ``stage`` or else at the stage the words
    around it speak of. The other side's words (``incoming``, where they are known) and messages that are warned against
    may be quoted. Numbers and addresses must be those of the helpline catalogue. ``UNSURE``: no rule speaks, but it sounds
    like what the coach must not say. Fails closed: an internal error rejects.

    >>> check_advice("必ず連絡が来ます。").categories
    (<AdviceCategory.PROMISE: 'promise'>,)
    >>> check_advice("『返事まだ?』とは送らないでおきましょう。").outcome.value
    'pass'
    """
    try:
        findings = _findings(text, stage, incoming)
        doubts = () if findings else _doubts(text)
    except Exception as error:
        return Verdict(Outcome.REJECT, (_failed(error),))
    if findings:
        return Verdict(Outcome.REJECT, findings)
    return Verdict(Outcome.UNSURE if doubts else Outcome.PASS, doubts)


def _findings(text: str, stage: Stage | None, incoming: str) -> tuple[Finding, ...]:
    if len(text) > MAX_ADVICE:
        raise ValueError("too long to be read")
    cut = framed(text)
    found = _said(text, cut.frame)
    found += offered_drafts(cut, stage, incoming)
    found += (_unknown(span, "advice.unknown_number") for span in unknown_numbers(text))
    found += (_unknown(span, "advice.unknown_address") for span in unknown_addresses(text))
    return tuple(sorted(found, key=lambda f: (f.span.start, f.span.end, f.rule)))


def _said(text: str, frame: str) -> list[Finding]:
    """What the rules find in the coach's own words.

    A phrase in a sentence, and a text, that say the opposite is spoken of, not said (see ``turned``). Broad rules say what it is that
    the hunch hears, where no other rule does; a text that only sounds so elsewhere is doubted.
    """
    own = view(frame)
    against, reasons = turned(own), explained(own)
    matches = [
        m
        for m in rules().match(own)
        if not _THOUGHT.match(frame, m.span.start)
        and own.index_at(m.span.start) not in against
        and not (m.rule.category in _STEPS and own.index_at(m.span.start) in reasons)
    ]
    whole = _sound(frame) if matches else Sound.CALM
    if whole is Sound.CALM:
        matches = [m for m in matches if _is_said(own, m, matches)]
    plain = [m for m in matches if m.rule.data.get("weight") != "broad"]
    named = plain or [m for m in matches if whole is Sound.CLEAR and _sound_at(own, m) is Sound.CLEAR]
    return [
        Finding(
            m.rule.id,
            AdviceCategory(m.rule.category),
            _span(text, m.span.start, m.span.end),
            m.rule.why,
            m.rule.hint,
        )
        for m in named
    ]


def _sound(words: str) -> Sound:
    return hearing(words, table("advice"))["ng"]


def _sound_at(own: Text, match: Match) -> Sound:
    """How the sentence sounds that the match is in; clear where it is in none."""
    sentence = own.sentence_at(match.span.start)
    return _sound(own.original[sentence.start : sentence.end]) if sentence else Sound.CLEAR


def _is_said(own: Text, match: Match, matches: list[Match]) -> bool:
    """Whether what one sentence of a calm text says is meant: it sounds so, or half so, and two rules agree."""
    sentence = own.sentence_at(match.span.start)
    sound = _sound_at(own, match)
    alike = {
        m.rule.id
        for m in matches
        if m.rule.category == match.rule.category and own.sentence_at(m.span.start) is sentence
    }
    return sound is Sound.CLEAR or (sound is Sound.FAINT and len(alike) > 1)


def _doubts(text: str) -> tuple[Finding, ...]:
    """What no rule names may still sound like what the coach must not say, in what it means, too."""
    frame, known = framed(text).frame, table("advice")
    heard = suspect(frame, known, least=known.faint(_DOUBTED))
    if heard and (meant := _meant(frame)) != frame:
        heard = suspect(meant, known, least=known.faint(_DOUBTED))
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


def _meant(frame: str) -> str:
    """The text without the sentences that speak against what they name; places are kept."""
    own = view(frame)
    for at in turned(own):
        sentence = own.sentences[at]
        gap = " " * (sentence.end - sentence.start)
        frame = frame[: sentence.start] + gap + frame[sentence.end :]
    return frame


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _unknown(span: Span, rule: str) -> Finding:
    return Finding(
        rule,
        AdviceCategory.INVENTED_NUMBER,
        span,
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
