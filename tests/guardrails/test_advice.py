import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails import advice
from guardrails.advice import check_advice
from guardrails.advising.rules import rules
from guardrails.text import view
from guardrails.vocabulary import Outcome, Stage


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("certainty", "脈なし確定です。"),
        ("certainty", "お相手はあなたを避けています。"),
        ("promise", "待っていれば、必ず連絡が来ます。"),
        ("promise", "この文なら嫌われることはありません。"),
        ("blame", "あなたが重いから断られたのです。"),
        ("blame", "いい大人なのですから、泣かないでください。"),
        ("advise_ng", "返事がないなら、もう一通送ってみましょう。"),
        ("advise_ng", "理由をそっと聞いてみてはいかがですか。"),
        ("trick", "わざと返信を遅らせて、追わせましょう。"),
        ("magic", "波動を上げれば連絡が来ます。"),
        ("gender_cliche", "男性は追いかけたい生き物です。"),
        ("diagnosis", "それは回避型の特徴です。"),
        ("score", "脈あり度は七割です。"),
        ("invented_number", "統計では、夜九時がもっとも返事の来やすい時間です。"),
        ("flattery", "あなたを断るなんて、見る目のない人ですね。"),
        ("certainty", "『考えとくね』は遠回しな拒絶です。"),
        ("certainty", "あの方が、あなたを忘れるはずがありません。"),
        ("promise", "来月には、向こうから声をかけてくれますよ。"),
        ("blame", "もう少し早く誘っていれば、断られずにすんだはずです。"),
        ("blame", "お相手の都合を一度でも考えたことがありますか。"),
        ("advise_ng", "理由を、一度だけ確かめてみてもいいかもしれません。"),
        ("advise_ng", "よく通る改札で待ってみるのはいかがでしょう。"),
        ("advise_ng", "別の日を添えておくのが、誘った側の礼儀です。"),
        ("trick", "すぐ返すと軽く見られますから、夜まで置いてくださいね。"),
        ("certainty", "うしろめたくて連絡しづらくなっているだけです。"),
        ("advise_ng", "水曜の夜を空けておいてもらえるよう、声をかけておきましょう。"),
        ("certainty", "『考えておく』と言った時点で、答えは決まっています。"),
        ("promise", "この書き方で断られた人を、私は見たことがありません。"),
        ("blame", "重ねて誘ったことが、お相手の心を閉じさせてしまいましたね。"),
        ("advise_ng", "なぜ無理なのか、軽く尋ねるくらいなら失礼にはなりません。"),
        ("advise_ng", "火曜と木曜のどちらがいいかだけ伺ってみましょうか。"),
        ("flattery", "五回目のお誘い、その粘り強さは素敵です。"),
        ("trick", "お相手が会いたくなるように、予定は見せないでおきましょう。"),
        ("advise_ng", "既読がついたら、もう一言だけ添えてみましょう。"),
        ("certainty", "返事がないまま三か月。それが答えです。"),
        ("blame", "もう少し待っていたら、断られなかったかもしれませんね。"),
        ("gender_cliche", "男というのは、釣った魚に餌をやらないものです。"),
        ("diagnosis", "発達の偏りがありそうな方ですね。"),
        ("advise_ng", "別の番号からそっと謝っておくと角が立ちません。"),
        ("advise_ng", "断られたら、二つ目の案を出すのが基本です。"),
        ("trick", "雑談を、あえて急に止めてみるのも一つの手です。"),
        ("quoted_draft", "『返事くらいしたら?』と言えたのは、ご自分を大切にできているからです。"),
        ("quoted_draft", "『なんでダメなの?』と送ってみましょう。"),
        ("quoted_draft", "文面はこちらです。『じゃあ来週はどう?』"),
    ],
)
def test_what_the_coach_must_not_say(category: str, text: str) -> None:
    verdict = check_advice(text)
    assert verdict.outcome is Outcome.REJECT
    assert category in [c.value for c in verdict.categories]
    for finding in verdict.findings:
        assert text[finding.span.start : finding.span.end] == finding.span.text
        assert finding.why
        assert finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "お相手の気持ちまでは、この言葉からは分かりません。",
        "『返事まだ?』とは送らないでおきましょう。",
        "『なんでダメなの?』と聞きたくなりますよね。ここでは聞かずに、お礼だけにしましょう。",
        "お相手の『また今度ね』には、日付がありません。",
        "『いつ空いてる?』は、断られた直後には早すぎます。",
        "やきもちを焼かせる作戦は、お手伝いしません。",
        "返事が来るかどうかは分かりません。今夜は早めに休みましょう。",
        "波動で連絡が来るという話に、根拠はありません。",
        "二週間から一か月を目安にしています。",
        "『教えてくれてありがとう。またね』と短く返しましょう。",
        "不安になるのは、あなたが弱いからではありません。",
        "いま危ないときは110番へ、けがをしているときは119番へ電話してください。",
        "よりそいホットラインは0120-279-338です。",
        "2026年11月20日に届いた返事ですね。",
        "職場で会ったら、いつもの「おはようございます」で十分です。",
        "改札で待ち合わせる時間だけ、返事に添えておきましょう。",
        "一方的だったかも、と振り返っているのですね。次は一通だけにしてみましょう。",
        "何度もかけ直すと、身がまえさせてしまうことがあります。",
        "理由を聞かなければ、負担にはなりません。",
        "予定を隠して気を引くようなことは、しなくていいと思います。",
        "男だから女だからと考えはじめると、目の前の人が見えなくなりがちです。",
        "断られたら、それが答えです。今日は引きましょう。",
        "代わりの日をこちらから出すのは、いったん置いておきましょう。",
        "送りすぎたかもと気にしているのですね。",
        "連絡を絶って気を引く方法を見かけたかもしれませんが、ここでは使いません。",
        "女性はこう、男性はこう、という説明より、書かれた言葉のほうが頼りになります。",
        "日程を送り直すと、相手はもう一度断ることになってしまいます。",
        "『残念』が二回あるので、一回にするともっと軽くなります。",
        "彼女からは『来月の頭なら平気』と出ています。今日お返事してみませんか。",
        "もっと早く誘っていれば、と考えてしまいますよね。",
        "『了解、またね』と返せたのは、とても落ち着いた対応でした。",
        "急に連絡を絶たなくて大丈夫です。",
        "向こうから声をかけてくれたのですね。",
        "男性だから、女性だからという見方は、いったん置いておきましょう。",
        "どちらに読んでも、いま選べるのは「待つ」です。",
        "今夜の答えは「何も送らない」でよさそうです。",
        "お誘いは「来月の花火、よかったら一緒にどう?無理なら気にしないで」くらいがちょうどいいです。",
        "その「また今度ね」は、お誘いへの返事として来たものですか。",
        "待つあいだ、返事の速さは気にしなくて大丈夫です。",
        "次のひとことは、あなたの近況から。庭の花の写真なんて、気楽でいいですね。",
        "下書きは閉じて、明日の朝にもう一度だけ読み返してみてください。",
        "返しづらくなっているだけかもしれません。",
        "断りの返事をそのまま受け取ってもらえると、相手はほっとできます。",
        "二度とも別の日が出なかったので、お誘いはここまでにしましょう。",
        "予定を空けて待たなくて大丈夫です。",
        "お礼を伝えるだけで十分です。",
    ],
)
def test_what_the_coach_may_say(text: str) -> None:
    assert check_advice(text).outcome is Outcome.PASS


