"""A plain question gets a plain answer: which words ask it, which only sound like it, and that no answer goes beyond the plan."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from coach.answering.plain_answer import Ground, answer_to, answers, ground_of
from coach.drafting.phrases import phrases
from coach.lexicon import lexicon
from coach.parts import Part, Planned
from coach.situation import Action, Aim, Plan, Reading, Sign, SignId, Topic
from coach.standing.questions import MOST, Question, questions
from coach.story.noting import noted
from coach.terminal import lines
from guardrails.advice import check_advice
from guardrails.vocabulary import Alarm, Danger, Outcome, Span, Stage
from tests.coach.stories import Story, drafts, plan_in, sentences

TODAY = date(2026, 11, 21)
Q = Question
ASKS = {
    Q.HOPE: [
        "勝ち目ありますか",
        "脈アリか脈ナシか判定して",
        "これって脈ある？",
        "ぶっちゃけ脈なしですか",
        "まだチャンスはあるのかな",
        "期待してもいいんでしょうか",
    ],
    Q.DISLIKED: [
        "避けられてる？",
        "怒ってるんやろか",
        "重いって思われたかな",
        "嫌われた？",
        "俺、嫌われちゃったかな",
        "怒らせたかも。",
        "引かれたよね…",
    ],
    Q.AT_FAULT: ["俺なんかしたかな", "私、何か失礼なことしましたか？", "何がいけなかったんでしょう"],
    Q.BOTHERED: [
        "ぐいぐい行きすぎたかな",
        "迷惑だったかな",
        "しつこかったですよね",
        "急に誘って重かったかも。",
    ],
    Q.APOLOGISE: [
        "謝るのって逆効果？",
        "ごめんって送ったほうがいい？",
        "謝ったほうがいい？",
        "やっぱり謝るべきでしょうか",
        "お詫びのLINEを送ったほうがいいかな",
        "一言謝りたい",
    ],
    Q.SHOW: ["スクショを友達に見せていい？", "トーク画面を見せてもいいですか"],
    Q.GO_BETWEEN: ["共通の友人にそれとなく聞いてもらうのはあり？", "妹さんを通して伝えてもらいたい"],
    Q.CONFIDE: ["友達に相談していい？", "同僚に話しても大丈夫かな", "誰かに聞いてもらってもいいですか"],
    Q.AGENCY: ["結婚相談所の担当に聞いてもよいですか", "仲人さんに確認してもいいでしょうか"],
    Q.AT_NIGHT: [
        "こんな時間に送るのは非常識ですか",
        "0時過ぎてるんやけど返してええんかな",
        "もう夜11時だけど今送っていい？",
        "夜中に返信したら迷惑ですか",
        "寝る前に返したほうがええ？",
    ],
    Q.LATE_REPLY: [
        "返事3日放置しちゃった。もう遅い？",
        "いまごろ返したら引かれるかな",
        "今さら返すの変？",
        "もう4日たっちゃったけど今から返す？",
        "返事が遅くなったけど、今からでも返していいかな",
    ],
    Q.CALL: [
        "声が聞きたい。電話してもええかな",
        "電話していい？",
        "一度だけ電話かけてもいいですか",
        "通話したらだめかな",
    ],
    Q.UNSEND: [
        "取り消しって相手にバレますか",
        "取り消したほうがいい？",
        "送信取り消しすべきでしょうか",
        "消したほうがええ？",
    ],
    Q.UNSENT: ["送信取り消ししたんだけど、通知で見られたかな", "取り消しちゃった。説明したほうがいい？"],
    Q.POST_DOWN: ["ストーリーに病みツイ載せちゃった。消したほうがいい？", "あの投稿は消すべき？"],
    Q.STAMP: [
        "既読ついてハートだけ押された",
        "スタンプだけ返ってきた",
        "ハートのスタンプ来た",
        "返事がスタンプだけ。",
    ],
    Q.SEND_STAMP: ["スタンプ送っていい？", "スタンプひとつくらいならいいかな"],
    Q.LIKE: [
        "投稿にいいねするのも避けたほうがいい？",
        "いいねしてもいい？",
        "インスタのいいね押したらだめですか",
    ],
    Q.LOOK: [
        "元カレのSNS毎日見ちゃう、どうしたらやめられる？",
        "ストーリー見てもいい？",
        "インスタ見ちゃう。やめたい",
    ],
    Q.WATCHED: ["インスタのストーリーは見てるんだよ", "返事ないのにツイッターは更新してる"],
    Q.BLOCK: [
        "ブロックするのって大人げない？",
        "フォロー外していいかな",
        "ブロックしたほうがいいのかな、自分のために",
        "ミュートしてもいいですか",
    ],
    Q.BLOCKED: ["ブロックされたかも", "ブロックされてるか調べる方法ある？", "どうやって確かめればいい？"],
    Q.OTHER_WAY: [
        "別のSNSから連絡してもいいですか",
        "インスタのDMならいいかな",
        "手紙を書いてもいいですか",
        "サブ垢じゃなくて別アカから送っていい？",
    ],
    Q.FACE: [
        "明日学校で会うんだけどどうしよう",
        "普段通り話しかけていいの？",
        "バイトのシフトかぶってる。気まずい",
        "明日会社でどんな顔すればいい",
        "これからどう接したらいいですか",
        "月曜にゼミで会うの気まずい",
    ],
    Q.GIVE_UP: [
        "諦めどき？",
        "ここで引くべきですか",
        "もう諦めるべき？",
        "もう無理ってこと？",
        "諦めたほうがいいですよね",
    ],
    Q.STOP_WRITING: [
        "しばらく連絡控えたほうがいいですか",
        "もう連絡しないほうがいい？",
        "LINEやめたほうがいいですか",
    ],
    Q.STOP_INVITING: ["もう誘わないほうがいい？", "お誘いは控えたほうがいいでしょうか"],
    Q.IS_IT_NO: [
        "やんわり断られた感じ？",
        "これ断りなん？",
        "遠回しに断られてるのかな",
        "断られたってことですよね",
    ],
    Q.SOCIAL: ["お世辞で言ってくれただけ？", "これって社交辞令？", "また行きましょうは社交辞令でしょうか"],
    Q.WHEN: ["また今度っていつ？", "1ヶ月後とか？", "「落ち着いたら」っていつ？"],
    Q.WAIT_ON: ["このまま待ち続けていいんですか", "じゃあ待ってればいいの？", "待つしかないんでしょうか"],
    Q.HOW_LONG: ["どのくらい待てばいい？", "あと何日あけたらいいですか"],
    Q.ASK_DAY: ["来月のいつって聞いてええん？", "日にちを確認してもいいですか", "聞いていいのかな"],
    Q.OWN_DAY: ["じゃあ逆に次の土曜どう？って聞くのはあり？", "代案を出してもいいですか"],
    Q.CONFESS: ["告白したほうがいい？", "気持ちを伝えてもいいですか", "告ったらだめかな"],
    Q.PUSHED: [
        "同期から「電話したほうが早いよ」って言われた",
        "姉ちゃんがもう一回誘えってうるさい",
        "周りからは早く告白しろと言われます",
        "友達は押せば行けるって言うんだけど",
        "親友に相談したら「もっと押せ」って言われた",
        "母が電話しなさいって言うんです",
        "占い師に今週末誘えって言われた",
    ],
    Q.TO_LEAVE: [
        "親友に「その人はやめときな」って言われた",
        "姉に聞いたら「もう脈なし、次行け」って言われた",
        "友達には別れなって言われる",
        "同僚にやめとけって言われました",
    ],
    Q.FORTUNE: ["占いで今日連絡来るって言われたのに来ない", "タロットに戻ってくるって出た"],
    Q.SOMEONE_ELSE: [
        "マチアプ再開していい？",
        "別の人にごはん誘われた。行っていいかな",
        "他の人と会ってもいいですか",
    ],
    Q.TWO_ALONE: ["二人で誘うのはまだ早い？", "次は二人で誘ってええかな"],
    Q.INVITE: [
        "次いつなら誘っていいの",
        "また声かけても嫌がられないかな",
        "もう誘っていい？",
        "そろそろいいかな",
        "また誘っても迷惑じゃないですか",
        "まだ誘っちゃだめ？",
    ],
    Q.RECEIPT: ["既読無視ってどういう意味？", "なんで既読つかないの？"],
    Q.CHEATING: ["他の女と会ってるんじゃないか", "浮気かな", "他に好きな人がいるのかも"],
    Q.FRIENDS: ["元の関係に戻れるかな", "友達に戻れるかな", "友達でいていいの？"],
    Q.CHAT_AS_FRIEND: ["友達として遊びに誘うのはアリ？"],
    Q.NEED_REPLY: [
        "返信しなきゃだめ？",
        "既読のままで終わっていい？",
        "返さなくていい？",
        "ここで終わっていいの？",
        "これ返した方がいい？",
        "返信っていります？",
    ],
    Q.ANOTHER: ["もう一通送るべき？", "追いLINEしていい？", "催促は失礼でしょうか"],
    Q.SHORT_REPLY: ["冷たかったかな", "「おっけー」だけはまずかった？"],
    Q.SENT_ALREADY: ["送っちゃった", "我慢できなくて電話しちゃった", "送ってしまいました。どうしよう"],
    Q.MEANING: ["どういうつもりなんだろ", "お茶ならいいってこと？"],
    Q.WORRIED_FOR: ["心配なだけなんだよ。事故とかあったら", "何かあったのかな"],
    Q.WELL_WISH: ["誕生日おめでとうだけ送っていい？", "あけおめ送ってもいいかな"],
    Q.THANKS: ["お礼のLINEしたほうがええ？", "会ったお礼を送ってもいいですか"],
    Q.WHY: ["なんで断られたんだろう", "どうして返事くれないのかな"],
}
ASKED = [
    pytest.param(kind, text, id=f"{kind.value}: {text}") for kind, texts in ASKS.items() for text in texts
]

TWINS = [
    "脈拍が早い",
    "文脈が分からない",
    "「脈ある？」って聞かれた",
    "相手「嫌われたかな？」って来た",
    "嫌われたくない",
    "友達に相談して断られた",
    "友達に相談された",
    "友達に誘われたら断られた話をされた",
    "友達に電話した",
    "母から電話があった",
    "電話で断られた",
    "「電話していい？」って返ってきた",
    "電話していいよって言ってくれた",
    "先輩に花火誘ったら「お前と二人はきついわ」って言われた",
    "先輩に「次行こう」って言われた",
    "先輩に「都合のいい日教えて」って言われた",
    "友達に「しつこく誘ったらはっ倒すよ」って怒られた",
    "相手に「友達に押せって言われて困ってる」って言われた",
    "迷惑だったって言われた",
    "謝られた",
    "謝ってほしい",
    "夜に断られた",
    "夜勤明けに返事が来た",
    "今さら言われても困る",
    "返信が遅い人です",
    "スタンプも返ってこない",
    "スタンプを買った",
    "「いいね、行こう」って返事きた",
    "ブロックされました",
    "もう連絡しないでって言われました",
    "もう誘わないでって言われた",
    "彼から5日連絡なくて待ってる",
    "断られた",
    "断り方が分からない",
    "社交辞令だって言われた",
    "また今度ねと言われた",
    "告白して振られた",
    "「告白したほうがいい？」って言われた",
    "別の日に会った",
    "二人で会った",
    "友達に戻ろうと言われた",
    "占いサークルの人です",
    "なんて返せばいい？",
    "明日会うのが楽しみ",
    "どう返事したらいい？",
    "返事しなきゃ",
    "親に止められたって言われた",
    "元妻から、連絡しないでと",
    "笑ってるスタンプついてた",
    "木曜の夜OKなんだけどテンション高く返していいのか",
    "どんな人か知らない",
    "もう一度お声がけしました",
    "病気かな笑",
    "相手が取り消してた",
    "予約を取り消した",
]

_SENDS = re.compile(
    r"(?:(?<!見)送り|返し|答え|誘い|伝え)ましょう|(?:送って|返して|誘って|かけて)大丈夫|(?:一通|一度|一言)だけなら"
)
"""What would ask for a message, or allow one."""
_SURE = re.compile(
    r"[0-9０-９]+ ?[%％]|割|絶対|必ず|確実|間違いなく|きっと|脈なしです|脈ありです|嫌われています|彼女|彼[はがのに]"
)
QUIET = (Ground.SILENCE, Ground.PAUSE, Ground.WAITING, Ground.CLOSED, Ground.NONE)
LINES = [(question, ground) for question in Question for ground in Ground]


def said(question: Question, ground: Ground) -> list[str]:
    line = answers().line(question, ground)
    when = answers().when.replace("{day}", "12月5日（土）")
    return [
        line.replace("{told}", told).replace("{when}", later)
        for told in (("", *answers().told.values()) if "{told}" in line else ("",))
        for later in (("", when) if "{when}" in line else ("",))
    ]


@pytest.mark.parametrize(("kind", "text"), ASKED)
def test_what_is_asked_is_heard(kind: Question, text: str) -> None:
    assert kind in questions(text)


@pytest.mark.parametrize("text", TWINS)
def test_what_only_sounds_like_it_is_no_question(text: str) -> None:
    assert questions(text) == ()


def test_each_kind_is_heard_answered_and_tried_here() -> None:
    assert lexicon("asked").keys() == answers().answers.keys() == set(Question) == ASKS.keys()


def test_their_words_and_a_quoted_draft_ask_nothing() -> None:
    assert questions("相手:もう誘っていい？\n自分:うん\n相手:嫌われたかな") == ()
    assert questions("「もう諦めるべき？」って送っていい？") == ()


def test_at_most_two_are_answered_and_they_are_the_last_asked() -> None:
    asked = questions("これって脈ある？嫌われた？謝ったほうがいい？電話していい？")
    assert asked == (Q.APOLOGISE, Q.CALL)
    assert len(asked) == MOST
    assert questions("謝るべき？しつこかったかな") == (Q.APOLOGISE, Q.BOTHERED)


@pytest.mark.parametrize(("question", "ground"), LINES)
def test_every_answer_may_be_said_at_every_stage(question: Question, ground: Ground) -> None:
    for sentence in said(question, ground):
        assert sentence.endswith("。")
        assert "{" not in sentence
        assert not _SURE.search(sentence)
        for stage in (None, *Stage):
            assert check_advice(sentence, stage=stage).outcome is Outcome.PASS


@pytest.mark.parametrize("ground", QUIET)
@pytest.mark.parametrize("question", Question)
def test_where_nothing_is_sent_no_answer_asks_for_a_message(question: Question, ground: Ground) -> None:
    for sentence in said(question, ground):
        for piece in re.split("[。、]", sentence):
            assert not _SENDS.search(piece), piece


def reading(**known: object) -> Reading:
    return replace(Reading(topic=Topic.SITUATION), **known)  # type: ignore[arg-type]


def plan(action: Action, stage: Stage | None = None, **known: object) -> Plan:
    return replace(Plan(action, stage, today="", leave="", why=""), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("here", "ground"),
    [
        (plan(Action.REPLY_NOW, Stage.DECLINED, drafts=True), Ground.REPLY),
        (plan(Action.REPLY_NOW), Ground.EASY),
        (plan(Action.SCHEDULE, Stage.ALTERNATIVE, drafts=True), Ground.OFFER),
        (plan(Action.DO_NOT_SEND, Stage.SILENCE), Ground.SILENCE),
        (plan(Action.SELF_CARE, Stage.SILENCE), Ground.SILENCE),
        (plan(Action.DO_NOT_SEND), Ground.SILENCE),
        (plan(Action.DO_NOT_SEND, Stage.DECLINED), Ground.PAUSE),
        (plan(Action.WAIT_UNTIL, Stage.COOLDOWN), Ground.PAUSE),
        (plan(Action.SELF_CARE, Stage.COOLDOWN), Ground.PAUSE),
        (plan(Action.SMALL_TALK, Stage.COOLDOWN, drafts=True), Ground.TALK),
        (plan(Action.INVITE_LIGHTLY, Stage.SECOND_INVITE, drafts=True), Ground.INVITE),
        (plan(Action.SELF_CARE, Stage.WAITING), Ground.WAITING),
        (plan(Action.STOP_CONTACT, Stage.CLOSED), Ground.CLOSED),
        (plan(Action.SELF_CARE, Stage.CLOSED), Ground.CLOSED),
        (plan(Action.STOP_CONTACT, Stage.CLOSED, drafts=True), Ground.LAST_WORD),
        (plan(Action.CHECK_DRAFT, Stage.DECLINED), Ground.NONE),
        (plan(Action.CHECK_DRAFT, Stage.SILENCE), Ground.SILENCE),
        (plan(Action.CLARIFY), Ground.NONE),
    ],
)
def test_the_plan_says_where_the_two_stand(here: Plan, ground: Ground) -> None:
    assert ground_of(reading(), here) is ground


def test_at_work_a_soft_no_leaves_the_work() -> None:
    dependent = reading(dependent=True)
    assert ground_of(dependent, plan(Action.STOP_CONTACT, Stage.COOLDOWN)) is Ground.WORK
    assert ground_of(dependent, plan(Action.STOP_CONTACT, Stage.CLOSED)) is Ground.CLOSED


def test_what_good_their_words_say_is_said_and_grey_is_left_grey() -> None:
    def told(*ids: SignId, **known: object) -> str:
        signs = tuple(Sign(i, Span(0, 1, "ご")) for i in ids)
        here = plan(Action.REPLY_NOW, Stage.DECLINED, drafts=True)
        return answer_to("これって脈ある？", reading(**known), here, today=TODAY, signs=signs)[0]

    assert answers().told[SignId.REASON_AND_APOLOGY] in told(SignId.REASON_AND_APOLOGY)
    assert answers().told[SignId.OTHER_DAY] in told(SignId.REGRET, SignId.OTHER_DAY)
    grey = told()
    assert told(SignId.REASON_AND_APOLOGY, SignId.POSTPONED) == told(SignId.BARE_BUSY) == grey
    assert told(SignId.REASON_AND_APOLOGY, dependent=True) == grey


def test_a_day_is_named_until_it_has_come() -> None:
    here = plan(Action.WAIT_UNTIL, Stage.COOLDOWN, not_before=TODAY + timedelta(days=3))
    assert "11月24日（火）" in answer_to("どのくらい待てばいい？", reading(), here, today=TODAY)[0]
    later = answer_to("どのくらい待てばいい？", reading(), here, today=TODAY + timedelta(days=3))[0]
    assert "月" not in later


@pytest.mark.parametrize(
    "known",
    [{"alarms": (Alarm(Danger.DV, (Span(0, 1, "電"),)),)}, {"aim": Aim.FOR_ANOTHER}],
    ids=["danger", "asked for somebody else"],
)
def test_danger_and_what_concerns_others_is_answered_elsewhere(known: dict[str, object]) -> None:
    assert answer_to("電話していい？", reading(**known), plan(Action.DO_NOT_SEND), today=TODAY) == ()


def tell(story: Story, *messages: str) -> tuple[Part, ...]:
    """A story in which what happened is noted after each message, as the page does it."""
    parts: tuple[Part, ...] = ()
    for text in messages:
        case = story.case
        parts = story.say(text)
        story.events = (*story.events, *noted(parts, case, TODAY))
    return parts


NO = "飲みに誘ったら「ごめん、その日は残業」って断られた"
FINAL = "告白したら「彼氏がいるのでごめんなさい。もう誘わないでください」と言われました"
SILENT = "映画に誘ったLINE、既読のまま3日返事がない"
OFFER = "「土曜は無理だけど日曜なら空いてるよ」って返ってきた"


@pytest.mark.parametrize(
    ("first", "asks", "answer", "action"),
    [
        (NO, "これって脈ある？", "脈があるかどうかは、言葉だけでは分かりません。", Action.REPLY_NOW),
        (NO, "もう夜11時だけど今送っていい？", "夜なら朝に", Action.REPLY_NOW),
        (NO, "友達に相談していい？", "話して大丈夫です。", Action.REPLY_NOW),
        (NO, "謝ったほうがいい？", "謝るための一通は、いりません。", Action.REPLY_NOW),
        (OFFER, "これ脈ありやんな？", "会う話が出ていること", Action.SCHEDULE),
        (OFFER, "じゃあ逆に次の土曜どう？って聞くのはあり？", "こちらから別の日は出さずに", Action.SCHEDULE),
        (SILENT, "嫌われた？", "嫌われたとは決められません。", Action.DO_NOT_SEND),
        (SILENT, "電話していい？", "いまはかけないで", Action.DO_NOT_SEND),
        (SILENT, "謝るべき？", "いまは重ねないで", Action.DO_NOT_SEND),
        (SILENT, "明日会社でどんな顔すればいい", "いつもどおりの短い挨拶", Action.DO_NOT_SEND),
        (FINAL, "誕生日おめでとうだけ送っていい？", "相手には連絡になります。", Action.STOP_CONTACT),
        (FINAL, "友達は押せば行けるって言うんだけど", "相手の答えが先です。", Action.STOP_CONTACT),
    ],
)
def test_a_question_is_answered_where_the_feeling_stood(
    first: str, asks: str, answer: str, action: Action
) -> None:
    parts = tell(Story(), first, asks)
    heard = sentences(parts)
    assert plan_in(parts).action is action
    assert answer in heard[0]
    assert not any(feeling in heard for group in phrases().feelings.values() for feeling in group)


def test_who_asks_nothing_is_met_as_before_and_drafts_stay() -> None:
    story = Story()
    assert sentences(tell(story, NO))[0] in phrases().feelings["declined"]
    assert drafts(tell(story, "これって脈ある？"))


def test_the_reason_given_a_message_before_is_named() -> None:
    parts = tell(
        Story(), "映画に誘ったら「ごめん、その日は仕事で難しい」と返ってきました", "これって脈ある？"
    )
    assert answers().told[SignId.REASON_AND_APOLOGY] in sentences(parts)[0]


def test_others_advice_is_answered_once() -> None:
    heard = sentences(tell(Story(), NO, "友達は押せば行けるって言うんだけど"))
    assert "押すことはせずに" in heard[0]
    assert phrases().kindly["press"] not in heard


def test_an_empty_line_of_what_to_leave_is_not_drawn() -> None:
    drawn = lines(Planned(plan(Action.CLARIFY, today="そのまま貼ってください。")), today=TODAY)
    assert not any("やめておくこと" in line for line in drawn)
    kept = lines(Planned(plan(Action.CLARIFY, leave="急いで送ることは、やめておきましょう。")), today=TODAY)
    assert any("やめておくこと" in line for line in kept)
