"""The one pass over a message to them: rules, the acts of its sentences, and what the stage allows."""

from functools import lru_cache

from guardrails.acts import Line, lines
from guardrails.hearing.suspicion import suspicion
from guardrails.hearing.voice import hear, pieces
from guardrails.kinds.someday import leaves_open
from guardrails.kinds.wishing import wishes_well
from guardrails.offers.permits import lift, permits
from guardrails.policy import against_distance, judge
from guardrails.policy.declined import ASIDE
from guardrails.policy.findings import GOOD
from guardrails.policy.silence import NO_NOTICE
from guardrails.rules import RULES_DIR, Match, RuleError, RuleSet
from guardrails.structure import DOUBT
from guardrails.text import Sentence, Text, view
from guardrails.vocabulary import ActSpan, Category, Finding, Outcome, Stage, Verdict

RULE_FILES = (*(f"{category.value}.yaml" for category in Category), "acts.yaml", "marks.yaml")
"""The rule files of this judge, in ``RULES_DIR``."""

_HEARD = "voice.doubt"
_DOUBT_WHY = "これまでに見てきた、相手の負担になりやすい言い方に少し似ています。"
_DOUBT_HINT = "受け取る側で一度読んでみて、気になれば、もう少し短く軽くしてみませんか。"
_SILENT = frozenset((Stage.SILENCE, Stage.WAITING, Stage.CLOSED))
"""Stages where a wish, too, is contact."""

_FEW = 2
"""So many rules may misunderstand one message; where three accuse it, a calm voice proves nothing (of four that calm, two NG)."""

