"""A reason under which cheer would hurt is known by their words."""

import pytest

from coach.situation import Reading, Reason, ReasonKind, Register, Topic
from coach.standing.gravity import grave
from guardrails.vocabulary import Span, Stage


def reading(incoming: str) -> Reading:
    return Reading(
        topic=Topic.SITUATION,
        stage=Stage.DECLINED,
        register=Register.CASUAL,
        incoming=Span(0, len(incoming), incoming),
        reason=Reason(ReasonKind.OTHER),
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("ごめん、おばあちゃんが亡くなって", True, id="a death"),
        pytest.param("父が倒れて病院にいます", True, id="a hospital"),
        pytest.param("猫の看病で家を出られない", True, id="a pet"),
        pytest.param("通勤中に事故に遭っちゃって", True, id="an accident"),
        pytest.param("ごめん、風邪ひいた", False, id="a cold"),
        pytest.param("その日は仕事なんだ", False, id="work"),
        pytest.param("スマホがなくなったから買いに行く", False, id="something lost"),
        pytest.param("祖母の法事で帰省します", False, id="a memorial service"),
        pytest.param("", False, id="nothing said"),
    ],
)
def test_what_is_grave(words: str, expected: bool) -> None:
    assert grave(reading(words)) is expected
