"""A story told message by message: what comes after the first answer stands where the story stands."""

from datetime import timedelta

import pytest

from coach.parts import Part
from coach.situation import Action, EventKind
from coach.story.noting import noted, sent
from coach.story.summary import told
from guardrails.vocabulary import Stage
from tests.coach.stories import Story, drafts, plan_in, questions, reading_in

WORK = "好きな人を飲みに誘ったら「ごめん、その日は残業」"


class Weeks(Story):
    """A story that notes its events as the page does."""

    def tell(self, text: str, *, after: int = 0) -> tuple[Part, ...]:
        """Say it so many days later."""
        self.now += timedelta(days=after)
        before = self.case
        parts = self.say(text)
        self.events = (*self.events, *noted(parts, before, self.desk.today))
        return parts

    def send(self, parts: tuple[Part, ...]) -> None:
        """Note that the first draft of this answer went out."""
        happened = sent(plan_in(parts), drafts(parts)[0].text, self.desk.today)
        assert happened
        self.events = (*self.events, happened)

    @property
    def noes(self) -> int:
        return told(self.events).declines


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("飲みに誘ったら断られた😭", "「ごめん今週ちょっと体調微妙で…」だって"),
        ("誘ったけどだめだった", "相手「ごめん、その日は実家帰るんだ」"),
        ("断られました", "あ、言い忘れたけど「その日は仕事なんだ、ごめん」とも言われてます"),
        ("断られた。つらい", "「その日は予定あるから」って"),
    ],
    ids=["so-they-said", "label", "forgot-to-say", "bare"],
)
def test_the_words_of_a_no_told_afterwards_are_no_second_no(first: str, then: str) -> None:
    story = Weeks()
    story.tell(first)
    parts = story.tell(then)
    assert plan_in(parts).action is Action.REPLY_NOW
    assert len(drafts(parts)) == 3
    assert story.noes == 1
    assert told(story.events).no_words  # and they are kept for the days to come


@pytest.mark.parametrize(
    "then",
    [
        "「ありがと〜またね！」って来た",
        "「ありがとー！お土産買ってくるね」って来た！",
        "「ありがと！また誘って〜」って返事きた",
    ],
)
def test_a_friendly_word_after_the_users_answer_is_no_second_no_and_moves_no_date(then: str) -> None:
    story = Weeks()
    first = story.tell(WORK)
    story.send(first)
    parts = story.tell(then, after=1)
    assert plan_in(parts).action is not Action.STOP_CONTACT
    assert plan_in(parts).not_before == plan_in(first).not_before
    assert story.noes == 1


@pytest.mark.parametrize(
    ("asked", "then"),
    [
        ("もう一度誘ってみたら「その日も予定ある、ごめん」だった", ""),
        ("今日また飲みに誘ったら「ごめん、ちょっと」って", ""),
        ("じゃあ日曜は？って聞いたら", "「日曜もちょっと…」って返ってきた"),
    ],
    ids=["again", "today-again", "says-too"],
)
def test_a_no_to_another_invitation_ends_it(asked: str, then: str) -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    parts = story.tell(asked, after=8)
    parts = story.tell(then, after=0) if then else parts
    assert plan_in(parts).action is Action.STOP_CONTACT
    story.now += timedelta(days=20)
    assert plan_in(story.tell("もう誘っていい？")).action is Action.STOP_CONTACT


@pytest.mark.parametrize(
    ("question", "days", "action"),
    [
        ("そろそろいいかな", 8, Action.INVITE_LIGHTLY),
        ("もうええやろか", 8, Action.INVITE_LIGHTLY),
        ("そろそろいいかな", 3, Action.WAIT_UNTIL),
        ("もう誘っていい？", 8, Action.INVITE_LIGHTLY),
    ],
)
def test_whether_it_is_time_is_a_question_of_the_story(question: str, days: int, action: Action) -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    assert plan_in(story.tell(question, after=days)).action is action


@pytest.mark.parametrize(
    "question", ["返信しないほうがいい？", "もう4日たっちゃったけど今から返す？", "なんて返そう"]
)
def test_an_answer_not_sent_yet_is_still_in_time(question: str) -> None:
    story = Weeks()
    story.tell("断られた。ごめん無理、だって")
    parts = story.tell(question, after=1 if "今から" not in question else 4)
    assert plan_in(parts).stage is Stage.DECLINED
    assert drafts(parts)


@pytest.mark.parametrize("told_so", ["返した！", "さっき返しました", "もう「おっけー！」って返しちゃった"])
def test_an_answer_that_was_sent_is_not_written_again(told_so: str) -> None:
    story = Weeks()
    story.tell(WORK)
    parts = story.tell(told_so)
    assert plan_in(parts).action is not Action.REPLY_NOW
    assert EventKind.REPLIED in {event.kind for event in story.events}