@pytest.mark.parametrize(
    "text",
    [
        "0120-000-123に電話してください。",
        "０１２０−０００−１２３に電話してください。",
        "〇三一二三四五六七八にかけてください。",
        "#9999に電話してみましょう。",
        "188へ電話してください。",
        "https://example.com/soudan で相談できます。",
    ],
)
def test_numbers_and_addresses_are_those_of_the_catalogue(text: str) -> None:
    assert "invented_number" in [c.value for c in check_advice(text).categories]


@pytest.mark.parametrize(
    "text",
    [
        "ヒツヨウナノハ待つことです。脈ナシ確定デス。",
        "必ず連絡が　来ます。",
        "必ず連絡が来\u200bます。",
        "かならず連絡がきます。",
    ],
)
def test_spelling_is_no_escape(text: str) -> None:
    assert check_advice(text).outcome is Outcome.REJECT


def test_a_quoted_message_is_checked_at_the_stage_given() -> None:
    text = "『来週の土曜、行けるよ!』と返しましょう。"
    assert check_advice(text, stage=Stage.ALTERNATIVE).outcome is Outcome.PASS
    assert check_advice(text, stage=Stage.DECLINED).outcome is not Outcome.PASS


def test_an_error_rejects(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(advice, "spoken", broken)
    verdict = check_advice("了解です。")
    assert verdict.outcome is Outcome.REJECT
    assert verdict.findings


def test_a_text_too_long_to_be_read_is_rejected() -> None:
    assert check_advice("あ" * 30_000).outcome is Outcome.REJECT


def test_every_rule_holds_its_own_examples() -> None:
    assert [str(failure) for failure in rules().failures()] == []


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    verdict = check_advice(text)
    assert (verdict.outcome is Outcome.PASS) is (verdict.findings == ())
    for finding in verdict.findings:
        if not finding.rule.startswith("advice.error"):
            assert text[finding.span.start : finding.span.end] == finding.span.text


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="今夜は休みましょう。お茶を一杯、", max_size=40))
def test_a_promise_is_found_in_any_surroundings(before: str) -> None:
    assert check_advice(f"{before}。必ず連絡が来ます。").outcome is Outcome.REJECT


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("promise", "この返事を送れば、相手は来週には自分から誘ってきます。"),
        ("blame", "そんなふうに毎回不安がっているから、人が離れていくんですよ。"),
        ("advise_ng", "ブロックされたなら、会社の代表番号にかけて取り次いでもらってください。"),
        ("magic", "会えたときの光景を毎晩思い描いてください。その思いが現実を引き寄せます。"),
    ],
)
def test_a_broad_rule_names_what_the_hunch_hears(category: str, text: str) -> None:
    verdict = check_advice(text)
    assert category in [c.value for c in verdict.categories]


