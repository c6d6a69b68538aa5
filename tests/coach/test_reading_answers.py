"""Whose words stand beside a silence, and what makes an answer an offer or a reason."""

from datetime import date

import pytest

from coach.policy import plan
from coach.reading import read
from coach.situation import Action, Aim, ReasonKind, SignId
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "message",
    [
        "「今夜ごはん行ける?」→8時間返事がない。普段は即レスの人。",
        "「今度の連休、海行ける?」→2日返事がない",
        "「土曜ひま?」 3時間反応なし",
    ],
)
def test_what_nobody_answered_is_the_users_own(message: str) -> None:
    assert read(message, today=TODAY).stage is Stage.SILENCE


@pytest.mark.parametrize(
    "message",
    [
        "食事にお誘いしたら「その日は先約がございまして」とお返事が。47歳です。どうお返ししたものでしょう",
        "映画に誘いましたら「今月は仕事が立て込んでいて難しいです」とお返事が。どのようにお返ししたらよいものか",
        "昨夜「申し訳ないのですが都合がつかず」とお返事が。どう返事したものか悩みます",
        "「その日は予定が」とのこと。どう返したもんかな",
    ],
)
def test_who_wonders_how_to_answer_has_not_answered(message: str) -> None:
    reading = read(message, today=TODAY)
    assert (reading.stage, reading.replied) == (Stage.DECLINED, False)
    assert plan(reading, (), TODAY).action is Action.REPLY_NOW


def test_who_answered_and_wonders_on_has_answered() -> None:
    assert read("「仕事で無理」って言われて了解って返したものの、次どうしよう", today=TODAY).replied


@pytest.mark.parametrize(
    "message",
    [
        "「悪かね、日曜は地区の運動会の役員ばしよるけん行けんとよ」て返ってきた。なんて返せばよかと?",
        "「うーん、ちょっとまだ予定が見えなくて」って。どう返す?",
        "ごめん無理 の4文字で撃沈しました!",
        "土曜がだめって言われたから「じゃあ次の土曜は?」って聞いちゃったんです。そしたら『うーん、先の予定はまだ分かんないや』",
        "「月曜どう?」→「返事が遅くなってごめん、月曜はむり」",
    ],
)
def test_an_answer_without_the_grammar_of_an_offer_is_none(message: str) -> None:
    reading = read(message, today=TODAY)
    assert reading.stage is Stage.DECLINED
    assert SignId.OTHER_DAY not in {sign.id for sign in reading.signs}


def test_an_offer_the_user_tells_of_is_one() -> None:
    assert read("飲みはだめだけど、代わりにお昼行こうって言われた", today=TODAY).stage is Stage.ALTERNATIVE


@pytest.mark.parametrize(
    "words",
    [
        "お誘いありがとうございます。今回は見送らせてください。すみません",
        "ごめんね、今回は見送らせてもらうね",
        "悪いけど今回は見送るわ",
    ],
)
def test_letting_it_pass_is_no_reason(words: str) -> None:
    assert read(f"「{words}」と返ってきました", today=TODAY).signs == ()


@pytest.mark.parametrize(
    "message",
    [
        "断られて、再来週はいかがですかと重ねて伺ったら「まだ読めません」とのことでした",
        "別の週でもって聞いたら「うーん来週もまだなんとも言えない」だそうです",
    ],
)
def test_a_day_asked_for_again_can_be_dodged(message: str) -> None:
    assert SignId.DODGED in {sign.id for sign in read(message, today=TODAY).signs}


@pytest.mark.parametrize(
    "words", ["行けそうだったら連絡するね", "会えそうになったら連絡します", "今度また声かけて〜"]
)
def test_a_message_if_it_can_be_puts_it_off(words: str) -> None:
    reading = read(f"誘ったら「{words}」って言われた。返事まだ", today=TODAY)
    assert [sign.id for sign in reading.signs] == [SignId.POSTPONED]


def test_a_parting_word_of_the_users_own_is_no_sign() -> None:
    message = "断られたあと自分から「また今度ね!」で締めて、四日目。相手は「ちょっと今忙しい」って言ってた"
    assert {sign.id for sign in read(message, today=TODAY).signs} == {SignId.BARE_BUSY}


