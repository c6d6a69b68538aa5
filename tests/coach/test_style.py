import pytest

from coach.drafting.style import Style, is_wish, kind_for, register_for, styles_of
from coach.parts import Kind
from coach.situation import Register


@pytest.mark.parametrize(
    ("wish", "styles"),
    [
        ("短く", (Style.SHORTER,)),
        ("もうちょい短めでお願い", (Style.SHORTER,)),
        ("敬語で", (Style.POLITE,)),
        ("タメ口で短く", (Style.SHORTER, Style.CASUAL)),
        ("絵文字なし", (Style.NO_EMOJI,)),
        ("顔文字は外して", (Style.NO_EMOJI,)),
        ("ﾀﾒ口にして", (Style.CASUAL,)),
        ("別の案", (Style.ANOTHER,)),
        ("方言で", (Style.DIALECT,)),
        ("関西っぽく", (Style.DIALECT,)),
        ("断り道を足す", (Style.WAY_OUT,)),
        ("断りやすい一言を入れて", (Style.WAY_OUT,)),
        ("ありがとう", ()),
        ("絵文字をつけて", ()),
    ],
)
def test_styles(wish: str, styles: tuple[Style, ...]) -> None:
    assert styles_of(wish) == styles


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("もっと短くして", True),
        ("別の案もみたい", True),
        ("それで送ったら「ごめん」って返ってきた", False),
        ("そろそろもう一度誘ってもいいかな", False),
        (
            "短い返事しか来ないんですけど、これって嫌われてるんでしょうか。どう思われますか。教えてほしいです",
            False,
        ),
    ],
)
def test_a_wish_is_told_from_a_story(text: str, wish: bool) -> None:
    assert is_wish(text) is wish


def test_what_styles_ask_for() -> None:
    assert kind_for((Style.SHORTER,), Kind.WARM) is Kind.SHORT
    assert kind_for((Style.SOFTER,), Kind.BRISK) is Kind.WARM
    assert kind_for((Style.POLITE,), Kind.BRISK) is Kind.BRISK
    assert register_for((Style.POLITE,), Register.CASUAL) is Register.POLITE
    assert register_for((), Register.CASUAL) is Register.CASUAL