@pytest.mark.parametrize(
    "text",
    [
        "その言葉が本音かどうかは、分かりません。",
        "傷ついたことは、友人に話してみてもいいかもしれません。",
        "次の日程のことは、今日は考えなくて大丈夫です。",
    ],
)
def test_a_broad_rule_alone_names_nothing(text: str) -> None:
    assert rules().match(view(text))
    assert check_advice(text).outcome is Outcome.PASS


@pytest.mark.parametrize(
    "text",
    [
        "あなたが重いから、ではありません。",
        "最近忙しそうだから嫌われた、と結びつけてしまうのですね。",
        "自分のせいだと思うと苦しいですよね。",
        "相手が怒っていると決まったわけではないですし、急がなくて大丈夫です。",
        "駆け引きで返信を遅らせるより、落ち着いたときに返すほうが楽だと思います。",
        "お相手の性格や病気に、文面だけで名前をつけることはできません。",
        "殴られたことを、あなたが我慢する必要はありません。",
        "断られたのは自分のせい?と考え始めたら、お茶を一杯いれてみてください。",
        "半年空けても、はっきり断られたあとに気持ちを伝え直すことはおすすめしません。",
        "友だちに頼んで反応を見てもらうのは、相手を試すことになります。やめておきましょう。",
        "依存なのかな、と不安になる夜もありますよね。",
        "願えば叶う、という本を読まれたんですね。今日できることを考えましょう。",
        "「頼むから」と粘ると、相手を追い詰めます。",
        "成功率を出すことはしていません。",
        "どちらから誘っても大丈夫です。",
        "ストーリーに書きたいときは、まずここに吐き出してください。",
    ],
)
def test_what_is_denied_or_only_thought_is_not_said(text: str) -> None:
    assert check_advice(text).outcome is Outcome.PASS


@pytest.mark.parametrize(
    "text",
    [
        "返事を待つのはやめて、電話をかけてみましょう。",
        "あなたが重いから、断られたのです。",
        "二週間待てば必ず返信が来ますから、それまでの辛抱です。",
        "はっきり断られたとしても、半年空ければもう一度気持ちを伝えて構いません。",
        "ほとぼりが冷めたころに、また連絡してみるといいですよ。",
        "既読のまま止まっているのは、あなたが自分の話ばかりしたせいですね。今夜は何も送らず、本でも読みましょう。",
        "もう連絡しないでと言われても、手紙なら気持ちが伝わるかもしれません。",
        "愛着障害なのかなと思いますよ。",
        "あなたは依存症です。不安になるのはそのせいかな、と思います。",
        "ストーリーに書きたいなら、書いて載せましょう。",
        "粘ると、相手も折れてくれます。",
        "恋人がいると言われても、気持ちを伝えるだけなら大丈夫です。堂々と告白しましょう。",
        "断られた翌朝は、「おはよう」と送りましょう。",
        "「もう誘わない」と送っておきましょう。",
        "今日することは「返事まだ?」です。",
        "この一文なら、必ず返信が届くものです。",
        "もう一度読み返して、理由を聞いてみましょう。",
    ],
)
def test_what_is_denied_nearby_is_said_all_the_same(text: str) -> None:
    assert check_advice(text).outcome is Outcome.REJECT