_CATEGORIES = frozenset((*(c.value for c in Category), DOUBT))


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The rules of messages to them, loaded once."""
    return RuleSet.load([RULES_DIR / name for name in RULE_FILES])


@lru_cache(maxsize=1)
def their_rules() -> RuleSet:
    """The rules of what their message allows or forbids."""
    return RuleSet.load([RULES_DIR / "theirs.yaml"])


def check(draft: str, *, stage: Stage, incoming: str = "", ours: bool = False) -> Verdict:
    """Judge a message about to be sent at ``stage``, ``incoming`` being their last message.

    Gives every finding. ``REJECT``: a known NG. ``UNSURE``: a sentence that nothing here knows to be good where
    only known good acts may be sent, or one that sounds like what presses. ``ours`` is a draft of the product's
    own, which is heard more strictly. Fails closed: an internal error rejects.

    >>> check("了解！連絡ありがとう、またね", stage=Stage.DECLINED).outcome.value
    'pass'
    >>> check("じゃあ来週は？", stage=Stage.DECLINED).categories
    (<Category.REPROPOSE: 'repropose'>,)
    """
    try:
        return _check(draft, Stage(stage), incoming, ours=ours)
    except Exception as error:
        return _failed(error)


def _check(draft: str, stage: Stage, incoming: str, *, ours: bool) -> Verdict:
    text, their = view(draft), view(incoming)
    asked = any(s.question for s in their.sentences)
    matches = rules().match(text, incoming=their, stage=stage.value, asked="yes" if asked else "no")
    known = lines(text, matches)
    wished = [s for s in text.sentences if stage not in _SILENT and (wishes_well(s) or leaves_open(s))]
    findings = [
        _finding(m) for m in matches if m.rule.category in _CATEGORIES and not _within(m, text, wished)
    ]
    findings += judge(text, known, stage=stage, incoming=their, found=findings, ours=ours)
    theirs = _permitted(incoming)
    findings = lift(findings, theirs, stage, their) + against_distance(text, known, theirs, stage)
    findings.sort(key=_place)
    if not _accusing(findings):
        if ours and _only_asides(findings, known) and hear(text, stage=stage, incoming=their, own=True).calm:
            findings = []
        findings = findings or _doubts(text, stage, their, ours=ours)
    named = _suspected(text, stage, their, findings, wished) if findings and not ours else []
    if lift(named, theirs, stage, their):
        findings = sorted([*named, *(f for f in findings if f.rule != _HEARD)], key=_place)
    return Verdict(_outcome(findings, text, stage, their), tuple(findings), _acts(text, known))


def _outcome(findings: list[Finding], text: Text, stage: Stage, incoming: Text) -> Outcome:
    """What the findings come to."""
    if not findings:
        return Outcome.PASS
    accused = _accusing(findings) and not _mistaken(findings, text, stage, incoming)
    return Outcome.REJECT if accused else Outcome.UNSURE


def _suspected(
    text: Text, stage: Stage, incoming: Text, findings: list[Finding], wished: list[Sentence]
) -> list[Finding]:
    """What a broad rule says of a message that is stopped already and that the voice is beyond doubt about.

    Nothing where two rules accuse it, or one of the same category: of 75 messages by unread authors in which it said
    something else than the one rule it was right in 64.
    """
    if len(_accusing(findings)) > 1 or not hear(text, stage=stage, incoming=incoming).certain:
        return []
    match = suspicion(text, stage=stage, incoming=incoming)
    if match is None or _within(match, text, wished) or match.rule.category in {f.category for f in findings}:
        return []
    return [_finding(match)]


@lru_cache(maxsize=256)  # the drafts of an answer are all judged beside the same words of theirs
def _permitted(incoming: str) -> frozenset[str]:
    """What their message does."""
    their = view(incoming)
    return permits(their, frozenset(m.rule.category for m in their_rules().match(their)))


def _only_asides(findings: list[Finding], known: tuple[Line, ...]) -> bool:
    """Whether all there is against a draft are sentences that no act knows and that leave the two out, beside a good one.

    They pass where the voice, too, finds nothing in the whole draft nor in its worst sentence: a remark on the weather,
    the cat or their errand.
    """
    return all(f.rule == ASIDE for f in findings) and any(line.acts & GOOD for line in known)


def _accusing(findings: list[Finding]) -> set[str]:
    """The rules that give a category."""
    return {f.rule for f in findings if f.category is not None}


def _mistaken(findings: list[Finding], text: Text, stage: Stage, incoming: Text) -> bool:
    """Whether the voice hears nothing where a rule or two accuse one of several sentences: a doubt, and still stopped.

    One rule in a stage where there are good messages to send is nearly always a misunderstanding where the voice is calm
    (of 48 such messages in nine rounds 46 were good). Where it is surely calm that holds for two rules (of 2,514 NG whose
    authors the voice had not read 13 are that calm), and in a silence, or while waiting without a message of theirs, for
    what only is no notice that we know. After a final no a rule stands.
    """
    accusing = _accusing(findings)
    if len(accusing) > _FEW or len(text.sentences) == 1 or stage is Stage.CLOSED:
        return False
    heard = hear(text, stage=stage, incoming=incoming)
    if stage is Stage.SILENCE or (stage is Stage.WAITING and not incoming.sentences):
        return heard.sure and accusing == {NO_NOTICE}
    return heard.sure or (heard.calm and len(accusing) == 1 and stage not in _SILENT)


def _doubts(text: Text, stage: Stage, incoming: Text, *, ours: bool) -> list[Finding]:
    """What the voice hears where no rule speaks: it can turn a pass into a doubt, never the other way."""
    if not hear(text, stage=stage, incoming=incoming, own=ours).doubtful:
        return []
    moved = pieces(text, stage=stage, own=ours)
    return [Finding(_HEARD, None, piece, _DOUBT_WHY, _DOUBT_HINT) for piece in moved]


def _within(match: Match, text: Text, wished: list[Sentence]) -> bool:
    """Whether it stands in a wish for them, whose picture accuses nobody (腫れが引いていきますように), or in an open door."""
    return any(sentence.line == text.index_at(match.span.start) for sentence in wished)


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.span.start, finding.span.end, finding.rule


def _finding(match: Match) -> Finding:
    rule = match.rule
    category = None if rule.category == DOUBT else Category(rule.category)
    return Finding(rule.id, category, match.span, rule.why, rule.hint)


def _acts(text: Text, known: tuple[Line, ...]) -> tuple[ActSpan, ...]:
    return tuple(
        ActSpan(act, text.span(line.sentence.start, line.sentence.end))
        for line in known
        for act in sorted(line.acts)
    )


def _failed(error: Exception) -> Verdict:
    why = "確認の途中でうまくいかないことがあり、安全のため止めました。"
    hint = "少し短く書き直して、もう一度ためしてみてください。"
    if isinstance(error, RuleError):
        why = f"ルールのファイルに誤りがあり、確認できないため止めました（{error}）。"
        hint = "その行を直すか、元に戻してから、もう一度ためしてみてください。"
    rule = f"check.error.{type(error).__name__}"
    return Verdict(Outcome.REJECT, (Finding(rule, None, view("").span(0, 0), why, hint),))
