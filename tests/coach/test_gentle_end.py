"""An end that is told gently is answered with one word, asked for or not; one that wants nothing more is left alone."""

from datetime import date

import pytest

from coach.planning.gentle_end import ends_gently
from coach.policy import plan
from coach.reading import read
from coach.situation import Action
from guardrails.safety import screen
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 22)
PARTNER = "ごめんなさい、実は付き合っている人がいるので行けません"
ENDS = [
    pytest.param("実は先週、お付き合いする人ができました。なのでお会いできません", id="just begun"),
    pytest.param("先月から交際している方がおりまして、お食事は難しいです", id="of a month"),
    pytest.param("付き合うことになった人がいるの。だから行けないや、ごめんね", id="about to begin"),
    pytest.param(PARTNER, id="a partner"),
    pytest.param("実はお付き合いしてる方がいて…ごめんなさい", id="left unsaid"),
    pytest.param("お心遣いはありがたいのですが、二人で出かけるのは遠慮いたします", id="two alone, politely"),
    pytest.param("お誘いは嬉しいのですが、二人きりでお会いするのは遠慮しておきます", id="two alone, kindly"),
]
ASKED = [
    pytest.param("最後にどう返せばいい?", id="how to answer"),
    pytest.param("返信は一言だけにするつもり。文面考えて", id="one word only"),
    pytest.param("一言だけ返して終わりにする", id="and an end"),
    pytest.param("返事は短いので済ませたい", id="something short"),
    pytest.param("返事は一言でいい、考えて", id="a word will do"),
    pytest.param("", id="no wish"),
]
NOTHING_MORE = [
    pytest.param("彼氏いるので、もう連絡してこないでください", "", id="no word more"),
    pytest.param("彼氏が嫌がるから、しつこいのはやめて", "", id="harsh"),
    pytest.param(PARTNER, "諦められない。もう一度誘いたい", id="who would ask again"),
    pytest.param(PARTNER, "誤解を解きたい", id="who would explain"),
    pytest.param(PARTNER, "返事はもう送りました", id="who has answered"),
]
NO_END = [
    pytest.param("弟にお付き合いする人ができまして、その日は顔合わせなんです", id="a brother's"),
    pytest.param("友達に付き合う人ができたお祝いで、その日は行けません", id="a friend's"),
    pytest.param("交際費が今月きびしくて、ごめんね", id="money"),
]


def drafts(message: str) -> tuple[Stage | None, bool]:
    """The stage of a message, and whether the one acceptance is drafted."""
    found = read(message, today=TODAY, alarms=screen(message))
    planned = plan(found, (), TODAY)
    return found.stage, planned.drafts and planned.action is Action.STOP_CONTACT


@pytest.mark.parametrize("words", ENDS)
def test_it_ends_with_one_acceptance(words: str) -> None:
    assert drafts(f"食事に誘ったら「{words}」と言われました") == (Stage.CLOSED, True)


@pytest.mark.parametrize("wish", ASKED)
def test_however_it_is_asked(wish: str) -> None:
    assert drafts(f"映画に誘ったら「{PARTNER}」と言われました。{wish}") == (Stage.CLOSED, True)


@pytest.mark.parametrize(("words", "wish"), NOTHING_MORE)
def test_nothing_more_is_written(words: str, wish: str) -> None:
    assert drafts(f"映画に誘ったら「{words}」と言われました。{wish}") == (Stage.CLOSED, False)


@pytest.mark.parametrize("words", NO_END)
def test_somebody_elses_love_ends_nothing(words: str) -> None:
    assert drafts(f"映画に誘ったら「{words}」と言われました")[0] is Stage.DECLINED


@pytest.mark.parametrize(
    "words",
    [
        "今後は二人で会うのは遠慮します",
        "恋愛対象として見れない",
        "行けません",
        "もう誰ともお付き合いする気がないので、やりとりもこれで終わりにさせてください",
    ],
)
def test_another_end_is_not_gentle(words: str) -> None:
    assert not ends_gently(words)
