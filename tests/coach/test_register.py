"""How the user writes to the other, told by their own line where one stands, however politely it is told."""

import pytest

from coach.drafting.register import register_of
from coach.said.exchange import parse
from coach.situation import Register

TOLD_CASUAL = [
    "いつもタメ口です。返事を考えてください",
    "タメ口の仲です",
    "タメ口。",
    "友だち口調です",
    "ふだんはくだけた口調です",
    "後輩なのでこっちはタメ口です",
    "普段からタメ口なので、返事もそれでお願いします",
    "私も普段はくだけた感じで話してます",
    "LINEも交換して、もうため口で、この前ついに誘いました",
    "ため口の仲なんです",
    "最近やっとタメ口になりました",
    "ふだんはくだけて話しています",
    "ラフな感じでLINEしてます",
]
TOLD_POLITE = [
    "向こうはタメ口です",
    "先輩はタメ口ですが自分は敬語です",
    "タメ口は苦手です",
    "タメ口で返していいですか",
    "タメ口だと失礼でしょうか",
    "まだタメ口じゃないです",
    "返事はタメ口ですか?",
    "タメ口、やめたほうがいいですか",
    "前はタメ口だったんです",
    "向こうはもうため口で、こっちはまだ慣れません",
    "相手はいつもくだけた感じで話してきます",
    "くだけた感じで返してもいいですか",
    "もう少しくだけた感じにしたいです",
    "先輩はすっかりタメ口で、気さくな方です",
    "タメ口になったら失礼でしょうか",
    "いきなりタメ口で、びっくりしました",
]

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
    *(f"映画に誘ったら「すみません、仕事で無理です」と断られました。{told}" for told in TOLD_CASUAL),
    "すみません、友達を誘ったら「ごめん」って言われました。タメ口で返したいです",
    "先輩をラーメンに誘ったら「ごめん、その日は無理だわ」と言われた。普段からタメ口です",
    "先輩に「飲み行こ」って誘ったら「ごめん無理」って。どう返す？",
    "先輩の妹をごはんに誘ったら「ごめん、無理」って。どう返そ",
    "先輩に紹介してもらった子を誘ったら「ごめん無理」って断られた",
    "先輩と仲いい友達を誘ったら「ごめん無理」って断られた",
    "敬語じゃなくて返したい。友達に「ごめん無理」って言われた",
    "普段は敬語でやりとりしてるけどタメ口で返したい。「ごめん無理」って",
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
    *(f"映画に誘ったら「すみません、仕事で無理です」と断られました。{told}" for told in TOLD_POLITE),
    "バイト先の人をごはんに誘ったら「ごめん、付き合ってる人いるんだ」と返ってきた。敬語で一言だけ返したい",
    "「行こ」って誘ったら「ごめん、付き合ってる人いるんだ」と返ってきた。敬語で一言だけ返したい",
    "ゼミの先輩をカフェに誘ったら「ごめん、その日はゼミ合宿なんだ」って言われた。敬語で返したい",
    "大学の先輩に告白まがいのデートの誘いをしたら「ごめん、実は付き合ってる人がいるんだ。気持ちはありがとう」って返ってきた。最後に一言だけ返したい",
    "先輩から「ごめん、その日バイト」って来た。なんて返そう",
    "友達を誘ったら「ごめん」って。敬語の文を考えて",
]


@pytest.mark.parametrize("message", CASUAL)
def test_a_line_of_their_own_is_casual(message: str) -> None:
    assert register_of(parse(message)) is Register.CASUAL


@pytest.mark.parametrize("message", POLITE)
def test_a_line_of_their_own_or_the_telling_is_polite(message: str) -> None:
    assert register_of(parse(message)) is Register.POLITE


@pytest.mark.parametrize(
    ("message", "register"),
    [
        ("土曜ご飯に誘いましたが「ごめん、その日バイト」と言われました。返事をお願いします。タメ口で。", Register.CASUAL),
        ("「ごめん仕事」と言われました。返信を考えてください。津軽弁でもふつうのタメ口でもいい", Register.CASUAL),
        ("「ごめん仕事」と言われました。返信を考えてください。友達口調でお願いします!", Register.CASUAL),
        ("「ごめん仕事」と言われました。関西弁かタメ口で頼みます", Register.CASUAL),
        ("「ごめん仕事」って言われた。返信考えて。敬語で。", Register.POLITE),
        ("ご飯に誘ったら「その日は仕事で」と。返事の文を考えて。敬語だけどくだけた感じです", Register.POLITE),
        ("ご飯に誘ったら「その日は仕事で」と。返事の文を考えて。くだけた敬語でやりとりしてる", Register.POLITE),
        ("「その日仕事やねん」と。返事を考えて。敬語じゃなくてくだけた感じです", Register.CASUAL),
        ("「その日は仕事です」と言われました。返事をください。敬語でもタメ口でもいいです", Register.POLITE),
        ("返事を考えてください。タメ口でもいいですか?「その日は仕事で」と言われました", Register.POLITE),
        ("「その日は仕事です」と言われました。相手はタメ口でもいいって言ってます。返事お願いします", Register.POLITE),
    ],
    ids=["alone at the end", "or a dialect", "as to a friend", "asked for", "polite, alone", "polite, a little loose",
         "loose, and polite", "not polite", "either", "asked about", "allowed by them"],
)  # fmt: skip
def test_how_it_is_to_be_written_may_stand_alone(message: str, register: Register) -> None:
    assert register_of(parse(message)) is register


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("その日無理なんだ、ごめん!", id="impossible"),
        pytest.param("行けないや、ごめん!", id="cannot"),
        pytest.param("パスで、ごめん!", id="a pass"),
        pytest.param("二人では行けないんだ", id="not alone"),
        pytest.param("その日は行けん、ごめん", id="in the south"),
        pytest.param("土曜は厳しいんだ。", id="hard"),
    ],
)
def test_who_is_polite_to_the_coach_writes_plainly_to_who_writes_plainly(words: str) -> None:
    told = f"友達を誘ったら「{words}」と言われました。返事はまだです"
    assert register_of(parse(told)) is Register.CASUAL


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(
            "友達を誘ったら「無理なんだ、ごめん!」と言われました。敬語で返したいです", id="asked for"
        ),
        pytest.param("年上の方を誘ったら「無理なんだ、ごめん!」と言われました", id="somebody older"),
        pytest.param("部長を誘ったら「行けないや、ごめん!」と言われました", id="a superior"),
        pytest.param("お誘いしたところ、体調がすぐれないとお断りがありました", id="told of, all is plain"),
        pytest.param("友達を誘ったら「勉強が忙しくてごめんね」と返ってきました", id="a bare apology"),
        pytest.param("友達を誘ったら「日曜は運動会で、申し訳ない。」と返ってきました", id="a stiff apology"),
        pytest.param("友達を誘ったら行けないと言われました", id="told of a friend"),
        pytest.param("友達を誘ったら「その日は行けないんです、すみません」って言われた", id="who is polite"),
        pytest.param("友達を誘ったら「その日は無理なので、ごめんなさい」と言われました", id="a soft apology"),
        pytest.param(
            "「来週いかがですか」と送ったら「ごめん、行けないや!」と返ってきた", id="the user's own words"
        ),
    ],
)
def test_and_politely_where_something_speaks_for_it(message: str) -> None:
    assert register_of(parse(message)) is Register.POLITE
