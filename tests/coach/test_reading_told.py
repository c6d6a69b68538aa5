"""What is told in short, between arrows, under a heading or in passing is read for what it is."""

from datetime import date

import pytest

from coach.lexicon import fold
from coach.policy import plan
from coach.reading import as_record, read
from coach.said.bare import bare
from coach.situation import Action, Aim
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "message",
    [
        "ごめん残業",
        "すまん、その日バイト",
        "すみません、当日は出張です",
        "今回はパスで〜",
        "今回は遠慮しとくわ",
        "うん、今回は見送るね",
        "ごめんね、彼女が嫌がるから二人は無理なんだ",
    ],
)
def test_a_short_reply_alone_is_theirs(message: str) -> None:
    assert bare(message)


@pytest.mark.parametrize(
    "message",
    [
        "ごめんなさい、仕事が多くて疲れた",
        "ごめん、仕事の相談でもいい?",
        "今回はうまくできなかった",
        "今回は無理せず待とう",
        "今回は見送られました",
        "残業",
        "彼氏が嫌がる",
    ],
)
def test_a_worry_of_the_users_own_is_not(message: str) -> None:
    assert not bare(message)


@pytest.mark.parametrize(
    ("message", "stage", "action"),
    [
        ("街コンの人から\n\nうれしいです!\nただ今週は無理そうで\n来週の土曜はいかがですか?", "alternative", "schedule"),
        ("「主人がおりますので、今後はお控えください」と返信が来ました。お詫びを送っていい?", "closed", "stop_contact"),
        ("未読無視 一週間 好きな人 対処", "silence", "do_not_send"),
        ("水族館に誘い→ 土曜は寝てたいんだ、ごめん →「了解!」と返信ずみ。昨日の話", "cooldown", "wait_until"),
        ("仕事落ち着いたら連絡するわ、やて。映画の話。まだ返してへん", "declined", "reply_now"),
        ("私:土曜どう?\n彼:ごめん、土曜は仕事\n私:わかった!\n彼:👍\n\nこれが2日前。次どうすれば", "cooldown", "wait_until"),
        ("誘った子の一通目「忙しくて」二通目(先月)「むずかしいかなあ」。別の日を言われたことはないです。また誘っていい?", "closed",
         "stop_contact"),
        ("さっきOKもらえました!おかげさまです", "other", "clarify"),
        ("こんばんは", "other", "clarify"),
        ("[火]おれ「焼肉いかん?」\n[火]みさき「今いそがしい」\n[火]おれ「おっけー!」", "cooldown", "wait_until"),
        ("断られた。理由は課題、ごめんって。わかったって返した。今日ちょうど8日目。写真だけ送るのってアリ?", "cooldown", "small_talk"),
    ],
    ids=["under a heading", "no more, please", "nouns for a search", "between arrows", "kansai hearsay", "a thumb",
         "two vague noes", "thanks to us", "a greeting", "weekday heads", "the eighth day"],
)  # fmt: skip
def test_what_is_told_in_passing(message: str, stage: str, action: str) -> None:
    reading = read(message, today=TODAY)
    record = as_record(reading, plan(reading, (), TODAY))
    assert (record["stage"], record["action"]) == (stage, action)