def test_a_no_of_these_days_may_still_be_answered() -> None:
    reading = read("おとつい「また機会があれば」って言われた。俺は映画に誘っただけなのに", today=TODAY)
    assert plan(reading, (), TODAY).action is Action.REPLY_NOW


@pytest.mark.parametrize(
    "words",
    [
        "今週末は空いてません",
        "土日は空いとらん",
        "日曜あいてないんだよね",
        "土曜あいてへんねん",
        "土曜は都合がつきません",
        "土曜は大丈夫じゃない",
        "日曜は時間取れへんわ",
        "土曜は予定ある〜",
        "その日は次の予定がございますので失礼いたします",
    ],
)
def test_a_day_that_is_not_free_is_no_offer(words: str) -> None:
    reading = read(f"映画に誘ったら「{words}」って返ってきた", today=TODAY)
    assert reading.stage is Stage.DECLINED
    assert SignId.OTHER_DAY not in {sign.id for sign in reading.signs}


@pytest.mark.parametrize(
    "words",
    [
        "土曜なら空いてるよ",
        "土曜は空いてない?",
        "土曜空いてなくはないよ",
        "日曜なら空いてへん?",
        "来週なら都合つきます",
        "土曜は予定あるけど日曜なら大丈夫!",
        "土曜あいとうけん、どうね?",
    ],
)
def test_a_day_that_is_free_is_an_offer(words: str) -> None:
    assert read(f"映画に誘ったら「{words}」って返ってきた", today=TODAY).stage is Stage.ALTERNATIVE


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("土曜は法事やねん", ReasonKind.FAMILY),
        ("その日おばあちゃんの法事なんです", ReasonKind.FAMILY),
        ("土曜は試験なんだよね", ReasonKind.STUDY),
        ("日曜は部活やけん", ReasonKind.STUDY),
        ("来週は出張でして", ReasonKind.WORK),
        ("その日は中間やばすぎて無理", ReasonKind.STUDY),
        ("母の介護で難しいです", ReasonKind.FAMILY),
    ],
)
def test_what_fills_the_day_is_a_no_with_a_reason(words: str, kind: ReasonKind) -> None:
    reading = read(f"「{words}」って言われた", today=TODAY)
    planned = plan(reading, (), TODAY)
    assert (reading.stage, reading.reason.kind) == (Stage.DECLINED, kind)
    assert planned.action is Action.REPLY_NOW
    assert planned.drafts


@pytest.mark.parametrize("words", ["土曜は仕事なの?", "土曜は誕生日なんだ", "土曜は映画見るの?"])
def test_a_day_that_is_only_spoken_of_is_no_answer(words: str) -> None:
    assert read(f"「{words}」って言われた", today=TODAY).stage is not Stage.DECLINED


@pytest.mark.parametrize(
    "message",
    [
        "2週間前に好きだった人にフラれました",
        "1ヶ月前に告白して振られました。また誘ってもいいですか",
        "告白して断られて半年、また話すようになったので誘っていい?",
    ],
)
def test_a_love_that_was_refused_is_an_end_however_long_ago(message: str) -> None:
    assert read(message, today=TODAY).stage is Stage.CLOSED


def test_who_wishes_to_talk_is_not_told_to_invite() -> None:
    message = "母の介護で断られて20日たちます。そろそろ軽く連絡してもいいですか"
    assert plan(read(message, today=TODAY), (), TODAY).action is not Action.INVITE_LIGHTLY


