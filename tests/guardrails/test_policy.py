"""What the stages allow by the structure of a message: the same words at another stage, after other words."""

import pytest

from guardrails.check import check
from guardrails.vocabulary import Category, Outcome, Stage

NO = "ごめん、その日は仕事なんだ"
NG = [
    # stage, their words, draft, category
    (Stage.DECLINED, NO, "そっか！じゃあ水族館にしようよ", Category.REPROPOSE),
    (Stage.DECLINED, NO, "ほな前の日にずらそか？", Category.REPROPOSE),
    (Stage.DECLINED, NO, "日曜の夜も仕事？", Category.REPROPOSE),
    (Stage.DECLINED, NO, "店長に代わってもらえませんか？", Category.PRESSURE),
    (Stage.DECLINED, NO, "いいから来て", Category.PRESSURE),
    (Stage.DECLINED, NO, "仕事って毎週あるの？", Category.PROBING),
    (Stage.DECLINED, NO, "早起きして並んだのに", Category.EMOTIONAL),
    (Stage.SILENCE, "", "今日のランチはオムライスにしたよ", Category.CHASING),
    (Stage.SILENCE, "", "土曜、一緒に歩かない？", Category.REPROPOSE),
    (
        Stage.CLOSED,
        "もう連絡しないで",
        "わかりました。年に一度だけ挨拶させてください",
        Category.CONTACT_AFTER_CLOSED,
    ),
    (
        Stage.CLOSED,
        "もう会えない",
        "うん、わかった。屋上から見る空がきれいだった",
        Category.CONTACT_AFTER_CLOSED,
    ),
    (Stage.CLOSED, "", "久しぶり、元気？", Category.CONTACT_AFTER_CLOSED),
    (Stage.COOLDOWN, "", "週末って家にいる？", Category.REPROPOSE),
    (Stage.COOLDOWN, "", "寒いし鍋しよ、うち来る？", Category.REPROPOSE),
    (Stage.COOLDOWN, "", "この前断られたの、まだ気にしてるよ", Category.EMOTIONAL),
    (Stage.COOLDOWN, "", "あの日はほんとは何してたの？", Category.PROBING),
    (Stage.ALTERNATIVE, "来月なら空いてるよ", "来月まで長いから今週会おうよ", Category.REPROPOSE),
    (Stage.ALTERNATIVE, "夜は無理だけどランチなら", "やっぱり夜にしない？", Category.REPROPOSE),
    (Stage.ALTERNATIVE, "土曜は仕事だけど日曜なら", "土曜って誰かと会うの？", Category.PROBING),
    (Stage.ALTERNATIVE, "映画は苦手だけど水族館なら行きたいな", "映画に行こうよ", Category.PRESSURE),
    (Stage.ALTERNATIVE, "電話ならできるよ", "電話より直接会いたいな", Category.PRESSURE),
    (Stage.ALTERNATIVE, "みんなでなら行きたい", "二人で行こうよ", Category.PRESSURE),
    (Stage.SECOND_INVITE, "", "また今度どこか行こうよ", Category.VAGUE_INVITE),
    (Stage.SECOND_INVITE, "", "土曜の15時、絶対来てね", Category.PRESSURE),
    (Stage.DECLINED, NO, "席はとっておきますね", Category.PRESSURE),
    (Stage.DECLINED, NO, "次は真っ先に知らせてね", Category.PRESSURE),
    (Stage.DECLINED, NO, "みんなで集まるのはどうかな？", Category.REPROPOSE),
    (Stage.DECLINED, NO, "じゃあ近くならいける？", Category.REPROPOSE),
    (Stage.DECLINED, "二人では会えない", "普通に飯食うだけやん", Category.PRESSURE),
    (Stage.DECLINED, "落ち着いたら連絡するね", "連絡、早くしてね", Category.CHASING),
    (Stage.DECLINED, "落ち着いたら連絡するね", "連絡来るまでずっと待ってる", Category.PRESSURE),
    (Stage.DECLINED, "土曜は仕事なんだ", "連絡待ってるね！", Category.CHASING),
    (Stage.SILENCE, "", "一言だけでも送ってもらえると助かります", Category.CHASING),
    (Stage.SECOND_INVITE, "", "土曜の昼にカレーどう？前断ったのって俺が嫌だったから？", Category.PROBING),
]
NOT_NG = [
    (Stage.DECLINED, NO, "ほなまた学校で"),
    (Stage.DECLINED, "ごめん、その日は推しのライブで", "推しのライブ、最高じゃないですか！"),
    (Stage.DECLINED, "お酒は苦手で", "知らずにお誘いしてしまってすみません"),
    (Stage.SILENCE, "", "車のライトがつけっぱなしです、知らせておきますね"),
    (Stage.SECOND_INVITE, "", "日曜の山菜採り、よがったら来ねが？無理すねでいいがらな"),
    (Stage.DECLINED, NO, "お仕事がんばって、楽しんできてね"),
    (Stage.DECLINED, "ごめん無理！そういえば次の練習っていつだっけ？", "次は11月3日だよ"),
    (Stage.DECLINED, "ごめん、残業で", "残業って言葉、世界からなくなってほしい。おつかれさま！"),
    (Stage.SILENCE, "", "会場が公民館に変わりました。全員に送っています"),
    (Stage.SILENCE, "", "傘、受付に預けておきました"),
    (Stage.SILENCE, "", "暑いから水分とってね"),
    (Stage.CLOSED, "好きな人ができた", "そうなんだ。うまくいくといいね、元気で"),
    (Stage.CLOSED, "実は婚約してて", "えっ、ご婚約？おめでとうございます"),
    (Stage.CLOSED, "もう誘わないで", "わかった、もう誘わない。言わせてしまってごめんね"),
    (Stage.CLOSED, "部活では今までどおり話してくれる？", "うん、また明日部活で話そうな"),
    (Stage.COOLDOWN, "", "昨日の満月みた？電柱の間にはまってた"),
    (Stage.COOLDOWN, "来週の花火、一緒に行かない？", "行きたい！何時集合？"),
    (Stage.ALTERNATIVE, "土曜は仕事だけど日曜の昼なら", "ありがとう、日曜の昼うれしい！12時に駅でどう？"),
    (Stage.ALTERNATIVE, "23日はだめだけど30日なら空いてる", "30日にしよ！23日は楽しんできて"),
    (Stage.ALTERNATIVE, "来月の連休に泊まりで行かない？", "うん、泊まりで！温泉のあるとこ探すね"),
    (Stage.ALTERNATIVE, "二人かみんなか、どっちがいい？", "二人で行こうよ"),
    (Stage.SECOND_INVITE, "", "駅前のカレーの店、土曜の昼にどう？来るのも来ないのも自由だよ"),
    (Stage.SECOND_INVITE, "", "ボルダリング、よかったら一緒にどう？無理なら気にしないで"),
    # what sounds like an NG and is not: who does it, whose word it is, what follows
    (Stage.DECLINED, "犬の散歩があるから", "わんちゃん待ってるだろうね、気をつけて帰ってね"),
    (Stage.DECLINED, "デートなんだ", "デートか〜、いいね！楽しんで"),
    (Stage.DECLINED, "気分が乗らなくて", "お茶でも飲んで、のんびりしてね"),
    (Stage.DECLINED, "忙しかとよ", "忙しかとにありがとね"),
    (Stage.DECLINED, "腰やった", "うわ、それはしんどい…お大事に"),
    (Stage.DECLINED, "犬を看取ったばかりで", "思い出と一緒に、ゆっくり過ごしてね"),
    (Stage.COOLDOWN, "娘の運動会だったよ", "娘さんがんばったんだね、親のほうが泣きました笑"),
    (Stage.COOLDOWN, "", "駅前通ったらおまえさんのこと思い出したわ、元気？"),
    (Stage.COOLDOWN, "最近ヨガしてる", "へえ〜！どのポーズが好き？"),
    (Stage.COOLDOWN, "カメラ始めた", "夜空はどうやって撮るの？"),
    (Stage.SECOND_INVITE, "", "土曜に部室で鍋するよ。自由参加なんで断っても全然平気！"),
    (
        Stage.SECOND_INVITE,
        "陶芸の動画ばっかり見てる",
        "陶芸の動画いいよね。土曜に体験どう？断ってくれて大丈夫",
    ),
    (Stage.ALTERNATIVE, "来週なら大丈夫", "ありがとう！都合のいいほう教えて〜"),
    (
        Stage.ALTERNATIVE,
        "今週は孫が来ますので、来週の水曜でしたら",
        "来週の水曜、大丈夫です。今週はどうぞお孫さんとゆっくりお過ごしください。",
    ),
    (
        Stage.COOLDOWN,
        "その日は夜勤やねん",
        "元気にしとる〜？猫の「聞こえてますけど？」って顔が好きやわ。お気に入りの寝場所はどこ？",
    ),
    (Stage.DECLINED, "ごめん、落ち着いたら連絡するね", "了解、連絡待ってるね！"),
]


