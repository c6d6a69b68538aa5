"""What a wrong verdict would have done to somebody: a doubt is no leak, and an NG text that passes always is one."""

import pytest

from evals import judge_text
from evals.case import KINDS, Wanted
from evals.result import Harm
from guardrails.vocabulary import Outcome, Verdict


@pytest.mark.parametrize(
    ("wanted", "given", "harm"),
    [
        (Wanted.REJECT, Outcome.REJECT, None),
        (Wanted.REJECT, Outcome.UNSURE, Harm.WRONG),
        (Wanted.REJECT, Outcome.PASS, Harm.LEAK),
        (Wanted.STOPPED, Outcome.UNSURE, None),
        (Wanted.STOPPED, Outcome.PASS, Harm.LEAK),
        (Wanted.PASS, Outcome.UNSURE, Harm.OVER_BLOCK),
        (Wanted.PASS, Outcome.REJECT, Harm.OVER_BLOCK),
        (Wanted.ALLOWED, Outcome.UNSURE, None),
        (Wanted.ALLOWED, Outcome.REJECT, Harm.OVER_BLOCK),
        (Wanted.UNSURE, Outcome.PASS, Harm.WRONG),
    ],
)
def test_harm(monkeypatch: pytest.MonkeyPatch, wanted: Wanted, given: Outcome, harm: Harm | None) -> None:
    monkeypatch.setattr(judge_text, "check", lambda *_, **__: Verdict(given))
    given_case = {"id": "a", "stage": "declined", "draft": "了解", "outcome": wanted.value}
    case = KINDS["draft"].validate_python(given_case)
    assert [f.harm for f in judge_text.judge_draft(case).failures] == ([harm] if harm else [])