@pytest.mark.parametrize(
    "asked",
    [
        "どう書けばよいか教えてください",
        "何と返せばいいですか",
        "書き方を教えてください",
        "どんな返事が無難でしょうか",
        "最後に一言だけ返して終わりたい",
        "ありがとうだけ伝えて終わりにしたい",
        "お礼だけ言いたい",
        "どげん返したらよか？",
        "最後にひとことだけ返事したい",
        "一言だけ返して終わりにしたい",
        "最後に一通だけ返して終わりにします",
        "きちんとお礼を伝えて終わりたいです",
        "最後にありがとうと伝えたいです",
        "締めの一言を考えてください",
        "最後にひとことありがとうと返しときたい",
        "最後のご挨拶だけしたいです",
        "最後にご挨拶だけお送りしたい",
        "52歳にもなって恥ずかしいです。最後に何か送ってもいいですか。",
        "最後に返信しても大丈夫でしょうか",
        "お礼の一言だけ返したいのですが、どう書けばいいでしょうか。",
        "感謝の気持ちを伝えたいです",
        "誘ったの自分だし、ちゃんと返して終わりたい。なんて書けばいい",
        "きちんと返信して終わりにしようと思います。文面を考えてください",
    ],
)
@pytest.mark.parametrize(
    "no",
    [
        "もう二人で会うのはやめたい",
        "もう二人で会うのはやめておきます。ありがとう",
        "お付き合いしている方がいるので、お気持ちには応えられません",
        "これ以上お会いすることはできません",
        "ほかの方とお付き合いすることになりました。今までありがとうございました",
        "連絡遅れて申し訳ない。彼女ができたので、もう会えません",
        "二人で行くのは遠慮させてください",
        "お会いするのは遠慮させてください",
        "友達のままがいいな",
    ],
)
def test_a_last_answer_is_drafted_where_one_is_asked_for(no: str, asked: str) -> None:
    today = date(2026, 11, 22)
    made = plan(read(f"誘ったら「{no}」と言われました。{asked}", today=today), (), today)
    assert (made.action, made.drafts) == (Action.STOP_CONTACT, True)


def test_a_friend_who_was_asked_along_is_no_wish_to_press_on() -> None:
    told = "友達をごはんに誘ったら「ごめん、彼氏いるんだ」って返ってきた。どう返す？"
    assert plan(read(told, today=date(2026, 11, 22)), (), date(2026, 11, 22)).drafts


@pytest.mark.parametrize(
    "told",
    [
        "「もう二人で会うのはやめたい」と言われました。「わかりました」って返しました。あとは何と書けばいいですか",
        "「もう連絡しないで」と言われました。何と返せばいいですか",
        "「もう二人で会うのはやめたい」と言われました。もう一回気持ちを伝えたい",
        "「もう二人で会うのはやめたい」と言われました。どう返したらチャンスありますか",
        "「もう二人で会うのはやめたい」と言われました。了解と返して終わりました。最後に何か送ってもいい？",
    ],
    ids=["answered", "no answer wanted", "one more try", "a chance", "answered, and at an end"],
)
def test_no_last_answer_is_drafted_where_none_may_go_out(told: str) -> None:
    today = date(2026, 11, 22)
    made = plan(read(told, today=today), (), today)
    assert (made.action, made.drafts) == (Action.STOP_CONTACT, False)


@pytest.mark.parametrize(
    "wish",
    [
        "最後に気持ちを伝えて終わりたい",
        "最後に一度だけ会いたい",
        "最後のご挨拶で会いたい",
        "最後に好きだと伝えたい",
        "最後に理由だけ聞きたい",
        "最後に一言だけ返してほしい",
        "もう一回だけ返して説得したい",
        "一言だけ返して待ちたい",
        "最後に何か送ってもいいですか。もう一度だけ会いたいです",
        "最後に長文を送ってもいいですか",
        "誤解を解きたいので、最後に一言だけ返して終わりたい",
        "最後に手紙を書いて渡してもいい？お礼だけ言いたい",
        "お礼だけ返したい。好きだったと伝えてもいいですか",
        "最後に何か送ってもいいですか。気が変わるかもしれないので",
        "お礼の食事に誘いたい",
        "最後に何かプレゼントを送ってもいいですか",
    ],
)
def test_a_last_try_is_no_last_word(wish: str) -> None:
    today = date(2026, 11, 22)
    made = plan(
        read(f"食事に誘ったら「これ以上お会いすることはできません」と返ってきました。{wish}", today=today),
        (),
        today,
    )
    assert (made.action, made.drafts) == (Action.STOP_CONTACT, False)


_NO_FOR_GOOD = "「気持ちはうれしいけど、応えられません。これからも同僚としてよろしくお願いします」"


