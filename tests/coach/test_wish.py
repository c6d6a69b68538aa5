"""What a wish asks for: also what is not wanted, what is to be put in, and what earlier wishes come to with it."""

from dataclasses import replace

import pytest

from coach.drafting.chain import together, wishes_before
from coach.drafting.style import Style, is_wish, styles_of
from coach.drafting.wish import Wish, wish_of
from coach.parts import Declined, Draft, Drafted, Kind, Piece, Read, Source
from coach.situation import Reading, Topic
from coach.story.memory import Case, Turn
from guardrails.vocabulary import Act, Stage
from tests.coach.stories import NOW

UNWANTED = {
    "less of it": ("もうちょい敬語抑えて", {Style.CASUAL}),
    "as one talks": ("やっぱ普通の言い方で", {Style.STANDARD}),
    "no keigo": ("敬語は使わないで", {Style.CASUAL}),
    "not keigo": ("敬語じゃなくて", {Style.CASUAL}),
    "keigo is not needed": ("敬語使わんでいい", {Style.CASUAL}),
    "without, between others": ("タメ口で敬語なしで短く", {Style.SHORTER, Style.CASUAL}),
    "too polite": ("丁寧すぎる", {Style.CASUAL}),
    "not too polite": ("丁寧すぎないように", {Style.CASUAL}),
    "no dialect": ("関西弁はやめて", {Style.STANDARD}),
    "none at all": ("方言なしで", {Style.STANDARD}),
    "the standard": ("標準語で", {Style.STANDARD}),
    "one, not the other": ("博多弁じゃなくて関西弁で", {Style.DIALECT}),
    "the dialect, not the standard": ("標準語じゃなくて関西弁で", {Style.DIALECT}),
    "no casual talk": ("タメ口はやめて", {Style.POLITE}),
    "without a way out": ("断り道なしで", {Style.NO_WAY_OUT}),
    "no way out needed": ("断り道はいらない", {Style.NO_WAY_OUT}),
    "too short": ("短すぎる", {Style.LONGER}),
    "too long": ("少々長いように思います", {Style.SHORTER}),
    "too stiff": ("かたすぎる", {Style.SOFTER}),
    "not to become cold": ("冷たくならないように", {Style.SOFTER}),
    "not to urge": ("催促にならないように", {Style.UNHURRIED}),
    "not to weigh": ("重くならないように", {Style.SHORTER}),
}
KEPT = {  # hostile twins: the same words, and the style is wished for, or none is
    "keigo stays": ("敬語は崩さないで", {Style.POLITE}),
    "keigo is not to be stopped": ("敬語はやめないで", {Style.POLITE}),
    "not without keigo": ("敬語なしはやめて", {Style.POLITE}),
    "it must be keigo": ("敬語じゃないと失礼", {Style.POLITE}),
    "do not forget keigo": ("敬語を忘れないで", {Style.POLITE}),
    "emoji stay": ("絵文字は消さないで", set()),
    "a word more": ("一言添えて", set()),
    "nobody owes an answer": ("返事はいらないよって", {Style.WAY_OUT}),
    "it cannot be helped": ("しかたない感じ", set()),
}


@pytest.mark.parametrize("name", UNWANTED | KEPT)
def test_what_is_not_wanted_asks_for_its_opposite(name: str) -> None:
    wish, styles = (UNWANTED | KEPT)[name]
    assert set(styles_of(wish)) == styles


PUT_IN = {
    "quoted": ("「お大事に」って入れて", ("お大事に",)),
    "only said": ("お大事にって入れて", ("お大事に",)),
    "with an ending of its own": ("テストがんばってって入れて", ("テストがんばって",)),
    "as a thing": ("運動会楽しんでくださいを入れて", ("運動会楽しんでください",)),
    "by all means": ("「ありがとう」は絶対入れて", ("ありがとう",)),
    "with a style": ("お大事にって入れて敬語で", ("お大事に",)),
    "an hour": ("14時に駅でって入れて", ("14時に駅で",)),
    "thanks that sound like a title": ("お仕事おつかれさまって入れて", ("お仕事おつかれさま",)),
    "what is only told of": ("もっと丁寧にって言って", ()),
    "a way out": ("断りやすい一言を入れて", ()),
    "pictographs": ("絵文字入れて", ()),
    "somebody's name": ("美咲さんって入れて", ()),
    "what is to be asked": ("来週はどうって聞いて", ()),
}


@pytest.mark.parametrize("name", PUT_IN)
def test_words_that_are_to_be_put_in(name: str) -> None:
    wish, lines = PUT_IN[name]
    assert wish_of(wish).lines == lines


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("美咲さんって呼びかけて", "美咲さん"),
        ("名前を入れて、さっちゃん", "さっちゃん"),
        ("先輩の名前は健太さん。名前を入れて", "健太さん"),
        ("「さっちゃん」って呼んで", "さっちゃん"),
        ("先生って呼びかけて", "先生"),
        ("名前（田中さん）を入れて", "田中さん"),
        ("名前を入れて", ""),
        ("ごちそうさまって言って", ""),
        ("お母さんにもって入れて", ""),
        ("たくさんって入れて", ""),
    ],
)
def test_whom_to_address(wish: str, name: str) -> None:
    assert wish_of(wish).name == name