@pytest.mark.parametrize(
    "news", ["雑談送った。普通に返ってきた", "雑談はうまくいった。筋トレの話で盛り上がった"]
)
def test_good_news_is_taken_up(news: str) -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    parts = story.tell(news, after=9)
    assert plan_in(parts).action is Action.WAIT_UNTIL
    assert EventKind.SMALL_TALK in {event.kind for event in story.events}


def test_a_day_they_offered_is_remembered_until_it_is_answered() -> None:
    story = Weeks()
    first = story.tell("映画に誘ったら「土曜は無理だけど来週の水曜なら空いてるよ」って")
    asked = story.tell("なんて返せばいい？")
    assert all("水曜" in draft.text for draft in drafts(asked))
    story.send(first)
    after = story.tell("明日やねんけど緊張する", after=3)
    assert plan_in(after).action is Action.WAIT_UNTIL
    assert not drafts(after)


def test_who_cannot_come_on_their_day_is_not_made_to_say_yes_a_message_later() -> None:
    story = Weeks()
    story.tell("土曜だめで日曜ならって言われたんやけど日曜はおれが仕事やねん。なんて返したらええ？")
    parts = story.tell("ほんで、なんて返そ")
    assert drafts(parts)
    assert not any("そうしよ" in draft.text or "楽しみ" in draft.text for draft in drafts(parts))


def test_their_company_offered_is_remembered() -> None:
    story = Weeks()
    story.tell("映画誘ったら「みんなで行くなら行きたい！」って言われた")
    assert all("みんな" in draft.text for draft in drafts(story.tell("なんて返す？")))


def test_a_meeting_ends_what_was_arranged_and_begins_anew() -> None:
    story = Weeks()
    story.send(story.tell("映画に誘ったら「土曜は無理だけど来週の水曜なら空いてるよ」って"))
    parts = story.tell("会ってきた。楽しかった", after=8)
    assert plan_in(parts).action is Action.REPLY_NOW
    assert not drafts(parts)
    assert EventKind.MET in {event.kind for event in story.events}
    assert plan_in(story.tell("次も誘っていいかな", after=7)).action is Action.INVITE_LIGHTLY


@pytest.mark.parametrize(
    ("end", "drafted"),
    [
        ("告白したら「気持ちは嬉しいけど、友達としてしか見れない」って言われました", True),
        ("「もう連絡してこないで」って言われた", False),
    ],
    ids=["refused", "no-contact"],
)
def test_the_one_acceptance_may_be_asked_for_in_the_next_message(end: str, *, drafted: bool) -> None:
    story = Weeks()
    story.tell(end)
    parts = story.tell("なんて返したらいいですか")
    assert plan_in(parts).action is Action.STOP_CONTACT
    assert bool(drafts(parts)) is drafted
    if drafted:
        story.send(parts)
    assert not drafts(story.tell("もう一回、なんて返したらいいですか"))


def test_after_days_the_one_acceptance_is_too_late() -> None:
    story = Weeks()
    story.tell("告白したら「気持ちは嬉しいけど、友達としてしか見れない」って言われました")
    assert not drafts(story.tell("なんて返したらいいですか", after=5))


def test_after_two_noes_their_own_invitation_is_answered() -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    assert (
        plan_in(story.tell("また誘ったら「ごめん、その日も無理」だった", after=9)).action
        is Action.STOP_CONTACT
    )
    parts = story.tell("今日「この前はごめんね、来週の土曜ごはん行かない？」って来た", after=5)
    assert plan_in(parts).action is Action.SCHEDULE
    assert plan_in(story.tell("なんて返そう")).action is Action.SCHEDULE


def test_a_guess_does_not_move_a_story() -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    parts = story.tell("やっぱり好き", after=2)
    assert not reading_in(parts).proposed
    assert plan_in(parts).not_before is not None
    assert not questions(parts)


@pytest.mark.parametrize(
    "yes",
    ["誘った！「いいね、行こう！」って返事きた", "今日「ごめん見落としてた！いいよ、いつにする？」って来た"],
)
def test_a_yes_ends_the_waiting_and_what_is_fixed_is_not_answered_again(yes: str) -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    parts = story.tell(yes, after=9)
    assert plan_in(parts).action is Action.SCHEDULE
    assert drafts(parts)
    parts = story.tell("土曜に決まった。何着ていこう", after=1)
    assert plan_in(parts).action is Action.WAIT_UNTIL
    assert not drafts(parts)


@pytest.mark.parametrize(
    ("theirs", "action"),
    [
        ("今日「テストやばい笑」って来た。なんて返そう", Action.SMALL_TALK),
        ("向こうから「怒ってる？」って来た", Action.SMALL_TALK),
        ("「うん、またね」って返ってきた", Action.WAIT_UNTIL),
    ],
)
def test_what_they_write_of_their_own_accord_may_be_answered_a_closing_word_need_not(
    theirs: str, action: Action
) -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    assert plan_in(story.tell(theirs, after=3)).action is action


def test_a_reason_told_holds_for_the_days_to_come() -> None:
    story = Weeks()
    first = story.tell("昨日断られた。返事はもう返した。理由は引っ越し準備。11月末までらしい")
    parts = story.tell("まだ誘っちゃだめ？", after=5)
    assert plan_in(parts).not_before == plan_in(first).not_before