@pytest.mark.parametrize(
    "told",
    [
        f"職場の先輩に気持ちを伝えて食事に誘ったら{_NO_FOR_GOOD}と返ってきました。何と返すのがいいですか?",
        f"先輩に気持ちを伝えました。{_NO_FOR_GOOD}と返ってきました。何と返しましょう",
        f"{_NO_FOR_GOOD}と返ってきました。気持ちはもう伝えてあります。なんて返そう",
        f"好きだと伝えたら{_NO_FOR_GOOD}と。どう返せばいいですか",
        f"想いを伝えて{_NO_FOR_GOOD}と来ました。どう返そう",
        f"気持ちは伝え済みです。{_NO_FOR_GOOD}と返ってきました。何て返そう",
        f"友達を食事に誘ったら{_NO_FOR_GOOD}と返ってきました。なんて送ろう",
    ],
    ids=["and invited", "a sentence before", "already", "said so", "and then", "done with", "what to send"],
)
def test_feelings_that_were_told_before_the_no_are_no_wish_to_tell_them(told: str) -> None:
    today = date(2026, 11, 22)
    made = plan(read(told, today=today), (), today)
    assert (made.action, made.drafts) == (Action.STOP_CONTACT, True)


@pytest.mark.parametrize(
    "told",
    [
        f"気持ちは伝えたけど{_NO_FOR_GOOD}でした。もう一度気持ちを伝えたいです。何て返せばいい?",
        f"{_NO_FOR_GOOD}と言われました。気持ちを伝えてもいいですか。返事の文面を",
        f"{_NO_FOR_GOOD}って。まだ気持ちを伝えてない。なんて返そう",
        f"気持ちを伝えたいのに{_NO_FOR_GOOD}って言われた。なんて返そう",
        f"{_NO_FOR_GOOD}って。気持ちを伝えた方がいい?なんて返そう",
        f"{_NO_FOR_GOOD}と。何度も気持ちを伝えています。どう返せば伝わりますか",
        f"気持ちを伝えたら{_NO_FOR_GOOD}と。気持ちを伝え続けてもいい?なんて返せば",
        f"{_NO_FOR_GOOD}と来ました。会って気持ちを伝えようと思います。なんて返そう",
        f"{_NO_FOR_GOOD}と来ました。気持ちを伝えてしまいたい。なんて返そう",
        f"{_NO_FOR_GOOD}と来ました。気持ちを伝えられたらスッキリするのに。なんて返そう",
        f"気持ちを伝えて誘ったら{_NO_FOR_GOOD}と。もう一回だけ会って話したい。なんて送ればいい",
        f"{_NO_FOR_GOOD}と返ってきました。「友達としてなら」って送ろうと思う",
    ],
    ids=["once more", "may I", "not yet", "wished to", "had better", "over and over", "goes on", "will meet",
         "would get it out", "if only", "one more talk", "as a friend"],
)  # fmt: skip
def test_who_still_wants_to_tell_them_is_told_to_stop(told: str) -> None:
    today = date(2026, 11, 22)
    made = plan(read(told, today=today), (), today)
    assert (made.action, made.drafts) == (Action.STOP_CONTACT, False)


@pytest.mark.parametrize(
    "asked",
    [
        "何と返しましょう", "何て返しましょうか", "なんて返しましょ", "どう返しましょ", "どうお返ししましょう",
        "何と返信しましょうか", "どう返事しましょう", "返信しましょうか", "返事どうしよう", "お返事はどうしましょう", "なんて言おう",
        "なんと申しましょうか", "どない返しましょ", "なんち返そうか", "なんて送ろう", "何てLINEしよう", "何と返してやったらいい",
        "何を返してあげよう", "どう返したものか",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "no",
    [
        "今日、友達を朝市に誘ったら「ごめんなさい、仕事です」って。",
        "お隣のご主人(奥さまを亡くされて5年)を明日の朝市にお誘いしましたら、「明日は町内会の草刈りの当番でして…すみません💦」とお返事が。",
    ],
    ids=["a friend", "a neighbour"],
)
def test_what_to_answer_is_asked_and_not_told_to_be_done(no: str, asked: str) -> None:
    reading = read(no + asked, today=date(2026, 11, 22))
    assert (reading.stage, reading.aim, reading.replied, reading.proposed) == (
        Stage.DECLINED, Aim.REPLY, False, False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "told",
    ["「了解です」と返しました", "りょって返しといた", "短くお返事しました", "「そっか」と返信しましたが"],
)
def test_what_was_answered_is(told: str) -> None:
    message = f"3日前、友達を朝市に誘ったら「ごめんなさい、仕事です」って。{told}。次どうすれば"
    assert read(message, today=date(2026, 11, 22)).replied