@pytest.mark.parametrize(("stage", "incoming", "draft", "category"), NG, ids=lambda v: str(v)[:14])
def test_against(stage: Stage, incoming: str, draft: str, category: Category) -> None:
    verdict = check(draft, stage=stage, incoming=incoming)
    assert verdict.outcome is Outcome.REJECT
    assert category in verdict.categories


@pytest.mark.parametrize(("stage", "incoming", "draft"), NOT_NG, ids=lambda v: str(v)[:14])
def test_not_against(stage: Stage, incoming: str, draft: str) -> None:
    assert check(draft, stage=stage, incoming=incoming).outcome is not Outcome.REJECT


@pytest.mark.parametrize(
    ("draft", "outcome"),
    [
        ("ボルダリング、よかったら一緒にどう？無理なら気にしないで", Outcome.PASS),
        ("菊花展の案内が届きました。よろしければご一緒に。ご都合がつかなければ結構です。", Outcome.PASS),
        ("今度どこか行かない？無理なら気にしないで", Outcome.REJECT),
        ("ボルダリング、一緒に行こう", Outcome.REJECT),
    ],
    ids=["a thing", "an event", "nothing", "no way out"],
)
def test_an_invitation_names_a_thing_and_a_way_out(draft: str, outcome: Outcome) -> None:
    assert check(draft, stage=Stage.SECOND_INVITE).outcome is outcome