def test_a_friends_word_about_silence_is_no_end() -> None:
    assert read("友達から\n既読スルーは気にするなと言われた", today=TODAY).stage is None


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "1週間前から約束してたのに、ついさっき「熱出ちゃって今日行けなくなった」って言われた",
            id="cancelled",
        ),
        pytest.param(
            "先月から約束してたライブ、今日になって「熱出ちゃって行けなくなった」って。落ち込む",
            id="at the last minute",
        ),
        pytest.param("同期をたこ焼きに誘ったら「嫌や」の一言", id="a bare no"),
        pytest.param(
            "マッチングアプリで知り合って3週間の方に、水族館に行きませんかとお送りしたところ、「お誘いありがとうございます。"
            "実は祖母の具合が悪くて、しばらく実家に通うことになりそうです。申し訳ありません。」とお返事がありました。丁寧に返したいです。",
            id="how long they have known each other",
        ),
        pytest.param(
            "美大3年です。同じゼミの子を卒制展に一緒に行かない?って誘ったら「ごめんー！今月は講評前で制作が全然終わってなくて😭"
            " 誘ってくれたのうれしかった！」と返ってきました。なんて返したらいいですか",
            id="a class of art school",
        ),
        pytest.param(
            "大学3年です。同じゼミの子をカフェに誘ったら「ごめんー！今月は課題が終わってなくて行けない😭」と断られました。",
            id="a class of university",
        ),
        pytest.param(
            "会の方をお誘いしたところ「その日は法事がございまして、失礼いたします。またの機会に」と届きました。"
            "どうお返事を差し上げたらよいでしょうか",
            id="formal",
        ),
        pytest.param(
            "「今回はご遠慮いたします。どうぞお気を悪くなさらないでください」と、お食事にお誘いした返事がきました",
            id="the answer to an invitation",
        ),
        pytest.param(
            "お誘いしたら「その日は出張でして失礼いたします。また皆でお会いできるのを楽しみにしております」と",
            id="a formula of company",
        ),
    ],
)
def test_a_no_that_came_is_one_to_answer(told: str) -> None:
    reading = read(told, today=TODAY)
    assert (reading.stage, plan(reading, (), TODAY).action) == (Stage.DECLINED, Action.REPLY_NOW)


@pytest.mark.parametrize(
    "told",
    [
        "二週間前に誘って断られた。博多の子やけん、雑談したか",
        "2週間前に断られたけん、雑談ばしたか",
        "断られて半月たったけん、軽う話しかけたか",
    ],
)
def test_a_wish_to_talk_is_heard_in_the_south(told: str) -> None:
    reading = read(told, today=TODAY)
    assert (reading.aim, plan(reading, (), TODAY).action) == (Aim.CHAT, Action.SMALL_TALK)


@pytest.mark.parametrize(
    ("told", "wished"),
    [
        ("一緒に行かない?って誘ったら「ごめん、その日バイト」って", False),
        ("水族館に行きませんかとお送りしたところ、「仕事で、すみません」とのことです", False),
        ("お食事に誘い、「夜勤続きで、すみません」とお返事をいただきました", False),
        ("お食事に誘い、断られました", False),
        ("断られたけど、一緒に行かない?って誘ったらしつこいかな", True),
        ("断られて一か月、また行きませんかと送ってもいいですか", True),
        ("断られて一か月、次は何て誘えばいい?", True),
    ],
)
def test_an_invitation_that_went_out_is_no_wish_for_one(told: str, *, wished: bool) -> None:
    assert (read(told, today=TODAY).aim is Aim.INVITE) is wished


@pytest.mark.parametrize(
    "told", ["何したか覚えてない", "もう送信したかどうか", "彼氏がいたかもしれない", "聞いたか分からん"]
)
def test_what_was_done_is_no_wish(told: str) -> None:
    assert fold(told).text == told


def test_an_answer_wished_to_be_sent_in_the_south_is_an_answer() -> None:
    told = "返事ば送りたかとけど、どげん書けばよか？「その日は行けんばい」て返ってきたと"
    assert read(told, today=TODAY).aim is Aim.REPLY


@pytest.mark.parametrize(
    "message",
    [
        "十日前、美術館にお誘いして断られました。お返事はすぐにして、それきりです。そろそろ軽いメッセージを送りたいです",
        "三週間くらい前に花火さ誘ったら「その日はちょっと無理だ」って断られだ。そん時の返事はもう送ってる。そろそろ軽ぐ何か送りてぇんだども",
        "二週間前、紅葉狩りに誘って断られました。返信はその日のうちに送りました。そろそろ世間話をしたいです",
        "「片付けで忙しいけん今回はごめん」て断られて十日。『了解、片付けがんばってな』て返事はもう済んでる。そろそろなんか軽い話だけ送りたい",
        "「その日は法事で」って断られて12日。『了解です』って返信はその日のうちにしてあります。軽い話を送りたい",
    ],
    ids=[
        "at once, and no more",
        "of that time",
        "on the same day",
        "quoted, and done",
        "quoted, and kept so",
    ],
)
def test_an_answer_told_to_be_given_is_given(message: str) -> None:
    reading = read(message, today=TODAY)
    assert (reading.stage, reading.replied, reading.own_draft) == (Stage.COOLDOWN, True, None)


