"""Ages that a message says, and whose they are."""

import pytest

from coach.standing.years import Years, years

SAID = [
    ("17です。塾の先生(26)が好き", Years(17, 26)),
    ("わたし28女、ギルドの子が16の男の子で", Years(28, 16)),
    ("彼は25歳、私は31歳", Years(31, 25)),
    ("相手は29歳、こっちは22", Years(22, 29)),
    ("小6です。ゲームのお兄さん(25くらい)から", Years(12, 25)),
    ("19歳の彼に断られた", Years(None, 19)),
    ("高3です。塾の先生が好き", Years(17, None)),
    ("七十一歳、男。お茶に誘いたい", Years(71, None)),
    ("大学3年です。同じゼミの子を誘った", Years(18, None)),
    ("大学1年の子を誘った", Years(None, 18)),
    ("30代です。相手は20代", Years(None, None)),
    ("3日前に断られた。16日に会う", Years(None, None)),
    ("娘が15歳です", Years(None, None)),
]


@pytest.mark.parametrize(("message", "said"), SAID, ids=[m for m, _ in SAID])
def test_whose_age_is_said(message: str, said: Years) -> None:
    assert years(message) == said
