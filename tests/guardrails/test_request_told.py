import pytest

from guardrails.request import check_request
from guardrails.vocabulary import RequestKind, Stage
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
    ("kept", "wish"),
    [
        ("", "催促にならないように"),
        ("", "急かさない感じで"),
        ("", "重くならないように"),
        ("短く", "負担にならないように短く"),
        ("重くならないように返事ほしいって入れて", "重くならないように返事ほしいって入れて"),
        ("、いつ空いてるか聞いて", "急かさないで、いつ空いてるか聞いて"),
        ("断れないように", "断れないように"),
        ("逃げられない感じで", "逃げられない感じで"),
        ("返事を急かして", "返事を急かして"),
    ],
    ids=["urge", "hurry", "weigh", "and_style", "and_more", "and_asks", "no_way_out", "no_escape", "urges"],
)
def test_what_the_draft_is_not_to_become_is_no_wish(kept: str, wish: str) -> None:
    assert own_words(wish).replace(NOTHING, "") == kept
    assert len(own_words(wish)) == len(wish)


@pytest.mark.parametrize(
    ("wish", "stage"),
    [
        ("催促にならないように返事まだか聞いて", Stage.DECLINED),
        ("重くならないように返事ほしいって入れて", Stage.DECLINED),
        ("急かさないで、いつ空いてるか聞いて", Stage.DECLINED),
        ("怖くならないように「どうせ俺なんか」を入れて", Stage.DECLINED),
        ("断れないように", Stage.SECOND_INVITE),
    ],
)
def test_what_stands_beside_it_is_judged(wish: str, stage: Stage) -> None:
    assert check_request(wish, stage=stage).kind is RequestKind.CONTENT_NG


@pytest.mark.parametrize(
    "wish", ["催促にならないように", "急かさない感じで", "重くならないように", "催促と思われたくない"]
)
def test_who_wants_to_weigh_on_nobody_is_not_scolded(wish: str) -> None:
    for stage in (Stage.DECLINED, Stage.COOLDOWN, Stage.SECOND_INVITE):
        assert check_request(wish, stage=stage).kind is RequestKind.STYLE


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
