"""What the coach may not say to the user, including messages it offers to be sent."""

from guardrails.advising.advised import offered_drafts
from guardrails.advising.numbers import unknown_addresses, unknown_numbers
from guardrails.advising.quotes import framed
from guardrails.advising.rules import spoken
from guardrails.advising.sound import doubted, going_on, sound
from guardrails.hearing.hunch import Sound
from guardrails.rules import Match
from guardrails.text import Text, view
from guardrails.vocabulary import AdviceCategory, Finding, Outcome, Span, Stage, Verdict

MAX_ADVICE = 4_000
"""What is longer is no advice; it is rejected unread."""


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
    """What the rules find in the coach's own words, unless the sentence sounds calm.

    Broad rules say what it is that sounds clearly, where no other rule does.
    """
    whole = view(going_on(frame))
    heard = [(m, _sound_at(whole, m)) for m in spoken(view(frame))]
    plain = [m for m, how in heard if how is not Sound.CALM and m.rule.data.get("weight") != "broad"]
    return [
        Finding(
            m.rule.id,
            AdviceCategory(m.rule.category),
            _span(text, m.span.start, m.span.end),
            m.rule.why,
            m.rule.hint,
        )
        for m in plain or [m for m, how in heard if how is Sound.CLEAR]
    ]


def _sound_at(own: Text, match: Match) -> Sound:
    """How the sentence sounds that the match is in; clear where it is in none."""
    sentence = own.sentence_at(match.span.start)
    return sound(own.original[sentence.start : sentence.end]) if sentence else Sound.CLEAR


def _doubts(text: str) -> tuple[Finding, ...]:
    """What no rule names may still sound like what the coach must not say."""
    heard = doubted(framed(text).frame)
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