@pytest.mark.parametrize(
    "message",
    [
        "昨日「その日は法事で」って断られた。『了解です、お気をつけて』って返事はまだ送ってない。これでいい？",
        "「その日は法事で」って断られた。返事はすぐに送りたいです",
        "「忙しくて難しいです」と断られました。大人げない返事はしたくありません。どう返しましょう",
        "映画に誘ったら「その日は無理」って返事はすぐに来た。なんて返そう",
        "誘ったところ「休日は予定がありまして」と返ってきました。変に思われない返信をしたうえで、来月また声をかけたい",
    ],
    ids=["not yet sent", "wished for", "how it should not be", "theirs", "before something else"],
)
def test_an_answer_that_is_only_thought_of_is_not_given(message: str) -> None:
    assert not read(message, today=TODAY).replied


@pytest.mark.parametrize(
    ("message", "aim"),
    [
        ("食事に誘ったら「彼氏がいるのでごめんなさい」と言われました。気まずくならないように一言だけ返事をしたいです", Aim.REPLY),
        ("告白したら「付き合ってる人がいる」と言われた。気まずくならないよう、お返事だけしておきたい", Aim.REPLY),
        ("バイト先で顔を合わせる子に断られた。気まずくならない返事がほしい", Aim.REPLY),
        ("断られた人に、気まずくならない話がしたいです", Aim.CHAT),
        ("断られて了解と返しました。気まずくならないような話題ありますか", Aim.CHAT),
    ],
    ids=["one word", "only an answer", "an answer", "talk", "topics"],
)  # fmt: skip
def test_what_is_not_to_turn_awkward_may_be_the_answer(message: str, aim: Aim) -> None:
    assert read(message, today=TODAY).aim is aim


@pytest.mark.parametrize(
    ("message", "theirs"),
    [
        ("飲みに誘ったら「うーん、その日はちょっと難しいかも💦ごめんね」って返事で。理由はわかんないすね。どう返しゃいいすかね", "うーん、その日はちょっと難しいかも💦ごめんね"),
        ("ランチに誘ったら「今回はごめんなさい」とだけ。断りの理由は分かりませんけど、どうお返事したら", "今回はごめんなさい"),
        ("誘ったら「今回はパスで」って。理由はさっぱり見当がつかないです。何て返せば", "今回はパスで"),
        ("飲みに誘ったら断られた。理由は仕事らしいです。なんて返そう", "仕事らしい"),
        ("ランチに誘ったら「今回はごめんなさい」とだけ。理由は聞けてないけど、仕事っぽいです", "仕事っぽい"),
    ],
    ids=["unknown", "unknown, and a question", "no idea", "a reason", "a guess at it"],
)  # fmt: skip
def test_a_reason_that_is_unknown_is_no_word_of_theirs(message: str, theirs: str) -> None:
    incoming = read(message, today=TODAY).incoming
    assert incoming is not None
    assert incoming.text == theirs


def test_words_of_lately_are_not_the_no_of_weeks_ago() -> None:
    message = "一か月前に断られて返事は済み。最近「クリームソーダの飲み比べ、たのしそう」って来た。雑談も弾む。また誘いたい"
    reading = read(message, today=TODAY)
    assert (reading.stage, reading.reason.span) == (Stage.SECOND_INVITE, None)
    assert [span.text for span in reading.interests] == ["クリームソーダの飲み比べ"]