@pytest.mark.parametrize(
    ("draft", "category"),
    [
        ("今後のために、至らなかった点を教えていただけますと幸いです", Category.PROBING),
        ("空いてる曜日を知らせてくれたらうれしいな", Category.REPROPOSE),
        ("三十分でも時間作ってもらえたら助かるわ", Category.REPROPOSE),
        ("次回は早めに知らせていただけると助かります", Category.LECTURING),
        ("既読だけでもつけてもらえると落ち着く", Category.CHASING),
    ],
    ids=lambda v: str(v)[:12],
)
def test_a_request_in_the_form_of_a_wish_is_told_by_what_is_wished_for(
    draft: str, category: Category
) -> None:
    assert category in check(draft, stage=Stage.DECLINED, incoming=NO).categories


@pytest.mark.parametrize(
    "draft",
    [
        "早めに教えてもらえて助かったよ",
        "これからも普通に話してくれたらうれしい",
        "お大事にしていただければと存じます",
    ],
    ids=str,
)
def test_thanks_and_a_wish_for_them_are_no_request(draft: str) -> None:
    assert check(draft, stage=Stage.DECLINED, incoming=NO).outcome is not Outcome.REJECT


@pytest.mark.parametrize(
    ("draft", "outcome"),
    [
        ("駅前でやきいも市やってるって。よかったら一緒にどう？無理なら気にしないで", Outcome.PASS),
        ("科学館で星の特集が始まったみたい。興味あったらどうかな、パスでも全然いいよ", Outcome.PASS),
        ("今度ごはんでもどう？無理なら気にしないで", Outcome.REJECT),
    ],
    ids=["a place", "an event", "nothing named"],
)
def test_what_is_there_is_concrete_without_a_day(draft: str, outcome: Outcome) -> None:
    assert check(draft, stage=Stage.SECOND_INVITE).outcome is outcome


