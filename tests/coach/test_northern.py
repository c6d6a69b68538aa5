"""Words of the north, where the か and た rows are voiced inside, are read like those of the standard language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.lexicon import fold
from coach.reading import read
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 21)

CLOSED = [
    "彼氏でぎだがら、ふたりで会うのはもうなしにして",
    "好きな人でぎだから、もう二人では出がげられない",
    "つぎあってる人いるがら",
    "今付き合ってる人いっから",
    "友達どしてしか見れねえ",
    "もう連絡しねえでけろ",
]
DECLINED = ["しごどだがら行げね", "仕事あるがら行がいね、すまね", "忙しぐでまだ今度"]


@pytest.mark.parametrize("words", CLOSED)
@pytest.mark.parametrize("told", ["って言わいだ", "って返ってきた", "って言われました"])
def test_a_final_no_is_final(words: str, told: str) -> None:
    assert read(f"飲みに誘ったら「{words}」{told}", today=TODAY).stage is Stage.CLOSED


@pytest.mark.parametrize("words", DECLINED)
def test_a_no_is_a_no(words: str) -> None:
    assert read(f"「{words}」って言わいだ", today=TODAY).stage is Stage.DECLINED


@pytest.mark.parametrize(
    "standard",
    [
        "旅行がねえ、好きで",
        "電車でぎりぎり",
        "食べすぎだった",
        "つぎの駅",
        "誰かいるから",
        "それだ",
        "銀行が休み",
        "しぐさが好き",
    ],
)
def test_standard_words_stay(standard: str) -> None:
    assert fold(standard).text == standard


@given(st.text(alphabet="でぎだがら出行好しぐつあれわらいる彼氏もう。", max_size=30))
def test_no_letter_moves(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(text)
    assert folded.span(0, len(text)).text == text
