"""Neither another spelling nor another variety of Japanese is an escape: every rule's own examples, written so."""

from collections.abc import Callable

import pytest

from guardrails.check import check, rules
from guardrails.vocabulary import Category, Outcome, Stage
from tests.guardrails.registers import REGISTERS
from tests.guardrails.spellings import SPELLINGS

Record = Callable[[str, object], None]

LEAST = 0.95


def shares(change: Callable[[str], str]) -> tuple[float, list[str]]:
    """The share of rejected examples whose changed text is rejected too, and those that are not."""
    kept, lost = 0, []
    for rule in rules().rules:
        if rule.category not in {c.value for c in Category}:
            continue
        for example in rule.examples["ng"]:
            context = dict(example.context)
            stage, incoming = Stage(context.get("stage", "declined")), context.get("incoming", "")
            varied = change(example.text)
            if varied == example.text:
                continue
            if check(example.text, stage=stage, incoming=incoming).outcome is not Outcome.REJECT:
                continue
            if check(varied, stage=stage, incoming=incoming).outcome is Outcome.REJECT:
                kept += 1
            else:
                lost.append(varied)
    assert kept + len(lost) >= 5, "too few examples for a share"
    return kept / (kept + len(lost)), lost


@pytest.mark.parametrize("spelling", SPELLINGS, ids=str)
def test_orthography_is_no_escape(spelling: str, record_property: Record) -> None:
    share, lost = shares(SPELLINGS[spelling])
    record_property("share of verdicts kept", round(share, 3))
    assert share >= LEAST, (round(share, 3), lost[:10])


@pytest.mark.parametrize("register", REGISTERS, ids=str)
def test_another_variety_is_no_escape(register: str, record_property: Record) -> None:
    share, lost = shares(REGISTERS[register])
    record_property("share of verdicts kept", round(share, 3))
    assert share >= LEAST, (round(share, 3), lost)
