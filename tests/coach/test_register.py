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
    "一緒に山登り行かんねって送ったら「その日は無理です」と言われました。どう返せばよいでしょうか",
    "落語会行かない?ってLINEしたら「すみません、その日は仕事です」と返ってきました",
    "お茶どう?ってメッセージしたら「すみません、難しいです」とのことでした",
    "ギャルです。推しカフェ誘ったら「その日はシフトです」って言われました。なんて返せばいいですか",
    "タメ口で話す仲です。カラオケに誘ったら「その日は仕事」と返ってきました。どう返せばいいですか",
    "友達を釣りに誘ったら「ごめん!その日バイトだわ〜」と返ってきました。何と返せばいいでしょうか",
]
POLITE = [
    "「よろしければ行きませんか」って送ったら「ごめん、無理」って返ってきた",
    "お茶でもいかがですか?って送ったら「ごめん仕事」だって",
    "「その日は行かへん」って言われました",
    "お茶しませんかと送ったら断られた",
    "今日こそ断ろうと思って誘われた話をしました",
    "よろしければご一緒しませんかとLINEしたら「ごめん、無理だ」って。なんて返そ",
    "先輩をラーメンに誘ったら「ごめん、その日は無理だわ」と言われました。どう返せばいいですか",
    "山田さんを食事に誘ったら「ごめん、その日は仕事なんだ」と言われました。何と返せばいいですか",
    "同じ教室の方を食事に誘ったら「ごめんね、その日は無理なの」と言われました",
    "お互いまだ敬語です。映画に誘ったら「ごめん、その日は無理〜」と返ってきた。なんて返す?",
    "敬語で送ったのにタメ口で「ごめん無理〜」って返ってきました",
    "友達を誘ったら「その日は行けません、ごめん!」と返ってきました",
]


@pytest.mark.parametrize("message", CASUAL)
def test_a_line_of_their_own_is_casual(message: str) -> None:
    assert register_of(parse(message)) is Register.CASUAL


@pytest.mark.parametrize("message", POLITE)
def test_a_line_of_their_own_or_the_telling_is_polite(message: str) -> None:
    assert register_of(parse(message)) is Register.POLITE
