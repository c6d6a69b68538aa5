"""Signs of a no that is told, not quoted."""

from datetime import date

import pytest

from coach.reading import read
from coach.situation import ReasonKind, SignId

TOLD = [
    ("断られて四日。理由は「引っ越しで」、ごめんつきでした。返事はした", {SignId.REASON_AND_APOLOGY}),
    ("二週間前に断られて返事もした。忙しいとしか言われてない。次はいつ誘っていい?", {SignId.BARE_BUSY}),
    ("断られた。理由は「引っ越しで」とだけ。なんて返す?", set()),
]


@pytest.mark.parametrize(("message", "signs"), TOLD, ids=["told apology", "told busy", "no apology"])
def test_signs_of_a_told_no(message: str, signs: set[SignId]) -> None:
    reading = read(message, today=date(2026, 11, 21))
    assert {sign.id for sign in reading.signs} == signs
    assert all(message[s.span.start : s.span.end] == s.span.text for s in reading.signs)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("受験で断られた相手が受かった。もう一度誘いたい", ReasonKind.STUDY),
        ("断りの理由は資格試験でした。もう10日たちます", ReasonKind.STUDY),
        ("断られて10日。理由は聞いてない", ReasonKind.NONE),
    ],
)
def test_the_reason_of_a_told_no(message: str, kind: ReasonKind) -> None:
    assert read(message, today=date(2026, 11, 21)).reason.kind is kind
