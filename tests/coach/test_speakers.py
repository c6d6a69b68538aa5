"""Whose words: what is asked about is a draft, a slip the user's own, what just came theirs, advice somebody else's."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.said.exchange import Voice, parse
from coach.situation import Action, Event, EventKind, SignId, Topic
from guardrails.vocabulary import Stage

USER, THEM, DRAFT, NOBODY = Voice.USER, Voice.THEM, Voice.DRAFT, Voice.NOBODY
TODAY = date(2026, 11, 22)
NO = (
    Event(EventKind.DECLINED, date(2026, 11, 12), "ごめん、その日は残業"),
    Event(EventKind.REPLIED, date(2026, 11, 12)),
)

SAID = [
    pytest.param("送っちゃった。「忙しい？」って", [(USER, "忙しい？")], id="a slip, and then its words"),
    pytest.param(
        "我慢できなくて聞いちゃった…「怒ってる？」って", [(USER, "怒ってる？")], id="a slip with dots"
    ),
    pytest.param(
        "送ってしまいました。「なぜですか？」", [(USER, "なぜですか？")], id="a polite slip without って"
    ),
    pytest.param(
        "来週の土曜は？って送っちゃった。「ごめん無理」って", [(THEM, "ごめん無理")], id="a no behind a slip"
    ),
    pytest.param(
        "送っちゃった。「忙しい」って言われた", [(THEM, "忙しい")], id="told to have come behind a slip"
    ),
    pytest.param(
        "返事きた「了解っす！店どうします？」", [(THEM, "了解っす！店どうします？")], id="an answer just came"
    ),
    pytest.param(
        "やっと返信が来ました！「了解です、何時にしますか」",
        [(THEM, "了解です、何時にしますか")],
        id="came at last",
    ),
    pytest.param(
        "なんか返ってきた。「うん、わかった」", [(THEM, "うん、わかった")], id="something came back"
    ),
    pytest.param(
        "返事きた。「了解！」って返していい？", [(DRAFT, "了解！")], id="asked about behind what came"
    ),
    pytest.param("返事きた。「了解！」って返した", [(USER, "了解！")], id="answered behind what came"),
    pytest.param("返事がきたら「了解！」でいい？", [(DRAFT, "了解！")], id="when it should come"),
    pytest.param(
        "食事に誘ったら「大丈夫です」って", [(THEM, "大丈夫です")], id="an answer to being asked along"
    ),
    pytest.param(
        "姉に聞いたら「もう脈なし、次行け」って言われた",
        [(NOBODY, "もう脈なし、次行け")],
        id="a sister's words",
    ),
    pytest.param(
        "共通の知人が「あの人結婚してるよ」って", [(NOBODY, "あの人結婚してるよ")], id="a common friend's"
    ),
    pytest.param("甥っ子に聞いたら『おけ』でいいって", [(NOBODY, "おけ")], id="a nephew's"),
    pytest.param("上司には社内恋愛やめとけって言われた", [], id="a boss's advice"),
    pytest.param("占い師に今週末誘えって言われた", [], id="a fortune teller's"),
    pytest.param("友人に手紙を書けと言われました", [], id="a friend's"),
    pytest.param("母には早く諦めなさいって言われた", [], id="a mother's"),
    pytest.param(
        "先輩をごはんに誘ったら、やめとけって言われた",
        [(THEM, "やめとけ")],
        id="who was asked along gives no advice",
    ),
    pytest.param("彼にもう連絡するなって言われた", [(THEM, "もう連絡するな")], id="an end is no advice"),
    pytest.param("声だけの通話なら？", [], id="the user's own question"),
    pytest.param("よっしゃ。店どこにしよ", [], id="the user thinks aloud"),
    pytest.param("お茶だけなら大丈夫かな？", [], id="the user's own idea"),
    pytest.param("来週の土曜はどう？", [(THEM, "来週の土曜はどう？")], id="a day pasted alone is theirs"),
    pytest.param(
        "今日「ごめん、その日は仕事」って断られた。「わざわざありがとう。仕事頑張ってね、また連絡するね」はどう？",
        [(THEM, "ごめん、その日は仕事"), (DRAFT, "わざわざありがとう。仕事頑張ってね、また連絡するね")],
        id="how would it be",
    ),
    pytest.param(
        "「ごめん、先約があって😣ほんと行きたかった！」って。返事は「残念！でも教えてくれてありがとね😊楽しんできて〜！」でいい？",
        [
            (THEM, "ごめん、先約があって😣ほんと行きたかった！"),
            (DRAFT, "残念！でも教えてくれてありがとね😊楽しんできて〜！"),
        ],
        id="would it do as the answer",
    ),
    pytest.param(
        "10日前に断られて返事済み。「最近寒いね〜。推しは誰？またね！」どうかな",
        [(DRAFT, "最近寒いね〜。推しは誰？またね！")],
        id="how is it",
    ),
    pytest.param(
        "彼は忙しいから1週間返事ない。「忙しい？」だけならいい？", [(DRAFT, "忙しい？")], id="only that much"
    ),
    pytest.param(
        "「わたしのこと嫌いになった？」って送っちゃだめ？",
        [(DRAFT, "わたしのこと嫌いになった？")],
        id="may it not go",
    ),
    pytest.param(
        "未読2日。「生きてる？笑」って送ったら軽くていいかな", [(DRAFT, "生きてる？笑")], id="if it went"
    ),
    pytest.param(
        "「わかった。今までありがとう。元気でね」で終わりにしようと思う",
        [(DRAFT, "わかった。今までありがとう。元気でね")],
        id="to end with it",
    ),
    pytest.param(
        "「読んでくれてありがとう！返事はいつでもいいからね☺️」これなら重くないよね？",
        [(DRAFT, "読んでくれてありがとう！返事はいつでもいいからね☺️")],
        id="not heavy, is it",
    ),
    pytest.param(
        "「駅前の餃子の店、来月行くんだけど一緒にどうかな。気が進まなかったら断ってね」←2か月前に断られた相手に送る",
        [(DRAFT, "駅前の餃子の店、来月行くんだけど一緒にどうかな。気が進まなかったら断ってね")],
        id="an arrow says it will go",
    ),
    pytest.param(
        "2か月前に断られて、そのあと雑談は続いてる。「来週の土曜、駅前の新しいカフェ行かない？無理なら全然断ってね」",
        [(DRAFT, "来週の土曜、駅前の新しいカフェ行かない？無理なら全然断ってね")],
        id="an invitation shown alone, long after the no",
    ),
    pytest.param(
        "添削おねがいします。\nごめん、その日は家族で出かけるの、と言われました。\n返信案：\nそうなんですね！楽しんでください",
        [(THEM, "ごめん、その日は家族で出かけるの、"), (DRAFT, "そうなんですね！楽しんでください")],
        id="under its own heading",
    ),
    pytest.param(
        "下書き↓\nお疲れさま！\n無理しないでね\n\nこれ送っていい？",
        [(DRAFT, "お疲れさま！\n無理しないでね")],
        id="two lines under a heading",
    ),
    pytest.param(
        "「うーん、考えとく」ってどう？脈ある？",
        [(THEM, "うーん、考えとく")],
        id="what they said is asked about",
    ),
    pytest.param(
        "「ごめん、また今度」はどういう意味？", [(THEM, "ごめん、また今度")], id="what it means is asked"
    ),
    pytest.param("「ごめん無理」で終わりました", [(THEM, "ごめん無理")], id="it ended with their no"),
]


@pytest.mark.parametrize(("message", "said"), SAID)
def test_whose_words(message: str, said: list[tuple[Voice, str]]) -> None:
    assert [(s.voice, s.span.text) for s in parse(message).said] == said


@pytest.mark.parametrize(
    "message",
    [
        "上司には社内恋愛やめとけって言われた",
        "友達が告白しちゃえって言う",
        "姉に聞いたら「もう脈なし、次行け」って言われた",
        "母が電話しなさいって言うんです",
        "占い師に今週末誘えって言われた",
        "友人に手紙を書けと言われました",
        "友達に「もう無理だよ」って言われた",
        "告白したほうがいい？",
        "声だけの通話なら？",
        "よっしゃ。店どこにしよ",
    ],
)
def test_what_others_say_and_the_user_asks_leaves_the_story_as_it_is(message: str) -> None:
    reading = read(message, today=TODAY, case=NO)
    assert (reading.stage, reading.signs, reading.declines) == (None, (), 0)
    assert plan(reading, NO, TODAY).stage is Stage.COOLDOWN


@pytest.mark.parametrize(
    "message",
    [
        "告白しようか迷ってる",
        "告白ってどうしたらいい？",
        "母に告白しろって言われた",
        "告白って失敗したらどうしよう",
        "まだ告白してない。告白のタイミングっていつ？",
    ],
)
def test_the_bare_word_is_no_refused_love(message: str) -> None:
    assert read(message, today=TODAY).stage is not Stage.CLOSED


@pytest.mark.parametrize(
    "message",
    [
        "告白したけどだめだった",
        "好きな人に告白して振られた",
        "昨日告白した。ごめんって言われた",
        "告白、断られた",
        "友達に背中を押されて告白した。「ごめん」だった",
        "告白したら「友達でいたい」って",
        "彼にもう連絡するなって言われた",
        "彼に「もう連絡してくるな」って言われた",
    ],
)
def test_an_end_stays_an_end(message: str) -> None:
    assert read(message, today=TODAY).stage is Stage.CLOSED


def test_a_question_on_a_silence_is_a_draft_to_look_at() -> None:
    reading = read("彼は忙しいから1週間返事ない。「忙しい？」だけならいい？", today=TODAY)
    assert reading.stage is Stage.SILENCE
    assert reading.own_draft is not None
    assert {sign.id for sign in reading.signs} == {SignId.NO_ANSWER}


def test_a_draft_under_a_heading_is_looked_at() -> None:
    reading = read("「ごめん、その日は仕事」って断られた。\n返信案：\nなんで？誰と会うの？", today=TODAY)
    assert reading.topic is Topic.DRAFT_CHECK
    assert plan(reading, (), TODAY).action is Action.CHECK_DRAFT
