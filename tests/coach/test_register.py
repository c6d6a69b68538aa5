"""How the user writes to the other, told by their own line where one stands, however politely it is told."""

import pytest

from coach.drafting.register import register_of
from coach.said.exchange import parse
from coach.situation import Register

CASUAL = [
    "昨日「たこ焼き食べに行かへん？」と言うたら「その日は無理やねん」と言われました。",
    "映画行かへん?て聞いたんですが「すみません、その日は予定が」とのことです",
    "飲み行かん？って言うたら「その日は仕事です」って返ってきました。どう返せばいいですか",
    "「お茶せえへん?」という誘いに「すみません」と返されました。",
    "自分「行かない?」相手「すみません、仕事で」。どう返せばいいですか",
    "後輩に映画いこーぜ、って言ったら「すみません、予定が」と断られました",
    "飲みいこーや言うたら断られました",
    "一緒に走ろ的なノリで誘ったら無理って言われました",
    "カラオケ行くぞって送ったら断られました",
]
POLITE = [
    "「よろしければ行きませんか」って送ったら「ごめん、無理」って返ってきた",
    "お茶でもいかがですか?って送ったら「ごめん仕事」だって",
    "「その日は行かへん」って言われました",
    "お茶しませんかと送ったら断られた",
    "今日こそ断ろうと思って誘われた話をしました",
]


@pytest.mark.parametrize("message", CASUAL)
def test_a_line_of_their_own_is_casual(message: str) -> None:
    assert register_of(parse(message)) is Register.CASUAL


@pytest.mark.parametrize("message", POLITE)
def test_a_line_of_their_own_or_the_telling_is_polite(message: str) -> None:
    assert register_of(parse(message)) is Register.POLITE
