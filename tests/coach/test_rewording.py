"""Rewrites through the whole path, without a model: they do what was wished, or say what they leave."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from coach.drafting import redraft as redraft_words
from coach.drafting import remarks, rewording
from coach.drafting.register import sounds
from coach.drafting.restyle import UNCHANGED
from coach.parts import Declined, Draft, Drafted, Kind, Part
from coach.situation import Event, EventKind, Register
from coach.story.noting import sent
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Outcome
from tests.coach.stories import NOW, Story, drafts, plan_in, sentences

WORK = "今日「ごめん、その日は仕事なんだ」って断られた"
POLITE = "職場の方をお食事にお誘いしたところ「申し訳ありません、その週は出張でして」とお返事をいただきました"
OFFERED = "「日曜は無理だけど来週の土曜ならいけるよ」って言われた"
UNABLE = "「来週の金曜なら空いてるよ」って言われたけどその日俺仕事なんだよな。なんて返そう"
AGAIN = "2か月前に断られた。ラーメン好きな人。そのあと雑談3回くらいしていい感じ。もう一度誘う文がほしい"
GRAVE = "今日「ごめん、父が亡くなって、その日は難しい」って断られた"


def told(text: str, *wishes: str, kind: Kind = Kind.BRISK) -> tuple[Draft, Draft, tuple[Part, ...]]:
    """The draft wished about last, what became of it (itself, where nothing new was shown), and the parts."""
    story = Story()
    draft = next(d for d in drafts(story.say(text)) if d.kind is kind)
    before = draft
    parts: tuple[Part, ...] = ()
    for wish in wishes:
        before = draft
        parts = story.wish(draft, wish)
        assert all(passes(part) for part in parts if isinstance(part, Drafted))
        draft = next(iter(drafts(parts)), draft)
    return before, draft, parts


def passes(part: Drafted) -> bool:
    verdict = check(part.draft.text, stage=part.stage, incoming=part.incoming, ours=True)
    return verdict.outcome is Outcome.PASS


def length(draft: Draft) -> int:
    return len("".join(draft.text.split()))


@pytest.mark.parametrize(
    "wish", ["敬語は使わないで", "敬語じゃなくて", "丁寧すぎる", "タメ口で敬語なしで短く"]
)
def test_who_wants_no_keigo_gets_none(wish: str) -> None:
    assert sounds(told(WORK, wish)[1].text) is Register.CASUAL
    assert sounds(told(POLITE, wish)[1].text) is Register.CASUAL


@pytest.mark.parametrize("wish", ["敬語は使わないで", "丁寧すぎる", "敬語いらん"])
def test_who_wants_no_keigo_where_none_is_hears_so_and_keeps_the_draft(wish: str) -> None:
    before, after, parts = told(WORK, wish)
    assert after.text == before.text
    assert sentences(parts) == [remarks.CASUAL_ALREADY, redraft_words._KEPT]


@pytest.mark.parametrize("wish", ["タメ口はやめて", "敬語は崩さないで", "です・ますで"])
def test_who_wants_keigo_gets_it(wish: str) -> None:
    assert sounds(told(WORK, wish)[1].text) is Register.POLITE


@pytest.mark.parametrize("wish", ["関西弁はやめて", "標準語で", "方言じゃなくて"])
def test_a_dialect_is_taken_back(wish: str) -> None:
    before, after, _ = told(WORK, "関西弁で", wish)
    dialect = re.compile("やで|せんといて|またな|やね|ありがとうな|わかったで|そな")
    assert dialect.search(before.text)
    assert not dialect.search(after.text)


def test_the_standard_language_is_there_already() -> None:
    before, after, parts = told(WORK, "標準語で")
    assert after.text == before.text
    assert remarks.STANDARD_ALREADY in sentences(parts)


@pytest.mark.parametrize("text", [WORK, POLITE, OFFERED, AGAIN, GRAVE])
@pytest.mark.parametrize("wish", ["短く", "もっとあっさり", "長すぎる"])
def test_shorter_is_shorter(text: str, wish: str) -> None:
    before, after, _ = told(text, wish)
    assert length(after) < length(before)
    assert after.kind is Kind.SHORT


@pytest.mark.parametrize("text", [WORK, POLITE, GRAVE])
@pytest.mark.parametrize("kind", Kind)
def test_asked_again_it_shrinks_down_to_a_thanks_and_an_understanding(text: str, kind: Kind) -> None:
    lengths = [length(told(text, *["短く"] * times, kind=kind)[1]) for times in (1, 2, 3)]
    assert lengths[0] > lengths[1] or lengths[1] == lengths[2]
    before, after, parts = told(text, *["短く"] * 4, kind=kind)
    assert after.text == before.text
    assert remarks.NO_SHORTER in sentences(parts)
    assert re.search("ありがとう", after.text)
    assert re.search("了解|承知|わかった|わかりました", after.text)


def test_where_something_bad_has_happened_the_shortest_is_not_breezy() -> None:
    assert "！" not in told(GRAVE, "短く", "短く")[1].text


@pytest.mark.parametrize("wish", ["長めに", "短すぎる"])
def test_longer_is_longer(wish: str) -> None:
    before, after, _ = told(WORK, wish)
    assert length(after) > length(before)


CHAINS = {
    "keigo": (WORK, ("敬語で", "短く"), "です|ます"),
    "keigo and a line": (WORK, ("敬語で", "お大事にって入れて", "やわらかく"), "ます(?s:.*)お大事に"),
    "Kansai": (WORK, ("関西弁で", "短く"), "やで|せん|またな|ありがとうな|わかったで|そな"),
    "Hakata": (WORK, ("博多弁で", "短くして"), "ばい|せん|しとう"),
    "a way out after Kansai": (WORK, ("関西弁で", "断り道を足して"), "気にせん|大丈夫やで"),
    "a name": (WORK, ("さっちゃんって呼びかけて", "短く", "敬語で"), "^さっちゃん、(?s:.*)ます"),
    "one's own words": (WORK, ("「無理すんなよ」を入れて", "もっとやわらかく"), "無理すんなよ"),
    "two in one": (WORK, ("短くして絵文字なしで関西弁で",), "やで|せん|またな|ありがとうな|わかったで|そな"),
    "short and polite in one": (WORK, ("敬語で短く",), "^(?!.*\n).*ます"),
    "short stays": (WORK, ("短く", "敬語で"), "^(?!.*\n).*ます"),
}


@pytest.mark.parametrize("name", CHAINS)
def test_an_earlier_wish_is_kept_by_the_next(name: str) -> None:
    text, wishes, expected = CHAINS[name]
    before, after, _ = told(text, *wishes)
    assert after.text != before.text
    assert re.search(expected, after.text)


def test_a_dialect_is_spoken_once() -> None:
    _, after, _ = told(AGAIN, "関西弁で", "短く", "断り道なしで")
    assert "といてな" not in after.text


PUT_IN = {
    "quoted": (WORK, "「お大事に」って入れて", "お大事に！"),
    "said": (WORK, "仕事がんばってって入れて", "仕事がんばって！"),
    "made polite": (POLITE, "出張がんばってって入れて", "出張がんばってください。"),
    "made polite, too": (POLITE, "お疲れさまって入れて", "お疲れさまです。"),
    "to the letter": (POLITE, "「出張がんばって」って入れて", "出張がんばって。"),
    "with a mark of its own": (WORK, "「おかんによろしく〜」って入れて", "おかんによろしく〜"),
    "an hour": (OFFERED, "14時に駅でって入れて", "14時に駅で！"),
    "a kindness that is only named": (WORK, "ねぎらいの言葉を入れて", "仕事"),
}


@pytest.mark.parametrize("name", PUT_IN)
def test_words_are_put_in_and_the_rest_stays(name: str) -> None:
    text, wish, line = PUT_IN[name]
    before, after, _ = told(text, wish)
    assert line in after.text
    assert set(before.text.splitlines()) < set(after.text.splitlines())


def test_words_stand_in_place_of_the_kind_line() -> None:
    before, after, _ = told(WORK, "「お大事に」って入れて", kind=Kind.WARM)
    assert before.text.count("\n") == after.text.count("\n")
    assert "お大事に" in after.text


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ("俺の言葉で「了解っす、楽しんできて」", "了解っす、楽しんできて"),
        ("「了解！仕事がんばって」に直して", "了解！仕事がんばって"),
        ("「教えてくれてありがとう。またね」でいい", "教えてくれてありがとう。またね"),
    ],
)
def test_one_s_own_text_comes_back_as_it_is(wish: str, text: str) -> None:
    assert told(WORK, wish)[1].text == text


@pytest.mark.parametrize("wish", ["短く", "敬語で", "関西弁で", "やわらかく", "絵文字なし"])
def test_one_s_own_text_is_not_thrown_away_by_the_next_wish(wish: str) -> None:
    assert told(WORK, "「了解！仕事がんばって」に直して", wish)[1].text == "了解！仕事がんばって"
    assert told(WORK, "「了解！仕事がんばって」に直して", "別の案")[1].text != "了解！仕事がんばって"


@pytest.mark.parametrize(
    "wish",
    [
        "「来週の土曜は？」に直して",
        "「なんで？」って入れて",
        "「もう誘わないから安心して」に直して",
        "俺の言葉で「どうせ俺なんか」",
        "「本当に仕事？」って入れて",
    ],
)
def test_what_would_press_them_is_not_put_in_and_why_is_said(wish: str) -> None:
    before, after, parts = told(WORK, wish)
    assert after.text == before.text
    refused = [part for part in parts if isinstance(part, Declined)]
    assert refused or len(sentences(parts)) > 1


@pytest.mark.parametrize(
    ("wish", "opening"),
    [
        ("美咲さんって呼びかけて", "美咲さん、"),
        ("名前を入れて、さっちゃん", "さっちゃん、"),
        ("先生って呼んで", "先生、"),
    ],
)
def test_a_name_stands_in_front(wish: str, opening: str) -> None:
    before, after, _ = told(WORK, wish)
    assert after.text == opening + before.text
    assert told(WORK, wish, wish)[1].text == after.text


@pytest.mark.parametrize(
    "wish", ["英語で", "もっと明るく", "絵文字入れて", "猫の話にして", "ラーメンじゃなくてカフェで"]
)
def test_what_no_rule_can_do_leaves_the_draft_as_it_is(wish: str) -> None:
    before, after, parts = told(WORK, wish)
    assert after.text == before.text
    assert sentences(parts) == [redraft_words._KEPT, redraft_words._CAN]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("名前を入れて", remarks.WHICH_NAME),
        ("催促にならないように", remarks.UNHURRIED),
        ("断り道なしで", remarks.NO_WAY_OUT),
        ("「運動会」は残して短く", remarks.NOT_IN_IT),
        ("「ラーメン」は使わないで", remarks.NOT_IN_IT),
        ("「レイトショー」って入れて", remarks.NO_SENTENCE),
    ],
)
def test_what_is_not_done_is_named(wish: str, said: str) -> None:
    assert said in sentences(told(WORK, wish)[2])


def test_a_word_that_is_to_go_is_gone_and_stays_away() -> None:
    _, after, _ = told(WORK, "短く", "「了解」って言葉は使わないで", "もっとやわらかく")
    assert "了解" not in after.text


def test_a_kept_line_stays_in_a_shorter_draft() -> None:
    before, after, _ = told(WORK, "「仕事」は残して短く", kind=Kind.WARM)
    assert "仕事" in before.text
    assert "仕事" in after.text
    assert length(after) < length(before)


def test_where_they_refuse_nothing_no_way_out_is_added() -> None:
    before, after, parts = told(UNABLE, "断り道")
    assert after.text == before.text
    assert sentences(parts) == [remarks.NOTHING_TO_REFUSE]


def test_an_invitation_keeps_its_way_out_and_says_why() -> None:
    before, after, parts = told(AGAIN, "断り道なしで")
    assert after.text == before.text
    assert remarks.LIGHT in sentences(parts)


@pytest.mark.parametrize("by_hand", [False, True])
def test_what_was_sent_is_not_worded_anew(by_hand: bool) -> None:
    story = Story()
    parts = story.say(WORK)
    draft = drafts(parts)[0]
    words = draft.text + "😊" if by_hand else draft.text
    event = sent(plan_in(parts), words, NOW.date())
    assert event is not None
    after = replace(story, events=(event,)).wish(draft, "短く")
    assert drafts(after) == []
    assert sentences(after) == [redraft_words._SENT]


def test_a_reply_of_an_earlier_exchange_stops_no_wording() -> None:
    old = Event(EventKind.REPLIED, NOW.date(), "了解です。またの機会にぜひお願いいたします。")
    story = Story(events=(old,))
    parts = story.say(OFFERED)
    assert drafts(story.wish(drafts(parts)[0], "短く"))


def test_the_same_words_of_another_day_stop_no_wording() -> None:
    story = Story()
    draft = drafts(story.say(WORK))[0]
    old = Event(EventKind.REPLIED, NOW.date() - timedelta(days=40), draft.text)
    assert drafts(replace(story, events=(old,)).wish(draft, "短く"))


def test_on_a_day_on_which_nothing_goes_out_nothing_is_worded() -> None:
    story = Story()
    draft = drafts(story.say(WORK))[0]
    story.now += timedelta(days=1)
    story.say("「了解！またね」って返したよ。そのあと既読ついて3日返事がない")
    parts = story.wish(draft, "短く")
    assert drafts(parts) == []
    assert sentences(parts) == [redraft_words._NOTHING_TODAY]


def test_what_is_said_may_be_said() -> None:
    said = [
        words
        for module in (remarks, rewording, redraft_words)
        for name, words in vars(module).items()
        if isinstance(words, str) and re.fullmatch("_?[A-Z_]+", name) and name != "_NO_STORY"
    ]
    assert len(said) > 12
    assert [
        words for words in (*said, *UNCHANGED.values()) if check_advice(words).outcome is not Outcome.PASS
    ] == []


@pytest.mark.parametrize("text", [WORK, POLITE, OFFERED, UNABLE, AGAIN, GRAVE])
@pytest.mark.parametrize("wish", ["短く", "断り道を足して", "関西弁で", "やわらかく", "別の案"])
def test_every_new_draft_passes(text: str, wish: str) -> None:
    _, _, parts = told(text, wish, "短く", wish)
    assert all(passes(part) for part in parts if isinstance(part, Drafted))
