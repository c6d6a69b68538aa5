import pytest

from guardrails.wishes.parts import NOTHING
from guardrails.wishes.told import own_words, without_reason, without_their_words


@pytest.mark.parametrize(
    ("kept", "wish"),
    [
        ("ので、海の話を足して", "海が好きだと言っていたので、海の話を足して"),
        ("から、行くって返して", "「みんなでなら」って言ってくれたから、行くって返して"),
        ("お礼を入れて", "付き合ってる人がいるって教えてくれたお礼を入れて"),
    ],
    ids=["said", "quoted", "told"],
)
def test_what_they_said_is_no_wish(kept: str, wish: str) -> None:
    assert without_their_words(wish).replace(NOTHING, "") == kept
    assert len(without_their_words(wish)) == len(wish)


@pytest.mark.parametrize(
    ("kept", "wish"),
    [
        ("声のトーンを上げて", "悲しそうに読めるので声のトーンを上げて"),
        ("?おだやかに", "責めてるように聞こえん?おだやかに"),
        ("、明るく", "怒ってると思われたくない、明るく"),
        ("記号を減らして", "「!!」を減らして"),
        ("、お大事にと書いて", "熱が出たらしいので、お大事にと書いて"),
        ("罪悪感を持ってるように見える文にして", "罪悪感を持ってるように見える文にして"),
        ("避けられてると思われるって書いて", "避けられてると思われるって書いて"),
    ],
    ids=["reads", "sounds", "taken_for", "mark", "heard", "wished", "said_to_them"],
)
def test_how_the_draft_reads_is_no_wish(kept: str, wish: str) -> None:
    assert own_words(wish).replace(NOTHING, "") == kept
    assert len(own_words(wish)) == len(wish)


@pytest.mark.parametrize(
    "wish",
    [
        "会いたいって書いてくれる?",
        "好きって言ってほしいって書いて",
        "寂しいって言ってるって伝えて",
        "もう誘わないって書いた一文を足して",
        "無理って言われたけど、今回はいいよねって押して",
    ],
    ids=["order", "longing", "of_oneself", "own_words", "overridden"],
)
def test_what_is_wished_stays(wish: str) -> None:
    assert without_their_words(wish) == wish


@pytest.mark.parametrize("piece", ["って言", "そうに見え", "らしい"])
def test_no_wish_stalls_it(piece: str) -> None:
    long = piece * 6000
    assert own_words(long) == long


def test_a_reason_is_cut_unless_the_wish_takes_it_up() -> None:
    assert without_reason("年上の方なので、敬語に").replace(NOTHING, "") == "敬語に"
    taken_up = "犬の写真を送るので、それに合う一言に"
    assert without_reason(taken_up) == taken_up
