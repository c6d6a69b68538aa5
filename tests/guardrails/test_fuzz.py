"""Any string gets a verdict, soon. ``make fuzz`` runs a million; ``YOHAKU_FUZZ`` and ``YOHAKU_SEED`` say how many, which."""

import os
from time import thread_time

from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.request import check_request
from guardrails.safety import screen
from guardrails.vocabulary import Outcome, Stage
from tests.guardrails.strings import strings

COUNT = int(os.environ.get("YOHAKU_FUZZ", "10000"))
SEED = int(os.environ.get("YOHAKU_SEED", "1"))
STAGES = tuple(Stage)
LONGEST = 1.0  # seconds of processor time for at most 400 letters and as many of theirs


def test_any_string_gets_a_verdict() -> None:
    incoming = "あ"
    check("あ", stage=Stage.DECLINED, incoming=incoming)  # the rules are loaded
    for number, draft in enumerate(strings(COUNT, SEED)):
        begun = thread_time()
        verdict = check(draft, stage=STAGES[number % len(STAGES)], incoming=incoming)
        spent = thread_time() - begun
        told = (SEED, number, draft, incoming)
        assert spent < LONGEST, (spent, told)
        assert (verdict.outcome is Outcome.PASS) == (not verdict.findings), told
        for finding in verdict.findings:
            assert not finding.rule.startswith("check.error"), (finding.rule, told)
            assert draft[finding.span.start : finding.span.end] == finding.span.text, (finding, told)
        incoming = draft


def test_the_other_judges_take_any_string() -> None:
    for number, text in enumerate(strings(COUNT // 10, SEED + 1)):
        told = (SEED + 1, number, text)
        advice = check_advice(text, stage=STAGES[number % len(STAGES)])
        assert not any(f.rule.startswith("advice.error") for f in advice.findings), (advice, told)
        assert all(
            text[f.span.start : f.span.end] == f.span.text
            for f in check_request(text, stage=STAGES[number % len(STAGES)]).findings
        ), told
        assert all(text[e.start : e.end] == e.text for alarm in screen(text) for e in alarm.evidence), told
