"""What is read from a message, and that every piece of evidence is a true substring of it."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import as_record, read

TODAY = date(2026, 11, 21)

SIX = [
    pytest.param(
        "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました",
        "declined", ["+2"], "reply_now", [7, 14], id="declined",
    ),
    pytest.param(
        "土曜に映画に誘ったら『ごめん、その日は仕事で難しい。来週の土曜ならどう?』と返ってきました",
        "alternative", ["+1", "+2"], "schedule", [0, 0], id="alternative",
    ),
    pytest.param(
        "3日前に送ったLINEが既読のまま返ってこない。もう一通送っていい?",
        "silence", ["-1"], "do_not_send", None, id="silence",
    ),
    pytest.param(
        "『また今度ね』って言われて2週間たった。カレー好きって言ってたからそろそろ誘いたい",
        "cooldown", ["-3"], "small_talk", [14, 30], id="postponed",
    ),
    pytest.param(
        "好きな人から連絡が来なくてずっとスマホを見てしまう", "waiting", [], "self_care", None, id="waiting",
    ),
    pytest.param(
        "もう連絡しないでって言われたけど、最後に気持ちだけ伝えたい",
        "closed", ["closed"], "stop_contact", None, id="closed",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("message", "stage", "signs", "action", "wait"), SIX)
def test_the_six_conversations(
    message: str, stage: str, signs: list[str], action: str, wait: list[int] | None
) -> None:
    reading = read(message, today=TODAY)
    record = as_record(reading, plan(reading, (), TODAY))
    assert [s.id.value for s in reading.signs] == signs
    assert (record["stage"], record["action"], record["wait_days"]) == (stage, action, wait)