def test_their_word_after_a_silence_ends_it() -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    story.tell("既読ついた。でも返事なし", after=2)
    story.tell("返事きた！「ありがと〜またね」だって", after=1)
    assert not told(story.events).silent
    assert plan_in(story.tell("もう誘っていい？", after=9)).action is Action.INVITE_LIGHTLY


@pytest.mark.parametrize(
    "thought", ["明日サークルで会うんだけどどうしよう", "来月やったらええんかな", "これ、次も誘っていいかな"]
)
def test_the_users_own_thought_is_no_word_of_theirs(thought: str) -> None:
    story = Weeks()
    story.tell(WORK)
    parts = story.tell(thought)
    assert reading_in(parts).incoming is None
    assert plan_in(parts).stage is Stage.DECLINED


def test_words_of_theirs_that_were_asked_for_need_no_marks() -> None:
    story = Weeks()
    story.tell("断られた")
    assert plan_in(story.tell("ごめん今週ちょっと体調微妙で…")).wait_days == (7, 14)


def test_who_asked_for_time_still_has_it_a_message_later() -> None:
    story = Weeks()
    first = story.tell("「少し考えさせて」って言われました")
    assert plan_in(story.tell("担当に聞いてもよいですか")).today == plan_in(first).today


@pytest.mark.parametrize(
    "slip", ["送っちゃった。「じゃあ来週は？」って", "我慢できずにもう一回誘った", "誘っちゃった"]
)
def test_an_invitation_on_its_way_is_the_others_turn(slip: str) -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    for words, days in ((slip, 9), ("そろそろいいかな", 3)):
        parts = story.tell(words, after=days)
        assert plan_in(parts).action is Action.DO_NOT_SEND
        assert not drafts(parts)
    assert plan_in(story.tell("返事きた「来週もちょっと…」", after=1)).action is Action.STOP_CONTACT


def test_the_same_words_again_to_another_invitation_are_a_second_no() -> None:
    story = Weeks()
    story.send(story.tell("ご飯行こって言ったら「今日は帰るわ」"))
    parts = story.tell("誘ったらまた「今日は帰る」だった", after=14)
    assert plan_in(parts).action is Action.STOP_CONTACT


def test_a_word_of_theirs_after_the_end_may_be_answered_and_no_more() -> None:
    story = Weeks()
    story.tell("告白したら「友達でいよう」って言われた")
    parts = story.tell("向こうから「最近どう？」って来た", after=20)
    assert plan_in(parts).action is Action.STOP_CONTACT
    assert "短く一度返して" in plan_in(parts).today
    assert not drafts(parts)


def test_who_met_after_a_second_invitation_begins_anew() -> None:
    story = Weeks()
    story.send(story.tell(WORK))
    story.send(story.tell("誘っていい？", after=9))
    assert "お礼" in plan_in(story.tell("会ってきた！楽しかった", after=3)).today
    assert told(story.events).at_ease


@pytest.mark.parametrize(
    "words",
    [
        "俺は土曜なら行けるよ",
        "来週の土曜なら空いてます",
        "土曜空いてるって俺から言うのはあり?",
        "「土曜飲みに行こうよ」って母が言ってきた",
        "別の人が「土曜ならいいよ」って言ってくれた",
        "「会いたい、土曜どう?」って夢で言われた",
    ],
)
def test_nothing_but_their_own_word_opens_what_has_ended(words: str) -> None:
    story = Weeks()
    story.tell("「もう連絡しないで」って言われた")
    parts = story.tell(words, after=30)
    assert plan_in(parts).action is Action.STOP_CONTACT
    assert not drafts(parts)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("食事に誘ったら断られた", "映画に誘ったら「ごめん、無理」って断られた"),
        ("「無理」って断られた", "食事に誘ったら「やっぱり無理です」って"),
        ("食事に誘ったら「忙しい」って断られた", "昨日映画に誘ったけど断られた"),
    ],
    ids=["first-without-words", "like-words", "second-without-words"],
)
def test_a_second_no_is_kept_however_it_is_worded(first: str, second: str) -> None:
    story = Weeks()
    story.send(story.tell(first))
    assert plan_in(story.tell(second, after=40)).action is Action.STOP_CONTACT
    assert plan_in(story.tell("そろそろ誘っていい?", after=40)).action is Action.STOP_CONTACT


def test_a_final_no_beside_a_meeting_is_kept() -> None:
    story = Weeks()
    story.send(story.tell("食事に誘ったら「土曜なら行けるよ」って言われた"))
    story.tell("土曜に会った。帰りに「もう会わない」って言われた", after=8)
    assert plan_in(story.tell("また誘いたい", after=60)).action is Action.STOP_CONTACT


def test_what_is_said_to_be_ages_ago_stops_nothing() -> None:
    assert plan_in(Weeks().tell("9999年前に断られた")).today
