"""A reply of theirs that is pasted alone is taken for theirs, and asked back."""

from datetime import date

import pytest

from coach.reading import read
from coach.said.bare import bare
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("message", "stage"),
    [
        ("ごめん、今日は仕事で行けない", Stage.DECLINED),
        ("すみません、その日は予定がありまして", Stage.DECLINED),
        ("また今度ね", Stage.DECLINED),
        ("行けたら行くね", Stage.DECLINED),
        ("来週なら空いてるよ", Stage.ALTERNATIVE),
        ("ごめん、遠距離", Stage.DECLINED),
        ("毎日終電で身動きが取れないんです、ごめんなさい", Stage.DECLINED),
        ("彼氏が嫌がるからサシはごめん", Stage.CLOSED),
    ],
    ids=[
        "a reason",
        "polite",
        "put off",
        "if it can be",
        "another day",
        "a noun",
        "last trains",
        "a partner minds",
    ],
)
def test_a_reply_alone_is_theirs(message: str, stage: Stage) -> None:
    reading = read(message, today=TODAY)
    assert (reading.stage, reading.proposed) == (stage, True)
    assert reading.incoming is not None
    assert reading.incoming.text == message
    assert reading.question.endswith("で合っていますか。")


@pytest.mark.parametrize(
    "message",
    [
        "仕事に行けない",
        "ごめんなさい",
        "断られた",
        "会えないのがつらい",
        "ごめん、彼女に断られた",
        "昨日はごめん",
        "既読がつかない",
        "ごめん、今日は仕事で行けないと言われました",
        "",
    ],
)
def test_what_the_user_tells_is_not(message: str) -> None:
    assert not bare(message)


def test_what_the_user_corrects_is_no_guess() -> None:
    assert not read("また今度ね", today=TODAY, corrected=Stage.COOLDOWN).proposed