def test_their_word_is_answered_while_none_is_awaited() -> None:
    reply = "こちらこそありがとう！おやすみ"
    assert check(reply, stage=Stage.WAITING, incoming="写真ありがとう").outcome is Outcome.PASS
    assert check(reply, stage=Stage.WAITING).outcome is not Outcome.PASS


NAMED_BY_THEM = [
    (
        "猫カフェ行ってみたいんだよね",
        "猫カフェの話、覚えてるよ。よければ一緒にどう?気分じゃなければ全然いいよ",
    ),
    ("卓球バーってのがあるらしいよ笑", "なにそれ最高。一戦交えに行く?やめとくなら既読だけでオッケー!"),
    ("え、あのプリ機まだあるん!?", "駅ビルの4階におったで。気が向いたら撮り行こ〜、だるかったらスルーしてな"),
    (
        "ボルダリング始めたんだ〜",
        "駅前のジムの体験コースを一緒にどうかなと。集中したければ遠慮なくパスしてね",
    ),
    ("餃子フェスやってるらしい！", "うわ餃子フェス!よければ一緒に食べ歩かない?人混み無理だったら全然パスで"),
]
NAMED_BY_NOBODY = [
    ("猫カフェ行ってみたいんだよね", "ほんとは猫より君がいい。よかったらどこか行かない?無理なら大丈夫"),
    ("卓球バーってのがあるらしいよ笑", "それより今度デートしよ?だめなら全然いいよ"),
    ("観葉植物がまた増えました笑", "植物もいいけど、そろそろ会いたいな。だめなら断って"),
    ("最近忙しくてさ", "お疲れさま!今度ごはんでもどう?無理なら大丈夫だよ"),
    ("ありがとう、元気だよ", "よかったら会わない?無理なら大丈夫"),
]


@pytest.mark.parametrize(("incoming", "draft"), NAMED_BY_THEM, ids=lambda v: str(v)[:14])
def test_an_invitation_to_the_thing_they_named_is_concrete(incoming: str, draft: str) -> None:
    assert check(draft, stage=Stage.SECOND_INVITE, incoming=incoming).outcome is Outcome.PASS


@pytest.mark.parametrize(("incoming", "draft"), NAMED_BY_NOBODY, ids=lambda v: str(v)[:14])
def test_an_invitation_that_turns_from_their_thing_is_not(incoming: str, draft: str) -> None:
    assert check(draft, stage=Stage.SECOND_INVITE, incoming=incoming).outcome is not Outcome.PASS


@pytest.mark.parametrize(
    ("draft", "outcome"),
    [
        ("わかりました。ご意思のとおりにいたします。", Outcome.PASS),
        ("承知しました。もうこちらから連絡することはありません。", Outcome.PASS),
        ("わかりました。ご意向の変わる日を待つことにいたします。", Outcome.REJECT),
        ("わかりました。もう諦めることはありません。", Outcome.REJECT),
    ],
    ids=["as you wish", "no more contact", "waits", "goes on"],
)
def test_the_last_words_accept_and_nothing_else(draft: str, outcome: Outcome) -> None:
    assert check(draft, stage=Stage.CLOSED, incoming="これきりにしてください", ours=True).outcome is outcome


@pytest.mark.parametrize(
    ("line", "passes"),
    [
        ("また土曜にお会いできたらうれしいです", False),
        ("また居酒屋で話せたらうれしいな", False),
        ("また二人でお会いできたらうれしいです", False),
        ("また部活で会えたらうれしいな", True),
        ("またいつか本のお話ができたらうれしいです", True),
        ("またいつもの感じで話せたらうれしいな", True),
    ],
    ids=["a-day", "a-place-to-go-to", "as-two", "where-both-are", "some-day", "as-ever"],
)
def test_a_meeting_that_would_be_welcome_fixes_nothing(line: str, *, passes: bool) -> None:
    verdict = check(
        f"お返事ありがとう。{line}", stage=Stage.DECLINED, incoming="ごめん、その日は仕事", ours=True
    )
    assert (verdict.outcome is Outcome.PASS) is passes