def test_a_name_is_asked_for_where_none_is_said() -> None:
    assert wish_of("名前を入れて").nameless
    assert not wish_of("名前を入れて、さっちゃん").nameless


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("俺の言葉で「了解っす、楽しんできて」", Wish(whole="了解っす、楽しんできて")),
        ("「了解！仕事がんばって」に直して", Wish(whole="了解！仕事がんばって")),
        ("「了解、またね」でいい", Wish(whole="了解、またね")),
        ("「楽しんで」は残して短く", Wish(styles=(Style.SHORTER,), kept=("楽しんで",))),
        ("「了解」って言葉は使わないで", Wish(without=("了解",))),
        ("「またね」を消して", Wish(without=("またね",))),
        ("「私」を「うち」に変えて", Wish(swaps=(("私", "うち"),))),
        ("お身体を気遣う言葉を入れて", Wish(meant=(Act.CARE,))),
        ("ねぎらいを増やして", Wish(meant=(Act.CARE,))),
        ("もっと明るく", Wish()),
        ("ラーメンじゃなくてカフェで", Wish()),
        ("英語で", Wish()),
    ],
    ids=["own", "text", "good so", "kept", "without", "out", "swap", "care", "more", "no", "thing", "tongue"],
)
def test_what_else_a_wish_asks_for(wish: str, expected: Wish) -> None:
    assert wish_of(wish) == expected


TOGETHER = {
    "both hold": (("敬語で", "短く"), {Style.POLITE, Style.SHORTER}),
    "the newest register": (("敬語で", "やっぱりタメ口で"), {Style.CASUAL}),
    "a dialect ends keigo": (("敬語で", "関西弁で"), {Style.DIALECT}),
    "keigo ends a dialect": (("関西弁で", "敬語で"), {Style.POLITE}),
    "a dialect stays with short": (("博多弁で", "短くして"), {Style.DIALECT, Style.SHORTER}),
    "it is enough of it": (("関西弁で", "標準語で"), {Style.STANDARD}),
    "emoji stay out": (("絵文字なし", "やわらかく", "敬語で"), {Style.NO_EMOJI, Style.SOFTER, Style.POLITE}),
    "long after short": (("短く", "長めに"), {Style.LONGER}),
    "another one is asked once": (("別の案", "敬語で"), {Style.POLITE}),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_earlier_wishes_hold_until_a_newer_one_is_contrary(name: str) -> None:
    wishes, styles = TOGETHER[name]
    assert set(together([wish_of(wish) for wish in wishes]).styles) == styles


def test_words_and_names_hold_and_which_dialect_it_is() -> None:
    wish = together([wish_of(w) for w in ("博多弁で", "お大事にって入れて", "さっちゃんって呼んで", "短く")])
    assert (wish.dialect, wish.lines, wish.name) == ("博多弁", ("お大事に",), "さっちゃん")
    other = together([wish, wish_of("「お大事に」を「無理しないでね」に変えて")])
    assert other.lines == ("無理しないでね",)
    gone = together([wish, wish_of("「お大事に」は消して")])
    assert gone.lines == ()


def _draft(text: str) -> Drafted:
    return Drafted(Draft(Kind.BRISK, (Piece(Act.THANKS, text),), "", Source.COMPOSED), Stage.DECLINED, "")


TOLD = Read(Reading(Topic.SITUATION, Stage.DECLINED))


def _turn(text: str, *parts: object) -> Turn:
    return Turn(text, NOW, text, parts, finished=True)  # type: ignore[arg-type]


STORY = Case(
    "c",
    "",
    NOW,
    (
        _turn("前の話", TOLD, _draft("0")),
        _turn("短く", _draft("00")),
        _turn("断られた", TOLD, _draft("1"), _draft("2")),
        _turn("敬語で", _draft("3")),
        _turn("悲しいって入れて", Declined((), (), "")),
        _turn("絵文字なし"),
        _turn("やわらかく", _draft("4")),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4", ["敬語で", "絵文字なし", "やわらかく"]),
        ("3", ["敬語で", "絵文字なし"]),
        ("1", ["絵文字なし"]),
    ],
    ids=["the newest", "one before", "the first ones"],
)
def test_which_wishes_have_led_to_a_draft(text: str, expected: list[str]) -> None:
    assert wishes_before(STORY, _draft(text).draft) == tuple(wish_of(wish) for wish in expected)


def test_a_turn_under_way_is_no_wish_yet() -> None:
    story = replace(STORY, turns=(*STORY.turns, Turn("x", NOW, "関西弁で")))
    assert wishes_before(story, _draft("4").draft) == wishes_before(STORY, _draft("4").draft)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("お大事にって入れて", True),
        ("「お大事に」って入れて", True),
        ("美咲さんって呼びかけて", True),
        ("「楽しんで」は残して短く", True),
        ("敬語は使わないで", True),
        ("「ごめん」って返ってきた", False),
        ("「了解」って入れて送った", False),
        ("断られたって言って", False),
        ("冷たい返事が来た", False),
        ("返事待ちが長くてつらい", False),
        ("軽く誘ったら断られた", False),
        ("待ち時間が長い", False),
    ],
)
def test_a_wish_typed_into_the_talk_is_told_from_a_story(text: str, wish: bool) -> None:
    assert is_wish(text) is wish
